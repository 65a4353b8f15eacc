"""What is no readable text file gets one sentence; what is one gets the right encoding."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxreset.base.errors import IntakeError, UsageError
from cxreset.intake.read import Item, Options, look, read

Write = Callable[[bytes | str], Path]
TABLE = "id,Comment\n1,Überall zu spät — “leider”\n2,Ça va\n"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(content: bytes | str, name: str = "feedback.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def texts(path: Path, **options: Any) -> list[str]:
    return [row.text for row in read(look(path, Options(**options))) if isinstance(row, Item)]


@pytest.mark.parametrize(
    ("written_in", "found", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8-sig", False),
        ("utf-16", "utf-16", False),
        ("utf-16-le", "utf-16-le", True),
        ("utf-16-be", "utf-16-be", True),
        ("cp1252", "cp1252", True),
    ],
)
def test_the_encoding_ladder(write: Write, written_in: str, found: str, guessed: bool) -> None:
    path = write(TABLE.encode(written_in))
    preview = look(path)
    assert (preview.encoding, preview.encoding_guessed) == (found, guessed)
    assert preview.header == ("id", "Comment")
    assert texts(path) == ["Überall zu spät — “leider”", "Ça va"]
    assert any("guess" in note for note in preview.notes) == guessed


def test_the_bytes_are_known_by_their_hash(write: Write) -> None:
    path = write(TABLE)
    assert look(path).sha256 == hashlib.sha256(TABLE.encode()).hexdigest()
    assert look(path).size == len(TABLE.encode())


def test_a_damaged_utf8_file_keeps_its_accents(write: Write) -> None:
    sound = "".join(f"{number},à côté étés où\n" for number in range(9))
    path = write(b"id,text\n" + sound.encode() + "10,là ".encode() + b"caf\xe9\n")
    assert texts(path)[0] == "à côté étés où"
    assert texts(path)[-1] == "là caf\N{REPLACEMENT CHARACTER}"
    assert any("1 place" in note for note in look(path).notes)


def test_an_encoding_can_be_named(write: Write) -> None:
    path = write("id,text\n1,привет мир\n".encode("cp1251"))
    assert texts(path, encoding="windows-1251") == ["привет мир"]
    with pytest.raises(IntakeError, match=r"feedback\.csv is not text in utf-8"):
        look(path, Options(encoding="utf8"))
    for wrong in ("klingon", "hex", "", "a\0b"):
        if wrong:
            with pytest.raises(UsageError, match="no encoding known"):
                look(path, Options(encoding=wrong))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"\n \r\n\n", "is empty"),
        (b"id,text\n", "has a header but no rows"),
        (b"a,b\n1,\0\n", "is not text"),
        (bytes(range(1, 32)) * 9, "is not text"),
        (b"PK\x03\x04....", "is a damaged workbook"),
        (b"\xd0\xcf\x11\xe0....", "is a damaged workbook"),
        (b"\x09\x02\x06\x00....", "from before Excel 97"),
        (b"%PDF-1.7", "is a PDF"),
        (b"<!DOCTYPE html><p>x", "is a web page"),
        (b"n,m\n1,2\n3,4\n", "reads like a customer's words"),
    ],
)
def test_what_cannot_be_read_says_so(write: Write, content: bytes, sentence: str) -> None:
    with pytest.raises(IntakeError, match=sentence) as caught:
        look(write(content))
    assert "feedback.csv" in caught.value.sentence
    assert "\n" not in caught.value.sentence


def test_places_that_are_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path, sentence in [
        (tmp_path, "is a folder"),
        (tmp_path / "gone.csv", "There is no file"),
        (tmp_path / "pipe.csv", "is a pipe or a device"),
        (tmp_path / ("x" * 300), "cannot be reached"),
        (Path("a\0b"), "cannot be reached"),
    ]:
        with pytest.raises(IntakeError, match=sentence):
            look(path)


def test_a_file_nobody_may_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(TABLE)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Patched, for the superuser may read any file.
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(IntakeError, match=r"cannot be read \(permission denied\)"):
        look(path)


def test_a_file_that_changes_between_look_and_read(write: Write) -> None:
    path = write(TABLE)
    preview = look(path)
    path.write_text("something else altogether\n")
    with pytest.raises(IntakeError, match="changed while it was read"):
        list(read(preview))
