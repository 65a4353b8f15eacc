"""The workbook's tables as SQLModel classes; `schema/` holds the SQL that makes them.

A test proves that the two agree. Importing this module is the costly part of the workbook, so
nothing that happens at every start does it: see `daily.py`.

`ref` is the short human id shown on screen, in exports and taken by the command line.

A column is added in four places, and tests say which was forgotten: a numbered step in `schema/`,
the class here, `python -m scripts.fixture` before the step (the layout it starts from), and docs/.
The archive, undo, repair and the doctor read the tables from the file and need no code.
"""

from __future__ import annotations

from cxreset.workbook.tables.days import (
    Answer,
    CalendarEntry,
    CheckupMark,
    DroppedStep,
    Holiday,
    Intention,
    Journal,
    Metric,
    Pause,
    PersonalChoice,
    PracticeChoice,
    PracticeTick,
    ShareChoice,
    Squeeze,
    StepTick,
    TemplateText,
)
from cxreset.workbook.tables.feedback import ChannelSeen, Evidence, Feedback, ImportBatch
from cxreset.workbook.tables.meeting import (
    AgendaItem,
    Decision,
    FollowUp,
    Insight,
    Meeting,
    ParkedItem,
    Person,
)
from cxreset.workbook.tables.pilot import (
    DataPoint,
    Lesson,
    Measurement,
    Pilot,
    PilotPlan,
    Procedure,
    ShareOut,
    Voice,
)
from cxreset.workbook.tables.record import Record
from cxreset.workbook.tables.thread import (
    Action,
    CustomerReply,
    Fix,
    Gap,
    Pain,
    Suggestion,
    Touchpoint,
    Why,
)

RECORDS: tuple[type[Record], ...] = (
    ImportBatch, Feedback, Pain, Why, Touchpoint, Gap, Meeting, Person, AgendaItem, Decision, Fix,
    Action, Insight, FollowUp, ParkedItem, CustomerReply, Pilot, PilotPlan, Measurement, DataPoint,
    Voice, Lesson, Procedure, ShareOut, Journal,
)  # fmt: skip

__all__ = [
    "RECORDS",
    "Action",
    "AgendaItem",
    "Answer",
    "CalendarEntry",
    "ChannelSeen",
    "CheckupMark",
    "CustomerReply",
    "DataPoint",
    "Decision",
    "DroppedStep",
    "Evidence",
    "Feedback",
    "Fix",
    "FollowUp",
    "Gap",
    "Holiday",
    "ImportBatch",
    "Insight",
    "Intention",
    "Journal",
    "Lesson",
    "Measurement",
    "Meeting",
    "Metric",
    "Pain",
    "ParkedItem",
    "Pause",
    "Person",
    "PersonalChoice",
    "Pilot",
    "PilotPlan",
    "PracticeChoice",
    "PracticeTick",
    "Procedure",
    "Record",
    "ShareChoice",
    "ShareOut",
    "Squeeze",
    "StepTick",
    "Suggestion",
    "TemplateText",
    "Touchpoint",
    "Voice",
    "Why",
]
