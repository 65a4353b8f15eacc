"""What each export costs: a workbook of 60 actions and 10,000 comments in every form there is.

    python benchmarks/exports.py [--actions 60] [--comments 10000] [--rounds 3] [--only xlsx,ics]

Each form is made in a process of its own. It is made of a nearly empty workbook first, which
imports its library (`library`), then of the large one: `beyond` is the wall time of that, `CPU` its
processor time, both in milliseconds and the middle of the rounds; `memory` is the greatest that
one more process, which makes the large one alone, ever took, Python and all libraries included, in
MB. The bounds are a second beyond the library, two for PDF and slides, and 150 MB; what is over is
marked.
Comments are invented, with an address or a number to mask in every tenth.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import CxresetError
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, open_reset
from cxreset.reset.sample import fill_sample
from cxreset.sharing.export import make
from cxreset.sharing.subjects import FORMS, SUBJECTS
from cxreset.workbook.feedback.comments import Batch, Counts
from cxreset.workbook.feedback.incoming import by_column
from cxreset.workbook.tables import Action

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 10, 2)
MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # of ru_maxrss
BOUND_SECONDS, SLOW_SECONDS, BOUND_MB = 1.0, 2.0, 150.0
COMMENTS = (
    "We waited in all day and nobody came. The day had moved and nobody had told us, not by text",
    "The refund was promised within five days. After twelve I had to call again and explain it all",
    "Two screws and a panel were missing from the box, so the wardrobe has stood half built since",
    "The chat ended before I had an answer, and the next person asked the same questions once more",
)


class Row(NamedTuple):
    """A comment as the repository takes it."""

    row_number: int
    text: str
    received_on: date | None
    channel: str
    rating: float | None
    customer: str
    category: str
    cells: tuple[str, ...]
    title: str = ""
    approximate: bool = False


class Cost(NamedTuple):
    """Seconds and megabytes; `size` is the bytes of all files made."""

    library: float
    beyond: float
    cpu: float
    memory: float
    size: int


def prepare(path: Path, actions: int, comments: int) -> None:
    """The sample with more actions, and more comments, all tied to its pain points."""
    pack = load_pack(ROOT / "content", None)
    fill_sample(path, pack, ROOT / "content")
    reset = open_reset(path, pack, lambda: TODAY)
    rows = [
        Row(
            number,
            f"{COMMENTS[number % len(COMMENTS)]}, order {number}."
            + (f" Write to me{number}@example.com or +44 20 7946 {number:04}" * (not number % 10)),
            date(2026, 8, 1 + number % 28), "survey", None, "", "", (),
        )
        for number in range(comments)
    ]  # fmt: skip
    batch = Batch("large.csv", "0" * 64, TODAY, "survey", "comment")
    reset.comments.store(batch, by_column(rows), lambda: Counts(comments, 0, 0))
    book = reset.book  # opened before the transaction: opening it ends one
    with reset.file.transaction(recorded=False):
        for pain in range(5):
            book.tie(pain + 1, list(range(241 + pain, 241 + comments, 5)))
        for number in range(8, actions + 1):
            book.add(
                Action(
                    title=f"Do the next thing about the delivery day, number {number}",
                    owner=("Sam Whitlock", "Tom Becker", "Priya Nair")[number % 3],
                    deadline=date(2026, 10, 1 + number % 28), note="It goes well so far.",
                    fix_id=1 + number % 8,
                )
            )  # fmt: skip
    reset.file.close()


def child(small: Path, large: Path, what: str, shape: str) -> Cost:
    """In a process of its own: the library, then the export."""
    gc.disable()  # as the command does
    pack = load_pack(ROOT / "content", None)
    started = time.perf_counter()
    if small.exists():
        _made(open_reset(small, pack, lambda: TODAY), what, shape)
    library = time.perf_counter() - started
    reset = open_reset(large, pack, lambda: TODAY)
    started, cpu = time.perf_counter(), time.process_time()
    size = _made(reset, what, shape)
    beyond, cpu = time.perf_counter() - started, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Cost(library, beyond, cpu, peak, size)


def _made(reset: Reset, what: str, shape: str) -> int:
    made = make(what, shape, reset.book, reset.pack, reset.today)
    return sum(len(file.data) for file in made.files)


def measured(small: Path, large: Path, what: str, shape: str, rounds: int) -> Cost | str:
    """The middle of the rounds; the sentence where a form cannot be made here."""
    costs = []
    for first in [str(small)] * rounds + ["alone"]:
        command = [sys.executable, __file__, "--child", first, str(large), what, shape]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["failed"])[-1]
        costs.append(Cost(*json.loads(done.stdout)))
    library, beyond, cpu, _, size = (
        statistics.median(column) for column in zip(*costs[:-1], strict=True)
    )
    return Cost(library, beyond, cpu, costs[-1].memory, int(size))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--actions", type=int, default=60)
    parser.add_argument("--comments", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="forms, with a comma between")
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    call = parser.parse_args()
    if call.child:
        small, large, what, shape = call.child
        try:
            print(json.dumps(child(Path(small), Path(large), what, shape)))
        except CxresetError as error:
            raise SystemExit(error.sentence) from None
        return
    only = {name for name in call.only.split(",") if name}
    over = 0
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.cxreset"), Path(folder, "large.cxreset")
        prepare(small, 0, 0)
        prepare(large, call.actions, call.comments)
        print(f"{call.actions} actions, {call.comments:,} comments; the middle of {call.rounds}")
        print(f"{'':<18} {'library':>8} {'beyond':>8} {'CPU':>8} {'memory':>7} {'size':>9}")
        for what, subject in SUBJECTS.items():
            for shape in subject.forms:
                if shape not in FORMS or (only and shape not in only):
                    continue
                cost = measured(small, large, what, shape, call.rounds)
                if isinstance(cost, str):
                    print(f"{what + ' ' + shape:<18} {cost[:78]}")
                    continue
                bound = SLOW_SECONDS if shape in ("pdf", "pptx") else BOUND_SECONDS
                late = cost.beyond > bound or cost.memory > BOUND_MB
                over += late
                print(
                    f"{what + ' ' + shape:<18} {1000 * cost.library:8.0f} {1000 * cost.beyond:8.0f}"
                    f" {1000 * cost.cpu:8.0f} {cost.memory:7.0f} {cost.size:9,}"
                    + ("  over the bound" if late else "")
                )
    raise SystemExit(1 if over else 0)


if __name__ == "__main__":
    main()
