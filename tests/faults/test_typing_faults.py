"""The real program in a terminal, killed while somebody types: what is on the disk after it."""

from __future__ import annotations

import random
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.faults.conftest import LONG, Row, stored, to_touchpoint
from tests.faults.terminal import Terminal

WORDS = "The help chat ends without an answer and nobody calls back the same day. "
PAUSED, TYPING = (10, 15) if LONG else (1, 2)
PROMISE_SECONDS = 0.5  # at most so much of what was typed may be missing
SLACK_SECONDS = 0.25 if LONG else 30  # the long run has the machine for itself; a test may not


def type_words(terminal: Terminal, words: str, seconds_a_key: float) -> list[float]:
    """Type, letter by letter; returns when each was sent."""
    sent = []
    for letter in words:
        terminal.write(letter.encode())
        sent.append(monotonic())
        until = monotonic() + seconds_a_key
        while (left := until - monotonic()) > 0:
            terminal.read(left)
    return sent


def test_a_second_after_the_last_key_nothing_is_lost(begun: Path, row: Row) -> None:
    bad = 0
    for number in range(PAUSED):
        words = f"{number} {WORDS}".strip()
        with Terminal() as terminal:
            to_touchpoint(terminal)
            type_words(terminal, words, 0.01)
            sleep(1)
            terminal.signal(9)
            assert terminal.ended() is not None
        bad += stored(begun)[-1] != words
    row("kill -9 one second after the last key", PAUSED, bad)
    assert bad == 0
    assert stored(begun, "SELECT place FROM reset") == ["week-map/map.compare"]


def test_while_typing_at_most_half_a_second_is_lost(begun: Path, row: Row) -> None:
    bad, worst, chance = 0, 0.0, random.Random()
    for _ in range(TYPING):
        with Terminal() as terminal:
            to_touchpoint(terminal)
            words = (WORDS * 2)[: chance.randrange(12, 60)]
            sent = type_words(terminal, words, chance.uniform(0.02, 0.12))
            terminal.signal(9)
            killed = monotonic()
            assert terminal.ended() is not None
        there = next(reversed(stored(begun)), "")  # killed before the first word was stored
        missing = killed - sent[len(there)] if len(there) < len(words) else 0.0
        worst = max(worst, missing)
        bad += not words.startswith(there) or missing > PROMISE_SECONDS + SLACK_SECONDS
    row(f"kill -9 while typing (at most {worst:.2f} s of it gone)", TYPING, bad)
    assert bad == 0, worst


@pytest.mark.long
def test_half_a_date_comes_back_in_its_field(begun: Path, row: Row) -> None:
    with Terminal() as terminal:
        terminal.sees("SMALL WIN")
        terminal.press("a")
        terminal.sees("New action")
        terminal.press("n")
        terminal.sees("Deadline")
        type_words(terminal, "Call back", 0.01)
        terminal.press("tab", "tab", pause=0.5)
        type_words(terminal, "2026-13", 0.01)
        sleep(1)
        terminal.signal(9)
        assert terminal.ended() is not None
    assert stored(begun, "SELECT title FROM action WHERE deadline IS NULL") == ["Call back"]
    with Terminal() as terminal:
        terminal.sees("SMALL WIN")
        terminal.press("a")
        terminal.sees("Call back")
        terminal.sees("2026-13")
    row("half a date is in its field again after kill -9", 1, 0)
