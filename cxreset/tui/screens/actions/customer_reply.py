"""You said, we did: what the customers behind a finished action are told, whom, how and when."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static, TextArea

from cxreset.base.language.words import _
from cxreset.base.text import count, listed, one_line
from cxreset.programme.dates import parse_date
from cxreset.reset.replies import LoopToClose, loop_of
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.shell import desktop
from cxreset.tui.shell.privacy import masker
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.widgets.fields.pick_fields import TextField
from cxreset.tui.widgets.fields.value_fields import DateField
from cxreset.tui.worksheets.parts.field_dialog import FieldDialog
from cxreset.workbook.tables import Action

NAMED = 6
"""Customers named at most; the whole list is in the leader's own copy."""


class CustomerReplyScreen(FieldDialog):
    """Stored as it is typed; the day says that they were told, and without it is a draft."""

    AUTO_FOCUS = "#text TextArea"
    BINDINGS = [
        close_command(action="leave"),
        dialog_command("reply.copy", "c", "copy", "Copy", shown=False),
    ]

    def __init__(self, reset: Reset, action: Action) -> None:
        super().__init__(reset)
        self.action = action
        self.loop = loop_of(reset, action)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            title = _("You said, we did: {ref} {title}").format(
                ref=self.action.ref, title=one_line(self.action.title)
            )
            yield Static(title, classes="heading", markup=False)
            yield Static(behind(self.loop, masker(self.reset)), classes="muted", markup=False)
            yield TextField("", id="text")
            yield LineField("Told whom", hint="the 12 who wrote in September", id="audience")
            yield LineField("How", hint="e-mail, a call, a note on the order page", id="channel")
            yield DateField("On", lambda typed: parse_date(typed, self.reset.today), id="sent_on")
            yield Static("", id="message", classes="muted", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Copy the text  c"), id="copy", variant="primary")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        columns = ("text", "audience", "channel", "sent_on")
        self.bind_row(self.loop.reply, {column: column for column in columns})

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "copy":
            await self.action_copy()
        else:
            self.close()

    async def action_copy(self) -> None:
        text = self.query_one("#text TextArea", TextArea).text
        self.query_one("#message", Static).update(await desktop.copy(self.app, text))

    def action_leave(self) -> None:
        """Out of a field first, then back."""
        if isinstance(self.focused, (TextArea, Input)):
            self.flush()
            self.query_one("#copy").focus()
        else:
            self.close()


def behind(loop: LoopToClose, shown: Any = str) -> str:
    """Who stands behind it, in one or two sentences; `shown` is what their names go through."""
    if not loop.comments:
        return _("No comment stands behind this action, so tell whoever it helps.")
    spoken = _("{comments} stand behind it.").format(comments=count(loop.comments, "comment"))
    if not loop.contacts:
        return _("{spoken} The files name no customer: tell them where they will see it.").format(
            spoken=spoken
        )
    names = [shown(one_line(each.customer, 30)) for each in loop.contacts[:NAMED]]
    more = len(loop.contacts) - len(names)
    return _("{spoken} By name: {value}.").format(
        spoken=spoken,
        value=listed([*names, *([_("{more} more").format(more=more)] if more > 0 else [])]),
    )
