"""Which columns read like the customer's words: the chief one, and those that answer beside it."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from cxreset.intake.columns import names
from cxreset.intake.columns.facts import Facts, facts_of

ENOUGH = 0.05  # of `text_score`, for a column that may be the customer's words
_EITHER = 1.1  # how full two columns are together of which each row fills one
_FEW = 12  # kinds of cells that are the choices of a list rather than answers


def text_score(column: Facts) -> float:
    """Name and content in one number, above 0.05 for a column that may be the customer's words.

    Content counts from 0 to 1: long cells (30 words are as good as more), rarely the same, in many
    rows. A known name adds 1, a telling one 0.4, and a name that speaks about the text takes 0.4.
    """
    if column.data > 0.5 or names.is_reply(column.name) or _is_date(column):
        return 0.0
    score = min(column.words, 30) / 30 * column.distinct * math.sqrt(column.filled)
    position = names.rank("text", column.name)
    if position is not None:
        return score + 1 - position / 1000 - (0.9 if column.ratings > 0.8 else 0)
    if names.rank("title", column.name) is not None:
        return score / 2
    if names.is_about_text(column.name) and column.words < 15:
        return score - 0.4
    if is_steps(column):
        return score / 10
    if names.speaks_of_text(column.name):
        return score + _telling(column)
    return score


def is_steps(column: Facts) -> bool:
    """The steps of a scale, or yes and no, to whatever question."""
    return column.ratings > 0.8 and column.words < 3


def _telling(column: Facts) -> float:
    """What a name that speaks of comments adds. A question that asks for them counts however often
    its short answers come back, a name of one or two words only where they differ."""
    if column.distinct > 0.3 and (column.words >= 2 or not names.is_reason(column.name)):
        return 0.4
    asks = names.is_question(column.name) and column.kinds > 1 and column.ratings < 0.5
    return 0.1 if asks else 0.0


def _is_date(column: Facts) -> bool:
    """A name that only a date has: whatever its cells hold, they are not the words."""
    dated = names.rank("date", column.name) is not None
    return dated and names.rank("text", column.name) is None and column.words < 8


def best_text_score(header: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """How much the best column reads like someone's words (see `text_score`)."""
    facts = [facts_of(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    return max(map(text_score, facts), default=0.0)


def more_words(
    chief: str, used: Collection[str], columns: Sequence[Facts]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Further columns of words: those that answer beside the chief one, and those left out."""
    free = [column for column in columns if column.name not in used]
    later = {column.name for column in free if _is_later(column, chief)}
    wordy = [column for column in free if column.name in later or _is_wordy(column)]
    asked = names.is_question(chief) or names.is_side(chief)
    first = next((column.filled for column in columns if column.name == chief), 1.0)
    taken = [
        column.name
        for column in wordy
        if column.name in later or _answers(column, asked) or _goes_on(column, chief, first)
    ]
    left = [column.name for column in wordy if column.name not in taken and _is_free_text(column)]
    return tuple(taken), tuple(left)


def _is_wordy(column: Facts) -> bool:
    """Perhaps the customer's words: by its score, or, however short and few, by what it asks."""
    if text_score(column) > ENOUGH:
        return True
    return is_answered_freely(column) or (names.is_side(column.name) and _is_open(column))


def is_answered_freely(column: Facts) -> bool:
    """A question that leaves the answer open, and answers that differ."""
    asks = names.is_question(column.name) and not names.is_closed_question(column.name)
    return asks and _is_open(column) and column.distinct > 0.3


def _is_open(column: Facts) -> bool:
    """Neither numbers nor days nor the words of a scale."""
    scored = max(column.data, column.ratings) > 0.5
    return column.filled > 0 and not scored and not _is_date(column)


def _goes_on(column: Facts, chief: str, filled: float) -> bool:
    """Another of the same: where both are filled, `comments_de` may be a translation."""
    if not names.is_sibling(column.name, chief) or is_steps(column):
        return False
    return column.name[-1:].isdecimal() or column.filled + filled <= _EITHER


def _is_of_staff(name: str) -> bool:
    """`Agent comment`, not `Product review`."""
    return names.is_staff(name) and not names.is_further(name)


def _is_later(column: Facts, chief: str) -> bool:
    """What the same customer added later, in words."""
    return names.is_later(column.name, chief) and _is_open(column) and column.words >= 2


def _answers(column: Facts, beside_questions: bool) -> bool:
    """Does it hold answers in the customer's own words, rather than choices or the company's?"""
    name = column.name
    if names.is_reply(name) or _is_of_staff(name) or column.data > 0.5 or names.is_again(name):
        return False
    if column.journal > 0.3 or _is_scored(column) or is_steps(column):
        return False
    few = column.kinds <= _FEW and column.distinct < 0.3
    chosen = few and column.words < 5
    if names.is_side(name):
        return column.words >= 1 and not (chosen and column.kinds <= 3)
    if names.is_further(name):
        return not (chosen and column.kinds <= 3)
    if beside_questions and names.rank("rating", name) is not None:
        return column.words >= 5  # `Overall`, in sentences
    if names.is_grounds(name):
        return not chosen and column.distinct > 0.5
    if not names.is_question(name):
        return beside_questions and names.rank("text", name) is not None and not chosen
    if names.speaks_of_text(name):
        return column.kinds > 1 or column.distinct == 1
    return beside_questions and not chosen and _is_free_text(column)


def _is_scored(column: Facts) -> bool:
    """Few words to a question for a score: steps of a scale that is not known."""
    asked = names.asks_for_rating(column.name) and not names.speaks_of_text(column.name)
    return asked and column.words < 4


def _is_free_text(column: Facts) -> bool:
    """Sentences, or the short answers to a question that leaves them open."""
    if column.distinct <= 0.3 or column.ratings > 0.5:
        return False
    if names.is_question(column.name) and not names.is_closed_question(column.name):
        return True
    return column.words >= 3 or names.speaks_of_text(column.name)
