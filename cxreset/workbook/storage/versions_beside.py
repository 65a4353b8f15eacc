"""Files beside a workbook whose names begin like its own: copies of it, perhaps.

Light, for every start of the screens looks; what such a file is, `merging/copies.py` tells.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def candidates(workbook: Path) -> list[Path]:
    """Such files in the order of their names; the workbook itself is none."""
    paths: list[Path] = []
    with suppress(OSError), os.scandir(workbook.parent) as entries:
        for entry in entries:
            ours = entry.name.startswith(workbook.stem) and entry.name.endswith(workbook.suffix)
            if ours and entry.name != workbook.name and entry.is_file(follow_symlinks=False):
                paths.append(Path(entry.path))
    return sorted(paths)
