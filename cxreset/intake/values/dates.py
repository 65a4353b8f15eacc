"""Days in cells: written out, in numbers, as a count of seconds, or told from today.

A single value is never guessed at: which part of `03/04/2025` is the day, and whether `1741000000`
is a time at all, is decided over a whole column (`date_order`, `day_reader`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from cxreset.intake.values.months import month_of
from cxreset.intake.values.relative import before, days_ago

# Where a numeric date has its day: decided over a column, never over one value.
Order = Literal["day first", "month first", "unclear"]
Form = Literal["written", "seconds", "milliseconds", "serial"]

DATE_LENGTH = 64  # characters; longer cells are words, so that no pattern is slow on a hostile one
_LEAD_LENGTH = 160  # characters with the words that may stand before a date
_YEARS = range(1900, 2101)
_CLOCK = r"(?:(?:T|,|,?\s+)[^\d\n]{0,14}\d{1,2}[:.h]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})(?:\2(\d{{1,2}}))?{_CLOCK}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d\d){_CLOCK}", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}.*)?", re.ASCII)
_SPACED = re.compile(r"(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?:\s.*)?", re.ASCII)  # ko, hu
_HAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?.*", re.ASCII)
_QUARTER = re.compile(r"(?:(\d{4})[\s/-]*[qtk]([1-4])|[qtk]([1-4])[\s/-]*(\d{4}))", re.I)
_QUARTAL = re.compile(r"([1-4])(?:\.|er|e|st|nd|rd|th)?\s*(?:quart\w*|trim\w*)\s*(\d{4})", re.I)
_CLOCK_FIRST = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?,?\s+(?=\S)", re.I)
_AT = r"(?:at|um|à|a las|às|kl\.?|klo|om|o|в|ore|alle|saat)"
_CLOCK_INSIDE = re.compile(rf"(?:\s{_AT})?[\sT,]\d{{1,2}}[:h]\d{{2}}(?::\d{{2}})?\S*", re.I)
_ZONE = re.compile(
    r"\s(?:[+-]\d{4}|[apAP]\.?\s?[mM]\.?|UTC|GMT|CES?T|MES?Z|[ECMP][DS]T|BST|Uhr)(?=\s|$)"
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[\u0300-\u036f\u0900-\u097f][^\W\d_]*)*")
_PARTICLES = {
    *("de", "del", "of", "the", "st", "nd", "rd", "th", "er", "le", "du", "di", "den", "d", "di"),
    *("г", "года", "р", "року", "r", "roku", "on", "am", "vom", "el", "il", "в", "von", "do"),
}
_WORDS_BEFORE = 1  # a weekday
_LEAD = re.compile(
    r"(?:review|rated|rating|posted|publish|written|date|visited|experience|stayed|created|sent"
    r"|rezension|bewert|verfasst|geschrieben|datum|erstellt|comment|avis|publi|redig|depos|laiss"
    r"|revis|opini|fecha|escrit|resen|recens|scritt|data|avalia|geplaatst|beoordeel|recen|opubl"
    r"|dodan|napis|отзыв|дата|опубл|напис|yorum|tarih|değerlendir|κριτικ|ημερομην)"
)
_EPOCH = range(946_684_800, 4_102_444_800)  # 2000 to 2099 in seconds
_STAMP = re.compile(r"(\d{10})(?:\.\d{1,9})?|(\d{13})", re.ASCII)
_SERIAL = re.compile(r"([3-6]\d{4})(?:[.,]\d+)?", re.ASCII)
_SERIALS = range(30_000, 62_000)  # 1982 to 2069 as Excel counts days
_EXCEL_BEGINS = date(1899, 12, 30)


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
    if 5 <= len(text) <= _LEAD_LENGTH:
        return _parse_date(text, order)
    return None


@lru_cache(maxsize=8192)  # days repeat; long cells never get this far
def _parse_date(text: str, order: Order) -> date | None:
    if not text.isascii():
        text = _western(text)
    if not any("0" <= char <= "9" for char in text):
        return None
    if len(text) <= DATE_LENGTH and (found := _bare(text, order)):
        return found
    return _after_words(text, order)


def _western(text: str) -> str:
    """Digits of any script as 0 to 9, blanks of any kind as blanks, no marks of direction."""
    text = unicodedata.normalize("NFKC", text).replace("،", ",")
    letters = [
        str(unicodedata.decimal(char, char)) for char in text if unicodedata.category(char) != "Cf"
    ]
    return "".join(letters).strip()


def _bare(text: str, order: Order) -> date | None:
    """A date and nothing else, but for a time."""
    text = _CLOCK_FIRST.sub("", text, count=1) if _CLOCK_FIRST.match(text) else text
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4] or 1))
    if match := _YEAR_LAST.fullmatch(text):
        return _in_order(match, order)
    if match := _COMPACT.fullmatch(text) or _SPACED.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _HAN.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3] or 1))
    if match := _QUARTER.fullmatch(text):
        return _day(int(match[1] or match[4]), 3 * int(match[2] or match[3]) - 2, 1)
    if match := _QUARTAL.fullmatch(text):
        return _day(int(match[2]), 3 * int(match[1]) - 2, 1)
    return _named_month(text)


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


def only_a_month(value: str) -> bool:
    """`2016-1`, `March 2016`, `Q2 2025`: a date that is taken as the first of a month."""
    text = _western(value.strip())
    if not 5 <= len(text) <= DATE_LENGTH or parse_date(text) is None:
        return False
    if match := _YEAR_FIRST.fullmatch(text):
        return match[4] is None
    if match := _HAN.fullmatch(text):
        return match[3] is None
    if _QUARTER.fullmatch(text) or _QUARTAL.fullmatch(text):
        return True
    return len(re.findall(r"\d+", text)) == 1 and not _COMPACT.fullmatch(text)


def date_order(values: Iterable[str]) -> Order:
    """Day or month first, from the parts over 12 in a column; the majority where both occur."""
    votes = 0
    for value in values:
        match = _YEAR_LAST.fullmatch(value.strip())
        if match:
            votes += (int(match[1]) > 12) - (int(match[3]) > 12)
    if votes == 0:
        return "unclear"
    return "day first" if votes > 0 else "month first"


def order_of_a_log(values: Sequence[str]) -> Order:
    """The order in which the days of a log, told one after the other, seldom go back."""
    back: dict[Order, int] = {}
    orders: tuple[Order, ...] = ("day first", "month first")
    for order in orders:
        days = [day for value in values if (day := parse_date(value, order))]
        back[order] = sum(day > after for day, after in pairwise(days))
    if back["day first"] == back["month first"]:
        return "unclear"
    return min(orders, key=lambda order: back[order])


def looks_like_date(value: str) -> bool:
    """A date in any order, `03/04/2024` and `6 days ago` included."""
    return (
        parse_date(value, "day first") is not None
        or parse_date(value, "month first") is not None
        or days_ago(value) is not None
    )


def stamp_form(values: Sequence[str]) -> Form:
    """Whether nine in ten of a column's numbers are seconds or milliseconds since 1970, or days as
    a spreadsheet counts them; `written` otherwise."""
    counts: dict[Form, int] = {"seconds": 0, "milliseconds": 0, "serial": 0}
    for value in values:
        if form := _form_of(value.strip()):
            counts[form] += 1
    best = max(counts, key=lambda form: counts[form])
    return best if counts[best] and counts[best] >= 0.9 * len(values) else "written"


def _form_of(text: str) -> Form | None:
    if match := _STAMP.fullmatch(text):
        seconds = int(match[1]) if match[1] else int(match[2]) // 1000
        if seconds in _EPOCH:
            return "seconds" if match[1] else "milliseconds"
    elif (match := _SERIAL.fullmatch(text)) and int(match[1]) in _SERIALS:
        return "serial"
    return None


def _stamped(value: str, form: Form) -> date | None:
    text = value.strip()
    if _form_of(text) != form:
        return None
    number = float(text.replace(",", "."))
    if form == "serial":
        return _EXCEL_BEGINS + timedelta(int(number))
    return datetime.fromtimestamp(number / (1000 if form == "milliseconds" else 1), UTC).date()


def day_reader(form: Form, order: Order, today: date) -> Callable[[str], date | None]:
    """What reads the cells of one column; days ago are counted back from `today`."""

    def read(cell: str) -> date | None:
        if form != "written" and (day := _stamped(cell, form)):
            return day
        if (day := parse_date(cell, order)) is not None:
            return day
        days = days_ago(cell)
        return None if days is None else before(today, days)

    return read
