"""Which column holds what: guessed by name and by content, with the reason said, and overridable.

The guess is a proposal. It is made on the first rows only and shown before anything is stored.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.intake.columns import names
from cxreset.intake.values.cells import (
    looks_like_data,
    looks_like_date,
    looks_like_email,
    looks_like_number,
    parse_channel,
    parse_rating,
)

PROBE = 1000  # filled cells looked at in each column
_SHOWN_COLUMNS = 40  # columns listed in an error sentence


class Mapping(NamedTuple):
    """Column names by role; None where the file has no such column."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    channel: str | None = None
    rating: str | None = None
    customer: str | None = None
    category: str | None = None


class Guess(NamedTuple):
    """A mapping, and for each role that found a column why (`{"text": "its name says so"}`)."""

    mapping: Mapping
    reasons: dict[str, str]


class Facts(NamedTuple):
    """What a column's cells are like. Shares run 0 to 1 and, but for `filled`, are of filled cells.

    `words` is the average number of words in a filled cell.
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


def facts_of(name: str, cells: Sequence[str]) -> Facts:
    """Measure one column on at most PROBE filled cells, spread evenly."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    probe = filled[:: max(1, -(-len(filled) // PROBE))]
    number = len(probe) or 1

    def share(test: Callable[[str], object]) -> float:
        return sum(1 for cell in probe if test(cell)) / number

    kinds = len(set(probe))
    return Facts(
        name=name,
        filled=len(filled) / (len(cells) or 1),
        distinct=kinds / number,
        kinds=kinds,
        words=sum(len(cell.split()) for cell in probe) / number,
        data=share(looks_like_data),
        dates=share(looks_like_date),
        numbers=share(looks_like_number),
        emails=share(looks_like_email),
        ratings=share(lambda cell: parse_rating(cell) is not None),
        channels=share(lambda cell: parse_channel(cell) not in (None, "other")),
    )


