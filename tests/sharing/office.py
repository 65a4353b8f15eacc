"""LibreOffice reads back what was written: many files at one start, one profile for a whole run."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE_SECONDS = 600  # for a busy machine; it ends early
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def convert(files: Iterable[Path], form: str, folder: Path) -> None:
    """Write each file into `folder` in another form (what `--convert-to` takes, as "odt")."""
    assert OFFICE is not None
    command = [
        OFFICE,
        f"-env:UserInstallation={Path(_profile().name).as_uri()}",
        *("--headless", "--convert-to", form, "--outdir", str(folder)),
        *map(str, files),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_SECONDS)


@cache
def _profile() -> TemporaryDirectory[str]:
    """Where it keeps its settings: to make them is half of a first start."""
    return TemporaryDirectory(prefix="office-")
