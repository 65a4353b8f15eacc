"""All that the live meeting's screen shows at one moment, read from the workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from textual.content import Content

from cxreset.insight import meeting_clock
from cxreset.reset.evidence.quoting import LastingQuotes
from cxreset.reset.meeting import running
from cxreset.reset.reset import Reset
from cxreset.tui.worksheets.teams.live import lines
from cxreset.tui.worksheets.teams.live.on_the_table import on_the_table
from cxreset.workbook.tables import Action, Decision, ParkedItem, Person


class Drawn(NamedTuple):
    """Widget's id -> what it shows; `wait` is after how many seconds the clock changes it."""

    contents: dict[str, Content]
    wait: float


class MeetingView:
    """Draws the meeting of one workbook; customers' words go through `shown`."""

    def __init__(self, reset: Reset) -> None:
        self.reset = reset
        self._quotes = LastingQuotes(reset.book)

    def draw(self, now: datetime, width: int, head: int, shown: Callable[[str], str]) -> Drawn:
        """The screen as it is at `now`, `width` cells wide, `head` of them for the item that runs.

        `head` is 0 while it is not known yet.
        """
        book = self.reset.book
        live = running.live_meeting(self.reset)
        silence = running.silence_left(live.meeting, now)
        table = on_the_table(self.reset, live.row, self._quotes, shown)
        decisions, actions = self._written_today()
        wait = meeting_clock.next_look(meeting_clock.running(live.items), now)
        contents = {
            "bar": lines.bar(live, book.count(Person, attended=True), now, width),
            "progress": lines.progress(live, now, width),
            "agenda": lines.agenda(live, now),
            "parking": lines.parking(book.rows(ParkedItem)),
            "decided": lines.decided(decisions, actions),
            "head": lines.head(live, table, now, silence, head),
            "table": lines.table_lines(table),
            "fixes": lines.fixes(table),
        }
        return Drawn(contents, min(wait, silence % 60 or 60) if silence else wait)

    def _written_today(self) -> tuple[list[Decision], list[Action]]:
        """The day's decisions, and the actions that came out of them or were opened beside."""
        today = self.reset.today
        decisions = self.reset.book.rows(Decision, decided_on=today)
        keys = {row.key for row in decisions}
        actions = [
            row
            for row in self.reset.book.rows(Action)
            if row.decision_id in keys or (row.decision_id is None and row.opened_on == today)
        ]
        return decisions, actions
