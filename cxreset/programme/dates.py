"""Dates and working days as people write them. Pure: today is always passed in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from cxreset.base.day_words import month_number, weekday_number
from cxreset.base.errors import UsageError
from cxreset.base.language.day_phrases import numeric_day, plain_words, spoken_day
from cxreset.base.language.words import _, spoken_language
from cxreset.base.text import one_line
from cxreset.programme.calendar import check_workdays

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_NAMED = re.compile(rf"(?P<day>[0-9]{{1,2}})\.? {_MONTH}(?:,? (?P<year>[0-9]{{4}}))?")
_NAMED_FIRST = re.compile(rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:,? (?P<year>[0-9]{{4}}))?")
_OTHER = re.compile(r"[0-9]{1,4}[/. -][0-9]{1,2}(?:[/. -][0-9]{1,4}|\.)?")

PAST_DAYS = 60
AHEAD_DAYS = 365


def parse_workdays(text: str) -> tuple[int, ...]:
    """Working days from `mon-fri`, `sun-thu` or `mon,tue,thu`: 0 is Monday, in rising order.

    Ranges may run over the weekend. Raises UsageError for anything else, or for none.
    """
    days: set[int] = set()
    words = re.sub(r"\s*[-–]\s*", "-", text.strip().lower())
    for piece in re.split(r"[\s,;+]+", words):
        if not piece:
            continue
        first, dash, last = piece.partition("-")
        start = _weekday(first)
        end = _weekday(last) if dash else start
        if start is None or end is None:
            raise UsageError(
                _(
                    "“{piece}” is no working day. Write days as mon-fri, sun-thu or mon,tue,thu."
                ).format(piece=one_line(piece, 30))
            )
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    if not days:
        raise UsageError(
            _("No working days are given. Write them as mon-fri, sun-thu or mon,tue,thu.")
        )
    return tuple(sorted(days))


def _weekday(word: str) -> int | None:
    number = weekday_number(word)
    if number is None:
        number = weekday_number(word, spoken_language())
    if number is not None or len(word) < 3:
        return number
    return next((day for day, full in enumerate(_FULL) if full.startswith(word)), None)


def _month(word: str) -> int | None:
    number = month_number(word)
    if number is None:
        number = month_number(word, spoken_language())
    if number is None and word[:3] in _MONTHS:
        return 1 + _MONTHS.index(word[:3])
    return number


def workdays_text(workdays: Iterable[int]) -> str:
    """`mon-fri`, `sun-thu`, `mon,tue,thu`: what `parse_workdays` reads back as the same days."""
    days = check_workdays(workdays)
    if len(days) == 7:
        return "mon-sun"
    # Begin after a day off, so that a run over the weekend stays in one piece.
    starts = [day for day in days if (day - 1) % 7 not in days]
    runs = []
    for start in starts:
        length = 1
        while (start + length) % 7 in days:
            length += 1
        run = [NAMES[(start + step) % 7] for step in range(length)]
        runs.append(f"{run[0]}-{run[-1]}" if length > 2 else ",".join(run))
    return ",".join(runs)


def parse_date(text: str, today: date) -> date:
    """A date from `2026-09-07`, `11 dec`, `today`, `in two weeks`, `friday in 2 weeks`, `the 15th`.

    A weekday is the next such day, today included; `next friday` is that of the week after this
    one, `next week` its Monday, `end of week` its Friday, `end of month` or `end of december` the
    last day. All of these may be German: `in zwei Wochen`, `nächsten Freitag`, `Ende des Monats`.
    Weekdays and months may be in the chosen language of dates too, or in the program's.
    Raises UsageError for anything else; a date such as 07/09/2026 is refused, since it is two
    different days on two sides of an ocean, while 15/09 is one.
    """
    words = plain_words(text.lower())
    shown_text = one_line(text, 30)
    example = _("Write it as {today} (year, month, day), or today, tomorrow or monday.").format(
        today=today.isoformat()
    )
    no_day = _("“{shown_text}” is no day of the calendar. {example}").format(
        shown_text=shown_text, example=example
    )
    try:
        spoken = spoken_day(words, today, _weekday, _month) or numeric_day(words, today)
    except OverflowError:
        raise UsageError(
            _("“{shown_text}” lies outside the calendar.").format(shown_text=shown_text)
        ) from None
    except ValueError:
        raise UsageError(no_day) from None
    if spoken is not None:
        return spoken
    iso = _ISO.fullmatch(words)
    if iso:
        try:
            return date(*map(int, iso.groups()))
        except ValueError:
            raise UsageError(no_day) from None
    named = _NAMED.fullmatch(words) or _NAMED_FIRST.fullmatch(words)
    if named and _month(named["month"]):
        return _named(named, today, no_day)
    if _OTHER.fullmatch(words):
        raise UsageError(
            _("“{shown_text}” can mean two different days, by country. {example}").format(
                shown_text=shown_text, example=example
            )
        )
    if not words:
        raise UsageError(_("No date is given. {example}").format(example=example))
    raise UsageError(
        _("“{shown_text}” is no date. {example}").format(shown_text=shown_text, example=example)
    )


def _named(match: re.Match[str], today: date, wrong: str) -> date:
    """`11 dec` or `dec 11 2026`; without a year the nearest such day to come, today included."""
    month = _month(match["month"]) or 0
    try:
        if match["year"]:
            return date(int(match["year"]), month, int(match["day"]))
        this_year = date(today.year, month, int(match["day"]))
        return this_year if this_year >= today else this_year.replace(year=today.year + 1)
    except ValueError:
        raise UsageError(wrong) from None


def next_working_day(today: date, workdays: Collection[int]) -> date:
    """Today when it is worked on, else the next day that is; `workdays` count Monday as 0."""
    days = (today + timedelta(days=number) for number in range(7))
    return next((day for day in days if day.weekday() in workdays), today)


def check_start(start_on: date, today: date) -> date:
    """The start date, unless it is more than 60 days past or 365 days ahead (UsageError)."""
    away = (start_on - today).days
    if away < -PAST_DAYS:
        raise UsageError(
            _(
                "{start_on} is more than {PAST_DAYS} days past, so the thirty days would "
                "be long over. Start on a later day, for instance today."
            ).format(start_on=start_on.isoformat(), PAST_DAYS=PAST_DAYS)
        )
    if away > AHEAD_DAYS:
        raise UsageError(
            _(
                "{start_on} is more than a year ahead. Look at the year, or start on a "
                "nearer day; it can be moved later."
            ).format(start_on=start_on.isoformat())
        )
    return start_on
