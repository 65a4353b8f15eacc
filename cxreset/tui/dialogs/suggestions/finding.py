"""Looking for what recurs, in a thread and on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from threading import Event
from typing import NamedTuple

from textual.message import Message

from cxreset.base.errors import CxresetError
from cxreset.insight.themes import Theme
from cxreset.insight.weighing.weigher import Weigher
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.finding import Found, Stopped
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.file import WorkbookFile

Work = Callable[[WorkbookFile, Callable[[], bool]], Message]
"""Work on a workbook; what it is handed second says whether nobody waits for it any more."""


class Left(NamedTuple):
    """Was anything changed, and which comments, of which name, does the leader want to read?"""

    changed: bool
    name: str = ""
    read: tuple[int, ...] = ()


class FindingScreen(ErrorBoundary, Dialog[Left]):
    """A dialog that looks for themes and answers how it was left; a subclass shows them."""

    class Ready(Message):
        """The themes are there, and what they are weighed by."""

        def __init__(self, found: Found, weigher: Weigher) -> None:
            super().__init__()
            self.found, self.weigher = found, weigher

    class Halved(Message):
        """Theme id -> the share of halves of the comments in which it was found again."""

        def __init__(self, found: Found, holds: Mapping[str, float]) -> None:
            super().__init__()
            self.found, self.holds = found, holds

    class Opened(Message):
        """A theme was opened by object."""

        def __init__(self, theme: Theme, found: Found) -> None:
            super().__init__()
            self.theme, self.found = theme, found

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
        self._stops: dict[str, Event] = {}

    def _begin(self, work: Work, group: str = "themes") -> None:
        """Do that in a thread; what the group still does is told to stop."""
        self._stop(group)
        stop = self._stops[group] = Event()
        run = partial(self._work, work, stop)
        self.run_worker(run, thread=True, exclusive=True, group=group)

    def _stop(self, group: str) -> None:
        if group in self._stops:
            self._stops[group].set()

    def _work(self, work: Work, stop: Event) -> None:
        """In a thread, on a connection of its own."""
        try:
            file = open_workbook(self.reset.file.path)
            try:
                answer = work(file, stop.is_set)
            finally:
                file.close()
        except Stopped:
            return
        except CxresetError as error:
            answer = self.Failed(error.sentence)
        if not stop.is_set():
            self.post_message(answer)

    def on_unmount(self) -> None:
        for stop in self._stops.values():
            stop.set()
