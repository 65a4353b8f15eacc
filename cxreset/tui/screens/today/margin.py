"""What stands beside Today where there is room: the thirty days, the figures, what waits."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from textual.content import Content

from cxreset.base.day_words import weekday
from cxreset.base.language.words import _
from cxreset.base.text import one_line, shown, wrapped
from cxreset.programme.calendar import WEEK
from cxreset.programme.model import Week
from cxreset.reset.pacing import DONE, OPEN, REST, TODAY
from cxreset.reset.progress import metrics
from cxreset.reset.reset import Reset
from cxreset.reset.today import TodayPage
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.today.lines import (
    DUE_SHOWN,
    MARKS,
    SECTION,
    TO_COME,
    due_when,
    mark,
)

MISSED = "◌"
LABEL = 9  # cells for the name of a week
CELL = 3  # cells for a day
NO_DAY = (" " * CELL, "")
CLOSE = "Close"
NO_FIGURES = "They stand here once the week has some."


class Heard(NamedTuple):
    """What only the whole workbook can say, read once it is open; all of it may be empty.

    `voice` are a customer's words with where they come from in the last line; `since` says that
    they were said after the pilot began. `moved` are the figures of the closing.
    """

    voice: str = ""
    since: bool = False
    moved: Content | None = None


def margin_lines(
    reset: Reset, page: TodayPage, width: int, heard: Heard, *, high: bool = False
) -> Content:
    """All of the margin, its sections parted by an empty line; more of them in a `high` window."""
    sections = [
        _days(reset, page, width),
        heard.moved or _figures(reset, page, width),
        _waiting(page, width),
        *(_more(reset, page, width) if high else ()),
        _voice(heard, width),
    ]
    return Content("\n\n").join([section for section in sections if section is not None])


def _more(reset: Reset, page: TodayPage, width: int) -> tuple[Content | None, ...]:
    from cxreset.tui.screens.today.overview import thread_so_far, week_ahead

    return thread_so_far(reset), week_ahead(reset, page, width)


def _section(name: str, aside: str, width: int) -> Content:
    space = " " * max(1, width - len(name) - len(aside))
    return Content.assemble((name, SECTION), space, (aside, "$text-muted"))


def _days(reset: Reset, page: TodayPage, width: int) -> Content:
    """The thirty days, a row a week, and what the signs mean."""
    steps = _("{done} of {total} steps").format(done=page.done, total=page.total)
    lines = [_section(_("THIRTY DAYS"), steps, width)]
    rows = _grid(reset, page)
    shown = [at for at in range(WEEK) if any(row.is_worked(at) for row in rows)]
    first = reset.calendar.days[0].on
    names = [weekday(first + timedelta(at), short=True)[:2] for at in shown]
    heads = "".join(f"{name:<{CELL}}" for name in names)
    lines.append(Content.styled(" " * LABEL + heads, "$text-muted"))
    for row in rows:
        label = (f"{one_line(row.name, LABEL - 1):<{LABEL}}", row.style)
        lines.append(Content.assemble(label, *(row.cells.get(at, NO_DAY) for at in shown)))
    legend = [
        f"{sign} {name}"
        for sign, name in (
            (MARKS[TODAY], _("today")),
            (MARKS[DONE], _("done")),
            (TO_COME, _("to come")),
            (MISSED, _("missed")),
        )
    ]
    fits = len("  ".join(legend)) < width
    signs = "  ".join(legend) if fits else "\n".join(("  ".join(legend[:2]), "  ".join(legend[2:])))
    lines += [Content(""), Content.styled(signs, "$text-muted")]
    return Content("\n").join(lines)


class _Row(NamedTuple):
    """A line of the grid: the week's name, empty where it goes on, and a cell by its column."""

    name: str
    style: str
    cells: dict[int, tuple[str, str]]

    def is_worked(self, column: int) -> bool:
        """Is there a working day in this column?"""
        return self.cells.get(column, NO_DAY) not in (NO_DAY, _sign(*mark(REST)))


