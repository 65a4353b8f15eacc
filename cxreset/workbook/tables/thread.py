"""The golden thread: pain points, touchpoints, gaps, fixes, actions, and the suggestions before."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from cxreset.workbook.tables.record import Record


class Pain(Record, table=True):
    """A complaint that recurs (pain point). Scales run 1 to 5.

    `quote_id` is the comment to be quoted first; None for the one found to prove it best.
    """

    __tablename__ = "pain"
    title: str = ""
    chosen: bool = False
    actionable: bool | None = None
    urgency: int | None = None
    impact: int | None = None
    effort: int | None = None
    level: str | None = None
    manual_rank: int | None = Field(default=None, sa_column_kwargs={"name": "place_override"})
    problem: str = ""
    quote_id: int | None = Field(default=None, foreign_key="feedback.id")


class Why(Record, table=True):
    """An answer to "why?" about a pain point, one behind the other, and what it rests on."""

    __tablename__ = "why"
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    answer: str = ""
    proof: str = ""


class Touchpoint(Record, table=True):
    """What we promise at one touchpoint beside what happens there; width 1 (hair) to 5 (gulf).

    The rest is the journey as text: what the customer wants here (`aim`), what is seen
    (`front_stage`), what works unseen (`back_stage`), whose it is, where it fails.
    """

    __tablename__ = "touchpoint"
    name: str = ""
    promise: str = ""
    reality: str = ""
    evidence: str = ""
    width: int | None = None
    aim: str = ""
    front_stage: str = ""
    back_stage: str = ""
    owner: str = ""
    failure: str = ""


class Gap(Record, table=True):
    """Where promise and reality part. `kano`: must, more (is better) or delight; or not said."""

    __tablename__ = "gap"
    title: str = ""
    touchpoint_id: int | None = Field(default=None, foreign_key="touchpoint.id")
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    kano: str | None = None
    waiting_cost: str = ""


class Fix(Record, table=True):
    """A possible fix of a pain or a gap; sorted quick or long, then placed on the roadmap."""

    __tablename__ = "fix"
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
    """`purpose`: recover one customer, remove the cause, join up teams, learn; or not said."""

    __tablename__ = "action"
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
    purpose: str | None = None
    decision_id: int | None = Field(default=None, foreign_key="decision.id")


class CustomerReply(Record, table=True):
    """What customers are told of an action ("you said, we did"); without a day it is a draft."""

    __tablename__ = "customer_reply"
    action_id: int | None = Field(default=None, foreign_key="action.id")
    text: str = ""
    audience: str = ""
    channel: str = ""
    sent_on: date | None = None


class Suggestion(SQLModel, table=True):
    """What the leader made of a suggested theme. `state`: open, split or dropped.

    `pain_id` is the pain point it became, `merged_into` the theme it goes along with.
    """

    __tablename__ = "suggestion"
    theme_id: str = Field(primary_key=True)
    name: str = ""
    state: str = "open"
    pain_id: int | None = Field(default=None, foreign_key="pain.id")
    merged_into: str | None = Field(default=None, foreign_key="suggestion.theme_id")
