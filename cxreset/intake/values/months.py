"""Months as people write them: by name in twenty languages, whole or cut short, and by "
"quarter."""

from __future__ import annotations

import unicodedata
from functools import cache

_SHORTEST = 3  # letters of a name that is cut short

# January to December: the nominative, and where dates take another case that one too.
_NAMES = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar marts april maj juni juli august september oktober november december
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου \
νοεμβρίου δεκεμβρίου
ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος \
νοέμβριος δεκέμβριος
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
januari februari maret april mei juni juli agustus september oktober november desember
जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
"""
# Never cut short: `mar` is no November anywhere else.
_FINNISH = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"
# Cut short otherwise than by leaving off the end.
_OTHERWISE = {"mrt": 3, "mrz": 3, "mzo": 3, "jnr": 1, "jly": 7, "sept": 9, "svibnja": 5}


def plain_letters(text: str) -> str:
    """Small letters without accents: `août` → `aout`, `Kasım` → `kasim`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in apart if not unicodedata.combining(char))
    return letters.replace("ı", "i").replace("ł", "l")


@cache
def _months() -> tuple[dict[str, int], dict[str, int]]:
    """Whole names, and their beginnings that stand for one month in every language."""
    whole: dict[str, int] = dict(_OTHERWISE)
    for month, written in enumerate(plain_letters(_FINNISH).split(), 1):
        whole.update(dict.fromkeys((f"{written}kuuta", f"{written}kuu"), month))
    beginnings: dict[str, set[int]] = {}
    for line in _NAMES.strip().splitlines():
        for month, written in enumerate(line.split(), 1):
            name = plain_letters(written)
            whole.setdefault(name, month)
            for end in range(_SHORTEST, len(name)):
                beginnings.setdefault(name[:end], set()).add(month)
    clear = {name: months.pop() for name, months in beginnings.items() if len(months) == 1}
    return whole, clear


def month_of(word: str) -> int | None:
    """1 to 12 for a month's name or the beginning of one (`sept`, `ott`, `3月` is no name)."""
    whole, beginnings = _months()
    name = plain_letters(word)
    return whole.get(name) or beginnings.get(name)
