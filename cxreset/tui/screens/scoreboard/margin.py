"""The scoreboard's margin: preventable share, themes by month, thirty days, check-up, looks."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from cxreset.base.day_words import day_month
from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE
from cxreset.reset.measures.scoreboard import LookShown, Scoreboard
from cxreset.reset.pacing import REST
from cxreset.tui.screens.scoreboard.figures import all_figures
from cxreset.tui.screens.scoreboard.parts import MUTED, head, pair
from cxreset.tui.widgets.charts.sparkline import sparkline
from cxreset.tui.widgets.page.layout import wrapped

_DAYS: Final = {
    "done": ("●", ""),
    "half": ("◐", ""),
    "today": ("◆", "bold $primary"),
    "missed": ("◌", "$warning"),
    "open": ("○", MUTED),
}
_LABEL: Final = 9


def beside(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """All figures, what need not have happened, themes, steps, actions, check-up and looks."""
    return [
        *all_figures(board, chosen, width),
        *_preventable(board, width),
        *_themes(board, width),
        *_days_and_actions(board, width),
        *_checkups(board, width),
        *_looks(board, width),
        *_cycles(board, width),
    ]


def _preventable(board: Scoreboard, width: int) -> list[Content]:
    """The share on a line from 0 to 100 %, and its likely range on the same scale under it."""
    hits, judged = board.preventable
    if not judged:
        return []
    if board.preventable_range is None:
        few = _("A share is said from {ENOUGH_FOR_A_SHARE} on.").format(
            ENOUGH_FOR_A_SHARE=ENOUGH_FOR_A_SHARE
        )
        counted = head(
            _("Need not have happened"),
            _("{hits} of {judged}").format(hits=whole(hits), judged=whole(judged)),
            width,
        )
        return [counted, Content.styled(few, MUTED), Content("")]
    room = width - 7
    filled = round(room * hits / judged)
    figure = f"{100 * hits / judged:.0f} %"
    lines = [
        head(
            _("Need not have happened"),
            _("{hits} of {judged}").format(hits=whole(hits), judged=whole(judged)),
            width,
        ),
        Content.assemble(
            ("━" * filled, "$primary"),
            ("━" * (room - filled), "$text-disabled"),
            (figure.rjust(7), "bold"),
        ),
    ]
    low, high = board.preventable_range
    first, last = round(room * low / 100), round(room * high / 100)
    whisker = f"├{'─' * max(0, last - first - 2)}┤"
    words = _("likely {low} to {high}").format(low=decimal(low, 0), high=decimal(high, 0))
    after = first + len(whisker) + 1
    text = f"{' ' * first}{whisker} {words}"
    if after + len(words) > width:
        text = f"{words} ".rjust(first) + whisker
    return [*lines, Content.styled(text, MUTED), Content("")]


def _themes(board: Scoreboard, width: int) -> list[Content]:
    """Pain points by month: a bar a month, and how many comments there were in the last."""
    if not board.themes:
        return []
    first, last = board.months[0], board.months[-1]
    span = _("{first} to {last}").format(first=first, last=last) if first != last else last
    lines = [head(_("Comments by theme"), span, width)]
    for theme in board.themes:
        bars = sparkline(theme.comments, from_zero=True)
        value = Content.assemble(bars, (f"{theme.comments[-1]:>5,}", "bold"))
        lines.append(pair(f"{theme.ref} {one_line(theme.title)}", value, width))
    return [*lines, Content("")]


def _days_and_actions(board: Scoreboard, width: int) -> list[Content]:
    done, actions = board.actions
    ticked, steps = board.steps
    lines = [
        head(
            _("Thirty days"),
            _("{ticked} of {steps} steps").format(ticked=ticked, steps=steps),
            width,
        )
    ]
    for name, week in zip(board.week_names, board.days.weeks, strict=False):
        cells = [_DAYS[mark] for mark in week if mark != REST]
        label = f"{one_line(name, _LABEL - 1):<{_LABEL}}"
        lines.append(
            Content.assemble((label, MUTED), *((f"{sign}  ", style) for sign, style in cells))
        )
    left = board.days.spare - board.days.taken
    lines.append(
        Content.styled(_("{spare_days} left").format(spare_days=count(left, "spare day")), MUTED)
    )
    if actions:
        lines.append(
            Content(
                _("{done} of {actions} done").format(done=done, actions=count(actions, "action"))
            )
        )
    return lines


def _checkups(board: Scoreboard, width: int) -> list[Content]:
    """Each habit on day 1 and day 29, of 5."""
    if not board.checkups:
        return []
    lines = [Content(""), head(_("Check-up"), _("day 1 → day 29, of 5"), width)]
    for title, score in board.checkups:
        first, last = ("–" if one is None else f"{one:.1f}" for one in (score.first, score.last))
        lines.append(pair(title, f"{first} → {last}", width))
    return lines


def _looks(board: Scoreboard, width: int) -> list[Content]:
    """Each look on its day; what was not planned stands between, and is said to be that."""
    if not board.looks:
        return []
    lines = [Content(""), head(_("Looks"), "", width)]
    lines += [_look(look) for look in board.looks]
    planned = sum(look.is_planned for look in board.looks)
    if planned > 1:
        words = _("The range allows for all {planned} planned looks together.").format(
            planned=planned
        )
        lines += wrapped(Content.styled(words, MUTED), width)
    return lines


def _look(look: LookShown) -> Content:
    day, figure = day_month(look.on), f"  {look.figure}" if look.figure else ""
    if not look.is_planned:
        return Content.styled(
            _("· {day}{figure}  not planned: no verdict").format(day=day, figure=figure), MUTED
        )
    if look.is_held:
        return Content.assemble(("✓", "$success"), f" {day}", (figure, "bold"))
    return Content.styled(f"○ {day}", MUTED)


def _cycles(board: Scoreboard, width: int) -> list[Content]:
    """This reset beside those before it."""
    if not board.cycles:
        return []
    lines = [Content(""), head(_("Beside those before"), "", width)]
    for cycle in board.cycles:
        lines += wrapped(Content.styled(cycle, MUTED), width)
    return lines
