"""What a page of the browser tells the app."""

from __future__ import annotations

from pathlib import Path

from textual.geometry import Size
from textual.message import Message


class PageAttached(Message, bubble=False):
    """To the app: a page that shows nothing yet is there, so many cells large."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size


class PageClosed(Message, bubble=False):
    """To the app: nobody looks any more, and nobody can be asked; leave with everything stored."""


class FileArrived(Message, bubble=False):
    """To the app: a file was chosen on the page, or dropped on it, and lies here."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class TakesFiles:
    """A screen that has a use for files that are brought in."""

    def take_file(self, path: Path) -> None:
        """A file was brought in and lies here."""
        raise NotImplementedError
