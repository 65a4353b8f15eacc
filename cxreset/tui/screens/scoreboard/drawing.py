"""The scoreboard's lines for a width: pure, from plain values."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.text import one_line
from cxreset.insight.figures.chart_data import run_chart_words
from cxreset.insight.figures.pilot.verdict_words import headline, sureness
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.screens.scoreboard.margin import MUTED, beside, head
from cxreset.tui.widgets.charts.run_chart import run_chart, whiskers
from cxreset.tui.widgets.page.layout import wrapped

WIDE = 110
"""Cells from which what is short stands in a margin beside the figure."""
MAIN, MARGIN, GAP = 76, 34, 3


def draw(board: Scoreboard, chosen: int, width: int, height: int = 7) -> list[Content]:
    """The page for the figure `chosen`; two columns where there is room."""
    if width < WIDE:
        lines = _figure(board, chosen, width, height)
        return [*lines, Content(""), *beside(board, chosen, width)]
    left = _figure(board, chosen, MAIN, height)
    right = beside(board, chosen, MARGIN)
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
        lines += [head(title, "╌ median  shade: usual", width)]
        lines += run_chart(figure.weeks, width, height, shown)
        words = f"{run_chart_words(figure.weeks, shown)} {figure.measured.series.shift}"
        lines += [*_wrapped(words, width, MUTED), Content("")]
    if figure.here:
        rows = [*figure.here, *figure.elsewhere]
        drawn = whiskers(rows, width, shown)
        aside = f"{_expected(figure)}95 % range"
        lines += [head("Before and after", aside, width), *drawn[: len(figure.here)]]
        if figure.elsewhere:
            lines += [Content.styled("A place that stayed as it was", MUTED)]
            lines += drawn[len(figure.here) : -1]
        lines.append(drawn[-1])
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


def _expected(figure: Figure) -> str:
    """`expected 60, `, where a target was named."""
    found = figure.measured.verdict
    if found is None or found.question.target is None:
        return ""
    value = found.question.target * figure.words.kind.factor
    return f"expected {figure.words.kind.shown(value)}, "


def _wrapped(text: str, width: int, style: str) -> list[Content]:
    return wrapped(Content.styled(text, style) if style else Content(text), width)
