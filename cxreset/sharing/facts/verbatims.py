"""Customers' own words, read from the workbook: those that are quoted, and all that are tied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from cxreset.base.language.words import N_, _
from cxreset.sharing.facts.customers import CommentFact, QuoteFact
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.comments import CommentRepository, Filter

QUOTES = 4
"""Comments quoted at most for each chosen pain, and for each gap."""

_COMMENT = re.compile(r"\bC(\d{1,18})\b")
READ_AT_ONCE = 2_000


ROW = N_(", row ")
"""Stands between the name of a file and the number of its row."""


BY_HAND = N_("captured by hand")


def source_of(stored: str) -> str:
    """Where a comment stands, in the program's language: `orders.csv, row 12`."""
    if stored == BY_HAND:
        return _(BY_HAND)
    file, comma, row = stored.rpartition(ROW)
    return f"{file}{_(ROW)}{row}" if comma else stored


def named_in(text: str) -> list[int]:
    """Numbers of the comments a text names by their ids, each once: `C40, see also C72`."""
    return list(dict.fromkeys(map(int, _COMMENT.findall(text))))


def quoted(book: Workbook, numbers: Iterable[int]) -> tuple[QuoteFact, ...]:
    """These comments in this order, with where they came from."""
    return tuple(
        QuoteFact(
            ref=f"C{one.id}",
            text=one.text,
            channel=one.channel,
            received_on=_day(one.received_on),
            source=source_of(one.source),
            approximate=one.approximate,
        )
        for one in CommentRepository(book.file).page(list(numbers)[:QUOTES])
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def tied(book: Workbook) -> tuple[CommentFact, ...]:
    """Every comment tied to a pain, by number."""
    repository = CommentRepository(book.file)
    numbers = repository.ids(Filter(state="tagged"))
    return tuple(
        CommentFact(
            ref=f"C{one.id}",
            text=one.text,
            channel=one.channel,
            received_on=_day(one.received_on),
            source=source_of(one.source),
            title=one.title,
            approximate=one.approximate,
            pains=one.pains,
        )
        for start in range(0, len(numbers), READ_AT_ONCE)
        for one in repository.page(numbers[start : start + READ_AT_ONCE])
    )
