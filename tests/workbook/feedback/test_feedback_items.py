"""The comments as themes are suggested from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.theme_items import FeedbackItem, feedback_items


def test_every_comment_with_its_place(reset: Reset, tmp_path: Path) -> None:
    assert feedback_items(reset.file) == []
    path = tmp_path / "export.csv"
    path.write_text(
        "Comment,Category\nlate,Delay\n,\nrude clerk,Staff\nvery late,Delay\nso late again,Delay\n",
        encoding="utf-8",
    )
    import_file(reset.comments, look(path), None, date(2026, 9, 9))
    reset.comments.capture("said on the phone", "call", None)
    items = feedback_items(reset.file)
    assert [(item.text, item.category, item.source, item.row) for item in items] == [
        ("late", "Delay", "export.csv", 1),
        ("rude clerk", "Staff", "export.csv", 3),
        ("very late", "Delay", "export.csv", 4),
        ("so late again", "Delay", "export.csv", 5),
        ("said on the phone", "", "", None),
    ]
    assert items[4] == FeedbackItem(items[4].id, "said on the phone", "", "call", "", None)
