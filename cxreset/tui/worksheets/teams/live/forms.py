"""The three forms of the live meeting: a decision, an action, something parked.

A line is stored with its first word and with every pause of a quarter of a second after it, as
everywhere: the form has no key without which its words would be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.language.words import N_, _
from cxreset.reset.meeting import running
from cxreset.reset.reset import Reset
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.worksheets.parts.action_list import name_field
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.new_line import NewLine
from cxreset.tui.worksheets.parts.specs import FieldSpec, choice, day, line, text
from cxreset.tui.worksheets.teams.owners import PURPOSES
from cxreset.workbook.tables import Action, Decision, ParkedItem, Record


class EntryForm(Worksheet):
    """Fields of one row, a new one or one that is stored; subclasses say which."""

    table: ClassVar[type[Record]]
    heading: ClassVar[str]
    fields: ClassVar[tuple[FieldSpec, ...]]
    fresh: ClassVar[Callable[[Reset], Record]]

    def compose(self) -> ComposeResult:
        yield Static(_(self.heading), classes="section", markup=False)
        for spec in self.fields:
            field = spec.make(self)
            field.add_class(f"field-{spec.column}")
            yield field

    def begin(self) -> None:
        """Empty fields of a new row; it is stored with its first word."""
        self.bind(NewLine(type(self).fresh(self.reset), self._store, self.change))

    def open(self, row: Record) -> None:
        """The fields of a stored row."""
        entry = NewLine(row, self._store, self.change)
        entry.key = row.key
        self.bind(entry)

    def bind(self, entry: NewLine) -> None:
        """Show a row; what was typed for the one before is stored first."""
        self.entry = entry
        for spec in self.fields:
            value = getattr(entry.record, spec.column)
            keep = partial(entry.keep, spec.column)
            draft = self.reset.daily.draft(self._draft(entry, spec.column)) if entry.key else None
            slot = Slot(value, keep, draft, partial(self._keep_draft, entry, spec.column))
            self.query_one(f".field-{spec.column}", Field).bind_slot(slot)

    @property
    def empty(self) -> bool:
        """Is it a new row that says nothing yet?"""
        self.flush()
        return self.entry.key is None

    def go(self) -> None:
        """To the first field."""
        self.screen.set_focus(self.query("Input, TextArea").first())

    def change(self, key: int, column: str, value: Any) -> None:
        """Store one field of the row."""
        self.reset.book.set(self.table, key, **{column: value})

    def _store(self, record: Record, column: str, value: Any) -> int:
        return int(self.reset.book.add(record).key)

    def _draft(self, entry: NewLine, column: str) -> str:
        return f"{self.table.__tablename__}.{entry.key}.{self.table.stored_as(column)}"

    def _keep_draft(self, entry: NewLine, column: str, words: str | None) -> None:
        if entry.key is not None:
            self.reset.daily.keep_draft(self._draft(entry, column), words)


class DecisionForm(EntryForm):
    """What is agreed, and all that is asked about it a month later."""

    table = Decision
    heading = N_("DECISION")
    fresh = running.new_decision
    fields = (
        text("title", "Decision", "what we do, where, and until when"),
        line("reason", "Why", "what spoke for it"),
        line("rejected", "Turned down", "what else was on the table"),
        line("dissent", "Disagrees", "who, and why: it stays with the decision"),
        line("decided_by", "Decided by", "the rule that was used, or one name"),
        day("review_on", "Look again"),
    )


class ActionForm(EntryForm):
    """What somebody does, by when."""

    table = Action
    heading = N_("ACTION")
    fresh = running.new_action
    fields = (
        line("title", "Action", "a verb, a thing, a place"),
        name_field("owner", "Owner"),
        day("deadline", "By"),
        choice("purpose", "It will", PURPOSES),
    )


class ParkedForm(EntryForm):
    """What belongs elsewhere, in a line."""

    table = ParkedItem
    heading = N_("PARKING")
    fresh = running.new_parked
    fields = (line("text", "For later", "in a few words, so that nobody has to hold on to it"),)


FORMS: tuple[type[EntryForm], ...] = (DecisionForm, ActionForm, ParkedForm)
