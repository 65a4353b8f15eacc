"""Texts taken apart into words, each word folded once; and which language they are in."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Sequence

from cxreset.insight.themes.lists import STOP, TELLING

BREAK = 0
"""Stands for what no phrase goes across: a comma, the end of a sentence, an address, a handle."""

# A handle or an address is one thing; a run of marks is a break; the rest are words.
_TOKEN = re.compile(
    r"@\w+|(?:https?://|www\.)\S+|&(?:amp|lt|gt|quot|#\d+);|[.,!?;:()\[\]\n\r]+"
    r"|[^\W_]+(?:['’][^\W_]+)*"
)
_REDACTED = re.compile(r"[xX]{2,}")
LANGUAGE_SAMPLE = 1_000
NAME_SAMPLE = 1_000
HANDLE_SHARE = 0.01
NAME_TIMES = 3
NAME_SHARE = 0.75
LONGEST_TEXT = 20_000  # characters looked at: what a comment is about is said before that
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


_ELIDED = re.compile(r"^(?:[ldjnsmtc]|qu)'(?=\w{3})")  # l'avion, qu'elle


def fold(word: str) -> str:
    """Lower case, no accents, no apostrophe: `Café` is `cafe`, `don’t` is `dont`, `l'eau` `eau`."""
    if word.isascii():
        word = word.lower()
    else:
        plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
        word = "".join(char for char in plain if not unicodedata.combining(char))
    return _ELIDED.sub("", word, count=1).replace("'", "") if "'" in word else word


def spellings(word: str) -> set[str]:
    """A word folded both ways German is typed: `verspatung` and `verspaetung`."""
    return {fold(word), fold(word.casefold().translate(_UMLAUTS))}


def tokens(text: str) -> list[re.Match[str]]:
    """The tokens of one text with their places, in step with the words of `Texts`."""
    return list(_TOKEN.finditer(text[:LONGEST_TEXT]))


class Texts:
    """Many texts as numbers: `docs[i]` are the word numbers of text i, one a token, in order.

    `words` are the folded words by number, `faces` how each was first written (in lower case).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = [""]
        self.faces = [""]
        self._texts = texts
        self._numbers: dict[str, int] = {"": BREAK}
        self._known = _Known(self._number)
        find, known = _TOKEN.findall, self._known.__getitem__
        self.docs = [array("i", map(known, find(text[:LONGEST_TEXT]))) for text in texts]

    def _number(self, token: str) -> int:
        """The number of a token met for the first time in this spelling."""
        if (
            not token[0].isalnum()
            or token.startswith(("http", "www."))
            or _REDACTED.fullmatch(token)
        ):
            return BREAK
        word = fold(token)
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self.faces.append(token.lower().replace("’", "'"))
        return number

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


def languages(texts: Texts) -> dict[str, float]:
    """Language -> share of the texts that can be told (0..1), the most frequent first.

    Told by stop words: a text speaks the language that most of its words are stop words of, and
    is not counted when there are fewer than two of them, or two languages fit as well.
    """
    telling = [
        (language, [word in folded for word in texts.words])
        for language, folded in _TELLING_FOLDED.items()
    ]
    votes: Counter[str] = Counter()
    step = max(1, len(texts.docs) // LANGUAGE_SAMPLE)
    for doc in texts.docs[::step]:
        scores = sorted(
            ((sum(map(flags.__getitem__, doc[:200])), language) for language, flags in telling),
            reverse=True,
        )
        if scores[0][0] >= 2 and scores[0][0] > scores[1][0]:
            votes[scores[0][1]] += 1
    total = sum(votes.values())
    order = sorted(votes, key=lambda language: (-votes[language], language))
    return {language: votes[language] / total for language in order}


def handles(texts: Texts) -> set[str]:
    """The folded handles, such as `skybird_help`, that many comments are sent to."""
    sample = texts.sample(NAME_SAMPLE)
    found: Counter[str] = Counter()
    for text in sample:
        if "@" in text:
            found.update({fold(token[1:]) for token in _TOKEN.findall(text) if token[0] == "@"})
    return {name for name, times in found.items() if times >= max(2, HANDLE_SHARE * len(sample))}


def proper_names(texts: Texts, language: str) -> set[str]:
    """Words written with a capital inside sentences nearly always: brands, products, places.

    Not told in German, where every noun is; headlines, where every word is, are left out.
    """
    if language == "de":
        return set()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts.sample(NAME_SAMPLE):
        found = _TOKEN.findall(text)
        if 2 * sum(token[0].isupper() for token in found) > len(found):
            continue
        inside = False  # of a sentence
        for token in found:
            if inside and token.istitle():
                capital[token.lower()] += 1
            elif token[0].islower():
                small[token] += 1
            inside = token[0].isalnum()
    return {
        fold(word)
        for word, times in capital.items()
        if times >= NAME_TIMES and times >= NAME_SHARE * (times + small[word])
    }


_TELLING_FOLDED = {
    language: frozenset(fold(word) for word in words) for language, words in TELLING.items()
}
STOP_FOLDED = {language: frozenset(map(fold, words)) for language, words in STOP.items()}


def stem(word: str, language: str) -> str:
    """A light stem, to count `delays` with `delay`: endings taken off, nothing looked up."""
    if language == "de":
        for ending in ("ungen", "en", "er", "es", "em", "e", "n", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)] + ("ung" if ending == "ungen" else "")
        return word
    if language == "fr":
        for ending in ("es", "s", "e", "x"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
        return word
    if language not in ("", "en"):
        return word
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and not word.endswith(("ss", "us")) and _left(word, ending):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _left(word: str, ending: str) -> bool:
    return len(word) - len(ending) >= (3 if ending == "s" else 4)
