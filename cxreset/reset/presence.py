"""Being here and being away: when the leader was last here, and how to go on from an absence."""

from __future__ import annotations

from cxreset.base.day_words import weekday, whole_day
from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed
from cxreset.programme.calendar import end_on
from cxreset.reset.pacing import DAY, SPARE_DAYS, arrived, missed_days, working_days
from cxreset.workbook.pace import Presence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from cxreset.reset.reset import Reset


def presence(reset: Reset) -> Presence:
    """When the leader was last here, and the last longer absence."""
    return reset.pace.presence() or Presence(reset.settings.created_on)


def arrive(reset: Reset) -> bool:
    """The leader is here today: the app was opened, or something was ticked.

    Returns whether it is a return after days elsewhere, so that the day's page says more now.
    """
    if reset.sample:
        return False
    before = presence(reset)
    if reset.today <= before.last_seen:  # earlier: the clock was set back, or a zone further west
        return False
    missed = missed_since(reset, before)
    now = arrived(before, reset.today, missed, spare_left(reset))
    try:
        with reset.file.transaction("took a spare day"):
            for day in now.spare:
                reset.pace.take_spare(day)
            reset.pace.set_presence(now.presence)
    except CxresetError:  # a workbook held elsewhere for a moment is no reason not to open
        return False
    return bool(missed)


def missed_since(reset: Reset, before: Presence) -> list[date]:
    """Working days since the leader was last here whose sessions are still open, oldest first."""
    return missed_days(
        reset.calendar,
        before.last_seen + DAY,
        reset.today - DAY,
        reset.open_sessions(),
    )


def spare_left(reset: Reset) -> int:
    """How many of the spare days are left."""
    return max(0, SPARE_DAYS - len(reset.pace.spare_days()))


def greeting(reset: Reset) -> str:
    """What Today says on the day of a return; empty on any other day.

    It greets and names what was taken care of; nothing is reckoned up.
    """
    last_known = presence(reset)
    first, last = last_known.away_first, last_known.away_last
    if first is None or last is None or not last + DAY == last_known.last_seen == reset.today:
        return ""
    taken = [on for on in reset.pace.spare_days() if first <= on < reset.today]
    if not taken:
        return _("Good to see you. Your work is as you left it.")
    days = listed([weekday(on) for on in taken])
    left = spare_left(reset)
    rest = _("both spare days are used now")
    if left:
        rest = _("{spare_days} left").format(spare_days=count(left, "spare day"))
    words = ngettext(
        "Good to see you. {days} was a spare day: {rest}. Day 30 is {end}.",
        "Good to see you. {days} were spare days: {rest}. Day 30 is {end}.",
        len(taken),
    )
    return words.format(days=days, rest=rest, end=whole_day(end_on(reset.calendar)))


def days_away(reset: Reset) -> list[date]:
    """The working days of the last absence, without those that were paused since."""
    last_known = presence(reset)
    first, last = last_known.away_first, last_known.away_last
    if first is None or last is None:
        return []
    return working_days(reset.calendar, first, last)


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
