"""What Today shows besides in a large window: every step, the thread so far, the week ahead."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from textual.content import Content
from textual.style import Style

from cxreset.base.day_words import weekday
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_pair, _, ngettext
from cxreset.base.text import listed, one_line, wrapped
from cxreset.programme.calendar import WEEK
from cxreset.programme.model import Pack, Step
from cxreset.reset.progress import tally
from cxreset.reset.reset import Reset
from cxreset.reset.today import TodayPage
from cxreset.tui.screens.today.lines import SECTION

SIGN = 4  # cells before a step's number
NUMBER = 4  # cells of a step's number and the blank after it
FIGURE = 5  # cells of a number of the thread
DAY = 8  # cells of a day of the week
THREAD = (
    N_pair("comment read", "comments read"),
    N_pair("pain point named", "pain points named"),
    N_pair("touchpoint compared", "touchpoints compared"),
    N_pair("gap named", "gaps named"),
    N_pair("action with an owner", "actions with an owner"),
)


def every_step(reset: Reset, page: TodayPage, width: int, *, whole: bool) -> Content:
    """The four weeks, each with its steps; a click on one opens it.

    With `whole` titles go on in a second row; else a step has one row, for a lower window.
    """
    ticked = reset.daily.ticks()
    parts = [Content.styled(_("ALL STEPS"), SECTION)]
    for week in reset.pack.weeks:
        steps = reset.pack.week_steps(week.id)
        done = sum(1 for step in steps if step.id in ticked)
        name = f"{week.number} {one_line(week.short)}"
        count = _("{done} of {total}").format(done=done, total=len(steps))
        here = page.next_step is not None and page.next_step.week == week.id
        head = Content.assemble(
            (name, "bold" if here else ""),
            " " * max(1, width - len(name) - len(count)),
            (count, "$text-muted"),
        )
        lines = [_step(step, _sign(step, page, ticked), width, whole=whole) for step in steps]
        parts.append(Content("\n").join([head, *lines]))
    return Content("\n\n" if whole else "\n").join(parts)


def _sign(step: Step, page: TodayPage, ticked: Collection[str]) -> tuple[str, str]:
    """The sign of a step and its colour."""
    if step == page.next_step:
        return "◆", "$primary"
    return ("✓", "$success") if step.id in ticked else ("○", "$text-muted")


def _step(step: Step, sign: tuple[str, str], width: int, *, whole: bool) -> Content:
    indent = " " * (SIGN + NUMBER)
    title = one_line(step.title, width - len(indent))
    if whole:
        title = wrapped(step.title, width, indent, indent).removeprefix(indent)
    words = f" {step.number:<{NUMBER}}{title}"
    line = Content.assemble("  ", sign, (words, "bold" if sign[0] == "◆" else "$text-muted"))
    return line.stylize(Style.from_meta({"@click": ("app.open_step", (step.id,))}))


def thread_so_far(reset: Reset) -> Content:
    """What the workbook holds of the golden thread, from comments to actions."""
    now = tally(reset)
    owned = now.actions - len(now.actions_without_owner)
    compared = now.touchpoints - now.touchpoints_incomplete
    figures = (now.comments_seen, now.pains, compared, now.gaps, owned)
    lines = [Content.styled(_("YOUR THREAD SO FAR"), SECTION)]
    for number, (one, many) in zip(figures, THREAD, strict=True):
        style = "bold" if number else "$text-muted"
        label = (f"  {ngettext(one, many, number)}", "" if number else "$text-muted")
        lines.append(Content.assemble((f"{whole(number):>{FIGURE}}", style), label))
    return Content("\n").join(lines)


def week_ahead(reset: Reset, page: TodayPage, width: int) -> Content | None:
    """What stands on the days from today to the end of the week; None where nothing does."""
    last = page.on + timedelta(days=WEEK - 1 - page.on.weekday())
    lines = [Content.styled(_("THIS WEEK"), SECTION)]
    for day in reset.calendar.days:
        if page.on <= day.on <= last and day.sessions:
            name = f"{weekday(day.on, short=True)} {day.on.day}"
            style = "bold" if day.on == page.on else "$text-muted"
            words = one_line(_planned(reset.pack, day.sessions), width - DAY)
            lines.append(Content.assemble((f"{name:<{DAY}}", style), words))
    return Content("\n").join(lines) if len(lines) > 1 else None


def _planned(pack: Pack, sessions: tuple[str, ...]) -> str:
    """The steps of a day; one alone with its title, a closing day by its name."""
    ids = dict.fromkeys(pack.session(name).step for name in sessions)
    steps = [step for step in pack.steps if step.id in ids]
    if len(steps) == 1:
        return f"{steps[0].number}  {steps[0].title}"
    return listed([step.number for step in steps]) or _("Close")
