"""What stands behind the theme under the cursor: how many, in whose words, and what it weighs."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from cxreset.insight.themes import Theme
from cxreset.insight.weighing.model import Weight
from cxreset.tui.dialogs.suggestions.lines import verbatims, weighed, why

FEW, MANY = 3, 6
"""Quotes, where there is little room and where there is more."""
FIRST, FIRST_OF_MANY = 1, 3
"""Quotes that stand before what it weighs."""


class ThemeDetail(VerticalScroll):
    """The proof of one theme; empty and away while there is none."""

    def compose(self) -> ComposeResult:
        yield Static("", id="why", markup=False)
        yield Static("", id="examples", markup=False)
        yield Static("", id="weighed", markup=False)
        yield Static("", id="more", markup=False)

    def show(self, theme: Theme, weight: Weight | None, *, everything: bool, hide: bool) -> None:
        """`everything`: is praise counted too? `hide`: cover personal details."""
        roomy = self.screen.size.height >= 30
        most, first = (MANY, FIRST_OF_MANY) if roomy else (FEW, FIRST)
        quotes = theme.examples[:most]
        for name, content in (
            ("#why", why(theme)),
            ("#examples", verbatims(quotes[:first], hide=hide)),
            ("#weighed", weighed(weight, everything=everything)),
            ("#more", verbatims(quotes[first:], hide=hide)),
        ):
            part = self.query_one(name, Static)
            part.update(content)
            part.display = bool(content)
        self.scroll_to(y=0, animate=False)
