"""What a weight says, in sentences. A theme "goes with" a rating; nothing here says that it causes
one."""

from __future__ import annotations

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.insight.figures.groups import FEWEST_COMMENTS, FEWEST_MENTIONS, FEWEST_RATINGS
from cxreset.insight.figures.intervals import wilson
from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE
from cxreset.insight.language.spoken import language_name
from cxreset.insight.weighing.model import (
    CHANNEL,
    LANGUAGE,
    GroupWeight,
    MonthWeight,
    RatingWeight,
    Weight,
)


def sentences(weight: Weight, others: str = "") -> tuple[str, ...]:
    """All that can be said, one sentence each: rating, month, group, preventable.

    `others` is what the ratings of those who name it are compared with: other complaints if empty.
    """
    parts = (
        rating_sentence(weight.rating, others) if weight.rating else "",
        month_sentence(weight.month) if weight.month else "",
        group_sentence(weight.group) if weight.group else "",
        preventable_sentence(weight.preventable),
    )
    return tuple(part for part in parts if part)


def rating_sentence(rating: RatingWeight, others: str = "") -> str:
    """`Rated 1.4 (1-5) by those who name it, 2.1 in other complaints: lower by 0.4 to 1.0.`"""
    own = _("Rated {mean} ({scale}) by those who name it").format(
        mean=decimal(rating.mean, 1), scale=rating.scale
    )
    if rating.rest is None:
        return f"{own}."
    both = _("{own}, {rest} in {others}").format(
        own=own, rest=decimal(rating.rest, 1), others=others or _("other complaints")
    )
    if rating.number < FEWEST_RATINGS:
        return _("{both}: {ratings}, and from {FEWEST_RATINGS} on they can be compared.").format(
            both=both, ratings=count(rating.number, "rating"), FEWEST_RATINGS=FEWEST_RATINGS
        )
    contrast = rating.contrast
    if contrast is None or not contrast.is_clear:
        return _("{both}: no clear difference.").format(both=both)
    least, most = sorted((abs(contrast.low), abs(contrast.high)))
    way = _("{both}: higher by {least} to {most}.")
    if contrast.difference < 0:
        way = _("{both}: lower by {least} to {most}.")
    return way.format(both=both, least=decimal(least, 1), most=decimal(most, 1))


def month_sentence(month: MonthWeight) -> str:
    """`Rising: in 12 % of the comments of the 30 days to 5 Sep 2026, in 6 % of the 90 before.`"""
    if min(month.total, month.total_before) < FEWEST_COMMENTS:
        return ""
    now, before = month.hits / month.total, month.hits_before / month.total_before
    figures = _(
        "in {now} of the comments of the 30 days to {day}, in {before} of the 90 before"
    ).format(now=_percent(now), day=day_month(month.until, year=True), before=_percent(before))
    if month.rises:
        return _("Rising: {figures}.").format(figures=figures)
    if month.hits + month.hits_before < FEWEST_MENTIONS:
        return ""
    return _("No clear rise: {figures}.").format(figures=figures)


def _percent(share: float) -> str:
    return f"{decimal(100 * share, 0)} %"


def group_sentence(group: GroupWeight) -> str:
    """`Much more common in chats: 31 % of them, 9 % elsewhere.`"""
    return _("Much more common {where}: in {share} of them, {elsewhere} elsewhere.").format(
        where=_where(group), share=_percent(group.share), elsewhere=_percent(group.elsewhere)
    )


def _where(group: GroupWeight) -> str:
    if group.kind == CHANNEL:
        names = COMMENT_NAMES.get(group.name, COMMENT_NAMES["other"])
        return _("in {comments}").format(comments=ngettext(*names, 2))
    if group.kind == LANGUAGE:
        return _("in comments in {language_name}").format(language_name=language_name(group.name))
    return _("in the comments of {name}").format(name=one_line(group.name, 40))


def preventable_sentence(preventable: tuple[int, int]) -> str:
    """`Preventable: 28 of 41 judged, 53 to 80 %.` The range is the one of 95 %, said where there
    are enough for a share; '' for none."""
    hits, judged = preventable
    if not judged:
        return ""
    if judged < ENOUGH_FOR_A_SHARE:
        return _("Preventable: {hits} of {judged} judged.").format(
            hits=whole(hits), judged=whole(judged)
        )
    around = wilson(hits, judged)
    return _("Preventable: {hits} of {judged} judged, {low} to {high} %.").format(
        hits=whole(hits),
        judged=whole(judged),
        low=decimal(100 * around.low, 0),
        high=decimal(100 * around.high, 0),
    )


def judge_next(weight: Weight) -> str:
    """Which comments to judge as preventable or not; '' when all are."""
    numbers = listed([f"C{number}" for number in weight.unjudged])
    return (
        _("To judge next as preventable or not: {numbers}.").format(numbers=numbers)
        if numbers
        else ""
    )
