"""Figures as a survey tool gives them: a percentage or a score, with or without its answers.

Without the number of answers there is no range. With it, the counts behind a rounded percentage
are found again, or it is found that there can be none (a GRIM test: Brown, N. J. L. and Heathers,
J. A. J. (2017), Social Psychological and Personality Science 8:363-369).
"""

from __future__ import annotations

import re
from math import ceil, floor
from typing import Final, NamedTuple

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.insight.figures.kinds import Wording
from cxreset.insight.figures.samples import Share

NO_ANSWERS: Final = N_("how sure cannot be told: the number of answers is missing")
_NUMBER: Final = re.compile(r"([+-]?[0-9]{1,6})(?:[.,]([0-9]{1,4}))?")


class Written(NamedTuple):
    """A figure as it was written: its shown value and how many decimals it came with."""

    value: float
    decimals: int

    @property
    def half(self) -> float:
        """Half of its last digit: how far the figure before rounding can lie off."""
        return 0.5 * 10.0**-self.decimals


def read(text: str) -> Written | None:
    """A figure from `76 %`, `+12`, `4,9` or `61.5`; None when it is no plain number."""
    found = _NUMBER.fullmatch(text.replace("−", "-").replace("%", "").strip())
    if found is None:
        return None
    whole, part = found.group(1), found.group(2) or ""
    return Written(float(f"{whole}.{part or 0}"), len(part))


def possible_hits(percent: Written, total: int) -> range:
    """Every whole number of `total` (>= 1) that rounds to the percentage; empty if none does."""
    low = (percent.value - percent.half) * total / 100
    high = (percent.value + percent.half) * total / 100
    return range(max(0, ceil(low - 1e-9)), min(total, floor(high + 1e-9)) + 1)


def share_problem(percent: Written, total: int) -> str:
    """Why a percentage cannot be of that many answers, as a question; empty when it can."""
    if not 0 <= percent.value <= 100:
        return _("A percentage lies between 0 and 100.")
    if possible_hits(percent, total):
        return ""
    return _(
        "{value} % of {answers} is no whole number of answers: is one of the two a slip?"
    ).format(value=decimal(percent.value, percent.decimals), answers=count(total, "answer"))


def shares(before: tuple[Written, int], after: tuple[Written, int]) -> tuple[Share, Share] | None:
    """The counts behind two rounded percentages that leave their difference nearest zero.

    None when one of the two is impossible (`share_problem` says why).
    """
    first, second = possible_hits(*before), possible_hits(*after)
    if not first or not second:
        return None
    pairs = []
    for was in first:
        level = round(was / before[1] * after[1])
        now = min(max(level, second[0]), second[-1])
        pairs.append((Share(was, before[1]), Share(now, after[1])))
    return min(pairs, key=lambda pair: abs(pair[1].value - pair[0].value))


def bare_sentence(words: Wording, before: Written, after: Written) -> str:
    """What two figures without their answers say: the move, and why nothing more."""
    decimals = max(before.decimals, after.decimals)
    change = round(after.value - before.value, decimals)
    factor = words.kind.factor
    was, now = (words.figure(one.value / factor, one.decimals) for one in (before, after))
    if abs(change) <= before.half + after.half + 1e-9:
        moved = _("{name} is about the same, {was} and {now}{tail}").format(
            name=words.name, was=was, now=now, tail=words.tail
        )
    else:
        way = _(
            "{name} fell from {was} to {now}{tail} ({change}, give or take {rounding} for rounding)"
        )
        if change > 0:
            way = _(
                "{name} rose from {was} to {now}{tail} ({change}, give or take {rounding} for "
                "rounding)"
            )
        rounding = words.size((before.half + after.half) / factor, decimals)
        moved = way.format(
            name=words.name, was=was, now=now, tail=words.tail, rounding=rounding,
            change=words.difference(change / factor, decimals),
        )  # fmt: skip
    return f"{moved}; {_(NO_ANSWERS)}."