def _grid(reset: Reset, page: TodayPage) -> list[_Row]:
    """Each week's days under the days of the week they fall on, spare days among them.

    A week that a day away has moved into the next seven days goes on in a line of its own.
    """
    titles = [*(week.short for week in reset.pack.weeks), _(CLOSE)]
    days, spare = iter(reset.calendar.days), list(reset.pace.spare_days())
    first = reset.calendar.days[0].on
    rows: list[_Row] = []
    for title, kinds in zip(titles, page.marks, strict=False):
        style = "bold $foreground" if TODAY in kinds else "$text-muted"
        lines: dict[int, _Row] = {}
        for kind, day in zip(kinds, days, strict=False):
            cells = [(on, _sign(MISSED, "$warning")) for on in spare if on < day.on]
            spare = [on for on in spare if on >= day.on]
            cells.append((day.on, _cell(kind, past=_is_past(page, day.number))))
            for on, cell in cells:
                line, column = divmod((on - first).days, WEEK)
                name = "" if lines else title
                lines.setdefault(line, _Row(name, style, {})).cells[column] = cell
        rows += lines.values()
    return rows


def _is_past(page: TodayPage, number: int) -> bool:
    return page.phase == "after" or (page.day is not None and number < page.day)


def _cell(kind: str, *, past: bool) -> tuple[str, str]:
    """A day's sign in its column; one that passed with nothing done is missed."""
    return _sign(*((MISSED, "$warning") if kind == OPEN and past else mark(kind)))


def _sign(sign: str, style: str) -> tuple[str, str]:
    return f"{sign:<{CELL}}", style


def _figures(reset: Reset, page: TodayPage, width: int) -> Content | None:
    """The figures of the week that is on; those not noted yet are left out."""
    week = _week(reset, page)
    if week is None:
        return None
    known = [each for each in metrics(reset, week, at_once=True) if _is_known(each[1])]
    lines = [_section(_("FIGURES"), _("week {number}").format(number=week.number), width)]
    if not known:
        lines.append(Content.styled(_(NO_FIGURES), "$text-muted"))
    for name, value in known:
        label = wrapped(name, width)
        space = width - len(label) - len(value)
        if space >= 2:
            lines.append(Content.assemble(label, " " * space, (value, "bold")))
        else:
            lines += [Content(label), Content.styled(f"{value:>{width}}", "bold")]
    return Content("\n").join(lines)


def _is_known(value: str) -> bool:
    return any(letter.isdigit() for letter in value)


def _week(reset: Reset, page: TodayPage) -> Week | None:
    """The week of the next step, else the last."""
    step = page.next_step
    return reset.pack.week(step.week) if step is not None else reset.pack.weeks[-1]


def _waiting(page: TodayPage, width: int) -> Content | None:
    """What is due or late, with who and since when; in the closing without what its list has."""
    listed = {thing.ref for thing in page.closing.open_things} if page.closing else set()
    due = [one for one in page.due if one.ref not in listed]
    if not due:
        return None
    lines = [_section(_("WAITING"), KEYS.name("go.actions", "a"), width)]
    for one in due[:DUE_SHOWN]:
        late = (page.on - one.due_on).days
        sign, style = ("! ", "$warning") if late > 0 else ("  ", "$text-muted")
        when = due_when(late)
        name = one_line(one.title, width - 6)
        who = one_line(one.who, 20) or _("no owner")
        lines.append(Content.assemble((f"{sign}{one.ref:<4}", style), name))
        lines.append(Content.assemble((f"      {who} · ", "$text-muted"), (when, style)))
    more = len(due) - DUE_SHOWN
    if more > 0:
        words = _("and {more} more").format(more=more)
        lines.append(Content.styled(f"      {words}", "$text-muted"))
    return Content("\n").join(lines)


def _voice(heard: Heard, width: int) -> Content | None:
    """A customer's own words."""
    words, found, source = heard.voice.rpartition("\n")
    if not found:
        return None
    lines = wrapped(f"“{one_line(shown(words), 200)}”", width - 2).splitlines()
    quoted = [Content.assemble(("│ ", "$line"), (line, "italic")) for line in lines]
    source_line = Content.assemble(("│ ", "$line"), (source, "$text-muted"))
    title = _("A VOICE, SINCE") if heard.since else _("A VOICE")
    return Content("\n").join([Content.styled(title, SECTION), *quoted, source_line])
