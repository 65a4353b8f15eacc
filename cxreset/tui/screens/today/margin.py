"""What stands beside Today where there is room: the thirty days, the figures, what waits."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.day_words import weekday
from cxreset.base.language.words import _
from cxreset.base.text import one_line, shown, wrapped
from cxreset.programme.model import Week
from cxreset.reset.pacing import DONE, OPEN, REST, TODAY
from cxreset.reset.progress import metrics
from cxreset.reset.reset import Reset
from cxreset.reset.today import TodayPage
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
CLOSE = "Close"
NO_FIGURES = "They stand here once the week has some."


def margin_lines(reset: Reset, page: TodayPage, width: int, voice: str) -> Content:
    """All of the margin, its sections parted by an empty line.

    `voice` are a customer's words with their comment's id in the last line; empty for none.
    """
    sections = [
        _days(reset, page, width),
        _figures(reset, page, width),
        _waiting(page, width),
        _voice(voice, width),
    ]
    return Content("\n\n").join([section for section in sections if section is not None])


def _section(name: str, aside: str, width: int) -> Content:
    space = " " * max(1, width - len(name) - len(aside))
    return Content.assemble((name, SECTION), space, (aside, "$text-muted"))


def _days(reset: Reset, page: TodayPage, width: int) -> Content:
    """The thirty days, a row a week, and what the signs mean."""
    names = [weekday(day.on, short=True)[:2] for day in reset.calendar.days[:7]]
    steps = _("{done} of {total} steps").format(done=page.done, total=page.total)
    off = [all(row[at] == REST for row in page.marks if at < len(row)) for at in range(7)]
    lines = [_section(_("THIRTY DAYS"), steps, width)]
    shown = "".join(f"{name:<{CELL}}" for name, never in zip(names, off, strict=True) if not never)
    lines.append(Content.styled(" " * LABEL + shown, "$text-muted"))
    titles = [*(week.short for week in reset.pack.weeks), _(CLOSE)]
    for number, (title, row) in enumerate(zip(titles, page.marks, strict=False)):
        style = "bold $foreground" if TODAY in row else "$text-muted"
        cells = [
            _cell(kind, past=_is_past(page, number * 7 + at + 1))
            for at, kind in enumerate(row)
            if not off[at]
        ]
        lines.append(Content.assemble((f"{one_line(title, LABEL - 1):<{LABEL}}", style), *cells))
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


def _is_past(page: TodayPage, number: int) -> bool:
    return page.phase == "after" or (page.day is not None and number < page.day)


def _cell(kind: str, *, past: bool) -> tuple[str, str]:
    """A day's sign in its column; one that passed with nothing done is missed."""
    sign, style = (MISSED, "$warning") if kind == OPEN and past else mark(kind)
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
    """What is due or late, with who and since when."""
    if not page.due:
        return None
    lines = [_section(_("WAITING"), "a", width)]
    for one in page.due[:DUE_SHOWN]:
        late = (page.on - one.due_on).days
        sign, style = ("! ", "$warning") if late > 0 else ("  ", "$text-muted")
        when = due_when(late)
        name = one_line(one.title, width - 6)
        who = one_line(one.who, 20) or _("no owner")
        lines.append(Content.assemble((f"{sign}{one.ref:<4}", style), name))
        lines.append(Content.assemble((f"      {who} · ", "$text-muted"), (when, style)))
    more = len(page.due) - DUE_SHOWN
    if more > 0:
        words = _("and {more} more").format(more=more)
        lines.append(Content.styled(f"      {words}", "$text-muted"))
    return Content("\n").join(lines)


def _voice(voice: str, width: int) -> Content | None:
    """A customer's own words."""
    words, found, source = voice.rpartition("\n")
    if not found:
        return None
    lines = wrapped(f"“{one_line(shown(words), 200)}”", width - 2).splitlines()
    quoted = [Content.assemble(("│ ", "$line"), (line, "italic")) for line in lines]
    source_line = Content.assemble(("│ ", "$line"), (source, "$text-muted"))
    return Content("\n").join([Content.styled(_("A VOICE"), SECTION), *quoted, source_line])
