"""A workbook with something to share."""

from __future__ import annotations

from datetime import date

import pytest

from cxreset.reset.reset import Reset
from cxreset.workbook.tables import Action, Feedback, FollowUp, Pain
from tests.tui.screens.share.share_screen import EMAIL


@pytest.fixture
def filled(reset: Reset) -> Reset:
    """Two owners, and a customer who left an address."""
    book = reset.book
    book.add(Feedback(channel="chat", text=f"Write to {EMAIL}, nobody told me of the new day"))
    book.add(Pain(title="The day moves", chosen=True))
    book.tie(1, [1])
    book.add(Action(title="Send a text", owner="Sam", deadline=date(2026, 9, 20)))
    book.add(Action(title="Count the calls", owner="Tom", deadline=date(2026, 9, 21)))
    book.add(FollowUp(what="Half-time", who="Sam", due_on=date(2026, 9, 15)))
    return reset
