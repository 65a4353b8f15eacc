"""A measurement as its charts show it: its weeks with their usual range, and its ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from cxreset.insight.figures.chart_data import Range, Week
from cxreset.insight.figures.counts import Period, Typed, read_period
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.run_chart import shift, shift_sentence, usual
from cxreset.insight.figures.samples import Sample
from cxreset.workbook.tables import DataPoint, Measurement

_WEEK = timedelta(days=7)


class Series(NamedTuple):
    """The weeks in order, and what the rule for a shift says of them; empty without weeks."""

    weeks: tuple[Week, ...] = ()
    shift: str = ""


def typed_of(row: Measurement, when: Literal["before", "after"]) -> Typed:
    """What was typed for one period at the pilot's place."""
    if when == "before":
        return Typed(row.before_hits, row.before_low, row.before_total, row.before_value)
    return Typed(row.after_hits, row.after_low, row.after_total, row.after_value)


def typed_point(point: DataPoint) -> Typed:
    """What was typed for a week, a look or another place."""
    return Typed(point.hits, point.low, point.total, point.value)


def series_of(
    row: Measurement, points: Iterable[DataPoint], begun_on: date | None, today: date
) -> Series:
    """The weeks among a measurement's counts; the pilot began on `begun_on` (None: no pilot).

    The usual range is that of the whole weeks before the pilot, where there are six of them.
    """
    dated = [
        (point.counted_on, sample, point.note)
        for point in points
        if point.period == "week" and point.counted_on
        if (sample := read_period(row.kind, typed_point(point), row.scale).sample)
    ]
    if not dated:
        return Series()
    whole = [(day, sample) for day, sample, _ in dated if day + _WEEK <= today]
    before = [sample for day, sample in whole if begun_on is None or day + _WEEK <= begun_on]
    samples = [sample for _, sample in whole]
    level, factor = usual(before) or usual(samples), KINDS[row.kind].factor
    weeks = []
    for day, sample, note in dated:
        around = level.range(sample.total) if level else None
        weeks.append(
            Week(
                monday=day,
                value=sample.value * factor,
                answers=sample.total,
                low=around.low * factor if around else None,
                high=around.high * factor if around else None,
                in_pilot=begun_on is not None and day + _WEEK > begun_on,
                is_whole=day + _WEEK <= today,
                note=note,
            )
        )
    words = Wording.of(KINDS[row.kind], row.name, row.scale)
    return Series(tuple(weeks), shift_sentence(shift(samples), len(whole), words))


def ranges_of(
    kind: str, periods: Sequence[Period], elsewhere: tuple[Sample, Sample] | None
) -> tuple[Range, ...]:
    """Before and after at the pilot's place, then in the place that stayed as it was."""
    rows = []
    for period, is_after in zip(periods, (False, True), strict=True):
        if period.sample:
            rows.append(_range(kind, period.sample, is_after=is_after))
        elif period.written:
            rows.append(Range(value=period.written.value, is_after=is_after))
    for sample, is_after in zip(elsewhere or (), (False, True), strict=False):
        rows.append(_range(kind, sample, is_after=is_after, is_elsewhere=True))
    return tuple(rows)


def _range(
    kind: str, sample: Sample, *, is_after: bool = False, is_elsewhere: bool = False
) -> Range:
    around, factor = sample.range(), KINDS[kind].factor
    return Range(
        value=sample.value * factor,
        answers=sample.total,
        low=around.low * factor if around else None,
        high=around.high * factor if around else None,
        is_after=is_after,
        is_elsewhere=is_elsewhere,
    )
