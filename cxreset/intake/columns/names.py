"""The words export headers use, and which part of a comment each stands for.

Names are compared in a plain form (see `plain.simple`), so case, accents, underscores and a time
zone in brackets make no difference. Whole names stand in `vocabulary`, telling words in `telling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxreset.intake.columns import telling
from cxreset.intake.columns.plain import NAME_LENGTH, simple
from cxreset.intake.columns.vocabulary import ROLE_NAMES, split_names

_NUMBERED = re.compile(r"(?:G\d{1,3})?[QqF]\d{1,3}(?:[._]\d+)?\b")
_DOTTED = re.compile(r"[^\s.]+(?:\.[^\s.][^.]*)+")
# What wraps a value in feeds made of XML says nothing of it: `author.name.label`.
_WRAPPED = re.compile(r"(?<=[^.])\.(?:label|value|\$t|#text|_text)$")
_RANGE = re.compile(r"\(\s*[01]\s*(?:-|–|to|bis|à|a)\s*(?:3|4|5|6|7|10|100)\b")

_RANK: dict[str, dict[str, int]] = {}
for _role, _listed in ROLE_NAMES.items():
    _RANK[_role] = {}
    for _position, _name in enumerate(_listed):
        _RANK[_role].setdefault(simple(_name), _position)
_GROUNDS = re.compile(
    r"(?:(?:main|primary|haupt)? ?(?:reasons?|grund|grunde|motivos?|raisons?|motivi|reden|powod)) "
    r"(?:for|fur|de|del|della|do|da|pour|van|voor|ihrer|deiner|of|behind)\b"
)
_LATER_NAME = 6  # words
_EXTRA_KNOWN = {"id", "status", "state", "city", "country", "language", "label", "location"}


def words_of(name: str) -> set[str]:
    """The words of a name in plain form."""
    return set(simple(name).split())


def last_part(name: str) -> str:
    """`body` of the nested name `ticket.comment.body`; the name itself where nothing is nested."""
    return name.rpartition(".")[2] if _DOTTED.fullmatch(name[:NAME_LENGTH]) else name


def rank(role: str, name: str) -> int | None:
    """The place of a known name in its role's list, 0 the best; None when it is not listed.

    Of a nested name the last part counts too, unless it is the company's (`agent.name`) or a name
    or id of something else (`hotel.name`).
    """
    name = _WRAPPED.sub("", name)
    whole = _RANK[role].get(simple(name))
    last = last_part(name)
    if whole is not None or last is name:
        return whole
    words = words_of(name)
    if words & telling.COMPANY:
        return None
    if simple(last) in ("name", "type", "title") and not words & telling.PEOPLE:
        return None
    return _RANK[role].get(simple(last))


def is_known_name(name: str) -> bool:
    """Whether any export is known to have such a header."""
    plain = simple(name)
    return plain in _EXTRA_KNOWN or any(plain in ranks for ranks in _RANK.values())


def is_reply(name: str) -> bool:
    """The company's own words: `Developer Reply Text`, `agent reply`, `Company response`.

    A question about the company ("Any comments for our staff?") is not one. In a conversation the
    agent's turns are such a column, and so are turns of which nobody says who spoke.
    """
    last = last_part(name)
    if last is not name and is_reply(last):
        return True
    ordered = simple(name).split()
    if ordered[-3:] == ["message", "by", "anyone"]:
        return True
    words = set(ordered)
    if _is_answer_to(ordered, telling.SHOPPERS):
        return True
    is_asked = name.rstrip().endswith("?") or len(ordered) > telling.NAME_WORDS
    if is_asked or words & telling.CUSTOMER:
        return False
    answers = telling.ANSWERS if _is_follow_up(words) else frozenset()
    if words & telling.REPLY - answers:
        # A survey's open answers may be called just "réponse" or "Antwort".
        return len(words) > 1 or bool(words & telling.DONE)
    if _holds(name, telling.REPLY_FRAGMENTS):
        return True
    if words & {"response", "answer"}:
        return bool(words & telling.COMPANY)
    return bool(words & telling.ANSWER) and ordered[0] in telling.COMPANY


def is_about_text(name: str) -> bool:
    """`Review Link`, `Review Stars`: beside the words, not the words; unlike `Rating comment`."""
    ordered = simple(name).split()
    words = set(ordered)
    if ordered and ordered[-1] in telling.TEXT_ENDS:
        return False
    return len(words) <= telling.NAME_WORDS and bool(words & telling.ABOUT)


def speaks_of_text(name: str) -> bool:
    """`Why did you give this score`, `store comments`: likely to hold the words."""
    return bool(words_of(name) & telling.WORDS) or _holds(name, telling.FRAGMENTS)


def is_question(name: str) -> bool:
    """A question of a form, as export headers hold them whole: `What did you miss?`, `Q13: …`."""
    ended = name.rstrip().endswith(("?", "？", "؟", ";", ":", "…", "..."))
    long = len(simple(last_part(name)).split()) > telling.NAME_WORDS
    return ended or long or bool(_NUMBERED.match(name))


def is_side(name: str) -> bool:
    """One of several answers to the same: `Positive review`, `Cons`, `What could we improve`."""
    if is_reply(name):
        return False
    return bool(words_of(name) & telling.SIDES) or any(
        part in name for part in telling.SIDE_FRAGMENTS
    )


def is_reason(name: str) -> bool:
    """`Return reason`: often the choice of a list."""
    return words_of(name) & telling.WORDS == {"reason"} and not is_question(name)


def is_grounds(name: str) -> bool:
    """`Reason for your score`, `Grund für die Bewertung`: if not chosen from a list, in words."""
    return _GROUNDS.match(simple(name)) is not None


def is_further(name: str) -> bool:
    """One more comment beside the chief one: `CSAT comment`, `Weitere Anmerkungen`."""
    words = words_of(name)
    if is_reply(name) or is_again(name) or (words & telling.COMPANY and not is_question(name)):
        return False
    return bool(words & telling.FURTHER) and speaks_of_text(name)


def is_later(name: str, chief: str) -> bool:
    """What the same customer wrote later, beside the review `chief`: `追评内容`, `Follow-up`,
    `Updated review`, or after the shop had its say: `Customer reply`."""
    words = words_of(name)
    if is_reply(name) or words & (telling.COMPANY | telling.STAFF) or len(words) > _LATER_NAME:
        return False
    if words & telling.SHOPPERS and words & telling.ANSWERS:
        return True
    if not (_is_follow_up(words) or _holds(name, telling.LATER_FRAGMENTS)):
        return False
    of_review = bool(words_of(chief) & telling.REVIEWS) or _holds(chief, telling.REVIEW_FRAGMENTS)
    return of_review or speaks_of_text(name) or bool(words & (telling.REVIEWS | telling.ANSWERS))


def _is_answer_to(ordered: Sequence[str], people: frozenset[str]) -> bool:
    """`Reply to customer`, not `Customer reply`."""
    if not ordered or ordered[0] not in telling.ANSWERS or "to" not in ordered:
        return False
    return bool(people.intersection(ordered[ordered.index("to") :]))


def _is_follow_up(words: set[str]) -> bool:
    return bool(words & telling.LATER_WORDS) or {"follow", "up"} <= words


def is_sibling(name: str, other: str) -> bool:
    """`comment_1` and `comment_2`, `comments_en` and `comments_de`: all but the last word agree."""
    here, there = simple(name).split(), simple(other).split()
    if len(here) != len(there) or len(here) < 2 or here[:-1] != there[:-1]:
        return False
    return all(word.isdecimal() or len(word) == 2 for word in (here[-1], there[-1]))


def is_again(name: str) -> bool:
    """`Translated review`, `text_clean`: words that stand in another column too."""
    return bool(words_of(name) & telling.AGAIN)


def is_closed_question(name: str) -> bool:
    """`How did you hear about us?`, `Which branch?`: answered by a choice or a fact."""
    return bool(words_of(name) & telling.CLOSED)


def is_staff(name: str) -> bool:
    """`Ticket Owner`, `Assigned to`, `hotel name`: somebody or something, but not the customer."""
    words = words_of(name)
    customers = {"customer", "client", "requester", "reviewer"}
    return bool(words & telling.STAFF) and not words & customers


def asks_for_rating(name: str) -> bool:
    """`How likely are you to recommend us?`, `Emotion (1-5)`, a survey's `Response`."""
    words = words_of(name)
    asked = bool(words & telling.SCORES) or _holds(name, telling.SCORE_FRAGMENTS)
    if words & telling.SUMMED:
        return False
    compound = any(word.endswith(telling.RATING_ENDS) for word in words)
    return asked or compound or simple(name) in telling.ANSWERED or bool(_RANGE.search(name))


