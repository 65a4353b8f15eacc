"""Share: look at the plan as colleagues will, then write it to a file they can open."""

from __future__ import annotations

import re

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Markdown, Static

from cxreset.reset import Reset
from cxreset.sharing.export import make
from cxreset.sharing.subjects import FORMS
from cxreset.text import shown
from cxreset.tui.commands import command
from cxreset.tui.screens.place import Place
from cxreset.tui.widgets.choice import Choice
from cxreset.tui.widgets.fields import LineField, Slot
from cxreset.tui.widgets.pick_fields import ChoiceField
from cxreset.tui.writing import usual_path, write_file

SHAPES = {name: FORMS[name] for name in ("html", "md")}
SCOPE = "share"  # the last choice is kept as answers under this name


class ShareScreen(Place):
    """What, in which form, where to; a preview; a file."""

    CSS_PATH = "share.tcss"
    BINDINGS = [
        command("s", "write", "Write the file", "Write what you see to the file named above."),
        command("f", "form", "Form", "Take the next form.", footer=False),
        command("m", "app.templates", "Templates",
                "Texts to send, filled from the workbook, and more worksheets."),
        command("c", "copy", "Copy", "Copy the text as Markdown for a wiki or a chat."),
    ]  # fmt: skip

    def __init__(self, reset: Reset, place: str) -> None:
        super().__init__(reset, place)
        self.subject = "plan"

    def body(self) -> ComposeResult:
        with Vertical(id="choices"):
            yield Static("Share the action plan", classes="heading", markup=False)
            yield Static(
                "Everything you wrote, as one document colleagues can read without this program. "
                "Parts that are still empty say what is to do.",
                id="about",
                markup=False,
            )
            options = [(name, f"{name}: {form.label}") for name, form in SHAPES.items()]
            yield ChoiceField("Form", options, optional=False, id="form")
            yield LineField("Write it to", hint="a file in a folder of yours", id="path")
            with Horizontal(id="buttons"):
                yield Button("Write the file  s", id="write", variant="primary")
                yield Button("Copy as Markdown  c", id="copy")
                yield Button("Templates and worksheets  m", id="templates")
            yield Static("", id="said", markup=False)
        yield Static("Preview", id="preview-name", classes="muted", markup=False)
        with VerticalScroll(id="preview"):
            yield Markdown("", open_links=False)

    def on_mount(self) -> None:
        self.reload()
        self.query_one("#preview").focus()

    def home(self) -> bool:
        if super().home():
            self.query_one("#preview").focus()
            return True
        return False

    def reload(self) -> None:
        """Draw the preview anew, from what the workbook holds now."""
        kept = self.reset.daily.answers(SCOPE)
        form = kept.get("form", "html")
        if form not in SHAPES:
            form = "html"
        self.query_one("#form", ChoiceField).bind_slot(Slot(form, self._keep_form))
        path = kept.get("path") or str(usual_path(self.reset, self.subject, SHAPES[form].extension))
        self.query_one("#path", LineField).bind_slot(Slot(path, self._keep_path))
        self.run_worker(self.query_one(Markdown).update(shown(self._text("md"))), exclusive=True)

    @property
    def form(self) -> str:
        """The chosen form."""
        return str(self.query_one("#form Choice", Choice).value or "html")

    def _text(self, form: str) -> str:
        reset = self.reset
        made = make(self.subject, form, reset.book, reset.pack, reset.today)
        return made.files[0].data.decode()

    def _keep_form(self, form: object) -> None:
        """Remember the form, and let the file's name end as it does."""
        self.reset.daily.answer(SCOPE, "form", str(form))
        field = self.query_one("#path Input", Input)
        endings = "|".join(re.escape(each.extension) for each in SHAPES.values())
        field.value = re.sub(rf"\.({endings})$", f".{SHAPES[str(form)].extension}", field.value)

    def _keep_path(self, path: object) -> None:
        self.reset.daily.answer(SCOPE, "path", str(path))

    # -- doing

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "write":
            self.action_write()
        elif event.button.id == "copy":
            self.action_copy()
        elif event.button.id == "templates":
            self.app.call_later(self.app.run_action, "app.templates")

    def action_form(self) -> None:
        self.query_one("#form Choice", Choice).action_move(1)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._text("md"))
        self._say("Copied as Markdown, as far as this terminal allows it.")

    def action_write(self) -> None:
        """Write the file; one that is there already is replaced only after a question."""
        self.flush()
        typed = self.query_one("#path Input", Input).value
        form = self.form
        write_file(self, typed, lambda: self._text(form), self._heard)

    def _heard(self, sentence: str, wrong: bool) -> None:
        self._say(sentence, wrong=wrong)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.update(shown(text))
        said.set_class(wrong, "late")
