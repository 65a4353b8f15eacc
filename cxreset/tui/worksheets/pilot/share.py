"""4.5 Share: who was told, when, how and what; and the way to the plan itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from cxreset.base.language.words import _
from cxreset.tui.commands.command import command
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, day, line, text
from cxreset.tui.worksheets.pilot.pilot import short
from cxreset.workbook.tables import Record, ShareOut


class ShareSheet(RecordSheet):
    """One line for each time somebody was told."""

    BINDINGS = [
        command("o", "open_share", "Open Share", "Look at the plan and write it to a file."),
    ]

    table = ShareOut
    empty = (
        "Nobody is noted as told yet. Press {key:open_share=o} to look at the plan and write it to "
        "a file, then {key:add=n} to note whom you gave it to."
    )
    columns = (
        ListColumn("When", 7, lambda row: short(row.shared_on)),
        ListColumn("Who", 0, lambda row: row.who or _("(nobody yet)")),
        ListColumn("How", 0, lambda row: row.how),
    )
    fields = (
        line("who", "Who was told", "a person, a team, or the customers who took part"),
        day("shared_on", "When"),
        line("how", "How", "in person, in a meeting, by e-mail"),
        text("what", "What", "what they know now, and what you asked of them"),
    )
    without_line = frozenset({"add", "open_share"})
    tools = (("open_share", "Open Share  o"),)

    def rows(self) -> Sequence[ShareOut]:
        rows = self.reset.book.rows(ShareOut)
        return sorted(rows, key=lambda row: (row.shared_on or date.max, row.key))

    def fresh(self) -> Record:
        return ShareOut(shared_on=self.reset.today)

    def removal(self, row: Any) -> str:
        return _("Only this note goes away.")

    def action_open_share(self) -> None:
        """Go to the place where the plan is seen and exported."""
        self.flush()
        self.app.call_later(self.app.run_action, "go('share')")
