"""How the days of a whole column are read: in which order, and as what they are counted.

`03/04/2025` is in March or in April, `1741000000` a moment or a number: other cells tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Literal

from cxreset.intake.values.dates import Order, names_no_day, numeric_parts, parse_date
from cxreset.intake.values.relative import before, days_ago

Form = Literal["written", "seconds", "milliseconds", "serial"]

_SOME_STAMPS = 0.1  # share of a column that makes it one of stamps among dates written out
_EPOCH = range(946_684_800, 4_102_444_800)  # 2000 to 2099 in seconds
_STAMP = re.compile(r"(\d{10})(?:\.\d{1,9})?|(\d{13})", re.ASCII)
_SERIAL = re.compile(r"([3-6]\d{4})(?:[.,]\d+)?", re.ASCII)
_SERIALS = range(30_000, 62_000)  # 1982 to 2069 as Excel counts days
_EXCEL_BEGINS = date(1899, 12, 30)


def date_order(values: Iterable[str]) -> Order:
    """Day or month first, from the parts over 12 in a column; the majority where both occur."""
    votes = 0
    for value in values:
        parts = numeric_parts(value)
        if parts:
            votes += (parts[0] > 12) - (parts[1] > 12)
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


def is_ambiguous(value: str) -> bool:
    """A day that is one only when it is known whether days or months come first."""
    return parse_date(value) is None and parse_date(value, "day first") is not None


def stamp_form(values: Sequence[str]) -> Form:
    """Whether nine in ten of a column's cells are seconds or milliseconds since 1970, or days as
    a spreadsheet counts them; `written` otherwise.

    Cells that are dates already are left aside: spreadsheets mix the two.
    """
    counts: dict[Form, int] = {"seconds": 0, "milliseconds": 0, "serial": 0}
    dated = 0
    for value in values:
        if form := _form_of(value.strip()):
            counts[form] += 1
        else:
            dated += parse_date(value, "day first") is not None
    best = max(counts, key=lambda form: counts[form])
    enough = max(0.9 * (len(values) - dated), _SOME_STAMPS * len(values))
    return best if counts[best] and counts[best] >= enough else "written"


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


def approximate_reader(form: Form, order: Order) -> Callable[[str], bool]:
    """What says of the cells that `day_reader` reads whether their day is approximate: counted back
    from another ("6 days ago"), or the first of a week, a month or a quarter."""

    def read(cell: str) -> bool:
        if form != "written" and _stamped(cell, form):
            return False
        return parse_date(cell, order) is None or names_no_day(cell)

    return read
