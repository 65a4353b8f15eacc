"""The plan as it stands, as it would be shared."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.pages.markdown import block_markdown, render
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.page.reader import SearchablePage

PART = "pains"


class PlanPreview(Dialog[None]):
    """The part on the pains; `w` shows the whole plan. Read anew each time it is opened."""

    CSS_PATH = ["../dialogs.tcss", "templates.tcss"]
    BINDINGS = [
        close_command("escape,q,v"),
        dialog_command("preview.whole", "w", "whole", N_("Whole plan")),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self._plan = build_plan(gather(reset.book, reset.pack, reset.today))
        self._whole = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(classes="heading", markup=False)
            yield SearchablePage(self._text())
            with Horizontal(classes="buttons"):
                yield Button("", id="whole")
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        self._label()
        self.query_one(SearchablePage).focus()

    def _text(self) -> str:
        if self._whole:
            return render(self._plan)
        blocks = next(part.blocks for part in self._plan.parts if part.key == PART)
        return "\n\n".join(map(block_markdown, blocks))

    def _label(self) -> None:
        part = next(part.heading for part in self._plan.parts if part.key == PART)
        heading = (
            self._plan.title
            if self._whole
            else _("{part}, as the plan says it now").format(part=part)
        )
        self.query_one(".heading", Static).update(heading)
        label = _("Only the pains  w") if self._whole else _("The whole plan  w")
        self.query_one("#whole", Button).label = label

    def action_whole(self) -> None:
        """The whole plan, or the part on the pains again."""
        self._whole = not self._whole
        self._label()
        self.query_one(SearchablePage).show(self._text())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "whole":
            self.action_whole()
        else:
            self.action_close()

    def action_close(self) -> None:
        self.dismiss(None)
