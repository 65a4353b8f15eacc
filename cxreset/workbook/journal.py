"""The journal beyond its rows: how many of each kind, and a fire that becomes a pain point."""

from __future__ import annotations

from cxreset.base.errors import NotFound
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.workbook.book import Workbook
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.tables import Journal, Pain
from cxreset.workbook.tally import BLANKS

TITLE = 80  # characters of a pain's first name


def counts(file: WorkbookFile) -> dict[str, int]:
    """Kind -> how many lines of it say something (kinds without any are absent)."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT kind, count(*) FROM journal WHERE trim(text, ?) <> '' GROUP BY kind", (BLANKS,)
        ).fetchall()
    return {kind: int(number) for kind, number in rows}


def pain_of(book: Workbook, line: int) -> Pain | None:
    """The pain point that was made of a line of the journal, if there is one still."""
    row = book.get(Journal, line)
    return book.get(Pain, row.pain_id) if row is not None and row.pain_id is not None else None


def make_pain(book: Workbook, line: int) -> Pain:
    """A new pain point named by the line's first sentence; raises NotFound for a line not there."""
    with book.file.transaction():
        row = book.get(Journal, line)
        if row is None:
            raise NotFound(_("That line is no longer in the journal."))
        pain = book.add(Pain(title=_title(row.text)))
        book.set(Journal, line, pain_id=pain.key)
    return pain


def _title(text: str) -> str:
    flat = one_line(text)
    first = flat.partition(". ")[0].removesuffix(".")
    return one_line(first, TITLE)
