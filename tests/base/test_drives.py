"""A workbook on a drive that is not there is not a workbook that never was."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.drives import away
from cxreset.base.errors import WorkbookMissing, WorkbookUnusable
from cxreset.workbook.opening import create_workbook, open_workbook


def test_a_link_that_leads_nowhere_names_where(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    (tmp_path / "work").symlink_to(drive)
    workbook = tmp_path / "work" / "reset.cxreset"
    assert away(workbook) == drive
    for use in (open_workbook, create_workbook):
        with pytest.raises(WorkbookUnusable, match="is not there just now") as caught:
            use(workbook)
        assert str(drive) in caught.value.sentence
    drive.mkdir()
    assert away(workbook) is None
    with pytest.raises(WorkbookMissing):
        open_workbook(workbook)
    create_workbook(workbook).close()
    assert (drive / "reset.cxreset").is_file()


def test_a_link_to_the_file_itself(tmp_path: Path) -> None:
    (tmp_path / "reset.cxreset").symlink_to("stick/mine.cxreset")
    assert away(tmp_path / "reset.cxreset") == tmp_path / "stick" / "mine.cxreset"


def test_a_drive_that_is_not_hung_up(tmp_path: Path) -> None:
    mounts = (tmp_path / "Volumes", tmp_path / "media")
    (tmp_path / "Volumes" / "There").mkdir(parents=True)
    stick = tmp_path / "Volumes" / "Stick"
    assert away(stick / "cx" / "reset.cxreset", mounts) == stick
    assert away(tmp_path / "Volumes" / "There" / "cx" / "reset.cxreset", mounts) is None
    by_user = tmp_path / "media" / "dana" / "Stick"
    assert away(by_user / "reset.cxreset", mounts) == by_user
    assert away(tmp_path / "home" / "cxreset" / "reset.cxreset", mounts) is None
