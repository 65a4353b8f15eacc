"""How long one read may take where somebody waits for it at a screen."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

OPERATIONS = 200_000  # of SQLite between two looks at the clock: some milliseconds
READ_SECONDS = 5.0
LONGEST_LOOK_SECONDS = 0.05
"""No more than this is counted between two looks: rows are fetched while other work goes on."""


class ReadLimit:
    """The time one read may take of SQLite. A write has none: it is stored whole or not at all, and
    who asked for a long one can stop it (`undo/stopping.py`)."""

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._clock = clock
        self._reads = False
        self._looked = 0.0
        self._spent = 0.0

    def begin(self, *, reads: bool) -> None:
        """A statement begins; one that writes is left alone."""
        self._reads = reads
        self._looked = self._clock()
        self._spent = 0.0

    def is_over(self) -> bool:
        """Has the statement going on had its time? Asked after so many OPERATIONS of SQLite."""
        now = self._clock()
        self._spent += min(now - self._looked, LONGEST_LOOK_SECONDS)
        self._looked = now
        return self._reads and self._spent > self._seconds
