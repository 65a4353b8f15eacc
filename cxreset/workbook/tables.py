"""The workbook's tables as SQLModel classes; `schema/` holds the SQL that makes them.

A test proves that the two agree. Importing this module is the costly part of the workbook, so
nothing that happens at every start does it: see `daily.py`.

`ref` is the short human id shown on screen, in exports and taken by the command line.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlmodel import Field, SQLModel


class Record(SQLModel):
    """A row with a number of its own and a short human id made of `prefix` and that number."""

    prefix: ClassVar[str] = ""
    noun: ClassVar[str] = ""

    id: int | None = Field(default=None, primary_key=True)

    @property
    def ref(self) -> str:
        """`P2`, `G1`, `A7`: never used again once deleted."""
        return f"{self.prefix}{self.id}"

    @property
    def key(self) -> int:
        """The row's number, for rows that are stored (raises ValueError before)."""
        if self.id is None:
            raise ValueError(f"{type(self).__name__} is not stored yet")
        return self.id


class ImportBatch(Record, table=True):
    """A file that was imported. `scale` is that of its ratings, such as `1-5`; empty if unknown.

    `grouped`: False while comments that say nearly the same are still to be looked for.
    """

    __tablename__ = "import_batch"
    prefix: ClassVar[str] = "I"
    noun: ClassVar[str] = "import"
    file_name: str
    sha256: str
    imported_on: date
    channel: str
    text_column: str
    rows_read: int
    stored: int
    empty: int
    refused: int
    sheet: str = ""
    scale: str = ""
    personal: str = "kept"
    grouped: bool = True


class Feedback(Record, table=True):
    """One thing one customer said (a verbatim), with where it came from.

    `group_id` is the number of the first comment that says the same; None for that first one, and
    for one that is alone. `apart`: taken out of its group by hand, never to join one again.
    """

    __tablename__ = "feedback"
    prefix: ClassVar[str] = "C"
    noun: ClassVar[str] = "comment"
    batch_id: int | None = Field(default=None, foreign_key="import_batch.id")
    row_number: int | None = None
    channel: str = "other"
    text: str
    received_on: date | None = None
    rating: float | None = None
    customer: str = ""
    category: str = ""
    preventable: bool | None = None
    seen: bool = False
    group_id: int | None = None
    apart: bool = False
    raw: str = ""


class Pain(Record, table=True):
    """A complaint that recurs (pain point). Scales run 1 to 5."""

    __tablename__ = "pain"
    prefix: ClassVar[str] = "P"
    noun: ClassVar[str] = "pain point"
    title: str = ""
    chosen: bool = False
    actionable: bool | None = None
    urgency: int | None = None
    impact: int | None = None
    effort: int | None = None
    level: str | None = None
    place_override: int | None = None
    problem: str = ""


class Evidence(SQLModel, table=True):
    """Ties a comment to a pain point; a comment may speak of several."""

    __tablename__ = "evidence"
    pain_id: int = Field(primary_key=True, foreign_key="pain.id")
    feedback_id: int = Field(primary_key=True, foreign_key="feedback.id")


class Touchpoint(Record, table=True):
    """What we promise at one touchpoint beside what happens there; width 1 (hair) to 5 (gulf)."""

    __tablename__ = "touchpoint"
    prefix: ClassVar[str] = "T"
    noun: ClassVar[str] = "touchpoint"
    name: str = ""
    promise: str = ""
    reality: str = ""
    evidence: str = ""
    width: int | None = None


class Gap(Record, table=True):
    __tablename__ = "gap"
    prefix: ClassVar[str] = "G"
    noun: ClassVar[str] = "gap"
    title: str = ""
    touchpoint_id: int | None = Field(default=None, foreign_key="touchpoint.id")
    pain_id: int | None = Field(default=None, foreign_key="pain.id")


class Fix(Record, table=True):
    """A possible fix of a pain or a gap; sorted quick or long, then placed on the roadmap."""

    __tablename__ = "fix"
    prefix: ClassVar[str] = "F"
    noun: ClassVar[str] = "fix"
    title: str = ""
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")
    kind: str | None = None
    effort: int | None = None
    reason: str = ""
    horizon: str | None = None
    start_on: date | None = None
    end_on: date | None = None


