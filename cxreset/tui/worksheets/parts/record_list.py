"""The list of a worksheet of records: which lines, in which order, drawn in which columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import on
from textual.binding import Binding
from textual.color import Color
from textual.widgets import Button, DataTable, Static
from textual.widgets._select import SelectOverlay

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.lists import Table
from cxreset.tui.widgets.words import set_words, with_sign
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.specs import Below, FieldSpec, ListColumn
from cxreset.workbook.tables import Record

LATE = "late"
"""The word in a cell that says that a line is overdue."""
SIGN_COLOURS = {
    "✓": "success",
    "●": "primary",
    "★": "primary",
    "━": "text-muted",
    "╸": "text-muted",
    "■": "text-muted",
    "□": "line",
}
"""What is drawn in a cell, by the role of its colour."""


class RecordList(Worksheet):
    """The lines of one table. It has a DataTable, and a Static `.list-notice` below it."""

    table: ClassVar[type[Record]]
    columns: ClassVar[tuple[ListColumn, ...]]
    holds_order: ClassVar[bool] = False
    """Does a line stay where it is while it is worked on, and is sorted in when one comes back?"""

    by_key: ClassVar[tuple[FieldSpec, ...]] = ()
    """What is set by a key here; asked like the fields where there is no screen."""
    below: ClassVar[Below | None] = None
    """What can be added under a line."""
    new_label: ClassVar[str] = ""
    """What the button for a new line says where its usual words find no room."""

    without_line: ClassVar[frozenset[str]] = frozenset({"add"})
    """The actions that lead on while the list is empty; all others need a line."""

    _rows: list[Any]

    # -- what subclasses may say otherwise

    def labels(self, row: Any) -> dict[str, str]:
        """By column: what fields are called in this line, where that differs from line to line.

        A field without a label is not asked.
        """
        return {}

    def new_words(self) -> str:
        """What the button for a new line says, with its key."""
        return _(self.new_label) or f"{_(f'New {self.table.noun}')}  n"

    def rows(self) -> Sequence[Any]:
        """The lines of the list, in order."""
        return self.reset.book.rows(self.table)

    def seen_columns(self) -> Sequence[ListColumn]:
        """The columns shown now; a subclass may show fewer where there is little room."""
        return self.columns

    def is_late(self, row: Any) -> bool:
        """Is a line overdue? The cell that says so gets its sign and its colour."""
        return False

    def stands_back(self, row: Any) -> bool:
        """Is a line one that is not worked on now? Such a line is drawn muted."""
        return False

    def notice(self) -> str:
        """What the list as a whole says below itself: what is missing, what is too much."""
        return ""

    def removal(self, row: Any) -> str:
        """What removing a line would mean."""
        return _("What was tied to it stays, untied.")

    def meaning_of_removal(self, row: Any) -> str:
        """The same, and how the line is brought back."""
        return f"{self.removal(row)} {_('The key {key:undo=u} brings it back.').format(key=KEYS)}"

    # -- while the list is empty

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key that needs a line is there when a line is."""
        if not self.is_attached or action not in _actions_of(type(self)):
            return super().check_action(action, parameters)
        if isinstance(self.screen.focused, SelectOverlay):  # an open list of names to pick from
            return False
        return action in self.without_line or bool(getattr(self, "_rows", True))

    def tool(self, action: str, label: str) -> Button:
        """A button that runs an action of the list; away while that needs a line and none is."""
        needs_line = "" if action in self.without_line else "needs-line"
        return Button(label, id=f"tool-{action}", classes=needs_line)

    # -- the list

    def lines(self) -> list[Any]:
        """The lines, read anew: those that are spoken of from now on."""
        self._rows = list(self.rows())
        return self._rows

    @property
    def grid(self) -> DataTable[Text]:
        return self.query_one(DataTable)

    @on(Table.PagedOn)
    def _paged_on(self, event: Table.PagedOn) -> None:
        """Read on in the form, whose proof or plan may lie below the window."""
        event.stop()
        form = self.query_one(".form")
        form.scroll_relative(y=event.by * max(1, form.size.height - 1), animate=False)

    @property
    def writing(self) -> bool:
        """Is somebody in the fields of the line in hand?"""
        focused = self.screen.focused if self.is_attached else None
        return focused is not None and self.query_one(".form") in focused.ancestors

    @property
    def chosen(self) -> Any | None:
        """The line under the cursor, or None; None too where there is no screen."""
        if not self.is_attached:
            return None
        index = self.grid.cursor_row
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def _as_they_stand(self) -> list[Any]:
        """The lines in the order in which they are shown now; new ones at the end."""
        shown = {row.key: index for index, row in enumerate(self._rows)}
        return sorted(self.rows(), key=lambda row: shown.get(row.key, len(shown)))

    def draw(self, wanted: int | None) -> None:
        """Fill the list from `_rows`, with the cursor on the line `wanted`, else on the first."""
        table = self.grid
        columns = self.seen_columns()
        with self.prevent(DataTable.RowHighlighted):
            table.clear(columns=True)
            for column, width in zip(columns, self._widths(columns), strict=True):
                table.add_column(_(column.title), width=width)
            for row in self._rows:
                table.add_row(*self._cells(row), key=str(row.key))
            index = next((i for i, row in enumerate(self._rows) if row.key == wanted), 0)
            if self._rows:
                table.move_cursor(row=index)

    def reserve(self, lines: int) -> None:
        """Keep room for so many lines; 0 for as many as there are. So a line that is being begun
        has its room already, and the form below stays where it is."""
        table = self.grid
        high = table.header_height + lines * Table.ROWS_HIGH
        table.styles.min_height = high if lines else None

    def _say(self) -> None:
        """Say what is to be said of the list; while somebody writes in the form, it stays put."""
        for notice in self.query(".list-notice").results(Static):  # none once the sheet goes
            text = with_sign(self.notice())
            set_words(notice, text)
            if not self.writing:
                notice.set_class(bool(text), "-there")

    def _cells(self, row: Any) -> list[Text]:
        columns = self.seen_columns()
        style = self._colour("text-muted") if self.stands_back(row) else Style()
        late = self.is_late(row)
        cells = []
        for column, width in zip(columns, self._widths(columns), strict=True):
            words = one_line(column.cell(row), width)
            if column.right:
                words = f"{words:>{width}}"
            cell = Text(words, style, no_wrap=True, overflow="ellipsis")
            if late and LATE in words:
                whole = one_line(f"! {words}", width)
                cell = Text(whole, self._colour("warning"), no_wrap=True)
            self._colour_signs(cell)
            cells.append(cell)
        return cells

    def _colour_signs(self, cell: Text) -> None:
        """Signs have their colours; a bar is no letter and stands back."""
        for index, letter in enumerate(cell.plain):
            if letter in SIGN_COLOURS:
                cell.stylize(self._colour(SIGN_COLOURS[letter]), index, index + 1)

    def _colour(self, name: str) -> Style:
        """A colour of the theme for the list, whose cells are drawn by Rich."""
        return Style(color=Color.parse(self.app.theme_variables[name]).rich_color)

    def _widths(self, columns: Sequence[ListColumn]) -> list[int]:
        """The cells of each column; its title is longer than it is in some languages."""
        fixed = [
            column.width and max(column.width, cell_len(_(column.title))) for column in columns
        ]
        flexible = fixed.count(0)
        room = max(self.size.width, 40) - sum(fixed) - 2 * len(columns) - 1
        share = max(8, room // flexible) if flexible else 0
        return [width or share for width in fixed]


@cache
def _actions_of(kind: type[RecordList]) -> frozenset[str]:
    """The names of the actions that a list of this kind has keys for."""
    declared = (vars(base).get("BINDINGS", ()) for base in kind.__mro__)
    every = (binding for bindings in declared for binding in Binding.make_bindings(bindings))
    return frozenset(binding.action.partition("(")[0] for binding in every)
