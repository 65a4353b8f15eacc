"""Everything a plan says, as plain values: no table and no open file goes further than this room.

`gather` (in `gather.py`) reads them from a workbook. Ids are the short ones (`P2`, `G1`, `A7`);
texts are as the leader wrote them; scales run 1 to 5; dates are None where none was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cxreset.sharing.facts.customers import (
    CommentFact,
    FixFact,
    GapFact,
    PainFact,
    TouchpointFact,
)
from cxreset.sharing.facts.days import DaysFact
from cxreset.sharing.facts.declared import (
    Amount,
    Code,
    Colleague,
    Company,
    Lines,
    PackText,
    Ref,
)
from cxreset.sharing.facts.pilots import (
    LessonFact,
    MeasureFact,
    PilotFact,
    ProcedureFact,
    VoiceFact,
)
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact, MeetingFact, ShareOutFact


@dataclass(frozen=True, slots=True)
class StepFact:
    """A step's number and title, to say where something is still to do, and its answers.

    `worksheet` is what it is found by; None for a step that has prompts alone. `answers` are
    (prompt, what the leader wrote).
    """

    number: Code
    title: PackText
    worksheet: Code | None = None
    answers: tuple[tuple[str, Lines], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure the leader keeps by hand, at the start and at the end."""

    title: PackText
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """The case in money: what is assumed (label, figure), the sums, what the leader wrote of it.

    `sums` are rows of (what, likely, with half of the benefit), amounts as text.
    """

    fix: str
    sentence: str
    assumed: tuple[tuple[PackText, Amount], ...]
    sums: tuple[tuple[PackText, Amount, Amount], ...]
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HabitFact:
    """A habit of the check-up: its scores (1 to 5) of day 1 and day 29, None where not marked."""

    title: PackText
    first: float | None = None
    last: float | None = None


@dataclass(frozen=True, slots=True)
class CycleFact:
    """A reset of the same workbook, this one or one before: its counts, the sums of its check-up
    (None where not marked), the ids of its pain points with how many comments spoke of each, and
    what was measured, before and after."""

    start_on: date
    comments: int
    actions: int
    completed: int
    first: int | None
    last: int | None
    pains: tuple[tuple[Ref, int], ...] = ()
    figures: tuple[tuple[str, Amount], ...] = ()


@dataclass(frozen=True, slots=True)
class WinFact:
    text: Lines
    written_on: date


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A working day of the reset: its number (1 to 30) and what it is for, such as a step's title.

    `minutes` is what the step says it takes, 0 where it does not say.
    """

    number: int
    on: date
    title: PackText
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class WeekPartFact:
    """A part of the week's look: its heading, its lines, and what is said where it has none."""

    title: PackText
    lines: tuple[str, ...] = ()
    nothing: PackText = ""


@dataclass(frozen=True, slots=True)
class WeekFact:
    """The week that ends today in its parts, and who may ask how it goes."""

    parts: tuple[WeekPartFact, ...] = ()
    supporter: Colleague = ""


def _not_counted() -> None:
    """Nobody counted them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """All of it. `pains` are the chosen ones, in their order; `other_pains` the rest.

    `preventable` counts comments: (marked preventable, marked either way); `preventable_range` is
    the 95 % interval of that share in %, None without any marked.

    What few forms need is read when it is called: `complaints` counts the comments that complain
    (None where too many would have to be read), `tied` reads every comment tied to a pain, `week`
    the week.
    """

    name: Colleague
    organisation: Company
    today: date
    start_on: date
    day: int
    credit: PackText = ""
    comments: int = 0
    channels: Mapping[Code, int] = field(default_factory=dict)
    preventable: tuple[int, int] = (0, 0)
    preventable_range: tuple[float, float] | None = None
    pains: tuple[PainFact, ...] = ()
    other_pains: tuple[PainFact, ...] = ()
    gaps: tuple[GapFact, ...] = ()
    fixes: tuple[FixFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    meeting: MeetingFact = field(default_factory=MeetingFact)
    follow_ups: tuple[FollowUpFact, ...] = ()
    pilots: tuple[PilotFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    voices: tuple[VoiceFact, ...] = ()
    lessons: tuple[LessonFact, ...] = ()
    procedures: tuple[ProcedureFact, ...] = ()
    share_outs: tuple[ShareOutFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    touchpoints: tuple[TouchpointFact, ...] = ()
    money: MoneyFact | None = None
    habits: tuple[HabitFact, ...] = ()
    wins: tuple[WinFact, ...] = ()
    steps: tuple[StepFact, ...] = ()
    created_on: date | None = None
    daily_at: Code = ""
    sessions: tuple[SessionFact, ...] = ()
    cycles: tuple[CycleFact, ...] = ()
    days: DaysFact = field(default_factory=DaysFact)
    complaints: Callable[[], int | None] = field(default=_not_counted, compare=False)
    tied: Callable[[], tuple[CommentFact, ...]] = field(default=tuple, compare=False)
    week: Callable[[], WeekFact] = field(default=WeekFact, compare=False)

    def steps_for(self, worksheet: str) -> tuple[StepFact, ...]:
        """The steps that are done in this worksheet, in order; none in a pack that has no such."""
        return tuple(step for step in self.steps if step.worksheet == worksheet)

    def all_pains(self) -> tuple[PainFact, ...]:
        """The chosen pains in their order, then the others."""
        return (*self.pains, *self.other_pains)
