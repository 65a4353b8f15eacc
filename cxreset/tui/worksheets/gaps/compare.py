"""2.1 Expectation and reality: what is promised at each touchpoint beside what happens."""

from __future__ import annotations

from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, line, scale, text
from cxreset.workbook.tables import Touchpoint


class CompareSheet(RecordSheet):
    """Touchpoints, one after the other."""

    table = Touchpoint
    empty = (
        "Add the touchpoints where customers meet you: a confirmation mail, a delivery, a bill. "
        "For each, set what you promise beside what happens."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Touchpoint", 0, lambda row: row.name or "(no name yet)"),
        ListColumn("We promise", 0, lambda row: row.promise),
        ListColumn("What happens", 0, lambda row: row.reality),
        ListColumn("Wide", 4, lambda row: str(row.width or "")),
    )
    fields = (
        line("name", "Touchpoint", "where the customer meets you, such as: delivery day"),
        text("promise", "What we promise", "in the words the customer reads or hears"),
        text("reality", "What happens", "what customers live through, in their words"),
        line("evidence", "Evidence", "comment ids, a figure, a call you heard"),
        scale("width", "How wide is it", ("a hair", "a gulf")),
    )
