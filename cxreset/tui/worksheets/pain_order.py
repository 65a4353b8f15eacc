"""The open workbook's pains in their order, for steps 1.3 and 1.4."""

from __future__ import annotations

from cxreset.insight import standing
from cxreset.insight.standing import as_item, moved, standings
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Pain

__all__ = ["Standing", "as_item", "in_order", "moved", "standings"]

Standing = standing.Standing[Pain]


def in_order(book: Workbook) -> list[Standing]:
    """`standings` of all that the workbook holds."""
    return standings(book.rows(Pain), book.evidence_counts())
