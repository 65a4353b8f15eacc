"""What Textual does twice, done once: kept apart so that it can be sent upstream and dropped.

Seen in Textual 8.2 by sampling the first opening of a screen:

- `Stylesheet.reparse` parses every source anew, in a stylesheet with an empty cache, although only
  one source was added. `set_variables` empties the cache also when no variable has changed.
- A new screen is styled as its widgets are mounted; yet it counts as out of date, so that its first
  and its second opening style the whole tree once more.
- `RuleSet.__hash__` is written in Python and is called for each rule and each widget styled.

Each part is left out where a newer Textual no longer has what it stands on; see `docs/decisions`.
"""

from __future__ import annotations

import os
from typing import Any

import textual
from textual.app import App
from textual.css.model import RuleSet
from textual.screen import Screen
from textual.widget import Widget

from cxreset.tui.toolkit.styles import PathStylesheet

KNOWN = (8, 2)
"""The release these were measured on. Another one goes without them until it has been looked at."""


def installed() -> str:
    """The version of the installed Textual, by the name of the folder that describes it.

    `textual.__version__` says the same, but a start would load the library for mails to read it.
    """
    package = os.path.dirname(textual.__file__)
    for name in os.listdir(os.path.dirname(package)):
        if name.startswith("textual-") and name.endswith(".dist-info"):
            return name.removeprefix("textual-").removesuffix(".dist-info")
    return textual.__version__


INSTALLED = installed()


def applies(version: str = INSTALLED) -> bool:
    """Is this the Textual that the overrides were made for?"""
    return tuple(int(part) for part in version.split(".")[:2]) == KNOWN


class CachedStylesheet(PathStylesheet):
    """Parses only the sources it has not parsed with the same variables."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Take new variables; the same ones leave what was parsed as it is."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take up sources that were added; raises as `Stylesheet.reparse` does."""
        self.parse()


class QuickScreensApp(App[str]):
    """An app whose screens are styled once, when they are mounted."""

    def __init__(self) -> None:
        super().__init__()
        if applies():
            self.stylesheet = CachedStylesheet(variables=self.get_css_variables())
            RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]

    def read_styles(self, screen: Screen[Any]) -> None:
        """Read the styles of a screen that will be mounted later."""
        if applies() and not screen.CSS:
            self._read_files(screen)

    def read_widget_styles(self, *widgets: Widget) -> None:
        """Read the styles that Textual gives to widgets like these, which are not mounted."""
        if applies():
            for widget in widgets:
                widget._post_register(self)
            self.stylesheet.parse()

    def _read_files(self, screen: Screen[Any]) -> None:
        new = [path for path in screen.css_path if not self.stylesheet.has_source(str(path), "")]
        for path in new:
            self.stylesheet.read(path)
        if new:
            self.stylesheet.reparse()

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Read the styles of a screen that is about to be mounted.

        Our styles name the screen or widget they are for, so screens already there need not be
        styled anew because of them.
        """
        if not applies() or screen.CSS:
            super()._load_screen_css(screen)
            return
        self._read_files(screen)
        if not screen.is_mounted:
            self._mark_size(screen)
            screen._css_update_count = self._css_update_count

    def _mark_size(self, screen: Screen[Any]) -> None:
        """Say of a new screen how large it is before its widgets are styled, not after."""
        for cells, own, shared in (
            (self.size.width, screen.HORIZONTAL_BREAKPOINTS, self.HORIZONTAL_BREAKPOINTS),
            (self.size.height, screen.VERTICAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS),
        ):
            breakpoints = (shared if own is None else own) or []
            screen.add_class(*screen._get_breakpoint_classes(cells, breakpoints), update=False)
