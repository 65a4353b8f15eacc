"""How many comments complain: the rule of the suggestions, for whoever only counts."""

from __future__ import annotations

from cxreset.insight.complaints import complaining, low_rating
from cxreset.workbook.feedback.columns import comment_columns
from cxreset.workbook.feedback.theme_items import feedback_items
from cxreset.workbook.storage.file import WorkbookFile

MOST = 20_000
"""Comments whose words are read for a count; ratings are read of any number."""


def complaint_count(file: WorkbookFile) -> int | None:
    """How many comments complain; None where too many would have to be read for their words.

    Raises as reads of `file` do.
    """
    comments = comment_columns(file)
    low = [low_rating(comment.rating, comment.scale) for comment in comments]
    if None not in low:
        return low.count(True)
    if len(comments) > MOST:
        return None
    return sum(complaining(feedback_items(file)))
