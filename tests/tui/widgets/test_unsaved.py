"""What waits to be stored: in its order, once, and said only when it changes."""

from __future__ import annotations

import pytest

from cxreset.base.errors import CxresetError
from cxreset.tui.widgets.fields.unsaved import UnsavedWrites


def test_older_writes_are_stored_in_their_order_and_once() -> None:
    calls: list[str] = []
    changes: list[bool] = []
    unsaved = UnsavedWrites(lambda: changes.append(bool(unsaved)))
    unsaved.add("a field that tries again by itself")
    unsaved.add("first", lambda: calls.append("first"))
    unsaved.add("second", lambda: calls.append("second"))
    unsaved.store_older()
    unsaved.store_older()
    assert calls == ["first", "second"]
    assert unsaved  # the field's own is not the queue's to store
    unsaved.stored("a field that tries again by itself")
    assert not unsaved
    assert changes == [True, True, True, True, True, False]


def test_the_first_that_fails_keeps_itself_and_all_after_it() -> None:
    calls: list[str] = []

    def held() -> None:
        raise CxresetError("The workbook is held.")

    unsaved = UnsavedWrites(lambda: None)
    unsaved.add("first", held)
    unsaved.add("second", lambda: calls.append("second"))
    with pytest.raises(CxresetError):
        unsaved.store_older()
    assert unsaved
    assert calls == []


def test_what_never_waited_changes_nothing() -> None:
    changes: list[int] = []
    unsaved = UnsavedWrites(lambda: changes.append(1))
    unsaved.stored("nobody")
    assert changes == []
