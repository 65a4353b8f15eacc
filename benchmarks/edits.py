"""How long a stored edit takes: one field of one row, on the disk when the call returns.

    python benchmarks/edits.py [-n 500]

Each edit is a transaction of its own with all the safeguards (rollback journal, synchronous=EXTRA)
on a copy of the sample. `noted` is an edit as on the screens: undo records what was there before,
and its words are noted in the data folder (`workbook/unsaved/edits.py`). `undo` is the same without
the note, `plain` without either; they are taken in turn (A B C A B C …). Figures in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

from cxreset.programme.pack import load_pack
from cxreset.reset.sample import fill_sample
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.unsaved.edits import SessionEdits

ROOT = Path(__file__).resolve().parent.parent


def edit(file: WorkbookFile, number: int, *, recorded: bool) -> float:
    """Milliseconds until an edit is stored."""
    started = time.perf_counter()
    with file.transaction(recorded=recorded) as connection:
        connection.execute(
            "UPDATE touchpoint SET promise = ? WHERE id = ?", (f"promise {number}", 1 + number % 4)
        )
    return (time.perf_counter() - started) * 1000


def line(name: str, found: list[float]) -> str:
    p95 = statistics.quantiles(found, n=20)[-1]
    return f"{name:<8}{statistics.median(found):8.2f}{p95:8.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-n", type=int, default=500, help="edits of each kind (500)")
    rounds = parser.parse_args().n
    noted, undo, plain = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder  # where the notes go
        path = Path(folder) / "sample.cxreset"
        fill_sample(path, load_pack(ROOT / "content", None), ROOT / "content")
        with closing(open_workbook(path)) as file:
            session = SessionEdits(path)
            for number in range(rounds):
                file.note = session.note
                noted.append(edit(file, 3 * number, recorded=True))
                file.note = None
                undo.append(edit(file, 3 * number + 1, recorded=True))
                plain.append(edit(file, 3 * number + 2, recorded=False))
    print(f"{'':<8}{'median':>8}{'p95':>8}   (ms, {rounds} edits each)")
    print(line("noted", noted))
    print(line("undo", undo))
    print(line("plain", plain))
    for name, above, below in (("noted / undo", noted, undo), ("undo / plain", undo, plain)):
        ratios = [a / b for a, b in zip(above, below, strict=True)]
        print(f"{name} {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
