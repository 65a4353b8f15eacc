"""Which column holds what: guessed by name and by content, with the reason said, and overridable.

The guess is a proposal. It is made on the first rows only and shown before anything is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.intake.columns import names
from cxreset.intake.columns.facts import Facts, facts_of
from cxreset.intake.columns.find import find_column, numbered
from cxreset.intake.columns.wording import ENOUGH, is_answered_freely, more_words, text_score

_BY_NAME = "its name says so"
_MOST_DATES, _SOME_DATES = 0.6, 0.2  # shares of a column that its name calls a date


class Mapping(NamedTuple):
    """Column names by role; None where the file has no such column.

    `more` are further columns of words beside `text`: each of their cells is a comment of its own.
    """

    text: str | None = None
    title: str | None = None
    date: str | None = None
    channel: str | None = None
    rating: str | None = None
    customer: str | None = None
    category: str | None = None
    more: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Every column of words, the chief one first."""
        return (() if self.text is None else (self.text,)) + self.more

    def roles(self) -> dict[str, str]:
        """The roles that have a column, with its name; `more` is none of them."""
        named = zip(ROLES, self, strict=False)
        return {role: name for role, name in named if isinstance(name, str)}


ROLES: tuple[str, ...] = Mapping._fields[:-1]


class Guess(NamedTuple):
    """A mapping, and for each role that found a column why (`{"text": "its name says so"}`).

    `facts` are of every column, `words` the columns that read like words and are not taken.
    """

    mapping: Mapping
    reasons: dict[str, str]
    facts: tuple[Facts, ...] = ()
    words: tuple[str, ...] = ()


def guess_columns(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    has_header: bool = True,
    columns: Mapping | None = None,
    named: Mapping | None = None,
) -> Guess:
    """Map the columns of `header`, judged on `rows`; what is `named` wins over any guess.

    With `columns` nothing is guessed: None leaves a role out. `text` is None when no column reads
    like someone's words. Raises UsageError for an override that names no column.
    """
    facts = [facts_of(name, [row[at] for row in rows]) for at, name in enumerate(header)]
    if columns is not None:
        return _chosen(header, columns)._replace(facts=tuple(facts))
    given = Mapping() if named is None else named
    asked = {role: find_column(header, name) for role, name in given.roles().items()}
    also = tuple(find_column(header, name) for name in given.more)
    found: dict[str, str] = {}
    reasons: dict[str, str] = {}
    # The order matters: a column has one role, and the words come first.
    for role, pick in _PICKS:
        if role in asked:
            choice: _Choice = (asked[role], _("you named it"))
        else:
            taken = {*found.values(), *asked.values(), *also}
            free = [column for column in facts if column.name not in taken and column.filled]
            choice = pick(free, has_header)
        if choice:
            found[role], reasons[role] = choice
    if "text" not in found and "title" in found:
        # A ticket list without bodies: the subject line is all the customer's words there are.
        found["text"] = found.pop("title")
        reasons["text"] = _("the only words there are")
        reasons.pop("title")
    mapping = Mapping(**found, more=also)
    if "text" in asked or mapping.text is None:
        return Guess(mapping, reasons, tuple(facts))
    used = {*mapping.roles().values(), *also}
    more, left = more_words(mapping.text, used, facts)
    return Guess(mapping._replace(more=also + more), reasons, tuple(facts), left)


def _chosen(header: Sequence[str], columns: Mapping) -> Guess:
    found = {role: find_column(header, name) for role, name in columns.roles().items()}
    more = tuple(find_column(header, name) for name in columns.more)
    if "text" not in found and more:
        found["text"], more = more[0], more[1:]
    if "text" not in found:
        if "title" not in found:
            raise UsageError(
                _("One column must hold the customer's words. The columns are: {numbered}.").format(
                    numbered=numbered(header)
                )
            )
        found["text"] = found.pop("title")
    more = tuple(name for name in more if name != found["text"])
    return Guess(Mapping(**found, more=more), dict.fromkeys(found, _("you chose it")))


_Choice = tuple[str, str] | None


def _first_named(role: str, columns: Sequence[Facts], fits: Callable[[Facts], bool]) -> _Choice:
    """The best-known name of a role among the columns whose content agrees."""
    ranked = [
        (position, at)
        for at, column in enumerate(columns)
        if (position := names.rank(role, column.name)) is not None and fits(column)
    ]
    return (columns[min(ranked)[1]].name, _(_BY_NAME)) if ranked else None


def _pick_text(columns: Sequence[Facts], has_header: bool) -> _Choice:
    best = max(columns, key=text_score, default=None)
    if best is None or text_score(best) <= ENOUGH:
        questions = [column for column in columns if is_answered_freely(column)]
        if questions:  # short answers, in a language that is not known
            chief = max(questions, key=text_score)
            return chief.name, _("a question answered in words")
        lone = len(columns) == 1 and columns[0].data <= 0.5 and not names.is_reply(columns[0].name)
        return (columns[0].name, _("the only column with words")) if lone else None
    if names.rank("text", best.name) is not None or names.speaks_of_text(best.name):
        return best.name, _(_BY_NAME)
    return best.name, _("the longest and most varied words")


