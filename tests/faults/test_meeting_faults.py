"""The real program in a terminal, killed while a meeting is run: it goes on where it was."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.faults.conftest import LONG, Row, stored
from tests.faults.terminal import Terminal
from tests.faults.test_typing_faults import PROMISE_SECONDS, SLACK_SECONDS, type_words

KILLED = 50 if LONG else 1
WORDS = "Release the refund when the parcel is scanned at the depot. "
AGENDA = "INSERT INTO agenda_item (position, minutes, title) VALUES (?, 15, ?)"


def test_killed_in_the_middle_of_a_decision_the_meeting_goes_on(begun: Path, row: Row) -> None:
    with closing(sqlite3.connect(begun)) as connection, connection:
        connection.executemany(AGENDA, [(1, "Why we are here"), (2, "Three pains")])
    bad, chance = 0, random.Random()
    for number in range(KILLED):
        with Terminal() as terminal:
            terminal.sees("SMALL WIN")
            terminal.press("3")
            terminal.sees("m runs the meeting")
            terminal.press("m")
            if number == 0:
                terminal.sees("Begin the meeting")
                terminal.write(b"\x13")  # ctrl+s
            terminal.sees("Item 1 of 2")
            terminal.press("d")
            terminal.sees("what spoke for it")
            words = f"{number} {WORDS}"[: chance.randrange(12, 50)]
            sent = type_words(terminal, words, chance.uniform(0.02, 0.1))
            terminal.signal(9)
            assert terminal.ended() is not None
        titles = stored(begun, "SELECT title FROM decision ORDER BY id")
        there = titles[-1] if len(titles) == number + 1 else ""
        missing = sent[-1] - sent[len(there)] if len(there) < len(words) else 0.0
        bad += not words.startswith(there) or missing > PROMISE_SECONDS + SLACK_SECONDS
    row("kill -9 while a decision is written in the live meeting", KILLED, bad)
    assert bad == 0
    running = "SELECT count(*) FROM agenda_item WHERE running_since IS NOT NULL"
    assert stored(begun, running) == [1]
    assert stored(begun, "SELECT started_at FROM meeting")[0] is not None
    with Terminal() as terminal:
        terminal.sees("SMALL WIN")
        terminal.press("3")
        terminal.sees("m runs the meeting")
        terminal.press("m")
        terminal.sees("Item 1 of 2")
        terminal.sees("DECIDED SO FAR")
