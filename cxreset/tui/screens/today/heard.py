"""What Today's margin says once the whole workbook is open: a voice; in the closing what moved."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.evidence.voice import voice, voice_since
from cxreset.reset.measures.margin import checkups
from cxreset.reset.measures.scoreboard import figures_of
from cxreset.reset.reset import Reset
from cxreset.reset.today import TodayPage
from cxreset.tui.screens.scoreboard.figures import figure_lines
from cxreset.tui.screens.scoreboard.parts import pair
from cxreset.tui.screens.today.lines import SECTION
from cxreset.tui.screens.today.margin import Heard
from cxreset.tui.shell.privacy import masker

FIGURES = 3
"""So many of the pilot's figures; all of them are on the scoreboard."""
INDENT = 2
"""Cells that the scoreboard's lines leave at their beginning for the sign of the chosen one."""


def heard(reset: Reset, page: TodayPage, width: int) -> Heard:
    """A customer's words, in the closing rather such as were said since the pilot began."""
    mask = masker(reset)
    moved = _moved(reset, width) if page.closing is not None else None
    since = voice_since(reset) if page.closing is not None else None
    if since is not None:
        source = one_line(mask(since.who), width) or _("from the pilot")
        return Heard(f"{mask(since.text)}\n{source}", since=True, moved=moved)
    found = voice(reset)
    words = f"{mask(found.text)}\nC{found.id}" if found is not None else ""
    return Heard(words, moved=moved)


def _moved(reset: Reset, width: int) -> Content | None:
    """The pilot's figures with their verdicts and weeks, and the check-up on day 1 and day 29."""
    lines: list[Content] = []
    room = width + INDENT
    for figure in [one for one in figures_of(reset) if len(one.here) > 1][:FIGURES]:
        lines += figure_lines(figure, room)
    scores = [(score.first, score.last) for _title, score in checkups(reset)]
    both = [(first, last) for first, last in scores if first is not None and last is not None]
    if both:
        first, last = (sum(each) / len(both) for each in zip(*both, strict=True))
        lines.append(pair(_("Check-up, of 5"), f"{first:.1f} → {last:.1f}", room))
    if not lines:
        return None
    return Content("\n").join(
        [Content.styled(_("WHAT MOVED"), SECTION), *(line[INDENT:] for line in lines)]
    )
