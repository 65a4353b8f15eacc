"""The palette: its contrasts as they were designed, and which theme is shown on which terminal."""

from __future__ import annotations

import pytest
from textual.color import Color

from cxreset.base.errors import UsageError
from cxreset.tui.shell.colours.themes import (
    CHOICES,
    DARK_ROLES,
    FEW_ON_LIGHT_ROLES,
    FEW_ROLES,
    LIGHT_ROLES,
    THEMES,
    Roles,
    theme_for,
)
from cxreset.tui.toolkit.ground import AnswerFinder, by_environment, is_dark
from tests.contrast import contrast

# On ground, surface, raised and tint, rounded to a tenth.
DESIGNED = {
    ("text", "dark"): (15.2, 13.7, 11.5, 10.3),
    ("muted", "dark"): (7.9, 7.1, 5.9, 5.3),
    ("accent", "dark"): (9.3, 8.4, 7.0, 6.3),
    ("late", "dark"): (9.7, 8.8, 7.3, 6.6),
    ("good", "dark"): (10.3, 9.3, 7.8, 7.0),
    ("bad", "dark"): (8.1, 7.3, 6.1, 5.5),
    ("text", "light"): (15.4, 14.0, 12.5, 12.5),
    ("muted", "light"): (6.5, 5.9, 5.3, 5.3),
    ("accent", "light"): (6.7, 6.1, 5.4, 5.4),
    ("late", "light"): (6.9, 6.2, 5.6, 5.6),
    ("good", "light"): (7.2, 6.6, 5.9, 5.9),
    ("bad", "light"): (7.0, 6.4, 5.7, 5.7),
}
PALETTES = {"dark": DARK_ROLES, "light": LIGHT_ROLES}


def colour(roles: Roles, role: str) -> Color:
    return Color.parse(getattr(roles, role))


@pytest.mark.parametrize(("role", "palette"), DESIGNED)
def test_contrasts_are_as_designed(role: str, palette: str) -> None:
    roles = PALETTES[palette]
    letters = colour(roles, role)
    found = tuple(
        contrast(letters, colour(roles, ground))
        for ground in ("ground", "surface", "raised", "tint")
    )
    assert found == pytest.approx(DESIGNED[role, palette], abs=0.11)
    assert min(found) >= 4.5


@pytest.mark.parametrize(("palette", "wanted"), [("dark", 9.6), ("light", 7.0)])
def test_letters_on_the_accent(palette: str, wanted: float) -> None:
    roles = PALETTES[palette]
    found = contrast(colour(roles, "on_accent"), colour(roles, "accent"))
    assert found == pytest.approx(wanted, abs=0.11)
    # drawn lines reverse the accent instead: then the ground they lie on is the letters' colour
    for ground in ("ground", "surface", "raised"):
        assert contrast(colour(roles, ground), colour(roles, "accent")) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_lines_are_seen_and_are_no_letters(palette: str) -> None:
    roles = PALETTES[palette]
    assert contrast(colour(roles, "line"), colour(roles, "ground")) >= 3
    assert contrast(colour(roles, "line"), colour(roles, "surface")) >= 3


def test_few_colours_are_the_terminals_own() -> None:
    for roles in (FEW_ROLES, FEW_ON_LIGHT_ROLES):
        assert all(each.startswith("ansi_") for each in roles)
    assert all(letters != "ansi_default" for letters in (FEW_ROLES.text, FEW_ROLES.muted))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_letter_is_a_blend(theme: object) -> None:
    """A blend would escape every check of contrast."""
    made = next(each for each in THEMES if each is theme).to_color_system().generate()
    asked = [name for name in made if name.startswith("text") or name.endswith("-foreground")]
    for name in asked:
        value = made[name]
        assert not value.startswith("auto") and "%" not in value, name


@pytest.mark.parametrize(
    ("choice", "dark", "few", "theme"),
    [
        ("follow", None, False, "dark"),
        ("follow", True, False, "dark"),
        ("follow", False, False, "light"),
        ("light", True, False, "light"),
        ("dark", False, False, "dark"),
        ("few", None, False, "few"),
        ("few", False, False, "few-on-light"),
        ("light", None, True, "few"),
    ],
)
def test_which_theme(choice: str, dark: bool | None, few: bool, theme: str) -> None:
    assert choice in CHOICES
    assert theme_for(choice, ground_is_dark=dark, few_colours=few) == theme


@pytest.mark.parametrize(
    ("answer", "dark"),
    [
        ("rgb:1212/1616/1b1b", True),
        ("rgb:ffff/ffff/ffff", False),
        ("rgb:fb/fa/f6", False),
        ("rgba:0/0/0/f", True),
        ("rgb:8/8/8", False),
        ("#12161b", None),
        ("rgb:zz/00/00", None),
        ("rgb:12/16", None),
        ("rgb://", None),
    ],
)
def test_what_a_colour_is(answer: str, dark: bool | None) -> None:
    assert is_dark(answer) is dark


def test_the_answer_is_no_typing() -> None:
    """Wherever the reading cuts it, and whatever was typed around it."""
    typed = "a\x1b]11;rgb:ffff/ffff/ffff\x1b\\b\x1b[A"
    for cut in range(len(typed)):
        finder = AnswerFinder()
        rest = finder.rest_of(typed[:cut]) + finder.rest_of(typed[cut:])
        if typed[:cut].endswith(("\x1b", "\x1b]")):
            continue  # these alone are keys
        assert (rest, finder.dark) == ("ab\x1b[A", False), cut


def test_what_only_begins_like_an_answer_is_typing_after_all() -> None:
    finder = AnswerFinder()
    odd = "\x1b]11;" + "x" * 100
    assert finder.rest_of(odd) == odd and finder.dark is None
    assert finder.rest_of("\x1b]11;?\x07c") == "c" and finder.dark is None


@pytest.mark.parametrize(
    ("value", "dark"), [("15;0", True), ("0;15", False), ("0;default;15", False), ("", None)]
)
def test_a_terminal_that_says_it_in_its_environment(
    monkeypatch: pytest.MonkeyPatch, value: str, dark: bool | None
) -> None:
    monkeypatch.setenv("COLORFGBG", value)
    assert by_environment() is dark


def test_another_name_is_refused() -> None:
    from cxreset.tui.shell.colours import ColouredApp, choose_theme

    class Plain(ColouredApp):
        pass

    app = Plain()
    choose_theme(app, "light")
    assert app.theme == "light"
    app.take_ground(dark=False)
    assert app.theme == "light"
    choose_theme(app, "follow")
    assert app.theme == "light"
    app.take_ground(dark=True)
    assert app.theme == "dark"
    with pytest.raises(UsageError, match="solarized"):
        choose_theme(app, "solarized")
