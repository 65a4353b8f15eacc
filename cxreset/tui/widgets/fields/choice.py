"""One of a few: a scale of 1 to 5, yes or no, a status. All options stay in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from cxreset.base.language.words import N_, _
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.links import DrawnLinks

Value = str | int | bool | None
CHOSEN = "●"
REVERSED = "bold reverse $primary"
"""Where the next key acts: reversed, so that it is seen without colours too."""
SCALE: tuple[tuple[Value, str], ...] = tuple((number, str(number)) for number in range(1, 6))
YES_NO: tuple[tuple[Value, str], ...] = ((True, "yes"), (False, "no"))


class Choice(DrawnLinks, can_focus=True):
    """A row of options: arrows and space move, a digit picks, backspace empties, enter goes on.

    Letters are never taken: they may be commands of the screen around it.
    """

    BINDINGS = [
        Binding("left", "move(-1)", "Previous", show=False),
        Binding("right,space", "move(1)", "Next", show=False),
        Binding("up", "move_down(-1)", "Previous", show=False),
        Binding("down", "move_down(1)", "Next", show=False),
        Binding("backspace,delete", "clear", N_("Empty"), show=False),
        Binding("enter", "go_on", "Next field", show=False),
        *(Binding(str(digit), f"pick_digit({digit})", f"Pick {digit}", show=False)
          for digit in range(1, 10)),
    ]  # fmt: skip

    value: reactive[Value] = reactive[Value](None)
    stacked: reactive[bool] = reactive(False, layout=True)
    """Does each option have a row of its own? Then up and down move as well."""

    class Changed(Message):
        """The leader picked another value."""

        def __init__(self, choice: Choice, value: Value) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[Value, str]],
        *,
        ends: tuple[str, str] = ("", ""),
        optional: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.options = [(value, _(label)) for value, label in options]
        self.ends = (_(ends[0]), _(ends[1]))  # what the two ends of a scale mean
        self.optional = optional

    def render(self) -> Content:
        if self.stacked:
            return Content("\n").join(self._rows())
        parts: list[Content | str | tuple[str, Style | str]] = []
        if self.ends[0]:
            parts.append(f"{self.ends[0]}  ")
        for index, (value, label) in enumerate(self.options):
            option = f"{self._sign(value)}{label} "
            parts.append(self._option(option, index, chosen=self._is_chosen(value)))
        if self.ends[1]:
            parts.append(f"  {self.ends[1]}")
        return Content.assemble(*parts)

    def _rows(self) -> list[Content]:
        """An option a row."""
        return [
            self._option(f"{self._sign(value)}{label} ", index, chosen=self._is_chosen(value))
            for index, (value, label) in enumerate(self.options)
        ]

    @property
    def text(self) -> str:
        """The label of what is picked; empty for nothing."""
        chosen = (label for value, label in self.options if value == self.value)
        return next(chosen, "") if self.value is not None else ""

    def _is_chosen(self, value: Value) -> bool:
        return value == self.value and self.value is not None

    def _sign(self, value: Value) -> str:
        return CHOSEN if self._is_chosen(value) else " "

    def _option(self, words: str, index: int, *, chosen: bool) -> Content:
        """An option, to be clicked; the one reversed accent is where the next key acts."""
        content = Content.styled(words, self._look()) if chosen else Content(words)
        return content.stylize(Style.from_meta({"@click": ("choose", (index,))}))

    def _look(self) -> str:
        return REVERSED if self.has_focus else "bold $foreground on $panel"

    def _pick(self, value: Value) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_choose(self, index: int) -> None:
        self.focus()
        self._pick(self.options[index][0])

    def action_move(self, by: int) -> None:
        values = [value for value, _ in self.options]
        if self.value in values and self.value is not None:
            index = max(0, min(len(values) - 1, values.index(self.value) + by))
        else:
            index = 0 if by > 0 else len(values) - 1
        self._pick(values[index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Up and down are the window's where the options stand beside each other."""
        return action != "move_down" or self.stacked

    def action_move_down(self, by: int) -> None:
        """Go up or down, where options stand one below the other."""
        self.action_move(by)

    def action_clear(self) -> None:
        if self.optional:
            self._pick(None)

    def option_for(self, digit: int) -> int | None:
        """The index of the option that a digit (1 to 9) means: the label that it is, or the nth."""
        labels = [label for _, label in self.options]
        if str(digit) in labels:
            return labels.index(str(digit))
        if any(label.isdigit() for label in labels) or digit > len(labels):
            return None
        return digit - 1

    def action_pick_digit(self, digit: int) -> None:
        """Pick by digit; one that means no option here does nothing, nor anything elsewhere."""
        index = self.option_for(digit)
        if index is not None:
            self._pick(self.options[index][0])

    def action_go_on(self) -> None:
        """On to the next field, as Enter does in a line of text."""
        if isinstance(self.parent, Field):
            self.parent.go_on()
        else:
            self.screen.focus_next()