class Action(Record, table=True):
    __tablename__ = "action"
    prefix: ClassVar[str] = "A"
    noun: ClassVar[str] = "action"
    title: str = ""
    owner: str = ""
    deadline: date | None = None
    status: str = "not_started"
    fix_id: int | None = Field(default=None, foreign_key="fix.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    note: str = ""
    opened_on: date | None = None
    completed_on: date | None = None


class Meeting(Record, table=True):
    """The one cross-team meeting; its row is number 1."""

    __tablename__ = "meeting"
    noun: ClassVar[str] = "meeting"
    held_on: date | None = None
    starts_at: str = ""
    place: str = ""
    notes: str = ""


class Person(Record, table=True):
    __tablename__ = "person"
    noun: ClassVar[str] = "person"
    name: str = ""
    function: str = "other"
    email: str = ""
    attended: bool = False


class AgendaItem(Record, table=True):
    __tablename__ = "agenda_item"
    noun: ClassVar[str] = "agenda item"
    position: int = 0
    minutes: int = 10
    title: str = ""
    lead: str = ""


class Insight(Record, table=True):
    """Something from weeks 1 and 2 that will be shown in the meeting, and how it was taken."""

    __tablename__ = "insight"
    noun: ClassVar[str] = "insight"
    title: str = ""
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")
    reaction: str = ""


class Decision(Record, table=True):
    __tablename__ = "decision"
    prefix: ClassVar[str] = "D"
    noun: ClassVar[str] = "decision"
    title: str = ""
    priority: int | None = None


class FollowUp(Record, table=True):
    __tablename__ = "follow_up"
    prefix: ClassVar[str] = "U"
    noun: ClassVar[str] = "follow-up"
    due_on: date | None = None
    who: str = ""
    what: str = ""
    action_id: int | None = Field(default=None, foreign_key="action.id")
    done: bool = False


class Pilot(Record, table=True):
    __tablename__ = "pilot"
    prefix: ClassVar[str] = "PL"
    noun: ClassVar[str] = "pilot"
    title: str = ""
    action_id: int | None = Field(default=None, foreign_key="action.id")
    hypothesis: str = ""
    participants: str = ""
    start_on: date | None = None
    end_on: date | None = None
    stop_rule: str = ""


class Measurement(Record, table=True):
    """Counts before and after; see `insight.measures` for what each kind counts."""

    __tablename__ = "measurement"
    prefix: ClassVar[str] = "M"
    noun: ClassVar[str] = "measurement"
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    kind: str = "csat"
    name: str = ""
    scale: str = ""
    better: str = "up"
    before_hits: int | None = None
    before_low: int | None = None
    before_total: int | None = None
    after_hits: int | None = None
    after_low: int | None = None
    after_total: int | None = None


class Voice(Record, table=True):
    __tablename__ = "voice"
    prefix: ClassVar[str] = "V"
    noun: ClassVar[str] = "voice"
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    side: str = "customer"
    who: str = ""
    text: str = ""


class Lesson(Record, table=True):
    __tablename__ = "lesson"
    prefix: ClassVar[str] = "L"
    noun: ClassVar[str] = "lesson"
    verdict: str | None = None
    text: str = ""
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    measurement_id: int | None = Field(default=None, foreign_key="measurement.id")


class Procedure(Record, table=True):
    """A written procedure (SOP): what makes a fix last."""

    __tablename__ = "procedure"
    prefix: ClassVar[str] = "S"
    noun: ClassVar[str] = "procedure"
    title: str = ""
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    purpose: str = ""
    applies_when: str = ""
    steps: str = ""
    owner: str = ""
    on_failure: str = ""


class ShareOut(Record, table=True):
    __tablename__ = "share_out"
    noun: ClassVar[str] = "share-out"
    told_on: date | None = None
    who: str = ""
    how: str = ""
    what: str = ""


class Journal(Record, table=True):
    __tablename__ = "journal"
    noun: ClassVar[str] = "journal line"
    written_on: date
    kind: str = "win"
    text: str = ""


class ChannelSeen(SQLModel, table=True):
    """Whether the leader has read what came in by one channel."""

    __tablename__ = "channel_seen"
    channel: str = Field(primary_key=True)
    seen: bool = False
    note: str = ""


class Metric(SQLModel, table=True):
    """A figure of the week's metrics kept by hand, at the start and at the end."""

    __tablename__ = "metric"
    key: str = Field(primary_key=True)
    before: str = ""
    after: str = ""


class CheckupMark(SQLModel, table=True):
    """One statement's mark (1 to 5, higher is healthier) on day 1 or 29."""

    __tablename__ = "checkup_mark"
    day: int = Field(primary_key=True)
    habit: str = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    mark: int


class PracticeTick(SQLModel, table=True):
    __tablename__ = "practice_tick"
    practice_id: str = Field(primary_key=True)
    day: int = Field(primary_key=True)
    done_on: date


class StepTick(SQLModel, table=True):
    __tablename__ = "step_tick"
    step_id: str = Field(primary_key=True)
    done_on: date


class Pause(SQLModel, table=True):
    """Days that do not count, first and last included; no last day means until resumed."""

    __tablename__ = "pause"
    id: int | None = Field(default=None, primary_key=True)
    first_on: date
    last_on: date | None = None


class Squeeze(SQLModel, table=True):
    """From a day on, the sessions open then (ids with a space between) lie closer together."""

    __tablename__ = "squeeze"
    id: int | None = Field(default=None, primary_key=True)
    from_on: date
    sessions: str = ""


class DroppedStep(SQLModel, table=True):
    """A step the leader let go of: it can still be ticked, but Today does not propose it."""

    __tablename__ = "dropped_step"
    step_id: str = Field(primary_key=True)
    dropped_on: date


class Answer(SQLModel, table=True):
    """What the leader wrote under one prompt; scope is a step, a day or a practice."""

    __tablename__ = "answer"
    scope: str = Field(primary_key=True)
    prompt: str = Field(primary_key=True)
    text: str


RECORDS: tuple[type[Record], ...] = (
    ImportBatch, Feedback, Pain, Touchpoint, Gap, Fix, Action, Meeting, Person, AgendaItem,
    Insight, Decision, FollowUp, Pilot, Measurement, Voice, Lesson, Procedure, ShareOut, Journal,
)  # fmt: skip
