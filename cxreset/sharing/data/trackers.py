"""Actions as CSV: our own full table, and what each tracker's importer takes.

Every file carries a reference for each action (`cells.reference`), so that it can be read back.
What each importer takes stands in `tracker_forms.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from cxreset.base.language.words import _
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import flat
from cxreset.sharing.data.tracker_forms import TRACKERS, Tracker
from cxreset.sharing.data.tracker_rows import Line, other_cells
from cxreset.sharing.facts.plan import PlanFacts


def files(name: str, facts: PlanFacts) -> list[tuple[str, bytes]]:
    """The files of one of `TRACKERS`: (name of the file, its bytes); one, or more for Jira.

    Raises KeyError for an unknown name.
    """
    tracker = TRACKERS[name]
    whose = cells.identity(facts)
    people = emails(facts)
    last = cells.last_number(action.ref for action in facts.actions) if tracker.ours else 0
    rows = []
    for action in facts.actions:
        if tracker.takes(action):
            values = tracker.fields(action, people)
            line = Line(facts, action, values, "")
            exported = values | other_cells(line) if tracker.ours else values
            reference = cells.reference(action.ref, whose, exported, last)
            rows.append(tracker.row(line._replace(reference=reference)))
    size = tracker.rows or max(1, len(rows))
    pages = [rows[at : at + size] for at in range(0, len(rows), size)] or [[]]
    names = (
        [f"{name}.{tracker.extension}"]
        if len(pages) == 1
        else [f"{name}-{number}.{tracker.extension}" for number in range(1, len(pages) + 1)]
    )
    return [(file, _written(tracker, page)) for file, page in zip(names, pages, strict=True)]


def emails(facts: PlanFacts) -> dict[str, str]:
    """Name in lower case -> e-mail address, for those of whom one is known."""
    return addresses((one.name, one.email) for one in facts.meeting.people)


def addresses(people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """`emails` of (name, address) pairs."""
    return {
        flat(name).casefold(): flat(email)
        for name, email in people
        if name.strip() and email.strip()
    }


def _written(tracker: Tracker, rows: Iterable[Sequence[str]]) -> bytes:
    if not tracker.columns:  # a line each, to paste
        return "".join(f"{row[0]}\n" for row in rows).encode()
    out = io.StringIO()
    # Everything in quotes: where a list is separated by semicolons, a bare one would end a cell.
    write = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=tracker.newline).writerow
    write([_(name) for name in tracker.columns] if tracker.ours else tracker.columns)
    for row in rows:
        write([cells.defused(cell) for cell in row])
    text = out.getvalue() if tracker.last_newline else out.getvalue().removesuffix(tracker.newline)
    return (b"\xef\xbb\xbf" if tracker.bom else b"") + text.encode("utf-8", "replace")
