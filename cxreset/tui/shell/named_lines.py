"""Every line of the worksheets that has words, for whoever looks for it by them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import one_line, upper_first
from cxreset.workbook.book import Workbook
from cxreset.workbook.nouns import noun_of
from cxreset.workbook.tables import (
    Action,
    Decision,
    Fix,
    Gap,
    Lesson,
    Measurement,
    Pain,
    Person,
    Pilot,
    Procedure,
    Touchpoint,
)

LISTS = (
    (Pain, "title", "pains"),
    (Touchpoint, "name", "compare"),
    (Gap, "title", "gaps"),
    (Fix, "title", "roadmap"),
    (Decision, "title", "align"),
    (Pilot, "title", "pilot"),
    (Measurement, "name", "measure"),
    (Lesson, "text", "lessons"),
    (Procedure, "title", "lessons"),
)
"""Table, the column of its words, and the worksheet that has it."""


class NamedLine(NamedTuple):
    """A line: its ref (empty where it has none), its words, what it is, and the worksheet it is in,
    empty where a place of the bar has it."""

    ref: str
    title: str
    meaning: str
    worksheet: str


def named_lines(book: Workbook) -> Iterator[NamedLine]:
    """All lines with words, in the order of the worksheets; then actions and people."""
    for table, column, worksheet in LISTS:
        noun = _(noun_of(str(table.__tablename__)).noun)
        for row in book.rows(table):
            title = str(getattr(row, column) or "")
            if title.strip():
                yield NamedLine(row.ref, title, f"{upper_first(noun)}.", worksheet)
    for action in book.rows(Action):
        owner = one_line(action.owner) or _("nobody yet")
        yield NamedLine(action.ref, action.title, _("Action: {who}.").format(who=owner), "")
    for person in book.rows(Person):
        yield NamedLine("", person.name, _("A person of the meeting."), "meeting")
