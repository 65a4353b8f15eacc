"""A document as one self-contained HTML file.

The page is a Jinja2 template (`pages/document.html`) that escapes whatever it is given. Texts are
cleaned on their way in and never hold markup: no rule here could turn one into an element.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.language.words import _
from cxreset.sharing.charts import svg
from cxreset.sharing.direction import shown
from cxreset.sharing.documents.model import Bar, Document, Table
from cxreset.sharing.facts.wording import long_date
from cxreset.sharing.pages.paper import line

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).parent

# Columns whose cells are all this short (dates, ids, a status) are kept on one line.
_SHORT_CELL = 14


class Mark(NamedTuple):
    """One place in the text where a note is pointed at; `id` is its anchor."""

    number: int
    id: str


class _Marks:
    """Which notes were pointed at so far, for the links back; notes that are not there are not."""

    def __init__(self, notes: int) -> None:
        self._by_note: dict[int, list[Mark]] = {number: [] for number in range(1, notes + 1)}

    def add(self, numbers: Iterable[int]) -> list[Mark]:
        """A mark for each number, in this order."""
        made = []
        for number in dict.fromkeys(numbers):
            if number in self._by_note:
                again = len(self._by_note[number]) + 1
                mark = Mark(number, f"mark-{number}" + (f"-{again}" if again > 1 else ""))
                self._by_note[number].append(mark)
                made.append(mark)
        return made

    def of(self, number: int) -> list[Mark]:
        """The marks of one note."""
        return self._by_note[number]


def render(document: Document) -> str:
    """The whole document as one HTML page, ending in one newline."""
    marks = _Marks(len(document.notes))
    page = _pages().get_template("document.html")
    return page.render(
        document=document, words=_words(document), add_marks=marks.add, marks_of=marks.of
    )


def _words(document: Document) -> dict[str, str]:
    """What the page says of itself, by where it stands."""
    quotes_alone = all(note.is_quote for note in document.notes)
    return {
        "notes": _("What customers said, word for word")
        if quotes_alone
        else _("What customers said, and how sure the figures are"),
        "note": _("Note {number}"),
        "todo": _("Still to do:"),
        "skip": _("Skip to the text"),
        "contents": _("Contents"),
        "back": _("Back to where note {number} stands"),
        "back_again": _("Back to where note {number} stands, place {place}"),
    }


@cache
def _pages() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    pages = Environment(
        loader=FileSystemLoader(PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    # Our own style, without a character that HTML would read; it is the one text not escaped.
    pages.globals["style"] = Markup((PAGES / "document.css").read_text("utf-8"))
    pages.filters |= {
        "line": line,
        "long_date": long_date,
        "kind": lambda block: type(block).__name__,
        "paragraphs": _paragraphs,
        "short_columns": _short_columns,
        "notes_of": lambda table, row: dict(table.notes).get(row, ()),
        "width": _width,
        # Its shapes are ours and every text in them is escaped, as the words are.
        "svg": lambda chart: Markup(svg.inline(chart.drawing, line(chart.seen))),
    }
    return pages


def _paragraphs(text: str) -> list[list[str]]:
    """The lines of each paragraph; empty lines part the paragraphs."""
    parts: list[list[str]] = [[]]
    for one in shown(text).splitlines():
        if one.strip():
            parts[-1].append(one)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _short_columns(table: Table) -> list[bool]:
    return [
        all(len(line(row[column])) <= _SHORT_CELL for row in table.rows)
        for column in range(len(table.columns))
    ]


def _width(bar: Bar) -> str:
    return f"{100 * min(max(bar.share, 0.0), 1.0):.1f}"
