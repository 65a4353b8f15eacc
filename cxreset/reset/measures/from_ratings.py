"""A measurement counted from the ratings that are in the workbook already: before and after by day.

Before are the ratings from as many days before the pilot's start as the pilot has (or all, when
that would be fewer than 30), after those from its start on. Another import's ratings, counted over
the same days, are those of the place that stayed as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.insight.figures.counts import Typed
from cxreset.insight.figures.kinds import ends_of
from cxreset.insight.figures.samples import ENOUGH_ANSWERS, Mean
from cxreset.reset.measures.data_points import point_of, points_of
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.ratings import rated_imports, rating_counts, ratings_by_week
from cxreset.workbook.tables import DataPoint, Measurement, Pilot


class Filled(NamedTuple):
    """How many ratings were counted before and after, and for how many weeks one by one."""

    before: int
    after: int
    weeks: int = 0


def fill_from_ratings(book: Workbook, row: Measurement, batch_id: int, today: date) -> Filled:
    """Store the counts of one import's ratings; undo takes them back as one change.

    Its weeks are stored too, where none were pasted. UsageError where the pilot has no start, the
    kind cannot come from ratings, or none are there.
    """
    scale = _scale_of(book, batch_id)
    before, after = _periods(book, row, batch_id, today)
    values: dict[str, int | str | None] = {"scale": scale.replace("-", " to ")}
    for when, counts in (("before", before), ("after", after)):
        typed = counted(row.kind, counts, scale)
        for name, value in typed._asdict().items():
            values[f"{when}_{name}"] = value
    by_week = {} if points_of(book, row, "week") else ratings_by_week(book.file, batch_id, today)
    with book.file.transaction():
        book.set(Measurement, row.key, **values)
        for monday, counts in by_week.items():
            week = point_of(row, "week", "pilot", counted(row.kind, counts, scale))
            week.counted_on = monday
            book.add(week)
    return Filled(sum(before.values()), sum(after.values()), len(by_week))


def fill_comparison(book: Workbook, row: Measurement, batch_id: int, today: date) -> Filled:
    """Store the counts of another import's ratings as those of the place that stayed as it was.

    UsageError as `fill_from_ratings`, and for ratings on another scale than the pilot's.
    """
    scale = _scale_of(book, batch_id)
    if row.scale and ends_of(row.scale) != ends_of(scale):
        raise UsageError(
            _(
                "These ratings are on {scale}, the pilot's on {scale2}: they cannot be compared."
            ).format(scale=scale.replace("-", _(" to ")), scale2=row.scale)
        )
    before, after = _periods(book, row, batch_id, today)
    stored = [
        point_of(row, period, "comparison", counted(row.kind, counts, scale))
        for period, counts in (("before", before), ("after", after))
    ]
    old = [
        point
        for period in ("before", "after")
        for point in points_of(book, row, period, "comparison")
    ]
    with book.file.transaction():
        for point in old:
            book.remove(DataPoint, point.key)
        for point in stored:
            book.add(point)
    return Filled(sum(before.values()), sum(after.values()))


def _periods(
    book: Workbook, row: Measurement, batch_id: int, today: date
) -> tuple[dict[float, int], dict[float, int]]:
    """How often each rating was given before and after the pilot's start."""
    pilot = book.get(Pilot, row.pilot_id) if row.pilot_id else None
    if pilot is None or pilot.start_on is None:
        raise UsageError(_("Set the start of the pilot first: it parts before from after."))
    last = min(today, pilot.end_on or today)
    span = max(1, (last - pilot.start_on).days + 1)
    eve = pilot.start_on - timedelta(days=1)
    before = rating_counts(book.file, batch_id, pilot.start_on - timedelta(days=span), eve)
    if sum(before.values()) < ENOUGH_ANSWERS:
        before = rating_counts(book.file, batch_id, None, eve)
    after = rating_counts(book.file, batch_id, pilot.start_on, last)
    if not before or not after:
        missing = _("before its start") if not before else _("since its start")
        raise UsageError(
            _("This import has no ratings with a day {missing}.").format(missing=missing)
        )
    return before, after


def _scale_of(book: Workbook, batch_id: int) -> str:
    """`1-5`; empty for an import without ratings."""
    imports = rated_imports(book.file)
    return next((scale for number, _, scale in imports if number == batch_id), "")


def counted(kind: str, counts: Mapping[float, int], scale: str) -> Typed:
    """The counts of one period: top two of the scale, 9-10 and 0-6, or the mean and its spread."""
    least, most = ends_of(scale)
    total = sum(counts.values())
    if kind == "csat":
        hits = sum(number for rating, number in counts.items() if rating >= most - 1)
        return Typed(hits, None, total)
    if kind == "nps":
        if (least, most) != (0, 10):
            raise UsageError(_("NPS is asked from 0 to 10: these ratings have another scale."))
        hits = sum(number for rating, number in counts.items() if rating >= 9)
        low = sum(number for rating, number in counts.items() if rating <= 6)
        return Typed(hits, low, total)
    if kind == "effort":
        mean = Mean.of_counts({round(rating): number for rating, number in counts.items()})
        value = f"{mean.value:.4f} ± {mean.spread:.4f}"
        return Typed(total=total, value=value)
    raise UsageError(_("Ratings give CSAT, NPS or effort: choose one of these kinds first."))
