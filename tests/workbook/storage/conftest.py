"""A new workbook file, closed at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cxreset.workbook.opening import create_workbook
from cxreset.workbook.storage.file import WorkbookFile


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    with closing(create_workbook(tmp_path / "new.cxreset")) as made:
        yield made
