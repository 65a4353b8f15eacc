"""What the scoreboard shows, as plain values: every figure, by week and before and after.

It reads what the worksheets read (`measuring`), so that a figure is the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from cxreset.insight.figures.counts import read_period
from cxreset.insight.figures.intervals import wilson
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.run_chart import shift, shift_sentence, usual
from cxreset.insight.figures.samples import Sample
from cxreset.reset.measures.data_points import points_of
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured_all, typed_point
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import Action, Pilot

DONE = "completed"


class Week(NamedTuple):
    """One week of a figure in its shown unit, with the range it usually lies in (none if unknown).

    `is_whole` is False for the week that is still going on.
    """

    monday: date
    value: float
    answers: int
    low: float | None
    high: float | None
    in_pilot: bool
    is_whole: bool


class Range(NamedTuple):
    """One row of a before-and-after picture, in the shown unit; `low` is None without a range."""

    label: str
    answers: int | None
    value: float
    low: float | None
    high: float | None
    is_after: bool


class Figure(NamedTuple):
    """One measurement with its weeks and its ranges."""

    measured: Measured
    words: Wording
    weeks: tuple[Week, ...]
    shift: str
    here: tuple[Range, ...]
    elsewhere: tuple[Range, ...]


class Scoreboard(NamedTuple):
    """Everything the page shows."""

    figures: tuple[Figure, ...]
    preventable: tuple[int, int]  # hits, judged
    preventable_range: tuple[float, float] | None  # in %
    actions: tuple[int, int]  # completed, all
    steps: tuple[int, int]  # ticked, all
    day: int | None
    looks: tuple[tuple[date, bool], ...]  # planned days of the pilot's figure, and whether held
    events: str


def scoreboard_of(reset: Reset) -> Scoreboard:
    """The scoreboard as of today; the pilot's own figure first, then its guard."""
    book = reset.book
    order = {MAIN: 0, GUARD: 1}
    found = sorted(measured_all(book, reset.today), key=lambda one: order.get(one.row.role, 2))
    pilots = {pilot.id: pilot for pilot in book.rows(Pilot)}
    hits, judged = book.preventable_counts()
    around = wilson(hits, judged) if judged else None
    actions = book.rows(Action)
    main = found[0] if found and found[0].row.role == MAIN else None
    looks = points_of(book, main.row, "look") if main else []
    pilot = pilots.get(main.row.pilot_id) if main else None
    return Scoreboard(
        figures=tuple(_figure(reset, one, pilots.get(one.row.pilot_id)) for one in found),
        preventable=(hits, judged),
        preventable_range=(100 * around.low, 100 * around.high) if around else None,
        actions=(sum(action.status == DONE for action in actions), len(actions)),
        steps=(len(reset.daily.ticks()), len(reset.pack.steps)),
        day=reset.day_number(),
        looks=tuple((look.counted_on, look.total is not None) for look in looks if look.counted_on),
        events=pilot.events if pilot else "",
    )


def _figure(reset: Reset, found: Measured, pilot: Pilot | None) -> Figure:
    row = found.row
    words = Wording.of(KINDS[row.kind], row.name, row.scale)
    points = points_of(reset.book, row, "week")
    dated = [
        (point.counted_on, sample)
        for point in points
        if point.counted_on
        and (sample := read_period(row.kind, typed_point(point), row.scale).sample)
    ]
    whole = [sample for day, sample in dated if day + timedelta(days=7) <= reset.today]
    return Figure(
        measured=found,
        words=words,
        weeks=_weeks(dated, words, pilot, reset.today),
        shift=shift_sentence(shift(whole), len(whole), words) if dated else "",
        here=_ranges(found, words),
        elsewhere=_other(found, words),
    )


def _weeks(
    dated: Sequence[tuple[date, Sample]], words: Wording, pilot: Pilot | None, today: date
) -> tuple[Week, ...]:
    """The usual range is that of the whole weeks before the pilot, where there are six of them."""
    start = pilot.start_on if pilot else None
    whole = [(day, sample) for day, sample in dated if day + timedelta(days=7) <= today]
    before = [sample for day, sample in whole if start is None or day + timedelta(days=6) < start]
    level = usual(before) or usual([sample for _, sample in whole])
    factor, weeks = words.kind.factor, []
    for day, sample in dated:
        around = level.range(sample.total) if level else None
        weeks.append(
            Week(
                monday=day,
                value=sample.value * factor,
                answers=sample.total,
                low=around.low * factor if around else None,
                high=around.high * factor if around else None,
                in_pilot=start is not None and day + timedelta(days=6) >= start,
                is_whole=day + timedelta(days=7) <= today,
            )
        )
    return tuple(weeks)


def _ranges(found: Measured, words: Wording) -> tuple[Range, ...]:
    """Before and after at the pilot's place."""
    rows = []
    periods = (("Before", found.before, False), ("After", found.after, True))
    for label, period, is_after in periods:
        if period.sample:
            rows.append(_range(label, period.sample, words, is_after))
        elif period.written:
            value = period.written.value
            rows.append(
                Range(
                    label=label, answers=None, value=value, low=None, high=None, is_after=is_after
                )
            )
    return tuple(rows)


def _other(found: Measured, words: Wording) -> tuple[Range, ...]:
    """Before and after in the place that stayed as it was."""
    if found.verdict is None or found.verdict.reading.periods.elsewhere is None:
        return ()
    before, after = found.verdict.reading.periods.elsewhere
    return (_range("Before", before, words, False), _range("After", after, words, False))


def _range(label: str, sample: Sample, words: Wording, is_after: bool) -> Range:
    around, factor = sample.range(), words.kind.factor
    return Range(
        label=label,
        answers=sample.total,
        value=sample.value * factor,
        low=around.low * factor if around else None,
        high=around.high * factor if around else None,
        is_after=is_after,
    )
