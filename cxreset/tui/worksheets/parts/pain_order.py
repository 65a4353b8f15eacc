"""The open workbook's pains in their order, for steps 1.3 and 1.4."""

from __future__ import annotations

from cxreset.insight import pain_order
from cxreset.insight.pain_order import as_item, moved, rank_pains
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Pain

__all__ = ["RankedPain", "as_item", "in_order", "moved", "rank_pains"]

RankedPain = pain_order.RankedPain[Pain]


def in_order(book: Workbook) -> list[RankedPain]:
    """`rank_pains` of all that the workbook holds."""
    return rank_pains(book.rows(Pain), book.evidence_counts())
