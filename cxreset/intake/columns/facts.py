"""What the cells of a column are like, measured once for every guess about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cxreset.intake.columns import names
from cxreset.intake.values.cells import (
    looks_like_data,
    looks_like_email,
    looks_like_number,
    parse_channel,
)
from cxreset.intake.values.date_columns import stamp_form
from cxreset.intake.values.dates import looks_like_date
from cxreset.intake.values.ratings import is_open, parse_rating, rating_form
from cxreset.intake.values.words import is_no_answer

_JOURNAL = re.compile(
    r"[\d./: -]{8,22}(?:[AP]M)? ?[-;–] ?[^\n;(]{2,60}(?:;|\([^()\n]*(?:comments|notes)\))",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\d{1,4}\.\d{1,2}\.\d{1,4}\.?")  # a day, no number
PROBE = 1000  # filled cells looked at in each column
_LETTERS_A_WORD = 3  # in languages that write without blanks


_JOB = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|m)\.?"
    r"|(?:\w+ ){0,4}(?:manager|director|engineer|head|officer|ceo|cto|cfo|vp|president|analyst"
    r"|consultant|assistant|specialist|coordinator|developer|owner|founder|lead|leiter|leiterin"
    r"|geschäftsführer|directeur|directora|gerente)(?: of [\w &]{1,40})?",
    re.IGNORECASE,
)


class Facts(NamedTuple):
    """What a column's cells are like. Shares run 0 to 1 and, but for `filled`, are of filled cells.

    `words` is the average number of words in a filled cell; `jobs` are titles of people, not of
    texts; `journal` are notes that begin with when and by whom, as help desks keep them; `dates`
    counts stamps such as
    `1741000000` where the column's name speaks of a date.
    """

    name: str
    filled: float
    distinct: float
    kinds: int
    words: float
    data: float
    dates: float
    numbers: float
    emails: float
    ratings: float
    channels: float
    jobs: float
    journal: float


def facts_of(name: str, cells: Sequence[str]) -> Facts:
    """Measure one column on at most PROBE filled cells, spread evenly."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    probe = filled[:: max(1, -(-len(filled) // PROBE))]
    answers = [cell for cell in probe if not is_no_answer(cell)] or probe
    number = len(probe) or 1
    often = Counter(probe)

    def share(test: Callable[[str], bool]) -> float:
        return sum(times for cell, times in often.items() if test(cell)) / number

    kinds = len(set(answers))
    return Facts(
        name=name,
        filled=len(filled) / (len(cells) or 1),
        distinct=kinds / (len(answers) or 1),
        kinds=kinds,
        words=sum(map(_words, answers)) / (len(answers) or 1),
        data=share(looks_like_data),
        dates=_dates(name, probe),
        numbers=share(lambda cell: looks_like_number(cell) and not _DOTTED.fullmatch(cell)),
        emails=share(looks_like_email),
        ratings=_ratings(probe),
        channels=share(lambda cell: parse_channel(cell) not in (None, "other")),
        journal=share(lambda cell: _JOURNAL.match(cell) is not None),
        jobs=share(lambda cell: _JOB.fullmatch(cell) is not None),
    )


def _words(cell: str) -> int:
    """Words between blanks; where none are written, three letters count as one."""
    if cell.isascii():
        return len(cell.split())
    dense = sum("\u3040" <= char <= "\u9fff" for char in cell)
    return max(len(cell.split()), dense // _LETTERS_A_WORD)


def _dates(name: str, probe: Sequence[str]) -> float:
    if not probe:
        return 0.0
    dated = names.speaks_of_date(name) or names.rank("date", name) is not None
    if dated and stamp_form(probe) != "written":
        return 1.0
    return sum(map(looks_like_date, probe)) / len(probe)


def _ratings(probe: Sequence[str]) -> float:
    """The share of ratings among the cells that do not leave it open; words of a scale count."""
    rated = [cell for cell in probe if not is_open(cell)]
    if not rated:
        return 0.0
    if rating_form(rated).words:
        return 1.0
    return sum(parse_rating(cell) is not None for cell in rated) / len(rated)
