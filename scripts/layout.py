"""Write down what the newest layout is made of: `cxreset/workbook/schema/objects.sql`.

    python -m scripts.layout

Every opening compares the file with it, so that nothing foreign runs in a workbook. It is made
from a new workbook, after the numbered steps and the triggers of undo; run it after a new step.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from cxreset.workbook.storage import layout

TARGET = Path(layout.SCHEMA) / "objects.sql"


def objects() -> str:
    """The tables, indexes and triggers of a new workbook."""
    from cxreset.workbook.opening import HOOKS
    from cxreset.workbook.storage.connection import connect
    from cxreset.workbook.storage.upgrade import take_steps

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.cxreset"
        path.touch()
        with closing(connect(path)) as connection:
            take_steps(connection, HOOKS.after_upgrade)
            return layout.listed(layout.objects_in(connection))


if __name__ == "__main__":
    TARGET.write_text(objects(), encoding="utf-8", newline="\n")
