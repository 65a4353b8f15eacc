"""What calendars that were handed out hold, so that the next one says what changed since.

RFC 5545 tells a newer version of an entry from an older by SEQUENCE: 0 at first, and one more with
every change. A calendar knows nothing of what is missing in a newer file, so what is gone is sent
once more, as cancelled.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from hashlib import sha256

from cxreset.workbook.shares.calendars import EntryState, HandedOut


def digest(content: str) -> str:
    """A short sign of a content: the same for the same."""
    return sha256(content.encode("utf-8", "replace")).hexdigest()[:32]


def compared(
    before: HandedOut, now: HandedOut, today: date, moment: datetime | None = None
) -> dict[str, EntryState]:
    """The entries of `now` with what their change since `before` makes of SEQUENCE and time stamp,
    and after them those that are gone, as cancelled.

    Without a `moment` a change is of the first second of `today`. What is past is not called off:
    it happened.
    """
    at = moment or datetime.combine(today, time(0), UTC)
    states = {key: _next(before.get(key), state, at) for key, state in now.items()}
    for key, old in before.items():
        if key not in states and (old.cancelled or old.starts_on >= today):
            gone = replace(old, cancelled=True, sequence=old.sequence + 1, changed_at=at)
            states[key] = old if old.cancelled else gone
    return states


def _next(old: EntryState | None, new: EntryState, at: datetime) -> EntryState:
    if old is None:
        return replace(new, changed_at=at)
    if old.digest == new.digest and not old.cancelled:
        return replace(new, sequence=old.sequence, changed_at=old.changed_at)
    return replace(new, sequence=old.sequence + 1, changed_at=at)
