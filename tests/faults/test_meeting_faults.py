"""The real program in a terminal, killed in a live meeting: it goes on where it was."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from tests.faults.conftest import LONG, Row, stored
from tests.faults.terminal import Terminal
from tests.faults.test_typing_faults import PROMISE_SECONDS, SLACK_SECONDS, type_words

KILLED = 50 if LONG else 2
ITEMS = KILLED + 2  # one run goes on by an item at most
WORDS = "Release the refund when the parcel is scanned at the depot. "
AGENDA = "INSERT INTO agenda_item (position, minutes, title) VALUES (?, 15, 'Three pains')"
BEGIN = b"\x13"  # ctrl+s


class Form(NamedTuple):
    """A form of the meeting: its key, what is seen when it is open, where its words are stored."""

    key: str
    hint: str
    titles: str


FORMS = (
    Form("d", "what spoke for it", "SELECT title FROM decision ORDER BY id"),
    Form("a", "a verb, a thing", "SELECT title FROM action ORDER BY id"),
    Form("k", "in a few words", "SELECT text FROM parked_item ORDER BY id"),
)
COUNTED = {
    "n": "SELECT count(*) FROM agenda_item WHERE finished",
    "+": "SELECT group_concat(shifted, ' ') FROM agenda_item",
    "s": "SELECT silent_until FROM meeting",
}
"""A key that acts at once -> what is another value once its change is stored."""


def test_killed_at_any_second_the_meeting_goes_on(begun: Path, row: Row) -> None:
    with closing(sqlite3.connect(begun)) as connection, connection:
        connection.executemany(AGENDA, [(number,) for number in range(1, ITEMS + 1)])
    with Terminal() as terminal:
        open_meeting(terminal)
        terminal.sees("Begin the meeting")
        terminal.write(BEGIN)
        terminal.sees(f"Item 1 of {ITEMS}")
        terminal.signal(9)
        assert terminal.ended() is not None
    bad, chance = 0, random.Random()
    for number in range(KILLED):
        with Terminal() as terminal:
            open_meeting(terminal)
            terminal.sees(f" of {ITEMS}")
            if chance.random() < 0.7 or number == 0:
                bad += killed_while_writing(terminal, begun, chance, number)
            else:
                bad += killed_after_a_key(terminal, begun, chance)
        bad += not is_whole(begun)
    row("kill -9 at a random moment of the live meeting", KILLED, bad)
    assert bad == 0
    with Terminal() as terminal:
        open_meeting(terminal)
        terminal.sees(f" of {ITEMS}")


def open_meeting(terminal: Terminal) -> None:
    """From the first screen into the meeting."""
    terminal.sees("SMALL WIN")
    terminal.press("3")
    terminal.sees("m runs the meeting")
    terminal.press("m")


def killed_while_writing(
    terminal: Terminal, path: Path, chance: random.Random, number: int
) -> bool:
    """Kill in the middle of a form's words; is more gone than is promised?"""
    form = chance.choice(FORMS)
    before = stored(path, form.titles)
    terminal.press(form.key)
    terminal.sees(form.hint)
    words = f"{number} {WORDS}"[: chance.randrange(12, 50)]
    sent = type_words(terminal, words, chance.uniform(0.02, 0.1))
    terminal.signal(9)
    killed = monotonic()
    assert terminal.ended() is not None
    after = stored(path, form.titles)
    there = after[-1] if len(after) > len(before) else ""
    missing = killed - sent[len(there)] if len(there) < len(words) else 0.0
    kept = after[: len(before)] == before and words.startswith(there)
    return not kept or missing > PROMISE_SECONDS + SLACK_SECONDS


def killed_after_a_key(terminal: Terminal, path: Path, chance: random.Random) -> bool:
    """Kill at most a second after a key that acts at once; is its change gone too late?"""
    key = chance.choice(tuple(COUNTED))
    before = stored(path, COUNTED[key])
    terminal.write(key.encode())
    pressed = monotonic()
    until = pressed + chance.uniform(0.0, 1.2)
    while (left := until - monotonic()) > 0:
        terminal.read(left)
    terminal.signal(9)
    passed = monotonic() - pressed
    assert terminal.ended() is not None
    return stored(path, COUNTED[key]) == before and passed > PROMISE_SECONDS + SLACK_SECONDS


def is_whole(path: Path) -> bool:
    """One item runs, minutes that were given were taken elsewhere, the meeting has begun."""
    return (
        stored(path, "SELECT count(*) FROM agenda_item WHERE running_since IS NOT NULL") == [1]
        and stored(path, "SELECT sum(shifted) FROM agenda_item") == [0]
        and stored(path, "SELECT started_at IS NOT NULL AND ended_at IS NULL FROM meeting") == [1]
        and stored(path, "PRAGMA integrity_check") == ["ok"]
    )
