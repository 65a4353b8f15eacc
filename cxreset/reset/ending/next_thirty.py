"""The next thirty days: when they can begin, what goes along, and the resets before."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import count, listed, one_line
from cxreset.programme.calendar import COUNTED, long_day
from cxreset.programme.dates import check_start
from cxreset.reset.ending.when import is_closing
from cxreset.reset.reset import Reset
from cxreset.workbook import checkup
from cxreset.workbook.cycles.next_cycle import (
    HABIT,
    EarlierReset,
    OpenItem,
    begin_next,
    earlier_resets,
    is_earlier,
    open_items,
)
from cxreset.workbook.tables import Person

ALL, NONE = "all", "none"


def may_begin(reset: Reset) -> bool:
    """Are the four weeks over, so that the next thirty days can begin?"""
    return is_closing(reset) and not reset.sample and not is_earlier(reset.file.path)


def cycle(reset: Reset) -> int:
    """Which reset of this workbook it is, from 1."""
    return 1 + max((each.number for each in earlier(reset)), default=0)


def earlier(reset: Reset) -> list[EarlierReset]:
    """The resets before this one, the first first."""
    return earlier_resets(reset.file.path)


def could_go_along(reset: Reset) -> list[OpenItem]:
    """Pain points, gaps, open actions and the practice taken up, which could be carried over."""
    taken = checkup.taken(reset.file)
    practices = {each.id: each.title for each in reset.pack.practices}
    habit = practices.get(taken.practice) if taken else None
    return [*open_items(reset.file), *([OpenItem(HABIT, habit)] if habit else [])]


def goes_anyway(reset: Reset) -> str:
    """What nobody has to tick, in words."""
    people = reset.book.count(Person)
    others = (
        _(", {people} of the meeting").format(people=count(people, "person", "people"))
        if people
        else ""
    )
    return _("Your name, your plan for busy days{others} and your texts go along anyway.").format(
        others=others
    )


def chosen_refs(reset: Reset, text: str) -> list[str]:
    """`all`, `none` or short ids such as `P1,A3`; raises UsageError for one that is not open."""
    known = [item.ref for item in could_go_along(reset)]
    wish = text.strip()
    if wish.lower() in (ALL, NONE):
        return known if wish.lower() == ALL else []
    refs = wish.upper().replace(",", " ").split()
    strangers = [one_line(ref, 12) for ref in refs if ref not in known]
    if strangers:
        raise UsageError(
            _(
                "There is nothing open with the id {strangers}. Name ids of the list that cxreset "
                "next shows, or all, or none."
            ).format(strangers=listed(strangers))
        )
    return refs


def begin(reset: Reset, refs: Collection[str], start_on: date) -> Path:
    """Begin the next thirty days; returns where this reset is kept. The reset is to be closed.

    Raises UsageError for the sample, before day 29, and for a first day that cannot be one.
    """
    if reset.sample:
        raise UsageError(
            _("The sample stands still on its day, so no next thirty days begin in it.")
        )
    if is_earlier(reset.file.path):
        raise UsageError(
            _("This reset is over: the next thirty days begin from the one that goes on.")
        )
    if not may_begin(reset):
        closing = long_day(reset.calendar.days[COUNTED].on)
        raise UsageError(
            _(
                "The next thirty days can begin from the closing on: {closing}. Until then this "
                "reset goes on."
            ).format(closing=closing)
        )
    return begin_next(reset.file, refs, check_start(start_on, reset.today), reset.today)
