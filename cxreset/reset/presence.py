"""Being here and being away: when the leader was last here, and how to go on from an absence."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from cxreset.base.errors import CxresetError
from cxreset.reset.pacing import arrived, working_days
from cxreset.reset.reset import Reset
from cxreset.workbook.pace import Presence


def presence(reset: Reset) -> Presence:
    """When the leader was last here, and the last longer absence."""
    return reset.pace.presence() or Presence(reset.settings.created_on)


def arrive(reset: Reset) -> None:
    """The leader is here today: the app was opened, or something was ticked."""
    if reset.sample:
        return
    before = presence(reset)
    now = arrived(before, reset.calendar, reset.settings.workdays, reset.today)
    if now != before:
        # A workbook held elsewhere for a moment is no reason not to open.
        with suppress(CxresetError):
            reset.pace.set_presence(now)


def days_away(reset: Reset) -> list[date]:
    """The working days of the last absence, without those that were paused since."""
    last_known = presence(reset)
    first, last = last_known.away_first, last_known.away_last
    if first is None or last is None:
        return []
    return working_days(reset.calendar, reset.settings.workdays, first, last)


def asks_for_pace(reset: Reset) -> bool:
    """Is there an absence after which the leader has not yet chosen how to go on?"""
    if presence(reset).settled or reset.paused or not reset.open_steps():
        return False
    return bool(days_away(reset))


def settle(reset: Reset) -> None:
    """The leader has chosen how to go on."""
    before = presence(reset)
    if not before.settled:
        reset.pace.set_presence(before._replace(settled=True))
