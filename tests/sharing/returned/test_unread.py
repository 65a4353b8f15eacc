"""What a colleague changed that is not read back is said, in every format that shows it."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.data import trackers
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.returned import beside
from cxreset.sharing.returned.beside_old import in_xls
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.take import picked
from cxreset.workbook.tables import FollowUp
from tests.sharing.returned.colleague import TODAY, changes, edit


@pytest.fixture
def table(filled: Reset, pack: Pack, tmp_path: Path) -> list[list[str]]:
    ((_, data),) = trackers.files("csv", gather(filled.book, pack, TODAY))
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def saved(rows: list[list[str]], path: Path, encoding: str = "utf-8") -> Path:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding, "replace"))
    return path


def test_what_a_register_holds_beside_the_fields_is_said(
    filled: Reset, pack: Pack, sent: Path
) -> None:
    edit(sent, {"H2": "P9 Something else", "L3": "2026-10-01", "N1": "Remarks", "N2": "Why us?",
                "N4": "And why now?", "P5": "no head"})  # fmt: skip
    edit(sent, {"B2": "Another gap"}, "Gaps")
    book = openpyxl.load_workbook(sent)
    book["Actions"]["B3"].comment = Comment("Is this still needed?", "Tom")
    book["Measures"]["A1"].comment = Comment("Which month?", "Tom")
    book.save(sent)
    found = look(sent, filled.book)
    assert not found.choices()
    assert found.problems == (
        "register.xlsx has a column of their own, Remarks, that is not read back: words in 2 rows, "
        "row 2 says “Why us?”. What is to stay goes into the note.",
        "register.xlsx has a column of their own, P, that is not read back: row 5 says “no head”. "
        "What is to stay goes into the note.",
        "register.xlsx: the comment on the cell B3 says “Is this still needed?”. It is not read "
        "back; what is to stay goes into the note.",
        "register.xlsx: the comment on the cell Measures, A1 says “Which month?”. It is not read "
        "back; what is to stay goes into the note.",
        "register.xlsx: something was changed on Gaps too; only the actions are read back.",
        "register.xlsx, row 2: A1 was changed in Pain point too, which is not read back.",
        "register.xlsx, row 3: A2 was changed in Completed too, which is not read back.",
    )


def test_an_untouched_register_of_a_full_workbook_says_nothing(
    filled: Reset, pack: Pack, sent: Path
) -> None:
    filled.book.add(FollowUp(what="Ask\nBen", who="Tom", due_on=date(2026, 10, 2)))
    edit(sent, {})  # saved by another program
    assert look(sent, filled.book)[1:4] == ((), (), ())


def test_merged_cells_say_the_same_for_each_row_and_nothing_of_other_columns(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    book["Actions"]["C2"] = "Nadia"
    book["Actions"].merge_cells("C2:C3")
    book["Actions"].merge_cells("E5:F5")
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.owner": ("Sam Whitlock", "Nadia", "theirs"),
        "A2.owner": ("Tom Becker", "Nadia", "theirs"),
    }
    assert found.problems == (
        "register.xlsx, row 5: Note is merged with the cell beside it; it was left as it is.",
    )


def test_rows_that_a_csv_does_not_hold_any_more_are_said(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    found = look(saved([table[0], table[4], table[2]], tmp_path / "some.csv"), filled.book)
    assert found.choices() == ["A1.status", "A3.status"] and picked(found, "all") == set()
    assert {one.side for one in found.edits} == {"absent"}
    table[2][11] = "01.10.2026"  # Completed
    found = look(saved(table, tmp_path / "all.csv"), filled.book)
    assert not found.choices()
    assert found.problems == (
        "all.csv, row 3: A2 was changed in Completed too, which is not read back.",
    )


def test_signs_that_an_encoding_lacks_are_no_change(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    from cxreset.workbook.tables import Action

    filled.book.set(Action, 1, title="Ρωτήστε 🙂 the depot", owner="Ελένη", note="a → b")
    ((_, data),) = trackers.files("csv", gather(filled.book, pack, TODAY))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    rows[1][4] = "Completed"
    found = look(saved(rows, tmp_path / "ansi.csv", "cp1252"), filled.book)
    assert found.choices() == ["A1.status"] and not found.problems
    rows[1][1] = "Is it done?"
    found = look(saved(rows, tmp_path / "ansi.csv", "cp1252"), filled.book)
    assert found.choices() == ["A1.title", "A1.status"]


def test_a_strange_column_in_the_place_of_another_has_to_hold_what_that_one_does(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    for row in table:
        row[3] = "Priority" if row[3] == "Deadline" else "High"
    found = look(saved(table, tmp_path / "other.csv"), filled.book)
    assert not found.choices()
    assert [problem.split(" ", 1)[1][:32] for problem in found.problems] == [
        "has no column Deadline any more,", "has a column of their own, Prior",
    ]  # fmt: skip


def test_a_mixed_column_of_days_takes_none_that_is_as_it_was(
    filled: Reset, table: list[list[str]], tmp_path: Path
) -> None:
    table[1][3], table[2][3], table[4][3] = "10/9/2026", "02/10/2026", "12/25/2026"
    for row in table:
        row[-1] = ""  # nothing says what was exported
    found = look(saved(table, tmp_path / "mixed.csv"), filled.book)
    assert not found.choices() and not found.problems


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
