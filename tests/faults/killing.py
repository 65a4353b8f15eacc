"""Kill -9 at random moments while edits are saved: is every acknowledged edit there?

    python -m tests.faults.killing --kills 1000 [--journal OFF] [--seed 7]

A child makes edits as fast as it can and tells the number of each one after it has returned. With
`--journal OFF` the child takes SQLite's journal away before it begins: the harness must then find
bad ones, or it could find none at all. Prints what it found as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import socket
import struct
import sys
import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path
from time import sleep

from cxreset.base.errors import CxresetError
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.undo import log  # noqa: F401 - loaded before forking, not in each child
from tests.faults.children import Child, Found, fresh_copy, new_workbook, whole

SLOTS, LARGE = 24, 8  # each eighth edit writes every slot, the others one
LIVES_SECONDS = 0.08  # a child is killed at some moment up to here …
LONGER = 1.3  # … and so many times later once it was killed before its first edit: a busy machine


def words(number: int, slot: int) -> str:
    return f"{number} " + f"slot {slot} of edit {number}; " * 60


def touched(number: int) -> list[int]:
    """Which slots an edit writes."""
    return list(range(SLOTS)) if number % LARGE == 0 else [number % SLOTS]


def edit(path: Path, journal: str, tell: socket.socket) -> None:
    """Make edits until killed; each is one transaction, told once it has returned."""
    file = open_workbook(path)
    if journal:
        file.connection.execute(f"PRAGMA journal_mode = {journal}")
        # A killed process loses nothing that was written, so this changes no outcome: it only
        # spends less of the time waiting for the disk, where a kill could do no harm.
        file.connection.execute("PRAGMA synchronous = OFF")
    file.connection.execute("PRAGMA cache_size = 4")  # pages: a large edit spills as it is made
    daily = Daily(file)
    for number in count(last_edit(daily) + 1):
        with file.transaction(f"edit {number}"):
            daily.answer("kill", "first", str(number))
            for slot in touched(number):
                daily.answer("kill", f"slot {slot}", words(number, slot))
            daily.answer("kill", "last", str(number))
        tell.send(struct.pack("<I", number))


def last_edit(daily: Daily) -> int:
    return int(daily.answers("kill").get("last", "0"))


def wrong(path: Path, acknowledged: int) -> tuple[str, int]:
    """What is wrong with the workbook after a kill (empty: nothing), and its last edit."""
    problem = whole(path)
    if problem:
        return problem, 0
    try:
        with closing(open_workbook(path)) as file:
            found = Daily(file).answers("kill")
    except CxresetError as error:
        return error.sentence, 0
    last, first = int(found.get("last", "0")), int(found.get("first", "0"))
    if last < acknowledged:
        return f"edit {acknowledged} was acknowledged, the last one there is {last}", last
    if first != last:
        return f"half of edit {max(first, last)} is there", last
    for slot in range(SLOTS):
        newest = max((n for n in range(last + 1) if n and slot in touched(n)), default=0)
        if found.get(f"slot {slot}", "") != (words(newest, slot) if newest else ""):
            return f"slot {slot} does not hold what edit {newest} wrote", last
    return "", last


def run(kills: int, journal: str, seed: int) -> Found:
    """Kill so often; after a bad one it goes on with a fresh workbook."""
    chance, bad, problems, edits, last, lives = random.Random(seed), 0, [], 0, 0, LIVES_SECONDS
    with tempfile.TemporaryDirectory() as folder:
        clean, path = Path(folder) / "clean.cxreset", Path(folder) / "test.cxreset"
        new_workbook(clean)
        fresh_copy(clean, path)
        for _ in range(kills):
            with Child(lambda tell: edit(path, journal, tell)) as child:
                sleep(chance.random() * lives)
                child.kill()
                _, output = child.finish()
            acknowledged = [number for (number,) in struct.iter_unpack("<I", output)]
            edits += len(acknowledged)
            lives *= 1 if acknowledged else LONGER
            fault, now = wrong(path, max(acknowledged, default=last))
            last = now
            if fault or last > 300:  # a long history makes the look at each run longer
                fresh_copy(clean, path)
                last = 0
            if fault:
                bad += 1
                problems.append(fault)
    return Found(kills, bad, problems[:5], edits)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--journal", default="")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    given = parser.parse_args()
    print(json.dumps(run(given.kills, given.journal, given.seed)._asdict()), file=sys.stdout)


if __name__ == "__main__":
    main()
