"""Chromium prints a page to PDF, as whoever receives it would."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE_SECONDS = 300  # for a busy machine; it ends early
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


def print_page(page: str, folder: Path) -> Path:
    """The page printed into `folder`; a call after another writes over its file."""
    source, printed = folder / "page.html", folder / "page.pdf"
    source.write_text(page, "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    where = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={printed}"]
    command = [str(CHROMIUM), *options, *where, source.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE_SECONDS)
    return printed
