"""Days in cells: written out, in numbers, as a count of seconds, or told from today.

A single value is never guessed at: which part of `03/04/2025` is the day, and whether `1741000000`
is a time at all, is decided over a whole column, in `date_columns`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from cxreset.intake.values.months import month_of
from cxreset.intake.values.relative import days_ago

# Where a numeric date has its day: decided over a column, never over one value.
Order = Literal["day first", "month first", "unclear"]

DATE_LENGTH = 64  # characters; longer cells are words, so that no pattern is slow on a hostile one
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile("[0-9]+")
_LEAD_LENGTH = 160  # characters with the words that may stand before a date
_YEARS = range(1900, 2101)
_CLOCK = r"(?:(?:T|,|,?\s+)[^\d\n]{0,14}\d{1,2}[:.h]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})(?:\2(\d{{1,2}}))?{_CLOCK}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.]) ?(\d{{1,2}})\2 ?(\d{{4}}|\d\d){_CLOCK}", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.]((?:19|20)\d\d)", re.ASCII)
_SPOKEN = re.compile(r"(\d{2}) (\d{1,2}), (\d{4})", re.ASCII)  # `09 13, 2009` of old data sets
_RANGE = re.compile(r"\s+(?:-|–|—|to|bis|au|al|tot|do)\s+|/(?=\d{4}-)|\s?[–—]\s?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}.*)?", re.ASCII)
_SPACED = re.compile(r"(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?:\s.*)?", re.ASCII)  # ko, hu
_HAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?.*", re.ASCII)
_WEEK = re.compile(r"(\d{4})-?[wW](\d{1,2})", re.ASCII)
_QUARTER = re.compile(r"(?:(\d{4})[\s/-]*[qtk]([1-4])|[qtk]([1-4])[\s/-]*(\d{4}))", re.I)
_QUARTAL = re.compile(r"([1-4])(?:\.|er|e|st|nd|rd|th)?\s*(?:quart\w*|trim\w*)\s*(\d{4})", re.I)
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?,?\s+(?=\S)", re.I)
_AT = r"(?:at|um|à|a las|às|kl\.?|klo|om|o|в|ore|alle|saat)"
_CLOCK_INSIDE = re.compile(rf"(?:\s{_AT})?[\sT,]\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?\S*", re.I)
_ZONE = re.compile(
    r"\s(?:[+-]\d{4}|[apAP]\.?\s?[mM]\.?|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|CES?T|MES?Z|[ECMP][DS]T|BST|Uhr)(?=\s|$)"
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[\u0300-\u036f\u0900-\u097f][^\W\d_]*)*")
_PARTICLES = {
    *("de", "del", "of", "the", "st", "nd", "rd", "th", "er", "le", "du", "di", "den", "d", "di"),
    *("г", "года", "р", "року", "r", "roku", "on", "am", "vom", "el", "il", "в", "von", "do"),
}
_WORDS_BEFORE = 1  # a weekday
_LEAD = re.compile(
    r"(?:review|updated|rated|rating|posted|publish|written|date|visited|experience|stayed|created|sent"
    r"|rezension|bewert|verfasst|geschrieben|datum|erstellt|comment|avis|publi|redig|depos|laiss"
    r"|revis|opini|fecha|escrit|resen|recens|scritt|data|avalia|geplaatst|beoordeel|recen|opubl"
    r"|dodan|napis|отзыв|дата|опубл|напис|yorum|tarih|değerlendir|κριτικ|ημερομην"
    r"|.{1,60}\b(?:wrote a review|a ecrit un avis|hat eine bewertung))"
)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _full_year(text: str) -> int:
    """Two digits stand for 1970 to 2069."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + (1900 if year >= 70 else 2000)


def parse_date(value: str, order: Order = "unclear") -> date | None:
    """The day in `value`, as written there (a time is dropped, a time zone is not converted).

    Understood: `2015-04-22`, `2015/4/22`, `2016-1` (first of the month), `20150422`, numeric dates
    with the year last in the given `order`, months by name, `2025年3月4日`, quarters (their first
    day), each with or without a time, also before it; and words such as "Reviewed on" before all.
    A numeric date that `order` does not settle is None unless a part over 12, or two equal
    parts, settle it.
    """
    text = value.strip()
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    elif text.endswith(")"):  # "(Central European Standard Time)"
        text = text.rpartition("(")[0].strip() or text
    if 5 <= len(text) <= _LEAD_LENGTH:
        return _parse_date(text, order)
    return None


@lru_cache(maxsize=8192)  # days repeat; long cells never get this far
def _parse_date(text: str, order: Order) -> date | None:
    text = _western(text)
    if not _DIGIT.search(text):
        return None
    if len(text) <= DATE_LENGTH and (found := _bare(text, order) or _first_of_a_range(text, order)):
        return found
    return _after_words(text, order)


def _first_of_a_range(text: str, order: Order) -> date | None:
    """`03.03.2025 - 05.03.2025`, `12–14 March 2025`: the day on which it begins."""
    begin, *rest = _RANGE.split(text)
    if len(rest) != 1 or (last := _bare(rest[0], order)) is None:
        return None
    if begin.isdecimal() and 1 <= int(begin[:3]) <= last.day:
        return last.replace(day=int(begin))
    return _bare(begin, order)


