"""What kind of value a cell holds: a number, an address, a link, a channel.

Nothing here raises. Dates, ratings and words have files of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from cxreset.base.channels import Channel
from cxreset.intake.values.dates import DATE_LENGTH, looks_like_date

_Value = TypeVar("_Value")

# Longer cells are words: no pattern is tried on them, so none can be slow on a hostile one.
_NUMBER_LENGTH = 40
_EMAIL_LENGTH = 254
_CHANNEL_LENGTH = 80


class Met(dict[str, _Value]):
    """What `of` makes of each cell of a column, worked out once for those that come again.

    Bounded: the first `most` short cells are kept, and no long one.
    """

    def __init__(self, of: Callable[[str], _Value], most: int = 4096) -> None:
        super().__init__()
        self.of = of
        self.most = most

    def __missing__(self, cell: str) -> _Value:
        value = self.of(cell)
        if len(self) < self.most and len(cell) <= DATE_LENGTH:
            self[cell] = value
        return value


_NUMBER = re.compile(r"[-+]?[\d.,]*\d[\d.,]*\s?%?", re.ASCII)
_PHONE = re.compile(r"\+?\(?\d[\d\s()./-]{5,22}\d", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def looks_like_number(value: str) -> bool:
    """Digits with separators, a sign or a per cent sign, and nothing else."""
    text = value.strip()
    return len(text) <= _NUMBER_LENGTH and _NUMBER.fullmatch(text) is not None


def looks_like_email(value: str) -> bool:
    """One e-mail address and nothing else."""
    text = value.strip()
    return "@" in text and len(text) <= _EMAIL_LENGTH and _EMAIL.fullmatch(text) is not None


def looks_like_link(value: str) -> bool:
    """One web address and nothing else."""
    return _LINK.fullmatch(value.strip()) is not None


def looks_like_phone(value: str) -> bool:
    """A telephone number and nothing else, as it is dialled: `+49 170 1234567`."""
    text = value.strip()
    return len(text) <= _NUMBER_LENGTH and _PHONE.fullmatch(text) is not None


def looks_like_data(value: str) -> bool:
    """A number, a telephone's too, date, e-mail or web address: a value, hardly a column's name
    or a comment."""
    return (
        looks_like_number(value)
        or looks_like_phone(value)
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
    ("call", "telefono telefone telefoon telefonica ligacao callcenter voicemail"),
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

_CHANNELS = [(channel, frozenset(words.split())) for channel, words in _CHANNEL_WORDS]


def parse_channel(value: str) -> Channel | None:
    """The kind of channel a cell names (`Customer Care Call` → call, `web` → ticket).

    `Internet`, social media, letters and fax are `other`; None where no word says.
    """
    return _parse_channel(value[:_CHANNEL_LENGTH])


@lru_cache(maxsize=4096)
def _parse_channel(value: str) -> Channel | None:
    plain = value.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", value.casefold())
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = set(re.split(r"[\W_]+", plain.replace("e-mail", "email")))
    if {"app", "store"} <= words or {"google", "play"} <= words:
        return "review"
    return next((channel for channel, known in _CHANNELS if not known.isdisjoint(words)), None)


def row_channel(cell: str, usual: Channel) -> Channel:
    """What the cell names, `other` for words that name no channel, `usual` where it is blank."""
    return parse_channel(cell) or ("other" if cell.strip() else usual)
