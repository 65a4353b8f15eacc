"""The one home of a figure: what a week is judged by, step 4.2 and the scoreboard read one row.

A week's metric whose key is a kind of figure (`csat`, `nps` …) is the measurement of that kind:
first one that belongs to no pilot, else what the pilot is judged by, its guard, one more.
"""

from __future__ import annotations

from typing import Final, Literal

from cxreset.insight.figures.kinds import KINDS
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured
from cxreset.reset.reset import Reset
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Measurement

End = Literal["before", "after"]
_RANK: Final = {MAIN: 1, GUARD: 2}


def home_of(book: Workbook, key: str) -> Measurement | None:
    """The measurement that is a week's metric; None while there is none of this kind."""
    if key not in KINDS:
        return None
    rows = book.rows(Measurement, "id", kind=key)
    return min(rows, key=_rank, default=None)


def is_counted(row: Measurement) -> bool:
    """Whether it has counts, which a figure typed for a week must not write over."""
    counts = (row.before_hits, row.before_total, row.after_hits, row.after_total)
    return any(count is not None for count in counts)


def shown_figure(reset: Reset, row: Measurement) -> str:
    """`61 % → 76 % (M1)`; what is missing is a dash."""
    found = measured(reset.book, row, reset.today)
    return f"{_shown(found, 'before')} → {_shown(found, 'after')} ({row.ref})"


def store_figure(book: Workbook, key: str, title: str, end: End, text: str) -> None:
    """A figure typed for a week, at its start ("before") or its end: into its one home.

    `key` is a kind of figure; the measurement is made with the first figure that is typed.
    """
    row = home_of(book, key)
    value = text.strip()
    if row is not None:
        book.set(Measurement, row.key, **{f"{end}_value": value})
    elif value:
        new = Measurement(kind=key, name=title)
        setattr(new, f"{end}_value", value)
        book.add(new)


def _rank(row: Measurement) -> int:
    return 0 if row.pilot_id is None else _RANK.get(row.role, 3)


def _shown(found: Measured, end: End) -> str:
    value = found.shown(end)
    return "–" if value is None else KINDS[found.row.kind].shown(value)