# -- what stands beside them


def _pick_title(columns: Sequence[Facts], has_header: bool) -> _Choice:
    return _first_named("title", columns, lambda column: column.data < 0.5 and column.jobs < 0.3)


def _pick_date(columns: Sequence[Facts], has_header: bool) -> _Choice:
    columns = [column for column in columns if not names.is_reply(column.name)]
    named = [column for column in columns if not names.is_later_date(column.name)]
    for share in (_MOST_DATES, _SOME_DATES):
        enough = [column for column in named if column.dates >= share]
        if found := _first_named("date", enough, lambda column: True):
            return found
    dated = [column for column in columns if column.dates >= 0.6]
    # The same day in every row is a version, or the day of the export.
    dated = [column for column in dated if column.kinds > 1] or dated
    dated.sort(key=lambda column: names.is_sent(column.name))
    # Compact dates look like any long number, so a nameless column must be more than that.
    first = [column for column in dated if not names.is_later_date(column.name)]
    sure = [column for column in first or dated if column.dates >= 0.9 and _is_no_number(column)]
    if sure:
        return sure[0].name, _("its cells are dates")
    some = [column for column in first or columns if names.speaks_of_date(column.name)]
    some = [column for column in some if column.dates >= _SOME_DATES and column.ratings < 0.5]
    best = max(some, key=lambda column: column.dates, default=None)
    return (best.name, _(_BY_NAME)) if best else None


def _is_no_number(column: Facts) -> bool:
    return column.numbers < 0.5 or names.speaks_of_date(column.name)


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
    rated = [column for column in columns if column.ratings >= 0.8 and column.kinds <= 11]
    asked = [column for column in rated if names.asks_for_rating(column.name)]
    asked.sort(key=lambda column: column.kinds < 3)  # yes or no only where nothing tells more
    if asked:
        return asked[0].name, _("its name asks for a score")
    # In a language that is not known: the one question of a form that is answered in numbers.
    open_ones = [column for column in rated if _is_open(column.name)]
    counted = [column for column in open_ones if column.numbers >= 0.8 or column.kinds > 2]
    return (
        (counted[0].name, _("the one question answered by a scale")) if len(counted) == 1 else None
    )


def _is_open(name: str) -> bool:
    return names.is_question(name) and not names.is_closed_question(name)


def _pick_customer(columns: Sequence[Facts], has_header: bool) -> _Choice:
    people = [column for column in columns if not names.is_staff(column.name)]
    # One and the same in every row is the place, or the product, rather than who wrote.
    several = [column for column in people if column.kinds > 1]
    named = _first_named("customer", several, _is_name) or _first_named(
        "customer", people, _is_name
    )
    if named:
        return named
    called = [column for column in several if names.speaks_of_customer(column.name)]
    called = [column for column in called if _is_name(column) and _tells_apart(column)]
    if called:
        return called[0].name, _(_BY_NAME)
    mails = [column for column in people if column.emails >= 0.8]
    mails = [column for column in mails if not names.is_reply(column.name)]
    return (mails[0].name, _("its cells are e-mail addresses")) if mails else None


def _tells_apart(column: Facts) -> bool:
    """Hardly twice the same: a person, rather than a kind of person."""
    return column.words <= 3 and column.distinct > 0.5 and not names.speaks_of_kind(column.name)


def _is_name(column: Facts) -> bool:
    return column.dates < 0.5 and column.words <= 5


def _pick_category(columns: Sequence[Facts], has_header: bool) -> _Choice:
    def fits(column: Facts) -> bool:
        return column.data < 0.5 and column.words <= 10 and column.kinds >= 2

    def comes_back(column: Facts) -> bool:
        return column.distinct < 0.9 or column.kinds <= 20

    named = _first_named("category", columns, lambda column: fits(column) and comes_back(column))
    if named:
        return named
    kinds = [column for column in columns if names.speaks_of_kind(column.name)]
    kinds = [column for column in kinds if fits(column) and comes_back(column)]
    kinds = [column for column in kinds if column.words <= 4 and column.ratings < 0.5]
    if kinds or has_header:
        return (kinds[0].name, _(_BY_NAME)) if kinds else None
    few = [
        column
        for column in columns
        if fits(column) and column.words <= 4 and column.distinct <= 0.2 and column.kinds >= 3
    ]
    best = max(few, key=lambda column: column.kinds, default=None)
    return (best.name, _("a few short words that come back")) if best else None


_PICKS: tuple[tuple[str, Callable[[Sequence[Facts], bool], _Choice]], ...] = (
    ("text", _pick_text),
    ("title", _pick_title),
    ("date", _pick_date),
    ("rating", _pick_rating),
    ("channel", _pick_channel),
    ("category", _pick_category),
    ("customer", _pick_customer),
)
