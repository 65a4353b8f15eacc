"""Layout 11 kept one heading of a comment: a question stood where the company's reason belongs."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from cxreset.workbook.feedback.comments import CommentRepository
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.undo.history import History

STORED = Path(__file__).parents[1] / "fixtures" / "schema-11.cxreset"


def test_the_question_becomes_the_heading(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED, tmp_path / "my.cxreset"))
    with closing(open_workbook(path)) as file:
        found = file.connection.execute(
            "SELECT title, category, approximate, count(*) FROM feedback GROUP BY 1, 2, 3"
        ).fetchall()
        assert found == [
            ("", "", 0, 240),
            ("negative_review", "", 0, 4),
            ("positive_review", "", 0, 4),
        ]
        CommentRepository(file).mark_preventable(1, True)
        assert History(file).next_undo() == "judged C1"  # what follows is recorded again
