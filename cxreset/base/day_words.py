"""Weekdays and months in words, in the leader's language of dates.

The names are those of Unicode's CLDR (stand-alone forms; Polish months in the genitive, as they
stand behind a day). English until another language is chosen; one process shows one workbook, so
the choice holds for all of it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
}
"""Code -> the language's name in itself."""

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
_SHORT_WEEKDAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun mar mer jeu ven sam dim",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
    "pl": "pon wt śr czw pt sob ndz",
    "pt": "seg ter qua qui sex sáb dom",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
_AFTER_DAY = {"de": "."}
"""What stands behind the number of a day: `5. Oktober`, and then `Montag, 5. Oktober`."""
_chosen = "en"


def choose_language(code: str) -> None:
    """Write days and months in this language from now on; empty or unknown: in English."""
    global _chosen
    _chosen = code if code in LANGUAGES else "en"


def weekday(on: date, *, short: bool = False) -> str:
    """`Monday`; `short`: `Mon`."""
    return (_SHORT_WEEKDAYS if short else _WEEKDAYS)[_chosen].split(" ")[on.weekday()]


def month(on: date, *, short: bool = False) -> str:
    """`October`; `short`: `Oct`."""
    return (_SHORT_MONTHS if short else _MONTHS)[_chosen].split(" ")[on.month - 1]


def day_month(on: date, *, short: bool = True, year: bool = False) -> str:
    """`5 Oct`; not `short`: `5 October`; with the `year`: `5 Oct 2026`."""
    words = f"{on.day}{_AFTER_DAY.get(_chosen, '')} {month(on, short=short)}"
    return f"{words} {on.year}" if year else words


def whole_day(on: date, *, short: bool = False, year: bool = False) -> str:
    """`Monday 5 October`; `short`: `Mon 5 Oct`; with the `year`: `Monday 5 October 2026`."""
    comma = "," if _chosen in _AFTER_DAY else ""
    return f"{weekday(on, short=short)}{comma} {day_month(on, short=short, year=year)}"


def weekday_number(word: str, language: str = "") -> int | None:
    """0 for `monday`, `mon`, `Montag`, `mo`; None for no weekday.

    The word is of the chosen language, or of `language`, a code of `LANGUAGES`.
    """
    folded = word.casefold().rstrip(".")
    code = language if language in LANGUAGES else _chosen
    for table in (_WEEKDAYS, _SHORT_WEEKDAYS):
        names = [name.casefold() for name in table[code].split(" ")]
        if folded in names:
            return names.index(folded)
    return None


def month_number(word: str, language: str = "") -> int | None:
    """1 for `january`, `jan`, `Januar`; None for no month. `language` as in `weekday_number`."""
    folded = word.casefold().rstrip(".")
    code = language if language in LANGUAGES else _chosen
    for table in (_MONTHS, _SHORT_MONTHS):
        names = [name.casefold() for name in table[code].split(" ")]
        if folded in names:
            return 1 + names.index(folded)
    return None
