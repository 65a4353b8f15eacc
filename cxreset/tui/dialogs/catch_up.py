"""Going on after some days elsewhere: each way with its last day, before it is taken."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import _
from cxreset.base.text import wrapped
from cxreset.programme.calendar import long_day
from cxreset.reset import replanning
from cxreset.reset.replanning import Way
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.lists import Options

WIDTH = 66
"""The widest a row of a way runs."""
INDENT = " " * 4


class CatchUpScreen(Dialog[str | None]):
    """Answers the name of the way taken, or None to carry on; it writes nothing itself."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [
        close_command("escape,c"),
        *(Binding(str(number), f"pick({number - 1})", "", show=False) for number in range(1, 5)),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.away = replanning.absence_text(reset)
        self.ways = replanning.ways(reset)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            title = _("Good to see you") if self.away else _("Set the pace anew")
            yield Static(title, classes="heading", markup=False)
            greeting = _("{away} Your work is as you left it.").format(away=self.away).strip()
            yield Static(
                _("{greeting} How would you like to go on?").format(greeting=greeting), markup=False
            )
            yield Options(
                *(
                    Option(self._label(number, way), id=way.name, disabled=not way.possible)
                    for number, way in enumerate(self.ways, 1)
                ),
                id="ways",
            )
            yield Static(
                _("↑ ↓ and enter, or its number. esc carries on as it is."),
                classes="muted",
                markup=False,
            )

    def on_mount(self) -> None:
        ways = self.query_one("#ways", OptionList)
        ways.highlighted = next(index for index, way in enumerate(self.ways) if way.possible)
        ways.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_pick(self, index: int) -> None:
        if self.ways[index].possible:
            self.dismiss(self.ways[index].name)

    def action_close(self) -> None:
        self.dismiss(None)

    def _label(self, number: int, way: Way) -> Content:
        """Two rows: what, with the day it ends on; then what it means, or why it cannot be."""
        meaning = wrapped(way.meaning, min(WIDTH, self.app.size.width - 16), INDENT, INDENT)
        if not way.possible:
            return Content.assemble(" –  ", way.title, f"\n{meaning}").stylize("$text-muted")
        return Content.assemble(
            (f" {number}  {way.title}", "bold"),
            (_("   day 30: {day}").format(day=long_day(way.ends_on)), "$text-muted"),
            f"\n{meaning}",
        )
