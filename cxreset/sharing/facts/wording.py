"""The words a plan is written in: dates, shares, and names for the codes the workbook stores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, pgettext
from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE

STATUSES = {
    "not_started": N_("Not started"),
    "in_progress": N_("In progress"),
    "completed": N_("Done"),
    "cancelled": N_("Cancelled"),
}
FUNCTIONS = {
    "marketing": N_("marketing"),
    "product": N_("product"),
    "support": N_("support"),
    "cx": N_("customer experience"),
    "other": N_("another team"),
}
RULES = {
    "consent": N_("consent: nobody had a reason against it that had to be heard"),
    "vote": N_("a vote: more hands for it than against it"),
    "owner": N_("the owner of the fix, after hearing all"),
}
HORIZONS = ("now", "next", "later")
KINDS = {"quick": N_("Quick win"), "long": N_("Long-term")}
VERDICTS = {"keep": N_("Keep"), "change": N_("Change"), "stop": N_("Stop")}


def horizon_word(horizon: str | None) -> str:
    """When a fix is for: `Now`, `Next`, `Later`; empty where nobody has said."""
    words = {"now": _("Now"), "next": pgettext("horizon", "Next"), "later": _("Later")}
    return words.get(horizon or "", "")


def long_date(day: date) -> str:
    """`2 October 2026`, in the leader's language of dates."""
    return day_month(day, short=False, year=True)


def short_date(day: date | None, empty: str = "") -> str:
    """`2 Oct 2026`, or `empty` when there is none."""
    return day_month(day, year=True) if day else empty


def comment_day(day: date | None, *, approximate: bool) -> str:
    """`2 Oct 2026`, `≈ 2 Oct 2026` where the file says no day, or empty."""
    return f"≈ {short_date(day)}" if day and approximate else short_date(day)


def span(start: date | None, end: date | None, empty: str = "") -> str:
    """`28 Sep to 9 Oct 2026`, `from 28 Sep 2026`, `until 9 Oct 2026`, or `empty`."""
    if start and end:
        first = day_month(start) if start.year == end.year else short_date(start)
        return _("{start} to {end}").format(start=first, end=short_date(end))
    if start:
        return _("from {start}").format(start=short_date(start))
    return _("until {end}").format(end=short_date(end)) if end else empty


def percent(hits: int, total: int) -> str:
    """`19 %`; `under 1 %` for what would round to nothing; `0 %` when `total` is 0."""
    if not hits or not total:
        return "0 %"
    share = 100 * hits / total
    return _("under 1 %") if share < 0.5 else f"{share:.0f} %"


def percent_or_count(hits: int, total: int) -> str:
    """`19 %`, or `3 of 12` where `total` is too small for a percentage."""
    if total >= ENOUGH_FOR_A_SHARE:
        return percent(hits, total)
    return _("{hits} of {total}").format(hits=whole(hits), total=whole(total))


def bracketed(hits: int, total: int) -> str:
    """` (19 %)` to stand behind a count; nothing where `total` is too small for a percentage."""
    return f" ({percent(hits, total)})" if total >= ENOUGH_FOR_A_SHARE else ""


def first(lines: list[str], limit: int, more: Callable[[int], str]) -> tuple[str, ...]:
    """The first `limit` lines; the others become one more, by what `more` says of their number."""
    rest = len(lines) - limit
    return tuple(lines) if rest <= 0 else (*lines[:limit], more(rest))


def traced(ref: str, chain: tuple[str, ...]) -> str:
    """An id and what it comes from: `A7 ← F3 ← G1 ← P2`."""
    return " ← ".join((ref, *chain)) if ref else " ← ".join(chain)
