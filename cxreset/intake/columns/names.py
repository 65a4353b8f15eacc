"""The words export headers use, and which part of a comment each stands for.

Names are compared in a plain form (see `simple`), so case, accents, underscores and a time zone in
brackets make no difference. English first, with the usual German, French and Spanish words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_WORD = re.compile(r"[\W_]+")
_DOTTED = re.compile(r"[^\s.]+(?:\.[^\s.][^.]*)+")

_LENGTH = 300  # characters of a name that count


def simple(name: str) -> str:
    """`Conversation started at (Europe/Berlin)` → `conversation started at`."""
    return _simple(name[:_LENGTH])


@lru_cache(maxsize=4096)
def _simple(name: str) -> str:
    words = _BRACKETS.sub(" ", _CAMEL.sub(" ", name)) if name[:1] not in "([" else name
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain).strip()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


# Best first: of two columns that fit, the name further to the front wins.
ROLE_NAMES: dict[str, tuple[str, ...]] = {
    "text": _names(
        "review text, review content, review body, comment text, customer comment, comment,"
        " comments, customer complaint, consumer complaint narrative, complaint narrative,"
        " complaint text, complaint, complaints, feedback, customer feedback, feedback text,"
        " verbatim, verbatims, open ended response, review, reviews, message, text, full text,"
        " tweet, tweet text, body, description, content, conversation rating remark, remark,"
        " remarks, customer message, utterance, query, question, transcript, opinion, notes,"
        " kommentar, kommentare, kundenkommentar, freitext, beschwerde, beschwerdetext,"
        " ruckmeldung, nachricht, bewertungstext, rezension, beschreibung, anmerkung, anmerkungen,"
        " commentaire, commentaires, avis, message client, reclamation, plainte, texte, remarque,"
        " remarques, verbatim client, comentario, comentarios, resena, queja, quejas, mensaje,"
        " opinion del cliente, texto, reclamacion"
    ),
    "title": _names(
        "review title, title, subject, ticket subject, subject line, headline, summary, heading,"
        " betreff, titel, uberschrift, titre, objet, sujet, asunto, titulo"
    ),
    "date": _names(
        "review submit date and time, review created, review date, submit date, submitted at,"
        " recorded date, conversation started at, created at, created, date created,"
        " date received, received at, received, received on, date, timestamp, end date,"
        " start date, created date, tweet created, posted at, posted on, published at, time,"
        " date and time, datetime, day, month, datum, eingangsdatum, erstellt am, erstellt,"
        " date de creation, cree le, date de reception, fecha, fecha de creacion, creado"
    ),
    "channel": _names(
        "channel, contact channel, received via, submitted via, via, source, contact method,"
        " medium, contact type, kanal, kontaktkanal, eingangskanal, quelle, canal,"
        " canal de contact, canal de contacto, origine, fuente, origen"
    ),
    "rating": _names(
        "star rating, review stars, review rating, rating, stars, overall rating, score, nps,"
        " nps score, csat, csat score, satisfaction score, satisfaction rating, satisfaction,"
        " conversation rating, airline sentiment rating, overall, sterne, bewertung, note,"
        " etoiles, puntuacion, calificacion, valoracion, estrellas"
    ),
    "customer": _names(
        "requester email, customer email, requester, customer id, customer, customer name,"
        " review username, reviewer, reviewer name, username, user name, user, user id, author,"
        " author id, email address, recipient email, email, e mail, contact, client, client id,"
        " respondent id, name, kunde, kundennummer, kundenname, nutzer, auteur, courriel, cliente,"
        " usuario, autor, correo"
    ),
    "category": _names(
        "category, contact reason, reason, complaint reason, negative reason, negativereason,"
        " reason for contact, issue, complaint type, topic, topics, intent, theme, label, tags,"
        " ticket type, type, issue type, product, kategorie, thema, grund, kontaktgrund, categorie,"
        " motif, theme principal, sujet principal, categoria, motivo, tema"
    ),
}
_RANK = {
    role: {name: place for place, name in enumerate(names)} for role, names in ROLE_NAMES.items()
}
_EXTRA_KNOWN = {"id", "status", "state", "city", "country", "language", "label", "location"}

# One of these words makes a name speak of a comment without being its text.
_ABOUT = set(
    _names(
        "id, ids, no, nr, number, link, url, date, time, language, lang, version, device, code,"
        " count, votes, likes, helpful, stars, rating, score, user, username, name, author, email,"
        " created, updated, status, state, type, category, topic, topics, hierarchy, sentiment,"
        " channel, priority, millis, epoch, length, likelihood, confidence, coord, gold, location"
    )
)
_WORDS = set(
    _names(
        "comment, comments, review, feedback, complaint, verbatim, text, message, remark, remarks,"
        " narrative, suggestion, suggestions, explain, why, describe, improve, experience, tell,"
        " kommentar, freitext, beschwerde, warum, commentaire, pourquoi, avis, comentario, queja,"
        " verbesserung, ameliorer, mejorar"
    )
)
_NAME_WORDS = 5  # a longer name is a question, where "state" or "time" say nothing
_REPLY = set(_names("reply, replies, antwort, antworten, respuesta, reponse, resolution, internal"))
_CUSTOMER = {"customer", "client"}
_PEOPLE = set(
    _names("customer, client, user, author, reviewer, requester, contact, respondent, review")
)
_ANSWER = {"comment", "comments", "message", "note", "notes", "text", "body"}
_COMPANY = set(
    _names(
        "developer, agent, company, owner, business, staff, support, management, manager, seller,"
        " vendor, merchant, host, brand, our, admin, assignee, operator, bot, employee, public"
    )
)
_SCORES = set(
    _names(
        "recommend, satisfied, satisfaction, rate, rating, score, stars, nps, csat, empfehlen,"
        " zufrieden, recommanderiez, satisfait, recomendaria, satisfecho"
    )
)
# A date of something other than the customer's words.
_LATER = set(
    _names(
        "updated, solved, last, due, reply, replied, birth, birthday, expiry, expires, sent,"
        " closed, modified, resolved, assigned, edited, response, responded, update"
    )
)


def words_of(name: str) -> set[str]:
    """The words of a name in plain form."""
    return set(simple(name).split())


def last_part(name: str) -> str:
    """`body` of the nested name `ticket.comment.body`; the name itself where nothing is nested."""
    return name.rpartition(".")[2] if _DOTTED.fullmatch(name[:_LENGTH]) else name


def rank(role: str, name: str) -> int | None:
    """The place of a known name in its role's list, 0 the best; None when it is not listed.

    Of a nested name the last part counts too, unless it is the company's (`agent.name`) or a name
    or id of something else (`hotel.name`).
    """
    whole = _RANK[role].get(simple(name))
    last = last_part(name)
    if whole is not None or last is name:
        return whole
    words = words_of(name)
    if words & _COMPANY or (simple(last) in ("name", "type", "title") and not words & _PEOPLE):
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
    if len(ordered) > _NAME_WORDS or name.rstrip().endswith("?") or words & _CUSTOMER:
        return False
    if words & _REPLY:
        # A survey's open answers may be called just "réponse" or "Antwort".
        return len(words) > 1 or bool(words & {"reply", "replies", "resolution"})
    if words & {"response", "answer"}:
        return bool(words & _COMPANY)
    return bool(words & _ANSWER) and ordered[0] in _COMPANY


def is_about_text(name: str) -> bool:
    """`Review Link`, `Review Stars`: beside the words, not the words."""
    words = words_of(name)
    return len(words) <= _NAME_WORDS and bool(words & _ABOUT)


def speaks_of_text(name: str) -> bool:
    """`Why did you give this score`, `store comments`: likely to hold the words."""
    return bool(words_of(name) & _WORDS)


def asks_for_rating(name: str) -> bool:
    """`How likely are you to recommend us?`"""
    return bool(words_of(name) & _SCORES)


def is_later_date(name: str) -> bool:
    """`Solved at`, `Last updated`: not the day the customer spoke."""
    return bool(words_of(name) & _LATER)


# Enough of a known export's header to tell it, its usual name, and the channel it stands for.
_EXPORTS: tuple[tuple[str, str, str], ...] = (
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
    for needed, product, channel in _EXPORTS:
        if set(_names(needed)) <= present:
            return product, channel
    return None
