"""How the content reads: words and school grade of every text, as a table.

`python -m scripts.readability [DIR]` prints it and exits 1 when a text is harder than grade 9 or
outside its word limits. The grade (0.39 x words per sentence + 11.8 x syllables per word - 15.59)
is Flesch and Kincaid's and counts every sentence; syllables are textstat's, which the development
extra brings and which is made for English. A German pack has the grade of the first Wiener
Sachtextformel (Bamberger and Vanecek, 1984): 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES
- 0.875, where MS, IW and ES are the percentages of words of three syllables or more, of more than
six letters and of one syllable, and SL the words per sentence; a syllable is a run of vowels. A
ten-minute version has a length of its own, and is graded with its step or day.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cxreset.programme.files import FOLDERS, pack_files, read_bytes
from cxreset.programme.links import DAY_WORDS, PRACTICE_WORDS, STEP_WORDS, words_in

HARDEST = 9.0
LIMITS = {"steps": STEP_WORDS, "practices": PRACTICE_WORDS, "days": DAY_WORDS}
SHORTEST = 30
"""Words a text needs for its grade to say anything; shorter ones are judged with their like."""

_KEYS = "summary|text|question|why|objective|sign|help|credit"
_VALUE = re.compile(rf"""^\s*(?:-\s+)?(?:{_KEYS}):\s+["']?(.*?)["']?\s*$""", re.MULTILINE)
_SENTENCE_END = re.compile(r"""[.?!]+["“”’')]*(?=\s|$)""")
_STATEMENT = re.compile(r"""^\s+-\s+["']?(?!\{|\w+:)(.*?)["']?\s*$""", re.MULTILINE)

_WORD, _VOWELS = re.compile(r"\w+"), re.compile(r"[aeiouyäöü]+")


class Score(NamedTuple):
    """One text: its file, the words of its body, and the grade of all of it (None: too short)."""

    file: str
    words: int
    grade: float | None
    limits: tuple[int, int] | None

    @property
    def ok(self) -> bool:
        low, high = self.limits or (0, self.words)
        return low <= self.words <= high and (self.grade is None or self.grade <= HARDEST)


def scores(folder: Path) -> Iterator[Score]:
    """Every text of the pack in `folder`; the days' texts are short, so each week's are one."""
    days: dict[str, list[str]] = {}
    short = _short_heading(folder)
    grade = _german_grade if _language(folder) == "de" else _grade
    for file in pack_files(folder):
        section = file.name.partition("/")[0]
        source = read_bytes(folder, file.name).decode("utf-8-sig")
        front, body = _apart(source)
        sentences = f"{_front_words(front)}\n\n{plain(body)}"
        if section == "days":
            days.setdefault(file.name.partition("/")[2].rpartition("-")[0], []).append(sentences)
            sentences = ""
        words = words_in(short.split(body)[0] if short else body)
        yield Score(file.name, words, grade(sentences), LIMITS.get(section))
    for week, texts in days.items():
        joined = "\n\n".join(texts)
        yield Score(f"days/{week}-*", words_in(joined), grade(joined), None)


def _language(folder: Path) -> str:
    source = read_bytes(folder, "pack.md").decode("utf-8-sig")
    named = re.search(r"^language: *\"?([a-z]+)", source, re.MULTILINE)
    return named[1] if named else ""


def _short_heading(folder: Path) -> re.Pattern[str] | None:
    """The heading of the ten-minute versions, when the pack names one."""
    source = read_bytes(folder, "pack.md").decode("utf-8-sig")
    named = re.search(r"^  ten_minutes: (.+)$", source, re.MULTILINE)
    return re.compile(rf"^## {re.escape(named[1])}$", re.MULTILINE) if named else None


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """(file, its whole source) of every text of the pack, for tests of style."""
    for file in pack_files(folder):
        yield file.name, read_bytes(folder, file.name).decode("utf-8-sig")


def _apart(source: str) -> tuple[str, str]:
    _, front, body = source.split("---\n", 2)
    return front, body


def _front_words(front: str) -> str:
    """The sentences of the front matter: questions, statements, what a text is for."""
    inline = re.findall(r"""text:\s+"(.*?)"\s*\}""", front)
    found = [*_VALUE.findall(front), *inline, *_STATEMENT.findall(front)]
    return "\n\n".join(_ended(piece) for piece in found if piece)


def plain(markdown: str) -> str:
    """Markdown as running text, a list item as a sentence of its own.

    Headings and tables are left out: counted as sentences of two words they would flatter.
    """
    text = re.sub(r"(?m)^(?:\||#+ ).*$", "\n", markdown)
    text = re.sub(r"\{\{[^}]*\}\}", "this", text)
    text = re.sub(r"(?m)^\s*(?:[-*] (?:\[.\] )?|\d+[.)] |> )", "\n\n", text)
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\))?", r"\1", re.sub(r"[*_`]", "", text))
    paragraphs = (" ".join(piece.split()) for piece in re.split(r"\n\s*\n", text))
    return "\n\n".join(_ended(piece) for piece in paragraphs if any(map(str.isalpha, piece)))


def _ended(piece: str) -> str:
    return piece if piece.rstrip("\"”’')").endswith((".", "?", "!")) else f"{piece}."


def _grade(text: str) -> float | None:
    if words_in(text) < SHORTEST:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # textstat reads its word list by an old way
        import textstat

        words, syllables = textstat.lexicon_count(text), textstat.syllable_count(text)
    # Counted here: textstat leaves out sentences of one or two words, and so punishes short steps.
    sentences = len(_SENTENCE_END.findall(text))
    return float(0.39 * words / sentences + 11.8 * syllables / words - 15.59)


def _german_grade(text: str) -> float | None:
    if words_in(text) < SHORTEST:
        return None
    words = [word for word in _WORD.findall(text) if not word.isdigit()]
    syllables = [max(1, len(_VOWELS.findall(word.lower()))) for word in words]
    long_words = 100 * sum(number >= 3 for number in syllables) / len(words)
    short_words = 100 * sum(number == 1 for number in syllables) / len(words)
    many_letters = 100 * sum(len(word) > 6 for word in words) / len(words)
    in_sentence = len(words) / len(_SENTENCE_END.findall(text))
    return (
        0.1935 * long_words
        + 0.1672 * in_sentence
        + 0.1297 * many_letters
        - 0.0327 * short_words
        - 0.875
    )


def main(words: list[str]) -> int:
    """Print the table; 1 when a text should be mended."""
    folder = Path(words[0]) if words else Path(__file__).resolve().parent.parent / "content"
    order = {name: position for position, name in enumerate(("", *FOLDERS))}
    found = sorted(scores(folder), key=lambda one: order.get(one.file.partition("/")[0], 0))
    print(f"{'file':<46}{'words':>6}{'grade':>7}")
    for one in found:
        grade = "" if one.grade is None else f"{one.grade:.1f}"
        limits = f"{one.limits[0]} to {one.limits[1]} words" if one.limits else ""
        wrong = "" if one.ok else f"   wanted: {limits or 'any length'}, grade {HARDEST:.0f}"
        print(f"{one.file:<46}{one.words:>6}{grade:>7}{wrong}")
    graded = [one.grade for one in found if one.grade is not None]
    total = sum(one.words for one in found if not one.file.endswith("*"))
    bad = sum(not one.ok for one in found)
    print(
        f"\n{len(graded)} texts graded, {total:,} words; hardest {max(graded, default=0):.1f}, ",
        end="",
    )
    print(f"mean {sum(graded) / max(1, len(graded)):.1f}; {bad} to mend.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
