"""Which comments say the same: word for word, or but for typing errors and little words.

Two texts say the same when, without case, accents and punctuation, they are at least ALIKE per
cent the same letters (rapidfuzz's normalised indel similarity) and nothing that carries a meaning
differs: what one has and the other has not may be little words (`the`, `please`), two words written
as one, or a slip of the keyboard. A number, a negation or another content word sets them apart:
`card payment` is not `cash payment`.

Comparing each with each takes time that grows with the square. Here a text is compared with those
that share two of its rarest words, and with at most BLOCK of them a pair of words; so the time
grows with the number of texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from cxreset.base.letters import MARKS, fold
from cxreset.insight.language.opposites import negating_words, opposite

ALIKE = 90.0  # per cent of the letters, 0 to 100
RAREST = 3  # words of a text by which it is looked for, and one more for every MORE words
MORE = 24
BLOCK = 30  # texts looked at for one pair of words
LONG_TEXT = 2_000  # characters that are compared: who says the same for so long says the same
SLIPS = 3  # a word in more texts than this is a word, and no slip of the keyboard
STEP = 2_000  # texts between two looks at whether to go on

# Words that come and go without changing what is said, in the languages that are read most here.
# Not among them: negations, and words of place, time and direction (out, off, before).
_LITTLE_WORDS = """
a an the this that these those my our your his her its their me us you him them i we he she it
they is are was were be been being am has have had having do does did doing will would can could
may might shall should of to in on at for with as and or so if there here just really very still
also too please pls hi hello hey thanks thank any some all im ive id ill its s m ve re ll d t get
got need der die das den dem des ein eine einen einem einer eines ich du er sie es wir ihr mich
mir uns euch ihnen mein meine meinen meiner unser unsere ist sind war waren bin bist sein hat habe
haben hatte hatten wird werden wurde wurden und oder zu zum zur im in am an auf bei mit von vom
fur aus auch sehr noch schon bitte danke hallo so dass le la les un une des du de ce cet cette ces
mon ma mes notre nos votre vos je tu il elle on nous vous ils elles est sont etait etaient suis ai
as avons avez ont avait et ou au aux dans sur pour par avec tres aussi merci bonjour svp que qui
se me te y en d l j c qu el los las una unos unas al del mi mis su sus yo es son fue era he ha han
y o para por con muy gracias hola lo
"""
_ASKING_WORDS = "who what when where why how which wer was wann wo warum wie"
_VERBS = "do does did is are was were has have had would could should"
_LITTLE = frozenset(_LITTLE_WORDS.split())
_ASKING = frozenset(_ASKING_WORDS.split())
_NEGATED = {"won't": "willnot", "wont": "willnot", "can't": "cannot", "cant": "cannot"} | {
    f"{word}n{mark}t": "not" for word in _VERBS.split() for mark in ("'", "")
}
_NEGATED_WORDS = frozenset(_NEGATED.values())
_KANA_HAN = "\u3040-\u30ff\u3400-\u9fff"  # written without blanks: each sign is a word
_LETTER = rf"[^\W_{_KANA_HAN}][{MARKS}]*"
_MARK = re.compile(f"[{MARKS}]")  # a vowel sign: with another it is another word
_WORD = re.compile(rf"(?:{_LETTER})+(?:'(?:{_LETTER})+)*|[{_KANA_HAN}]")


_SIGNS = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or chr(code) == "'") else 32
    for code in range(256)
)
_LETTERS = bytes(code if code == 10 else _SIGNS[code] for code in range(256))
_NO_LETTERS = bytes(code for code in range(256) if _LETTERS[code] == 32)


def plain(text: str) -> str:
    """The text's words as they are compared: no case, no accents, no punctuation."""
    text = text[:LONG_TEXT]
    if text.isascii():  # what most texts are, and a table of bytes is the fastest way
        words = b" ".join(text.encode().translate(_SIGNS).split()).decode()
        if "'" in words:  # inside a word it stays, around one it is a quotation mark
            words = " ".join(_WORD.findall(words))
        return words or text.strip().lower()
    text = fold(text)
    return " ".join(_WORD.findall(text)) or text.strip()


def keys(texts: Sequence[str]) -> list[bytes]:
    """For each text the words of `plain` without blanks: the same for texts that say the same but
    for case, punctuation, and words written apart or as one.

    Texts of ASCII are done together: it is what most texts are.
    """
    together = "\n".join(texts)
    if together.isascii() and together.count("\n") == len(texts) - 1:
        letters = together.encode().translate(_LETTERS, _NO_LETTERS)
        found = letters.split(b"\n")
        if b"'" not in letters and b"" not in found and max(map(len, texts)) <= LONG_TEXT:
            return found
        return [
            _key(text) if not key or b"'" in key or len(text) > LONG_TEXT else key
            for key, text in zip(found, texts, strict=True)
        ]
    return [*map(_key, texts)]


def _key(text: str) -> bytes:
    if text.isascii() and "'" not in text and len(text) <= LONG_TEXT:
        key = text.encode().translate(_SIGNS, _NO_LETTERS + b"\n")
        if key:
            return key
    return plain(text).replace(" ", "").encode("utf-8", "surrogatepass")


def groups(
    texts: Sequence[str],
    known: int = 0,
    go_on: Callable[[], None] = lambda: None,
    *,
    guarded: bool = True,
) -> list[int]:
    """For each text the index of the first text of its group; its own when it is alone.

    The first `known` texts stay apart from one another whatever they say: they were grouped
    before, and only take the later ones in. `go_on` is called now and then and may raise to stop.
    Without `guarded` all that are ALIKE count as the same, whatever differs.
    """
    found: list[int] = []
    first: dict[str, int] = {}
    often: Counter[int] = Counter()
    for index, text in enumerate(texts):
        if index % STEP == 0:
            go_on()
        same = first.setdefault(plain(text), index)
        if same != index:
            often[same] += 1
        found.append(same if index >= known else index)
    merged = _near(first, often, known, go_on, guarded)
    return [merged.get(index, index) for index in found] if merged else found


