"""Days as people say them, such as `in two weeks`, `the 15th` or `end of december`.

Pure: today is always passed in, and the words are in small letters with single blanks between. Each
function answers None for words that it does not know; ValueError and OverflowError say that they
name no day of the calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

NEAR = {
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "vorgestern": -2,
    "gestern": -1,
    "heute": 0,
    "morgen": 1,
    "übermorgen": 2,
}
NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_GERMAN = {
    "the": "der die das den dem des",
    "on": "am",
    "this": "diesen diese dieser dieses diesem kommenden kommende kommender kommendes kommendem",
    "next": "nächsten nächste nächster nächstes nächstem",
    "a": "ein eine einen einem einer eines",
    "two": "zwei",
    "three": "drei",
    "four": "vier",
    "five": "fünf",
    "six": "sechs",
    "seven": "sieben",
    "eight": "acht",
    "nine": "neun",
    "ten": "zehn",
    "eleven": "elf",
    "twelve": "zwölf",
    "day": "tag tage tagen",
    "week": "woche wochen",
    "month": "monat monate monaten monats",
    "year": "jahr jahres",
    "end of": "ende",
    "end of month": "monatsende",
    "end of year": "jahresende",
}
_IN_ENGLISH = {german: word for word, several in _GERMAN.items() for german in several.split()}
"""German word -> what stands for it in a phrase; weekdays and months are known by a calendar."""
FRIDAY = 4
_NUMBER = rf"(?P<number>[0-9]{{1,3}}|{'|'.join(NUMBERS)})"
_IN = re.compile(rf"(?:in )?{_NUMBER} (?P<unit>day|week|month)s?")
_WEEKDAY_IN = re.compile(rf"(?P<day>\w+) in {_NUMBER} weeks?")
_DAY_OF_MONTH = re.compile(r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)")
_GERMAN_DAY = re.compile(r"((?:on |the )+[0-9]{1,2})(?:\.|ten|ter)")
_END = re.compile(r"end of (?P<next>next )?(?P<what>\w+)")
_NUMERIC = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4})|\.?)")

Numbered = Callable[[str], "int | None"]
"""The number of a weekday (Monday is 0) or of a month (January is 1); None for another word."""


def plain_words(words: str) -> str:
    """The words in English, without those before a day that say nothing: `on`, `the`, `this`.

    Names of weekdays and months, and words of other languages, stay as they are.
    """
    english = " ".join(_IN_ENGLISH.get(word, word) for word in words.split())
    english = _GERMAN_DAY.sub(r"\g<1>th", english) if _GERMAN_DAY.fullmatch(english) else english
    return english.removeprefix("on ").removeprefix("the ").removeprefix("this ")


def spoken_day(plain: str, today: date, weekday: Numbered, month: Numbered) -> date | None:
    """The day that the plain words name, counted from today."""
    if plain in NEAR:
        return today + timedelta(days=NEAR[plain])
    counted = _IN.fullmatch(plain)
    if counted:
        return _counted(_number(counted["number"]), counted["unit"], today)
    ordinal = _DAY_OF_MONTH.fullmatch(plain)
    if ordinal:
        return _day_of_month(int(ordinal["day"]), today)
    end = _END.fullmatch(plain.replace("of the ", "of ").replace("of this ", "of "))
    if end:
        return _end(end["what"], bool(end["next"]), today, month)
    return _in_a_week(plain, today, weekday)


def numeric_day(words: str, today: date) -> date | None:
    """`15.12.`, `12/15` or `15/12/2026`, where only one of the two numbers can be a month."""
    found = _NUMERIC.fullmatch(words)
    if found is None:
        return None
    first, second = int(found[1]), int(found[2])
    if (first > 12) == (second > 12):  # two readings, or none
        return None
    day, month = max(first, second), min(first, second)
    if found[3]:
        return date(int(found[3]), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def _number(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _counted(number: int, unit: str, today: date) -> date:
    if unit != "month":
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    years, month = divmod(today.month - 1 + number, 12)
    year = today.year + years
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _day_of_month(day: int, today: date) -> date:
    """The next such day, today included; a month without it is passed over."""
    if not 1 <= day <= 31:
        raise ValueError("no month has that day")
    first = today.replace(day=1)
    while monthrange(first.year, first.month)[1] < day or first.replace(day=day) < today:
        first = _counted(1, "month", first)
    return first.replace(day=day)


def _end(what: str, after: bool, today: date, month: Numbered) -> date | None:
    """The next Friday of a week, the last day of a month or a year, of this one or the next."""
    if what == "week":
        friday = _monday(today) + timedelta(days=FRIDAY + 7 * after)
        return friday if friday >= today else friday + timedelta(days=7)
    if what == "year":
        return date(today.year + after, 12, 31)
    number = today.month if what == "month" else month(what)
    if number is None:
        return None
    first = date(today.year + (number < today.month), number, 1)
    if after and what == "month":
        first = _counted(1, "month", first)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _in_a_week(words: str, today: date, weekday: Numbered) -> date | None:
    """`friday`, `next friday`, `friday in 2 weeks`; the first day of `next week`, `next month`."""
    if words == "next month":
        return _counted(1, "month", today.replace(day=1))
    if words == "next week":
        return _monday(today) + timedelta(days=7)
    ahead = _WEEKDAY_IN.fullmatch(words.replace(" next week", " in 1 week"))
    name, weeks = (ahead["day"], _number(ahead["number"])) if ahead else (words, 0)
    if words.startswith("next "):
        name, weeks = words.removeprefix("next "), 1
    day = weekday(name)
    if day is None:
        return None
    if weeks:
        return _monday(today) + timedelta(days=7 * weeks + day)
    return today + timedelta(days=(day - today.weekday()) % 7)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())
