"""When the Friday look is due; apart from the look itself, for Today asks at every start."""

from __future__ import annotations

from datetime import timedelta

from cxreset.programme.calendar import position_on
from cxreset.reset.reset import Reset


def is_review_day(reset: Reset) -> bool:
    """Is today the last working day of its week, within the thirty days?"""
    workdays = reset.settings.workdays
    if reset.paused or position_on(reset.calendar, reset.today).phase in ("before", "after"):
        return False
    tomorrow = (reset.today + timedelta(days=1)).weekday()
    return reset.today.weekday() in workdays and tomorrow not in workdays
