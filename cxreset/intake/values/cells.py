"""Single values made plain: dates, ratings, channels, words.

Every function takes what a cell holds and returns None (or an empty string) where the cell does
not say; nothing here raises, and nothing is guessed in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, TypeVar

from cxreset.base.text import one_line

_Value = TypeVar("_Value")

Channel = Literal["survey", "review", "chat", "ticket", "call", "other"]
CHANNELS: tuple[Channel, ...] = ("survey", "review", "chat", "ticket", "call", "other")

# Where a numeric date has its day: decided over a column, never over one value.
Order = Literal["day first", "month first", "unclear"]

# Longer cells are words: no pattern is tried on them, so none can be slow on a hostile one.
_DATE_LENGTH = 64
_NUMBER_LENGTH = 40
_EMAIL_LENGTH = 254
_CHANNEL_LENGTH = 80
_YEARS = range(1900, 2101)
_CLOCK = r"(?:,?[T\s]+\d{1,2}[:.h]\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})(?:\2(\d{{1,2}}))?{_CLOCK}", re.ASCII)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d\d){_CLOCK}", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T\d{4,6}.*)?", re.ASCII)
_WEEKDAY = r"(?:[a-z]{2,10}\.?,?\s+)?"
_DAY_MONTH = re.compile(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s/-]*(?:de\s+|of\s+)?([a-z]{{3,10}})\.?"
    rf"[\s,/-]*(?:de\s+|del\s+)?'?(\d{{4}}|\d\d){_CLOCK}",
    re.ASCII,
)
_MONTH_DAY = re.compile(
    rf"{_WEEKDAY}([a-z]{{3,10}})\.?[\s/-]*(\d{{1,2}})(?:st|nd|rd|th)?,?[\s/-]+(\d{{4}}){_CLOCK}",
    re.ASCII,
)
_LOG = re.compile(rf"{_WEEKDAY}([a-z]{{3,10}})\s+(\d{{1,2}})\s+\d\d:\d\d\S*.*\s(\d{{4}})", re.ASCII)
_MONTH_YEAR = re.compile(r"([a-z]{3,10})\.?[\s,/-]+(\d{4})", re.ASCII)
_MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar janvier enero ene janv",
            "feb february februar fevrier febrero fev fevr",
            "mar march marz maerz mars marzo mrz",
            "apr april avril abril avr abr",
            "may mai mayo",
            "jun june juni juin junio",
            "jul july juli juillet julio juil",
            "aug august aout agosto ago",
            "sep sept september septembre septiembre",
            "oct october oktober octobre octubre okt",
            "nov november novembre noviembre",
            "dec december dezember decembre diciembre dez dic",
        ),
        1,
    )
    for word in words.split()
}


class Met(dict[str, _Value]):
    """What `of` makes of each cell of a column, worked out once for those that come again.

    Bounded: the first 4,096 short cells are kept, and no long one.
    """

    def __init__(self, of: Callable[[str], _Value]) -> None:
        super().__init__()
        self.of = of

    def __missing__(self, cell: str) -> _Value:
        value = self.of(cell)
        if len(self) < 4096 and len(cell) <= _DATE_LENGTH:
            self[cell] = value
        return value


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def _full_year(text: str) -> int:
    """Two digits stand for 1970 to 2069."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 70 else 2000)


def parse_date(value: str, order: Order = "unclear") -> date | None:
    """The day in `value`, as written there (a time is dropped, a time zone is not converted).

    Understood: `2015-04-22`, `2015/4/22`, `2016-1` (first of the month), `20150422`, numeric dates
    with the year last in the given `order`, months by name in four languages, each with or
    without a time. A numeric date that `order` does not settle is None unless a part over 12,
    or two equal parts, settle it.
    """
    text = value.strip()
    return _parse_date(text, order) if 5 <= len(text) <= _DATE_LENGTH else None


@lru_cache(maxsize=8192)  # days repeat; long cells never get this far
def _parse_date(text: str, order: Order) -> date | None:
    if not any("0" <= char <= "9" for char in text):
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4] or 1))
    if match := _YEAR_LAST.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), _full_year(match[4])
        if first == second or first > 12 or (order == "day first" and second <= 12):
            return _day(year, second, first)
        if second > 12 or order == "month first":
            return _day(year, first, second)
        # A full stop between the parts is a Continental habit, where the day comes first.
        return _day(year, second, first) if match[2] == "." else None
    if match := _COMPACT.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    return _named_month(text)


def _named_month(text: str) -> date | None:
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    if match := _DAY_MONTH.fullmatch(plain):
        month, day, year = match[2], match[1], match[3]
    elif (match := _MONTH_DAY.fullmatch(plain)) or (match := _LOG.fullmatch(plain)):
        month, day, year = match[1], match[2], match[3]
    elif match := _MONTH_YEAR.fullmatch(plain):
        month, day, year = match[1], "1", match[2]
    else:
        return None
    return _day(_full_year(year), _MONTHS.get(month, 0), int(day))


