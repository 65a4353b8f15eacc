"""One customer's own words for the day: of what the leader chose, short enough to be heard."""

from __future__ import annotations

from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.comments import Comment
from cxreset.workbook.feedback.filters import Filter
from cxreset.workbook.tables import Pain, Voice

SHORTEST, LONGEST = 25, 160
"""Characters of a voice."""
READ = 40
"""Comments read to find one."""


def voice(reset: Reset) -> Comment | None:
    """A short comment tied to a chosen pain, another one each day; None where none is tied.

    A comment the leader chose for the plan comes before any other of its pain.
    """
    pains = [pain for pain in reset.book.rows(Pain) if pain.chosen]
    if not pains:
        return None
    day = reset.today.toordinal()
    pain = pains[day % len(pains)]
    if pain.quote_id is not None:
        chosen = reset.comments.get(pain.quote_id)
        if chosen is not None:
            return chosen
    fitting = _short(reset, pain.key, "low") or _short(reset, pain.key, "")
    return fitting[day // len(pains) % len(fitting)] if fitting else None


def voice_since(reset: Reset) -> Voice | None:
    """What a customer said of the pilot (step 4.3), another one each day; None where none spoke."""
    spoken = [
        each
        for each in reset.book.rows(Voice, side="customer")
        if SHORTEST <= len(each.text.strip()) <= LONGEST
    ]
    return spoken[reset.today.toordinal() % len(spoken)] if spoken else None


def _short(reset: Reset, pain_id: int, rating: str) -> list[Comment]:
    ids = reset.comments.ids(Filter(pain_id=pain_id, rating=rating), READ)
    return [
        comment
        for comment in reset.comments.page(ids)
        if SHORTEST <= len(comment.text.strip()) <= LONGEST
    ]
