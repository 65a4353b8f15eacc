"""Everything a plan says, as plain values: no table and no open file goes further than this room.

`gather` (in `gather.py`) reads them from a workbook. Ids are the short ones (`P2`, `G1`, `A7`);
texts are as the leader wrote them; scales run 1 to 5; dates are None where none was given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class StepFact:
    """A step's number and title, to say where something is still to do, and its answers."""

    number: str
    title: str
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteFact:
    """What a customer said; `source` is the file and row it came from, or how it was noted."""

    ref: str
    text: str
    channel: str = "other"
    received_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class CommentFact:
    """A comment tied to pains (ids), with where it came from in words."""

    ref: str
    text: str
    channel: str = "other"
    received_on: date | None = None
    source: str = ""
    pains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PainFact:
    """A pain point; `comments` is how many are tied to it, `reason` why it has its place."""

    ref: str
    title: str
    comments: int = 0
    chosen: bool = True
    actionable: bool | None = None
    urgency: int | None = None
    problem: str = ""
    reason: str = ""
    quotes: tuple[QuoteFact, ...] = ()


@dataclass(frozen=True, slots=True)
class GapFact:
    """`evidence` is what the leader noted as proof; `pain` the id of the pain it is tied to.

    `comments` stand behind that pain; `quotes` are those the leader named, else the pain's.
    """

    ref: str
    title: str
    touchpoint: str = ""
    promise: str = ""
    reality: str = ""
    evidence: str = ""
    width: int | None = None
    pain: str = ""
    comments: int = 0
    quotes: tuple[QuoteFact, ...] = ()


@dataclass(frozen=True, slots=True)
class TouchpointFact:
    """Only templates list every touchpoint; a plan names those with a gap."""

    ref: str
    name: str
    promise: str = ""
    reality: str = ""


@dataclass(frozen=True, slots=True)
class FixFact:
    """`chain` leads back to the pain, as ids ("G1", "P2"); `comments` stand behind that pain."""

    ref: str
    title: str
    kind: str | None = None
    effort: int | None = None
    reason: str = ""
    horizon: str | None = None
    start_on: date | None = None
    end_on: date | None = None
    chain: tuple[str, ...] = ()
    pain: str = ""
    comments: int = 0


@dataclass(frozen=True, slots=True)
class ActionFact:
    """`chain` leads back to the pain; `comments` is how many comments stand behind that pain.

    `note` is where it stands, in the words of whoever keeps it.
    """

    ref: str
    title: str
    owner: str = ""
    deadline: date | None = None
    status: str = "not_started"
    chain: tuple[str, ...] = ()
    comments: int = 0
    completed_on: date | None = None
    note: str = ""
    opened_on: date | None = None

    @property
    def pain(self) -> str:
        """The id of the pain it goes back to, empty when it is not tied to one."""
        return self.chain[-1] if self.chain and self.chain[-1].startswith("P") else ""

    @property
    def open(self) -> bool:
        return self.status not in ("completed", "cancelled")

    def overdue(self, today: date) -> bool:
        """Open, and its deadline is before `today`."""
        return self.open and self.deadline is not None and self.deadline < today


@dataclass(frozen=True, slots=True)
class PersonFact:
    name: str
    function: str = "other"
    attended: bool = False
    email: str = ""


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """`priority` 1 comes first; None is a decision without a place in the order."""

    ref: str
    title: str
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class InsightFact:
    """What was shown in the meeting, the ids it rests on, and how it was taken."""

    title: str
    chain: tuple[str, ...] = ()
    reaction: str = ""


@dataclass(frozen=True, slots=True)
class AgendaFact:
    title: str
    minutes: int = 0
    lead: str = ""


