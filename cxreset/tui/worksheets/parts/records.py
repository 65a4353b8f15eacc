"""A worksheet of records: the list above, the chosen line's fields below.

A subclass says which table, which columns and which fields. Every field is stored when it is
typed, so there is nothing to save; a new line is there from its first word, never while empty.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.coordinate import Coordinate
from textual.events import Resize
from textual.widgets import Button, DataTable, Static

from cxreset.base.language.words import _
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.widgets.fields.field import Field, Slot
from cxreset.tui.widgets.layout.button_row import ButtonRow
from cxreset.tui.widgets.lists import Table
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.new_line import NewLine, distance_from_words
from cxreset.tui.worksheets.parts.record_list import RecordList
from cxreset.tui.worksheets.parts.specs import FieldSpec
from cxreset.workbook.tables import Record


class RecordSheet(RecordList):
    """List and form of one table."""

    BINDINGS = [
        command("n", "add", "New", "Add a new line to this list."),
        command("delete", "remove", "Remove", "Remove the chosen line, after a question."),
        command("enter", "edit", "Edit", "Go to the fields of the chosen line.", footer=False),
    ]

    fields: ClassVar[tuple[FieldSpec, ...]]
    empty: ClassVar[str] = "Nothing here yet."
    tools: ClassVar[tuple[tuple[str, str], ...]] = ()  # (action, label) of further buttons
    can_add: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        yield Static("", classes="empty", markup=False)
        yield Table()
        yield Static("", classes="list-notice", markup=False)
        with ButtonRow(classes="tools"):
            if self.can_add:
                yield self.tool("add", self.new_words())
                yield self.tool("remove", _("Remove"))
            yield from (self.tool(action, _(label)) for action, label in self.tools)
        with VerticalScroll(classes="form", can_focus=False):
            yield from self.above_form()
            yield from self.compose_fields()
            yield from self.below_form()

    def compose_fields(self) -> ComposeResult:
        """The fields, one under the other; a subclass may lay them out otherwise."""
        for spec in self.fields:
            yield self.field(spec)

    def field(self, spec: FieldSpec) -> Field:
        """A new field for one column."""
        field = spec.make(self)
        field.add_class(f"field-{spec.column}")
        return field

    def above_form(self) -> ComposeResult:
        """Widgets of a subclass between list and fields."""
        yield from ()

    def below_form(self) -> ComposeResult:
        """Widgets of a subclass below the fields."""
        yield from ()

    def on_mount(self) -> None:
        self._rows = []
        self._bound: int | None = None
        self._new: NewLine | None = None
        self.reload()

    def fresh(self) -> Record:
        """A new line."""
        return self.table()

    def is_filled(self, record: Record) -> bool:
        """Does a new line say something already, taken from elsewhere in the workbook?"""
        return False

    def as_row(self, record: Record) -> Any:
        """A new line as the fields show it; a list of more than one table joins them."""
        return record

    def show_row(self, row: Any | None) -> None:
        """A subclass's own widgets for the chosen line."""

    @property
    def begun(self) -> bool:
        """Are the fields those of a new line that says nothing yet?"""
        return self._new is not None and self._new.key is None

    def reload(self, keep: int | None = None, *, hold: bool = False) -> None:
        """Draw the list anew; the cursor stays on its line, or goes to the line `keep`.

        With `hold` no line moves: nothing runs away from the hand that works on the list.
        """
        if not self.is_attached:
            return
        wanted = keep if keep is not None else self._bound
        self._rows = self._as_they_stand() if hold else list(self.rows())
        self.draw(wanted)
        something = bool(self._rows) or self.begun
        self.grid.display, self.grid.can_focus = something, bool(self._rows)
        self.reserve(lines=len(self._rows) + 1 if self.begun else 0)
        empty = self.query_one(".empty", Static)
        empty.display = not something
        set_words(empty, _(self.empty).format(key=KEYS))  # a key may be another one by now
        tools = self.query_one(".tools", ButtonRow)
        tools.set_class(not self._rows, "-empty")
        tools.call_after_refresh(tools.fold)
        self.refresh_bindings()
        self.query_one(".form").display = something
        self._say()
        self._bind()

    def show_record(self, table: str, key: str) -> bool:
        if table != self.table.__tablename__:
            return False
        if key.isdigit():
            self.reload(keep=int(key))
        return True

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted and self.children and hasattr(self, "_bound"):
            self.draw(self._bound)  # the same lines, in columns of another width

    def stored(self) -> None:
        """Draw the changed line anew, without leaving the field."""
        self._rows = self._as_they_stand() if self.holds_order else list(self.rows())
        table = self.grid
        keys = [str(row.key) for row in self._rows]
        if [str(key.value) for key in table.rows] != keys:  # the change moved the line
            self.reload(hold=self.holds_order)
            return
        for index, row in enumerate(self._rows):
            for number, cell in enumerate(self._cells(row)):
                at = Coordinate(index, number)
                now = table.get_cell_at(at)
                if (now, now.style) != (cell, cell.style):
                    table.update_cell_at(at, cell)
        self._say()
        self.show_row(next((row for row in self._rows if row.key == self._bound), None))

    @on(DataTable.RowHighlighted)
    def _highlighted(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._bind()

    @on(DataTable.RowSelected)
    def _selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_edit()

    def form_fields(self) -> Sequence[Field]:
        return list(self.query_one(".form").query(Field))

    def _bind(self) -> None:
        if self.begun:
            return  # the fields are those of the line that is being begun
        row = self.chosen
        if row is None:
            self.flush()
            self._bound = None
            self.show_row(None)
            return
        key = row.key
        if key == self._bound:
            for spec, field in zip(self.fields, self._own_fields(), strict=True):
                field.refresh_value(getattr(row, spec.column))
        else:
            self.flush()
            self._bound = key
            for spec, field in zip(self.fields, self._own_fields(), strict=True):
                name = self._draft_name(key, spec.column)
                value = getattr(row, spec.column)
                field.bind_slot(self.slot(name, value, self._keeper(key, spec.column)))
        self.show_row(row)

    def _draft_name(self, key: int, column: str) -> str:
        return f"{self.table.__tablename__}.{key}.{self.table.stored_as(column)}"

    def _own_fields(self) -> list[Field]:
        return [self.query_one(f".field-{spec.column}", Field) for spec in self.fields]

    def _keeper(self, key: int, column: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            self.keep(key, column, value)

        return keep

    def keep(self, key: int, column: str, value: Any) -> None:
        """Store one field; a subclass may store more with it."""
        self.reset.book.set(self.table, key, **{column: value})

    def on_button_pressed(self, event: Button.Pressed) -> None:
        name = event.button.id or ""
        if name.startswith("tool-"):
            event.stop()
            getattr(self, f"action_{name.removeprefix('tool-')}")()

    def action_add(self) -> None:
        """Begin a new line with the focus in its first field; one filled already is stored."""
        record = self.fresh()
        if not self.is_filled(record):
            self.begin(record)
            return
        self.flush()
        row = self.write(lambda: self.reset.book.add(record))
        if row is not None:
            self.reload(keep=row.key)
            self.action_write()

    def begin(self, record: Record) -> None:
        """Go to the fields of a line that is stored with its first word."""
        self.flush()
        new = self._new = NewLine(record, self.store_new, self.keep)
        self._bound = None
        row = self.as_row(record)
        for spec, field in zip(self.fields, self._own_fields(), strict=True):
            keep = partial(self._keep_new, new, spec.column)
            draft = partial(self._keep_new_draft, new, spec.column)
            field.bind_slot(Slot(getattr(row, spec.column), keep, None, draft))
        self.reload()
        self.show_row(None)
        self.action_write()

    def store_new(self, record: Record, column: str, value: Any) -> int:
        """Store a new line with its first value, and what a subclass stores with it, as one."""
        with self.reset.file.transaction():
            key: int = self.reset.book.add(record).key
            self.keep(key, column, value)
        return key

    def _keep_new(self, new: NewLine, column: str, value: Any) -> None:
        new.keep(column, value)
        if self._new is new and new.key is not None:
            self._bound, self._new = new.key, None

    def _keep_new_draft(self, new: NewLine, column: str, text: str | None) -> None:
        if new.key is not None:
            self.reset.daily.keep_draft(self._draft_name(new.key, column), text)

    def on_descendant_blur(self) -> None:
        # what the list says had to wait; of a new line the list is drawn anew
        self.call_after_refresh(self._say if self._new is None else self._leave_new)

    def _leave_new(self) -> None:
        """Out of the fields of a new line: one that says nothing was never there."""
        if self._new is None or self.writing:
            return
        self.flush()
        self._new = None
        self.reload()

    def action_edit(self) -> None:
        """Go to the first field, at once: a quick typist's letters belong there."""
        self._focus_first(self._own_fields())

    def action_write(self) -> None:
        """Go to where a new line begins: its first field of words."""
        self._focus_first(sorted(self._own_fields(), key=distance_from_words))

    def _focus_first(self, fields: Sequence[Field]) -> None:
        for field in fields:
            if field.display:
                self.screen.set_focus(field.query("Input, TextArea, Choice, PickOne").first())
                return

    def action_remove(self) -> None:
        row = self.chosen
        if row is None or not self.can_add:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._bound = None
                self.write(lambda: self.reset.book.remove(self.table, row.key))
                self.reload()

        name = f"{row.ref} " if row.prefix else ""
        question = _("Remove {noun} {name}?").format(noun=_(self.table.noun), name=name)
        meaning = self.meaning_of_removal(row)
        ask = ConfirmScreen(question.replace(" ?", "?"), meaning, _("Remove"))
        self.app.push_screen(ask, answered)
