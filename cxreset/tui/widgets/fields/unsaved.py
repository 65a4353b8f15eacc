"""What was typed and could not be stored yet, until it is."""

from __future__ import annotations

from collections.abc import Callable


class UnsavedWrites:
    """Who has something that is not stored, in the order it was typed."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """`changed` is called when something begins to wait or is stored."""
        self._changed = changed
        self._waiting: dict[object, Callable[[], None] | None] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, who: object, store: Callable[[], None] | None = None) -> None:
        """Something of `who` waits. A field tries again by itself; what is of a field that shows
        another row by now comes with the call that stores it."""
        self._waiting[who] = store
        self._changed()

    def stored(self, who: object) -> None:
        """What was waiting is stored, or is waiting under another name."""
        if who in self._waiting:
            del self._waiting[who]
            self._changed()

    def store_older(self) -> None:
        """Store what was typed before, in its order; raises as the first of it does."""
        for who, store in list(self._waiting.items()):
            if store is not None:
                store()
                self.stored(who)


class HoldsUnsavedWrites:
    """What fields look for above them: whoever says that something is not saved yet."""

    unsaved_writes: UnsavedWrites
