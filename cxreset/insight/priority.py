"""Put pains in order, and say why in one sentence each; place them on an impact–effort picture.

The formula is meant to be redone on paper:

    score = 2 × impact + urgency − effort        (−2 … 14; a rating not given yet counts as 3)

Equal scores: a cause before an undecided level before a symptom (heal the system), then more
evidence, then the lower number. What nobody can act on stands after everything else, in view. A
place chosen by hand wins; the others keep their computed order around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed, upper_first

UNRATED: Final = 3
"""What a rating counts as until it is given: the middle of 1..5, neither pushing nor holding."""

QUICK_WIN: Final = N_("quick win")
BIG_PROJECT: Final = N_("big project")
SMALL_GAIN: Final = N_("small gain")
THINK_TWICE: Final = N_("think twice")


class Item(NamedTuple):
    """One pain as plain values; ratings 1..5 or None, `manual_rank` 1 and up or None."""

    ref: str
    title: str = ""
    evidence: int = 0
    urgency: int | None = None
    impact: int | None = None
    effort: int | None = None
    actionable: bool | None = None
    level: str | None = None
    manual_rank: int | None = None


class Ranked(NamedTuple):
    """Where a pain stands (1 is first), where the figures alone would put it, and why."""

    ref: str
    title: str
    position: int
    computed_position: int
    moved: bool
    score: int
    quadrant: str
    reason: str


class Cell(NamedTuple):
    """One square of the picture; `refs` in the order of the items given."""

    impact: int
    effort: int
    quadrant: str
    refs: tuple[str, ...]


class Grid(NamedTuple):
    """Five rows of five cells, impact 5 down to 1, effort 1 to 5; and what is not rated yet."""

    rows: tuple[tuple[Cell, ...], ...]
    unplaced: tuple[str, ...]


def score(item: Item) -> int:
    """2 × impact + urgency − effort, −2..14. Raises UsageError for a rating outside 1..5."""
    urgency, impact, effort = (UNRATED if rating is None else rating for rating in _ratings(item))
    return 2 * impact + urgency - effort


def ranked(items: Iterable[Item]) -> tuple[Ranked, ...]:
    """The pains in order. The order of the input does not matter; refs are taken as unique.

    A pain with `manual_rank` k stands at place k when there are that many places and no other
    pain was put there; two at one place stand one behind the other. Raises UsageError for a rating
    outside 1..5.
    """
    computed = sorted(items, key=_sort_key)
    computed_position = {item.ref: position for position, item in enumerate(computed, 1)}
    order = [item for item in computed if item.manual_rank is None]
    by_hand = [item for item in computed if item.manual_rank is not None]
    last = -1
    # From the first place down: a later one never pushes an earlier one off its place.
    for item in sorted(by_hand, key=lambda item: item.manual_rank or 0):
        last = min(max((item.manual_rank or 1) - 1, last + 1), len(order))
        order.insert(last, item)
    return tuple(
        Ranked(
            ref=item.ref,
            title=item.title,
            position=position,
            computed_position=computed_position[item.ref],
            moved=item.manual_rank is not None,
            score=score(item),
            quadrant=quadrant(item.impact, item.effort),
            reason=reason_of(item, computed_position[item.ref]),
        )
        for position, item in enumerate(order, 1)
    )


def quadrant(impact: int | None, effort: int | None) -> str:
    """`quick win`, `big project`, `small gain` or `think twice`; empty while a rating is missing.

    Of the scales 1..5, 4 and 5 count as high.
    """
    if impact is None or effort is None:
        return ""
    if impact >= 4:
        return BIG_PROJECT if effort >= 4 else QUICK_WIN
    return THINK_TWICE if effort >= 4 else SMALL_GAIN


def impact_effort_grid(items: Sequence[Item]) -> Grid:
    """The 5 × 5 picture as plain data. Raises UsageError for a rating outside 1..5."""
    for item in items:
        _ratings(item)
    rows = tuple(
        tuple(
            Cell(
                impact,
                effort,
                quadrant(impact, effort),
                tuple(i.ref for i in items if (i.impact, i.effort) == (impact, effort)),
            )
            for effort in range(1, 6)
        )
        for impact in range(5, 0, -1)
    )
    return Grid(rows, tuple(i.ref for i in items if i.impact is None or i.effort is None))


def grid_words(grid: Grid) -> str:
    """The picture for those who cannot see it: `Quick win: P1 and P3. Not rated yet: P4.`"""
    groups: dict[str, list[str]] = {}
    for row in grid.rows:
        for cell in row:
            groups.setdefault(cell.quadrant, []).extend(cell.refs)
    sentences = [
        f"{_capital(_(name))}: {listed(groups[name])}."
        for name in (QUICK_WIN, BIG_PROJECT, SMALL_GAIN, THINK_TWICE)
        if groups.get(name)
    ]
    if grid.unplaced:
        unrated = listed(list(grid.unplaced))
        sentences.append(
            _("Not in the picture until impact and effort are rated: {unrated}.").format(
                unrated=unrated
            )
        )
    return " ".join(sentences)


def _ratings(item: Item) -> tuple[int | None, int | None, int | None]:
    ratings = item.urgency, item.impact, item.effort
    if any(rating is not None and not 1 <= rating <= 5 for rating in ratings):
        raise UsageError(
            _("Urgency, impact and effort of {ref} run from 1 to 5.").format(ref=item.ref)
        )
    return ratings


def _sort_key(item: Item) -> tuple[bool, int, int, int, int, str]:
    level = {"cause": 0, "symptom": 2}.get(item.level or "", 1)
    number = "".join(char for char in item.ref if char in "0123456789")
    return (
        item.actionable is False,
        -score(item),
        level,
        -item.evidence,
        int(number or 0),  # P2 before P10
        item.ref,
    )


def reason_of(item: Item, computed_position: int) -> str:
    """Why a pain has its place, in a sentence; without comments where the item counts none."""
    parts = [_rated(item)]
    if item.level in ("cause", "symptom"):
        cause, symptom = _("treats the cause"), _("treats a symptom")
        parts.append(cause if item.level == "cause" else symptom)
    if item.evidence:
        parts.append(_("heard in {comments}").format(comments=count(item.evidence, "comment")))
    if item.actionable is False:
        parts.append(_("nobody can act on it for now, so it waits at the end"))
    if item.manual_rank is not None:
        parts.append(
            _("moved by hand (the figures alone would put it at place {computed_position})").format(
                computed_position=computed_position
            )
        )
    sentence = "; ".join(part for part in parts if part)
    return f"{_capital(sentence)}."


def _rated(item: Item) -> str:
    """`high impact (5), low effort (2), urgent (4)`, and which ratings are still missing."""
    urgency, impact, effort = _ratings(item)
    phrases = []
    named = {"impact": impact, "effort": effort, "urgency": urgency}
    for name, rating in named.items():
        if rating is not None:
            phrases.append(_(_level(rating, *_LEVELS[name])).format(rating=rating))
    missing = [_(name) for name, rating in named.items() if rating is None]
    if len(missing) == 3:
        return _("not rated yet, counted as the middle")
    if missing:
        phrases.append(_("{ratings} not rated yet").format(ratings=listed(missing)))
    return ", ".join(phrases)


_LEVELS: Final = {
    N_("impact"): (
        *(
            N_("high impact ({rating})"),
            N_("medium impact ({rating})"),
            N_("low impact ({rating})"),
        ),
    ),
    N_("effort"): (
        *(
            N_("high effort ({rating})"),
            N_("medium effort ({rating})"),
            N_("low effort ({rating})"),
        ),
    ),
    N_("urgency"): (
        *(N_("urgent ({rating})"), N_("fairly urgent ({rating})"), N_("not urgent ({rating})")),
    ),
}
"""The words for a high, a middle and a low rating."""


def _level(rating: int, high: str, middle: str, low: str) -> str:
    """The word for a rating of 1..5: 4 and 5 are high, 3 is the middle."""
    if rating == 3:
        return middle
    return high if rating > 3 else low


def _capital(words: str) -> str:
    return upper_first(words)
