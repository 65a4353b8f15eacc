"""Share: choose what, for whom and in which form; look at it; write it, copy it, find it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from textual import on
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Input, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _
from cxreset.base.paths import expanded
from cxreset.base.text import one_line, shown
from cxreset.reset.reset import Reset
from cxreset.sharing.export import look, look_form, make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.owners import owners
from cxreset.sharing.made import Made
from cxreset.sharing.preview import rows
from cxreset.sharing.subjects import FORMS, SUBJECTS, Form, Subject
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.personal.screen import PersonalScreen
from cxreset.tui.dialogs.writing import usual_path, write_files
from cxreset.tui.screens.destination import Shown
from cxreset.tui.screens.share.controls import ShareControls
from cxreset.tui.screens.share.copied import formatted, text_to_copy
from cxreset.tui.screens.share.layout import SharePage
from cxreset.tui.screens.share.preview import document_text, still_to_do, table_of
from cxreset.tui.screens.share.selection import file_name, form_line, path_for, possible, to_open
from cxreset.tui.shell import desktop
from cxreset.tui.shell.rich_copy import copy_rich
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.field import LineField, Slot
from cxreset.tui.widgets.fields.pick_fields import ChoiceField
from cxreset.tui.widgets.page.blocks import TextBlock
from cxreset.tui.widgets.page.reader import SearchablePage
from cxreset.workbook.choices import ShareChoice, keep_share_choice, share_choice
from cxreset.workbook.shares.personal import choose_personal

EVERYBODY = "everybody"
LOOK_SECONDS = 0.2  # after a choice, until the preview follows


class ShareScreen(SharePage):
    """Every subject in every form, with what it will say before it goes anywhere."""

    CSS_PATH = "share.tcss"
    BINDINGS = [
        command("s", "write(True)", "Write the file",
                "Write what you see to the file named above, after a question."),
        command("c", "copy", "Copy", "Copy it as text, for a wiki, a chat or an e-mail."),
        command("r", "copy_rich", "Formatted", "Copy it formatted, for an e-mail or a document.",
                footer=False),
        command("w", "what", "What", "Share the next thing: slips, the meeting pack, …"),
        command("f", "form", "Form", "Take the next form: Word, PDF, …"),
        command("o", "owner", "For whom", "For one colleague alone, or for everybody.",
                footer=False),
        command("x", "personal", "Personal data", "Mask it again, or leave it in this once.",
                footer=False),
        command("p", "pieces", "Look at it",
                "What is, or may be, personal: keep it or mask it, one by one.", footer=False),
        command("d", "open_folder", "Open it", "Open what was written, or its folder."),
        command("m", "app.templates", "Templates",
                "Texts to send, filled from the workbook, and more worksheets.", footer=False),
    ]  # fmt: skip

    def __init__(self, reset: Reset, mode: str) -> None:
        super().__init__(reset, mode)
        self.what = next(iter(SUBJECTS))
        self.form = SUBJECTS[self.what].forms[0]
        self.owner = ""
        self.unmasked = False  # lifted for one export, never kept
        self.kept: ShareChoice | None = None  # the choices, once they were read
        self.made = Made(())
        self._looking: Timer | None = None
        self._owned_by: list[str] = []
        self._owners_of: Shown | None = None

    def on_mount(self) -> None:
        self.lay_out()
        self.reload()
        self.query_one("#preview").focus()

    @property
    def subject(self) -> Subject:
        return SUBJECTS[self.what]

    @property
    def shape(self) -> Form:
        return FORMS[self.form]

    # -- showing

    def reload(self) -> None:
        """Show the choices as they were left, and what they give from the workbook as it is."""
        if self.kept is None:
            self.kept = share_choice(self.reset.file)
        choice = possible(self.kept, self._owners)
        self.what, self.form, self.owner = choice.what, choice.form, choice.owner
        self.query_one("#what", ChoiceField).bind_slot(Slot(self.what, self._keep_what))
        forms = self.query_one("#form", ChoiceField)
        forms.query_one(Choice).options = [(one, _(FORMS[one].name)) for one in self.subject.forms]
        forms.query_one(Choice).refresh(layout=True)
        forms.bind_slot(Slot(self.form, self._keep_form))
        self.query_one("#about", Static).update(f"{_(self.subject.about)} {form_line(self.form)}")
        self.query_one("#about").set_class(bool(self.shape.missing), "late")
        self.query_one("#whom").display = self.subject.by_owner
        whom = self.query_one("#owner", Button)
        whom.label = Content(f"{one_line(self.owner, 40) or EVERYBODY}  o")
        whom.refresh(layout=True)
        name, ending = file_name(choice)
        folder = Path(choice.folder) if choice.folder else None
        path = choice.path or str(usual_path(self.reset, name, ending, folder))
        self.query_one("#path", LineField).bind_slot(Slot(path, self._keep_path))
        self.made = Made(())  # what was made is of the choices before
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(LOOK_SECONDS, self.look)  # leafing through stays quick

    def _owners(self) -> list[str]:
        """Everybody who owns something; gathered once for each state of the workbook."""
        reset, wanted = self.reset, self.to_show()
        if wanted is None or wanted != self._owners_of:
            self._owned_by = owners(gather(reset.book, reset.pack, reset.today))
            self._owners_of = wanted
        return self._owned_by

    @property
    def waits_to_look(self) -> bool:
        """Does the preview still show the choices before?"""
        return self._looking is not None

    def look(self) -> None:
        """Draw the preview anew: the text of a document, a table of anything else."""
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        page = self.query_one(SearchablePage)
        try:
            self.made = self._make(look)
            if self.subject.is_document:
                page.show(shown(document_text(self.made) + still_to_do(self.made)))
            else:
                width = max(24, self.size.width // 3)
                page.show_blocks(table_of(rows(look_form(self.form), self.made, width=width)))
        except CxresetError as error:
            self.made = Made(())
            self.draw_anew()
            page.show_blocks([TextBlock(content=Content(shown(error.sentence)))])
        self.query_one(ShareControls).show_masking(self.what, self.made, unmasked=self.unmasked)

    def _make(self, maker: Callable[..., Made] = make) -> Made:
        reset = self.reset
        return maker(
            self.what, self.form, reset.book, reset.pack, reset.today,
            owner=self.owner or None, unmasked=self.unmasked,
        )  # fmt: skip

    # -- choosing

    def _keep(self, **choices: str) -> None:
        """Take choices and show what they give; the usual place follows them."""
        self._remember(**({"path": ""} | choices))
        self.unmasked = False
        self._say("")
        self.call_later(self.reload)

    def _remember(self, **choices: str) -> None:
        """Keep choices for the next time, where the workbook can be written to."""
        before = self.kept or ShareChoice()
        self.kept = before._replace(**choices)
        if self.kept != before:
            with suppress(CxresetError):
                keep_share_choice(self.reset.file, self.kept)

    def _keep_what(self, what: str) -> None:
        self._keep(what=what)

    def _keep_form(self, form: str) -> None:
        """A name that the leader gave stays and ends as the new form does."""
        path = (self.kept or ShareChoice()).path
        self._keep(form=form, path=path_for(path, self.form, form))

    def _keep_path(self, path: str) -> None:
        self._remember(path=path, folder=str(expanded(path).parent))

    def action_what(self) -> None:
        self._next("#what Choice")

    def action_form(self) -> None:
        self._next("#form Choice")

    def _next(self, where: str) -> None:
        choice = self.query_one(where, Choice)
        values = [value for value, _ in choice.options]
        choice.action_choose((values.index(choice.value) + 1) % len(values))
        self.query_one("#preview").focus()

    def action_personal(self) -> None:
        """Leave personal data in for one export, or mask it again."""
        if self.query_one("#personal").display and self.query_one("#masked").display:
            self.unmasked = not self.unmasked
            self.look()

    def action_pieces(self) -> None:
        """What is or may be personal in it, each kept or masked by a key."""

        def choose(piece: str, kept: bool) -> bool:
            return self.write(lambda: choose_personal(self.reset.file, piece, kept))

        if self.made.personal:
            pieces = PersonalScreen(self.made.personal, choose)
            self.app.push_screen(pieces, lambda changed: self.look() if changed else None)

    def action_owner(self) -> None:
        """Whom it is for: everybody, or one who owns something."""
        if not self.subject.by_owner:
            self._say(_("{label}: the same for everybody.").format(label=_(self.subject.label)))
            return
        people = self._owners()

        def picked(number: int | None) -> None:
            if number is not None:
                self._keep(owner=people[number - 1] if number else "")

        options = [(EVERYBODY, 0), *((name, at) for at, name in enumerate(people, 1))]
        about = _("Only what is theirs is in it, or what is everybody's.")
        self.app.push_screen(PickScreen(_("Whom is it for?"), about, options), picked)

    # -- doing

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "templates":
            self.app.call_later(self.app.run_action, "app.templates")
        else:
            await self.run_action(str(event.button.id))

    async def action_copy(self) -> None:
        """As text: plain lines, Markdown, or rows."""
        if not self.made.files:
            self.look()
            return
        shape, text = text_to_copy(self.what, self.form, self.made, self._make)
        self._say(f"{shape} {await desktop.copy(self.app, text)}")
        self._mask_again()

    async def action_copy_rich(self) -> None:
        """Formatted, for a mail or a document, with plain lines beside it."""
        if not self.made.files:
            self.look()
            return
        self._say(await copy_rich(self.app, formatted(self.what, self.form, self.made)))
        self._mask_again()

    def action_write(self, ask: bool = False) -> None:
        """Write it, after a question if `ask`; what is there is replaced only after a question."""
        self.flush()
        typed = self.query_one("#path Input", Input).value
        folder = self.subject.folder
        write_files(self, typed, lambda: self._make().files, self._written, folder=folder, ask=ask)

    def _written(self, sentence: str, wrong: bool) -> None:
        masked = " ".join(_("Masked: {one}.").format(one=one) for one in self.made.masked)
        self._say(sentence if wrong or not masked else f"{sentence} {masked}", wrong=wrong)
        if not wrong:
            self._mask_again()

    def _mask_again(self) -> None:
        """What was lifted was lifted for one export."""
        if self.unmasked:
            self.unmasked = False
            self.look()

    def action_open_folder(self) -> None:
        """The file named above once it is written, else its folder."""
        target = to_open(self.query_one("#path Input", Input).value)
        there = target.exists()
        missing = _("There is no folder {target} yet.").format(target=target)
        self._say(desktop.open_folder(target) if there else missing, wrong=not there)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.query_one(ShareControls).say(text, wrong=wrong)
