"""Days told from today: `6 days ago`, `vor einem Monat`, `il y a 2 semaines`, `dün`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from cxreset.intake.values.months import plain_letters

_LENGTH = 40
_AGO_FIRST = ("לפני", "vor", "il y a", "hace", "ha", "acum", "pred", "πριν", "منذ", "قبل")
_AGO_LAST = (
    *("ago", "fa", "atras", "geleden", "temu", "once", "назад", "siden", "sedan", "sitten"),
    *("tomu", "тому", "zpet", "yang lalu"),
)
_AGO_JOINED = ("前", "전")  # written without a blank
# How the names of a unit begin, longest first where one begins another.
_UNITS: tuple[tuple[int, str], ...] = (
    (0, "min|sec|sek|hour|hr|stund|heure|hora|ora|ore|uur|uren|godz|saat|час|минут|секунд|tim"),
    (0, "ساع|دقيق|ثاني|שעה|שעות|דקות|jam$|menit|detik"),
    (365, "سن|عام|שנה|שנים|tahun"),
    (30, "شهر|أشهر|شهور|חודש|חודשים|bulan"),
    (7, "أسبوع|أسابيع|שבוע|שבועות|minggu"),
    (1, "يوم|أيام|יום|ימים|hari$"),
    (0, "ωρ|λεπτ|時間|分|小时|小時|分钟|시간|분|segundo|seconde|dakika|saniye"),
    (365, "year|yr|jahr|annee|ans?$|ano|anni|anno|jaar|jar|rok|lat$|lata|yil|год|лет|ar$|år"),
    (365, "χρον|年|년"),
    (30, "month|monat|mois|mes|maand|miesi|ay$|месяц|maned|manad|luni|luna|kuukau|mesic|мicяц"),
    (30, "μην|ヶ月|か月|カ月|个月|個月|개월|달"),
    (7, "week|wk|woche|semaine|seman|settiman|weken|tydzi|tygodn|hafta|недел|uge|vecka|veckor"),
    (7, "viikko|tyden|tydn|εβδομαδ|週|周|星期|주"),
    (1, "day|tag|jour|dia|giorn|dag|dni|dzien|gun|день|дня|дней|zile|zi$|paiv|den$|dny"),
    (1, "μερ|ημερ|日|天|일"),
)
_ONE = {
    *("a", "an", "one", "ein", "eine", "einem", "einer", "einen", "un", "une", "una", "uno", "um"),
    *("uma", "een", "bir", "en", "et", "ett", "eine", "last", "jeden", "один", "одну", "ενα"),
}
_WORDS = {
    **dict.fromkeys(("today", "heute", "aujourd'hui", "hoy", "oggi", "hoje", "vandaag"), 0),
    **dict.fromkeys(
        ("dzisiaj", "dzis", "bugun", "сегодня", "сегодня", "idag", "σημερα", "今日"), 0
    ),
    **dict.fromkeys(("今天", "오늘", "just now", "now", "gerade eben", "a l'instant"), 0),
    **dict.fromkeys(("yesterday", "gestern", "hier", "ayer", "ieri", "ontem", "gisteren"), 1),
    **dict.fromkeys(
        ("wczoraj", "dun", "вчера", "igar", "i gar", "χθες", "昨日", "昨天", "어제"), 1
    ),
    **dict.fromkeys(("last week", "letzte woche"), 7),
    **dict.fromkeys(("last month", "letzten monat"), 30),
    **dict.fromkeys(("last year", "letztes jahr"), 365),
}
_PLUS = re.compile(
    r"^(?:(?:edited|updated|bearbeitet|modifie|hace mas de|over|about|almost|reviewed|posted"
    r"|written|rated|published|visited|bewertet|verfasst|publie|avis laisse|publicado"
    r"|recensito):?\s+)+"
)
_SHORT = re.compile(r"(\d{1,3}) ?(h|hr|hrs|d|w|wk|wks|mo|mos|y|yr|yrs)(?: ago)?")
_SHORT_DAYS = {"h": 0, "d": 1, "w": 7, "m": 30, "y": 365}
_FILLERS = {"απο", "for", "za", "about", "etwa", "few", "circa"}
_PARTS = re.compile(r"\d{1,3}|[^\W\d_]+")
_UNIT = [
    (days, re.compile("|".join(map(plain_letters, names.split("|"))))) for days, names in _UNITS
]
_BEGINS = re.compile(f"(?:{'|'.join(map(plain_letters, _AGO_FIRST))}) ")
_ENDS = re.compile(
    f"(?: (?:{'|'.join(map(plain_letters, _AGO_LAST))})"
    f"|(?:{'|'.join(map(plain_letters, _AGO_JOINED))}))$"
)
_YEAR_ALONE = "an"  # French, and the English word for one


def days_ago(value: str) -> int | None:
    """How many days before today `value` lies; months count 30 days, years 365; else None."""
    return _days_ago(value) if 2 <= len(value) <= _LENGTH else None


@lru_cache(maxsize=4096)  # the cells of a column are asked several times while it is looked at
def _days_ago(value: str) -> int | None:
    text = _PLUS.sub("", plain_letters(value.strip()).replace("’", "'").rstrip("."))
    if text in _WORDS:
        return _WORDS[text]
    if match := _SHORT.fullmatch(text):
        return int(match[1]) * _SHORT_DAYS[match[2][0]]
    words = _without_ago(text)
    return None if words is None else _counted(words)


def _without_ago(text: str) -> list[str] | None:
    """The words beside the one that means "ago", wherever a language puts it; None without it."""
    if match := _BEGINS.match(text):
        return _PARTS.findall(text[match.end() :])
    if match := _ENDS.search(text):
        return _PARTS.findall(text[: match.start()])
    return None


def _counted(words: list[str]) -> int | None:
    """`2 weeks` → 14; None where any word is neither a number nor a unit."""
    number = unit = None
    for word in words:
        if word.isdecimal():
            number = int(word)
        elif word in _ONE and not (word == _YEAR_ALONE and number is not None):
            number = 1
        elif word == _YEAR_ALONE:
            unit = 365
        elif (days := _unit(word)) is not None:
            unit = days
        elif word not in _FILLERS:
            return None
    if unit is None:
        return None
    return unit * (1 if number is None else number)


def _unit(word: str) -> int | None:
    return next((days for days, names in _UNIT if names.match(word)), None)


def before(today: date, days: int) -> date | None:
    """The day so many days before; None where the calendar ends."""
    try:
        return today - timedelta(days)
    except OverflowError:
        return None
