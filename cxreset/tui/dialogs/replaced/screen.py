"""Another program has put another version in the workbook's place: go on with which?"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line, shown
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.dialogs.replaced.unasked import UnaskedScreen
from cxreset.workbook.maintenance.restore import Change
from cxreset.workbook.unsaved.words import UnsavedText

OPEN, KEEP = "open", "keep"
"""Open the version that lies there now; keep the one open here beside it first."""
TEXTS_SHOWN = 3


class ReplacedScreen(UnaskedScreen[str | None]):
    """Answers OPEN, KEEP or None; nothing is done to either version here."""

    BINDINGS = [close_command(action="answer")]

    def __init__(
        self,
        sentence: str,
        differences: Sequence[Change] | None,
        unsaved: Sequence[UnsavedText],
        backup: str = "",
    ) -> None:
        """`differences` is None where the version open here can no longer be kept; `backup` says
        of when its newest backup is."""
        super().__init__()
        self.sentence = sentence
        self.backup = backup
        self.differences = differences
        self.unsaved = unsaved

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Another version of the workbook"), classes="heading", markup=False)
            yield Static(shown(self.sentence), markup=False)
            yield Static(shown(self._comparison()), classes="question", markup=False)
            yield Static(shown(self._unsaved()), markup=False)
            yield self.how_to_choose()
            with Horizontal(classes="buttons"):
                yield Button(_("Open that version"), id="open")
                if self.differences is not None:
                    yield Button(_("Keep this one beside it"), id="keep")
                yield Button(_("Look on  esc"), id="later")

    def _comparison(self) -> str:
        if self.differences is None:
            since = _(" since {backup}").format(backup=self.backup) if self.backup else ""
            return _(
                "The file itself was written over: what you stored{since} may be lost."
            ).format(since=since)
        if not self.differences:
            return _("Both hold as many comments, pain points, actions and answers.")
        found = [
            _("{what} {now} here, {then} there").format(
                what=_(each.what), now=each.now, then=each.then
            )
            for each in self.differences
        ]
        return _("They differ: {found}.").format(found="; ".join(found))

    def _unsaved(self) -> str:
        if not self.unsaved:
            return _("Nothing you typed is waiting to be saved.")
        shown_ones = [f"“{one_line(each.text, 50)}”" for each in self.unsaved[:TEXTS_SHOWN]]
        more = len(self.unsaved) - len(shown_ones)
        rest = _(" and {more_texts}").format(more_texts=count(more, "more text")) if more else ""
        return _(
            "Typed here and not saved: {shown_ones}{rest}. Whatever you choose, that "
            "is written to a text file beside the workbook, and shown when it is "
            "opened."
        ).format(shown_ones=", ".join(shown_ones), rest=rest)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        answers = {"open": OPEN, "keep": KEEP}
        self.dismiss(answers.get(event.button.id or ""))

    def action_answer(self, answer: str | None = None) -> None:
        self.dismiss(answer)