@dataclass(frozen=True, slots=True)
class MeetingFact:
    held_on: date | None = None
    starts_at: str = ""
    place: str = ""
    notes: str = ""
    people: tuple[PersonFact, ...] = ()
    insights: tuple[InsightFact, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()
    agenda: tuple[AgendaFact, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpFact:
    ref: str
    what: str
    who: str = ""
    due_on: date | None = None
    done: bool = False
    action: str = ""


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """`sentence` is insight's own; before and after are None where nothing can be drawn.

    Both are in the shown unit of the kind: %, NPS (−100 to 100), or events per 1,000.
    """

    ref: str
    name: str
    sentence: str
    kind: str = "csat"
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class VoiceFact:
    ref: str
    text: str
    who: str = ""
    side: str = "customer"
    pilot: str = ""


@dataclass(frozen=True, slots=True)
class PilotFact:
    """A pilot with what was measured in it. `chain` leads back from its action to the pain."""

    ref: str
    title: str
    chain: tuple[str, ...] = ()
    hypothesis: str = ""
    participants: str = ""
    start_on: date | None = None
    end_on: date | None = None
    stop_rule: str = ""
    measures: tuple[MeasureFact, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonFact:
    """`verdict` is keep, change or stop; `chain` the pilot and the measurement behind it."""

    ref: str
    text: str
    verdict: str | None = None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcedureFact:
    ref: str
    title: str
    purpose: str = ""
    applies_when: str = ""
    steps: str = ""
    owner: str = ""
    on_failure: str = ""
    pilot: str = ""


@dataclass(frozen=True, slots=True)
class ToldFact:
    """Who was told of it, when and how."""

    who: str
    told_on: date | None = None
    how: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure the leader keeps by hand, at the start and at the end."""

    title: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """The case in money: what is assumed (label, figure), the sums, what the leader wrote of it.

    `sums` are rows of (what, likely, with half of the benefit), amounts as text.
    """

    fix: str
    sentence: str
    assumed: tuple[tuple[str, str], ...]
    sums: tuple[tuple[str, str, str], ...]
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HabitFact:
    """A habit of the check-up: its scores (1 to 5) of day 1 and day 29, None where not marked."""

    title: str
    first: float | None = None
    last: float | None = None


@dataclass(frozen=True, slots=True)
class WinFact:
    text: str
    written_on: date


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A working day of the reset: its number (1 to 30) and what it is for, such as a step's title.

    `minutes` is what the step says it takes, 0 where it does not say.
    """

    number: int
    on: date
    title: str
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """All of it. `pains` are the chosen ones, in their order; `other_pains` the rest.

    `preventable` counts comments: (marked preventable, marked either way); `preventable_range` is
    the 95 % interval of that share in %, None without any marked. `tied` reads every comment tied
    to a pain when it is called: there can be many, and few forms list them.
    """

    name: str
    organisation: str
    today: date
    start_on: date
    day: int
    credit: str = ""
    comments: int = 0
    channels: Mapping[str, int] = field(default_factory=dict)
    preventable: tuple[int, int] = (0, 0)
    preventable_range: tuple[float, float] | None = None
    pains: tuple[PainFact, ...] = ()
    other_pains: tuple[PainFact, ...] = ()
    gaps: tuple[GapFact, ...] = ()
    fixes: tuple[FixFact, ...] = ()
    actions: tuple[ActionFact, ...] = ()
    meeting: MeetingFact = MeetingFact()
    follow_ups: tuple[FollowUpFact, ...] = ()
    pilots: tuple[PilotFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()
    voices: tuple[VoiceFact, ...] = ()
    lessons: tuple[LessonFact, ...] = ()
    procedures: tuple[ProcedureFact, ...] = ()
    told: tuple[ToldFact, ...] = ()
    figures: tuple[FigureFact, ...] = ()
    touchpoints: tuple[TouchpointFact, ...] = ()
    money: MoneyFact | None = None
    habits: tuple[HabitFact, ...] = ()
    wins: tuple[WinFact, ...] = ()
    steps: Mapping[str, StepFact] = field(default_factory=dict)
    created_on: date | None = None
    sessions: tuple[SessionFact, ...] = ()
    tied: Callable[[], tuple[CommentFact, ...]] = field(default=tuple, compare=False)
