"""Weekly figures pasted from a spreadsheet: a day, the hits and the total in each line.

The cells are parted by tabs, semicolons or, without these, commas. A first line without a day is
its header. NPS has the low answers as a fourth cell. In place of the hits there may be the figure
itself: a percentage (`61 %`, or a header that says %), a score of NPS, a mean with its spread. A
last cell with words is what else happened in that week ("strike"). Days are taken to the Monday of
their week, and two lines of one week are added up, if they are counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.insight.figures.counts import Typed, read_period
from cxreset.intake.values.date_columns import date_order
from cxreset.intake.values.dates import Order, parse_date

_NOTE: Final = 60
_FIGURES: Final = ("%", "percent", "score", "mean", "per 1")


class WeekCounts(NamedTuple):
    """What was counted in the week from `monday` on; `low` for NPS only, `note` what happened.

    `value` is the figure as written where there are no hits, which are then 0.
    """

    monday: date
    hits: int
    total: int
    low: int = 0
    note: str = ""
    value: str = ""

    @property
    def typed(self) -> Typed:
        """As it would be typed for a period."""
        if self.value:
            return Typed(total=self.total, value=self.value)
        return Typed(self.hits, self.low, self.total)


class Columns(NamedTuple):
    """How the lines are read: the order of days, the kind and its scale, what the header says."""

    order: Order
    kind: str
    scale: str = ""
    are_figures: bool = False


def read_weeks(text: str, kind: str, scale: str = "") -> list[WeekCounts]:
    """The weeks in order. UsageError, naming the line, for one that cannot be read."""
    lines = [_cells(line) for line in text.splitlines() if line.strip()]
    columns = Columns(date_order(cells[0] for cells in lines), kind, scale)
    skipped = 1
    if lines and parse_date(lines[0][0], columns.order) is None:
        columns = columns._replace(are_figures=_names_figures(lines[0]))
        lines, skipped = lines[1:], 2
    if not lines:
        raise UsageError(
            _("No weekly figures are in what was pasted: a day, the hits and the total.")
        )
    weeks: dict[date, WeekCounts] = {}
    for number, cells in enumerate(lines, start=skipped):
        week = _week(cells, number, columns)
        known = weeks.get(week.monday)
        weeks[week.monday] = _together(known, week, number) if known else week
    return sorted(weeks.values())


def _together(known: WeekCounts, week: WeekCounts, line: int) -> WeekCounts:
    """Two lines of one week."""
    if known.value or week.value:
        raise UsageError(
            _(
                "Line {line}: its week is there already; two lines of one week are added up only "
                "where both are counts."
            ).format(line=line)
        )
    return WeekCounts(
        monday=known.monday,
        hits=known.hits + week.hits,
        total=known.total + week.total,
        low=known.low + week.low,
        note="; ".join(filter(None, (known.note, week.note))),
    )


def whole_weeks(weeks: Sequence[WeekCounts], today: date) -> list[WeekCounts]:
    """Those that are over: a figure of half a week has another mix of days."""
    return [week for week in weeks if week.monday + timedelta(days=7) <= today]


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";"):
        if separator in line:
            return [cell.strip() for cell in line.split(separator)]
    return [cell.strip() for cell in line.split(",")]


def _names_figures(header: list[str]) -> bool:
    """Whether the header's second cell says that figures stand there, not hits."""
    name = header[1].casefold() if len(header) > 1 else ""
    return any(word in name for word in _FIGURES)


def _week(cells: list[str], line: int, columns: Columns) -> WeekCounts:
    is_figure = _is_figure(cells, columns)
    needed = 4 if columns.kind == "nps" and not is_figure else 3
    if len(cells) < needed:
        wanted = (
            _("a day, the 9s and 10s, the total and the 0s to 6s")
            if needed == 4
            else _("a day, the hits (or the figure) and the total")
        )
        raise UsageError(
            _("Line {line} has {cells} of {needed} cells: {wanted}.").format(
                line=line, cells=len(cells), needed=needed, wanted=wanted
            )
        )
    day = parse_date(cells[0], columns.order)
    if day is None:
        raise UsageError(
            _("Line {line}: “{cells}” is not a day.").format(
                line=line, cells=one_line(cells[0], 20)
            )
        )
    total = _number(cells[2], line)
    if total < 1:
        raise UsageError(_("Line {line}: the total must be at least 1.").format(line=line))
    week = WeekCounts(
        monday=day - timedelta(days=day.weekday()),
        hits=0 if is_figure else _number(cells[1], line),
        total=total,
        low=_number(cells[3], line) if needed == 4 else 0,
        note=" ".join(filter(None, (one_line(cell, _NOTE) for cell in cells[needed:]))),
        value=one_line(cells[1], 20) if is_figure else "",
    )
    _refuse_impossible(week, line, columns)
    return week


def _is_figure(cells: list[str], columns: Columns) -> bool:
    """Whether the second cell is the figure itself: `61 %`, an NPS without its low answers."""
    if columns.are_figures or columns.kind == "effort" or "%" in "".join(cells[1:2]):
        return True
    has_low = len(cells) > 3 and cells[3].isdigit()
    return columns.kind == "nps" and len(cells) > 2 and not has_low


def _refuse_impossible(week: WeekCounts, line: int, columns: Columns) -> None:
    """UsageError for what cannot have been counted, such as 61 % of 9 answers."""
    counted = week.hits + week.low
    if columns.kind != "rate" and not week.value and counted > week.total:
        raise UsageError(
            _("Line {line}: {counted} of {total} cannot be.").format(
                line=line, counted=whole(counted), total=whole(week.total)
            )
        )
    found = read_period(columns.kind, week.typed, columns.scale)
    if found.sample is None:
        problem = found.problem or _("a mean needs its spread here, such as 4.9 ± 1.5.")
        raise UsageError(_("Line {line}: {problem}").format(line=line, problem=problem))


def _number(cell: str, line: int) -> int:
    bare = cell.replace("\u00a0", "").replace(" ", "").replace("'", "").replace("’", "")
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 9:
        raise UsageError(
            _("Line {line}: “{cell}” is not a whole number.").format(
                line=line, cell=one_line(cell, 20)
            )
        )
    return int(bare)
