"""The next thirty days: tick what goes along, name the first day, begin."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static
from textual.widgets.selection_list import Selection

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.dates import parse_date
from cxreset.reset.ending import next_thirty
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, keep_command
from cxreset.tui.widgets.fields.ticks import Ticks
from cxreset.tui.widgets.layout.dialog import Dialog

TITLE = 60  # characters of a title in the list


class NextThirtyScreen(Dialog[Path | None]):
    """Begins the next thirty days and answers where this reset is kept; None when closed."""

    CSS_PATH = "../../dialogs/dialogs.tcss"
    BINDINGS = [
        close_command(),
        keep_command("begin"),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset

    def compose(self) -> ComposeResult:
        items = next_thirty.could_go_along(self.reset)
        with Vertical(classes="dialog"):
            yield Static(_("The next thirty days"), classes="heading", markup=False)
            yield Static(
                _(
                    "What is ticked goes along, with the comments behind it. The rest "
                    "stays in this reset, which is kept beside the new one and can be "
                    "opened again."
                ),
                markup=False,
            )
            yield Static(next_thirty.goes_anyway(self.reset), classes="muted", markup=False)
            if not items:
                yield Static(_("Nothing is open, so you begin with a clear desk."), classes="muted")
            yield Ticks[str](
                *(
                    Selection(
                        Content(f"{item.ref:<7}{one_line(item.title, TITLE)}"), item.ref, True
                    )
                    for item in items
                ),
                id="along",
            )
            with Horizontal(id="first-day"):
                yield Static(_("First day"), classes="muted", markup=False)
                yield Input(
                    value="monday",
                    id="first",
                    placeholder=_("first day: monday, in 2 weeks"),
                    compact=True,
                )
            yield Static("", id="refused", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Begin  ^s"), id="begin", variant="primary")
                yield Button(_("Not yet  esc"), id="close")

    def on_mount(self) -> None:
        self.query_one("#refused").display = False
        along = self.query_one("#along", Ticks)
        along.display = along.option_count > 0
        self.query_one("#along" if along.display else "#first").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "begin":
            self.action_begin()
        else:
            self.action_close()

    def on_input_submitted(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        chosen = self.query_one("#along", Ticks).selected
        try:
            first = parse_date(self.query_one("#first", Input).value, self.reset.today)
            kept = next_thirty.begin(self.reset, chosen, first)
        except CxresetError as error:
            refused = self.query_one("#refused", Static)
            refused.update(error.sentence)
            refused.display = True
            return
        self.dismiss(kept)

    def action_close(self) -> None:
        self.dismiss(None)
