"""The column somebody means: by its name, by the code before its question, or by its number."""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line

_SHOWN_COLUMNS = 40  # columns listed in an error sentence


def find_column(header: Sequence[str], asked: str) -> str:
    """The column called `asked`: exactly, else whatever the case if only one fits, else by number.

    A survey column `Q13: What did you miss?` also answers to `Q13`. Raises UsageError, which
    lists the columns.
    """
    if asked in header:
        return asked
    wanted = one_line(asked).casefold()
    for form in (str, _code):
        fits = [name for name in header if form(name).casefold() == wanted]
        exact = [name for name in fits if form(name) == one_line(asked)]
        if len(exact) == 1 or len(fits) == 1:
            return (exact if len(exact) == 1 else fits)[0]
        if fits:
            both = _(" and ").join(f'"{one_line(name, 60)}"' for name in fits)
            raise UsageError(
                _('"{asked}" fits {both}. Write it exactly, or give its number.').format(
                    asked=one_line(asked, 60), both=both
                )
            )
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(header):
        return header[int(wanted[:9]) - 1]
    raise UsageError(
        _('There is no column "{asked}". The columns are: {numbered}.').format(
            asked=one_line(asked, 60), numbered=numbered(header)
        )
    )


def numbered(header: Sequence[str]) -> str:
    """`1 Ticket #, 2 Customer Complaint, …`, for a sentence."""
    shown = [f"{at} {one_line(name, 40)}" for at, name in enumerate(header[:_SHOWN_COLUMNS], 1)]
    rest = len(header) - len(shown)
    return ", ".join(shown) + (_(" and {rest} more").format(rest=rest) if rest > 0 else "")


def _code(name: str) -> str:
    return name.split(": ", 1)[0]
