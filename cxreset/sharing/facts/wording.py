"""The words a plan is written in: dates, shares, and names for the codes the workbook stores."""

from __future__ import annotations

from datetime import date

from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

STATUSES = {
    "not_started": "Not started",
    "in_progress": "In progress",
    "completed": "Done",
    "cancelled": "Cancelled",
}
FUNCTIONS = {
    "marketing": "marketing",
    "product": "product",
    "support": "support",
    "cx": "customer experience",
    "other": "another team",
}
RULES = {
    "consent": "consent: nobody had a reason against it that had to be heard",
    "vote": "a vote: more hands for it than against it",
    "owner": "the owner of the fix, after hearing all",
}
HORIZONS = {"now": "Now", "next": "Next", "later": "Later"}
KINDS = {"quick": "Quick win", "long": "Long-term"}
VERDICTS = {"keep": "Keep", "change": "Change", "stop": "Stop"}


def long_date(day: date) -> str:
    """`2 October 2026`, the same whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date | None, empty: str = "") -> str:
    """`2 Oct 2026`, or `empty` when there is none."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}" if day else empty


def comment_day(day: date | None, *, approximate: bool) -> str:
    """`2 Oct 2026`, `≈ 2 Oct 2026` where the file says no day, or empty."""
    return f"≈ {short_date(day)}" if day and approximate else short_date(day)


def span(start: date | None, end: date | None, empty: str = "") -> str:
    """`28 Sep to 9 Oct 2026`, `from 28 Sep 2026`, `until 9 Oct 2026`, or `empty`."""
    if start and end:
        if start.year == end.year:
            return f"{start.day} {_MONTHS[start.month - 1][:3]} to {short_date(end)}"
        return f"{short_date(start)} to {short_date(end)}"
    if start:
        return f"from {short_date(start)}"
    return f"until {short_date(end)}" if end else empty


def percent(hits: int, total: int) -> str:
    """`19 %`; `under 1 %` for what would round to nothing; `0 %` when `total` is 0."""
    if not hits or not total:
        return "0 %"
    share = 100 * hits / total
    return "under 1 %" if share < 0.5 else f"{share:.0f} %"


def percent_or_count(hits: int, total: int) -> str:
    """`19 %`, or `3 of 12` where `total` is too small for a percentage."""
    return percent(hits, total) if total >= ENOUGH_FOR_A_SHARE else f"{hits:,} of {total:,}"


def bracketed(hits: int, total: int) -> str:
    """` (19 %)` to stand behind a count; nothing where `total` is too small for a percentage."""
    return f" ({percent(hits, total)})" if total >= ENOUGH_FOR_A_SHARE else ""


def first(lines: list[str], limit: int, one: str, many: str) -> tuple[str, ...]:
    """The first `limit` lines; the others become one more that counts them: `and 3 more pains`."""
    rest = len(lines) - limit
    if rest <= 0:
        return tuple(lines)
    return (*lines[:limit], f"and {rest} more {one if rest == 1 else many}")


def traced(ref: str, chain: tuple[str, ...]) -> str:
    """An id and what it comes from: `A7 ← F3 ← G1 ← P2`."""
    return " ← ".join((ref, *chain)) if ref else " ← ".join(chain)
