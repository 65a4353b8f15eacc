"""How many comments there are, in words that are read once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxreset.sharing.documents.counts import comments_by_channel
from tests.sharing.full_plan import FULL


@pytest.mark.parametrize(
    ("channels", "words"),
    [
        ({"ticket": 60}, "60 support tickets"),
        ({"other": 60}, "60 comments"),
        (
            {"other": 20, "ticket": 40, "call": 0},
            "60 comments: 40 support tickets and 20 other comments",
        ),
    ],
)
def test_one_channel_says_it_alone(channels: dict[str, int], words: str) -> None:
    assert comments_by_channel(replace(FULL, comments=60, channels=channels)) == words
