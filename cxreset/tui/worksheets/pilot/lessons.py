"""4.4 Lessons: what to keep, change and stop, and the procedure that makes the fix last."""

from __future__ import annotations

from typing import Any, Final

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.tui.worksheets.parts.action_list import name_field
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, line, text, tie
from cxreset.tui.worksheets.parts.tabs import TabbedSheet
from cxreset.tui.worksheets.parts.ties import measurements, pilots
from cxreset.workbook.tables import Lesson, Pilot, Procedure, Record

VERDICTS: Final = (("keep", N_("Keep")), ("change", N_("Change")), ("stop", N_("Stop")))
_VERDICT_NAMES: dict[str | None, str] = dict(VERDICTS)


class LessonsPart(RecordSheet):
    """One lesson a line, each with its verdict."""

    table = Lesson
    empty = (
        "What would you keep, what would you change, what would you stop? Press {key:add=n} to "
        "write one lesson a line, and tie it to the figure that taught it."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Verdict", 11, lambda row: _(_VERDICT_NAMES.get(row.verdict, ""))),
        ListColumn("Lesson", 0, lambda row: row.text or _("(nothing written yet)")),
        ListColumn("From", 7, lambda row: _origin(row)),
    )
    fields = (
        choice("verdict", "Verdict", VERDICTS),
        text("text", "Lesson", "what you do differently from now on, and why"),
        tie("pilot_id", "Pilot", pilots),
        tie("measurement_id", "Measurement", measurements),
    )

    def fresh(self) -> Record:
        """Tied to the latest pilot, as lessons mostly are."""
        latest = self.reset.book.rows(Pilot, "-id")
        return Lesson(pilot_id=latest[0].key if latest else None, learned_on=self.reset.today)

    def removal(self, row: Any) -> str:
        return _("The pilot and the measurement it came from stay.")


def _origin(row: Lesson) -> str:
    if row.measurement_id is not None:
        return f"M{row.measurement_id}"
    return f"PL{row.pilot_id}" if row.pilot_id is not None else ""


class ProcedurePart(RecordSheet):
    """How it is done from now on, so that somebody new could do it."""

    table = Procedure
    empty = (
        "A fix lasts when it is written down so that somebody new could do it tomorrow. Press "
        "{key:add=n} for a first procedure."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Procedure", 0, lambda row: row.title or _("(no title yet)")),
        ListColumn("Steps", 5, lambda row: str(_steps(row) or "")),
        ListColumn("Owner", 18, lambda row: one_line(row.owner)),
    )
    fields = (
        line("title", "Procedure", "what is done, in a few words"),
        line("purpose", "Purpose", "what it is good for, for the customer"),
        line("applies_when", "Applies when", "which days, which cases"),
        text("steps", "Steps", "one a line: who does what, by when"),
        name_field("owner", "Owner"),
        text("on_failure", "If it fails", "what is done instead, and who is told"),
        tie("pilot_id", "Pilot", pilots),
    )

    def fresh(self) -> Record:
        latest = self.reset.book.rows(Pilot, "-id")
        return Procedure(pilot_id=latest[0].key if latest else None)

    def removal(self, row: Any) -> str:
        return _("The text is gone with it.")


def _steps(row: Procedure) -> int:
    return sum(1 for each in row.steps.splitlines() if each.strip())


class LessonsSheet(TabbedSheet):
    """Lessons and procedures."""

    parts = (("Lessons", LessonsPart), ("Procedure", ProcedurePart))
