"""The hour that words speak of."""

from __future__ import annotations

import pytest

from cxreset.base.hours import hour_in


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("after the first coffee, at 8:45", "08:45"),
        ("8.45 Uhr, am Schreibtisch", "08:45"),
        ("um 9 Uhr nach dem Kaffee", "09:00"),
        ("at 2 pm, in the Oak Room", "14:00"),
        ("after lunch, 1:15pm", "13:15"),
        ("à 9h30, au bureau", "09:30"),
        ("at 9, before the others come", "09:00"),
        ("AT 10", "10:00"),
        ("9 o'clock in room 12", "09:00"),
        ("at noon", "12:00"),
        ("at 25:10, or 8:20 at the latest", "08:20"),
        ("after the first coffee, at my desk", ""),
        ("at 3 desks, with the 2 of us", ""),
        ("in room 4.12", ""),
        ("version 1.2.30", ""),
        ("on the 8.45.10 train", ""),
        ("", ""),
    ],
)
def test_the_first_hour_in_a_text(text: str, hour: str) -> None:
    assert hour_in(text) == hour
