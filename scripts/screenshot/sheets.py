"""Contact sheets: many pictures on one PNG, to be looked at one beside the other."""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CHROMIUM = "chromium"
WIDTH, HEIGHT = 1560, 1500
"""Of a sheet, in pixels."""
LABEL = 18


class Grid(NamedTuple):
    """How many pictures stand on a sheet."""

    columns: int
    rows: int


def grid_for(width: int) -> Grid:
    """As many pictures of terminals so many columns wide as can still be read."""
    if width <= 60:
        return Grid(3, 3)
    if width <= 80:
        return Grid(2, 3)
    return Grid(2, 2) if width <= 120 else Grid(1, 2)


def make_sheets(folder: Path, width: int) -> list[Path]:
    """Sheets of all pictures in a folder, written beside it; none where Chromium is missing."""
    if not shutil.which(CHROMIUM):
        print("There is no Chromium here, so no sheets were made.", file=sys.stderr)
        return []
    grid = grid_for(width)
    pictures = sorted(folder.glob("*.svg"), key=lambda path: path.stat().st_mtime_ns)
    each = grid.columns * grid.rows
    made = []
    for number, start in enumerate(range(0, len(pictures), each), 1):
        sheet = folder.parent / f"{folder.name}-{number:02d}.png"
        page = sheet.with_suffix(".html")
        page.write_text("".join(_page(pictures[start : start + each], grid)), encoding="utf-8")
        _draw(page, sheet)
        page.unlink()
        made.append(sheet)
    return made


def _page(pictures: list[Path], grid: Grid) -> Iterator[str]:
    yield "<body style='margin:0;background:#777;font:14px sans-serif'>"
    yield f"<div style='display:grid;grid-template-columns:repeat({grid.columns},1fr);gap:4px'>"
    most = HEIGHT // grid.rows - LABEL - 8
    for path in pictures:
        style = f"max-width:100%;max-height:{most}px"
        yield f"<div>{html.escape(path.stem)}<br><img src='{path.as_uri()}' style='{style}'></div>"
    yield "</div></body>"


def _draw(page: Path, sheet: Path) -> None:
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--hide-scrollbars"]
    size = f"--window-size={WIDTH},{HEIGHT}"
    subprocess.run(
        [*command, f"--screenshot={sheet}", size, page.as_uri()], check=True, capture_output=True
    )
