"""The bar at the top: every place by name, the present one lit, and the day of the thirty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.tui.commands.destinations import WEEK_ACTION, WEEK_KEYS, Destination
from cxreset.tui.widgets.links import DrawnLinks

READ_ONLY = "Read only"
MORE = "More"
COUNTS_FROM = 110  # columns from which a running week says `2/4`
DIGITS_BELOW = 76  # columns below which the other weeks are digits alone
HERE = "bold $primary on $background"
BEHIND_MORE = ("practices", "journal", "settings", "help")
"""The first to go where there is little room."""


class Progress(NamedTuple):
    """How many of a week's steps are ticked, of how many."""

    done: int
    total: int


class NavigationBar(DrawnLinks):
    """Drawn as one line, with a rule below it on a tall terminal; a click on a name goes there.

    What finds no room is behind `More`, which opens the list of all commands.
    """

    unsaved = reactive(False)
    """Is something typed not stored yet? Said until it is."""

    def __init__(
        self,
        destinations: Sequence[Destination],
        here: str,
        day: str,
        progress: Mapping[str, Progress],
    ) -> None:
        """`progress` by the mode of a week."""
        super().__init__()
        self.destinations = destinations
        self.here = here
        self.day = day
        self.progress = progress
        self._lead = True

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        lead = self._digits_lead()
        if lead != self._lead:
            self._lead = lead
            self.refresh()

    def show_day(self, day: str, progress: Mapping[str, Progress]) -> None:
        """Say another day at the right end, and how far each week is."""
        if (day, progress) != (self.day, self.progress):
            self.day, self.progress = day, progress
            self.refresh()

    def render(self) -> Content:
        width = self.size.width - 2
        labels = {each.mode: self._label(each, width) for each in self.destinations}
        day, shown = self._day_and_destinations(labels, width)
        parts = [self._part(each, labels[each.mode]) for each in shown]
        if len(shown) < len(self.destinations):
            parts.append(_click(_more(), "app.command_palette", ()))
        line = Content.assemble(*parts)
        style = "bold $warning" if self.unsaved else "$text-muted"
        space = " " * (width - line.cell_length - len(day))
        line = Content.assemble(" ", line, space, (day, style), " ")
        if self.size.height < 2:
            return line
        return Content.assemble(line, "\n", self._rule(shown, labels, width))

    def _rule(self, shown: Sequence[Destination], labels: Mapping[str, str], width: int) -> Content:
        """The line below, thick and in the accent under the present place."""
        modes = [each.mode for each in shown]
        before = modes.index(self.here) if self.here in modes else len(modes)
        start = sum(len(labels[mode]) for mode in modes[:before])
        under = len(labels[self.here]) if self.here in modes else 0
        return Content.assemble(
            ("─" * (start + 1), "$line on $background"),
            ("━" * under, "$primary on $background"),
            ("─" * max(0, width + 1 - start - under), "$line on $background"),
        )

    def _day_and_destinations(
        self, labels: Mapping[str, str], width: int
    ) -> tuple[str, list[Destination]]:
        """The longest form of the day that leaves room for every place; where none does, the
        shortest, and the places that fit beside it."""
        for day in self._days():
            if sum(map(len, labels.values())) + len(day) <= width:
                return day, list(self.destinations)
        room = width - len(day) - len(_more()) - len(labels.get(self.here, ""))
        chosen = {self.here}
        for each in sorted(self.destinations, key=lambda each: each.mode in BEHIND_MORE):
            if each.mode != self.here and len(labels[each.mode]) <= room:
                chosen.add(each.mode)
                room -= len(labels[each.mode])
        return day, [each for each in self.destinations if each.mode in chosen]

    def _digits_lead(self) -> bool:
        """Do digits lead to the weeks where the focus is? In a field they are typed."""
        active = self.screen.active_bindings.get(WEEK_KEYS[0])
        return active is not None and active.binding.action.startswith(WEEK_ACTION)

    def _days(self) -> list[str]:
        """The day in ever fewer words: `Sample · Day 9 of 30`, `Sample · Day 9`, `Sample`, none.

        Places matter more: the line above the keys says as well that this is the sample.
        """
        if self.unsaved:
            return [f"! {_('Not saved yet')}", f"! {_('Not saved')}"]
        whole = one_line(self.day)
        if whole.startswith(_(READ_ONLY)):  # matters more than the day
            return [whole, _(READ_ONLY)]
        return [whole, whole.partition(_(" of "))[0], whole.rpartition(" · ")[0], ""]

    def _label(self, destination: Destination, width: int) -> str:
        """A place's name with a blank at each side; a week's with its digit and how far it is."""
        if not destination.key.isdigit():
            return f" {destination.label} "
        digit = destination.key if self._digits_lead() else " "
        if width < DIGITS_BELOW and destination.mode != self.here:
            return f" {destination.key} "
        label = f" {digit} {destination.label} "
        done, total = self.progress.get(destination.mode, Progress(0, 0))
        if total and done == total:
            return f"{label}✓ "
        return f"{label}{done}/{total} " if done and width >= COUNTS_FROM else label

    def _part(self, destination: Destination, label: str) -> Content:
        style = HERE if destination.mode == self.here else ""
        part = _click(label, "app.go", (destination.mode,)).stylize(style)
        at = label.find("✓")
        return part if at < 0 else part.stylize("$success", at, at + 1)


def _more() -> str:
    return f" {_(MORE)} ▾ "


def _click(label: str, action: str, parameters: tuple[str, ...]) -> Content:
    return Content(label).stylize(Style.from_meta({"@click": (action, parameters)}))
