"""Store a workbook of the present layout, for the test that upgrades every layout ever released.

python -m scripts.fixture        (before a release that changes the layout)
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from cxreset.programme.pack import load_pack
from cxreset.reset.sample import fill_sample
from cxreset.workbook.storage.layout import migrations

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "tests" / "workbook" / "storage" / "fixtures"


def make(folder: Path = FIXTURES) -> Path:
    """Make `schema-N.cxreset` from the sample; its bytes replace an older one's."""
    folder.mkdir(exist_ok=True)
    path = folder / f"schema-{migrations()[-1][0]}.cxreset"
    path.unlink(missing_ok=True)
    fill_sample(path, load_pack(ROOT / "content", None), ROOT / "content")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM undo_step")  # four fifths of the bytes
        connection.execute("DELETE FROM undo_entry")
        connection.execute("VACUUM")
    return path


if __name__ == "__main__":
    made = make()
    print(f"{made} {made.stat().st_size:,} bytes {date.today()}")
