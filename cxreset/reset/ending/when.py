"""When a week and the four weeks end, for Today, which asks at every start."""

from __future__ import annotations

from datetime import timedelta

from cxreset.programme.calendar import COUNTED, position_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.reset.reset import Reset


def is_review_day(reset: Reset) -> bool:
    """Is today the last working day of its week, within the thirty days?"""
    if reset.paused or position_on(reset.calendar, reset.today).phase in ("before", "after"):
        return False
    tomorrow = reset.today + timedelta(days=1)
    return reset.is_working_day(reset.today) and not reset.is_working_day(tomorrow)


def is_closing(reset: Reset) -> bool:
    """Are the four weeks over?"""
    return reset.paused is None and reset.today > reset.calendar.days[COUNTED - 1].on
