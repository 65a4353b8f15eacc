"""The register's sheet of charts: what is drawn stands beside each chart as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.insight.figures.kinds import KINDS
from cxreset.sharing.data import register_charts as charts
from cxreset.sharing.data.cells import flat
from cxreset.sharing.data.register_charts import ZERO, Draw, Figures, Row
from cxreset.sharing.data.register_styles import ACCENT, MUTED, Styles
from cxreset.sharing.facts.customers import FixFact
from cxreset.sharing.facts.pilots import MeasureFact
from cxreset.sharing.facts.plan import PlanFacts

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

EMPTY = N_("No figure yet: charts come with what is counted.")
_ENDS: dict[str, tuple[float, float | None]] = {
    "csat": (0, 100),
    "nps": (-100, 100),
    "effort": (1, None),
}
_WIDE, _ROW_HIGH, _FEWEST = 560, 21, 11
_PRINTED, _ON_A_PAGE = 57, 54
"""The sheet is printed at so many percent of its size, and a page then holds so many rows."""


def add_charts(book: Workbook, sheet: Worksheet, styles: Styles, facts: PlanFacts) -> None:
    """Each table with its chart to the right, one under the other."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 50)
    sheet.set_column(1, 4, 15)
    sheet.set_column(5, 5, 3)
    head = styles.get(bold=True, font_color=ACCENT, text_wrap=False)
    label = styles.get(bold=True, font_color=MUTED, text_wrap=False)
    row = top = 0
    breaks: list[int] = []
    for figures in _all(facts):
        high = max(_FEWEST, len(figures.rows) + 6)
        if top < row and row + high - top > _ON_A_PAGE:  # no chart is cut by the end of a page
            top = row
            breaks.append(row)
        sheet.write_string(row, 0, figures.title, head)
        for column, name in enumerate(figures.columns):
            sheet.write_string(row + 1, column, name, label)
        for at, values in enumerate(figures.rows, row + 2):
            _write(sheet, at, values, styles)
        chart = figures.draw(book, figures, row + 2)
        chart.set_size({"width": _WIDE, "height": high * _ROW_HIGH})
        sheet.insert_chart(row, 6, chart, {"description": figures.seen, "y_offset": 4})
        row += high + 2
    if not row:
        sheet.write_string(
            0, 0, _(EMPTY), styles.get(italic=True, font_color=MUTED, text_wrap=False)
        )
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.set_print_scale(_PRINTED)
    sheet.set_h_pagebreaks(breaks)


def _write(sheet: Worksheet, row: int, values: Row, styles: Styles) -> None:
    for column, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(row, column, value, styles.cell("text", value))
        elif isinstance(value, date):
            sheet.write_number(row, column, value.toordinal() - ZERO, styles.cell("date"))
        elif value is not None:
            sheet.write_number(row, column, value, styles.cell("number"))


def _all(facts: PlanFacts) -> Iterator[Figures]:
    yield from _pains(facts)
    yield from _preventable(facts)
    yield from _impact_effort(facts)
    yield from _roadmap(facts)
    yield from _days(facts)
    for kind in KINDS:
        yield from _before_after(facts, kind)


def _named(ref: str, title: str) -> str:
    return f"{ref} {flat(title, 60)}".strip()


def _in_words(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    lines = (", ".join(f"{value}" for value in row if value is not None) for row in rows)
    return f"{title} ({', '.join(columns)}): {'; '.join(lines)}."[:2000]


def _figures(
    title: str, columns: tuple[str, ...], rows: Sequence[Row], draw: Draw
) -> Iterator[Figures]:
    """Nothing without rows."""
    if rows:
        yield Figures(title, columns, tuple(rows), draw, _in_words(title, columns, rows))


def _pains(facts: PlanFacts) -> Iterator[Figures]:
    rows = [
        (_named(pain.ref, pain.title), pain.comments, round(100 * pain.comments / facts.comments))
        for pain in facts.all_pains()
        if facts.comments and pain.comments
    ]
    yield from _figures(
        _("What hurts, in comments"),
        (_("Pain point"), _("Comments"), _("% of all")),
        rows,
        charts.bars,
    )


def _preventable(facts: PlanFacts) -> Iterator[Figures]:
    hits, marked = facts.preventable
    if not marked or facts.preventable_range is None:
        return
    low, high = facts.preventable_range
    share = 100 * hits / marked
    name = _("Preventable, of {marked} judged").format(marked=whole(marked))
    rows = [(name, round(share, 1), round(share - low, 1), round(high - share, 1))]
    columns = (_("Contacts"), "%", _("Range below"), _("Range above"))
    yield from _figures(_("Contacts that need never have happened"), columns, rows, charts.share)


def _impact_effort(facts: PlanFacts) -> Iterator[Figures]:
    rows = [
        (_named(pain.ref, pain.title), pain.effort, pain.impact, pain.ref)
        for pain in facts.all_pains()
        if pain.effort is not None and pain.impact is not None
    ]
    columns = (_("Pain point"), _("Effort, 1 to 5"), _("Impact, 1 to 5"), _("Id"))
    yield from _figures(_("Impact and effort"), columns, rows, charts.scatter)


def _roadmap(facts: PlanFacts) -> Iterator[Figures]:
    rows = [
        (_named(fix.ref, fix.title), first, (last - first).days + 1, last)
        for fix in sorted(facts.fixes, key=lambda fix: fix.start_on or facts.today)
        for first, last in _span(fix)
    ]
    columns = (_("Fix"), _("First day"), _("Days"), _("Last day"))
    yield from _figures(_("The roadmap"), columns, rows, charts.gantt)


def _span(fix: FixFact) -> Iterator[tuple[date, date]]:
    if fix.start_on and fix.end_on:
        yield min(fix.start_on, fix.end_on), max(fix.start_on, fix.end_on)


def _days(facts: PlanFacts) -> Iterator[Figures]:
    marks = [mark for week in facts.days.weeks for mark in week]
    named = (
        (_("Done"), ("done",)),
        (_("Begun"), ("half",)),
        (_("Today and to come"), ("today", "open")),
    )
    rows = [(name, sum(marks.count(one) for one in of)) for name, of in named]
    if marks:
        yield from _figures(
            _("The thirty days, in working days"), (_("Days"), _("Number")), rows, charts.bars
        )


def _before_after(facts: PlanFacts, kind: str) -> Iterator[Figures]:
    """The figures of one kind, so that one scale is true of all of them."""
    every = (*(one for pilot in facts.pilots for one in pilot.measures), *facts.measures)
    rows = [_measured(one) for one in every if one.kind == kind]
    known = [row for row in rows if row[1] is not None and row[2] is not None]
    columns = (_("Figure"), _("Before"), _("After"), _("Range ±, before"), _("Range ±, after"))
    draw = charts.pairs(*_ENDS.get(kind, (0, None)))
    yield from _figures(
        _("Before and after: {scale}").format(scale=_(KINDS[kind].scale)), columns, known, draw
    )


def _measured(one: MeasureFact) -> Row:
    here = {row.is_after: row for row in one.ranges if not row.is_elsewhere}
    halves = [
        round((row.high - row.low) / 2, 1)
        if (row := here.get(is_after)) and row.low is not None and row.high is not None
        else None
        for is_after in (False, True)
    ]
    before, after = (
        None if value is None else round(value, 1) for value in (one.before, one.after)
    )
    return (_named(one.ref, one.name), before, after, *halves)
