"""A workbook in a folder that is kept the same elsewhere: said at the start and by the doctor."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cxreset.cli import main
from cxreset.workbook.opening import create_workbook


def test_a_synchronised_folder_and_leftovers_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = tmp_path / "OneDrive - Harbour" / "my.cxreset"
    workbook.parent.mkdir()
    create_workbook(workbook).close()
    old = workbook.with_name(".my.cxreset.77.new")
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    assert main(["doctor", "--workbook", str(workbook)]) == 1
    out = capsys.readouterr().out
    assert "a folder of OneDrive" in out
    assert str(old) in out
    assert "no good backup yet" in out
    assert old.exists(), "it only looks"


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".stfolder", "Syncthing"), (".sync_4f2a.db", "Nextcloud"), (".dropbox.cache", "Dropbox")],
)
def test_a_folder_kept_the_same_elsewhere_is_named_at_the_start(
    mark: str, service: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = tmp_path / "shared" / "cx" / "my.cxreset"
    workbook.parent.mkdir(parents=True)
    (tmp_path / "shared" / mark).touch()
    assert main(["start", "--name", "Dana", "--workbook", str(workbook)]) == 0
    assert f"a folder of {service}" in capsys.readouterr().err
