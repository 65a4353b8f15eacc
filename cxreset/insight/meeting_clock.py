"""The clock of a meeting run by an agenda: what is used, what is left, when it closes.

Pure: only the moments at which an item began are stored, so a meeting goes on as if nothing had
happened when the program was closed, or killed, in the middle of it. `now` is passed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

SHORTEST = 1
"""Minutes that an item keeps, whatever is taken from it."""
LOOK_SECONDS = 60
"""How often a clock of whole minutes is looked at; in an item's last minute, each second."""


class TimedItem(NamedTuple):
    """An item of the agenda. `planned` and `shifted` are minutes, `used_seconds` what it took
    before `running_since`, which is a moment with a zone, or None while it does not run."""

    key: int
    title: str
    planned: int
    shifted: int = 0
    used_seconds: int = 0
    running_since: datetime | None = None
    finished: bool = False


def given(item: TimedItem) -> int:
    """The minutes that an item has by now, at least SHORTEST."""
    return max(SHORTEST, item.planned + item.shifted)


def used(item: TimedItem, now: datetime) -> int:
    """Seconds spent on an item; a clock set back takes nothing away."""
    if item.running_since is None:
        return item.used_seconds
    return item.used_seconds + max(0, int((now - item.running_since).total_seconds()))


def left(item: TimedItem, now: datetime) -> int:
    """Seconds left of an item; negative when it runs over."""
    return 60 * given(item) - used(item, now)


def running(items: Sequence[TimedItem]) -> TimedItem | None:
    """The item that runs now."""
    return next((item for item in items if item.running_since is not None), None)


def following(items: Sequence[TimedItem]) -> TimedItem | None:
    """The item that comes next: the first unfinished one after the running one, else before it."""
    at = next((index for index, item in enumerate(items) if item.running_since is not None), -1)
    ahead = [*items[at + 1 :], *items[: max(at, 0)]]
    return next((item for item in ahead if not item.finished), None)


def closes_at(items: Sequence[TimedItem], now: datetime) -> datetime:
    """When the meeting will be over, if every item that is open takes what it has left."""
    rest = sum(max(0, left(item, now)) for item in items if not item.finished)
    return now + timedelta(seconds=rest)


def shifts(items: Sequence[TimedItem], key: int, minutes: int) -> dict[int, int]:
    """What a shift of some minutes to or from an item changes: item's key -> minutes to add.

    More minutes come from the open items after it, the longest first, so that the meeting closes
    when it was to close; what they cannot give makes it longer. Fewer go to the next open item.
    """
    found = {item.key: item for item in items}
    change = max(minutes, SHORTEST - given(found[key]))
    at = [item.key for item in items].index(key)
    later = [item for item in items[at + 1 :] if not item.finished]
    changes = {key: change}
    if change < 0 and later:
        changes[later[0].key] = -change
    owed = max(0, change)
    for item in sorted(later, key=given, reverse=True):
        taken = min(owed, given(item) - SHORTEST)
        if taken:
            changes[item.key] = -taken
            owed -= taken
    return changes


def next_look(item: TimedItem | None, now: datetime) -> float:
    """Seconds until what a clock shows of an item changes: the next whole minute, or second."""
    if item is None:
        return LOOK_SECONDS
    rest = left(item, now)
    if 0 < rest <= LOOK_SECONDS:
        return 1.0
    return float(rest % LOOK_SECONDS or LOOK_SECONDS)


def clock_text(seconds: int) -> str:
    """`18:00` of what is left, in whole minutes begun; `0:42` in the last; `+3` minutes over."""
    if seconds > LOOK_SECONDS:
        return f"{-(-seconds // 60)}:00"
    if seconds > 0:
        return f"{seconds // 60}:{seconds % 60:02}"
    return f"+{-seconds // 60}"


def minutes_over(item: TimedItem, now: datetime) -> int:
    """For how many whole minutes an item has run over; 0 while it does not."""
    return max(0, -left(item, now) // 60)
