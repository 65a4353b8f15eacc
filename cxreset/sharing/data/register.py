"""The action register: an Excel workbook that colleagues work in and send back.

One sheet a part. The first column of each holds the ids; a hidden sheet holds what the actions
were when it was made, so that reading it back can tell who changed what. Every text is written as
text: the one formula there is ("in 3 days") is ours and refers to our own columns.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from cxreset.base.language.words import _, pgettext
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import STATUSES, flat, identity, plain, shortened
from cxreset.sharing.data.register_charts import SHEET
from cxreset.sharing.data.register_figures import add_charts
from cxreset.sharing.data.register_parts import PARTS, Cell, Part, SheetColumn, about_lines
from cxreset.sharing.data.register_styles import (
    ACCENT,
    LATE,
    LATE_PAPER,
    LINE,
    MUTED,
    Styles,
    lines_of,
)
from cxreset.sharing.facts.plan import PlanFacts

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

EXPORTED = "As exported"
"""The hidden sheet; `returned` looks for it by this name."""
MARKS = 12
"""The column of the hidden sheet, from 0, in which the names of the other sheets stand, and behind
each a mark of what was on it."""
LISTS = "Lists"
SPARE = 200
"""Rows below the last action in which a new one can be written with the same choices."""
FIRST = date(1900, 3, 1)
"""Days before are written as text: Excel counts a 29 February 1900 that never was."""
ZERO = date(1899, 12, 30).toordinal()


def render(facts: PlanFacts) -> bytes:
    """The register as the bytes of an .xlsx file, the same for the same facts."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": _("d mmm yyyy"),
        },
    )
    made = datetime.combine(facts.today, time(12))
    named = flat(facts.organisation, 200) or flat(facts.name, 200)
    book.set_properties(
        {"title": _("Action register, {named}").format(named=named), "created": made}
    )
    styles = Styles(book)
    contents = [list(part.rows(facts)) for part in PARTS]
    for part, rows in zip(PARTS, contents, strict=True):
        _fill(book.add_worksheet(_(part.title)), part, rows, styles, facts)
    add_charts(book, book.add_worksheet(_(SHEET)), styles, facts)
    _about(book.add_worksheet(pgettext("sheet", "About")), styles, facts)
    _lists(book.add_worksheet(LISTS), facts)
    _exported(book.add_worksheet(EXPORTED), facts, contents)
    book.worksheets()[0].activate()
    book.close()
    return out.getvalue()


def _fill(
    sheet: Worksheet, part: Part, rows: Sequence[Sequence[Cell]], styles: Styles, facts: PlanFacts
) -> None:
    """A sheet: a line that says what it is, the header, the rows."""
    columns = part.columns
    last = len(columns) - 1
    sheet.hide_gridlines(2)
    sheet.set_default_row(21)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, None, {"hidden": column.kind == "hidden"})
    sheet.set_row(0, 26)
    for at, column in enumerate(columns):
        head = styles.get(
            bold=True,
            font_color="#FFFFFF",
            bg_color=ACCENT,
            valign="vcenter",
            text_wrap=False,
            align="center" if column.kind == "number" else "left",
            indent=0 if column.kind == "number" else 1,
        )
        sheet.write_string(0, at, column.heading, head)
    _rows(sheet, columns, rows, styles, blanks=part.title == "Actions")
    if not rows:
        note = styles.get(italic=True, font_color=MUTED, text_wrap=False)
        sheet.write_string(1, 0, part.when_empty(facts), note)
    if part.title == "Actions":
        sheet.set_tab_color(ACCENT)
    sheet.freeze_panes(1, part.frozen)
    sheet.autofilter(0, 0, max(1, len(rows)), last)
    if part.title == "Actions":
        _actions(sheet, len(rows), last, styles, facts)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_footer(f"&L&9{_(part.title)}&R&9&P / &N")


