"""The upper half of Share: what can be chosen there, and what is done with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import shown
from cxreset.sharing.made import Made
from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.screens.share.selection import likely_line, masking_line
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.widgets.fields.pick_fields import ChoiceField
from cxreset.tui.widgets.layout.button_row import ButtonRow
from cxreset.tui.widgets.words import with_sign

LOOK_AT = N_("Look at it  p")
LEAVE_IN, MASK_AGAIN = N_("Leave it in, this once  x"), N_("Mask it again  x")


class ShareControls(Vertical):
    """Fields and buttons; the screen fills and follows them."""

    def compose(self) -> ComposeResult:
        subjects = [(key, one.name) for key, one in SUBJECTS.items()]
        yield ChoiceField("Share", subjects, optional=False, id="what")
        yield Static("", id="about", markup=False)
        yield ChoiceField("As", [], optional=False, id="form")
        with Horizontal(id="whom"):
            yield Static(_("For"), classes="label", markup=False)
            yield Button("", id="owner", compact=True)
        with Horizontal(id="masked"):
            yield Static(_("Masked"), classes="label", markup=False)
            with Vertical(id="masking"):
                yield Static("", id="found", markup=False)
                with Horizontal(id="masking-buttons"):
                    yield Button(_(LOOK_AT), id="pieces", compact=True)
                    yield Button(LEAVE_IN, id="personal", compact=True)
        yield LineField("Write it to", hint="a file in a folder of yours", id="path")
        with ButtonRow(id="buttons"):
            yield Button(_("Write  s"), id="write", variant="primary")
            yield Button(_("Copy  c"), id="copy")
            yield Button(_("Formatted  r"), id="copy_rich")
            yield Button(_("Open it  d"), id="open_folder")
            yield Button(_("Templates  m"), id="templates")
        yield Static("", id="message", markup=False)

    def show_masking(self, what: str, made: Made, *, unmasked: bool) -> None:
        """What was masked, and the ways to look at it or to leave it in."""
        line = masking_line(what, (*made.masked, *likely_line(made.undecided)), unmasked=unmasked)
        self.query_one("#masked").display = bool(line)
        self.query_one("#found", Static).update(shown(line))
        self.query_one("#pieces").display = bool(made.personal)
        switch = self.query_one("#personal", Button)
        switch.display = unmasked or bool(made.masked)
        switch.label = MASK_AGAIN if unmasked else LEAVE_IN
        switch.refresh(layout=True)

    def say(self, text: str, *, wrong: bool) -> None:
        """A line about what was done, in sight; nothing takes it away."""
        message = self.query_one("#message", Static)
        message.update(with_sign(shown(text)) if wrong else shown(text))
        message.display = bool(text)
        message.set_class(wrong, "late")
        if text:
            self.call_after_refresh(message.scroll_visible, animate=False)
