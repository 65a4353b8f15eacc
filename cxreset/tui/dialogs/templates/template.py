"""One template: filled, changed, copied, written to a file. The leader's version is kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static, TextArea

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line, shown
from cxreset.programme.model import Template
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.rich import of_markdown
from cxreset.sharing.templates import asks_owner, fill, owners
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.writing import usual_path, write_file
from cxreset.tui.shell import desktop
from cxreset.tui.shell.rich_copy import copy_rich
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.fields.pick_fields import TextField
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.tui.widgets.words import with_sign
from cxreset.workbook.choices import fill_template_for, template_text, write_template

FILLED = "Filled from the workbook as it is now. Change what you like: your version is kept."
OWN = "Your own version. “Fill anew” takes what the workbook knows now."


class TemplateScreen(Dialog[None]):
    """The text and what can be done with it. A letter is a command while no field has the focus."""

    AUTO_FOCUS = ""
    CSS_PATH = ["../dialogs.tcss", "templates.tcss"]
    BINDINGS = [
        close_command(action="leave"),
        dialog_command("template.edit", "e", "edit", N_("Change the text")),
        Binding("enter", "edit", show=False),  # in the text itself it begins a line
        dialog_command("template.copy", "c", "copy", "Copy"),
        dialog_command("template.copy_rich", "r", "copy_rich", "Formatted"),
        dialog_command("template.write", "s", "write(True)", "Write the file"),
        dialog_command("template.fill", "f", "fill", N_("Fill anew")),
        dialog_command("template.owner", "o", "owner", N_("Another owner")),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]

    def __init__(self, reset: Reset, template: Template) -> None:
        super().__init__()
        self.reset = reset
        self.template = template
        self.facts = gather(reset.book, reset.pack, reset.today)
        self.owners = owners(self.facts) if asks_owner(template) else []
        kept = template_text(reset.file, template.id).owner
        self.owner = kept if kept in self.owners else next(iter(self.owners), "")

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(one_line(self.template.title), classes="heading", markup=False)
            yield Static(one_line(self.template.used_for), classes="muted", markup=False)
            yield TextField("", id="text")
            yield LineField("Write it to", hint="a file in a folder of yours", id="path")
            yield Static("", id="message", classes="muted", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Edit  ⏎"), id="edit", variant="primary")
                yield Button(_("Copy  c"), id="copy")
                yield Button(_("Formatted  r"), id="copy_rich")
                yield Button(_("Write  s"), id="write")
                yield Button(_("Close  esc"), id="leave")
            with Horizontal(classes="buttons", id="filling"):
                yield Button(_("Fill anew  f"), id="fill")
                if len(self.owners) > 1:
                    yield Button(_("Another owner  o"), id="owner")

    def on_mount(self) -> None:
        path = usual_path(self.reset, self.template.id, "md")
        self.query_one("#path", LineField).bind_slot(Slot(str(path), lambda _: None))
        self._show()

    # -- the text

    def _own(self) -> str:
        text = template_text(self.reset.file, self.template.id).text
        return text if text.strip() else ""

    def _show(self) -> None:
        own = self._own()
        text = own or fill(self.template, self.facts, self.owner)
        self.query_one("#text", TextField).bind_slot(Slot(text, self._keep))
        self._say(_(OWN) if own else _(FILLED))

    def _keep(self, text: str) -> None:
        write_template(self.reset.file, self.template.id, text)

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()
        if self._own():
            self._say(_(OWN))

    def on_field_refused(self, event: Field.Refused) -> None:
        self._say(event.sentence, wrong=True)

    @property
    def text(self) -> str:
        """The text as it stands in the field."""
        return self.query_one("#text TextArea", TextArea).text

    def flush(self) -> None:
        """Store what is still pending."""
        for field in self.query(Field):
            field.flush()

    # -- doing

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "leave":
            self.close()
        else:
            await self.run_action(str(event.button.id))

    def action_edit(self) -> None:
        self.query_one("#text TextArea").focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#text TextArea").scroll_relative(y=lines, animate=False)

    async def action_copy(self) -> None:
        self._say(await desktop.copy(self.app, self.text))

    async def action_copy_rich(self) -> None:
        self._say(await copy_rich(self.app, of_markdown([self.text])))

    def action_write(self, ask: bool = False) -> None:
        """Write it to the file named above, after a question if `ask`."""
        self.flush()
        typed = self.query_one("#path Input", Input).value
        write_file(
            self, typed, lambda: self.text, lambda text, wrong: self._say(text, wrong=wrong),
            ask=ask,
        )  # fmt: skip

    def action_fill(self) -> None:
        """Take what the workbook knows now; the leader's own version only goes after a question."""
        self.flush()
        self._anew(self.owner)

    def action_owner(self) -> None:
        """Whom the request goes to."""
        if len(self.owners) < 2:
            return

        def picked(number: int | None) -> None:
            if number is not None:
                self._anew(self.owners[number])

        names = [(name, index) for index, name in enumerate(self.owners)]
        self.flush()
        self.app.push_screen(
            PickScreen(_("Who is it for?"), _("The text is filled anew."), names), picked
        )

    def _anew(self, owner: str) -> None:
        def answered(yes: bool | None) -> None:
            if not yes:
                return
            self.facts = gather(self.reset.book, self.reset.pack, self.reset.today)
            if self._own() or owner != self.owner:
                fill_template_for(self.reset.file, self.template.id, owner)
            self.owner = owner
            self._show()

        if not self._own():
            answered(True)
            return
        question = ConfirmScreen(
            _("Fill the text anew?"),
            _("What you changed in it goes away. Copy it first if you may want it again."),
            _("Fill it anew"),
        )
        self.app.push_screen(question, answered)

    def action_leave(self) -> None:
        """Out of a field first, then back."""
        if isinstance(self.focused, (TextArea, Input)):
            self.flush()
            self.set_focus(None)
        else:
            self.close()

    def close(self) -> None:
        """Back to where one came from, with everything stored."""
        self.flush()
        self.dismiss(None)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        message = self.query_one("#message", Static)
        message.update(with_sign(shown(text)) if wrong else shown(text))
        message.set_class(wrong, "late")
