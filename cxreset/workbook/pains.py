"""Changes of several pain points at once: their order by hand, two that become one."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import SQLModel

from cxreset.base.errors import NotFound
from cxreset.base.language.words import _
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Evidence, Pain


def set_ranks(book: Workbook, ranks: Mapping[int, int | None]) -> None:
    """Put pains at places by hand (1 and up), or None for the computed place; all or none.

    Raises NotFound for a pain that is gone.
    """
    with book.file.transaction():
        for pain_id, rank in ranks.items():
            book.set(Pain, pain_id, manual_rank=rank)


def join(book: Workbook, dropped: int, kept: int) -> None:
    """Two pains that say the same become one: all that was tied to `dropped` is tied to `kept`.

    `kept` keeps its own words, ratings and quote, and is chosen when either was. Raises
    NotFound for a pain that is gone; then nothing is changed.
    """
    if dropped == kept:
        return
    with book.file.transaction(f"joined P{dropped} with P{kept}") as connection:
        old, new = book.get(Pain, dropped), book.get(Pain, kept)
        if old is None or new is None:
            raise NotFound(_("One of the two pain points is no longer in the workbook."))
        book.tie(kept, [row.feedback_id for row in book.rows(Evidence, pain_id=dropped)])
        for table, column in _ties_to_pains():
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?',  # noqa: S608
                (kept, dropped),
            )
        book.set(Pain, kept, chosen=old.chosen or new.chosen, quote_id=new.quote_id or old.quote_id)
        book.remove(Pain, dropped)


def _ties_to_pains() -> list[tuple[str, str]]:
    """(table, column) of every tie to a pain but evidence: a new one cannot be forgotten."""
    return [
        (table.name, tie.parent.name)
        for table in SQLModel.metadata.sorted_tables
        for tie in table.foreign_keys
        if tie.column.table.name == "pain" and table.name != "evidence"
    ]
