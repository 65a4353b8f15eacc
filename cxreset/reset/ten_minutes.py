"""The ten-minute version of a step: what it says today, when it comes first, that it was done.

Done, it counts as progress on the step: the step is begun, its days are half filled, and the rest
of it stays where it is until the step is ticked.
"""

from __future__ import annotations

from datetime import date

from cxreset.base.record import Record
from cxreset.programme.calendar import day_on
from cxreset.reset.presence import arrive, greeting, missed_since, presence
from cxreset.workbook.storage.messages import understood

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.programme.model import Step
    from cxreset.reset.reset import Reset

SCOPE = "ten-minutes"
"""Where the workbook keeps, for each step, the day its ten-minute version was done last."""


class TenMinutes(Record):
    """The ten-minute version of a step: Markdown, and the ISO date it was done on, "" if not."""

    step: Step
    text: str
    done_on: str


def ten_minutes(reset: Reset, step: Step) -> TenMinutes | None:
    """The version for today's part of the step, else of the step as a whole; None without any."""
    day = day_on(reset.calendar, reset.today)
    sessions = [reset.pack.session(name) for name in day.sessions] if day else []
    parts = [each.ten_minutes for each in sessions if each.step == step.id and each.ten_minutes]
    text = parts[0] if parts else step.ten_minutes
    done_on = reset.daily.answers(SCOPE).get(step.id, "")
    return TenMinutes(step, text, done_on) if text else None


def begun_on(reset: Reset) -> dict[str, date]:
    """Steps of which the ten-minute version was done, ticked since or not, and the last day of it.

    Raises WorkbookUnusable when a day that is kept is none.
    """
    with understood(reset.file.location):
        return {
            step_id: date.fromisoformat(on)
            for step_id, on in reset.daily.answers(SCOPE).items()
            if on
        }


def begun(reset: Reset) -> set[str]:
    """Steps of which the ten-minute version was done, ticked since or not."""
    return {step_id for step_id, on in reset.daily.answers(SCOPE).items() if on}


def do_ten_minutes(reset: Reset, step: Step, done: bool = True) -> None:
    """The ten-minute version was done today, or was not after all."""
    name = f"did ten minutes of {step.number}" if done else f"took the ten of {step.number} away"
    with reset.file.transaction(name):
        reset.daily.answer(SCOPE, step.id, reset.today.isoformat() if done else "")
    if done:
        arrive(reset)


def comes_first(reset: Reset) -> bool:
    """Is it a day after a day away, so that ten minutes are offered before anything longer?"""
    if reset.sample or reset.paused:
        return False
    return bool(greeting(reset)) or bool(_missed(reset))


def _missed(reset: Reset) -> list[date]:
    """What was missed, where nothing has noted the return yet."""
    before = presence(reset)
    return missed_since(reset, before) if before.last_seen < reset.today else []
