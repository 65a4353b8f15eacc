"""Dates as a list says them, short and against today."""

from __future__ import annotations

from datetime import date

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import listed


def short_day(day: date | None) -> str:
    """`9 Oct`, or nothing."""
    return day_month(day) if day else ""


def span(start: date | None, end: date | None) -> str:
    """`24 Sep – 9 Oct`, `from 24 Sep`, `to 9 Oct`, or nothing."""
    if start and end:
        return f"{short_day(start)} – {short_day(end)}"
    if start:
        return _("from {day}").format(day=short_day(start))
    return _("to {day}").format(day=short_day(end)) if end else ""


def due_phrase(due: date | None, still_open: bool, today: date) -> str:
    """How an open line stands to its day: `3 days late`, `today`, `in 4 days`; else nothing."""
    if due is None or not still_open:
        return ""
    days = (due - today).days
    if days < 0:
        return ngettext("{days} day late", "{days} days late", -days).format(days=whole(-days))
    if days < 2:
        return _("tomorrow") if days else _("today")
    return ngettext("in {number} day", "in {number} days", days).format(number=days)


def stays(untied: list[str], also: str = "") -> str:
    """What a removal leaves behind: `A1 and A2 stay, no longer tied to it.`"""
    sentence = ngettext(
        "{untied} stays, no longer tied to it.",
        "{untied} stay, no longer tied to it.",
        len(untied),
    ).format(untied=listed(untied))
    sentence = sentence if untied else _("Nothing is tied to it.")
    return f"{sentence} {also}".strip()
