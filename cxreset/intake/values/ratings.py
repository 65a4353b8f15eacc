"""Ratings in cells: numbers, stars, and words that stand for a step of a scale.

What a cell says by itself is `parse_rating`; words and `10` to `50` are read only where a whole
column is written so (`rating_reader`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from cxreset.intake.values.months import plain_letters
from cxreset.intake.values.scale_words import SCALES

_LENGTH = 60  # characters
_MOST = 0.8  # share of a column's cells that words must explain
_RATING = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,4})?)(?:\s*(?:/|out of|of|von|sur|de|su|z|na|[-–:(])\s*\S.*|\D*)"
)
_LEAD = re.compile(
    r"(?:rated|rating|score|note|nota|bewertung|bewertet mit|bubble|stars?|sterne|valoracion"
    r"|puntuacion|ocena|voto|avaliacao|classificacao|beoordeling|noté|оценка|puan)[\s:_-]{0,3}",
    re.IGNORECASE,
)
_OF_STARS = re.compile(r"\d{1,2} ?(?:つ星のうち|점 만점에|分中|分满分) ?(\d(?:\.\d)?)(?:点|점|分)?")
_COUNTED = {
    **dict.fromkeys(("one", "ein", "eine", "une", "un", "una", "uno", "um", "uma"), 1),
    **dict.fromkeys(("two", "zwei", "deux", "dos", "due", "dois", "duas"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tres", "tre"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro", "quattro", "quatro"), 4),
    **dict.fromkeys(("five", "funf", "cinq", "cinco", "cinque"), 5),
}
_STARS = re.compile(r"(\w+)[ -](?:stars?|sterne?|etoiles?|estrellas?|stelle?|stella|estrelas?)")
# A survey that was sent and not answered, or left open: no rating, and nothing unreadable.
_OPEN = {
    *("offered", "unoffered", "not offered", "not rated", "unrated", "no rating", "n/a", "na"),
    *("no response", "not surveyed", "star_rating_unspecified", "unspecified", "unknown"),
    *("none", "null", "nan", "-", "–", "--", "?", ".", "not applicable", "no answer", "skipped"),
    *(
        "keine angabe",
        "k.a.",
        "k. a.",
        "sans reponse",
        "sin respuesta",
        "don't know",
        "weiss nicht",
    ),
}


_TENFOLD = {10.0, 20.0, 30.0, 40.0, 50.0, 15.0, 25.0, 35.0, 45.0}


class RatingForm(NamedTuple):
    """How a column's ratings are written: by `words` of a scale, or as numbers `divided` by ten.

    `scale` is what the form says by itself, such as `1-5`; empty for plain numbers.
    """

    scale: str = ""
    words: tuple[tuple[str, float], ...] = ()
    divided: bool = False


PLAIN_NUMBERS = RatingForm()


def parse_rating(value: str) -> float | None:
    """`4`, `4,5`, `4/5`, `5 stars`, `five stars`, `10 - very likely`, `Rated 4 out of 5`, `★★★★☆`
    as a number from 0 to 999."""
    text = value.strip()
    return _parse_rating(text) if 0 < len(text) <= _LENGTH else None


@lru_cache(maxsize=4096)  # ratings repeat
def _parse_rating(text: str) -> float | None:
    if set(text) <= set("★☆⭐✩✭\ufe0f ½"):
        return text.count("★") + text.count("⭐") + text.count("✭") + 0.5 * text.count("½")
    if match := _OF_STARS.fullmatch(text):
        return float(match[1])
    if not "0" <= text[0] <= "9":
        text = _LEAD.sub("", text, count=1)
        if not text[:1].isdecimal():
            return _in_words(text)
    match = _RATING.fullmatch(text) if "0" <= text[0] <= "9" and text.isprintable() else None
    return float(match[1].replace(",", ".")) if match and match[1].isascii() else None


def _in_words(text: str) -> float | None:
    match = _STARS.fullmatch(plain_letters(text))
    return _COUNTED.get(match[1]) if match else None


def is_open(value: str) -> bool:
    """Blank, or words that say that there is no rating: `Offered`, `N/A`."""
    text = value.strip()
    return not text or plain_letters(text) in _OPEN


def rating_form(cells: Iterable[str]) -> RatingForm:
    """How the ratings of a column are written, judged on its cells."""
    often: Counter[str] = Counter()  # a rating comes back many times
    for cell, times in Counter(cells).items():
        if not is_open(cell):
            often[plain_letters(cell.strip())] += times
    filled = often.total()
    if not filled:
        return RatingForm()
    numbers = {cell: number for cell in often if (number := parse_rating(cell)) is not None}
    if sum(often[cell] for cell in numbers) * 2 >= filled:
        seen = set(numbers.values())
        tenfold = len(seen) > 1 and seen <= _TENFOLD and max(seen) == max(_TENFOLD)
        return RatingForm("1-5", divided=True) if tenfold else RatingForm()
    for words in SCALES:
        if sum(often[cell] for cell in often if cell in words.values) >= _MOST * filled:
            return RatingForm(words.scale, tuple(words.values.items()))
    return RatingForm()


def rating_reader(form: RatingForm) -> Callable[[str], float | None]:
    """What reads the cells of one column."""
    if form.words:
        words = dict(form.words)
        return lambda cell: words.get(plain_letters(cell.strip()))
    if form.divided:
        return lambda cell: None if (found := parse_rating(cell)) is None else found / 10
    return parse_rating


def in_words_of(form: RatingForm, cells: Sequence[str]) -> list[str]:
    """The words seen in `cells` from the best to the worst, for a sentence."""
    words = dict(form.words)
    seen = {plain_letters(cell.strip()): cell.strip() for cell in cells}
    known = [word for word in seen if word in words]
    return [seen[word] for word in sorted(known, key=lambda word: -words[word])]