def _near(
    first: dict[str, int],
    often: Counter[int],
    known: int,
    go_on: Callable[[], None],
    guarded: bool,
) -> dict[int, int]:
    """Number -> the number of the group that it joins, for texts that differ.

    `first` has each text with its number, in order; `often` how many more say just that.
    """
    texts, numbers = [*first], [*first.values()]
    seen_in: Counter[str] = Counter()  # texts that differ
    voices: Counter[str] = Counter()  # what those add that say just the same
    for at, text in enumerate(texts):
        if at % STEP == 0:
            go_on()
        stems = {*_stems(text)}
        seen_in.update(stems)
        if (more := often.get(numbers[at], 0)) > 0:
            voices.update(dict.fromkeys(stems, more))
    guard = _Guard(seen_in, voices) if guarded else None
    blocks: dict[object, tuple[int, ...]] = {}
    joined: dict[int, int] = {}
    for at, text in enumerate(texts):
        if at % STEP == 0:
            go_on()
        keys = _keys(_stems(text), seen_in)
        number = numbers[at]
        if number >= known:
            other = _most_alike(text, keys, blocks, texts, guard)
            if other is not None:
                joined[number] = joined.get(numbers[other], numbers[other])
        for key in keys:
            if (block := blocks.get(key)) is None:
                blocks[key] = (at,)  # most pairs of words come once: small matters
            else:
                blocks[key] = (*block[1 - BLOCK :], at)
    return joined


def _most_alike(
    text: str,
    keys: Sequence[object],
    blocks: Mapping[object, tuple[int, ...]],
    texts: Sequence[str],
    guard: _Guard | None,
) -> int | None:
    """Which of the texts before says nearly the same, the most alike first; None when none does."""
    from rapidfuzz import fuzz, process

    near = sorted({at for key in keys for at in blocks.get(key, ())})
    if not near:
        return None
    alike = process.extract(
        text, [texts[at] for at in near], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=9
    )
    words = text.split()
    for _, _, position in alike:
        other = near[position]
        if guard is None or guard.same(words, texts[other].split()):
            return other
    return None


def _stems(text: str) -> list[str]:
    """The words without a last s, whatever it stands for."""
    return (text + " ").replace("s ", " ").split()


def _keys(words: list[str], seen_in: Counter[str]) -> list[object]:
    """The pairs of a text's rarest words; the single words where it has no more than two.

    A word that is in no other text cannot lead to one, and little words lead everywhere.
    """
    shared = [(seen_in[word], word) for word in {*words} if seen_in[word] > 1]
    telling = [pair for pair in shared if pair[1] not in _LITTLE] or shared
    rare = [word for _, word in sorted(telling)[: RAREST + len(words) // MORE]]
    pairs: list[object] = [hash(pair) for pair in combinations(rare, 2)]
    return pairs + rare if len(rare) < 3 else pairs


class _Guard:
    """Tells slips and little words from differences that mean something."""

    def __init__(self, seen_in: Counter[str], voices: Counter[str]) -> None:
        self.seen_in = seen_in
        self.voices = voices

    def same(self, one: list[str], other: list[str]) -> bool:
        spare = len(one) // 25  # in a long text one word more says little
        for left, right in _differences(one, other):
            if "".join(left) == "".join(right):
                continue
            mine, theirs = _telling(left), _telling(right)
            if "".join(mine) == "".join(theirs):
                continue
            if any(map(_fixed, chain(mine, theirs))):
                return False
            if self._slip(left, right):
                continue
            if not (mine and theirs) and all(word in _ASKING for word in mine or theirs):
                continue
            spare -= max(len(mine), len(theirs))
            if (mine and theirs) or spare < 0:
                return False
        return True

    def _slip(self, left: list[str], right: list[str]) -> bool:
        """Is one side what a slip of the keyboard makes of the other?"""
        from rapidfuzz.distance import OSA

        one, other = "".join(left), "".join(right)
        if opposite(one, other) or _MARK.search(one + other):
            return False
        longest = max(len(one), len(other))
        if longest > 3:
            one, other = one.rstrip("'s"), other.rstrip("'s")
        if one == other:
            return True
        if OSA.distance(one, other, score_cutoff=2) > (2 if longest > 7 else 1):
            return False
        stems = [word.removesuffix("s") for word in chain(left, right)]
        seen = [self.seen_in[stem] + self.voices[stem] for stem in stems]
        rare, common = min(seen), max(seen)
        return rare <= SLIPS and (common > 4 * rare or (one[:1] == other[:1] and longest > 2))


def _differences(one: list[str], other: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The stretches of words in which two texts differ."""
    from rapidfuzz.distance import Levenshtein

    at = begin = 0
    for block in Levenshtein.opcodes(one, other).as_matching_blocks():
        if at < block.a or begin < block.b:
            yield one[at : block.a], other[begin : block.b]
        at, begin = block.a + block.size, block.b + block.size


def _telling(words: Iterable[str]) -> list[str]:
    return [_NEGATED.get(word, word) for word in words if word not in _LITTLE]


def _fixed(word: str) -> bool:
    """Nothing of this may differ: numbers and negations."""
    return word in _NEGATED_WORDS or word in negating_words() or any(map(str.isdigit, word))
