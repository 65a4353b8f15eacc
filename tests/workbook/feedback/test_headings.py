"""A comment keeps its own heading beside the company's category, and whether its day is sure."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.sharing.documents.footnotes import source
from cxreset.sharing.facts.verbatims import quoted, tied
from cxreset.workbook.maintenance import archive
from cxreset.workbook.tables import Pain

ROWS = """Date,Title,Comment,Category,Also liked
2026-08-03,Never again,The parcel came four days late,Delivery,The driver was friendly with us
2026-08,"Ring me, jo@example.com",Nobody answers the phone at your office,Phone,The shop is bright
6 days ago,,The refund is still not on my account,Money,Prices were shown clearly at the door
Q2 2026,All fine,All fine,Other,The returns desk was quick and polite
"""


def test_headings_and_approximate_days_from_the_file_to_the_plan(
    reset: Reset, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(ROWS, encoding="utf-8")
    os.utime(path, (datetime(2026, 9, 7, 12).astimezone().timestamp(),) * 2)
    report = import_file(reset.comments, look(path), None, date(2026, 9, 9))
    assert report.approximate == 6
    stored = "SELECT title, category, received_on, approximate FROM feedback ORDER BY id"
    rows = reset.file.connection.execute(stored).fetchall()
    assert rows[::2] == [
        ("Never again – Comment", "Delivery", "2026-08-03", 0),
        ("Ring me, jo@example.com – Comment", "Phone", "2026-08-01", 1),
        ("Comment", "Money", "2026-09-01", 1),
        ("All fine – Comment", "Other", "2026-04-01", 1),
    ]
    assert {row[0].rpartition(" – ")[2] for row in rows[1::2]} == {"Also liked"}
    assert [comment.day for comment in reset.comments.page([1, 3])] == ["2026-08-03", "≈2026-08-01"]
    pain = reset.book.add(Pain(title="Late")).key
    reset.book.tie(pain, [1, 3])
    assert [(one.title, one.approximate) for one in tied(reset.book)] == [
        (rows[0][0], False),
        (rows[2][0], True),
    ]
    assert "≈ 1 Aug 2026" in source(quoted(reset.book, [3])[0])
    copy = tmp_path / "copy.cxreset"
    held = archive.read(reset.file)
    archive.write(copy, held)
    assert [row["approximate"] for row in held.tables["feedback"]] == [row[3] for row in rows]
    for _ in range(3):  # the tie, the pain, the import
        reset.history.undo()
    assert reset.file.connection.execute(stored).fetchall() == []
    for _ in range(3):
        reset.history.redo()
    assert reset.file.connection.execute(stored).fetchall() == rows


def test_dropped_details_go_from_the_heading_too(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(ROWS, encoding="utf-8")
    import_file(reset.comments, look(path), None, date(2026, 9, 9), drop_personal=True)
    titles = [comment.title for comment in reset.comments.page(range(1, 9))]
    assert not any("jo@example.com" in title for title in titles)