def _western(text: str) -> str:
    """Digits of any script as 0 to 9, blanks of any kind as blanks, no marks of direction."""
    if text.isascii():
        return text.strip()
    text = unicodedata.normalize("NFKC", text).replace("،", ",")
    letters = [
        str(unicodedata.decimal(char, char)) for char in text if unicodedata.category(char) != "Cf"
    ]
    return "".join(letters).strip()


def _bare(text: str, order: Order) -> date | None:
    """A date and nothing else, but for a time."""
    text = _without_clock(text)
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4] or 1))
    if match := _YEAR_LAST.fullmatch(text):
        return _in_order(match, order)
    if match := _COMPACT.fullmatch(text) or _SPACED.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _HAN.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3] or 1))
    if match := _MONTH_YEAR.fullmatch(text):
        return _day(int(match[2]), int(match[1]), 1)
    if match := _SPOKEN.fullmatch(text):
        return _day(int(match[3]), int(match[1]), int(match[2]))
    if match := _WEEK.fullmatch(text):
        return _monday(int(match[1]), int(match[2]))
    if match := _QUARTER.fullmatch(text):
        return _day(int(match[1] or match[4]), 3 * int(match[2] or match[3]) - 2, 1)
    if match := _QUARTAL.fullmatch(text):
        return _day(int(match[2]), 3 * int(match[1]) - 2, 1)
    return _named_month(text)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1) if year in _YEARS else None
    except ValueError:
        return None


def _without_clock(text: str) -> str:
    """`10:15 14/04/2025` without the time before it."""
    return _CLOCK_FIRST.sub("", text, count=1) if _CLOCK_FIRST.match(text) else text


def _in_order(match: re.Match[str], order: Order) -> date | None:
    first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
    if first == second or first > 12 or (order == "day first" and second <= 12):
        return _day(year, second, first)
    if second > 12 or order == "month first":
        return _day(year, first, second)
    # A full stop between the parts is a Continental habit, where the day comes first.
    return _day(year, second, first) if match[2] == "." else None


def _named_month(text: str) -> date | None:
    """A day, a month's name and a year in any order, a weekday before them perhaps."""
    bare = _ZONE.sub(" ", _CLOCK_INSIDE.sub(" ", text, count=1))
    month: int | None = None
    numbers: list[str] = []
    strange = 0
    for token in _TOKEN.findall(bare):
        if token.isdecimal():
            numbers.append(token)
        elif month is None and (found := month_of(token)):
            month = found
        elif token.casefold() not in _PARTICLES:
            if numbers or month is not None:
                return None
            strange += 1
    if month is None or strange > _WORDS_BEFORE or not 1 <= len(numbers) <= 2:
        return None
    return _with_month(month, numbers)


def _with_month(month: int, numbers: Sequence[str]) -> date | None:
    if len(numbers) == 1:
        return _day(int(numbers[0]), month, 1) if len(numbers[0]) == 4 else None
    day, year = numbers if len(numbers[1]) in (2, 4) else (numbers[1], numbers[0])
    if len(day) > 2 or len(year) not in (2, 4):
        day, year = year, day
    if len(day) > 2 or len(year) not in (2, 4):
        return None
    return _day(_full_year(year), month, int(day))


def _after_words(text: str, order: Order) -> date | None:
    """`Reviewed in the United States on April 3, 2025`, `Date of experience: March 3, 2025`."""
    if not _LEAD.match(text.casefold()):
        return None
    words = text.split()
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        starts = words[at][0].isdecimal() or month_of(words[at].strip(".,:")) is not None
        if starts and len(rest) <= DATE_LENGTH and (found := _bare(rest, order)):
            return found
    return None


def names_no_day(value: str) -> bool:
    """`2016-1`, `March 2016`, `Q2 2025`, `2025-W14`: a date that is taken as the first of them."""
    text = _western(value.strip())
    if not 5 <= len(text) <= DATE_LENGTH or len(_NUMBER.findall(text)) > 2:
        return False
    if parse_date(text) is None:
        return False
    if match := _YEAR_FIRST.fullmatch(text):
        return match[4] is None
    if match := _HAN.fullmatch(text):
        return match[3] is None
    if any(form.fullmatch(text) for form in (_MONTH_YEAR, _QUARTER, _QUARTAL, _WEEK)):
        return True
    return len(_NUMBER.findall(text)) == 1 and not _COMPACT.fullmatch(text)


def numeric_parts(value: str) -> tuple[int, int] | None:
    """The first two numbers of a date with the year last: `(3, 4)` for `03/04/2025 10:15`."""
    text = value.strip() if value.isascii() else _western(value)
    match = _YEAR_LAST.fullmatch(_without_clock(text))
    return (int(match[1]), int(match[3])) if match else None


def looks_like_date(value: str) -> bool:
    """A date in any order, `03/04/2024` and `6 days ago` included."""
    # where the month comes first and the day cannot, a part over 12 says so in either order
    return parse_date(value, "day first") is not None or days_ago(value) is not None
