"""The step on which the dialogs of feedback are opened."""

from __future__ import annotations

import pytest

from cxreset.reset.reset import Reset


@pytest.fixture
def on_the_step(reset: Reset) -> None:
    """The leader stands on the step where feedback is read."""
    reset.daily.set_last_visited("week-listen/listen.review")
