"""Comments as suggestions read them, and a theme found by its name."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.insight.themes import (
    Suggestions,
    Theme,
)


class Comment(NamedTuple):
    id: int
    text: str
    category: str = ""
    channel: str = "other"
    source: str = ""
    rating: float | None = None
    scale: str = ""


def comments(*texts: str) -> list[Comment]:
    return [Comment(number, text) for number, text in enumerate(texts, 1)]


def named(found: Suggestions, name: str) -> Theme:
    return next(theme for theme in found.themes if theme.name == name)
