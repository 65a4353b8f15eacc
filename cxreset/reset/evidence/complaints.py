"""How many comments complain: the rule of the suggestions, for whoever only counts."""

from __future__ import annotations

from cxreset.insight.complaints import complaining, low_rating
from cxreset.workbook.feedback.columns import rating_counts
from cxreset.workbook.feedback.theme_items import feedback_items
from cxreset.workbook.storage.file import WorkbookFile

MOST = 20_000
"""Comments whose words are read for a count; ratings are read of any number."""


def complaint_count(file: WorkbookFile) -> int | None:
    """How many comments complain; None where too many would have to be read for their words.

    Raises as reads of `file` do.
    """
    rated = rating_counts(file)
    low = {one: low_rating(*one) for one in rated}
    if None not in low.values():
        return sum(number for one, number in rated.items() if low[one])
    if sum(rated.values()) > MOST:
        return None
    return sum(complaining(feedback_items(file)))
