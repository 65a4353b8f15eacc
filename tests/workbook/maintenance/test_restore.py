"""Putting a backup back: the present file is never lost, wherever it is interrupted."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cxreset.base.errors import BackupError, CxresetError, NotSaved, UsageError
from cxreset.workbook.daily import Daily
from cxreset.workbook.maintenance import restore as restoring
from cxreset.workbook.maintenance.restore import (
    Change,
    changes,
    counts,
    named,
    newest_good,
    restore,
)
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.backup import Backup, back_up, backups_of, fault_of
from cxreset.workbook.storage.backup_names import BEFORE_RESTORE
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.undo.history import History
from tests.paths import ROOT

NOW = datetime(2026, 9, 9, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 9, 10, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A workbook that says `then` in its backup and `now` itself."""
    (tmp_path / "at").mkdir()
    file = create_workbook(tmp_path / "at" / "my.cxreset")
    Daily(file).answer("day.1", "question", "then")
    back_up(file.path, NOW)
    Daily(file).answer("day.1", "question", "now")
    Daily(file).answer("day.2", "question", "now")
    file.close()
    yield file.path


def answer(path: Path) -> str:
    file = open_workbook(path)
    try:
        return Daily(file).answers("day.1")["question"]
    finally:
        file.close()


def aside(path: Path) -> Backup:
    (one,) = [backup for backup in backups_of(path) if backup.kind == BEFORE_RESTORE]
    return one


def test_back_and_forth(path: Path) -> None:
    before = path.read_bytes()
    kept = restore(path, named(path, "2026-09-09"), LATER)
    assert answer(path) == "then"
    assert kept == aside(path).path
    assert kept.read_bytes() == before
    restore(path, kept, LATER)
    assert answer(path) == "now"
    assert path.stat().st_mode & 0o777 == 0o600
    assert not list(path.parent.rglob(".*"))


def history(path: Path, what: str) -> str | None:
    file = open_workbook(path)
    try:
        name: str | None = getattr(History(file), what)()
        assert fault_of(path) == ""
        return name
    finally:
        file.close()


def test_a_restore_is_undone_and_done_again(path: Path) -> None:
    name = f"restored {named(path, '2026-09-09').name}"
    restore(path, named(path, "2026-09-09"), LATER)
    for _ in range(3):
        assert history(path, "undo") == name
        assert answer(path) == "now"
        assert history(path, "redo") == name
        assert answer(path) == "then"
    assert history(path, "undo") == name
    assert history(path, "undo") != name  # and on, into what was done before
    assert history(path, "redo") != name
    assert history(path, "redo") == name
    assert answer(path) == "then"


def test_a_change_after_the_undo_of_a_restore_ends_its_redo(path: Path) -> None:
    restore(path, named(path, "2026-09-09"), LATER)
    history(path, "undo")
    file = open_workbook(path)
    Daily(file).answer("day.3", "question", "more")
    file.close()
    assert history(path, "next_redo") is None


def test_a_restore_whose_kept_file_is_lost_or_elsewhere(path: Path) -> None:
    kept = restore(path, named(path, "2026-09-09"), LATER)
    assert kept is not None
    kept.rename(kept.with_suffix(".away"))
    with pytest.raises(NotSaved, match="no longer there"):
        history(path, "undo")
    assert answer(path) == "then"
    with closing(connect(path)) as connection:  # a prepared workbook names no place
        connection.execute("UPDATE undo_step SET c0 = '../backups/my.away' WHERE kind = 'restored'")
    with pytest.raises(NotSaved, match="no longer there"):
        history(path, "undo")


