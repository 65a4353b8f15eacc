"""Contrast between two colours, as the Web Content Accessibility Guidelines compute it."""

from __future__ import annotations

from textual.color import Color


def luminance(colour: Color) -> float:
    """Relative luminance of a colour (WCAG 2.2), 0 to 1."""
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in colour.normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """1 (the same) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
