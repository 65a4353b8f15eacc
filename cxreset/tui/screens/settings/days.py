"""First day, working days, public holidays: typed, weighed, and changed only when asked to."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Input, Static

from cxreset.base.day_words import whole_day
from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.text import count, shown
from cxreset.reset.reset import Reset
from cxreset.reset.settings.change import Change, prepare
from cxreset.reset.settings.names import DATES, FIRST_DAY, HOLIDAYS, SETTINGS, WORKING_DAYS
from cxreset.tui.widgets.words import with_sign
from cxreset.workbook.daily import Settings


class Days(Vertical):
    """Three lines to type in, and below them what would move."""

    class Ready(Message):
        """Enter was pressed where the days typed are others than there are."""

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset
        self.change: Change | None = None
        """What the days typed would change; None when nothing, or when one of them is none."""

    def compose(self) -> ComposeResult:
        for name in DATES:
            each = SETTINGS[name]
            with Horizontal(classes="row"):
                yield Static(_(each.label), classes="label", markup=False)
                yield Input(placeholder=each.example, compact=True, select_on_focus=False, id=name)
                yield Static("", id=f"{name}-note", classes="note", markup=False)
        yield Static("", id="moves", markup=False)
        yield Button(_("Move the days  ^s"), id="move", variant="primary")

    def on_mount(self) -> None:
        self.refresh_days()

    def refresh_days(self) -> None:
        """Show the days that there are, unless others are typed."""
        if not self.is_mounted or self.change is not None:
            return
        for name in DATES:
            line = self.query_one(f"#{name}", Input)
            if not line.has_focus:
                with self.prevent(Input.Changed):
                    line.value = SETTINGS[name].write(self.reset.settings)
        self._weigh()

    def forget(self) -> None:
        """What was typed is stored now."""
        self.change = None
        for name in DATES:
            with self.prevent(Input.Changed):
                self.query_one(f"#{name}", Input).value = SETTINGS[name].write(self.reset.settings)
        self._weigh()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._weigh()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.change is not None:
            self.post_message(self.Ready())
        else:
            self.screen.focus_next()

    def _weigh(self) -> None:
        """Say of each line what it means, and of all what they would move."""
        texts = {name: self.query_one(f"#{name}", Input).value for name in DATES}
        settings, wrong = self._understood(texts)
        self.change = None
        if not wrong:
            self.change = prepare(self.reset, texts)
        sentences = self.change.moves if self.change is not None else ()
        if self.change is not None and not sentences:
            sentences = (_("No day moves by it."),)
        moves = self.query_one("#moves", Static)
        moves.update(shown(with_sign(wrong) or "\n".join(sentences)))
        moves.set_class(bool(wrong), "-wrong")
        moves.display = bool(wrong or sentences)
        self.query_one("#move").display = self.change is not None
        if not wrong:
            self._notes(settings)
        self.screen.refresh_bindings()

    def _understood(self, texts: dict[str, str]) -> tuple[Settings, str]:
        """The settings by what can be read of the lines, and the sentence of the first that is
        none."""
        settings, wrong = self.reset.settings, ""
        for name, text in texts.items():
            self.query_one(f"#{name}-note", Static).update("")
            try:
                settings = SETTINGS[name].read(settings, text, self.reset.today)
            except CxresetError as error:
                wrong = wrong or error.sentence
        return settings, wrong

    def _notes(self, settings: Settings) -> None:
        """Beside each line what was understood."""
        notes = {
            FIRST_DAY: whole_day(settings.start_on, year=True),
            WORKING_DAYS: _("{days} a week").format(days=count(len(settings.workdays), "day")),
            HOLIDAYS: _("are no working days") if settings.region else _("none are left out"),
        }
        for name, words in notes.items():
            self.query_one(f"#{name}-note", Static).update(words)
