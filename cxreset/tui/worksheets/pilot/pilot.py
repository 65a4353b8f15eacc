"""4.1 The pilot: one action tried on a small scale, with an end and a reason to stop early."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.text import count, listed
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, day, line, text, tie
from cxreset.tui.worksheets.parts.ties import Options
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Action, Pilot

CLOSED: Final = ("completed", "cancelled")
WANTED: Final = {
    "action_id": "the action",
    "hypothesis": "the hypothesis",
    "participants": "who is in it",
    "start_on": "the start",
    "end_on": "the end",
    "stop_rule": "the stop rule",
}


def open_actions_first(book: Workbook) -> Options:
    """Every action, those still open first."""
    rows = sorted(book.rows(Action), key=lambda row: (row.status in CLOSED, row.key))
    return [(f"{row.ref}  {row.title}", row.key) for row in rows]


def still_open(pilot: Pilot) -> str:
    """What a careful colleague would still ask about a pilot; otherwise that nothing is open."""
    lacking = [said for column, said in WANTED.items() if not getattr(pilot, column)]
    said = f"Still to say: {listed(lacking)}." if lacking else "Everything is said."
    return f"{said} {_span(pilot.start_on, pilot.end_on)}".strip()


def _span(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    if end < start:
        return "The end is before the start: is one of the two dates a slip?"
    return f"It runs for {count((end - start).days + 1, 'day')}, both ends included."


def short(when: date | None) -> str:
    """`28 Sep`, or nothing."""
    return f"{when.day} {when:%b}" if when else ""


class PilotSheet(RecordSheet):
    """Pilots; one is enough."""

    table = Pilot
    empty = (
        "Choose one action and try it where little can go wrong: one place, a few days, a few "
        "people. Press n to begin."
    )
    columns = (
        ListColumn("Id", 5, lambda row: row.ref),
        ListColumn("Pilot", 0, lambda row: row.title or "(no title yet)"),
        ListColumn("Tries", 6, lambda row: f"A{row.action_id}" if row.action_id else ""),
        ListColumn("Start", 7, lambda row: short(row.start_on)),
        ListColumn("End", 7, lambda row: short(row.end_on)),
    )
    fields = (
        tie("action_id", "Action", open_actions_first, "choose the action to try"),
        line("title", "Pilot", "what is tried, and where"),
        text("hypothesis", "Hypothesis", "If we …, then …, because …"),
        text("participants", "Who is in it", "which customers, which team; and who is not"),
        day("start_on", "Start"),
        day("end_on", "End"),
        text("stop_rule", "We stop early if", "what would have to happen, and who counts it"),
    )

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside open", markup=False)

    def show_row(self, row: Any | None) -> None:
        self.query_one(".open", Static).update(still_open(row) if row else "")

    def keep(self, key: int, column: str, value: Any) -> None:
        """A pilot without a title takes that of its action."""
        super().keep(key, column, value)
        pilot = self.reset.book.get(Pilot, key)
        if column == "action_id" and value and pilot and not pilot.title.strip():
            action = self.reset.book.get(Action, value)
            if action:
                super().keep(key, "title", action.title)

    def stored(self) -> None:
        super().stored()
        self._bind()  # one field may have filled another

    def removal(self, row: Any) -> str:
        return "Its measurements, voices and lessons stay, tied to no pilot."