def _rows(
    sheet: Worksheet,
    columns: Sequence[SheetColumn],
    rows: Sequence[Sequence[Cell]],
    styles: Styles,
    *,
    blanks: bool,
) -> None:
    """The rows below the header. An empty cell is one only with `blanks`, where people may fill it
    in; elsewhere it is a line under nothing, by one rule for all: a long register has many."""
    widths = [_width(column) for column in columns]
    for number, row in enumerate(rows, 1):
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            if blanks or value not in ("", None):
                _write(sheet, number, at, column.kind, value, styles)
        lines = max(map(lines_of, row, widths))
        if lines > 1:
            sheet.set_row(number, min(15 * lines + 6, 400))
    if rows and not blanks:
        rule = {"type": "blanks", "format": styles.get(bottom=1, bottom_color=LINE)}
        sheet.conditional_format(1, 0, len(rows), len(columns) - 1, rule)


def _width(column: SheetColumn) -> float:
    """The characters that a line holds; a hidden column makes no row higher."""
    if column.kind == "hidden":
        return cells.CELL
    return (column.width - 2) * (0.92 if column.kind == "bold" else 1)


def _write(sheet: Worksheet, row: int, at: int, kind: str, value: Cell, styles: Styles) -> None:
    if isinstance(value, str):
        text = shortened(plain(value))
        if text:
            sheet.write_string(row, at, text, styles.cell(kind, text))
        else:
            sheet.write_blank(row, at, None, styles.cell(kind))
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value, styles.cell("number"))
    elif value is None:
        sheet.write_blank(row, at, None, styles.cell(kind))
    elif value >= FIRST:
        sheet.write_number(row, at, value.toordinal() - ZERO, styles.cell("date"))
    else:
        sheet.write_string(row, at, value.isoformat(), styles.cell("date"))


def _actions(sheet: Worksheet, rows: int, last: int, styles: Styles, facts: PlanFacts) -> None:
    """Choices for status and owner, the standing that follows the calendar, what is late."""
    names = [column.name for column in PARTS[0].columns]
    statuses = [_(label) for label in STATUSES.values()]
    owner, due, status, schedule = (
        names.index(name) for name in ("Owner", "Deadline", "Status", "Standing")
    )
    end = rows + SPARE
    people = _people(facts)
    if people:
        sheet.data_validation(
            1, owner, end, owner,
            {
                "validate": "list", "source": f"={LISTS}!$A$1:$A${len(people)}",
                "show_error": False, "input_title": _("Owner"),
                "input_message": _("One name. Another name than those listed is fine."),
            },
        )  # fmt: skip
    sheet.data_validation(
        1, status, end, status,
        {
            "validate": "list", "source": statuses,
            "error_title": _("Not a status"),
            "error_message": _("Choose {statuses}.").format(statuses=", ".join(statuses)),
        },
    )  # fmt: skip
    sheet.data_validation(
        1, due, end, due,
        {
            "validate": "date", "criteria": ">=", "value": cells.FIRST_DAY,
            "error_type": "warning", "error_title": _("Not a date"),
            "error_message": _("Write a date, such as 9 Oct 2026."),
        },
    )  # fmt: skip
    for number, action in enumerate(facts.actions, 1):
        line = number + 1
        when, state = f"D{line}", f"E{line}"
        closed = _closed(state)
        days = f"{when}-TODAY()"
        sheet.write_formula(
            number, schedule,
            f'=IF({closed},"",IF(NOT(ISNUMBER({when})),"{_("no deadline")}",'
            f'IF({days}=0,"{_("today")}",IF({days}>0,{_counted(days, cells.days_ahead)},'
            f"{_counted(days, cells.days_late, sign='-')}))))",
            styles.cell("text"), cells.schedule_note(action, facts.today),
        )  # fmt: skip
    if rows:
        ending = cells.days_late(2).split()[-1]
        late = f'=RIGHT($G2,{len(ending)})="{ending}"'
        for first, final, looks in (
            (due, due, styles.get(font_color=LATE, bg_color=LATE_PAPER, bold=True)),
            (schedule, schedule, styles.get(font_color=LATE, bg_color=LATE_PAPER, bold=True)),
            (0, last, styles.get(bg_color=LATE_PAPER)),
        ):
            rule = {"type": "formula", "criteria": late, "format": looks}
            sheet.conditional_format(1, first, rows, final, rule)
        closed = f"={_closed('$E2')}"
        rule = {"type": "formula", "criteria": closed, "format": styles.get(font_color=MUTED)}
        sheet.conditional_format(1, 0, rows, last, rule)
        sheet.print_area(0, 0, rows, names.index("Comments"))


