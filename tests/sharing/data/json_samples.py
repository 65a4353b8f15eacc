"""A workbook as JSON, changed as a test needs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from cxreset.sharing.data.archive import dump
from cxreset.workbook.book import Workbook
from cxreset.workbook.opening import open_workbook


def json_of(path: Path) -> bytes:
    with closing(open_workbook(path)) as file:
        return dump(Workbook(file))


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    archive = json.loads(path.read_bytes())
    change(archive)
    path.write_text(json.dumps(archive), encoding="utf-8")


def rows(archive: dict[str, Any], table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = archive["tables"][table]
    return found
