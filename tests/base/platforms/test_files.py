"""Files on the other systems: their calls are substituted, ours are made."""

from __future__ import annotations

import os
import runpy
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from cxreset.base.errors import ExportError, WorkbookUnusable
from cxreset.base.paths import new_private_file
from cxreset.base.platforms import (
    file_names,
    flushing,
    line_ends,
    locks,
    modes,
    open_flags,
    replacing,
)
from cxreset.base.preferences import Preferences, change_preferences, read_preferences
from cxreset.sharing.write import write_text
from cxreset.workbook.opening import create_workbook

System = Callable[[str], None]
POSIX_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC")


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    """Be another system."""
    return lambda name: monkeypatch.setattr(sys, "platform", name)


# -- flags


def test_flags_that_a_system_lacks_are_left_out_and_windows_files_are_binary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = (open_flags.for_new_file(), open_flags.for_reading(), open_flags.for_locking())
    for name in POSIX_FLAGS:
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.setattr(os, "O_BINARY", 1 << 28, raising=False)
    monkeypatch.setattr(os, "O_NOINHERIT", 1 << 27, raising=False)
    theirs = (open_flags.for_new_file(), open_flags.for_reading(), open_flags.for_locking())
    assert open_flags.for_new_file() == os.O_WRONLY | os.O_CREAT | os.O_EXCL | 1 << 28
    assert open_flags.for_adding() == os.O_WRONLY | os.O_CREAT | os.O_APPEND | 1 << 28
    assert open_flags.for_reading() == 1 << 28
    assert open_flags.for_locking() == os.O_RDWR | os.O_CREAT | 1 << 27
    assert all(a != b for a, b in zip(ours, theirs, strict=True))


def test_a_new_file_is_never_made_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        new_private_file(tmp_path / "link")
    assert not (tmp_path / "elsewhere").exists()


# -- locks


def test_one_lock_at_a_time(tmp_path: Path) -> None:
    first, second = (os.open(tmp_path / "lock", open_flags.for_locking(), 0o600) for _ in range(2))
    locks.lock(first)
    with pytest.raises(OSError):
        locks.lock(second)
    os.close(first)
    locks.lock(second)
    os.close(second)


def test_windows_locks_the_first_byte_without_waiting(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, int, int]] = []

    def locking(handle: int, mode: int, size: int) -> None:
        calls.append((handle, mode, size))
        if len(calls) > 1:
            raise PermissionError

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    system("win32")
    lock = runpy.run_path(str(locks.__file__))["lock"]
    lock(7)
    with pytest.raises(OSError):
        lock(8)
    assert calls == [(7, 2, 1), (8, 2, 1)]


# -- what lasts


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown to the file system"])
def test_macos_flushes_through_the_drive_s_own_memory(
    known: bool, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    asked: list[str] = []

    def control(descriptor: int, what: int) -> int:
        asked.append(f"fcntl {descriptor} {what}")
        if not known:
            raise OSError
        return 0

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", control)
    monkeypatch.setattr(os, "fsync", lambda descriptor: asked.append(f"fsync {descriptor}"))
    flushing.flush(5)
    system("darwin")
    flushing.flush(6)
    assert asked == ["fsync 5", "fcntl 6 51", *([] if known else ["fsync 6"])]


def test_a_folder_that_cannot_be_opened_or_flushed_is_left_to_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)  # as some network drives do
    flushing.sync_folder(tmp_path)
    monkeypatch.setattr(os, "open", refuse)  # as Windows does with folders
    flushing.sync_folder(tmp_path)


# -- another file's name


@pytest.mark.parametrize("refusals", [0, 2, 99])
def test_windows_is_asked_again_while_somebody_has_the_file_open(
    refusals: int, tmp_path: Path, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    waited: list[float] = []
    really = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if len(waited) < refusals:
            raise PermissionError(13, "in use")
        return really(self, target)

    monkeypatch.setattr(replacing, "sleep", waited.append)
    monkeypatch.setattr(Path, "replace", busy)
    system("win32")
    assert replacing.must_be_closed_first()
    if refusals == 99:
        with pytest.raises(PermissionError):
            replacing.replace(new, old)
        assert (old.read_text(), waited) == ("old", [*replacing.WAITS])
        return
    replacing.replace(new, old)
    assert (old.read_text(), waited) == ("new", [*replacing.WAITS[:refusals]])


def test_elsewhere_a_refusal_is_final(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(replacing, "sleep", lambda seconds: pytest.fail("waited"))
    assert not replacing.must_be_closed_first()
    with pytest.raises(PermissionError):
        replacing.replace(tmp_path / "new", tmp_path / "old")


# -- modes


def test_modes_where_they_mean_something_and_where_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words"
    path.write_text("x")
    path.chmod(0o644)
    assert modes.is_open_to_others(path)
    monkeypatch.setattr(modes, "have_a_meaning", lambda: False)
    assert not modes.is_open_to_others(path)
    modes.make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644, "nothing is done"
    monkeypatch.undo()
    modes.make_private(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert modes.have_a_meaning() == (os.name == "posix")


# -- names and lines


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("con.cxreset", "the name of a device"),
        ("Lpt1", "the name of a device"),
        ("aux.tar.gz", "the name of a device"),
        ("plan: March.html", "in no name"),
        ("plan?.html", "in no name"),
        ("plan.", "ends with a dot"),
        ("plan ", "ends with a dot or a blank"),
        ("p" * 300, "longer than the 259 characters"),
        ("console.cxreset", ""),
        ("Größe 漢字.html", ""),
    ],
)
def test_names_that_windows_would_not_take_as_they_are(
    name: str, why: str, tmp_path: Path, system: System
) -> None:
    assert file_names.why_refused(tmp_path / name) == "", "here the system says so itself"
    system("win32")
    found = file_names.why_refused(Path("/c") / name)
    assert (why in found) if why else not found


def test_who_makes_a_workbook_or_an_export_is_given_the_reason(
    tmp_path: Path, system: System
) -> None:
    system("win32")
    with pytest.raises(WorkbookUnusable, match=r"the name of a device on Windows\. Name another"):
        create_workbook(tmp_path / "nul.cxreset")
    with pytest.raises(ExportError, match="in no name"):
        write_text(tmp_path / "a|b.html", "x")
    assert {each.name for each in tmp_path.iterdir()} <= {"home"}


def test_our_lines_end_alike_and_others_are_read_however_they_end(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    with line_ends.text_writer(new_private_file(path)) as file:
        assert file.newlines is None
        file.write("one\ntwo\n")
    assert path.read_bytes() == b"one\ntwo\n"
    change_preferences(path, Preferences(interface="de"))
    assert b"\r" not in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_preferences(path)[0].interface == "de"
