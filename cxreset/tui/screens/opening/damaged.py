"""In Today's place when the workbook cannot be opened: what is wrong, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Static

from cxreset.base.day_words import whole_day
from cxreset.base.errors import (
    CxresetError,
    ReadStopped,
    WorkbookBusy,
    WorkbookDamaged,
    WorkbookMissing,
)
from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.tui.commands.command import command
from cxreset.tui.shell.error_boundary import AGAIN, NEW
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.workbook.storage.backup import Backup
from cxreset.workbook.storage.backup_names import REPAIRED


class DamagedScreen(Screen[None]):
    """Nothing happens to the file until the leader chooses; whatever is chosen, it is kept."""

    CSS_PATH = "damaged.tcss"
    BINDINGS = [
        command("r", "restore", "Put the backup back", "The present file is kept beside it."),
        command("c", "repair", "Read what can be read", "Into a copy; the file stays as it is."),
        command("t", "again", "Try again", "Open the workbook once more."),
        command("n", "new", "Begin a new one", "Go to the welcome and begin a new workbook."),
        command("q,escape", "app.quit", "Quit", "Leave; the file stays as it is.", shown_as="q"),
    ]

    def __init__(self, workbook: Path, trouble: CxresetError) -> None:
        super().__init__()
        self.workbook = workbook
        self.trouble = trouble
        self.backup: Backup | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="damaged", can_focus=False):
            yield Static(_heading(self.trouble), classes="heading", markup=False)
            yield Static(shown(self.trouble.sentence), markup=False)
            yield Static("", id="backup", markup=False)
            yield Static("", id="message", markup=False)
            with Horizontal(id="buttons"):
                yield Button(_("Put it back  r"), id="restore", variant="primary")
                yield Button(_("Read it out  c"), id="repair")
                yield Button(_("Try again  t"), id="again")
                yield Button(_("Begin a new one  n"), id="new")
                yield Button(_("Quit  q"), id="quit")
        yield KeyLine()

    def on_mount(self) -> None:
        from cxreset.workbook.maintenance.restore import newest_good

        if not isinstance(self.trouble, WorkbookBusy):
            self.backup = newest_good(self.workbook)
        self.query_one("#backup", Static).update(shown(self._backup_text()))
        for name in ("restore", "repair", "again", "new"):
            self.query_one(f"#{name}", Button).display = bool(self.check_action(name, ()))
        self.set_focus(None)
        self.refresh_bindings()

    def _backup_text(self) -> str:
        from cxreset.workbook.maintenance.restore import counts

        if isinstance(self.trouble, WorkbookBusy):
            return _("Nothing is wrong with it as far as can be told. Try again in a moment.")
        kept = (
            "" if isinstance(self.trouble, WorkbookMissing) else _("The file stays where it is. ")
        )
        if self.backup is None:
            return _("{stored}No good backup of it was found.").format(stored=kept)
        taken = self.backup.taken.astimezone()
        held = [f"{number} {what}" for what, number in (counts(self.backup.path) or {}).items()
                if number]  # fmt: skip
        what = (
            _("What could be read of it")
            if self.backup.kind == REPAIRED
            else _("Its newest backup")
        )
        return _(
            "{stored}{what} is of {day}, {taken:%H:%M}: {held}. Putting it back "
            "keeps the present file beside the backups, so that can be taken back "
            "too."
        ).format(
            stored=kept,
            what=what,
            day=whole_day(taken, year=True),
            taken=taken,
            held=", ".join(held) or _("nothing written yet"),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the ways that lead somewhere."""
        if action == "restore":
            return self.backup is not None
        if action == "repair":
            return isinstance(self.trouble, WorkbookDamaged)
        if action == "new":
            return isinstance(self.trouble, WorkbookMissing)
        return True

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "quit":
            self.app.exit()
            return
        ways: dict[str | None, Callable[[], None]] = {
            "restore": self.action_restore,
            "repair": self.action_repair,
            "again": self.action_again,
            "new": self.action_new,
        }
        ways[event.button.id]()

    def action_restore(self) -> None:
        """Put the newest good backup in the workbook's place and open it."""
        from cxreset.workbook.maintenance.restore import restore

        if self.backup is None:
            return
        try:
            restore(self.workbook, self.backup.path, datetime.now(UTC))
        except CxresetError as error:
            self._say(error.sentence)
            return
        self._leave(AGAIN)

    def action_repair(self) -> None:
        """Make a copy of what can be read; it is then what can be put back."""
        self._say(_("Reading what can be read …"))
        self.run_worker(self._repair, thread=True, exit_on_error=False)

    def _repair(self) -> None:
        from cxreset.workbook.maintenance.repair import repair

        try:
            done = repair(self.workbook, datetime.now(UTC))
        except CxresetError as error:
            self.app.call_from_thread(self._say, error.sentence)
            return
        self.app.call_from_thread(self._repaired, done.lines)

    def _repaired(self, lines: list[str]) -> None:
        self.on_mount()
        self._say("\n".join(lines))

    def action_again(self) -> None:
        self._leave(AGAIN)

    def action_new(self) -> None:
        self._leave(NEW)

    def _say(self, text: str) -> None:
        self.query_one("#message", Static).update(shown(text))

    def _leave(self, answer: str) -> None:
        app: App[str] = self.app
        app.exit(answer)


def _heading(trouble: CxresetError) -> str:
    if isinstance(trouble, WorkbookMissing):
        return _("The workbook is not where it was")
    if isinstance(trouble, WorkbookBusy):
        return _("The workbook is held by another program")
    if isinstance(trouble, ReadStopped):
        return _("Reading the workbook takes too long")
    return _("The workbook cannot be opened")