def guess_columns(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    has_header: bool = True,
    text_column: str | None = None,
    date_column: str | None = None,
    columns: Mapping | None = None,
    named: Mapping | None = None,
) -> Guess:
    """Map the columns of `header`, judged on `rows`; what is named wins over any guess.

    With `columns` nothing is guessed: None leaves a role out. `text` is None when no column reads
    like someone's words. Raises UsageError for an override that names no column.
    """
    if columns is not None:
        return _chosen(header, columns)
    given = {} if named is None else named._asdict()
    given |= {"text": text_column or given.get("text"), "date": date_column or given.get("date")}
    asked = {role: find_column(header, name) for role, name in given.items() if name is not None}
    facts = [facts_of(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    found: dict[str, str] = {}
    reasons: dict[str, str] = {}
    # The order matters: a column has one role, and the words come first.
    for role, pick in _PICKS:
        if role in asked:
            choice: tuple[str, str] | None = (asked[role], "you named it")
        else:
            taken = {*found.values(), *asked.values()}
            free = [column for column in facts if column.name not in taken and column.filled]
            choice = pick(free, has_header)
        if choice:
            found[role], reasons[role] = choice
    if "text" not in found and "title" in found:
        # A ticket list without bodies: the subject line is all the customer's words there are.
        found["text"] = found.pop("title")
        reasons["text"] = "the only words there are"
        reasons.pop("title")
    return Guess(Mapping(**found), reasons)


def _chosen(header: Sequence[str], columns: Mapping) -> Guess:
    named = {role: name for role, name in columns._asdict().items() if name is not None}
    found = {role: find_column(header, name) for role, name in named.items()}
    if "text" not in found:
        if "title" not in found:
            raise UsageError(
                f"One column must hold the customer's words. The columns are: {numbered(header)}."
            )
        found["text"] = found.pop("title")
    return Guess(Mapping(**found), dict.fromkeys(found, "you chose it"))


def best_text_score(header: Sequence[str], rows: Sequence[Sequence[str]]) -> float:
    """How much the best column reads like someone's words (see `_text_score`)."""
    facts = [facts_of(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    return max(map(_text_score, facts), default=0.0)


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
            both = " and ".join(f'"{one_line(name, 60)}"' for name in fits)
            raise UsageError(
                f'"{one_line(asked, 60)}" fits {both}. Write it exactly, or give its number.'
            )
    if wanted.isascii() and wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(header):
        return header[int(wanted[:9]) - 1]
    raise UsageError(
        f'There is no column "{one_line(asked, 60)}". The columns are: {numbered(header)}.'
    )


def numbered(header: Sequence[str]) -> str:
    """`1 Ticket #, 2 Customer Complaint, …`, for a sentence."""
    shown = [f"{at} {one_line(name, 40)}" for at, name in enumerate(header[:_SHOWN_COLUMNS], 1)]
    rest = len(header) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")


def _code(name: str) -> str:
    return name.split(": ", 1)[0]


_Choice = tuple[str, str] | None
_BY_NAME = "its name says so"


def _first_named(
    role: str, columns: Sequence[Facts], fits: Callable[[Facts], bool]
) -> tuple[str, str] | None:
    """The best-known name of a role among the columns whose content agrees."""
    ranked = [
        (place, at)
        for at, column in enumerate(columns)
        if (place := names.rank(role, column.name)) is not None and fits(column)
    ]
    return (columns[min(ranked)[1]].name, _BY_NAME) if ranked else None


def _text_score(column: Facts) -> float:
    """Name and content in one number, above 0.05 for a column that may be the customer's words.

    Content counts from 0 to 1: long cells (30 words are as good as more), rarely the same, in many
    rows. A known name adds 1, a telling one 0.4, and a name that speaks about the text takes 0.4.
    """
    if column.data > 0.5 or names.is_reply(column.name):
        return 0.0
    score = min(column.words, 30) / 30 * column.distinct * math.sqrt(column.filled)
    place = names.rank("text", column.name)
    if place is not None:
        return score + 1 - place / 1000
    if names.rank("title", column.name) is not None:
        return score / 2
    if names.is_about_text(column.name) and column.words < 15:
        return score - 0.4
    return score + (0.4 if names.speaks_of_text(column.name) and column.distinct > 0.3 else 0)


def _pick_text(columns: Sequence[Facts], has_header: bool) -> _Choice:
    best = max(columns, key=_text_score, default=None)
    if best is None or _text_score(best) <= 0.05:
        lone = len(columns) == 1 and columns[0].data <= 0.5 and not names.is_reply(columns[0].name)
        return (columns[0].name, "the only column with words") if lone else None
    if names.rank("text", best.name) is not None or names.speaks_of_text(best.name):
        return best.name, _BY_NAME
    return best.name, "the longest and most varied words"


def _pick_title(columns: Sequence[Facts], has_header: bool) -> _Choice:
    return _first_named("title", columns, lambda column: column.data < 0.5)


def _pick_date(columns: Sequence[Facts], has_header: bool) -> _Choice:
    dated = [column for column in columns if column.dates >= 0.6]
    first = [column for column in dated if not names.is_later_date(column.name)]
    named = _first_named("date", first, lambda column: True)
    if named:
        return named
    # Compact dates look like any long number, so a nameless column must be more than that.
    sure = [column for column in first or dated if column.dates >= 0.9 and column.numbers < 0.5]
    return (sure[0].name, "its cells are dates") if sure else None


def _pick_channel(columns: Sequence[Facts], has_header: bool) -> _Choice:
    """Only a column whose words tell channels apart; `Source: batch 7` says nothing."""
    return _first_named(
        "channel", columns, lambda column: column.channels > 0 and column.words <= 5
    )


def _pick_rating(columns: Sequence[Facts], has_header: bool) -> _Choice:
    named = _first_named(
        "rating", columns, lambda column: column.ratings >= 0.6 and column.kinds <= 101
    )
    if named:
        return named
    asked = [column for column in columns if column.numbers >= 0.8 and column.kinds <= 11]
    asked = [column for column in asked if names.asks_for_rating(column.name)]
    return (asked[0].name, "its name asks for a score") if asked else None


def _pick_customer(columns: Sequence[Facts], has_header: bool) -> _Choice:
    named = _first_named(
        "customer", columns, lambda column: column.dates < 0.5 and column.words <= 5
    )
    if named:
        return named
    mails = [column for column in columns if column.emails >= 0.8]
    mails = [column for column in mails if not names.is_reply(column.name)]
    return (mails[0].name, "its cells are e-mail addresses") if mails else None


def _pick_category(columns: Sequence[Facts], has_header: bool) -> _Choice:
    def fits(column: Facts) -> bool:
        return column.data < 0.5 and column.words <= 10 and column.kinds >= 2

    def comes_back(column: Facts) -> bool:
        return column.distinct < 0.9 or column.kinds <= 20

    named = _first_named("category", columns, lambda column: fits(column) and comes_back(column))
    if named or has_header:
        return named
    few = [
        column
        for column in columns
        if fits(column) and column.words <= 4 and column.distinct <= 0.2 and column.kinds >= 3
    ]
    best = max(few, key=lambda column: column.kinds, default=None)
    return (best.name, "a few short words that come back") if best else None


_PICKS: tuple[tuple[str, Callable[[Sequence[Facts], bool], _Choice]], ...] = (
    ("text", _pick_text),
    ("title", _pick_title),
    ("date", _pick_date),
    ("rating", _pick_rating),
    ("channel", _pick_channel),
    ("category", _pick_category),
    ("customer", _pick_customer),
)
