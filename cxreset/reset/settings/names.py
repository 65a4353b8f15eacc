"""The settings that a workbook holds: their names, what each takes, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from cxreset.base.day_words import LANGUAGES
from cxreset.base.errors import UsageError
from cxreset.base.hours import parse_hour
from cxreset.base.language.words import _, spoken_language
from cxreset.base.text import one_line, perhaps
from cxreset.programme.dates import check_start, parse_date, parse_workdays, workdays_text
from cxreset.reset.settings.public_holidays import NONE, check_region
from cxreset.workbook.daily import Settings

NAME, ORGANISATION = "name", "organisation"
FIRST_DAY, WORKING_DAYS, HOLIDAYS = "first-day", "working-days", "holidays"
HOUR, LANGUAGE = "daily-hour", "language"
DATES = (FIRST_DAY, WORKING_DAYS, HOLIDAYS)
"""Those that move days when they change."""


class Setting(NamedTuple):
    """`read` makes other settings of them, a text and today, or raises UsageError with a sentence.

    `write` is the text that `read` takes for the same.
    """

    label: str
    example: str
    read: Callable[[Settings, str, date], Settings]
    write: Callable[[Settings], str]


def setting(name: str) -> Setting:
    """The setting of that name; raises UsageError, which names the nearest."""
    wanted = name.strip().casefold()
    if wanted not in SETTINGS:
        raise UsageError(
            _("“{name}” is no setting.{perhaps}").format(
                name=one_line(name, 40), perhaps=perhaps(wanted, SETTINGS)
            )
        )
    return SETTINGS[wanted]


def _name(settings: Settings, text: str, today: date) -> Settings:
    if not text.strip():
        raise UsageError(_("Your name stands on the plan: please write it."))
    return settings._replace(name=text.strip())


def _organisation(settings: Settings, text: str, today: date) -> Settings:
    return settings._replace(organisation=text.strip())


def _first_day(settings: Settings, text: str, today: date) -> Settings:
    first = parse_date(text, today)
    if first != settings.start_on:  # the one there was right when it was chosen
        check_start(first, today)
    return settings._replace(start_on=first)


def _working_days(settings: Settings, text: str, today: date) -> Settings:
    return settings._replace(workdays=parse_workdays(text))


def _holidays(settings: Settings, text: str, today: date) -> Settings:
    return settings._replace(region=check_region(text))


def _hour(settings: Settings, text: str, today: date) -> Settings:
    return settings._replace(daily_at=parse_hour(text))


def _language(settings: Settings, text: str, today: date) -> Settings:
    wanted = text.strip().casefold()
    by_name = {each.casefold(): code for code, each in LANGUAGES.items()}
    code = by_name.get(wanted, wanted)
    if code not in LANGUAGES:
        known = [*LANGUAGES, *LANGUAGES.values()]
        raise UsageError(
            _("Dates cannot be written in “{text}”.{perhaps} There are {languages}.").format(
                text=one_line(text, 30),
                perhaps=perhaps(text, known),
                languages=", ".join(LANGUAGES),
            )
        )
    return settings if code == _shown_language(settings) else settings._replace(language=code)


def _shown_language(settings: Settings) -> str:
    """The language of days: that of the program until one is chosen."""
    return settings.language or spoken_language()


SETTINGS = {
    NAME: Setting("Your name", "as your colleagues know you", _name, lambda s: s.name),
    ORGANISATION: Setting(
        "Organisation", "the company or team this is for", _organisation, lambda s: s.organisation
    ),
    FIRST_DAY: Setting(
        "First day", "monday, 2 november", _first_day, lambda s: s.start_on.isoformat()
    ),
    WORKING_DAYS: Setting(
        "Working days",
        "mon-fri, or mon,tue,thu",
        _working_days,
        lambda s: workdays_text(s.workdays),
    ),
    HOLIDAYS: Setting(
        "Public holidays", "DE, DE-BY, or none", _holidays, lambda s: s.region or NONE
    ),
    HOUR: Setting("Daily hour", "8:45, 2 pm, or none", _hour, lambda s: s.daily_at or NONE),
    LANGUAGE: Setting(
        "Language of dates",
        ", ".join(LANGUAGES),
        _language,
        _shown_language,
    ),
}
"""Name, as the command line takes it -> the setting, in the order they are shown."""
