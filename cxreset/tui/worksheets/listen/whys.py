"""Five whys about a pain point: each answer with what it rests on; it may stop at any of them."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.worksheets.parts.new_line import NewLine
from cxreset.workbook.tables import Pain, Record, Why

MOST = 5


class WhysScreen(ModalScreen[None]):
    """Five pairs of lines; a row is stored with its first word, and stays where it is emptied."""

    CSS_PATH = "../../dialogs/dialogs.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS = [Binding("escape", "close", "Close")]

    def __init__(self, reset: Reset, pain: Pain) -> None:
        super().__init__()
        self.reset = reset
        self.pain = pain

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            title = f"Why? {self.pain.ref} {one_line(self.pain.title)}"
            yield Static(title, classes="heading", markup=False)
            yield Static(
                "Ask why of the answer before, and stop at what a colleague can change. Behind "
                "each answer put a comment or a fact: without one it is a guess.",
                classes="muted",
                markup=False,
            )
            for number in range(1, MOST + 1):
                yield LineField(f"Why {number}", hint="because …", id=f"answer-{number}")
                yield LineField("rests on", hint="C12, a figure, who saw it", id=f"proof-{number}")
            with Horizontal(classes="buttons"):
                yield Button("Close  esc", id="close", variant="primary")

    def on_mount(self) -> None:
        stored = self.reset.book.rows(Why, pain_id=self.pain.key)[:MOST]
        fresh = [Why(pain_id=self.pain.key) for _ in range(MOST - len(stored))]
        for number, row in enumerate((*stored, *fresh), 1):
            entry = NewLine(row, self._store, self._change)
            entry.key = row.id
            for column in ("answer", "proof"):
                slot = Slot(getattr(row, column), partial(entry.keep, column))
                self.query_one(f"#{column}-{number}", Field).bind_slot(slot)

    def _store(self, record: Record, column: str, value: Any) -> int:
        return int(self.reset.book.add(record).key)

    def _change(self, key: int, column: str, value: Any) -> None:
        self.reset.book.set(Why, key, **{column: value})

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_field_refused(self, event: Field.Refused) -> None:
        self.notify(event.sentence, title="Not saved yet", severity="warning", markup=False)

    def on_button_pressed(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        for field in self.query(Field):
            field.flush()
        self.dismiss(None)
