"""The palette as themes, and the app that shows the one that was chosen, or as the terminal is."""

from cxreset.tui.shell.colours.following import ColouredApp, choose_theme
from cxreset.tui.shell.colours.themes import CHOICES

__all__ = ["CHOICES", "ColouredApp", "choose_theme"]
