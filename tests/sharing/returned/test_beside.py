"""Errors, comments and merged cells have their places in every kind of workbook."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from cxreset.sharing.returned import beside
from cxreset.sharing.returned.beside_old import in_xls

ODS = """<office:document-content><office:body><office:spreadsheet>
<table:table table:name="Actions"><table:table-row table:number-rows-repeated="2">
<table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:number-rows-spanned="2"><office:annotation><dc:date>2026-11-29</dc:date>
<text:p>Why?</text:p></office:annotation><text:p>A2</text:p></table:table-cell>
<table:table-cell calcext:value-type="error"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def test_errors_comments_and_merged_cells_of_an_ods_have_their_places() -> None:
    found = beside.in_ods(ODS.encode())["Actions"]
    assert found.faulty == {(2, 3)} and found.merged == [((2, 2), (3, 2))]
    assert {at: words.strip() for at, words in found.comments.items()} == {(2, 2): "Why?"}


def test_a_comment_of_an_ods_is_its_paragraphs_with_their_signs() -> None:
    words = (
        "<dc:creator>Sam W</dc:creator><dc:date>2026-11-29</dc:date>"
        "<meta:creator-initials>SW</meta:creator-initials>"
        "<text:p>Ask O&apos;Brien &amp; <text:span>C</text:span>o<text:line-break/>"
        "by&#32;5</text:p><text:p>or<text:s/>leave <text:a>it</text:a></text:p>"
    )
    content = ODS.replace("<dc:date>2026-11-29</dc:date>\n<text:p>Why?</text:p>", words)
    assert content != ODS
    found = beside.in_ods(content.encode())["Actions"]
    assert found.comments == {(2, 2): "Ask O'Brien & Co by 5 or leave it"}


def test_the_comments_of_a_thread_stand_for_the_one_that_older_programs_see() -> None:
    tie = '<Relationship Id="{}" Type="http://x/{}" Target="{}"/>'
    parts = {
        "xl/workbook.xml": '<sheet name="A &amp; B" sheetId="1" r:id="rId7"/>',
        "xl/_rels/workbook.xml.rels": tie.format("rId7", "worksheet", "worksheets/sheet3.xml"),
        "xl/worksheets/sheet3.xml": '<c r="B2" t="e"><f>x</f></c>',
        "xl/worksheets/_rels/sheet3.xml.rels": tie.format("1", "comments", "../comments1.xml")
        + tie.format("2", "threadedComment", "/xl/threadedComments/threadedComment1.xml"),
        "xl/comments1.xml": '<comment ref="C3"><text><t>[Threaded comment]</t></text></comment>',
        "xl/threadedComments/threadedComment1.xml": '<threadedComment ref="C3" id="{1}"><text>Why '
        '&lt;us&gt;?</text></threadedComment><threadedComment ref="C3" id="{2}"><text>Ask Ben.'
        "</text></threadedComment>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    with zipfile.ZipFile(stream) as packed:
        found = beside.in_xlsx(packed)
    assert found == {"A & B": beside.Beside({(1, 1)}, {(2, 2): "Why <us>? Ask Ben."}, [])}


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def compound(stream: bytes) -> bytes:
    """A compound file of 512-byte sectors with one stream, which lies backwards in it."""
    parts = [stream[at : at + 512].ljust(512, b"\0") for at in range(0, len(stream), 512)]
    count = len(parts)  # sector 0 is the table, 1 the directory, then the parts, last first
    table = [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, *range(2, count + 1)]
    name = "Workbook\0".encode("utf-16-le")
    entry = name.ljust(64, b"\0") + struct.pack("<H", len(name))
    entry = entry.ljust(0x74, b"\0") + struct.pack("<II", count + 1, len(stream)) + bytes(4)
    head = bytes.fromhex("d0cf11e0a1b11ae1").ljust(0x1E, b"\0") + struct.pack("<H", 9)
    head = head.ljust(0x30, b"\0") + struct.pack("<I", 1)
    head = head.ljust(0x44, b"\0") + struct.pack("<II", 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return head + fat + entry.ljust(512, b"\0") + b"".join(reversed(parts))


def test_errors_and_comments_of_an_xls_have_their_places() -> None:
    beginning = struct.pack("<HHIII", 0x0600, 0x10, 0, 0, 0)
    begun = record(0x0809, struct.pack("<HHIII", 0x0600, 0x05, 0, 0, 0))
    wrong = struct.pack("<HHH", 4, 5, 0) + b"\x02\0\x1d\0\0\0\xff\xff" + bytes(6)
    text = struct.pack("<HHH", 5, 5, 0) + b"\x00\0\0\0\0\0\xff\xff" + bytes(6)
    sheet = record(0x0809, beginning) + record(0x06, wrong) + record(0x06, text)
    sheet += record(0x0205, struct.pack("<HHHBB", 6, 1, 0, 7, 1)) + record(0xEC, bytes(900))
    sheet += record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 1)) + record(0x01B6, bytes(18))
    sheet += record(0x3C, b"\x01" + "Γιατί?".encode("utf-16-le"))
    sheet += record(0x1C, struct.pack("<HHHH", 7, 2, 0, 1)) + record(0x0A, b"")
    content = begun + record(0x0A, b"") + sheet + record(0x0809, beginning)
    found = in_xls(compound(content), ["Actions", "Gaps"])
    assert found["Actions"].faulty == {(4, 5), (6, 1)}
    assert found["Actions"].comments == {(7, 2): "Γιατί?"}
    assert found["Gaps"] == beside.nothing()
    with pytest.raises((struct.error, ValueError)):
        in_xls(compound(content)[:300], ["Actions"])
