"""Words in a widget: those that are often set and seldom other ones, and those that warn."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


def set_words(widget: Static, words: str | Content) -> None:
    """Show `words`. The same ones again cost nothing: `Static.update` lays out the whole screen."""
    now = widget.content
    if isinstance(words, Content) and isinstance(now, Content):
        if now.is_same(words):  # == does not look at styles
            return
    elif isinstance(words, str) and isinstance(now, str) and now == words:
        return
    widget.update(words)


def with_sign(sentence: str) -> str:
    """What is late or wrong behind its sign: no colour says it alone. Empty stays empty."""
    return f"! {sentence}" if sentence else ""
