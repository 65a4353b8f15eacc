"""`cxreset content new`: a pack as the start of another."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from cxreset.base.errors import PackError, UsageError
from cxreset.base.text import one_line
from cxreset.programme.coverage import COVERAGE_FILE
from cxreset.programme.drivers import driver_names
from cxreset.programme.files import pack_files

EXTRAS = ("README.md", COVERAGE_FILE, "demo/feedback.csv", "demo/workbook.toml")
"""What belongs to a pack beside the files the program is read from."""


def copy_pack(source: Path, target: Path) -> int:
    """Copy the pack in `source` into `target`, a new or an empty folder; returns how many files.

    Raises UsageError when something is there already, PackError when it cannot be copied.
    """
    name = one_line(str(target))
    try:
        if os.path.lexists(target) and not target.is_dir():
            raise UsageError(f"{name} is a file. Name a folder that is new or empty.")
        if target.is_dir() and any(target.iterdir()):
            raise UsageError(
                f"{name} is not empty, and nothing in it was touched. "
                "Name a folder that is new or empty."
            )
        names = [file.name for file in pack_files(source)]
        names += [extra for extra in EXTRAS if (source / extra).is_file()]
        names += driver_names(source)
        for each in dict.fromkeys(names):
            copy = target / each
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / each, copy)
    except OSError as error:
        raise PackError(
            f"The pack cannot be copied to {name}: {error.strerror or error}. Name another place."
        ) from error
    return len(dict.fromkeys(names))
