"""What is counted besides before and after, as the leader pastes or types it: weeks, looks, places.

Each function stores the whole of one kind anew, in one change that undo takes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import listed, one_line
from cxreset.insight.figures.counts import Typed, problem_of, read_period
from cxreset.insight.figures.pilot.follow_up import FOLLOW_UP_DAYS
from cxreset.programme.dates import parse_date
from cxreset.reset.measures.series import typed_point
from cxreset.reset.measures.weekly_rows import read_weeks
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import DataPoint, Measurement

MOST_LOOKS: Final = 10
UNPLANNED: Final = "not planned"
"""The note of a look that was not planned."""


def points_of(
    book: Workbook, row: Measurement, period: str, site: str = "pilot"
) -> list[DataPoint]:
    """The stored counts of one kind, in order of their day."""
    return book.rows(DataPoint, "counted_on", "id", measurement_id=row.id, period=period, site=site)


def store_weeks(book: Workbook, row: Measurement, text: str) -> int:
    """Weekly rows pasted from a spreadsheet; returns how many weeks. UsageError names the line."""
    weeks = read_weeks(text, row.kind, row.scale) if text.strip() else []
    points = [
        DataPoint(
            measurement_id=row.id,
            period="week",
            counted_on=week.monday,
            hits=week.typed.hits,
            low=week.typed.low if row.kind == "nps" else None,
            total=week.total,
            value=week.value,
            note=week.note,
        )
        for week in weeks
    ]
    _replace(book, points_of(book, row, "week"), points)
    return len(weeks)


def weeks_text(book: Workbook, row: Measurement) -> str:
    """The stored weeks as they could be pasted."""
    lines = []
    for point in points_of(book, row, "week"):
        cells = [f"{point.counted_on}", point.value or f"{point.hits}", f"{point.total}"]
        if row.kind == "nps" and not point.value:
            cells.append(f"{point.low}")
        if point.note:
            cells.append(point.note)
        lines.append("\t".join(cells))
    return "\n".join(lines)


def planned_looks(book: Workbook, row: Measurement) -> list[DataPoint]:
    """The planned looks in order of their days, held or not."""
    return [point for point in points_of(book, row, "look") if point.note != UNPLANNED]


def store_looks(book: Workbook, row: Measurement, text: str, today: date) -> int:
    """The planned days, one a line; days already looked at stay. Returns how many are planned."""
    looks = planned_looks(book, row)
    held = {one.counted_on for one in looks if one.total is not None}
    days = set(held)
    for line in text.splitlines():
        if line.strip():
            days.add(parse_date(line.strip(), today))
    if len(days) > MOST_LOOKS:
        raise UsageError(
            _("At most {most_looks} looks can be planned; two or three are plenty.").format(
                most_looks=MOST_LOOKS
            )
        )
    _replace(
        book,
        [one for one in looks if one.total is None],
        [
            DataPoint(measurement_id=row.id, period="look", counted_on=day)
            for day in sorted(day for day in days if day and day not in held)
        ],
    )
    return len(days)


def looks_text(book: Workbook, row: Measurement) -> str:
    """The planned days, one a line."""
    return "\n".join(str(point.counted_on) for point in planned_looks(book, row))


class HeldLook(NamedTuple):
    """The day a look was held for, and whether it was planned; only then is a verdict said."""

    day: date
    is_planned: bool


def hold_look(book: Workbook, row: Measurement, today: date) -> HeldLook:
    """Take the counts after the change as those of the look that is due.

    None due, but some planned: the counts are noted as a look that was not planned. It spends
    nothing and says nothing. UsageError when none is planned, or there are no counts to look at.
    """
    looks = planned_looks(book, row)
    if not looks:
        raise UsageError(_("No look is planned: the figures can be seen, and say nothing."))
    after = Typed(row.after_hits, row.after_low, row.after_total, row.after_value)
    if read_period(row.kind, after, row.scale).sample is None:
        raise UsageError(_("Write the counts after the change first: a look needs them."))
    due = [
        point
        for point in looks
        if point.total is None and point.counted_on and point.counted_on <= today
    ]
    if not due:
        _note_unplanned(book, row, after, today)
        return HeldLook(today, is_planned=False)
    point = due[-1]
    with book.file.transaction():
        book.set(
            DataPoint,
            point.key,
            hits=after.hits,
            low=after.low,
            total=after.total,
            value=after.value,
        )
        for other in points_of(book, row, "after", "comparison"):
            book.add(_look(row, "comparison", point.counted_on, typed_point(other)))
    assert point.counted_on is not None
    return HeldLook(point.counted_on, is_planned=True)


def _note_unplanned(book: Workbook, row: Measurement, after: Typed, today: date) -> None:
    """A day has one such look: the last counts of it."""
    old = [
        point
        for point in points_of(book, row, "look")
        if point.note == UNPLANNED and point.counted_on == today
    ]
    look = _look(row, "pilot", today, after)
    look.note = UNPLANNED
    _replace(book, old, [look])


def _look(row: Measurement, site: str, day: date | None, typed: Typed) -> DataPoint:
    look = point_of(row, "look", site, typed)
    look.counted_on = day
    return look


def store_comparison(book: Workbook, row: Measurement, text: str) -> None:
    """The comparison place: two lines, before and after, each hits and total (NPS: low as third).

    UsageError names the line that cannot be; no lines take the counts away.
    """
    lines = [_cells(line) for line in text.splitlines()]
    typed = [_typed(cells, number, row) for number, cells in enumerate(lines, 1) if cells]
    if len(typed) > 2:
        raise UsageError(_("Two lines, please: the counts before, and the counts after."))
    points = [
        point_of(row, period, "comparison", one)
        for period, one in zip(("before", "after"), typed, strict=False)
    ]
    old = [
        *points_of(book, row, "before", "comparison"),
        *points_of(book, row, "after", "comparison"),
    ]
    _replace(book, old, points)


def comparison_text(book: Workbook, row: Measurement) -> str:
    """The comparison place's counts as they could be typed."""
    return "\n".join(
        _line(row, point)
        for period in ("before", "after")
        for point in points_of(book, row, period, "comparison")
    )