def _closed(cell: str) -> str:
    """The part of a formula that asks whether a status is one after which nothing is open."""
    completed, cancelled = (cells.shown_status(status) for status in ("completed", "cancelled"))
    return f'OR({cell}="{completed}",{cell}="{cancelled}")'


def _counted(days: str, words: Callable[[int], str], sign: str = "") -> str:
    """The part of a formula that says so many days in words: `"in "&(D2-TODAY())&…`."""
    before, after = words(2).split("{days}")
    one = words(1).split("{days}")[1]
    head = f'"{before}"&' if before else ""
    return f'{head}{sign}({days})&IF({days}={sign}1,"{one}","{after}")'


def _people(facts: PlanFacts) -> list[str]:
    names = [
        facts.name,
        *(one.name for one in facts.meeting.people),
        *(one.owner for one in facts.actions),
        *(one.who for one in facts.follow_ups),
    ]
    return sorted({flat(name, 250) for name in names if flat(name)}, key=str.casefold)


def _lists(sheet: Worksheet, facts: PlanFacts) -> None:
    for row, name in enumerate(_people(facts)):
        sheet.write_string(row, 0, name)
    sheet.hide()


def _exported(
    sheet: Worksheet, facts: PlanFacts, contents: Sequence[Sequence[Sequence[Cell]]]
) -> None:
    """The identity of the workbook, each action's cells as they are read back, and beside them a
    mark of each other sheet."""
    sheet.write_row(0, 0, ["cxreset", identity(facts), facts.today.isoformat()])
    sheet.write_row(1, 0, ["Id", *cells.LABELS.values(), *cells.OTHERS.values()])
    names = [column.name for column in PARTS[0].columns]
    others = [names.index(name) for name in cells.OTHERS.values()]
    for row, (action, cells_of_row) in enumerate(zip(facts.actions, contents[0], strict=True), 2):
        values = cells.cell_forms(action)
        texts = [action.ref, *(values[name] for name in cells.FIELDS)]
        texts += [cells.as_read(cells_of_row[at]) for at in others]
        for at, text in enumerate(texts):
            sheet.write_string(row, at, text)
    for row, (part, rows) in enumerate(zip(PARTS[1:], contents[1:], strict=True)):
        texts_of = (map(cells.as_read, line) for line in rows or [[part.when_empty(facts)]])
        sheet.write_row(row, MARKS, [_(part.title), cells.sheet_mark(texts_of)])
    sheet.hide()


def _about(sheet: Worksheet, styles: Styles, facts: PlanFacts) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 92)
    title = flat(" · ".join(filter(None, (facts.organisation, facts.name))), 200)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, _("Action register"), styles.get(
        bold=True, font_size=18, font_color=ACCENT, text_wrap=False))  # fmt: skip
    label = styles.get(bold=True, font_color=MUTED)
    body = styles.get()
    for row, (name, text) in enumerate(about_lines(facts, title), 2):
        sheet.write_string(row, 0, name, label)
        text = shortened(plain(text))
        sheet.write_string(
            row, 1, text, styles.get(quote_prefix=True) if cells.acts(text) else body
        )
        sheet.set_row(row, 15 * lines_of(text, 92) + 5)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
