"""What is counted besides before and after, as the leader pastes or types it: weeks, looks, places.

Each function stores the whole of one kind anew, in one change that undo takes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.insight.figures.counts import Typed, problem_of, read_period
from cxreset.programme.dates import parse_date
from cxreset.reset.measures.weekly_rows import read_weeks
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import DataPoint, Measurement

MOST_LOOKS: Final = 10


def points_of(
    book: Workbook, row: Measurement, period: str, site: str = "pilot"
) -> list[DataPoint]:
    """The stored counts of one kind, in order of their day."""
    return book.rows(DataPoint, "counted_on", "id", measurement_id=row.id, period=period, site=site)


def store_weeks(book: Workbook, row: Measurement, text: str) -> int:
    """Weekly rows pasted from a spreadsheet; returns how many weeks. UsageError names the line."""
    weeks = read_weeks(text, row.kind) if text.strip() else []
    points = [
        DataPoint(
            measurement_id=row.id,
            period="week",
            counted_on=week.monday,
            hits=week.hits,
            low=week.low if row.kind == "nps" else None,
            total=week.total,
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
        cells = [f"{point.counted_on}", f"{point.hits}", f"{point.total}"]
        if row.kind == "nps":
            cells.append(f"{point.low}")
        if point.note:
            cells.append(point.note)
        lines.append("\t".join(cells))
    return "\n".join(lines)


def store_looks(book: Workbook, row: Measurement, text: str, today: date) -> int:
    """The planned days, one a line; days already looked at stay. Returns how many are planned."""
    held = [one for one in points_of(book, row, "look") if one.total is not None]
    days = {one.counted_on for one in held}
    for line in text.splitlines():
        if line.strip():
            days.add(parse_date(line.strip(), today))
    if len(days) > MOST_LOOKS:
        raise UsageError(f"At most {MOST_LOOKS} looks can be planned; two or three are plenty.")
    open_days = sorted(day for day in days if day and day not in {one.counted_on for one in held})
    old = [one for one in points_of(book, row, "look") if one.total is None]
    _replace(
        book,
        old,
        [DataPoint(measurement_id=row.id, period="look", counted_on=day) for day in open_days],
    )
    return len(days)


def looks_text(book: Workbook, row: Measurement) -> str:
    """The planned days, one a line."""
    return "\n".join(str(point.counted_on) for point in points_of(book, row, "look"))


def hold_look(book: Workbook, row: Measurement, today: date) -> date:
    """Take the counts after the change as those of the look that is due; returns its planned day.

    UsageError when none is due, or when there are no counts to look at.
    """
    due = [
        point
        for point in points_of(book, row, "look")
        if point.total is None and point.counted_on and point.counted_on <= today
    ]
    if not due:
        raise UsageError("No planned look is due today: the figures can be seen, and say nothing.")
    after = Typed(row.after_hits, row.after_low, row.after_total, row.after_value)
    if read_period(row.kind, after, row.scale).sample is None:
        raise UsageError("Write the counts after the change first: a look needs them.")
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
            book.add(
                DataPoint(
                    measurement_id=row.id,
                    period="look",
                    site="comparison",
                    counted_on=point.counted_on,
                    hits=other.hits,
                    low=other.low,
                    total=other.total,
                    value=other.value,
                )
            )
    assert point.counted_on is not None
    return point.counted_on


def store_comparison(book: Workbook, row: Measurement, text: str) -> None:
    """The comparison place: two lines, before and after, each hits and total (NPS: low as third).

    UsageError names the line that cannot be; no lines take the counts away.
    """
    lines = [line.replace(";", " ").replace(",", " ").split() for line in text.splitlines()]
    typed = [_typed(cells, number, row.kind) for number, cells in enumerate(lines, 1) if cells]
    if len(typed) > 2:
        raise UsageError("Two lines, please: the counts before, and the counts after.")
    points = [
        DataPoint(
            measurement_id=row.id,
            period=period,
            site="comparison",
            hits=one.hits,
            low=one.low,
            total=one.total,
            value=one.value,
        )
        for period, one in zip(("before", "after"), typed, strict=False)
    ]
    old = [
        *points_of(book, row, "before", "comparison"),
        *points_of(book, row, "after", "comparison"),
    ]
    _replace(book, old, points)


def comparison_text(book: Workbook, row: Measurement) -> str:
    """The comparison place's counts as they could be typed."""
    lines = []
    for period in ("before", "after"):
        for point in points_of(book, row, period, "comparison"):
            cells = [point.value or str(point.hits), str(point.total)]
            lines.append(" ".join([*cells, str(point.low)] if row.kind == "nps" else cells))
    return "\n".join(lines)


def remove_points(book: Workbook, row: Measurement) -> None:
    """Take away all that hangs on a measurement that is about to go."""
    _replace(book, book.rows(DataPoint, measurement_id=row.id), [])


def _typed(cells: list[str], line: int, kind: str) -> Typed:
    needed = 3 if kind == "nps" else 2
    if len(cells) != needed:
        what = "9s and 10s, the total, 0s to 6s" if kind == "nps" else "the hits and the total"
        if kind == "effort":
            what = "the mean ± its spread, and the total"
        raise UsageError(f"Line {line}: {needed} figures, please: {what}.")
    if kind == "effort":
        typed = Typed(total=_whole(cells[1], line), value=cells[0])
    else:
        low = _whole(cells[2], line) if kind == "nps" else None
        typed = Typed(_whole(cells[0], line), low, _whole(cells[1], line))
    if problem := problem_of(kind, typed):
        raise UsageError(f"Line {line}: {problem}")
    return typed


def _whole(cell: str, line: int) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 10):
        raise UsageError(f"Line {line}: “{one_line(cell, 20)}” is not a whole number.")
    return int(cell)


def _replace(book: Workbook, old: Iterable[DataPoint], new: Iterable[DataPoint]) -> None:
    with book.file.transaction():
        for point in old:
            book.remove(DataPoint, point.key)
        for point in new:
            book.add(point)
