"""Changing a setting, and what it moves, said before it is done."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.base.day_words import day_month, whole_day
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import one_line
from cxreset.programme.calendar import Calendar, step_day
from cxreset.reset.pacing import build_calendar
from cxreset.reset.reset import Reset
from cxreset.reset.settings.names import SETTINGS, setting
from cxreset.reset.settings.public_holidays import holidays_of, years_from
from cxreset.workbook.daily import Settings

SHOWN = 5
"""So many steps that move are named; more are counted."""


class Change(NamedTuple):
    """A change of settings that is ready to be made.

    `moves` says in sentences what it moves; none when no day moves.
    """

    name: str
    settings: Settings
    moves: tuple[str, ...]


def prepare(reset: Reset, texts: dict[str, str]) -> Change | None:
    """What these texts (by setting's name) would change; None when all is so already.

    Raises UsageError for a text that cannot be; nothing is stored.
    """
    settings = reset.settings
    for name, text in texts.items():
        settings = setting(name).read(settings, text, reset.today)
    if settings == reset.settings:
        return None
    changed = [
        each.label.lower()
        for each in SETTINGS.values()
        if each.write(settings) != each.write(reset.settings)
    ]
    return Change(
        f"changed {' and '.join(changed)}",
        settings,
        what_moves(reset, settings),
    )


def make(reset: Reset, change: Change) -> None:
    """Store the change, its holidays too, as one step for undo."""
    holidays = _holidays(change.settings)
    with reset.file.transaction(change.name):
        reset.change_settings(change.settings)
        if reset.daily.holidays() != holidays:
            reset.daily.set_holidays(holidays)


def what_moves(reset: Reset, settings: Settings) -> tuple[str, ...]:
    """In sentences: first and last day, public holidays, and the steps that fall on other days."""
    before, after = reset.calendar, _calendar(reset, settings)
    if before == after:
        return ()
    ends = [
        _("Day {number} moves from {before} to {to}.").format(
            number=number,
            before=whole_day(old.on, short=True),
            to=whole_day(new.on, short=True, year=True),
        )
        for number, old, new in (
            (1, before.days[0], after.days[0]),
            (30, before.days[-1], after.days[-1]),
        )
        if old.on != new.on
    ]
    return (*ends, *_days_off(settings, after), *_steps_moved(reset, before, after))


def _days_off(settings: Settings, calendar: Calendar) -> tuple[str, ...]:
    """The public holidays within the thirty days that would else be worked on."""
    names = _holidays(settings)
    off = [
        f"{whole_day(day.on, short=True)} ({one_line(names[day.on], 40)})"
        for day in calendar.days
        if day.on in names and day.on.weekday() in settings.workdays
    ]
    return (_("No working day: {off}.").format(off=", ".join(off)),) if off else ()


def _steps_moved(reset: Reset, before: Calendar, after: Calendar) -> tuple[str, ...]:
    moved = [
        f"{step.number} {day_month(old)} → {day_month(new)}"
        for step in reset.pack.steps
        if (old := step_day(before, step.id).on) != (new := step_day(after, step.id).on)
    ]
    if not moved:
        return ()
    more = _(" and {moved} more").format(moved=len(moved) - SHOWN) if len(moved) > SHOWN else ""
    named = f"{', '.join(moved[:SHOWN])}{more}"
    words = ngettext(
        "{number} step falls on another day: {named}.",
        "{number} steps fall on another day: {named}.",
        len(moved),
    )
    return (
        words.format(number=len(moved), named=named),
        _("What you wrote and ticked stays as it is."),
    )


def _calendar(reset: Reset, settings: Settings) -> Calendar:
    """The thirty days as they would be by other settings."""
    return build_calendar(
        reset.pack,
        settings.start_on,
        settings.workdays,
        reset.pace.pauses(),
        reset.pace.squeezes(),
        reset.today,
        frozenset(_holidays(settings)),
    )


def _holidays(settings: Settings) -> dict[date, str]:
    return holidays_of(settings.region, years_from(settings.start_on))
