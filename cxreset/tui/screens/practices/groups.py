"""Practices by what they help with, and when each was done, for the screen and for plain lines."""

from __future__ import annotations

from datetime import date
from typing import Final

from cxreset.base.day_words import day_month
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import listed
from cxreset.programme.model import Pack, Practice

KINDS: Final = {
    "commitment": N_("Ten commitments"),
    "habit": N_("Against the five habits"),
    "prevention": N_("Prevention before recovery"),
    "unseen": N_("The unseen work"),
}


def grouped(pack: Pack) -> dict[str, list[Practice]]:
    """Practices by the heading they are listed under, as the thirty days bring them.

    The heading is a practice's group, where it names none its kind; one that no day brings comes
    after those of its group.
    """
    brought = [session.practice for session in pack.days]
    order = {name: number for number, name in reversed(list(enumerate(brought)))}
    found: dict[str, list[Practice]] = {}
    for practice in sorted(pack.practices, key=lambda each: order.get(each.id, len(brought))):
        found.setdefault(practice.group or _(KINDS[practice.kind]), []).append(practice)
    return found


def done_in_words(days: dict[int, date]) -> str:
    """`day 3`, `days 3 and 10`, and a date for what was done outside the thirty days."""
    numbers = [str(number) for number in sorted(days) if number >= 0]
    others = [day_month(on) for number, on in sorted(days.items()) if number < 0]
    if numbers:
        words = ngettext("day {numbers}", "days {numbers}", len(numbers))
        others.insert(0, words.format(numbers=listed(numbers)))
    return listed(others)