def only_a_month(value: str) -> bool:
    """`2016-1`, `March 2016`: a date that `parse_date` takes as the first of the month."""
    text = value.strip()
    if not 5 <= len(text) <= _DATE_LENGTH or parse_date(text) is None:
        return False
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        return match[4] is None
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _MONTH_YEAR.fullmatch(plain) is not None


def date_order(values: Iterable[str]) -> Order:
    """Day or month first, from the parts over 12 in a column; the majority where both occur."""
    votes = 0
    for value in values:
        match = _YEAR_LAST.fullmatch(value.strip())
        if match:
            votes += (int(match[1]) > 12) - (int(match[3]) > 12)
    return "unclear" if votes == 0 else "day first" if votes > 0 else "month first"


def looks_like_date(value: str) -> bool:
    """A date in any order, `03/04/2024` included."""
    return parse_date(value, "day first") is not None or (
        parse_date(value, "month first") is not None
    )


_RATING = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,4})?)(?:\s*(?:/|out of|of|von|sur|de|[-–:(])\s*\S.*|\D*)"
)
_NUMBER = re.compile(r"[-+]?[\d.,]*\d[\d.,]*\s?%?", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def parse_rating(value: str) -> float | None:
    """`4`, `4,5`, `4/5`, `5 stars`, `10 - very likely`, `★★★★☆` as a number from 0 to 999."""
    text = value.strip()
    if not text or len(text) > 60:
        return None
    if set(text) <= set("★☆⭐\ufe0f"):
        return float(text.count("★") + text.count("⭐"))
    match = _RATING.fullmatch(text) if "0" <= text[0] <= "9" and text.isprintable() else None
    return float(match[1].replace(",", ".")) if match and match[1].isascii() else None


def looks_like_number(value: str) -> bool:
    """Digits with separators, a sign or a per cent sign, and nothing else."""
    text = value.strip()
    return len(text) <= _NUMBER_LENGTH and _NUMBER.fullmatch(text) is not None


def looks_like_email(value: str) -> bool:
    """One e-mail address and nothing else."""
    text = value.strip()
    return len(text) <= _EMAIL_LENGTH and _EMAIL.fullmatch(text) is not None


def looks_like_link(value: str) -> bool:
    """One web address and nothing else."""
    return _LINK.fullmatch(value.strip()) is not None


def looks_like_data(value: str) -> bool:
    """A number, date, e-mail or web address: a value, hardly a column's name or a comment."""
    return (
        looks_like_number(value)
        or looks_like_email(value)
        or looks_like_link(value)
        or looks_like_date(value)
    )


# In this order: "postal mail" is no ticket, a "support call" is a call.
_CHANNEL_WORDS: tuple[tuple[Channel, str], ...] = (
    ("other", "postal post letter fax brief courrier carta internet referral twitter facebook"),
    (
        "call",
        "call calls phone telephone voice hotline ivr anruf telefon telefonisch appel llamada",
    ),
    ("call", "telefono callcenter voicemail"),
    ("chat", "chat chats chatbot livechat messenger whatsapp sms intercom bot messaging tchat"),
    ("survey", "survey surveys questionnaire qualtrics typeform surveymonkey nps csat umfrage"),
    ("survey", "befragung sondage enquete encuesta"),
    (
        "review",
        "review reviews trustpilot tripadvisor yelp playstore appstore bewertung avis resena",
    ),
    ("ticket", "ticket tickets email mail web webform form helpdesk zendesk mailto formular"),
    ("ticket", "formulaire courriel correo formulario"),
)


def parse_channel(value: str) -> Channel | None:
    """The kind of channel a cell names (`Customer Care Call` → call, `web` → ticket).

    `Internet`, social media, letters and fax are `other`; None where no word says.
    """
    return _parse_channel(value[:_CHANNEL_LENGTH])


@lru_cache(maxsize=4096)
def _parse_channel(value: str) -> Channel | None:
    plain = unicodedata.normalize("NFKD", value.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = set(re.split(r"[\W_]+", plain.replace("e-mail", "email")))
    if {"app", "store"} <= words or {"google", "play"} <= words:
        return "review"
    for channel, known in _CHANNEL_WORDS:
        if words & set(known.split()):
            return channel
    return None


def storable(value: str) -> str:
    """The same text without what no workbook can hold: NULs, halves of surrogate pairs."""
    if value.isascii():
        return value.replace("\0", "") if "\0" in value else value
    return (
        value.replace("\0", "").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    )


_PARAGRAPHS = re.compile(r"\n{3,}")


def clean_text(value: str) -> str:
    """The same words with runs of blanks folded, ends stripped, one blank line at most between
    paragraphs; empty where nothing visible is left.
    """
    if value.isascii() and value.isprintable():  # its only blanks are spaces, and all is visible
        return value if "  " not in value and value.strip() == value else " ".join(value.split())
    if "\n" not in value and "\r" not in value:
        text = " ".join(value.split())
    else:
        lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        text = _PARAGRAPHS.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
    # Short enough to be nothing but invisible characters.
    return text if len(text) > 8 or one_line(text) else ""
