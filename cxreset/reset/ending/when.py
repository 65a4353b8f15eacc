"""When a week and the four weeks end, for Today, which asks at every start."""

from __future__ import annotations

from datetime import timedelta

from cxreset.programme.calendar import COUNTED, WEEK, position_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from cxreset.reset.reset import Reset


def is_review_day(reset: Reset) -> bool:
    """Is today the last working day of its week, within the thirty days?"""
    if reset.paused or position_on(reset.calendar, reset.today).phase in ("before", "after"):
        return False
    left = (last_weekday(reset.settings.workdays) - reset.today.weekday()) % WEEK
    later = (reset.today + timedelta(days=number) for number in range(1, left + 1))
    return reset.is_working_day(reset.today) and not any(map(reset.is_working_day, later))


def last_weekday(workdays: Collection[int]) -> int:
    """The weekday (0 is Monday) that a working week ends with: the one before most days off.

    Of several such it is the last one by Monday's week; of seven working days it is Sunday.
    """

    def days_off_after(weekday: int) -> int:
        return next(off for off in range(WEEK) if (weekday + off + 1) % WEEK in workdays)

    return max(sorted(workdays), key=lambda weekday: (days_off_after(weekday), weekday))


def is_closing(reset: Reset) -> bool:
    """Are the four weeks over?"""
    return reset.paused is None and reset.today > reset.calendar.days[COUNTED - 1].on
