"""Workbooks that are damaged, locked or hostile: bounds on what is unpacked, one sentence each."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from cxreset.base.errors import IntakeError
from cxreset.intake.decode import unpack
from cxreset.intake.read import Options, Refusal, look
from tests.intake.made_workbooks import MADE, REVIEWS, edited, made, seen


def test_locked_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(IntakeError, match=r"a\.xlsx is locked with a password\. Save it without"):
        look(path)
    content = bytearray(MADE.read_bytes())
    begin = content.index(b"\x09\x08\x10\x00")  # the first record; the one after it asks
    content[begin + 20 : begin + 22] = b"\x2f\x00"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match="is locked with a password"):
        look(path)


def test_a_zip_bomb_is_refused_before_unpacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/media/big.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(301):
            part.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000

    def never(*_: object) -> None:
        raise AssertionError("unpacked")

    monkeypatch.setattr(zipfile.ZipFile, "read", never)
    with pytest.raises(IntakeError, match=r"a\.xlsx unpacks to 301 MB, and 300 MB is the most"):
        look(path)


def test_a_directory_that_lies_about_the_size(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": [["Comment"], *[["so late " * 99]] * 500]})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        true = packed.getinfo("xl/worksheets/sheet1.xml").file_size
    size = true.to_bytes(4, "little")
    assert size in content
    path.write_bytes(content.replace(size, (20).to_bytes(4, "little")))
    with pytest.raises(IntakeError, match="is a damaged workbook"):
        look(path)


@pytest.mark.parametrize("far", ["XFD1048576", "ZZ999999"])
def test_a_cell_far_away_does_not_fill_the_memory(tmp_path: Path, far: str) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    edited(path, lambda _, content: content.replace(b'r="C2"', f'r = "{far}"'.encode()))
    with pytest.raises(IntakeError, match=r"reaches too far down or right\. Delete the empty rows"):
        look(path)


def test_what_is_zipped_but_no_workbook(tmp_path: Path) -> None:
    for part, sentence in [
        ("word/document.xml", "is a Word document"),
        ("feedback.csv", "is an archive. Unpack it"),
        ("xl/workbook.bin", "Save it as XLSX"),
        ("Index/Tables/DataList.iwa", "is a Numbers sheet"),
        ("Index/Document.iwa", "is a document of Pages, Numbers or Keynote"),
    ]:
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr(part, "x")
        with pytest.raises(IntakeError, match=sentence) as caught:
            look(path)
        assert caught.value.sentence.startswith("a.xlsx ")


def test_damaged_and_empty_workbooks(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    whole = path.read_bytes()
    for broken in (whole[:-40], whole[: len(whole) // 2], whole.replace(b"sheet1", b"sheet7")):
        path.write_bytes(broken)
        with pytest.raises(IntakeError, match="a damaged workbook"):
            look(path)
    with pytest.raises(IntakeError, match=r"^a\.xlsx is empty"):
        look(made(path, {"S": []}))
    with pytest.raises(IntakeError, match="a header but no rows"):
        look(made(path, {"S": REVIEWS[:1]}))
    made(path, {"Good": REVIEWS, "Bad": []})
    with pytest.raises(IntakeError, match=r'the sheet "Bad" is empty\. Name another with --sheet'):
        look(path, Options(sheet="Bad"))


def test_a_part_with_a_password(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    content = path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        flags = [part.flag_bits for part in packed.infolist()]
    assert set(flags) == {0}
    path.write_bytes(
        content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    )
    with pytest.raises(IntakeError, match="is locked with a password"):
        look(path)


def test_a_row_too_large_is_refused_alone(tmp_path: Path) -> None:
    long = "w" * 32_000
    rows = [["Comment", *[f"n{at}" for at in range(40)]], ["a b"], [long] * 41, ["c d"]]
    _, outcomes = seen(made(tmp_path / "a.xlsx", {"S": rows}))
    assert [row.row_number for row in outcomes] == [1, 2, 3]
    assert outcomes[1] == Refusal(2, "it is longer than 1,048,576 characters")


def test_pictures_are_not_unpacked(tmp_path: Path) -> None:
    path = made(tmp_path / "a.xlsx", {"S": REVIEWS})
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/media/image1.png", b"\x89PNG" * 1000)
    copy, kind = unpack.unpacked(path)
    assert kind == "Excel workbook"
    assert isinstance(copy, io.BytesIO)
    assert not any("media" in name for name in zipfile.ZipFile(copy).namelist())
