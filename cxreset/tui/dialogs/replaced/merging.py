"""A conflicted copy lies beside the workbook: what it would bring, and bring it in."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import shown
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.replaced.unasked import UnaskedScreen
from cxreset.workbook.merging.copies import OURS, Copy


def origin_of(copy: Copy) -> str:
    """Where such a copy comes from, in a sentence."""
    if copy.service == OURS:
        return _("it was open here when another version took its place.")
    return _("{service} makes such copies where two machines wrote at the same time.").format(
        service=copy.service
    )


class MergeScreen(UnaskedScreen[bool]):
    """Answers True to merge it; nothing is changed here."""

    BINDINGS = [close_command(action="answer(False)")]

    def __init__(self, copy: Copy, lines: Sequence[str]) -> None:
        """`lines` say what a merge would do."""
        super().__init__()
        self.copy = copy
        self.lines = lines

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Two versions of this workbook"), classes="heading", markup=False)
            yield Static(
                shown(
                    _(
                        "{name} lies beside the workbook: {origin_of} Bringing it in would do this:"
                    ).format(name=self.copy.path.name, origin_of=origin_of(self.copy))
                ),
                markup=False,
            )
            yield Static(shown("\n".join(self.lines)), classes="question", markup=False)
            yield Static(
                _(
                    "It is one change, and {key:undo=u} takes all of it back. The copy stays where "
                    "it is."
                ).format(key=KEYS),
                markup=False,
            )
            yield self.how_to_choose()
            with Horizontal(classes="buttons"):
                yield Button(_("Merge"), id="merge")
                yield Button(_("Later  esc"), id="later")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "merge")

    def action_answer(self, merge: bool) -> None:
        self.dismiss(merge)
