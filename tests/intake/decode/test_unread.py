"""Kinds that are not read are named, each with a way out; what only looks like them is read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from cxreset.base.errors import IntakeError
from cxreset.intake.read import account, look

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def packed(*parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in parts:
            archive.writestr(zipfile.ZipInfo(part), "<x/>")  # dated 1980: the same in every run
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "what", "way_out"),
    [
        (
            "mail.msg", OLE + "__properties_version1.0".encode("utf-16-le"),
            "Outlook message", ".eml",
        ),
        ("old.doc", OLE + "WordDocument".encode("utf-16-le"), "Word document", "plain text"),
        ("old.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "presentation", "plain text"),
        ("deck.pptx", packed("ppt/presentation.xml"), "presentation", "plain text"),
        ("book.xlsb", packed("xl/workbook.bin"), "binary workbook", "XLSX"),
        (
            "flat.fods",
            b'<?xml version="1.0"?>\n<office:document office:version="1.3">\n</office:document>',
            "flat OpenDocument", "ODS",
        ),
        ("s.slk", b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Comment\"\r\nE\r\n", "SYLK", "CSV"),
        ("t.dif", b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\n', "DIF", "CSV"),
        ("call.mp3", b"ID3\x04" + b"\0" * 60, "recording", "transcript"),
        ("call.wav", b"RIFF\x24\0\0\0WAVEfmt ", "recording", "transcript"),
        ("call.m4a", b"\0\0\0\x20ftypM4A ", "recording", "transcript"),
        ("shot.png", b"\x89PNG\r\n\x1a\n\0\0", "picture", "text file"),
    ],
)  # fmt: skip
def test_a_kind_that_is_not_read(
    tmp_path: Path, name: str, content: bytes, what: str, way_out: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(IntakeError) as refused:
        look(path)
    sentence = refused.value.sentence
    assert sentence.startswith(f"{name} is ") and what in sentence and way_out in sentence


@pytest.mark.parametrize(
    "header", ["ID;Product;Comment", "TABLE;Day;Comment", "ID3;Form;Comment", "Yes ftyp;x;Comment"]
)
def test_a_table_that_begins_like_one_is_read(tmp_path: Path, header: str) -> None:
    path = tmp_path / "table.csv"
    rows = "".join(f"{n};C;The parcel number {n} came late\n" for n in range(5))
    path.write_text(f"{header}\n{rows}", "utf-8")
    assert account(look(path)).rows_taken == 5
