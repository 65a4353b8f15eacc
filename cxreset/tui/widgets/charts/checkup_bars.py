"""The check-up as a picture: two bars a habit, day 1 over day 29."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.insight.checkup import BEST, HabitScore, moved, tenths

WIDEST: Final = 40  # cells of a bar: longer says no more
DAY: Final = 7
WORDS: Final = 22
FULL, EMPTY = "█", "░"


class CheckupBars(Widget):
    """Bars on one scale of 0 to 5; the words beside each say its figure, so colour adds nothing."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.scores: tuple[tuple[str, HabitScore], ...] = ()

    def show(self, scores: Sequence[tuple[str, HabitScore]]) -> None:
        """Draw these, each (title, score at both times)."""
        self.scores = tuple((one_line(title, 30), score) for title, score in scores)
        self.tooltip = self.words() or None
        self.refresh(layout=True)

    def words(self) -> str:
        """The picture in words: `Silos: day 1 2.3 of 5, day 29 3.5 of 5, up 1.3.`"""
        return " ".join(
            _("{title}: day 1 {first}, day 29 {last}{change}.").format(
                title=title,
                first=score_text(score.first),
                last=score_text(score.last),
                change=_change(score, ", "),
            )
            for title, score in self.scores
        )

    def render(self) -> Content:
        if not self.scores:
            return Content("")
        names = max(len(title) for title, _ in self.scores) + 2
        room = max(5, min(WIDEST, self.size.width - names - DAY - WORDS))
        parts: list[tuple[str, str]] = []
        for title, score in self.scores:
            parts += [
                (f"{title:{names}}", "bold"),
                (f"{_('day 1'):{DAY}}", "$text-muted"),
                (drawn(score.first, room), "$text-muted"),
                (f"  {score_text(score.first)}\n", ""),
                (f"{'':{names}}{_('day 29'):{DAY}}", "$text-muted"),
                (drawn(score.last, room), "$primary"),
                (f"  {score_text(score.last)}{_change(score, '  ')}\n", ""),
            ]
        return Content.assemble(*parts)


def drawn(score: float | None, cells: int) -> str:
    """A bar of `cells` characters, filled in proportion to a score of 0 to 5."""
    filled = 0 if score is None else round(score / BEST * cells)
    return FULL * filled + EMPTY * (cells - filled)


def score_text(score: float | None) -> str:
    """`2.8 of 5`, or that there is none."""
    return (
        _("not yet")
        if score is None
        else _("{tenths} of {BEST}").format(tenths=decimal(tenths(score), 1), BEST=BEST)
    )


def _change(score: HabitScore, before: str) -> str:
    """What changed after `before`; "" unless both times have a score."""
    if score.first is None or score.last is None:
        return ""
    return before + moved(score.first, score.last)
