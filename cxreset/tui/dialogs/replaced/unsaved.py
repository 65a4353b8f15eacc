"""Words typed at another time that the workbook could not take: nothing of them is lost."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.dialogs.replaced.unasked import UnaskedScreen
from cxreset.tui.shell.desktop import copy
from cxreset.workbook.tables import Journal
from cxreset.workbook.unsaved.words import discard_unsaved, read_unsaved


class UnsavedWordsScreen(UnaskedScreen[None]):
    """Shows them, copies them, or puts them into the journal; until then the file stays."""

    BINDINGS = [close_command(action="dismiss")]

    def __init__(self, reset: Reset, path: Path) -> None:
        super().__init__()
        self.reset = reset
        self.path = path
        self.words = read_unsaved(path).strip()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Typed earlier, and not saved then"), classes="heading", markup=False)
            yield Static(
                shown(
                    _(
                        "The workbook does not hold these words. They are in {name}, "
                        "beside it. Copy them to where they belong, or put them into the "
                        "journal."
                    ).format(name=self.path.name)
                ),
                markup=False,
            )
            with VerticalScroll(classes="unsaved"):
                yield Static(shown(self.words), markup=False)
            yield Static("", id="outcome", markup=False)
            yield self.how_to_choose()
            with Horizontal(classes="buttons"):
                yield Button(_("Into the journal"), id="keep")
                yield Button(_("Copy"), id="copy")
                yield Button(_("Not needed"), id="discard")
                yield Button(_("Later  esc"), id="later")

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        match event.button.id:
            case "keep":
                self.action_keep()
            case "copy":
                await self.action_copy()
            case "discard":
                self.action_discard()
            case _:
                self.dismiss()

    async def action_copy(self) -> None:
        self.query_one("#outcome", Static).update(await copy(self.app, self.words))

    def action_keep(self) -> None:
        """A reflection of today; the file goes once it is stored."""
        try:
            line = Journal(written_on=self.reset.today, kind="reflection", text=self.words)
            self.reset.book.add(line)
        except CxresetError as error:
            self.query_one("#outcome", Static).update(shown(error.sentence))
            return
        self.action_discard()

    def action_discard(self) -> None:
        discard_unsaved(self.path)
        self.dismiss()