def test_damaged_bytes_are_nothing_to_go_back_to(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    restore(path, named(path, "2026-09-09"), LATER)
    assert history(path, "next_undo") is None or "restored" not in str(history(path, "next_undo"))


def test_what_it_would_change(path: Path) -> None:
    now, then = counts(path), counts(backups_of(path)[0].path)
    assert now is not None and then is not None
    assert changes(now, then) == [Change("answers", 2, 1)]
    path.write_bytes(b"broken")
    assert counts(path) is None


@pytest.mark.parametrize("name", ["", "nothing", "cxreset/nothing"])
def test_a_name_that_means_none(path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        named(path, name)
    back_up(path, NOW)
    with pytest.raises(UsageError, match="several"):
        named(path, "2026-09-09")


@pytest.mark.parametrize("data", [b"", b"text", os.urandom(9000)], ids=["empty", "text", "noise"])
def test_damaged_bytes_are_kept_and_a_bad_backup_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    (good,) = backups_of(path)
    bad = back = good.path.with_name("my.2026-09-09T120000Z.cxreset")
    bad.write_bytes(data)
    with pytest.raises(BackupError):
        restore(path, back, LATER)
    assert path.read_bytes() == data
    assert newest_good(path) == good
    restore(path, good.path, LATER)
    assert answer(path) == "then"
    assert aside(path).path.read_bytes() == data


def test_a_journal_left_behind_moves_along_with_its_bytes(path: Path) -> None:
    path.write_bytes(b"damaged")
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"half a change")
    restore(path, named(path, "2026-09-09"), LATER)
    assert not journal.exists()
    kept = aside(path).path
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"half a change"
    assert answer(path) == "then"


def test_where_nothing_can_be_linked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: object, target: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    before = path.read_bytes()
    restore(path, named(path, "2026-09-09"), LATER)
    assert answer(path) == "then"
    assert aside(path).path.read_bytes() == before


def test_the_file_is_gone_or_a_folder(path: Path) -> None:
    good = named(path, "2026-09-09")
    path.unlink()
    assert restore(path, good, LATER) is None
    assert answer(path) == "then"
    path.unlink()
    path.mkdir()
    with pytest.raises(BackupError, match="not an ordinary file"):
        restore(path, good, LATER)


def test_through_a_link_the_workbook_itself_is_replaced(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.cxreset"
    link.symlink_to(path)
    restore(link, named(link, "2026-09-09"), LATER)
    assert link.is_symlink()
    assert answer(path) == "then"


def test_held_by_another_program_nothing_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxreset.workbook.storage.connection.LOCK_WAIT_SECONDS", 0.05)
    file = open_workbook(path)
    before = path.read_bytes()
    with pytest.raises(CxresetError), file.transaction() as connection:
        connection.execute("UPDATE answer SET text = 'x'")
        restore(path, named(path, "2026-09-09"), LATER)
    file.close()
    assert path.read_bytes() == before
    assert len(backups_of(path)) == 1


STEPS = """
    import os, sys
    from datetime import UTC, datetime
    from pathlib import Path
    from cxreset.workbook.maintenance.restore import restore

    left = int(sys.argv[2])
    def counted(name):
        real = getattr(os, name)
        def call(*args, **kwargs):
            global left
            left -= 1
            if left < 0:
                os._exit(9)
            return real(*args, **kwargs)
        setattr(os, name, call)
    for name in ("open", "link", "replace", "rename", "unlink", "fsync", "chmod", "mkdir"):
        counted(name)
    path = Path(sys.argv[1])
    restore(path, next((path.parent / "backups").glob("my.2026-09-09*")),
            datetime(2026, 9, 10, tzinfo=UTC))
"""


@pytest.mark.parametrize("damaged", [False, True])
def test_killed_at_every_step(path: Path, damaged: bool) -> None:
    if damaged:
        path.write_bytes(b"damaged")
        path.with_name(path.name + "-journal").write_bytes(b"half")
    present = path.read_bytes()
    (good,) = backups_of(path)
    for step in range(60):
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(STEPS), str(path), str(step)],
            cwd=ROOT, capture_output=True, timeout=600, check=False,
        )  # fmt: skip
        now = path.read_bytes()
        copies = [now, *(b.path.read_bytes() for b in backups_of(path) if b.kind)]
        assert present in copies, f"lost at step {step}"
        assert fault_of(good.path) == ""
        if now != present:
            assert answer(path) == "then"
            if done.returncode == 9 and now != present:
                break  # the rest is only making it last
        if done.returncode == 0:
            break
    else:
        raise AssertionError("it never came to its end")
    assert step >= 4
    assert restoring.counts(path) is not None
