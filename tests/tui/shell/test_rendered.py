"""What is drawn, cell by cell: every letter can be read, and one thing at most is reversed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Button, Static

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell.colours import choose_theme
from cxreset.tui.shell.colours.themes import DARK_ROLES, FEW_ROLES, LIGHT_ROLES, Roles
from tests.contrast import contrast

THEMES = {"dark": DARK_ROLES, "light": LIGHT_ROLES, "few": FEW_ROLES}
SCREENS = {
    "today": (), "actions": ("a",), "practices": ("h",), "journal": ("j",), "share": ("e",),
    "scores": ("y",), "help": ("question_mark",), "pause": ("z",), "catch-up": ("c",),
    "templates": ("f2",), "check-up": ("k",), "practice": ("p",), "settings": ("f3",),
}  # fmt: skip
WEEKS = ("1", "2", "3", "4")
LEAST = 4.5
# Drawn, not written: edges, rules, bars and what is left of them.
DRAWN = frozenset("■□─━│┃╌╎▏▕▌▐▀▄█░▁▂▃▄▅▆▇▔┌┐└┘├┤┣┫╸╺·╭╮╰╯")
# The sixteen colours as most terminals show them (the first set of xterm).
FEW = {
    "ansi_default": "#000000", "ansi_black": "#000000", "ansi_red": "#cd0000",
    "ansi_green": "#00cd00", "ansi_yellow": "#cdcd00", "ansi_blue": "#0000ee",
    "ansi_magenta": "#cd00cd", "ansi_cyan": "#00cdcd", "ansi_white": "#e5e5e5",
    "ansi_bright_white": "#ffffff",
}  # fmt: skip
EXEMPT_IN_FEW = frozenset({"#cd0000"})  # a terminal's own red: only beside its sign


def shown(colour: Color, *, letters: bool) -> Color:
    """A colour as the terminal shows it; its own two are white on black."""
    if colour.ansi is None:
        return colour
    if colour.ansi == -1:
        return Color.parse("#e5e5e5" if letters else "#000000")
    return Color.parse(FEW.get(colour.css, "#e5e5e5"))


def cells(pilot: Pilot[str]) -> Iterator[tuple[int, Segment]]:
    """Every piece of every row that is drawn."""
    for row, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        for segment in strip:
            yield row, segment


def letters_of(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in DRAWN)


def colours(segment: Segment) -> tuple[Color, Color]:
    """Letters and ground of a piece, as they are seen."""
    style = segment.style
    assert style is not None
    front = Color.from_rich_color(style.color) if style.color else Color(0, 0, 0, ansi=-1)
    back = Color.from_rich_color(style.bgcolor) if style.bgcolor else Color(0, 0, 0, ansi=-1)
    seen = shown(front, letters=True), shown(back, letters=False)
    return (seen[1], seen[0]) if style.reverse else seen


def unreadable(pilot: Pilot[str], behind: bool) -> Counter[str]:
    """Letters of too little contrast, by colours; those of a page behind a dialog are left out."""
    found: Counter[str] = Counter()
    for _, segment in cells(pilot):
        letters = letters_of(segment.text)
        if not letters or segment.style is None:
            continue
        front, back = colours(segment)
        if front.hex.lower() in EXEMPT_IN_FEW or (behind and not is_ours(back)):
            continue
        if contrast(front, back) < LEAST:
            found[f"{letters[:20]} {front.hex} on {back.hex}"] += len(letters)
    return found


def is_ours(ground: Color) -> bool:
    """Is a ground one of the palette's? The page behind a dialog is veiled, so it is none."""
    known = {
        Color.parse(colour)
        for roles in (DARK_ROLES, LIGHT_ROLES)
        for colour in (roles.surface, roles.raised, roles.tint, roles.accent)
    }
    return ground in known


