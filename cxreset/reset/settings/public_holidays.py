"""Public holidays of a country or a part of it, by the `holidays` library.

The library knows more than two hundred countries and is loaded only when a region is chosen; what
it says of the years around the reset is stored in the workbook, where every start reads it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import nearest, one_line

NONE = "none"
YEARS = 3  # the year of the first day and those after it: a pause may last a year


def check_region(text: str) -> str:
    """`DE`, `DE-BY` for `de`, `Germany`, `DEU`, `de-by`; empty for `none` and for nothing.

    Raises UsageError for what is no country or no part of one; it names the nearest.
    """
    words = text.strip()
    if words.casefold() in ("", NONE):
        return ""
    country, dash, part = words.partition("-")
    code = _countries().get(_folded(words)) or _countries().get(_folded(country))
    if code is None:
        raise UsageError(
            _(
                "“{words}” is no country whose holidays are known{perhaps}. Write a country's code "
                "or name, such as DE or Germany, with a part of it as DE-BY."
            ).format(words=one_line(words, 40), perhaps=_perhaps(words))
        )
    if not dash or _folded(words) in _countries():
        return code
    parts = _parts(code)
    found = parts.get(part.strip().casefold())
    if found is None:
        some = (
            _("; its parts are {sorted}").format(sorted=", ".join(sorted(parts.values())))
            if parts
            else ""
        )
        raise UsageError(
            _("{code} has no part “{part}” with its own holidays{some}.").format(
                code=code, part=one_line(part, 30), some=some
            )
        )
    return f"{code}-{found}"


def holidays_of(region: str, years: Iterable[int]) -> dict[date, str]:
    """The public holidays of a region in these years, by day; none for no region."""
    if not region:
        return {}
    from holidays import country_holidays

    country, _dash, part = region.partition("-")
    found = country_holidays(country, subdiv=part or None, years=list(years))
    return {on: str(name) for on, name in sorted(found.items())}


def years_from(start_on: date) -> range:
    """The years whose holidays a reset may meet."""
    return range(start_on.year, start_on.year + YEARS)


def _countries() -> dict[str, str]:
    """A country's name or code, folded -> its code of two letters."""
    from holidays.registry import COUNTRIES

    found: dict[str, str] = {}
    for name, (_name, code, long_code, *_rest) in COUNTRIES.items():
        for each in (name, code, long_code):
            found[_folded(each)] = code
    return found


def _names() -> dict[str, str]:
    """A country's name, folded -> how it is written."""
    from holidays.registry import COUNTRIES

    return {_folded(name): f"{name.replace('_', ' ').title()} ({code})"
            for name, (_name, code, *_rest) in COUNTRIES.items()}  # fmt: skip


def _parts(country: str) -> dict[str, str]:
    """A part's code, in lower case -> the code."""
    from holidays import list_supported_countries

    return {part.casefold(): part for part in list_supported_countries().get(country, [])}


def _perhaps(words: str) -> str:
    names = _names()
    found = nearest(_folded(words), names)
    return _("; perhaps {names}").format(names=names[found[0]]) if found else ""


def _folded(name: str) -> str:
    return name.strip().casefold().replace("_", "").replace(" ", "").replace("-", "")
