"""An export is there whole, for this user alone, and never in place of something else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.base.errors import ExportError
from cxreset.sharing import write
from cxreset.sharing.write import file_name, numbered, write_bytes, write_folder, write_text


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "home")


def test_it_writes_the_text_for_this_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    old = os.umask(0)
    try:
        write_text(path, "Grüße\n\ud800")
    finally:
        os.umask(old)
    assert path.read_bytes() == "Grüße\n?".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert left_in(tmp_path) == ["plan.md"]


def test_an_existing_file_stays_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text("mine")
    with pytest.raises(
        ExportError, match=r"plan\.md exists already and was left as it is.*--force"
    ):
        write_text(path, "theirs")
    assert path.read_text() == "mine"
    write_text(path, "theirs", force=True)
    assert path.read_text() == "theirs"
    assert left_in(tmp_path) == ["plan.md"]


def test_a_file_that_appears_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.md"
    store = write._store

    def slow(spare: Path, parts: Iterable[bytes]) -> None:
        store(spare, parts)
        if spare != path:
            path.write_text("came first")

    monkeypatch.setattr(write, "_store", slow)
    with pytest.raises(ExportError, match="exists already"):
        write_text(path, "late")
    assert path.read_text() == "came first"
    assert left_in(tmp_path) == ["plan.md"]


@pytest.mark.parametrize("taken", [False, True])
def test_where_nothing_can_be_linked_it_is_as_careful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    path = tmp_path / "plan.md"

    def no_link(source: Path, target: Path) -> None:
        if taken:
            path.write_text("came first")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_link)
    if taken:
        with pytest.raises(ExportError, match="exists already"):
            write_text(path, "text")
        assert path.read_text() == "came first"
    else:
        write_text(path, "text")
        assert path.read_text() == "text"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert left_in(tmp_path) == ["plan.md"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.md"
    path.write_text("mine")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match=r"cannot be written \(No space left on device\)"):
        write_text(path, "new", force=True)
    assert path.read_text() == "mine"
    assert left_in(tmp_path) == ["plan.md"]


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", r"folder is a folder\. Name a file in it"),
        ("missing/plan.md", r"The folder .*missing does not exist"),
        ("link", r"link is a symbolic link"),
        ("dangling", r"dangling is a symbolic link"),
        ("a" * 300, r"cannot be written \(File name too long\)"),
        ("nul\x00l", r"cannot be written"),
        ("file/plan.md", r"The folder .*file does not exist"),
    ],
)
def test_it_says_why_a_place_will_not_do(
    tmp_path: Path, name: str, message: str, force: bool
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("kept")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "dangling").symlink_to(tmp_path / "nothing")
    before = left_in(tmp_path)
    with pytest.raises(ExportError, match=message):
        write_text(tmp_path / name, "text", force=force)
    assert left_in(tmp_path) == before
    assert (tmp_path / "file").read_text() == "kept"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_one_may_not_write_to(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(ExportError, match="this account may not write there"):
        write_text(closed / "plan.md", "text")


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a.pdf", b"\x00\r\n\xff")
    assert (tmp_path / "a.pdf").read_bytes() == b"\x00\r\n\xff"


# -- several files


def test_several_files_go_into_a_folder_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "slips"
    paths = write_folder(folder, [("a.md", b"A"), ("b.md", b"B")])
    assert paths == [folder / "a.md", folder / "b.md"]
    assert [path.read_bytes() for path in paths] == [b"A", b"B"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}


def test_one_name_that_is_taken_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("mine")
    with pytest.raises(ExportError, match=r"holds b\.md already, so nothing was written there"):
        write_folder(tmp_path, [("a.md", b"A"), ("b.md", b"B")])
    assert left_in(tmp_path) == ["b.md"]
    write_folder(tmp_path, [("a.md", b"A"), ("b.md", b"B")], force=True)
    assert (tmp_path / "b.md").read_text() == "B"


@pytest.mark.parametrize(
    ("name", "message"),
    [("file", "is a file"), ("gone/slips", "does not exist"), ("n" * 300, "cannot be written")],
)
def test_it_says_why_a_folder_will_not_do(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(ExportError, match=message):
        write_folder(tmp_path / name, [("a.md", b"A")])
    assert left_in(tmp_path) == ["file"]


def test_parts_of_one_export_are_numbered() -> None:
    assert numbered(Path("x/jira.csv"), [("a", b"1"), ("b", b"2")]) == [
        ("jira-1.csv", b"1"),
        ("jira-2.csv", b"2"),
    ]


# -- names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Priya Nair", "Priya-Nair.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        (".hidden", "hidden.md"),
        ("C:\\x|y?*", "C-x-y.md"),
        ("con", "cx-con.md"),
        ("COM¹", "cx-COM1.md"),
        ("Nul.txt", "Nul-txt.md"),
        ("Ελένη Παππά", "Ελένη-Παππά.md"),
        ("محمد", "محمد.md"),
        ("王小明 🙂", "王小明.md"),
        ("a\x00b\u202ec\u200b\u3164", "abc.md"),
        ("…", "cxreset.md"),
        ("", "cxreset.md"),
    ],
)
def test_a_title_makes_a_safe_name(title: str, name: str) -> None:
    assert file_name(title, "md") == name


@given(st.text(max_size=300), st.sampled_from(["", "md", "xlsx"]), st.sampled_from(["", "2"]))
def test_any_title_makes_a_name_that_every_system_takes(title: str, ending: str, mark: str) -> None:
    name = file_name(title, ending, mark=mark)
    assert 0 < len(name.encode()) <= 100
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*\s]', name)
    assert not name.startswith((".", "-")) and not name.endswith((".", "-"))
    assert name.split(".")[0].lower() not in ("con", "nul", "aux", "prn")
    assert name.endswith(f"{'-' + mark if mark else ''}{'.' + ending if ending else ''}")


def test_the_sentence_for_a_folder_one_may_not_write_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(spare: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(write, "_store", refuse)
    with pytest.raises(ExportError, match="this account may not write there"):
        write_text(tmp_path / "plan.md", "text")
