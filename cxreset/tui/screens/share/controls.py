"""The upper half of Share: what can be chosen there, and what is done with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.widgets.fields.field import LineField
from cxreset.tui.widgets.fields.pick_fields import ChoiceField

LOOK_AT = "Look at it  p"
LEAVE_IN, MASK_AGAIN = "Leave it in, this once  x", "Mask it again  x"


class ShareControls(Vertical):
    """Fields and buttons; the screen fills and follows them."""

    def compose(self) -> ComposeResult:
        subjects = [(key, one.name) for key, one in SUBJECTS.items()]
        yield ChoiceField("Share", subjects, optional=False, id="what")
        yield Static("", id="about", markup=False)
        yield ChoiceField("As", [], optional=False, id="form")
        with Horizontal(id="whom"):
            yield Static("For", classes="label", markup=False)
            yield Button("", id="owner", compact=True)
        with Horizontal(id="masked"):
            yield Static("Masked", classes="label", markup=False)
            yield Static("", id="found", markup=False)
            yield Button(LOOK_AT, id="pieces", compact=True)
            yield Button(LEAVE_IN, id="personal", compact=True)
        yield LineField("Write it to", hint="a file in a folder of yours", id="path")
        with Horizontal(id="buttons"):
            yield Button("Write  s", id="write", variant="primary")
            yield Button("Copy  c", id="copy")
            yield Button("Open the folder  d", id="open_folder")
            yield Button("Templates  m", id="templates")
        yield Static("", id="message", markup=False)
