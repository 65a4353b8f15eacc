"""When and where, if and then, and who may ask: changed at any time, kept as it is typed."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.reset.settings.daily_hour import keep_plan
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.worksheets.parts.field_dialog import FieldDialog
from cxreset.workbook.cycles.intention import IfThenPlan, if_then_plan

FIELDS = (
    ("routine", "When and where", "after the first coffee, at 8:45 at my desk"),
    ("obstacle", "If", "the day runs away"),
    ("response", "then I", "read three comments"),
    ("supporter", "Who may ask", "one person who knows that you do this"),
    ("supporter_email", "Their e-mail", "for the weekly text; it stays in this workbook"),
)
"""(field of the plan, label, hint)."""


class PlanScreen(FieldDialog):
    """The plan's fields."""

    AUTO_FOCUS = "#routine Input"
    BINDINGS = [close_command()]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static("When, where, and what if not", classes="heading", markup=False)
            yield Static(
                "Those who plan for a busy day keep going more often, and most with somebody who "
                "asks. Nothing here has to be filled in.",
                classes="muted",
                markup=False,
            )
            for name, label, hint in FIELDS:
                yield LineField(label, hint=hint, id=name)
            with Horizontal(classes="buttons"):
                yield Button("Close  esc", id="close", variant="primary")

    def on_mount(self) -> None:
        plan = if_then_plan(self.reset.file)
        for name, _, _ in FIELDS:
            slot = Slot(getattr(plan, name), partial(self._keep, name))
            self.query_one(f"#{name}", Field).bind_slot(slot)

    def _keep(self, name: str, value: Any) -> None:
        plan: IfThenPlan = if_then_plan(self.reset.file)._replace(**{name: str(value)})
        keep_plan(self.reset, plan)

    def on_button_pressed(self) -> None:
        self.close()

    def action_close(self) -> None:
        self.close()
