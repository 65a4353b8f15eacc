"""A workbook with comments that recur."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset

TEXTS = (
    ("My refund has not come after {n} weeks", "Money"),
    ("Still waiting for the refund you promised in order {n}", "Money"),
    ("The app crashes every time I log in, {n} times today", "App"),
    ("The driver was {n} hours late and nobody told me", "Delivery"),
    ("Delivery came {n} days late", "Delivery"),
    ("Your agent was rude to me on call {n}", ""),
)


@pytest.fixture
def full(reset: Reset, tmp_path: Path) -> Reset:
    """A workbook of 60 comments, most with a reason of the company's own."""
    path = tmp_path / "tickets.csv"
    lines = [f'"{text.format(n=n)}","{why}"' for n in range(2, 12) for text, why in TEXTS]
    path.write_text("\n".join(["Comment,Category", *lines]), encoding="utf-8")
    import_file(reset.comments, look(path), None, reset.today)
    reset.daily.set_last_visited("week-listen/listen.review")
    return reset
