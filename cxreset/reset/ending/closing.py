"""The closing: from the end of day 28 on, what is still to do before the reset is put down.

Today shows it, so it reads counts alone. What is decided in it is kept as answers of its own scope:
for each open step and action that it goes along, and the days on which the story was looked at,
telling was ended, the reset was put down, and days 60 and 90 were answered.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.insight.progress import Tally
from cxreset.reset.checkup import CLOSING, REST, STORY, TELLING, checkup_progress
from cxreset.reset.progress import tally
from cxreset.reset.reset import Reset
from cxreset.workbook.checkup import LAST
from cxreset.workbook.cycles.unfinished import open_actions, untold_actions

ALONG = "along"
LOOKS = (60, 90)
"""Days after which the result is looked at again, counted from day 1."""
LOOK_DAYS = 7
"""How long such a look stays on Today."""
FIGURES = 3


class OpenThing(NamedTuple):
    """A step (`2.3`) or an action (`A5`) that is still open; `along`: it was taken along."""

    ref: str
    title: str
    owner: str
    due_on: date | None
    along: bool


class Closing(NamedTuple):
    """What is done of the closing. `proud_of` are at most three figures, each with its words;
    `look` is the day (60 or 90) whose look at the result is due now, or the next, on `look_on`.

    `untold` counts finished actions whose customers have heard nothing; `story_seen`,
    `telling_over` and `rests` were said by the leader.
    """

    marked: int
    statements: int
    open_things: tuple[OpenThing, ...]
    share_outs: int
    untold: int
    steps: tuple[int, int]
    spare_used: int
    proud_of: tuple[tuple[str, str], ...]
    look: int | None
    look_on: date | None
    look_due: bool
    story_seen: bool = False
    telling_over: bool = False
    rests: bool = False

    @property
    def undecided(self) -> int:
        """How many open steps and actions are neither let go of nor taken along."""
        return sum(not one.along for one in self.open_things)

    @property
    def parts(self) -> tuple[bool, bool, bool, bool]:
        """What is done: the check-up, deciding what is open, the story, telling those who spoke."""
        shared = self.share_outs > 0 and not self.untold
        return (
            self.statements > 0 and self.marked == self.statements,
            not self.undecided,
            self.story_seen or self.share_outs > 0,
            self.telling_over or shared,
        )

    @property
    def done(self) -> int:
        """How many of the parts are done."""
        return sum(self.parts)

    @property
    def total(self) -> int:
        """How many parts there are."""
        return len(self.parts)


def closing(reset: Reset) -> Closing:
    """The closing as it is today; there is one when `is_closing` says so."""
    marked, statements = checkup_progress(reset, LAST)
    counts, noted = tally(reset), reset.daily.answers(CLOSING)
    look, look_on = _look(reset.calendar.days[0].on, reset.today, noted)
    return Closing(
        marked=marked,
        statements=statements,
        open_things=_open_things(reset, noted),
        share_outs=counts.share_outs - counts.share_outs_to_nobody,
        untold=untold_actions(reset.file),
        steps=(len(reset.daily.ticks()), len(reset.pack.steps)),
        spare_used=len(reset.pace.spare_days()),
        proud_of=_proud_of(counts),
        look=look,
        look_on=look_on,
        look_due=look_on is not None and look_on <= reset.today,
        story_seen=bool(noted.get(STORY)),
        telling_over=bool(noted.get(TELLING)),
        rests=bool(noted.get(REST)),
    )


def _open_things(reset: Reset, noted: dict[str, str]) -> tuple[OpenThing, ...]:
    steps = [
        OpenThing(step.number, step.title, "", None, noted.get(step.number) == ALONG)
        for step in reset.open_steps()
    ]
    actions = [
        OpenThing(one.ref, one.title, one.owner, _day(one.deadline), noted.get(one.ref) == ALONG)
        for one in open_actions(reset.file)
    ]
    return (*steps, *actions)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # what a workbook from elsewhere calls a day
        return None


def _look(first: date, today: date, noted: dict[str, str]) -> tuple[int | None, date | None]:
    """The look that is due, or the next one; (None, None) when both are over."""
    for day in LOOKS:
        on = first + timedelta(days=day - 1)
        if today <= on + timedelta(days=LOOK_DAYS) and not noted.get(f"day{day}"):
            return day, on
    return None, None


def _proud_of(counts: Tally) -> tuple[tuple[str, str], ...]:
    done = _("{actions_completed} of {actions}").format(
        actions_completed=counts.actions_completed, actions=counts.actions
    )
    figures = (
        (
            counts.comments_seen,
            whole(counts.comments_seen),
            ngettext("comment read", "comments read", counts.comments_seen),
        ),
        (
            counts.pains_chosen,
            f"{counts.pains_chosen}",
            ngettext("pain point with proof", "pain points with proof", counts.pains_chosen),
        ),
        (counts.actions_completed, done, _("actions done")),
        (counts.gaps, f"{counts.gaps}", ngettext("gap named", "gaps named", counts.gaps)),
        (
            counts.lessons,
            f"{counts.lessons}",
            ngettext("lesson on paper", "lessons on paper", counts.lessons),
        ),
    )
    return tuple((figure, words) for number, figure, words in figures if number)[:FIGURES]


# -- what the leader decides in it


def let_go(reset: Reset, ref: str) -> None:
    """Let go of a step, or cancel an action. Raises as writes to the workbook do."""
    if ref.startswith("A"):
        from cxreset.workbook.tables import Action  # heavy, and on one key of few days

        book = reset.book
        with reset.file.transaction(f"let go of {ref}"):
            book.set(Action, int(ref[1:]), status="cancelled")
        return
    with reset.file.transaction(f"let go of {ref}"):
        reset.pace.drop([reset.pack.step(ref).id], reset.today)


def take_along(reset: Reset, ref: str, *, along: bool = True) -> None:
    """Take an open step or action along into the next thirty days, or no longer."""
    with reset.file.transaction(f"took {ref} along" if along else f"left {ref} open"):
        reset.daily.answer(CLOSING, ref, ALONG if along else "")


def mark_done(reset: Reset, part: str) -> None:
    """Note STORY, TELLING or REST, or a look such as `day60`, as done today."""
    with reset.file.transaction("went on with the closing"):
        reset.daily.answer(CLOSING, part, reset.today.isoformat())


def gone_along(reset: Reset) -> set[str]:
    """The refs of the actions that were taken along."""
    return {ref for ref, text in reset.daily.answers(CLOSING).items() if text == ALONG}
