"""The comments as themes are suggested from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.finding import find
from cxreset.workbook.feedback import theme_items
from cxreset.workbook.feedback.theme_items import FeedbackItem, feedback_items
from tests.paths import CONTENT


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


def test_the_question_a_comment_answers_is_no_reason_of_the_companys(
    reset: Reset, tmp_path: Path
) -> None:
    path = tmp_path / "stays.csv"
    rows = "".join(
        f"The breakfast was fresh on day {n},The room was cold on night {n}\n" for n in range(6)
    )
    path.write_text("positive_review,negative_review\n" + rows, encoding="utf-8")
    import_file(reset.comments, look(path), None, date(2026, 9, 9))
    items = feedback_items(reset.file)
    assert len(items) == 12
    assert {item.category for item in items} == {""}
    assert find(reset.file, CONTENT).suggestions.by_category == ()


def test_of_very_many_an_even_sample_that_is_said(
    reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7):
        reset.comments.capture(f"the parcel came late {number}", "call", None)
    monkeypatch.setattr(theme_items, "SAMPLED", 3)
    assert [item.id for item in feedback_items(reset.file)] == [3, 6]
    assert "one in 3 was looked at" in find(reset.file, CONTENT).suggestions.notes[0]
    monkeypatch.setattr(theme_items, "SAMPLED", 7)
    assert len(feedback_items(reset.file)) == 7