def reversed_accents(pilot: Pilot[str], roles: Roles) -> int:
    """How many separate places are drawn on the accent, the text cursor among them."""
    accent = Color.parse(roles.accent)
    rows: set[int] = set()
    for row, segment in cells(pilot):
        style = segment.style
        if style is None or not segment.text.strip():
            continue
        ground = style.color if style.reverse else style.bgcolor
        if ground is not None and Color.from_rich_color(ground) == accent:
            rows.add(row)
    return len(rows)


async def look(app: CxresetApp, keys: tuple[str, ...], theme: str, size: tuple[int, int]) -> None:
    roles = THEMES[theme]
    choose_theme(app, theme)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause(0.3)
        await check(pilot, roles, f"{theme} {keys} at {size}")


SIGNS = frozenset("✓◆○◌!▲▽=≈×x●◐↑★▌–")


def unsigned(pilot: Pilot[str], roles: Roles) -> list[str]:
    """Words in a colour that means something, without a sign in their row or the one above."""
    meaning = {Color.parse(colour) for colour in (roles.late, roles.good, roles.bad)}
    rows = pilot.app.screen._compositor.render_strips()
    texts = ["".join(segment.text for segment in strip) for strip in rows]
    found = []
    for row, segment in cells(pilot):
        colour = segment.style.color if segment.style is not None else None
        if (
            colour is None
            or not segment.text.strip()
            or Color.from_rich_color(colour) not in meaning
        ):
            continue
        near = texts[max(0, row - 1)] + texts[row]
        if not SIGNS.intersection(near):
            found.append(segment.text)
    return found


def cut_sentences(pilot: Pilot[str]) -> list[str]:
    """Rows of text, not of lists, that end in dots: only list rows and names may be cut."""
    found = []
    for widget in pilot.app.screen.query(Static):
        seen = widget.region and all(node.display for node in widget.ancestors_with_self)
        if not seen or isinstance(widget, Button):
            continue
        rows = (widget.render_line(row).text.rstrip() for row in range(widget.size.height))
        found += [row for row in rows if row.endswith("…")]
    return found


async def check(pilot: Pilot[str], roles: Roles, where: str) -> None:
    assert not unsigned(pilot, roles), where
    if pilot.app.size.width == 80:
        assert not cut_sentences(pilot), where
    dark_letters = unreadable(pilot, behind=pilot.app.screen.is_modal)
    assert not dark_letters, f"{where}: {dark_letters.most_common(5)}"
    assert reversed_accents(pilot, roles) <= 1, where


@pytest.mark.parametrize("theme", THEMES)
async def test_today_and_a_worksheet_can_be_read(sample_app: CxresetApp, theme: str) -> None:
    await look(sample_app, (), theme, (80, 24))


@pytest.mark.long
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_every_place_and_dialog_can_be_read(
    sample_app: CxresetApp, theme: str, screen: str
) -> None:
    await look(sample_app, SCREENS[screen], theme, (120, 40))


@pytest.mark.long
@pytest.mark.parametrize("screen", SCREENS)
async def test_nothing_of_ours_is_cut_in_a_small_window(
    sample_app: CxresetApp, screen: str
) -> None:
    await look(sample_app, SCREENS[screen], "dark", (80, 24))


@pytest.mark.long
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("week", WEEKS)
async def test_every_worksheet_can_be_read(sample_app: CxresetApp, theme: str, week: str) -> None:
    roles = THEMES[theme]
    choose_theme(sample_app, theme)
    async with sample_app.run_test(size=(80, 24)) as pilot:
        await pilot.press(week, *["left_square_bracket"] * 5)
        for step in range(5):
            await pilot.pause(0.3)
            await check(pilot, roles, f"{theme}, week {week}, step {step + 1}")
            await pilot.press("right_square_bracket")


@pytest.fixture
def sample_app(sample: Reset) -> CxresetApp:
    return CxresetApp(
        sample.pack, sample, lambda _: sample, today=lambda: sample.today, where="sample.cxreset"
    )
