"""The list of suggestions in columns: how frequent, how costly, rising or not, how reliable.

Pure: a line is text of a given width. A column that has nothing to say is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.insight.themes.model import OBJECT
from cxreset.insight.weighing.model import RatingWeight, Weight
from cxreset.reset.suggestions.decisions import Suggested
from cxreset.reset.suggestions.finding import PART
from cxreset.sharing.facts.wording import percent

MARK = 7
SPARKS = "▁▂▃▄▅▆▇█"
NAME, LONG_NAME = 22, 30
"""Cells that the longest name has, at least and at most, before there is room for weeks one by one,
bars and shares."""
BAR, SHARE = 12, 7
READINGS = 5
"""Dots of `Holds`: one for each half of the comments that is looked at again."""
LEGEND = N_(
    "Rating: the mean of those who name it, and its distance to other complaints where that is "
    "clear.  ↑ clearly more often in the last 30 days than before.  "
    "Holds: in how many of five halves of the comments it is found again."
)

Parts = list[tuple[str, str]]


class Row(NamedTuple):
    """A suggestion with what it weighs; `holds` is the share (0..1) of halves that it stays in,
    None while that is not known. `counted` of `total` comments name it: complaints, or all."""

    suggested: Suggested
    weight: Weight | None
    holds: float | None
    counted: int
    total: int


class FigureColumn(NamedTuple):
    """A column: its head, its width in cells with the gap before it, and how a row fills it."""

    head: str
    width: int
    fill: Callable[[Row], Parts]


def columns(
    rows: Iterable[Row], width: int, *, halves: bool, everything: bool = False
) -> list[FigureColumn]:
    """The columns that have something to say in `width` cells.

    `halves`: are halves of the comments looked at? `everything`: is praise counted too?
    """
    rows = list(rows)
    weights = [row.weight for row in rows if row.weight]
    longest = max((len(row.suggested.theme.name) for row in rows), default=0)
    names = max(NAME, min(LONG_NAME, longest + 1))
    most = max((row.counted for row in rows), default=0)
    counted = FigureColumn(_("Comments") if everything else _("Complaints"), 12, _count)
    rise = FigureColumn("↑", 3, _rise)
    found = [counted]
    if everything:
        found.append(FigureColumn(_("Complain"), 10, _complaining))
    found += _rating_columns([weight.rating for weight in weights if weight.rating])
    if any(weight.month for weight in weights):
        found.append(rise)
    if halves:
        found.append(FigureColumn(_("Holds"), READINGS + 2, _holds))
    wider = (
        (rise, FigureColumn(_("8 weeks   "), 13, _weeks)),
        (counted, FigureColumn(counted.head, BAR + 7, lambda row: _bar(row, most) + _count(row))),
    )
    for narrow, wide in wider:
        if narrow in found and wide.width - narrow.width <= _left(found, width, names):
            found[found.index(narrow)] = wide
    if _left(found, width, names) >= SHARE:
        found.insert(1, FigureColumn(_("Share  ").strip(), SHARE, _share))
    return found


def _rating_columns(ratings: Sequence[RatingWeight]) -> list[FigureColumn]:
    """With the distance to others where one is clear; none without a rating."""
    head = _("Rating  ")
    if any(rating.contrast is not None and rating.contrast.is_clear for rating in ratings):
        return [FigureColumn(head, 11, _rating)]
    return [FigureColumn(head.strip(), len(head.strip()) + 2, _mean)] if ratings else []


def _left(shown: Sequence[FigureColumn], width: int, names: int) -> int:
    """Cells that names and columns leave, once each name has so many of them."""
    return width - MARK - names - sum(column.width for column in shown)


def head(shown: Sequence[FigureColumn], width: int) -> str:
    """The names of the columns, above the lines of the same width."""
    name = " " * MARK + _("Theme")
    heads = "".join(f"{column.head:>{column.width}}" for column in shown)
    return f"{name:<{_name_width(shown, width) + MARK}}{heads}"


def line(row: Row, shown: Sequence[FigureColumn], width: int) -> Content:
    """One suggestion: its mark, its name, and its columns."""
    theme, number = row.suggested
    mark = "   └" if PART in theme.id else ""
    if number is not None:
        mark = f"✓ P{number}"
    room = _name_width(shown, width)
    name = theme.name
    if f"{PART}{OBJECT}:" in theme.id:  # below its reason it need not be said again
        name = name.rpartition(": ")[2]
    parts: Parts = [(f"{mark:<{MARK}}", "$success"), (f"{one_line(name, room):<{room}}", "")]
    for column in shown:
        filled = column.fill(row)
        used = sum(len(text) for text, _ in filled)
        parts += [(" " * max(0, column.width - used), ""), *filled]
    return Content.assemble(*parts)


def _name_width(shown: Sequence[FigureColumn], width: int) -> int:
    return max(12, min(48, width - MARK - sum(column.width for column in shown)))


def _bar(row: Row, most: int) -> Parts:
    cells = max(1, round(BAR * row.counted / most)) if most else 0
    figure = len(whole(row.counted))
    return [("━" * cells, "$primary"), (" " * (BAR - cells + 5 - figure), "")]


def _count(row: Row) -> Parts:
    return [(whole(row.counted), "bold")]


def _complaining(row: Row) -> Parts:
    return [(whole(row.suggested.theme.count), "")]


def _share(row: Row) -> Parts:
    return [(percent(row.counted, row.total).replace(_("under "), "<"), "$text-muted")]


def _rating(row: Row) -> Parts:
    rating = row.weight.rating if row.weight else None
    if rating is None:
        return []
    return [(decimal(rating.mean, 1), ""), _distance(rating)]


def _mean(row: Row) -> Parts:
    rating = row.weight.rating if row.weight else None
    return [(decimal(rating.mean, 1), "")] if rating is not None else []


def _distance(rating: RatingWeight) -> tuple[str, str]:
    """How far from the other complaints, only where that is clear."""
    contrast = rating.contrast
    if contrast is None or not contrast.is_clear:
        return ("     ", "")
    sign = "−" if contrast.difference < 0 else "+"
    style = "$text-warning" if rating.worse else "$text-muted"
    return f" {sign}{decimal(abs(contrast.difference), 1)}", style


def _weeks(row: Row) -> Parts:
    weeks = row.weight.weeks if row.weight else ()
    most = max(weeks, default=0)
    if not most:
        return _rise(row)
    sparks = "".join(SPARKS[round((len(SPARKS) - 1) * number / most)] for number in weeks)
    return [(sparks, "$text-muted"), *(_rise(row) or [("  ", "")])]


def _rise(row: Row) -> Parts:
    month = row.weight.month if row.weight else None
    return [(" ↑", "$text-warning")] if month and month.rises else []


def _holds(row: Row) -> Parts:
    if row.holds is None:
        return []
    full = round(READINGS * row.holds)
    return [("●" * full, ""), ("○" * (READINGS - full), "$text-muted")]
