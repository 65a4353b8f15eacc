"""One file: made for one user, whole or not at all, and never over what is there."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from cxreset.base.errors import (
    WorkbookUnusable,
)
from cxreset.workbook.daily import Daily
from cxreset.workbook.opening import create_workbook, open_workbook
from cxreset.workbook.storage.file import WorkbookFile
from tests.paths import ROOT


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_for_this_user_alone_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "deep" / "folder" / "a.cxreset"
    path.parent.parent.mkdir()
    before = os.umask(umask)
    try:
        create_workbook(path).close()
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling"])
def test_never_over_what_is_there(tmp_path: Path, kind: str) -> None:
    path, other = tmp_path / "a.cxreset", tmp_path / "other"
    other.write_text("precious")
    if kind == "file":
        path.write_text("precious")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(other if kind == "link" else tmp_path / "nowhere")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WorkbookUnusable, match="exists already"):
        create_workbook(path)
    assert sorted(tmp_path.iterdir()) == before
    assert other.read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


def theirs(path: Path) -> None:
    path.write_text("theirs")


def test_a_name_taken_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.cxreset"
    with pytest.raises(WorkbookUnusable, match="by another window"):
        create_workbook(path, lambda file: theirs(path))
    assert path.read_text() == "theirs"
    assert list(tmp_path.glob(".*.new*")) == []


def no_links(source: object, target: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_made_where_nothing_can_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.cxreset"
    create_workbook(path).close()
    assert mode(path) == 0o600
    with pytest.raises(WorkbookUnusable, match="by another window"):
        other = tmp_path / "b.cxreset"
        create_workbook(other, lambda file: theirs(other))
    assert other.read_text() == "theirs"


@pytest.mark.parametrize(
    "name", ["file/in/it.cxreset", "file/it.cxreset", "n" * 300], ids=["below", "in", "long"]
)
def test_a_place_that_cannot_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("a file")
    with pytest.raises(WorkbookUnusable, match="No workbook can be made") as raised:
        create_workbook(tmp_path / name)
    assert raised.value.sentence.count("\n") == 0
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["file"]


def test_what_the_first_words_raise_leaves_nothing(tmp_path: Path) -> None:
    def interrupted(file: WorkbookFile) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        create_workbook(tmp_path / "a.cxreset", interrupted)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_while_it_is_made(tmp_path: Path, how: signal.Signals) -> None:
    path = tmp_path / "a.cxreset"
    program = f"""
        import os, signal
        from pathlib import Path
        from cxreset.workbook.opening import create_workbook, open_workbook
        from cxreset.workbook.storage.file import WorkbookFile

        def die(file):
            os.kill(os.getpid(), {int(how)})
        create_workbook(Path({str(path)!r}), die)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=ROOT,
        capture_output=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == -how, done.stderr
    assert not path.exists()
    if how == signal.SIGINT:
        assert [left.name for left in tmp_path.iterdir()] == ["home"]
    create_workbook(path).close()
    open_workbook(path).close()


def test_no_word_of_who_began_it(tmp_path: Path) -> None:
    file = create_workbook(tmp_path / "a.cxreset")
    with pytest.raises(WorkbookUnusable, match="does not say who began it"):
        Daily(file).settings()
    file.close()