def speaks_of_date(name: str) -> bool:
    """`timestamp_created`, `lastModified.seconds`: a day, if the cells look so too."""
    words = words_of(name)
    return bool(words & telling.DATES) or any(word.endswith(telling.DATE_ENDS) for word in words)


def speaks_of_customer(name: str) -> bool:
    """`Kundennr.`, `Имя покупателя`: who it was, if the cells are short."""
    return any(word.startswith(telling.CUSTOMER_BEGINS) for word in words_of(name))


def speaks_of_kind(name: str) -> bool:
    """`Reklamationsgrund`, `Tipo de queja`: a choice of a list, if the cells come back."""
    words = words_of(name)
    return bool(words & telling.KINDS) or any(word.endswith(telling.REASON_ENDS) for word in words)


def is_sent(name: str) -> bool:
    """When a survey was sent, rather than answered."""
    return bool(words_of(name) & {"sent", "due", "updated", "last"})


def is_later_date(name: str) -> bool:
    """`Solved at`, `Last updated`: not the day the customer spoke."""
    return bool(words_of(name) & telling.LATER)


def _holds(name: str, parts: Iterable[str]) -> bool:
    plain = simple(name)
    return any(part in plain for part in parts)


# Enough of a known export's header to tell it, its usual name, and the channel it stands for.
EXPORTS: tuple[tuple[str, str, str], ...] = (
    ("package name, star rating, review text", "Google Play", "review"),
    ("review content, review stars", "Trustpilot", "review"),
    ("respondent id, collector id", "SurveyMonkey", "survey"),
    ("start date, recorded date, response id", "Qualtrics", "survey"),
    ("submit date, network id", "Typeform", "survey"),
    ("conversation id, conversation started at", "Intercom", "chat"),
    ("requester, subject, status", "Zendesk", "ticket"),
)


def known_export(header: Iterable[str]) -> tuple[str, str] | None:
    """`("Zendesk", "ticket")`: the product a header comes from and the channel of its comments."""
    header = list(header)
    present = {simple(name) for name in header} | {simple(last_part(name)) for name in header}
    for needed, product, channel in EXPORTS:
        if set(split_names(needed)) <= present:
            return product, channel
    return None
