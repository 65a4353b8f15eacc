"""The scoreboard's list of all figures: values, verdict, and the weeks as a small picture."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from cxreset.base.language.words import _
from cxreset.base.text import lower_first, one_line
from cxreset.insight.figures.pilot.outcome_words import SIGNS
from cxreset.insight.figures.pilot.verdict_words import guard_lead
from cxreset.reset.measures.measuring import GUARD
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.screens.scoreboard.parts import MUTED, head, pair
from cxreset.tui.widgets.charts.sparkline import sparkline

COLOURS: Final = {"▲": "$success", "▽": "$warning"}
"""Only beside their sign; what is not decided has none."""


def all_figures(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """Two lines a figure, the chosen one marked; then what the weeks keep by hand."""
    if not board.figures and not board.kept:
        return []
    lines = [head(_("All figures"), "", width)]
    for at, figure in enumerate(board.figures):
        lines += figure_lines(figure, width, is_chosen=at == chosen % len(board.figures))
    for title, before, after in board.kept:
        lines.append(pair(title, f"{before or '–'} → {after or '–'}", width))
    return [*lines, Content("")]


def figure_lines(figure: Figure, width: int, *, is_chosen: bool = False) -> list[Content]:
    """Two lines a figure: its values; its verdict, and its weeks as small bars."""
    shown = [figure.words.kind.shown(one.value) for one in figure.here]
    values = " → ".join(shown) or _("not counted")
    name = one_line(figure.words.name, max(8, width - len(values) - 3))
    space = " " * max(1, width - 2 - len(name) - len(values))
    sign, lead = _lead(figure)
    verdict = Content.styled(f"  {sign} {lower_first(lead)}", COLOURS.get(sign, MUTED))
    weeks = sparkline([week.value for week in figure.weeks])
    room = width - verdict.cell_length - weeks.cell_length
    return [
        Content.assemble(("▌ " if is_chosen else "  ", "$primary"), name, space, (values, "bold")),
        verdict + " " * room + weeks if room > 0 else verdict,
    ]


def _lead(figure: Figure) -> tuple[str, str]:
    """The sign and the word on a figure."""
    found = figure.measured
    if found.verdict is None:
        return SIGNS["too early"], _("No verdict")
    if found.row.role == GUARD:
        return guard_lead(found.verdict)
    return SIGNS[found.verdict.outcome], found.lead
