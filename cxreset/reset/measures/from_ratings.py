"""A measurement counted from the ratings that are in the workbook already: before and after by day.

Before are the ratings from as many days before the pilot's start as the pilot has (or all, when
that would be fewer than 30), after those from its start on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.insight.figures.kinds import ends_of
from cxreset.insight.figures.samples import ENOUGH_ANSWERS, Mean
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.ratings import rated_imports, rating_counts
from cxreset.workbook.tables import Measurement, Pilot


class Filled(NamedTuple):
    """How many ratings were counted before and after."""

    before: int
    after: int


def fill_from_ratings(book: Workbook, row: Measurement, batch_id: int, today: date) -> Filled:
    """Store the counts of one import's ratings; undo takes them back as one change.

    UsageError where the pilot has no start, the kind cannot come from ratings, or none are there.
    """
    pilot = book.get(Pilot, row.pilot_id) if row.pilot_id else None
    if pilot is None or pilot.start_on is None:
        raise UsageError("Set the start of the pilot first: it parts before from after.")
    scale = next((scale for number, _, scale in rated_imports(book.file) if number == batch_id), "")
    last = min(today, pilot.end_on or today)
    span = max(1, (last - pilot.start_on).days + 1)
    eve = pilot.start_on - timedelta(days=1)
    before = rating_counts(book.file, batch_id, pilot.start_on - timedelta(days=span), eve)
    if sum(before.values()) < ENOUGH_ANSWERS:
        before = rating_counts(book.file, batch_id, None, eve)
    after = rating_counts(book.file, batch_id, pilot.start_on, last)
    if not before or not after:
        missing = "before its start" if not before else "since its start"
        raise UsageError(f"This import has no ratings with a day {missing}.")
    values: dict[str, int | str | None] = {"scale": scale.replace("-", " to ")}
    for when, counts in (("before", before), ("after", after)):
        for name, value in counted(row.kind, counts, scale).items():
            values[f"{when}_{name}"] = value
    book.set(Measurement, row.key, **values)
    return Filled(sum(before.values()), sum(after.values()))


def counted(kind: str, counts: Mapping[float, int], scale: str) -> dict[str, int | str | None]:
    """The columns of one period: top two of the scale, 9-10 and 0-6, or the mean and its spread."""
    least, most = ends_of(scale)
    total = sum(counts.values())
    if kind == "csat":
        hits = sum(number for rating, number in counts.items() if rating >= most - 1)
        return {"hits": hits, "low": None, "total": total, "value": ""}
    if kind == "nps":
        if (least, most) != (0, 10):
            raise UsageError("NPS is asked from 0 to 10: these ratings have another scale.")
        hits = sum(number for rating, number in counts.items() if rating >= 9)
        low = sum(number for rating, number in counts.items() if rating <= 6)
        return {"hits": hits, "low": low, "total": total, "value": ""}
    if kind == "effort":
        mean = Mean.of_counts({round(rating): number for rating, number in counts.items()})
        value = f"{mean.value:.4f} ± {mean.spread:.4f}"
        return {"hits": None, "low": None, "total": total, "value": value}
    raise UsageError("Ratings give CSAT, NPS or effort: choose one of these kinds first.")
