"""The if-then plan's hour is the daily hour: reminders in the calendar come by it."""

from __future__ import annotations

from cxreset.base.hours import hour_in
from cxreset.reset.reset import Reset
from cxreset.workbook.cycles.intention import IfThenPlan, if_then_plan, keep_if_then_plan


def keep_plan(reset: Reset, plan: IfThenPlan) -> None:
    """Keep a plan; an hour that its when and where newly names becomes the daily hour.

    Both are stored together. Another field that changes leaves the hour as Settings have it.
    """
    before = hour_in(if_then_plan(reset.file).routine)
    hour = hour_in(plan.routine)
    with reset.file.transaction("planned when and where"):
        keep_if_then_plan(reset.file, plan)
        if hour not in ("", before):
            reset.change_settings(reset.settings._replace(daily_at=hour))
