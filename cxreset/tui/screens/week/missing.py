"""The line under a step's title: what looks unfinished in its worksheet."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.base.text import wrapped
from cxreset.tui.widgets.key_line import is_typing
from cxreset.tui.widgets.words import set_words

MOST = 2
"""Sentences at once."""


class MissingLine(Static):
    """A sentence or two, in as many rows as they take."""

    def __init__(self) -> None:
        super().__init__(id="missing", markup=False)

    def show(self, sentences: Sequence[str]) -> None:
        """Say the first of these. While somebody types below, it keeps its rows, so that the field
        stays where it is."""
        words = "  ".join(sentences[:MOST]) or _("Nothing looks unfinished here.")
        rows = self.size.height if is_typing(self.screen) else 0
        self.styles.min_height = rows or None
        if sentences and rows and len(wrapped(words, self.size.width).splitlines()) > rows:
            words = sentences[0]
        set_words(self, words)
