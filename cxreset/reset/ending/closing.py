"""The closing: from the end of day 28 on, what is still to do before the reset is put down.

Today shows it, so it reads counts alone. Days 60 and 90 ask whether the result has held; the
figures that answer are those of step 4.2.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.text import count
from cxreset.insight.progress import Tally
from cxreset.reset.checkup import checkup_progress
from cxreset.reset.progress import tally
from cxreset.reset.reset import Reset
from cxreset.workbook.checkup import LAST

LOOKS = (60, 90)
"""Days after which the result is looked at again, counted from day 1."""
LOOK_DAYS = 7
"""How long such a look stays on Today."""
FIGURES = 3


class Closing(NamedTuple):
    """What is done of the closing. `proud_of` are at most three figures of the thirty days;
    `look` is the day (60 or 90) whose look at the result is due now, or the next, on `look_on`."""

    marked: int
    statements: int
    open_steps: tuple[str, ...]
    open_actions: int
    share_outs: int
    proud_of: tuple[str, ...]
    look: int | None
    look_on: date | None
    look_due: bool

    @property
    def done(self) -> int:
        """How many of the closing's three parts are done: check-up, steps, telling."""
        marked = self.statements > 0 and self.marked == self.statements
        return sum((marked, not self.open_steps, self.share_outs > 0))

    @property
    def total(self) -> int:
        """How many parts there are."""
        return 3


def closing(reset: Reset) -> Closing:
    """The closing as it is today; there is one when `is_closing` says so."""
    marked, statements = checkup_progress(reset, LAST)
    counts = tally(reset)
    look, look_on = _look(reset.calendar.days[0].on, reset.today)
    return Closing(
        marked=marked,
        statements=statements,
        open_steps=tuple(step.number for step in reset.open_steps()),
        open_actions=counts.actions - counts.actions_completed,
        share_outs=counts.share_outs - counts.share_outs_to_nobody,
        proud_of=_proud_of(counts),
        look=look,
        look_on=look_on,
        look_due=look_on is not None and look_on <= reset.today,
    )


def _look(first: date, today: date) -> tuple[int | None, date | None]:
    """The look that is due, or the next one; (None, None) when both are over."""
    for day in LOOKS:
        on = first + timedelta(days=day - 1)
        if today <= on + timedelta(days=LOOK_DAYS):
            return day, on
    return None, None


def _proud_of(counts: Tally) -> tuple[str, ...]:
    figures = (
        (counts.comments_seen, "comment read", "comments read"),
        (counts.pains_chosen, "pain point chosen", "pain points chosen"),
        (counts.actions_completed, "action done", "actions done"),
        (counts.gaps, "gap named", "gaps named"),
        (counts.lessons, "lesson on paper", "lessons on paper"),
    )
    return tuple(count(number, one, many) for number, one, many in figures if number)[:FIGURES]
