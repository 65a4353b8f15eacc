"""Texts taken apart into words, each word folded once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence

from cxreset.base.letters import WORD, fold

BREAK = 0
"""Stands for what no phrase goes across: a comma, the end of a sentence, an address, a handle."""

# A handle, the domain of an e-mail address, or a web address is one thing; a run of marks is a
# break; the rest are words.
_BEFORE_WORDS = (
    r"@[\w-]+(?:\.\w+)*|(?:https?://|www\.)\S+|&(?:amp|lt|gt|quot|#\d+);"
    r"|[.,!?;:()\[\]\n\r\u3002\u3001\u0964\u061f\uff01\uff1f]+|"
)
_TOKEN = re.compile(_BEFORE_WORDS + WORD)
_ASCII_TOKEN = re.compile(_BEFORE_WORDS + r"[^\W_]+(?:'[^\W_]+)*")
_REDACTED = re.compile(r"[xX]{2,}")
_ELIDED = re.compile(r"^(?:[ldjnsmtc]|qu|dell|all|nell|dall|sull|un|quest|quell)'(?=\w{3})")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
LONGEST_TEXT = 20_000  # characters looked at: what a comment is about is said before that


def word_key(word: str) -> str:
    """A word without case, accents, apostrophe and article: `Café` is `cafe`, `l'eau` `eau`."""
    word = fold(word)
    return _ELIDED.sub("", word, count=1).replace("'", "") if "'" in word else word


def spellings(word: str) -> set[str]:
    """A word's keys both ways German is typed: `verspatung` and `verspaetung`."""
    return {word_key(word), word_key(word.casefold().translate(_UMLAUTS))}


def tokens(text: str) -> list[re.Match[str]]:
    """The tokens of one text with their places, in step with the words of `Texts`."""
    text = text[:LONGEST_TEXT]
    return list((_ASCII_TOKEN if text.isascii() else _TOKEN).finditer(text))


def plain_tokens(text: str) -> list[str]:
    """The tokens of one text, as `tokens` finds them."""
    text = text[:LONGEST_TEXT]
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


class Texts:
    """Many texts as numbers: `docs[i]` are the word numbers of text i, one a token, in order.

    `words` are the words' keys by number, `faces` how each was first written (in lower case).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = [""]
        self.faces = [""]
        self._texts = texts
        self._numbers: dict[str, int] = {"": BREAK}
        known = _Known(self._number).__getitem__  # not kept: it holds every spelling, and us
        self.docs = [array("i", map(known, plain_tokens(text))) for text in texts]

    def _number(self, token: str) -> int:
        """The number of a token met for the first time in this spelling."""
        if (
            not token[0].isalnum()
            or token.startswith(("http", "www."))
            or _REDACTED.fullmatch(token)
        ):
            return BREAK
        word = word_key(token)
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self.faces.append(token.lower().replace("’", "'"))
        return number

    def numbers(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of those words (keys) that are in a text."""
        known = self._numbers
        return frozenset(known[word] for word in words if word in known)

    def sample(self, size: int) -> list[str]:
        """At most `size` of the texts, evenly spread, each as far as it is looked at."""
        step = max(1, -(-len(self._texts) // size))
        return [text[:LONGEST_TEXT] for text in self._texts[::step]]


class _Known(dict[str, int]):
    """Token -> word number, asked once for each spelling."""

    def __init__(self, ask: Callable[[str], int]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, token: str) -> int:
        number = self[token] = self._ask(token)
        return number
