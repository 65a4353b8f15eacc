"""Two calm looks: ink on dusk, ink on paper."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.theme import Theme

DARK = Theme(
    name="dusk",
    primary="#7fb4c8",
    secondary="#a3b18a",
    accent="#e0b070",
    warning="#e0b070",
    error="#d98a7e",
    success="#8fbc8f",
    foreground="#dfe3e6",
    background="#1b2127",
    surface="#232b33",
    panel="#2b353f",
    dark=True,
    variables={"text-muted": "#a3abb1"},  # Textual's own is an alpha that styled text ignores
)
LIGHT = Theme(
    name="paper",
    primary="#1f6f8b",
    secondary="#5b7042",
    accent="#9a5b12",
    warning="#9a5b12",
    error="#a33b2e",
    success="#2f6f44",
    foreground="#22272b",
    background="#f7f5f0",
    surface="#efece4",
    panel="#e3dfd4",
    dark=False,
    variables={"text-muted": "#5a6066"},
)


def choose_theme(app: App[Any], name: str) -> None:
    """Use a theme from now on: `dark` or `light`; any other name is dark."""
    app.theme = LIGHT.name if name == "light" else DARK.name
