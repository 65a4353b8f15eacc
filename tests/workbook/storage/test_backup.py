"""Backups: whole or not at all, when they are due, and which ones stay."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.errors import BackupError, WorkbookBusy, WorkbookDamaged
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage import backup as backups
from cxreset.workbook.storage.backup import (
    KEEP_DAYS,
    KEEP_LAST,
    KEEP_WEEKS,
    back_up,
    back_up_if_due,
    backups_of,
    copy_to,
    fault_of,
    kept,
    new_backup,
    thin_out,
)
from cxreset.workbook.storage.backup_names import BEFORE_RESTORE, BEFORE_UPGRADE, REPAIRED, is_due
from cxreset.workbook.storage.file import WorkbookFile

NOW = datetime(2026, 9, 9, 9, 30, tzinfo=UTC)
moments = st.integers(0, 700 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WorkbookFile]:
    (tmp_path / "at").mkdir(mode=0o700)
    made = create_workbook(tmp_path / "at" / "my.cxreset")
    Daily(made).answer("day.1", "question", "a word")
    yield made
    made.close()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_a_backup_is_whole_and_for_this_user_alone(file: WorkbookFile, umask: int) -> None:
    before = os.umask(umask)
    try:
        made = back_up(file.path, NOW)
    finally:
        os.umask(before)
    assert made.path.name == "my.2026-09-09T093000Z.cxreset"
    assert (mode(made.path), mode(made.path.parent)) == (0o600, 0o700)
    assert list(made.path.parent.iterdir()) == [made.path]
    assert fault_of(made.path) == ""
    assert backups_of(file.path) == [made]
    copy = open_workbook(made.path)
    assert Daily(copy).answers("day.1") == {"question": "a word"}
    copy.close()


def test_it_is_due_after_half_an_hour_when_something_changed(file: WorkbookFile) -> None:
    assert is_due(file.path, NOW)
    assert back_up_if_due(file.path, NOW) is not None
    later = NOW + timedelta(minutes=31)
    assert not is_due(file.path, later), "nothing changed"
    Daily(file).answer("day.1", "question", "another word")
    assert not is_due(file.path, NOW + timedelta(minutes=29)), "not yet"
    assert is_due(file.path, later)
    assert back_up_if_due(file.path, later) is not None
    assert back_up_if_due(file.path, later + timedelta(days=1)) is None
    assert len(backups_of(file.path)) == 2


def test_looking_whether_it_is_due_opens_no_file(
    file: WorkbookFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = back_up(file.path, NOW).path.parent
    for number in range(34):
        name = f"my.2026-08-{number % 28 + 1:02}T0{number // 28}0000Z.cxreset"
        (folder / name).write_bytes(b"")

    def opened(*given: object, **options: object) -> None:
        raise AssertionError("a file was opened")

    for name in ("builtins.open", "io.open", "os.open", "sqlite3.connect"):
        monkeypatch.setattr(name, opened)
    assert not is_due(file.path, NOW)


@pytest.mark.parametrize("kind", [BEFORE_RESTORE, BEFORE_UPGRADE, REPAIRED])
def test_thinning_takes_only_usual_backups(file: WorkbookFile, kind: str) -> None:
    """A copy kept aside is the only way back from a restore or an upgrade: it always stays."""
    hours = [NOW - timedelta(hours=hour) for hour in range(60)]
    for moment in hours:
        back_up(file.path, moment)
    aside = {new_backup(file.path, moment, kind).path for moment in hours}
    for path in aside:
        path.write_bytes(b"")
    gone = thin_out(file.path)
    assert gone and not aside & set(gone)
    assert {found.path for found in backups_of(file.path) if found.kind == kind} == aside


def test_two_in_one_second_have_two_names(file: WorkbookFile) -> None:
    assert back_up(file.path, NOW).path != back_up(file.path, NOW).path


def test_others_files_are_no_backups_and_stay(file: WorkbookFile) -> None:
    folder = back_up(file.path, NOW).path.parent
    others = ["notes.txt", "my.cxreset", "my.2026-99-99T000000Z.cxreset", "your.2026-09-09T093000Z"]
    for name in others:
        (folder / name).write_text("theirs")
    (folder / "my.2026-01-01T000000Z.cxreset").mkdir()
    thin_out(file.path)
    assert len(backups_of(file.path)) == 1
    assert all((folder / name).exists() for name in others)


def test_a_damaged_workbook_leaves_no_backup(file: WorkbookFile) -> None:
    data = bytearray(file.path.read_bytes())
    data[4096:40960] = b"\xff" * (40960 - 4096)
    file.close()
    file.path.write_bytes(data)
    with pytest.raises(WorkbookDamaged):
        back_up(file.path, NOW)
    assert list((file.path.parent / "backups").iterdir()) == []
    assert file.path.read_bytes() == bytes(data)


def test_a_copy_that_is_not_whole_gets_no_name(
    file: WorkbookFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(workbook: Path, temporary: Path) -> None:
        data = bytearray(workbook.read_bytes())
        data[8192:] = b"\x00" * (len(data) - 8192)
        temporary.write_bytes(data)

    monkeypatch.setattr(backups, "_vacuum", spoil)
    with pytest.raises(BackupError, match="not come out whole"):
        back_up(file.path, NOW)
    assert list((file.path.parent / "backups").iterdir()) == []


def test_the_disk_is_full(file: WorkbookFile, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(sqlite3.Connection):
        def execute(self, sql: str, parameters: object = (), /) -> sqlite3.Cursor:
            if sql.startswith("VACUUM"):
                raise sqlite3.OperationalError("database or disk is full")
            return super().execute(sql)

    def connect(path: Path) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=Full)

    monkeypatch.setattr(backups, "connect", connect)
    with pytest.raises(BackupError, match=r"the disk is full.*as it was"):
        back_up(file.path, NOW)
    assert list((file.path.parent / "backups").iterdir()) == []


def test_held_by_another_program(file: WorkbookFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxreset.workbook.storage.connection.LOCK_WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WorkbookBusy):
            back_up(file.path, NOW)


@pytest.mark.parametrize("kind", ["file", "dangling", "missing folder"])
def test_a_place_named_by_hand_is_never_written_over(
    file: WorkbookFile, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "out.cxreset"
    if kind == "file":
        target.write_text("mine")
    elif kind == "dangling":
        target.symlink_to(tmp_path / "nowhere")
    else:
        target = tmp_path / "gone" / "out.cxreset"
    with pytest.raises(BackupError):
        copy_to(file.path, target)
    assert kind != "file" or target.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


# -- which ones stay


@given(st.lists(moments, max_size=80))
def test_what_stays(taken: list[datetime]) -> None:
    stay = kept(taken)
    newest = sorted(set(taken), reverse=True)
    assert stay <= set(taken)
    assert set(newest[:KEEP_LAST]) <= stay
    assert len(stay) <= KEEP_LAST + KEEP_DAYS + KEEP_WEEKS
    assert kept(stay) == stay, "thinning twice is thinning once"
    days = sorted({moment.date() for moment in taken}, reverse=True)[:KEEP_DAYS]
    weeks = sorted({moment.isocalendar()[:2] for moment in taken}, reverse=True)[:KEEP_WEEKS]
    for day in days:
        assert max(moment for moment in taken if moment.date() == day) in stay
    for week in weeks:
        assert max(moment for moment in taken if moment.isocalendar()[:2] == week) in stay


@given(st.lists(moments, max_size=60))
def test_thinned_along_the_way_the_last_of_each_day_and_week_is_still_there(
    taken: list[datetime],
) -> None:
    stay: set[datetime] = set()
    for moment in sorted(taken):
        stay = kept(stay | {moment})
    assert stay == kept(taken)
