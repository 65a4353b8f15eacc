"""Going on after some days elsewhere: shift, squeeze, let go, or carry on; pause and resume.

Every way is told with its last day and what it would mean before it is taken, and nothing is
reckoned up against anybody. All that is taken is stored; the calendar follows from it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.programme.calendar import Calendar, end_on, long_day, step_day
from cxreset.programme.model import CLOSE, Step
from cxreset.reset.pacing import DAY, build_calendar
from cxreset.reset.presence import days_away, presence, settle
from cxreset.reset.reset import Reset
from cxreset.reset.today import today_page
from cxreset.workbook.pace import PauseRow, SqueezeRow

SHIFT, SQUEEZE, DROP, CARRY = "shift", "squeeze", "drop", "carry"
AHEAD_DAYS = 365
NAMED_STEPS = 6  # more are counted instead of named


_NAMES = {SHIFT: "shift", SQUEEZE: "squeeze", DROP: "let go", CARRY: "carry on as it is"}
"""How the log of changes calls them."""


class Way(NamedTuple):
    """One way to go on: the date of day 30 by it, and its meaning in a sentence.

    When it is not `possible`, the sentence says why.
    """

    name: str
    title: str
    ends_on: date
    meaning: str
    possible: bool = True


def ways(reset: Reset) -> tuple[Way, ...]:
    """Shift, squeeze, drop and carry on, as they would be today."""
    return _shift(reset), _squeeze(reset), _drop(reset), _carry(reset)


def absence_text(reset: Reset) -> str:
    """From when to when the leader was elsewhere, in one sentence; empty for no such days."""
    days = days_away(reset)
    if not days:
        return ""
    first, last = long_day(days[0]), long_day(days[-1])
    number = count(len(days), "working day")
    if days[0] == days[-1]:
        return _("You were elsewhere on {first}: {working_days}.").format(
            first=first, working_days=number
        )
    return _("You were elsewhere from {first} to {last}: {working_days}.").format(
        first=first, last=last, working_days=number
    )


def take(reset: Reset, name: str) -> Way:
    """Go on this way; returns it as it was told. Raises UsageError when it is not possible."""
    way = next((way for way in ways(reset) if way.name == name), None)
    if way is None:
        raise UsageError(_("Catching up has three ways: shift, squeeze and drop."))
    if not way.possible:
        raise UsageError(way.meaning)
    with reset.file.transaction(f"changed the pace: {_NAMES[way.name]}"):
        if name == SHIFT:
            row = _absence(reset)
            reset.pace.pause(row.first, row.last)
        elif name == SQUEEZE:
            reset.pace.squeeze(reset.today, reset.open_sessions())
        elif name == DROP:
            reset.pace.drop([step.id for step in _passed(reset)], reset.today)
    settle(reset)
    return way


def pause(reset: Reset, until: date | None = None) -> str:
    """Pause from today to `until`, that day included, or until `resume`; says so in a sentence.

    Raises UsageError for a day that has passed or is more than a year ahead, and after day 30.
    """
    today = reset.today
    if until is not None and not today <= until:
        raise UsageError(
            _("{until} has passed. Name the last day of the pause, today or later.").format(
                until=until.isoformat()
            )
        )
    if until is not None and (until - today).days > AHEAD_DAYS:
        raise UsageError(
            _(
                "{until} is more than a year ahead. Name a nearer day, or leave the day out: the "
                "pause then holds until you go on."
            ).format(until=until.isoformat())
        )
    if reset.paused:
        reset.pace.end_pause(today, until)
    elif today > end_on(reset.calendar):
        raise UsageError(_("The thirty days are complete, so there is nothing left to pause."))
    else:
        reset.pace.pause(today, until)
    settle(reset)
    return _("Paused. {objective}").format(objective=today_page(reset).objective)


def resume(reset: Reset) -> str:
    """Go on today; the count continues where it stood. Raises UsageError when nothing is paused."""
    if reset.paused is None:
        raise UsageError(_("Nothing is paused: the days are counting."))
    reset.pace.end_pause(reset.today, reset.today - DAY)
    number = reset.day_number()
    today = _("Today is day {number}. ").format(number=number) if number else ""
    return _("{today}Day 30 is {long_day}.").format(
        today=today, long_day=long_day(end_on(reset.calendar))
    )


# -- the four ways


def _shift(reset: Reset) -> Way:
    days = days_away(reset)
    if not days or reset.paused:
        meaning = _("There are no days to leave out: you were here, or they do not count already.")
        return Way(SHIFT, _("Shift"), end_on(reset.calendar), meaning, possible=False)
    after = _calendar(reset, pause=_absence(reset))
    meaning = ngettext(
        "That day does not count, and what follows moves on.",
        "Those {number} working days do not count, and what follows moves on.",
        len(days),
    ).format(number=len(days))
    following = next((day for day in after.days if day.on >= reset.today), None)
    if following:
        when = _("Today") if following.on == reset.today else long_day(following.on)
        meaning += _(" {when} is day {number}.").format(when=when, number=following.number)
    most = _most(reset, after)
    if most > _most(reset, reset.calendar):
        meaning += _(" Some days then hold {sessions}.").format(sessions=count(most, "session"))
    return Way(SHIFT, _("Shift"), end_on(after), meaning)


def _squeeze(reset: Reset) -> Way:
    today, now = reset.today, reset.calendar
    open_sessions = reset.open_sessions()
    after = _calendar(reset, squeeze=SqueezeRow(today, open_sessions))
    if today > end_on(now):
        meaning = _("Day 30 has been, so no days are left to spread the sessions over.")
    elif reset.paused:
        meaning = _("The reset is paused. Go on first, then spread the sessions.")
    elif after == now:
        meaning = _("Every open session has a day still to come, so there is nothing to spread.")
    else:
        ahead = [day for day in after.days if day.on >= today and day.kind != "rest"]
        # Only when the four weeks are over do the closing days take open sessions.
        left = [day for day in ahead if day.week_id != CLOSE] or ahead
        sessions = count(len(open_sessions), "open session")
        most = count(_most(reset, after), "session")
        meaning = _("{sessions} over the {working_days} left: at most {most} a day.").format(
            sessions=sessions, working_days=count(len(left), "working day"), most=most
        )
        return Way(SQUEEZE, _("Squeeze"), end_on(after), meaning)
    return Way(SQUEEZE, _("Squeeze"), end_on(now), meaning, possible=False)


def _drop(reset: Reset) -> Way:
    end, steps = end_on(reset.calendar), _passed(reset)
    if not steps:
        meaning = _("Every step whose day has been is ticked, so there is nothing to let go of.")
        return Way(DROP, _("Let go"), end, meaning, possible=False)
    which = count(len(steps), "step")
    if len(steps) <= NAMED_STEPS:
        which = ngettext("step {numbers}", "steps {numbers}", len(steps)).format(
            numbers=listed([step.number for step in steps])
        )
    meaning = ngettext(
        "Today stops proposing {which}; it stays in place to do and tick when you like.",
        "Today stops proposing {which}; they stay in place to do and tick when you like.",
        len(steps),
    ).format(which=which)
    return Way(DROP, _("Let go"), end, meaning)


def _carry(reset: Reset) -> Way:
    step = today_page(reset).next_step
    meaning = _("Nothing changes.")
    if step:
        meaning = _("Nothing changes: next is {number} {title}.").format(
            number=step.number, title=one_line(step.title)
        )
    return Way(CARRY, _("Carry on as it is"), end_on(reset.calendar), meaning)


# -- what they are made of


def _calendar(
    reset: Reset, *, pause: PauseRow | None = None, squeeze: SqueezeRow | None = None
) -> Calendar:
    """The calendar as it would be with one more pause or squeeze."""
    pace, settings = reset.pace, reset.settings
    return build_calendar(
        reset.pack,
        settings.start_on,
        settings.workdays,
        (*pace.pauses(), *([pause] if pause else [])),
        (*pace.squeezes(), *([squeeze] if squeeze else [])),
        reset.today,
        reset.holidays,
    )


def _passed(reset: Reset) -> list[Step]:
    """Open steps whose day has been."""
    return [
        step for step in reset.open_steps() if step_day(reset.calendar, step.id).on < reset.today
    ]


def _absence(reset: Reset) -> PauseRow:
    """The last absence as a pause, from its first working day on."""
    return PauseRow(days_away(reset)[0], presence(reset).away_last)


def _most(reset: Reset, calendar: Calendar) -> int:
    """The most sessions that a day from today on holds; the closing's own are not counted."""
    closing = {session.id for session in reset.pack.week_sessions(CLOSE)}
    return max(
        (len(set(day.sessions) - closing) for day in calendar.days if day.on >= reset.today),
        default=0,
    )