def store_later(book: Workbook, row: Measurement, day: int, text: str) -> None:
    """The figure as counted about day 60 or 90, on one line; no line takes it away.

    UsageError says what cannot be; what it shows is a note of the measurement (`measuring`).
    """
    if day not in FOLLOW_UP_DAYS:
        days = listed([str(one) for one in FOLLOW_UP_DAYS])
        raise UsageError(_("Whether it has held is asked on days {days}.").format(days=days))
    lines = [_cells(line) for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        raise UsageError(_("One line, please: the counts of that day."))
    new = [point_of(row, f"day{day}", "pilot", _typed(cells, 1, row)) for cells in lines]
    _replace(book, points_of(book, row, f"day{day}"), new)


def later_text(book: Workbook, row: Measurement, day: int) -> str:
    """What was counted about day 60 or 90, as it could be typed."""
    return "\n".join(_line(row, point) for point in points_of(book, row, f"day{day}"))


def remove_points(book: Workbook, row: Measurement) -> None:
    """Take away all that hangs on a measurement that is about to go."""
    _replace(book, book.rows(DataPoint, measurement_id=row.id), [])


def _cells(line: str) -> list[str]:
    """The figures of a line; a percent sign stays with its number, where a comma is decimal."""
    line = line.replace(" %", "%").replace(" ± ", "±").replace(";", " ")
    if "%" not in line and "±" not in line:
        line = line.replace(",", " ")
    return line.split()


def _line(row: Measurement, point: DataPoint) -> str:
    if point.value:
        return f"{point.value} {point.total}"
    cells = [f"{point.hits}", f"{point.total}"]
    return " ".join([*cells, f"{point.low}"] if row.kind == "nps" else cells)


def point_of(row: Measurement, period: str, site: str, typed: Typed) -> DataPoint:
    """What was typed, as it is stored; it has no day yet."""
    return DataPoint(
        measurement_id=row.id,
        period=period,
        site=site,
        hits=typed.hits,
        low=typed.low,
        total=typed.total,
        value=typed.value,
    )


def _typed(cells: list[str], line: int, row: Measurement) -> Typed:
    """Counts, or a figure with its number of answers: `61% 180`, for NPS `+30 100`."""
    is_figure = "%" in cells[0] or row.kind == "effort" or (row.kind == "nps" and len(cells) == 2)
    needed = 3 if row.kind == "nps" and not is_figure else 2
    if len(cells) != needed:
        raise UsageError(
            _("Line {line}: {needed} figures, please: {asked}.").format(
                line=line, needed=needed, asked=_asked(row.kind)
            )
        )
    if is_figure:
        typed = Typed(total=_whole(cells[1], line), value=cells[0])
    else:
        low = _whole(cells[2], line) if row.kind == "nps" else None
        typed = Typed(_whole(cells[0], line), low, _whole(cells[1], line))
    if problem := problem_of(row.kind, typed, row.scale):
        raise UsageError(_("Line {line}: {problem}").format(line=line, problem=problem))
    return typed


def _asked(kind: str) -> str:
    if kind == "effort":
        return _("the mean ± its spread, and the total")
    if kind == "nps":
        return _("9s and 10s, the total, 0s to 6s")
    return _("the hits and the total")


def _whole(cell: str, line: int) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
        raise UsageError(
            _("Line {line}: “{cell}” is not a whole number.").format(
                line=line, cell=one_line(cell, 20)
            )
        )
    return int(cell)


def _replace(book: Workbook, old: Iterable[DataPoint], new: Iterable[DataPoint]) -> None:
    with book.file.transaction():
        for point in old:
            book.remove(DataPoint, point.key)
        for point in new:
            book.add(point)
