"""The scoreboard's margin: all figures, themes by month, thirty days, check-up, looks."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from cxreset.base.day_words import day_month
from cxreset.base.text import count, one_line
from cxreset.insight.figures.pilot.verdict_words import SIGNS
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.widgets.page.layout import wrapped

MUTED = "$text-muted"
BARS: Final = "▁▂▃▄▅▆▇█"


def head(title: str, aside: str, width: int) -> Content:
    title = one_line(title, max(8, width - len(aside) - 2))
    space = " " * max(1, width - len(title) - len(aside))
    return Content.assemble((title.upper(), f"bold {MUTED}"), space, (aside, MUTED))


def beside(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """All figures, what need not have happened, steps, actions and looks."""
    lines: list[Content] = []
    if board.figures:
        lines.append(head("All figures", "", width))
        for at, figure in enumerate(board.figures):
            lines += _row(figure, at == chosen % len(board.figures), width)
    if board.kept:
        if not board.figures:
            lines.append(head("All figures", "", width))
        for title, before, after in board.kept:
            lines.append(_pair(title, f"{before or '–'} → {after or '–'}", width))
    if lines:
        lines.append(Content(""))
    hits, judged = board.preventable
    if judged:
        lines.append(head("Need not have happened", f"{100 * hits / judged:.0f} %", width))
        filled = round((width - 2) * hits / judged)
        lines.append(
            Content.assemble(
                ("━" * filled, "$primary"), ("━" * (width - 2 - filled), "$text-disabled")
            )
        )
        if board.preventable_range:
            low, high = board.preventable_range
            lines.append(Content.styled(f"likely {low:.0f} to {high:.0f}", MUTED))
        lines.append(Content(""))
    lines += _themes(board, width)
    lines += _days_and_actions(board, width)
    lines += _checkups(board, width)
    if board.looks:
        lines += [Content(""), head("Looks", "", width)]
        lines += [
            Content.styled(f"{'✓' if held else '○'} {day_month(day)}", "" if held else MUTED)
            for day, held in board.looks
        ]
    return [*lines, *_cycles(board, width)]


def _cycles(board: Scoreboard, width: int) -> list[Content]:
    """This reset beside those before it."""
    if not board.cycles:
        return []
    lines = [Content(""), head("Beside those before", "", width)]
    for cycle in board.cycles:
        lines += wrapped(Content.styled(cycle, MUTED), width)
    return lines


def _themes(board: Scoreboard, width: int) -> list[Content]:
    """Pain points by month: a bar a month, and how many comments there were in the last."""
    if not board.themes:
        return []
    last = board.months[-1]
    lines = [head("Comments by theme", f"{board.months[0]} to {last}", width)]
    for theme in board.themes:
        most = max(theme.comments) or 1
        bars = "".join(BARS[round(one / most * (len(BARS) - 1))] for one in theme.comments)
        value = f"{bars} {theme.comments[-1]:>4,}"
        lines.append(_pair(f"{theme.ref} {one_line(theme.title)}", value, width))
    return [*lines, Content("")]


def _days_and_actions(board: Scoreboard, width: int) -> list[Content]:
    done, actions = board.actions
    ticked, steps = board.steps
    lines = [head("Thirty days", f"{ticked} of {steps} steps", width)]
    if board.day:
        lines.append(Content(_days(board.day)))
        lines.append(Content.styled(f"{count(board.spare, 'spare day')} left", MUTED))
    if actions:
        lines.append(Content(f"{done} of {count(actions, 'action')} done"))
    return lines


def _checkups(board: Scoreboard, width: int) -> list[Content]:
    """Each habit on day 1 and day 29, of 5."""
    if not board.checkups:
        return []
    lines = [Content(""), head("Check-up", "day 1 → day 29, of 5", width)]
    for title, score in board.checkups:
        first, last = ("–" if one is None else f"{one:.1f}" for one in (score.first, score.last))
        lines.append(_pair(title, f"{first} → {last}", width))
    return lines


def _pair(name: str, value: str, width: int) -> Content:
    """A name, and its value at the right edge."""
    name = one_line(name, max(8, width - len(value) - 3))
    space = " " * max(1, width - 2 - len(name) - len(value))
    return Content.assemble("  ", name, space, (value, "bold"))


def _row(figure: Figure, is_chosen: bool, width: int) -> list[Content]:
    found = figure.measured
    shown = [figure.words.kind.shown(one.value) for one in figure.here]
    name = one_line(figure.words.name, max(8, width - 16))
    values = " → ".join(shown) or "not counted"
    sign = SIGNS[found.verdict.outcome] if found.verdict else "…"
    space = " " * max(1, width - 2 - len(name) - len(values))
    return [
        Content.assemble(("▌ " if is_chosen else "  ", "$primary"), name, space, (values, "bold")),
        Content.styled(f"  {sign} {(found.lead or 'no verdict').lower()}", MUTED),
    ]


def _days(day: int) -> str:
    """Six weeks of five days: done, now, to come."""
    signs = "●" * (day - 1) + "◆" + "○" * (30 - day)
    return " ".join(signs[at : at + 5] for at in range(0, 30, 5))
