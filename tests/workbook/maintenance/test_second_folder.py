"""The second place for backups: kept in step, checked, said when behind, reached by erasing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cxreset.base.errors import BackupError
from cxreset.base.preferences import (
    Preferences,
    change_preferences,
    preferences_path,
    read_preferences,
)
from cxreset.cli import main
from cxreset.reset.reset import Reset
from cxreset.workbook.maintenance.doctor import look
from cxreset.workbook.maintenance.erase import Erasure, erase
from cxreset.workbook.maintenance.second_folder import behind, copies_in, copy_newest, folder_for
from cxreset.workbook.storage.backup import back_up, fault_of
from cxreset.workbook.tables import Touchpoint

NOW = datetime(2026, 9, 9, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def finding_on(workbook: Path, second: Path) -> tuple[bool, str]:
    (found,) = (each for each in look(workbook, NOW + DAY, second) if str(second) in each.text)
    return found.well, found.text


def test_the_newest_backup_is_copied_once_and_checked(reset: Reset, second: Path) -> None:
    workbook = reset.file.path
    assert copy_newest(second, workbook) is None  # there is no backup yet
    made = back_up(workbook, NOW)
    copy = copy_newest(second, workbook)
    assert copy == folder_for(second, workbook) / made.path.name
    assert copy.read_bytes() == made.path.read_bytes()
    assert copy.stat().st_mode & 0o077 == 0
    assert copy_newest(second, workbook) is None
    copy.write_bytes(copy.read_bytes()[:5000])  # cut off
    assert copy_newest(second, workbook) == copy
    assert fault_of(copy) == ""
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def test_doctor_says_how_far_it_is_behind(reset: Reset, second: Path) -> None:
    workbook = reset.file.path
    back_up(workbook, NOW - 3 * DAY)
    assert finding_on(workbook, second)[0] is False  # no copy yet
    copy_newest(second, workbook)
    assert finding_on(workbook, second)[0] is True
    back_up(workbook, NOW)
    assert behind(second, workbook, NOW) == 3 * DAY
    well, text = finding_on(workbook, second)
    assert (well, "4 days old" in text) == (False, True)
    away = second.rename(second.with_name("elsewhere"))
    assert finding_on(workbook, second) == (
        False,
        f"The second place for backups, {second}, is not there just now.",
    )
    with pytest.raises(BackupError, match="not there just now"):
        copy_newest(second, workbook)
    assert not second.exists()  # nothing is begun where a drive is away
    away.rename(second)
    assert copy_newest(second, workbook) is not None


def test_it_is_thinned_as_the_first_and_mixes_no_workbooks(reset: Reset, second: Path) -> None:
    workbook = reset.file.path
    for hours in range(20):
        back_up(workbook, NOW + timedelta(hours=hours / 10))
        copy_newest(second, workbook)
    assert len(copies_in(second, workbook)) == 12
    other = workbook.with_name("more") / workbook.name
    assert copies_in(second, other) == []


def test_erasing_reaches_it(sample: Reset, second: Path) -> None:
    workbook = sample.file.path
    back_up(workbook, NOW)
    copy = copy_newest(second, workbook)
    assert copy is not None
    words = sample.file.connection.execute("SELECT text FROM feedback LIMIT 1").fetchone()[0]
    assert words.encode()[:20] in copy.read_bytes()
    sample.file.close()
    assert erase(workbook, Erasure(), second).cleaned == 2
    assert words.encode()[:20] not in copy.read_bytes()


def test_the_command_line_settles_it(
    reset: Reset, second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = str(reset.file.path)
    reset.book.add(Touchpoint(name="Help chat"))
    assert main(["settings", "set", "backups", "no/whole/path", "--workbook", workbook]) == 2
    assert main(["settings", "set", "backups", str(second / "no"), "--workbook", workbook]) != 0
    assert main(["settings", "set", "backups", str(second), "--workbook", workbook]) == 0
    capsys.readouterr()
    assert main(["backup", "--workbook", workbook]) == 0
    assert f"It is in {second} too." in capsys.readouterr().err
    assert len(copies_in(second, reset.file.path)) == 1
    assert main(["settings", "get", "backups", "--workbook", workbook]) == 0
    assert capsys.readouterr().out.strip() == str(second)
    change_preferences(preferences_path(), Preferences(theme="light", backups=str(second)))
    assert read_preferences(preferences_path()) == (Preferences("light", {}, str(second)), [])
    assert main(["settings", "set", "backups", "none", "--workbook", workbook]) == 0
    assert read_preferences(preferences_path())[0].backups == ""
