"""Dates as a list says them, short and against today."""

from __future__ import annotations

from datetime import date

from cxreset.base.day_words import day_month
from cxreset.base.text import count, listed


def short_day(day: date | None) -> str:
    """`9 Oct`, or nothing."""
    return day_month(day) if day else ""


def span(start: date | None, end: date | None) -> str:
    """`24 Sep – 9 Oct`, `from 24 Sep`, `to 9 Oct`, or nothing."""
    if start and end:
        return f"{short_day(start)} – {short_day(end)}"
    if start:
        return f"from {short_day(start)}"
    return f"to {short_day(end)}" if end else ""


def due_phrase(due: date | None, still_open: bool, today: date) -> str:
    """How an open line stands to its day: `3 days late`, `today`, `in 4 days`; else nothing."""
    if due is None or not still_open:
        return ""
    days = (due - today).days
    if days < 0:
        return f"{count(-days, 'day')} late"
    return {0: "today", 1: "tomorrow"}.get(days, f"in {count(days, 'day')}")


def stays(untied: list[str], also: str = "") -> str:
    """What a removal leaves behind: `A1 and A2 stay, no longer tied to it.`"""
    verb = "stays" if len(untied) == 1 else "stay"
    sentence = (
        f"{listed(untied)} {verb}, no longer tied to it." if untied else "Nothing is tied to it."
    )
    return f"{sentence} {also}".strip()
