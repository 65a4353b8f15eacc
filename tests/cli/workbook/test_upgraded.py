"""A workbook of an older release at the command line: brought up to date, and said so once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cxreset.cli import main
from cxreset.workbook.opening import HISTORY_ENDED
from tests.paths import ROOT

STORED = ROOT / "tests" / "workbook" / "storage" / "fixtures" / "schema-1-relations.cxreset"


@pytest.mark.usefixtures("home")
def test_the_end_of_undo_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = shutil.copy(STORED, tmp_path / "my.cxreset")
    assert main(["--workbook", str(path), "today"]) == 0
    first = capsys.readouterr()
    assert HISTORY_ENDED in first.err and HISTORY_ENDED not in first.out
    assert main(["--workbook", str(path), "today"]) == 0
    assert HISTORY_ENDED not in capsys.readouterr().err
    assert main(["--workbook", str(path), "template", "owner-request"]) == 0
    assert capsys.readouterr().out == "My own words to the owner.\n\nThank you.\n"
