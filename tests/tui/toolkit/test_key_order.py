"""Text sent in one burst with the key that opens a field arrives whole, and acts nowhere."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.tables import Action, Journal, Touchpoint

WORDS = "The quick new help desk zaps all jobs."  # nearly every letter is some command's key


def send(app: CxresetApp, keys: tuple[str, ...], text: str) -> None:
    """As a fast paste or a busy machine sends it: all at once, nobody waits."""
    named = {" ": "space", ".": "full_stop"}
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))
    for letter in text:
        app.post_message(events.Key(named.get(letter, letter), letter))


def typed(app: CxresetApp) -> str:
    focused = app.focused
    if isinstance(focused, Input):
        return focused.value
    assert isinstance(focused, TextArea), focused
    return focused.text


async def settled(pilot: Pilot[str]) -> None:
    for _ in range(40):
        await pilot.pause(0.02)
        if isinstance(pilot.app.focused, Input | TextArea) and WORDS in typed_or_none(pilot):
            return


def typed_or_none(pilot: Pilot[str]) -> str:
    app = pilot.app
    assert isinstance(app, CxresetApp)
    return typed(app)


@pytest.mark.parametrize(
    "keys",
    [
        ("2", "n"),  # another place, and a new line there
        ("a", "n"),
        ("a", "enter"),
        ("j", "r"),
        ("j", "m"),
        ("w",),  # the field of the screen in hand
        ("ctrl+p",),  # a dialog that is not drawn yet
        ("1", "c"),
        ("1", "slash"),
    ],
)
async def test_a_burst_arrives_whole(sample: Reset, keys: tuple[str, ...]) -> None:
    sample.daily.set_last_visited("today/")
    before = len(sample.book.rows(Action)), len(sample.book.rows(Journal))
    app = CxresetApp(sample.pack, sample, lambda settings: sample, today=lambda: sample.today,
                     where="sample.cxreset")  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        send(app, keys, WORDS)
        await settled(pilot)
        assert typed(app).endswith(WORDS), (keys, typed(app))
    assert len(sample.book.rows(Action)) - before[0] <= 1
    assert len(sample.book.rows(Journal)) - before[1] <= 1


async def test_a_paste_waits_too(sample: Reset) -> None:
    sample.daily.set_last_visited("today/")
    app = CxresetApp(sample.pack, sample, lambda settings: sample, today=lambda: sample.today,
                     where="sample.cxreset")  # fmt: skip
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        send(app, ("2", "n"), "")
        app.post_message(events.Paste("Delivery day"))
        await pilot.pause(0.3)
        await pilot.press("tab")
        await pilot.pause(0.1)
    assert "Delivery day" in [row.name for row in sample.book.rows(Touchpoint)]
