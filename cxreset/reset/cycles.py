"""This reset beside those before it, in words."""

from __future__ import annotations

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.insight.figures.counts import Typed, read_period
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.reset.reset import Reset
from cxreset.workbook.cycles.compared import (
    Counts,
    CycleFigures,
    MeasuredRow,
    cycles_compared,
)


def compared(reset: Reset) -> list[str]:
    """This reset and those before it in a few counts, a line each, then the pain points that
    several speak of and the figures; [] while it is the first."""
    cycles = cycles_compared(reset.file)
    if len(cycles) < 2:
        return []
    return [*map(_counts, cycles), *_pains(cycles), *_measured(cycles)]


def _counts(one: CycleFigures) -> str:
    first, last = one.checkup
    marks = "" if first is None else _(", check-up {first}").format(first=first)
    if first is not None and last is not None:
        marks += f" → {last}"
    begun = day_month(one.start_on, short=False, year=True)
    return _(
        "from {begun}: {comments}, {pain_points}, {completed} of {actions} done{marks}"
    ).format(
        begun=begun,
        comments=count(one.comments, "comment"),
        pain_points=count(one.chosen, "pain point"),
        completed=one.completed,
        actions=count(one.actions, "action"),
        marks=marks,
    )


def _pains(cycles: tuple[CycleFigures, ...]) -> list[str]:
    """`P2 Refund takes long: 38, then 12 comments` of each that this reset and one before chose."""
    *before, now = cycles
    lines = []
    for number, (title, tied) in now.pains.items():
        known = [one.pains[number][1] for one in before if number in one.pains]
        if known:
            counts = _(", then ").join(f"{whole(each)}" for each in (*known, tied))
            lines.append(
                _("P{number} {title}: {counts} comments").format(
                    number=number, title=one_line(title, 60), counts=counts
                )
            )
    return lines


def _measured(cycles: tuple[CycleFigures, ...]) -> list[str]:
    """`Satisfaction: 61 % → 76 %, then 74 % → 78 %` of each figure that two resets measured."""
    by_name: dict[str, list[str]] = {}
    for cycle in cycles:
        for name, change in measured_changes(cycle):
            by_name.setdefault(name, []).append(change)
    return [
        f"{name}: {_(', then ').join(changes)}"
        for name, changes in by_name.items()
        if len(changes) > 1
    ]


def measured_changes(cycle: CycleFigures) -> list[tuple[str, str]]:
    """(name, `61 % → 76 %`) of each figure that was measured before and after."""
    found = []
    for row in cycle.measured:
        words = Wording.of(KINDS[row.kind], row.name, row.scale) if row.kind in KINDS else None
        values = [_value(row, counts) for counts in (row.before, row.after)]
        if words is not None and all(value is not None for value in values):
            digits = words.digits(*(value for value in values if value is not None))
            ends = [words.figure(value, digits) for value in values if value is not None]
            found.append((words.name, " → ".join(ends)))
    return found


def _value(row: MeasuredRow, counts: Counts) -> float | None:
    """The figure of a period in its inner unit; None where there is none."""
    period = read_period(row.kind, Typed(*counts), row.scale)
    if period.sample is not None:
        return period.sample.value
    return period.written.value / KINDS[row.kind].factor if period.written else None
