"""Weekly figures pasted from a spreadsheet: a day, the hits and the total in each line.

The cells are parted by tabs, semicolons or, without these, commas. A first line without a day is
its header. NPS has the low answers as a fourth cell. A last cell with words is what else happened
in that week ("strike"). Days are taken to the Monday of their week,
and two lines of one week are added up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.intake.values.date_columns import date_order
from cxreset.intake.values.dates import Order, parse_date

_NOTE: Final = 60


class WeekCounts(NamedTuple):
    """What was counted in the week from `monday` on; `low` for NPS only, `note` what happened."""

    monday: date
    hits: int
    total: int
    low: int = 0
    note: str = ""


def read_weeks(text: str, kind: str) -> list[WeekCounts]:
    """The weeks in order. UsageError, naming the line, for one that cannot be read."""
    lines = [_cells(line) for line in text.splitlines() if line.strip()]
    order = date_order(cells[0] for cells in lines)
    if lines and parse_date(lines[0][0], order) is None:
        lines = lines[1:]
        skipped = 2
    else:
        skipped = 1
    if not lines:
        raise UsageError("No weekly figures are in what was pasted: a day, the hits and the total.")
    weeks: dict[date, WeekCounts] = {}
    for number, cells in enumerate(lines, start=skipped):
        week = _week(cells, number, order, kind)
        known = weeks.get(week.monday, WeekCounts(week.monday, 0, 0))
        weeks[week.monday] = WeekCounts(
            week.monday,
            known.hits + week.hits,
            known.total + week.total,
            known.low + week.low,
            "; ".join(filter(None, (known.note, week.note))),
        )
    return sorted(weeks.values())


def whole_weeks(weeks: Sequence[WeekCounts], today: date) -> list[WeekCounts]:
    """Those that are over: a figure of half a week has another mix of days."""
    return [week for week in weeks if week.monday + timedelta(days=7) <= today]


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";"):
        if separator in line:
            return [cell.strip() for cell in line.split(separator)]
    return [cell.strip() for cell in line.split(",")]


def _week(cells: list[str], line: int, order: Order, kind: str) -> WeekCounts:
    needed = 4 if kind == "nps" else 3
    wanted = (
        "a day, the 9s and 10s, the total and the 0s to 6s"
        if needed == 4
        else ("a day, the hits and the total")
    )
    if len(cells) < needed:
        raise UsageError(f"Line {line} has {len(cells)} of {needed} cells: {wanted}.")
    day = parse_date(cells[0], order)
    if day is None:
        raise UsageError(f"Line {line}: “{one_line(cells[0], 20)}” is not a day.")
    numbers = [_number(cell, line) for cell in cells[1:needed]]
    hits, total = numbers[0], numbers[1]
    low = numbers[2] if needed == 4 else 0
    if total < 1:
        raise UsageError(f"Line {line}: the total must be at least 1.")
    if kind != "rate" and hits + low > total:
        raise UsageError(f"Line {line}: {hits + low:,} of {total:,} cannot be.")
    note = " ".join(filter(None, (one_line(cell, _NOTE) for cell in cells[needed:])))
    return WeekCounts(day - timedelta(days=day.weekday()), hits, total, low, note)


def _number(cell: str, line: int) -> int:
    bare = cell.replace("\u00a0", "").replace(" ", "").replace("'", "").replace("’", "")
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 9:
        raise UsageError(f"Line {line}: “{one_line(cell, 20)}” is not a whole number.")
    return int(bare)
