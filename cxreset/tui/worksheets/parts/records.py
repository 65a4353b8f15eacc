"""A worksheet of records: the list above, the chosen line's fields below.

A subclass says which table, which columns and which fields. A new line is stored when it is made
and every field when it is typed, so there is nothing to save.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.coordinate import Coordinate
from textual.events import Resize
from textual.widgets import Button, DataTable, Static

from cxreset.base.text import one_line
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.confirm import ConfirmScreen
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn
from cxreset.workbook.tables import Record


class RecordSheet(Worksheet):
    """List and form of one table."""

    BINDINGS = [
        command("n", "add", "New", "Add a new line to this list."),
        command("delete", "remove", "Remove", "Remove the chosen line, after a question."),
        command("enter", "edit", "Edit", "Go to the fields of the chosen line.", footer=False),
    ]

    table: ClassVar[type[Record]]
    columns: ClassVar[tuple[ListColumn, ...]]
    fields: ClassVar[tuple[FieldSpec, ...]]
    empty: ClassVar[str] = "Nothing here yet."
    tools: ClassVar[tuple[tuple[str, str], ...]] = ()  # (action, label) of further buttons
    can_add: ClassVar[bool] = True
    new_label: ClassVar[str] = ""
    """What the button for a new line says where its usual words find no room."""

    def compose(self) -> ComposeResult:
        yield Static(self.empty, classes="empty", markup=False)
        yield DataTable[Text](cursor_type="row", zebra_stripes=False)
        yield Static("", classes="list-said", markup=False)
        with Horizontal(classes="tools"):
            if self.can_add:
                yield Button(self.new_label or f"New {self.table.noun}  n", id="tool-add")
                yield Button("Remove", id="tool-remove")
            for action, label in self.tools:
                yield Button(label, id=f"tool-{action}")
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
        self._rows: list[Any] = []
        self._bound: int | None = None
        self.reload()

    # -- what subclasses may say otherwise

    def rows(self) -> Sequence[Any]:
        """The lines of the list, in order."""
        return self.reset.book.rows(self.table)

    def fresh(self) -> Record:
        """A new line."""
        return self.table()

    def seen_columns(self) -> Sequence[ListColumn]:
        """The columns shown now; a subclass may show fewer where there is little room."""
        return self.columns

    def row_style(self, row: Any) -> str:
        """A line's style (rich), for lines that stand out or back."""
        return ""

    def said(self) -> str:
        """What the list as a whole says below itself: what is missing, what is too much."""
        return ""

    def removal(self, row: Any) -> str:
        """What removing a line would mean."""
        return "What was tied to it stays, untied."

    def show_row(self, row: Any | None) -> None:
        """A subclass's own widgets for the chosen line."""

    # -- the list

    @property
    def grid(self) -> DataTable[Text]:
        return self.query_one(DataTable)

    @property
    def chosen(self) -> Any | None:
        """The line under the cursor, or None."""
        place = self.grid.cursor_row
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def reload(self, keep: int | None = None) -> None:
        """Draw the list anew; the cursor stays on its line, or goes to the line `keep`."""
        if not self.is_attached:
            return
        wanted = keep if keep is not None else self._bound
        self._rows = list(self.rows())
        self.draw(wanted)
        there = bool(self._rows)
        self.grid.display = there
        self.query_one(".empty").display = not there
        self.query_one(".form").display = there
        self._say()
        self._bind()

    def draw(self, wanted: int | None) -> None:
        """Fill the list from `_rows`, with the cursor on the line `wanted`, else on the first."""
        table = self.grid
        columns = self.seen_columns()
        with self.prevent(DataTable.RowHighlighted):
            table.clear(columns=True)
            for column, width in zip(columns, self._widths(columns), strict=True):
                table.add_column(column.title, width=width)
            for row in self._rows:
                table.add_row(*self._cells(row), key=str(row.key))
            place = next((i for i, row in enumerate(self._rows) if row.key == wanted), 0)
            if self._rows:
                table.move_cursor(row=place)

    def _say(self) -> None:
        said = self.query_one(".list-said", Static)
        text = self.said()
        set_words(said, text)
        said.set_class(bool(text), "-there")

    def _cells(self, row: Any) -> list[Text]:
        columns = self.seen_columns()
        style = self.row_style(row)
        return [
            Text(one_line(column.cell(row), width), style, no_wrap=True, overflow="ellipsis")
            for column, width in zip(columns, self._widths(columns), strict=True)
        ]

    def _widths(self, columns: Sequence[ListColumn]) -> list[int]:
        fixed = sum(column.width for column in columns)
        flexible = sum(1 for column in columns if not column.width)
        room = max(self.size.width, 40) - fixed - 2 * len(columns) - 1
        share = max(8, room // flexible) if flexible else 0
        return [column.width or share for column in columns]

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted and hasattr(self, "_rows"):
            self.reload()

    def stored(self) -> None:
        """Draw the changed line anew, without leaving the field."""
        bound = self._bound
        self._rows = list(self.rows())
        keys = [str(row.key) for row in self._rows]
        table = self.grid
        if [str(key.value) for key in table.rows] != keys:  # the change moved the line
            self.reload()
            return
        for index, row in enumerate(self._rows):
            for number, cell in enumerate(self._cells(row)):
                at = Coordinate(index, number)
                now = table.get_cell_at(at)
                if (now, now.style) != (cell, cell.style):
                    table.update_cell_at(at, cell)
        self._say()
        self.show_row(next((row for row in self._rows if row.key == bound), None))

    @on(DataTable.RowHighlighted)
    def _highlighted(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self._bind()

    @on(DataTable.RowSelected)
    def _selected(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_edit()

    # -- the form

    def form_fields(self) -> Sequence[Field]:
        return list(self.query_one(".form").query(Field))

    def _bind(self) -> None:
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
                name = f"{self.table.__tablename__}.{key}.{spec.column}"
                value = getattr(row, spec.column)
                field.bind_slot(self.slot(name, value, self._keeper(key, spec.column)))
        self.show_row(row)

    def _own_fields(self) -> list[Field]:
        return [self.query_one(f".field-{spec.column}", Field) for spec in self.fields]

    def _keeper(self, key: int, column: str) -> Callable[[Any], None]:
        def keep(value: Any) -> None:
            self.keep(key, column, value)

        return keep

    def keep(self, key: int, column: str, value: Any) -> None:
        """Store one field; a subclass may store more with it."""
        self.reset.book.set(self.table, key, **{column: value})

    # -- doing

    def on_button_pressed(self, event: Button.Pressed) -> None:
        name = event.button.id or ""
        if name.startswith("tool-"):
            event.stop()
            getattr(self, f"action_{name.removeprefix('tool-')}")()

    def action_add(self) -> None:
        """Store a new line and go to its first field."""
        self.flush()
        row = self.write(lambda: self.reset.book.add(self.fresh()))
        if row is not None:
            self.reload(keep=row.key)
            self.action_write()

    def action_edit(self) -> None:
        """Go to the first field, at once: a quick typist's letters belong there."""
        self._go_to_field(("Input, TextArea, Choice, Select",))

    def action_write(self) -> None:
        """Go to where a new line begins: the first field that does not answer to letters."""
        self._go_to_field(("Input, TextArea, Select", "Choice"))

    def _go_to_field(self, kinds: tuple[str, ...]) -> None:
        fields = [field for field in self._own_fields() if field.display]
        for wanted in kinds:
            for field in fields:
                for target in field.query(wanted):
                    self.screen.set_focus(target)
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
        self.app.push_screen(
            ConfirmScreen(f"Remove {self.table.noun} {name}?".replace(" ?", "?"),
                          f"{self.removal(row)} The key u brings it back.", "Remove"),
            answered,
        )  # fmt: skip
