"""Numbers with the marks of the program's language: `2,224` and `4.5` are `2.224` and `4,5`.

English needs no library; another language asks babel, which knows the marks of the Unicode CLDR.
"""

from __future__ import annotations

from cxreset.base.language.words import _, language


def whole(number: int) -> str:
    """`2,224`: a whole number, its thousands separated."""
    code = language()
    if not code or -1000 < number < 1000:
        return f"{number:,}"
    return _localised(number, "#,##0", code)


def decimal(number: float, digits: int, *, grouped: bool = False) -> str:
    """`4.5`: a number rounded to `digits`; `grouped` separates its thousands."""
    code = language()
    english = f"{number:,.{digits}f}" if grouped else f"{number:.{digits}f}"
    if not code or (not digits and not grouped):
        return english
    # What is rounded already is only written with other marks, so no language rounds otherwise.
    whole_part = "#,##0" if grouped else "0"
    pattern = whole_part + ("." + "0" * digits if digits else "")
    return _localised(float(english.replace(",", "")), pattern, code)


def percent(share: float) -> str:
    """`40%`: a share, from 0 to 1, without decimals."""
    return _("{number}%").format(number=f"{share:.0%}".removesuffix("%"))


def _localised(number: float, pattern: str, code: str) -> str:
    from babel import UnknownLocaleError
    from babel.numbers import format_decimal

    try:
        return format_decimal(number, format=pattern, locale=code)
    except UnknownLocaleError:
        return format_decimal(number, format=pattern, locale="en")
