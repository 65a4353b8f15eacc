"""Is the difference of two words a negation? Then they never say the same.

`usable` and `unusable` are two letters apart, as a slip of the keyboard would be. Told by the
prefixes and infixes that negate in the languages customers write in; in doubt, words stay apart.
"""

from __future__ import annotations

import re
from functools import cache

from cxreset.base.letters import fold
from cxreset.insight.language import LANGUAGES

# Latin, German, Dutch, Romance, Slavic and Scandinavian, folded.
_PREFIX_TEXT = """
un in im il ir dis non mis miss on wan des de mal me s ne nie bez o не ни без бес
"""
_PREFIXES = frozenset(_PREFIX_TEXT.split())
_SHORTEST = 4  # letters of what is left when a prefix is taken off
# Turkish negates inside the verb: ver-il-di, ver-il-me-di; çalış-ıyor, çalış-m-ıyor.
_TURKISH_ENDING = re.compile(
    "(?:[dt][iu]|[iu]?yor|m[iu]s|[ae]c[ae]|y[ae]c[ae]|[iu]l|z|s[ae]|[dy][ae]n)"
)
# Languages that are read no further than this.
_MORE_NEGATIONS = """
inte ingen inget inga aldrig ikke ingenting ei eivat nem nincs soha nici fără не ни нет никто
ничего никогда без δεν μην ποτέ όχι नहीं मत ना ไม่ لا لم لن ليس ما 不 没 沒 未 無 无 非
"""


def opposite(one: str, other: str) -> bool:
    """Do two folded words differ by what negates and nothing else?"""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return False
    if len(short) >= _SHORTEST and long.endswith(short) and long[: -len(short)] in _PREFIXES:
        return True
    return _negated_in_turkish(short, long)


def _negated_in_turkish(short: str, long: str) -> bool:
    """Is `long` the verb `short` with -m-, -me- or -ma- before its ending?"""
    added = len(long) - len(short)
    if added > 2:
        return False
    for at, char in enumerate(long):
        infix, ending = long[at : at + added], long[at + added :]
        if char == "m" and infix in ("m", "me", "ma", "mi", "mu") and long[:at] + ending == short:
            return bool(_TURKISH_ENDING.match(ending))
    return False


@cache
def negating_words() -> frozenset[str]:
    """The words that negate what stands beside them, in every language known, folded."""
    more = {fold(word) for word in _MORE_NEGATIONS.split()}
    return frozenset(more.union(*(each.negations.whole for each in LANGUAGES.values())))
