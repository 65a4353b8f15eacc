"""When and where, if and then, and who may ask: changed at any time, kept as it is typed."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.reset.settings.daily_hour import keep_plan
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.worksheets.parts.field_dialog import FieldDialog
from cxreset.workbook.cycles.intention import IfThenPlan, if_then_plan

FIELDS = (
    ("routine", N_("When and where"), N_("after the first coffee, at 8:45 at my desk")),
    ("obstacle", N_("If"), N_("the day runs away")),
    ("response", N_("then I"), N_("read three comments")),
    ("supporter", N_("Who may ask"), N_("one person who knows that you do this")),
    ("supporter_email", N_("Their e-mail"), N_("for the weekly text; it stays in this workbook")),
)
"""(field of the plan, label, hint)."""


class PlanScreen(FieldDialog):
    """The plan's fields."""

    AUTO_FOCUS = "#routine Input"
    BINDINGS = [close_command()]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("When, where, and what if not"), classes="heading", markup=False)
            yield Static(
                _(
                    "Those who plan for a busy day keep going more often, and most with "
                    "somebody who asks. Nothing here has to be filled in."
                ),
                classes="muted",
                markup=False,
            )
            for name, label, hint in FIELDS:
                yield LineField(label, hint=hint, id=name)
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        plan = if_then_plan(self.reset.file)
        for name, _label, _hint in FIELDS:
            slot = Slot(getattr(plan, name), partial(self._keep, name))
            self.query_one(f"#{name}", Field).bind_slot(slot)

    def _keep(self, name: str, value: Any) -> None:
        plan: IfThenPlan = if_then_plan(self.reset.file)._replace(**{name: str(value)})
        keep_plan(self.reset, plan)

    def on_button_pressed(self) -> None:
        self.close()

    def action_close(self) -> None:
        self.close()
