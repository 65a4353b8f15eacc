"""A screen over another: the page behind it is drawn in one quiet colour, without any fill.

Textual blends a page behind a screen with that screen's ground, which leaves colours nobody chose.
"""

from __future__ import annotations

from typing import TypeVar

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, Screen

from cxreset.tui.commands.preferring import ButtonKeys

T = TypeVar("T")


UNVEILED = "unveiled"
"""The class of a widget whose rows stay as they are, such as a line on which something is said."""


class Veiled:
    """What a screen shows, letters and edges in one colour on one ground, but for some rows."""

    def __init__(self, below: Screen[object], style: Style) -> None:
        self._below = below
        self._style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        regions = [widget.region for widget in self._below.query(f".{UNVEILED}")]
        whole = {row for region in regions for row in range(region.y, region.bottom)}
        for row, strip in enumerate(self._below._compositor.render_strips()):
            for text, style, control in strip:
                seen = style.clear_meta_and_links() if style and row in whole else self._style
                yield Segment(text, None if control else seen, control)
            yield Segment.line()


class Dialog(ModalScreen[T]):
    """A screen that asks or shows something, and answers with a `T`."""

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, ButtonKeys(self).follow)

    def render(self) -> RenderableType:
        rendered = super().render()
        if not isinstance(rendered, BackgroundScreen):
            return rendered
        colours = self.app.theme_variables
        line, ground = (Color.parse(colours[name]).rich_color for name in ("line", "background"))
        return Veiled(rendered.screen, Style(color=line, bgcolor=ground))
