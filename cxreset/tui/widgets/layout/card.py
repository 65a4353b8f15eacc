"""The one block that the eye meets first: what is next, why, and the buttons that lead on.

One widget however many buttons: they are drawn, and the region of each is a link. `▌` runs down its
left edge while it has the focus, and then one button is reversed: the one that enter presses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from cxreset.base.language.words import N_
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.links import DrawnLinks
from cxreset.tui.widgets.words import set_words

REVERSED = "bold reverse $primary"


class CardButton(NamedTuple):
    """What can be done about it: a name for whoever listens, a label, and the key that does it;
    without one, enter does once the arrows have led there. `on_enter`: enter does it from anywhere
    on the page."""

    name: str
    label: str
    key: str = ""
    on_enter: bool = False


class CardWords(NamedTuple):
    """What a card says. `eyebrow` such as NEXT, `aside` at its right, such as the minutes."""

    eyebrow: str
    aside: str
    title: str
    text: str
    buttons: Sequence[CardButton] = ()


class Card(Static, DrawnLinks, can_focus=True):
    """One card with its buttons in a row."""

    BINDINGS = [
        Binding("left", "move(-1)", N_("Previous button"), show=False),
        Binding("right", "move(1)", N_("Next button"), show=False),
    ]

    class Pressed(Message):
        """A button was pressed."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._words = CardWords("", "", "", "")
        self._at = 0

    @property
    def button(self) -> str:
        """The name of the button that enter presses; empty where there is none."""
        buttons = self._words.buttons
        return buttons[min(self._at, len(buttons) - 1)].name if buttons else ""

    @property
    def entered(self) -> str:
        """The name of the button that enter presses from anywhere; empty for none."""
        return next((each.name for each in self._words.buttons if each.on_enter), "")

    def show(self, words: CardWords) -> None:
        """Say something else; the first button is the one in hand where it is another step."""
        if words.title != self._words.title:
            self._at = 0
        self._words = words
        self._draw()

    def action_move(self, by: int) -> None:
        self._at = max(0, min(len(self._words.buttons) - 1, self._at + by))
        self._draw()

    def action_press(self, name: str) -> None:
        """A click on a button."""
        self.post_message(self.Pressed(name))

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        words, width = self._words, max(20, self.content_size.width)
        space = width - len(words.eyebrow) - len(words.aside)
        lines = [
            Content.assemble(
                (words.eyebrow, "bold $primary"), " " * max(1, space), (words.aside, "$text-muted")
            ),
            Content.styled(words.title, "bold $foreground"),
        ]
        if words.text:
            lines.append(Content.styled(words.text, "$text-muted"))
        if words.buttons:
            lines += [Content(""), self._row(width)]
        set_words(self, Content("\n").join(lines))

    def _row(self, width: int) -> Content:
        """The buttons that fit; the keys of the others still work."""
        row = Content("")
        for index, button in enumerate(self._words.buttons):
            drawn = self._drawn(button, in_hand=self.has_focus and button.name == self.button)
            if index and row.cell_length + drawn.cell_length + 2 > width:
                break
            row = Content.assemble(row, "  " if index else "", drawn)
        return row

    def _drawn(self, button: CardButton, *, in_hand: bool) -> Content:
        sign = "▸" if in_hand else " "
        key = button.key
        if button.on_enter or (in_hand and not key):
            key = KEYS.name("open_next", "enter")
        if in_hand:
            drawn = Content.styled(f"{sign}{button.label}  {key} ", REVERSED)
        else:
            first = button is self._words.buttons[0]
            drawn = Content.assemble(
                (f"{sign}{button.label}", "bold $primary" if first else "bold $foreground"),
                (f"  {key} " if key else " ", "$text-muted"),
            ).stylize_before("on $panel")
        return drawn.stylize(Style.from_meta({"@click": ("press", (button.name,))}))
