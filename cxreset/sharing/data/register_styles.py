"""The looks of the action register: cell formats, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.language.words import _
from cxreset.sharing.data import cells

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

    from cxreset.sharing.data.register_parts import Cell

    Look = str | int | bool

INK, MUTED, LINE, ACCENT = "#1F2933", "#5B6770", "#D5DBE0", "#0B5563"
LATE, LATE_PAPER = "#9C2B1B", "#FBEAE7"
FONT = "Calibri"


class Styles:
    """Cell formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Look], ...], Format] = {}
        self._cells: dict[tuple[str, bool], Format] = {}

    def get(self, **wanted: Look) -> Format:
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            usual = {
                "font_name": FONT, "font_size": 11, "font_color": INK, "valign": "top",
                "text_wrap": True,
            }  # fmt: skip
            self._made[key] = self._book.add_format(usual | wanted)
        return self._made[key]

    def cell(self, kind: str, text: str = "") -> Format:
        """The format of a body cell; a text that looks like a formula is marked as text."""
        key = kind, bool(text) and cells.acts(text)
        if key not in self._cells:
            self._cells[key] = self._cell(*key)
        return self._cells[key]

    def _cell(self, kind: str, acts: bool) -> Format:
        looks: dict[str, Look] = {
            "bottom": 1, "bottom_color": LINE, "align": "left", "indent": 1,
        }  # fmt: skip
        if kind == "date":
            looks |= {"num_format": _("d mmm yyyy"), "text_wrap": False}
        elif kind == "number":
            looks |= {"num_format": "#,##0.##", "align": "center", "indent": 0}
        elif kind == "id":
            looks |= {"font_color": MUTED, "text_wrap": False}
        elif kind == "bold":
            looks |= {"bold": True}
        if acts:
            looks |= {"quote_prefix": True}
        return self.get(**looks)


def lines_of(value: Cell, width: float) -> int:
    """About how many lines a cell takes in a column of `width`; wide signs count twice."""
    if not isinstance(value, str):
        return 1
    if len(value) <= width and value.isascii() and "\n" not in value:  # as most are
        return 1
    found = 0
    for line in value.split("\n"):
        wide = 0 if line.isascii() else sum(1 for sign in line if ord(sign) > 0x1100)
        found += max(1, -(-(len(line) + wide) // max(1, int(width))))
    return found
