"""What can be taken back, newest first; choosing a line takes it and all after it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.day_words import whole_day
from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.reset.where import Done
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.lists import LookFirst

SHOWN = 100
"""So many changes are listed; more can be undone one by one."""


class UndoListScreen(Dialog[int | None]):
    """Answers how many changes to take back, or None for none."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [close_command("escape,q")]

    def __init__(self, changes: Sequence[Done]) -> None:
        """`changes`: newest first."""
        super().__init__()
        self.changes = list(changes)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("What can be taken back"), classes="heading", markup=False)
            yield Static("", id="meaning", markup=False)
            yield LookFirst(*(Option(_line(change)) for change in self.changes))
            with Horizontal(classes="buttons"):
                yield Button(_("Take it back  enter"), id="take", disabled=not self.changes)
                yield Button(_("Leave it  esc"), id="no")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = 0 if self.changes else None
        options.focus()
        if not self.changes:
            self.query_one("#meaning", Static).update(_("Nothing was changed yet."))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        more = event.option_index
        after = (
            _(" and the {changes} after it").format(changes=count(more, "change")) if more else ""
        )
        meaning = _(
            "Enter takes this one{after} back. The key {key:redo=U} makes each again."
        ).format(key=KEYS, after=after)
        self.query_one("#meaning", Static).update(meaning)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index + 1)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        at = self.query_one(OptionList).highlighted
        self.dismiss(at + 1 if event.button.id == "take" and at is not None else None)

    def action_close(self) -> None:
        self.dismiss(None)


def _line(change: Done) -> Content:
    """What was done; below it when, and where."""
    when = datetime.fromtimestamp(change.at, UTC).astimezone()
    where = f" · {change.where}" if change.where else ""
    moment = f"{whole_day(when, short=True)} {when:%H:%M}"
    return Content.assemble(change.words, (f"\n{moment}{where}", "$text-muted"))
