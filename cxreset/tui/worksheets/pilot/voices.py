"""4.3 Voices: what customers and what teams said of the pilot, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.tui.commands.command import command
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, line, text, tie
from cxreset.tui.worksheets.parts.ties import pilots
from cxreset.workbook.tables import Pilot, Record, Voice

SIDE_BY_SIDE = 80
"""Columns from which both sides are seen at once."""


class VoiceList(RecordSheet):
    """One side's voices."""

    table = Voice
    side = ""
    heading = ""
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Who", 12, lambda row: row.who or _("(who?)")),
        ListColumn("Said", 0, lambda row: row.text),
    )

    def compose(self) -> ComposeResult:
        yield Static(_(self.heading), classes="side", markup=False)
        yield from super().compose()

    def rows(self) -> Sequence[Voice]:
        rows = self.reset.book.rows(Voice, side=self.side)
        heard = f"{_(self.heading)}: {count(len(rows), 'voice')}" if rows else _(self.heading)
        if self.is_attached:
            self.query_one(".side", Static).update(heard)
        return rows

    def fresh(self) -> Record:
        """Of this side, tied to the latest pilot."""
        latest = self.reset.book.rows(Pilot, "-id")
        return Voice(side=self.side, pilot_id=latest[0].key if latest else None)

    def removal(self, row: Any) -> str:
        return _("The words are gone with it.")


class CustomerVoices(VoiceList):
    side = "customer"
    heading = N_("Customers said")
    empty = (
        "Ask two or three customers who were in the pilot, and press {key:add=n} to write down "
        "their own words."
    )
    fields = (
        text("text", "What they said", "word for word, good or bad"),
        line("who", "Who", "such as: buyer of a desk, by phone"),
        tie("pilot_id", "Pilot", pilots),
    )


class TeamVoices(VoiceList):
    side = "team"
    heading = N_("Teams said")
    empty = (
        "Ask those who did the work: what became easier, what harder? Press {key:add=n} to write "
        "it down."
    )
    fields = (
        text("text", "What they said", "word for word, good or bad"),
        line("who", "Who", "such as: driver, Northgate"),
        tie("pilot_id", "Pilot", pilots),
    )


class VoicesSheet(Worksheet):
    """Both sides; where there is no room for two, one is in front."""

    parts = ((CustomerVoices.heading, CustomerVoices), (TeamVoices.heading, TeamVoices))

    BINDINGS = [
        command("full_stop", "turn", "Other side", "Go to the other side: customers or teams.",
                shown_as="."),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        yield Button("", id="turn")
        with Horizontal(id="sides"):
            yield CustomerVoices(self.reset, self.step)
            yield TeamVoices(self.reset, self.step, id="teams").add_class("-behind")

    def on_mount(self) -> None:
        self._label()

    def on_resize(self) -> None:
        self.set_class(self.size.width < SIDE_BY_SIDE, "-one")

    @property
    def behind(self) -> VoiceList:
        """The side that is not in front (at a narrow window: hidden)."""
        return self.query_one("VoiceList.-behind", VoiceList)

    def _label(self) -> None:
        customers = self.behind.side == "customer"
        self.query_one("#turn", Button).label = (
            _("To what customers said  .") if customers else _("To what teams said  .")
        )

    @on(Button.Pressed, "#turn")
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Put the other side in front and go to it."""
        self.flush()
        to = self.behind
        focused = self.screen.focused
        if not self.has_class("-one") and focused is not None:
            # with both in sight, the side to go to is the one the focus is not in
            sides = list(self.query(VoiceList))
            to = sides[0] if sides[1] in focused.ancestors else sides[1]
        for each in self.query(VoiceList):
            each.set_class(each is not to, "-behind")
        self._label()
        self.screen.set_focus(to.grid if to.grid.focusable else to.query_one("#tool-add"))
