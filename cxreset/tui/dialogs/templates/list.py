"""Texts to send and more worksheets: what there is, what each is for, and the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.programme.model import Pack, Practice, PromptSheet, Step, Template
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.lists import Options
from cxreset.workbook.choices import template_text


class TemplatesScreen(Dialog[None]):
    """One list; those that belong to the step or practice in hand come first."""

    CSS_PATH = ["../dialogs.tcss", "templates.tcss"]
    BINDINGS = [close_command("escape,q")]

    class Chosen(Message):
        """The leader wants to work on this text or worksheet."""

        def __init__(self, entry: Template | PromptSheet) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, reset: Reset, first: Sequence[str] = ()) -> None:
        super().__init__()
        self.reset = reset
        self.first = [one for one in reset.pack.templates if one.id in first]
        self.entries: list[Template | PromptSheet] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Texts to send, and more worksheets"), classes="heading", markup=False)
            yield Static(
                _(
                    "A text opens filled with what the workbook already knows; what is "
                    "missing is marked. Enter or a click opens it."
                ),
                classes="muted",
                markup=False,
            )
            yield Options()
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        self.fill()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        if self.entries:
            self.fill()

    def fill(self) -> None:
        """The list, with a mark at what the leader has already worked on."""
        options = self.query_one(OptionList)
        kept = options.highlighted
        options.clear_options()
        self.entries = []
        others = [one for one in self.reset.pack.templates if one not in self.first]
        self._part(_("For where you are now"), self.first)
        self._part(_("Texts to send"), others)
        self._part(_("More worksheets"), self.reset.pack.worksheets)
        options.highlighted = kept if kept is not None else 1

    def _part(self, heading: str, entries: Iterable[Template | PromptSheet]) -> None:
        options, entries = self.query_one(OptionList), list(entries)
        if entries:
            options.add_option(Option(Content.styled(heading, "bold $text-muted"), disabled=True))
        for entry in entries:
            options.add_option(Option(self._label(entry), id=f"entry-{len(self.entries)}"))
            self.entries.append(entry)

    def _label(self, entry: Template | PromptSheet) -> Content:
        if isinstance(entry, Template):
            own = bool(template_text(self.reset.file, entry.id).text.strip())
        else:
            own = any(text.strip() for text in self.reset.daily.answers(entry.id).values())
        return Content.assemble(
            (one_line(entry.title), "bold"),
            (_("   ✓ you have written here") if own else "", "$success"),
            (f"\n  {one_line(entry.used_for)}", "$text-muted"),
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self.entries[int(str(event.option_id)[6:])]))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)


def belonging(pack: Pack, screen: object) -> list[str]:
    """The templates of the step or the practice that a screen shows."""
    step, practice = getattr(screen, "step", None), getattr(screen, "practice", None)
    found = [one.id for one in pack.templates if isinstance(step, Step) and one.step == step.id]
    if isinstance(practice, Practice) and practice.template:
        found.append(practice.template)
    return found
