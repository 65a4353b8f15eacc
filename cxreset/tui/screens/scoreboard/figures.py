"""The scoreboard's list of all figures: values, verdict, and the weeks as a small picture."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.text import one_line
from cxreset.insight.figures.pilot.verdict import Outcome
from cxreset.insight.figures.pilot.verdict_words import SIGNS
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.screens.scoreboard.parts import MUTED, head, pair
from cxreset.tui.widgets.charts.sparkline import sparkline

COLOURS: dict[Outcome, str] = {
    "met": "$success",
    "partly met": "$success",
    "better": "$success",
    "not met": "$warning",
    "worse": "$warning",
}
"""Only beside their sign; what is not decided has none."""


def all_figures(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """Two lines a figure, the chosen one marked; then what the weeks keep by hand."""
    if not board.figures and not board.kept:
        return []
    lines = [head("All figures", "", width)]
    for at, figure in enumerate(board.figures):
        lines += _figure(figure, at == chosen % len(board.figures), width)
    for title, before, after in board.kept:
        lines.append(pair(title, f"{before or '–'} → {after or '–'}", width))
    return [*lines, Content("")]


def _figure(figure: Figure, is_chosen: bool, width: int) -> list[Content]:
    found = figure.measured
    shown = [figure.words.kind.shown(one.value) for one in figure.here]
    values = " → ".join(shown) or "not counted"
    name = one_line(figure.words.name, max(8, width - len(values) - 3))
    space = " " * max(1, width - 2 - len(name) - len(values))
    outcome = found.verdict.outcome if found.verdict else None
    sign = SIGNS[outcome] if outcome else "…"
    style = COLOURS.get(outcome, MUTED) if outcome else MUTED
    verdict = Content.styled(f"  {sign} {(found.lead or 'no verdict').lower()}", style)
    weeks = sparkline([week.value for week in figure.weeks])
    room = width - verdict.cell_length - weeks.cell_length
    return [
        Content.assemble(("▌ " if is_chosen else "  ", "$primary"), name, space, (values, "bold")),
        verdict + " " * room + weeks if room > 0 else verdict,
    ]
