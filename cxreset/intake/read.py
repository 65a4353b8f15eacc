"""Feedback out of a file, in two steps: `look` proposes how to read it, `read` yields every row.

    preview = look(Path("complaints.csv"))
    report = new_report(preview)
    for outcome in report.counting(read(preview, report)):
        if isinstance(outcome, Item):
            ...

What is to be stored comes a block at a time from `comments`, several times as fast.

`look` goes over the bytes once (for the SHA-256 and the encoding) and parses only the start. `read`
holds one row at a time, so a million rows of CSV take no more memory than ten; a workbook or a
JSON document is held whole, within the bounds of its reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.intake.blocks import comments
from cxreset.intake.columns.guess import ROLES, Mapping
from cxreset.intake.look import look
from cxreset.intake.options import Options
from cxreset.intake.outcome import Comments, Item, Outcome, Passed
from cxreset.intake.preview import Preview
from cxreset.intake.report import Report, Unread
from cxreset.intake.rows import RowReader
from cxreset.intake.shape.table import Refusal

__all__ = [
    "ROLES",
    "Comments",
    "Item",
    "Mapping",
    "Options",
    "Outcome",
    "Passed",
    "Preview",
    "Refusal",
    "Report",
    "account",
    "comments",
    "look",
    "new_report",
    "read",
]


def new_report(preview: Preview) -> Report:
    """An account with nothing in it yet."""
    rating, day = preview.mapping.rating, preview.mapping.date
    return Report(
        file_name=preview.file_name,
        ratings=None if rating is None else Unread(rating),
        dates=None if day is None else Unread(day),
    )


def read(preview: Preview, report: Report | None = None) -> Iterator[Outcome]:
    """Every row of the file as its outcomes, in the file's order: one, or a comment for each
    column of words that has some.

    `report` hears of cells that could not be read (the outcomes themselves it counts by
    `counting`). Raises IntakeError in the middle when the file cannot be read on; whoever stores
    the items does so in one transaction.
    """
    reader = RowReader(preview, report or new_report(preview))
    for row in preview.table.rows():
        if isinstance(row, Refusal):
            yield row
        else:
            yield from reader.all_of(row)


def account(preview: Preview) -> Report:
    """The account of the whole file, without storing anything."""
    report = new_report(preview)
    for _ in comments(preview, report):
        pass
    return report
