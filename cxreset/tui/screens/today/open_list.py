"""What is still open at the end: one key lets it go, another takes it along."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import _
from cxreset.reset.ending.closing import Closing
from cxreset.tui.commands.command import command
from cxreset.tui.screens.today.closing_lines import SECTION, held, row
from cxreset.tui.widgets.lists import Options
from cxreset.tui.widgets.words import set_words


class OpenList(Options):
    """Steps and actions, one a line."""

    BINDINGS = [
        command("x", "decide('let_go')", "Let go", "Let go of it: it is not asked for again."),
        command("g", "decide('along')", "Goes along", "Take it along, or no longer."),
    ]

    class Decided(Message):
        """One was decided: `let_go` or `along`."""

        def __init__(self, ref: str, how: str) -> None:
            super().__init__()
            self.ref = ref
            self.how = how

    def action_decide(self, how: str) -> None:
        option = self.highlighted_option
        if option is not None and option.id is not None:
            self.post_message(self.Decided(option.id, how))


class ClosingList(Vertical):
    """Below the card: what is open, what the next thirty days are made of, the later looks."""

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(_("STILL OPEN"), SECTION), id="open-head", markup=False)
        yield OpenList(id="open")
        yield Static(id="held", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter takes it along, or no longer."""
        event.stop()
        self.query_one(OpenList).action_decide("along")

    def show(self, closing: Closing, first: date, today: date, width: int) -> None:
        """Show the closing; the row in hand stays in hand."""
        things, open_list = closing.open_things, self.query_one(OpenList)
        at = open_list.highlighted or 0
        open_list.clear_options()
        open_list.add_options(Option(row(one, today, width), id=one.ref) for one in things)
        open_list.highlighted = min(at, len(things) - 1) if things else None
        for each in (open_list, self.query_one("#open-head")):
            each.display = bool(things)
        set_words(self.query_one("#held", Static), held(closing, first))
