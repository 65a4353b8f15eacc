"""The cross-team meeting: who, what is shown, what is decided, what follows."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from cxreset.workbook.tables.record import Record


class Meeting(Record, table=True):
    """The one cross-team meeting; its row is number 1.

    Moments (`…_at`, `silent_until`) are ISO texts in UTC: it runs from `started_at` until
    `ended_at`. `rule` is how it decides, `premortem` ends the sentence "It failed because".
    """

    __tablename__ = "meeting"
    held_on: date | None = None
    starts_at: str = ""
    location: str = Field(default="", sa_column_kwargs={"name": "place"})
    notes: str = ""
    rule: str = ""
    started_at: str | None = None
    ended_at: str | None = None
    silent_until: str | None = None
    premortem: str = ""


class Person(Record, table=True):
    __tablename__ = "person"
    name: str = ""
    function: str = "other"
    email: str = ""
    attended: bool = False


class AgendaItem(Record, table=True):
    """An item of the agenda. `minutes` are planned, `shifted` were added (or taken) on the way.

    `used_seconds` is what it took before `running_since`, an ISO moment (UTC) while it runs;
    `next_time`: it is for the meeting after this one.
    """

    __tablename__ = "agenda_item"
    position: int = 0
    minutes: int = 10
    title: str = ""
    lead: str = ""
    shifted: int = 0
    used_seconds: int = 0
    running_since: str | None = None
    finished: bool = False
    next_time: bool = False
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")


class Insight(Record, table=True):
    """Something from weeks 1 and 2 that will be shown in the meeting, and how it was taken."""

    __tablename__ = "insight"
    title: str = ""
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")
    reaction: str = ""


class Decision(Record, table=True):
    """What was agreed; `rejected` was turned down, on `review_on` it is looked at again."""

    __tablename__ = "decision"
    title: str = ""
    priority: int | None = None
    reason: str = ""
    decided_by: str = ""
    rejected: str = ""
    dissent: str = ""
    review_on: date | None = None
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    gap_id: int | None = Field(default=None, foreign_key="gap.id")
    agenda_item_id: int | None = Field(default=None, foreign_key="agenda_item.id")
    decided_on: date | None = None


class ParkedItem(Record, table=True):
    """What came up in the meeting and belongs elsewhere; the follow-up that was made of it."""

    __tablename__ = "parked_item"
    text: str = ""
    agenda_item_id: int | None = Field(default=None, foreign_key="agenda_item.id")
    follow_up_id: int | None = Field(default=None, foreign_key="follow_up.id")


class FollowUp(Record, table=True):
    __tablename__ = "follow_up"
    due_on: date | None = None
    who: str = ""
    what: str = ""
    action_id: int | None = Field(default=None, foreign_key="action.id")
    done: bool = False
