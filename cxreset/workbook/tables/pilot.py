"""Pilots: what is tried, measured, heard, learned, written down and told."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from cxreset.workbook.tables.record import Record


class Pilot(Record, table=True):
    __tablename__ = "pilot"
    title: str = ""
    action_id: int | None = Field(default=None, foreign_key="action.id")
    hypothesis: str = ""
    participants: str = ""
    start_on: date | None = None
    end_on: date | None = None
    stop_rule: str = ""
    site: str = ""
    comparison: str = ""
    worst_of: int | None = None
    fresh_baseline: bool | None = None
    events: str = ""


class PilotPlan(Record, table=True):
    """The one figure a pilot is about, one line a pilot; figures as typed: "65", "4.9 ± 1.5"."""

    __tablename__ = "pilot_plan"
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id", unique=True)
    kind: str = "csat"
    name: str = ""
    scale: str = ""
    better: str = "up"
    current: str = ""
    counted: int | None = None
    target: str = ""
    smallest: str = ""
    per_week: int | None = None
    guard: str = ""


class Measurement(Record, table=True):
    """Counts before and after; see `insight.figures.kinds` for what each kind counts.

    `role`: "main" is what the pilot is judged by, "guard" what must not get worse.
    """

    __tablename__ = "measurement"
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    role: str = ""
    kind: str = "csat"
    name: str = ""
    scale: str = ""
    better: str = "up"
    before_hits: int | None = None
    before_low: int | None = None
    before_total: int | None = None
    before_value: str = ""
    after_hits: int | None = None
    after_low: int | None = None
    after_total: int | None = None
    after_value: str = ""


class DataPoint(Record, table=True):
    """What was counted in a week, at a look, in the comparison place, or on day 60 or 90.

    `note`: what else happened in that week, or that a look was not planned.
    """

    __tablename__ = "data_point"
    measurement_id: int | None = Field(default=None, foreign_key="measurement.id")
    period: str = "week"
    site: str = "pilot"
    counted_on: date | None = None
    hits: int | None = None
    low: int | None = None
    total: int | None = None
    value: str = ""
    note: str = ""


class Voice(Record, table=True):
    __tablename__ = "voice"
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    side: str = "customer"
    who: str = ""
    text: str = ""


class Lesson(Record, table=True):
    """What is kept, changed or stopped. `learned_on` is the day on which it was written down; None
    for what is older than layout 15."""

    __tablename__ = "lesson"
    verdict: str | None = None
    text: str = ""
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    measurement_id: int | None = Field(default=None, foreign_key="measurement.id")
    learned_on: date | None = None


class Procedure(Record, table=True):
    """A written procedure (SOP): what makes a fix last."""

    __tablename__ = "procedure"
    title: str = ""
    pilot_id: int | None = Field(default=None, foreign_key="pilot.id")
    purpose: str = ""
    applies_when: str = ""
    steps: str = ""
    owner: str = ""
    on_failure: str = ""


class ShareOut(Record, table=True):
    __tablename__ = "share_out"
    shared_on: date | None = Field(default=None, sa_column_kwargs={"name": "told_on"})
    who: str = ""
    how: str = ""
    what: str = ""
