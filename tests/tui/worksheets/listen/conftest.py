"""1.1 opens on its own week, and nobody waits for its rest."""

from __future__ import annotations

import pytest

from cxreset.reset.reset import Reset
from cxreset.tui.worksheets.listen.review import ReviewSheet


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, reset: Reset) -> None:
    """Resting is short, and the app opens on the worksheet's own week."""
    monkeypatch.setattr(ReviewSheet, "rest_seconds", 0.05)
    reset.daily.set_last_visited("week-listen/listen.review")
