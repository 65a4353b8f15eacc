"""What a large paste costs until it is stored: 1 MB at once beside ten times 100 kB.

    python -m benchmarks.paste [-n 3]

Each is pasted into a new journal entry of a new workbook, on the screens as the leader has them but
without a terminal; the next paste comes when the one before is on the disk. Figures in seconds, the
processor's and the clock's; the two are measured in turn (A B A B …).
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual.events import Paste
from textual.widgets import TextArea

from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import begin_reset
from cxreset.tui.app import CxresetApp
from cxreset.workbook.daily import Settings

ROOT = Path(__file__).resolve().parent.parent
LINE = "The parcel came three days late, and nobody could say where it was.\n"
MEGABYTE = 1_000_000  # bytes; the line has one for each letter
TODAY = date(2026, 9, 9)


class Cost(NamedTuple):
    """Seconds."""

    cpu: float
    clock: float


async def pasted(pack: Pack, folder: Path, size: int, times: int) -> Cost:
    """What it costs to paste `size` bytes so many times, each stored before the next."""
    text = (LINE * (size // len(LINE) + 1))[:size]
    settings = Settings("Dana", "Harbour & Pine", TODAY, tuple(range(7)), None, TODAY)
    reset = begin_reset(folder / "paste.cxreset", pack, lambda: TODAY, settings)
    app = CxresetApp(pack, reset, lambda settings: reset, today=lambda: TODAY, where="here")
    query = "SELECT coalesce(max(length(text)), 0) FROM journal"
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await pilot.pause(0.5)
        await pilot.press("n")
        await pilot.pause(0.5)
        field = app.screen.query(TextArea).first()
        field.focus()
        await pilot.pause()
        cpu, clock = time.process_time(), time.perf_counter()
        for number in range(1, times + 1):
            app.post_message(Paste(text))  # as from a terminal
            while reset.file.connection.execute(query).fetchone()[0] < number * size:
                await asyncio.sleep(0.01)
        cost = Cost(time.process_time() - cpu, time.perf_counter() - clock)
    reset.file.close()
    return cost


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", type=int, default=3, help="of each kind (3)")
    rounds = parser.parse_args().n
    pack = load_pack(ROOT / "content", None)
    found: dict[str, list[Cost]] = {"1 x 1 MB": [], "10 x 100 kB": []}
    for _ in range(rounds):
        for (name, costs), times in zip(found.items(), (1, 10), strict=True):
            with tempfile.TemporaryDirectory() as folder:
                costs.append(asyncio.run(pasted(pack, Path(folder), MEGABYTE // times, times)))
            last = costs[-1]
            print(f"{name:<12}{last.cpu:8.2f}{last.clock:8.2f}   (s of CPU, s)")
    ratios = [one.cpu / ten.cpu for one, ten in zip(*found.values(), strict=True)]
    clocks = [one.clock / ten.clock for one, ten in zip(*found.values(), strict=True)]
    print(f"ratio: CPU {statistics.median(ratios):.2f}, clock {statistics.median(clocks):.2f}")


if __name__ == "__main__":
    main()
