"""Looking for what recurs, in a thread and on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import NamedTuple

from textual.message import Message
from textual.screen import ModalScreen

from cxreset.base.errors import CxresetError
from cxreset.insight.themes import Theme
from cxreset.reset.reset import Reset
from cxreset.reset.suggesting import Found, Stopped
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.file import WorkbookFile


class Left(NamedTuple):
    """Was anything changed, and which theme's comments does the leader want to read?"""

    changed: bool
    read: Theme | None = None


class FindingScreen(ErrorBoundary, ModalScreen[Left]):
    """A dialog that looks for themes and answers how it was left; a subclass shows them."""

    class Ready(Message):
        """The themes are there."""

        def __init__(self, found: Found) -> None:
            super().__init__()
            self.found = found

    class Parted(Message):
        """The smaller themes inside one were looked for."""

        def __init__(self, theme: Theme, parts: tuple[Theme, ...]) -> None:
            super().__init__()
            self.theme, self.parts = theme, parts

    class Failed(Message):
        """They could not be looked for."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset
        self._stop = Event()

    def _begin(self, work: Callable[[WorkbookFile], Message]) -> None:
        self.run_worker(partial(self._work, work), thread=True, exclusive=True, group="themes")

    def _work(self, work: Callable[[WorkbookFile], Message]) -> None:
        """In a thread, on a connection of its own."""
        try:
            file = open_workbook(self.reset.file.path)
            try:
                answer = work(file)
            finally:
                file.close()
        except Stopped:
            return
        except CxresetError as error:
            answer = self.Failed(error.sentence)
        if not self._stop.is_set():
            self.post_message(answer)

    def on_unmount(self) -> None:
        self._stop.set()
