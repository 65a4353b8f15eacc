"""The program called in process, and a workbook begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from cxreset.cli import main
from tests.cli.running import Result, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program as from a folder of its own, without a terminal."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*words: str | Path) -> Result:
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:  # argparse
            code = int(leaving.code or 0)
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def begun(run: Run) -> Path:
    """A workbook of Dana's at the usual place."""
    assert run("start", "--name", "Dana", "--from", "today", "--workdays", "mon-sun").code == 0
    return workbook_path()
