"""What a weight says, in sentences. A theme "goes with" a rating; nothing here says that it causes
one."""

from __future__ import annotations

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.text import count, listed, one_line
from cxreset.insight.figures.groups import FEWEST_COMMENTS, FEWEST_MENTIONS, FEWEST_RATINGS
from cxreset.insight.figures.intervals import wilson
from cxreset.insight.language.spoken import language_name
from cxreset.insight.weighing.model import (
    CHANNEL,
    LANGUAGE,
    GroupWeight,
    MonthWeight,
    RatingWeight,
    Weight,
)


def sentences(weight: Weight, others: str = "other complaints") -> tuple[str, ...]:
    """All that can be said, one sentence each: rating, month, group, preventable.

    `others` is what the ratings of those who name it are compared with.
    """
    parts = (
        rating_sentence(weight.rating, others) if weight.rating else "",
        month_sentence(weight.month) if weight.month else "",
        group_sentence(weight.group) if weight.group else "",
        preventable_sentence(weight.preventable),
    )
    return tuple(part for part in parts if part)


def rating_sentence(rating: RatingWeight, others: str = "other complaints") -> str:
    """`Rated 1.4 (1-5) by those who name it, 2.1 in other complaints: lower by 0.4 to 1.0.`"""
    own = f"Rated {rating.mean:.1f} ({rating.scale}) by those who name it"
    if rating.rest is None:
        return f"{own}."
    both = f"{own}, {rating.rest:.1f} in {others}"
    if rating.number < FEWEST_RATINGS:
        return (
            f"{both}: {count(rating.number, 'rating')}, and from {FEWEST_RATINGS} on they can be "
            "compared."
        )
    contrast = rating.contrast
    if contrast is None or not contrast.is_clear:
        return f"{both}: no clear difference."
    way = "lower" if contrast.difference < 0 else "higher"
    least, most = sorted((abs(contrast.low), abs(contrast.high)))
    return f"{both}: {way} by {least:.1f} to {most:.1f}."


def month_sentence(month: MonthWeight) -> str:
    """`Rising: in 12 % of the comments of the 30 days to 5 Sep 2026, in 6 % of the 90 before.`"""
    until = f"the 30 days to {month.until.day} {month.until:%b %Y}"
    if min(month.total, month.total_before) < FEWEST_COMMENTS:
        return ""
    now, before = month.hits / month.total, month.hits_before / month.total_before
    figures = f"in {now:.0%} of the comments of {until}, in {before:.0%} of the 90 before"
    figures = figures.replace("%", " %")
    if month.rises:
        return f"Rising: {figures}."
    if month.hits + month.hits_before < FEWEST_MENTIONS:
        return ""
    return f"No clear rise: {figures}."


def group_sentence(group: GroupWeight) -> str:
    """`Much more common in chats: 31 % of them, 9 % elsewhere.`"""
    return (
        f"Much more common {_where(group)}: in {group.share:.0%} of them, {group.elsewhere:.0%} "
        "elsewhere."
    ).replace("%", " %")


def _where(group: GroupWeight) -> str:
    if group.kind == CHANNEL:
        return f"in {COMMENT_NAMES.get(group.name, COMMENT_NAMES['other'])[1]}"
    if group.kind == LANGUAGE:
        return f"in comments in {language_name(group.name)}"
    return f"in the comments of {one_line(group.name, 40)}"


def preventable_sentence(preventable: tuple[int, int]) -> str:
    """`Preventable: 8 of 11 judged, 43 to 90 %.` The range is the one of 95 %; '' for none."""
    hits, judged = preventable
    if not judged:
        return ""
    around = wilson(hits, judged)
    return (
        f"Preventable: {hits:,} of {judged:,} judged, {100 * around.low:.0f} to "
        f"{100 * around.high:.0f} %."
    )


def judge_next(weight: Weight) -> str:
    """Which comments to judge as preventable or not; '' when all are."""
    numbers = listed([f"C{number}" for number in weight.unjudged])
    return f"To judge next as preventable or not: {numbers}." if numbers else ""
