"""Questions about one pain point that take more than one table, and changes of several pains."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import SQLModel

from cxreset.base.errors import NotFound
from cxreset.base.text import count
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Action, Evidence, Fix, Gap, Insight, Journal, Pain


def fixes_of(book: Workbook, pain_id: int) -> list[Fix]:
    """The fixes of a pain, by number: tied to it, or to a gap that is.

    Where a fix names a gap whose pain is another, the gap's pain counts, as it does in the plan.
    """
    of_gap = {gap.key: gap.pain_id for gap in book.rows(Gap)}
    return [
        fix
        for fix in book.rows(Fix)
        if ((of_gap.get(fix.gap_id) if fix.gap_id else None) or fix.pain_id) == pain_id
    ]


def fix_counts(book: Workbook) -> dict[int, int]:
    """Pain id -> how many fixes it has by the rule of `fixes_of` (pains without are absent)."""
    of_gap = {gap.key: gap.pain_id for gap in book.rows(Gap)}
    counts: dict[int, int] = {}
    for fix in book.rows(Fix):
        pain_id = (of_gap.get(fix.gap_id) if fix.gap_id else None) or fix.pain_id
        if pain_id is not None:
            counts[pain_id] = counts.get(pain_id, 0) + 1
    return counts


def tied_to(book: Workbook, pain_id: int) -> list[str]:
    """What is tied to a pain, in words: `52 comments`, `G1`, `1 insight`, `1 journal line`."""
    found = []
    comments = book.count(Evidence, pain_id=pain_id)
    if comments:
        found.append(count(comments, "comment"))
    for table in (Gap, Fix, Action):
        found += [row.ref for row in book.rows(table, pain_id=pain_id)]
    insights = book.count(Insight, pain_id=pain_id)
    if insights:
        found.append(count(insights, "insight"))
    lines = book.count(Journal, pain_id=pain_id)
    if lines:
        found.append(count(lines, "journal line"))
    return found


def set_places(book: Workbook, places: Mapping[int, int | None]) -> None:
    """Put pains at places by hand (1 and up), or None for the computed place; all or none.

    Raises NotFound for a pain that is gone.
    """
    with book.file.transaction():
        for pain_id, place in places.items():
            book.set(Pain, pain_id, place_override=place)


def join(book: Workbook, dropped: int, kept: int) -> None:
    """Two pains that say the same become one: all that was tied to `dropped` is tied to `kept`.

    `kept` keeps its own words and ratings, and is chosen when either was. Raises NotFound for a
    pain that is gone; then nothing is changed.
    """
    if dropped == kept:
        return
    with book.file.transaction(f"joined P{dropped} with P{kept}") as connection:
        old, new = book.get(Pain, dropped), book.get(Pain, kept)
        if old is None or new is None:
            raise NotFound("One of the two pain points is no longer in the workbook.")
        book.tie(kept, [row.feedback_id for row in book.rows(Evidence, pain_id=dropped)])
        for table, column in _ties_to_pains():
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?',  # noqa: S608
                (kept, dropped),
            )
        book.set(Pain, kept, chosen=old.chosen or new.chosen)
        book.remove(Pain, dropped)


def _ties_to_pains() -> list[tuple[str, str]]:
    """(table, column) of every tie to a pain but evidence: a new one cannot be forgotten."""
    return [
        (table.name, tie.parent.name)
        for table in SQLModel.metadata.sorted_tables
        for tie in table.foreign_keys
        if tie.column.table.name == "pain" and table.name != "evidence"
    ]
