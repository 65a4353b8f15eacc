"""Ticking a step, and taking the tick away."""

from __future__ import annotations

from cxreset.reset.presence import arrive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.programme.model import Step
    from cxreset.reset.reset import Reset


def tick(reset: Reset, step_id: str) -> Step:
    """Tick a step by id or number; raises UsageError for an unknown one."""
    step = reset.pack.step(step_id)
    with reset.file.transaction(f"ticked {step.number}"):
        reset.daily.tick(step.id, reset.today)
    arrive(reset)
    return step


def untick(reset: Reset, step_id: str) -> Step:
    """Take the tick of a step away, by id or number; raises UsageError for an unknown one."""
    step = reset.pack.step(step_id)
    with reset.file.transaction(f"took the tick of {step.number} away"):
        reset.daily.untick(step.id)
    return step
