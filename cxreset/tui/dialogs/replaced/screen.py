"""Another program has put another version in the workbook's place: go on with which?"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

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
            yield Static("Another version of the workbook", classes="heading", markup=False)
            yield Static(shown(self.sentence), markup=False)
            yield Static(shown(self._comparison()), classes="question", markup=False)
            yield Static(shown(self._unsaved()), markup=False)
            yield self.how_to_choose()
            with Horizontal(classes="buttons"):
                yield Button("Open that version", id="open")
                if self.differences is not None:
                    yield Button("Keep this one beside it", id="keep")
                yield Button("Look on  esc", id="later")

    def _comparison(self) -> str:
        if self.differences is None:
            since = f" since {self.backup}" if self.backup else ""
            return f"The file itself was written over: what you stored{since} may be lost."
        if not self.differences:
            return "Both hold as many comments, pain points, actions and answers."
        found = [f"{each.what} {each.now} here, {each.then} there" for each in self.differences]
        return f"They differ: {'; '.join(found)}."

    def _unsaved(self) -> str:
        if not self.unsaved:
            return "Nothing you typed is waiting to be saved."
        shown_ones = [f"“{one_line(each.text, 50)}”" for each in self.unsaved[:TEXTS_SHOWN]]
        more = len(self.unsaved) - len(shown_ones)
        rest = f" and {count(more, 'more text')}" if more else ""
        return (
            f"Typed here and not saved: {', '.join(shown_ones)}{rest}. Whatever you choose, that "
            "is written to a text file beside the workbook, and shown when it is opened."
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        answers = {"open": OPEN, "keep": KEEP}
        self.dismiss(answers.get(event.button.id or ""))

    def action_answer(self, answer: str | None = None) -> None:
        self.dismiss(answer)
