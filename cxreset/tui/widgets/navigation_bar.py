"""The bar at the top: every place by name, the present one lit, and the day of the thirty."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from cxreset.base.text import one_line
from cxreset.tui.commands.destinations import HELP, WEEK_ACTION, WEEK_KEYS, Destination

# What is tried in turn until all fits: digits before the weeks, `?` for Help, the gap.
FORMS = (
    (True, False, "  "),
    (True, False, " "),
    (True, True, " "),
    (False, True, " "),
)

READ_ONLY = "Read only"


class NavigationBar(Widget):
    """Drawn as one line; a click on a name goes there."""

    unsaved = reactive(False)
    """Is something typed not stored yet? Said until it is."""

    def __init__(self, destinations: Sequence[Destination], here: str, day: str) -> None:
        super().__init__()
        self.destinations = destinations
        self.here = here
        self.day = day
        self._lead = True

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._updated)

    def _updated(self, screen: Screen[object]) -> None:
        lead = self._digits_lead()
        if lead != self._lead:
            self._lead = lead
            self.refresh()

    def show_day(self, day: str) -> None:
        """Say another day at the right end."""
        self.day = day
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        for keys, short, gap in FORMS:
            line = self._line(keys, short, gap)
            for day in self._days():
                space = width - line.cell_length - len(day)
                if space >= 0:
                    style = "bold $warning" if self.unsaved else "$text-muted"
                    return Content.assemble(line, " " * space, (day, style))
        return line

    def _digits_lead(self) -> bool:
        """Do digits lead to the weeks where the focus is? In a field they are typed."""
        active = self.screen.active_bindings.get(WEEK_KEYS[0])
        return active is not None and active.binding.action.startswith(WEEK_ACTION)

    def _days(self) -> list[str]:
        """The day in ever fewer words: `Sample · Day 9 of 30`, `Sample · Day 9`, `Sample`, none."""
        if self.unsaved:
            return ["Not saved yet", "Not saved"]
        whole = one_line(self.day)
        if whole.startswith(READ_ONLY):  # matters more than the day
            return [whole, READ_ONLY]
        kind = whole.rpartition(" · ")[0]
        # That this is the sample, or read only, matters more than the day; the keys of the weeks do
        # too, and Today says which day it is.
        return [whole, whole.partition(" of ")[0], kind or ""]

    def _line(self, keys: bool, short: bool, gap: str) -> Content:
        parts: list[Content | str | tuple[str, Style | str]] = []
        lead = self._digits_lead()
        for destination in self.destinations:
            name = "?" if short and destination == HELP else destination.label
            digit = destination.key if lead else " "
            label = f"{digit} {name}" if keys and destination.key.isdigit() else name
            style = Style.from_meta({"@click": ("app.go", (destination.mode,))})
            if destination.mode == self.here:
                style += Style(bold=True, reverse=True)
                label = f" {label} "
            parts += [(label, style), gap]
        return Content.assemble(*parts)
