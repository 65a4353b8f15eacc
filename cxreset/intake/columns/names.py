"""The words export headers use, and which part of a comment each stands for.

Names are compared in a plain form (see `simple`), so case, accents, underscores and a time zone in
brackets make no difference. The names themselves stand in `vocabulary`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from cxreset.intake.columns.vocabulary import ROLE_NAMES, split_names

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NOT_WORD = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"[QqF]\d{1,3}(?:[._]\d+)?\b")
_DOTTED = re.compile(r"[^\s.]+(?:\.[^\s.][^.]*)+")

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})  # that no accent makes
_LENGTH = 300  # characters of a name that count


def simple(name: str) -> str:
    """`Conversation started at (Europe/Berlin)` → `conversation started at`."""
    return _simple(name[:_LENGTH])


@lru_cache(maxsize=4096)
def _simple(name: str) -> str:
    words = _BRACKETS.sub(" ", _CAMEL.sub(" ", name)) if name[:1] not in "([" else name
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain.translate(_LETTERS)).strip()


_RANK: dict[str, dict[str, int]] = {}
for _role, _listed in ROLE_NAMES.items():
    _RANK[_role] = {}
    for _position, _name in enumerate(_listed):
        _RANK[_role].setdefault(simple(_name), _position)
_EXTRA_KNOWN = {"id", "status", "state", "city", "country", "language", "label", "location"}

# One of these words makes a name speak of a comment without being its text.
_ABOUT = set(
    split_names(
        "id, ids, no, nr, number, link, url, date, time, language, lang, version, device, code,"
        " count, votes, likes, helpful, stars, rating, score, user, username, name, author, email,"
        " created, updated, status, state, type, category, topic, topics, hierarchy, sentiment,"
        " channel, priority, millis, epoch, length, likelihood, confidence, coord, gold, location"
    )
)
_WORDS = set(
    split_names(
        "comment, comments, review, feedback, complaint, verbatim, text, message, remark, remarks,"
        " narrative, suggestion, suggestions, explain, why, describe, improve, experience, tell,"
        " kommentar, kommentare, freitext, beschwerde, warum, commentaire, commentaires, pourquoi,"
        " avis, comentario, comentarios, queja, verbesserung, verbessern, anmerkungen, feedback,"
        " ameliorer, mejorar, sugerencia, sugerencias, por que, opinion, think, thoughts, "
        "else, add,"
        " share, like, dislike, liked, disliked, missing, wrong, reason, positive, negative, pros,"
        " cons, advantages, disadvantages, gefallen, gestort, gefiel, positiv, negativ, sonst,"
        " commento, commenti, perche, suggerimenti, migliorare, opinione, comentar, sugestao,"
        " sugestoes, melhorar, porque, opmerking, opmerkingen, waarom, verbeteren, suggesties,"
        " komentarz, uwagi, dlaczego, opinia, sugestie, yorum, yorumunuz, neden, oneri, "
        "onerileriniz,"
        " gorus, gorusleriniz, отзыв, комментарий, почему, пожелания, предложения, σχολια, σχολιο,"
        " γιατι, τιμεινε, προτασεις, تعليق, تعليقات, اقتراحات, ملاحظات, لماذا, words"
    )
)
# The same in languages that write without blanks.
_FRAGMENTS = tuple(
    map(
        simple,
        split_names(
            "意見, 感想, コメント, ご要望, 理由, お聞かせ, 自由, 意见, 建议, 反馈, 评论, 为什么,"
            " 意見, 建議, 為什麼, 의견, 이유, 건의, 제안, 바라는, 느낀, 후기"
        ),
    )
)
# Answers that stand beside each other: each is the customer's words.
_SIDES = set(
    split_names(
        "positive, negative, pros, cons, liked, disliked, like, dislike, likes, dislikes, "
        "good, bad,"
        " best, worst, positiv, negativ, vorteile, nachteile, lob, kritik, positif, negatif,"
        " positivo, negativo, positivi, negativi, positivos, negativos, pro, contro, contra, pregi,"
        " difetti, improve, improvement, improvements, suggestion, suggestions, advantages,"
        " disadvantages, strengths, weaknesses, положительные, отрицательные, достоинства,"
        " недостатки, плюсы, минусы, zalety, wady, voordelen, nadelen, olumlu, olumsuz, why, "
        "reason,"
        " wrong, well, upsides, downsides, missing, else, advice"
    )
)
_SIDE_FRAGMENTS = ("良い", "悪い", "良かった", "悪かった", "改善", "优点", "缺点", "장점", "단점")
_NAME_WORDS = 5  # a longer name is a question, where "state" or "time" say nothing
_REPLY = set(
    split_names(
        "reply, replies, antwort, antworten, respuesta, reponse, resolution, internal, risposta,"
        " resposta, odpowiedz, reactie, yanit, cevap, ответ, απαντηση, 返信, 返答, 回复, "
        "回覆, 답변, رد"
    )
)
_CUSTOMER = {"customer", "client"}
_PEOPLE = set(
    split_names("customer, client, user, author, reviewer, requester, contact, respondent, review")
)
_ANSWER = {"comment", "comments", "message", "note", "notes", "text", "body"}
_COMPANY = set(
    split_names(
        "developer, agent, company, owner, business, staff, support, management, manager, seller,"
        " vendor, merchant, host, brand, our, admin, assignee, operator, bot, employee, public,"
        " property, hotel, restaurant, eigentumer, inhaber, unternehmens, betreiber, proprietaire,"
        " etablissement, propietario, empresa, proprietario, azienda, wlasciciela, компании,"
        " представителя, eigenaar, bedrijf, firma"
    )
)
# Whoever works for the company is never the customer, whatever else the name says.
_STAFF = set(
    split_names(
        "agent, agents, owner, assignee, assigned, operator, advisor, adviser, rep, representative,"
        " csr, staff, employee, handled, handler, resolver, closed, moderator, admin, "
        "manager, host,"
        " developer, seller, vendor, merchant, bearbeiter, sachbearbeiter, zustandig, mitarbeiter,"
        " conseiller, agente, asesor, operatore, assegnato, atendente, responsavel, medewerker,"
        " behandelaar, pracownik, temsilci, оператор, сотрудник, менеджер, ответственный, 担当者,"
        " 担当, 客服, 处理人, 담당자, الموظف, υπαλληλος, product, hotel, restaurant, app, place,"
        " business, location, store, shop, branch, group, team, property, item, file, event"
    )
)
_SCORES = set(
    split_names(
        "recommend, satisfied, satisfaction, rate, rating, score, stars, nps, csat, empfehlen,"
        " zufrieden, recommanderiez, satisfait, recomendaria, satisfecho"
    )
)
_SCORE_FRAGMENTS = tuple(
    map(simple, split_names("满意, 滿意, 满分, 评分, 推荐, 満足, 評価, おすすめ, 만족, 추천, 평점"))
)
# A date of something other than the customer's words.
_LATER = set(
    split_names(
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
    return bool(words_of(name) & _WORDS) or any(part in simple(name) for part in _FRAGMENTS)


def is_question(name: str) -> bool:
    """A question of a form, as export headers hold them whole: `What did you miss?`, `Q13: …`."""
    ended = name.rstrip().endswith(("?", "？", "؟", ";", ":", "…", "..."))
    return ended or len(simple(name).split()) > _NAME_WORDS or bool(_NUMBERED.match(name))


def is_side(name: str) -> bool:
    """One of several answers to the same: `Positive review`, `Cons`, `What could we improve`."""
    if is_reply(name):
        return False
    return bool(words_of(name) & _SIDES) or any(part in name for part in _SIDE_FRAGMENTS)


def is_staff(name: str) -> bool:
    """`Ticket Owner`, `Assigned to`, `hotel name`: somebody or something, but not the customer."""
    words = words_of(name)
    return bool(words & _STAFF) and not words & {"customer", "client", "requester", "reviewer"}


def asks_for_rating(name: str) -> bool:
    """`How likely are you to recommend us?`"""
    return bool(words_of(name) & _SCORES) or any(part in simple(name) for part in _SCORE_FRAGMENTS)


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
        if set(split_names(needed)) <= present:
            return product, channel
    return None
