"""What was typed and could not be stored yet, until it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from cxreset.workbook.unsaved.words import UnsavedText


class _Waiting(NamedTuple):
    """How to store something, where its own field does not, and what its words are."""

    store: Callable[[], None] | None
    words: Callable[[], UnsavedText]


def _no_words() -> UnsavedText:
    return UnsavedText("", "")


class UnsavedWrites:
    """Who has something that is not stored, in the order it was typed."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """`changed` is called when something begins to wait or is stored."""
        self._changed = changed
        self._waiting: dict[object, _Waiting] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(
        self,
        who: object,
        store: Callable[[], None] | None = None,
        words: Callable[[], UnsavedText] = _no_words,
    ) -> None:
        """Something of `who` waits. A field tries again by itself; what is of a field that shows
        another row by now comes with the call that stores it. `words` says what was typed."""
        self._waiting[who] = _Waiting(store, words)
        self._changed()

    def stored(self, who: object) -> None:
        """What was waiting is stored, or is waiting under another name."""
        if who in self._waiting:
            del self._waiting[who]
            self._changed()

    def store_older(self) -> None:
        """Store what was typed before, in its order; raises as the first of it does."""
        for who, waiting in list(self._waiting.items()):
            if waiting.store is not None:
                waiting.store()
                self.stored(who)

    def texts(self) -> list[UnsavedText]:
        """What was typed and is not stored, in the order it was typed."""
        found = [waiting.words() for waiting in self._waiting.values()]
        return [each for each in found if each.text.strip()]


class HoldsUnsavedWrites:
    """What fields look for above them: whoever says that something is not saved yet."""

    unsaved_writes: UnsavedWrites
