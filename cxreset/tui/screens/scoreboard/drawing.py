"""The scoreboard's lines for a width: pure, from plain values."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.day_words import day_month
from cxreset.base.text import count, one_line
from cxreset.insight.figures.chart_data import run_chart_words
from cxreset.insight.figures.pilot.verdict_words import SIGNS, headline, sureness
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.widgets.charts.run_chart import run_chart, whiskers
from cxreset.tui.widgets.page.layout import wrapped

WIDE = 110
"""Cells from which what is short stands in a margin beside the figure."""
MAIN, MARGIN, GAP = 76, 34, 3
MUTED = "$text-muted"


def draw(board: Scoreboard, chosen: int, width: int, height: int = 7) -> list[Content]:
    """The page for the figure `chosen`; two columns where there is room."""
    if width < WIDE:
        lines = _figure(board, chosen, width, height)
        return [*lines, Content(""), *_margin(board, chosen, width)]
    left = _figure(board, chosen, MAIN, height)
    right = _margin(board, chosen, MARGIN)
    lines = []
    for at in range(max(len(left), len(right))):
        main = left[at] if at < len(left) else Content("")
        margin = right[at] if at < len(right) else Content("")
        lines.append(main.pad_right(max(0, MAIN + GAP - main.cell_length)) + margin)
    return lines


def _figure(board: Scoreboard, chosen: int, width: int, height: int) -> list[Content]:
    """What moved, week by week, before and after."""
    if not board.figures:
        return _wrapped(
            "Here stand your figures, week by week and before and after, once one is counted in "
            "step 4.2.",
            width,
            MUTED,
        )
    figure = board.figures[chosen % len(board.figures)]
    shown = figure.words.kind.shown
    lines = [*_sentence(figure, width), Content("")]
    if figure.weeks:
        title = f"{figure.words.name}, week by week" if width >= MAIN else "Week by week"
        lines += [_head(title, "╌ median  shade: usual", width)]
        lines += run_chart(figure.weeks, width, height, shown)
        words = f"{run_chart_words(figure.weeks, shown)} {figure.measured.series.shift}"
        lines += [*_wrapped(words, width, MUTED), Content("")]
    if figure.here:
        rows = [*figure.here, *figure.elsewhere]
        drawn = whiskers(rows, width, shown)
        lines += [_head("Before and after", "95 % range", width), *drawn[: len(figure.here)]]
        if figure.elsewhere:
            lines += [Content.styled("A place that stayed as it was", MUTED)]
            lines += drawn[len(figure.here) :]
        lines.append(Content(""))
    for note in figure.measured.notes:
        lines += _wrapped(note, width, MUTED)
    if board.events:
        lines += _wrapped(f"What else happened: {one_line(board.events)}", width, MUTED)
    return lines


def _sentence(figure: Figure, width: int) -> list[Content]:
    found = figure.measured
    if found.verdict is None:
        return _wrapped(found.sentence, width, "bold")
    return [
        *_wrapped(headline(found.verdict), width, "bold"),
        *_wrapped(sureness(found.verdict), width, ""),
    ]


def _margin(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """All figures, what need not have happened, steps, actions and looks."""
    lines: list[Content] = []
    if board.figures:
        lines.append(_head("All figures", "", width))
        for at, figure in enumerate(board.figures):
            lines += _row(figure, at == chosen % len(board.figures), width)
        lines.append(Content(""))
    hits, judged = board.preventable
    if judged:
        lines.append(_head("Need not have happened", f"{100 * hits / judged:.0f} %", width))
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
    done, actions = board.actions
    ticked, steps = board.steps
    lines.append(_head("Thirty days", f"{ticked} of {steps} steps", width))
    if board.day:
        lines.append(Content(_days(board.day)))
    if actions:
        lines.append(Content(f"{done} of {count(actions, 'action')} done"))
    if board.looks:
        lines += [Content(""), _head("Looks", "", width)]
        lines += [
            Content.styled(f"{'✓' if held else '○'} {day_month(day)}", "" if held else MUTED)
            for day, held in board.looks
        ]
    return lines


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


def _head(title: str, aside: str, width: int) -> Content:
    title = one_line(title, max(8, width - len(aside) - 2))
    space = " " * max(1, width - len(title) - len(aside))
    return Content.assemble((title.upper(), f"bold {MUTED}"), space, (aside, MUTED))


def _wrapped(text: str, width: int, style: str) -> list[Content]:
    return wrapped(Content.styled(text, style) if style else Content(text), width)
