"""The leader's days: ticks, pauses, answers, the journal, the check-up, figures, choices."""

from __future__ import annotations

from datetime import date

from sqlmodel import Field, SQLModel

from cxreset.workbook.tables.record import Record


class StepTick(SQLModel, table=True):
    __tablename__ = "step_tick"
    step_id: str = Field(primary_key=True)
    done_on: date


class PracticeTick(SQLModel, table=True):
    __tablename__ = "practice_tick"
    practice_id: str = Field(primary_key=True)
    day: int = Field(primary_key=True)
    done_on: date


class Pause(SQLModel, table=True):
    """Days that do not count, first and last included; no last day means until resumed.

    `spare`: a spare day, taken by itself for a day elsewhere.
    """

    __tablename__ = "pause"
    id: int | None = Field(default=None, primary_key=True)
    first_on: date
    last_on: date | None = None
    spare: bool = False


class Holiday(SQLModel, table=True):
    """A public holiday of the leader's region, as it was looked up; no working day."""

    __tablename__ = "holiday"
    falls_on: date = Field(primary_key=True)
    name: str


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


class Intention(SQLModel, table=True):
    """The if-then plan of the beginning; its row is number 1.

    `routine` is when and where, `response` what is done when the `obstacle` is there; the
    `supporter` may ask how it goes.
    """

    __tablename__ = "intention"
    id: int | None = Field(default=None, primary_key=True)
    routine: str = ""
    obstacle: str = ""
    response: str = ""
    supporter: str = ""
    supporter_email: str = ""


class Journal(Record, table=True):
    """A line of the journal; `pain_id`: the pain point that was made of it."""

    __tablename__ = "journal"
    written_on: date
    kind: str = "win"
    text: str = ""
    pain_id: int | None = Field(default=None, foreign_key="pain.id")


class CheckupMark(SQLModel, table=True):
    """One statement's mark (1 to 5, higher is healthier) on day 1 or 29."""

    __tablename__ = "checkup_mark"
    day: int = Field(primary_key=True)
    habit: str = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    mark: int


class Metric(SQLModel, table=True):
    """A figure of the week's metrics kept by hand, at the start and at the end."""

    __tablename__ = "metric"
    key: str = Field(primary_key=True)
    before: str = ""
    after: str = ""


class PracticeChoice(SQLModel, table=True):
    """The practice taken up last, for the seven days from `taken_on`; its row is number 1."""

    __tablename__ = "practice_choice"
    id: int | None = Field(default=None, primary_key=True)
    practice_id: str
    taken_on: date


class TemplateText(SQLModel, table=True):
    """The leader's own version of a text to send, and the owner it was filled for."""

    __tablename__ = "template_text"
    template_id: str = Field(primary_key=True)
    text: str = ""
    owner: str = ""


class ShareChoice(SQLModel, table=True):
    """What was chosen last in Share; its row is number 1."""

    __tablename__ = "share_choice"
    id: int | None = Field(default=None, primary_key=True)
    what: str = ""
    form: str = ""
    owner: str = ""
    path: str = ""
    folder: str = ""


class PersonalChoice(SQLModel, table=True):
    """What becomes of a piece that is or may be personal when something is shared."""

    __tablename__ = "personal_choice"
    piece: str = Field(primary_key=True)
    kept: bool


class CalendarEntry(SQLModel, table=True):
    """An entry of a calendar that was handed out; `audience` is empty for the leader's own."""

    __tablename__ = "calendar_entry"
    audience: str = Field(primary_key=True)
    entry: str = Field(primary_key=True)
    digest: str
    sequence: int = 0
    changed_at: str
    title: str = ""
    starts_on: date
    cancelled: bool = False
