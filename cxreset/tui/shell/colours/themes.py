"""The nine roles of the palette as three themes: dark, light, and few for sixteen colours.

Textual's names stand for the roles: `$background` is the ground, `$surface` what lies on it,
`$panel` what is raised, `$foreground` the text, `$text-muted` asides, `$primary` the one accent,
`$warning` late, `$success` good, `$error` bad. Three are ours: `$tint` (the row under the cursor),
`$line` (rules and edges, never letters) and `$on-accent` (letters on the accent).
`docs/recipes.md` says how a screen is dressed; a test computes every contrast.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import Theme


class Roles(NamedTuple):
    """One colour for each role, as CSS writes it."""

    ground: str
    surface: str
    raised: str
    tint: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    late: str
    good: str
    bad: str


DARK_ROLES = Roles(
    ground="#12161b",
    surface="#1a2027",
    raised="#252e38",
    tint="#153a40",
    line="#647484",
    text="#e8ebee",
    muted="#a0acb7",
    accent="#5fc9cf",
    on_accent="#0a1315",
    late="#eab464",
    good="#8fd39a",
    bad="#f29488",
)
LIGHT_ROLES = Roles(
    ground="#fbfaf6",
    surface="#f2efe7",
    raised="#e7e3d8",
    tint="#d3e7e7",
    line="#8a8371",
    text="#1d2226",
    muted="#555c62",
    accent="#0a636c",
    on_accent="#ffffff",
    late="#854800",
    good="#1f6037",
    bad="#9f2c21",
)
FEW_ROLES = Roles(
    ground="ansi_default",
    surface="ansi_default",
    raised="ansi_default",
    tint="ansi_default",
    line="ansi_white",
    text="ansi_bright_white",
    muted="ansi_white",
    accent="ansi_cyan",
    on_accent="ansi_black",
    late="ansi_yellow",
    good="ansi_green",
    bad="ansi_red",
)
FEW_ON_LIGHT_ROLES = FEW_ROLES._replace(
    line="ansi_black",
    text="ansi_default",
    muted="ansi_default",
    accent="ansi_blue",
    on_accent="ansi_bright_white",
    late="ansi_red",
    good="ansi_blue",
)
"""On a light ground of the terminal's own: white letters and yellow would not be seen there."""


def theme(name: str, roles: Roles, *, dark: bool, ansi: bool = False) -> Theme:
    """A theme of Textual's made of the roles alone: no shade, no blend, no alpha."""
    return Theme(
        name=name,
        primary=roles.accent,
        secondary=roles.muted,
        accent=roles.accent,
        warning=roles.late,
        error=roles.bad,
        success=roles.good,
        foreground=roles.text,
        background=roles.ground,
        surface=roles.surface,
        panel=roles.raised,
        dark=dark,
        ansi=ansi,
        variables=_variables(roles),
    )


def _variables(roles: Roles) -> dict[str, str]:
    """What Textual would mix of the colours by itself, said by role."""
    return {
        **dict.fromkeys(_AS_TEXT, roles.text),
        **dict.fromkeys(_AS_MUTED, roles.muted),
        **dict.fromkeys(_AS_ACCENT, roles.accent),
        **dict.fromkeys(_AS_LINE, roles.line),
        **dict.fromkeys(_AS_SURFACE, roles.surface),
        **dict.fromkeys(_AS_TINT, roles.tint),
        "on-accent": roles.on_accent,
        "ansi-background": roles.ground,
        "ansi-foreground": roles.text,
        "input-cursor-foreground": roles.on_accent,
        "text-warning": roles.late,
        "text-error": roles.bad,
        "text-success": roles.good,
        "boost": "transparent",
        "link-background": "transparent",
        "link-background-hover": "transparent",
        "link-style": "none",
        "link-style-hover": "underline",
        "markdown-h1-background": "transparent",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-text-style": "bold",
        "button-focus-text-style": "bold",
    }


_AS_TEXT = (
    *("text", "block-cursor-foreground", "block-cursor-blurred-foreground", "link-color"),
    *("link-color-hover", "input-selection-foreground", "screen-selection-foreground"),
    *("button-foreground", "button-color-foreground", "footer-foreground"),
    *("footer-key-foreground", "markdown-h1-color", "markdown-h2-color", "markdown-h3-color"),
)
_AS_MUTED = (
    *("text-muted", "text-disabled", "foreground-muted", "foreground-disabled"),
    *("footer-description-foreground", "text-secondary"),
)
_AS_ACCENT = ("text-primary", "text-accent", "input-cursor-background", "border")
_AS_LINE = (
    *("line", "scrollbar", "scrollbar-hover", "scrollbar-active", "border-blurred"),
    *("primary-muted", "secondary-muted"),
)
_AS_SURFACE = (
    *("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active"),
    *("scrollbar-corner-color", "block-hover-background", "surface-active", "footer-background"),
)
_AS_TINT = (
    *("tint", "block-cursor-background", "block-cursor-blurred-background"),
    *("input-selection-background", "screen-selection-background"),
)

DARK = theme("dark", DARK_ROLES, dark=True)
LIGHT = theme("light", LIGHT_ROLES, dark=False)
FEW = theme("few", FEW_ROLES, dark=True, ansi=True)
FEW_ON_LIGHT = theme("few-on-light", FEW_ON_LIGHT_ROLES, dark=False, ansi=True)
THEMES = (DARK, LIGHT, FEW, FEW_ON_LIGHT)

FOLLOW = "follow"
CHOICES = (FOLLOW, DARK.name, LIGHT.name, FEW.name)
"""What a leader can choose from: as the terminal is, or one of the three."""


def theme_for(choice: str, *, ground_is_dark: bool | None, few_colours: bool) -> str:
    """The theme that a choice means on this terminal; dark where its ground is not known.

    `few_colours`: the terminal has sixteen at most, or NO_COLOR is set. Nothing else helps there.
    """
    dark = ground_is_dark is not False
    if few_colours or choice == FEW.name:
        return FEW.name if dark else FEW_ON_LIGHT.name
    if choice == FOLLOW:
        return DARK.name if dark else LIGHT.name
    return choice
