"""Layout 14 knew no day of a lesson, and had an hour of the if-then plan that nothing filled."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from cxreset.programme.model import Pack
from cxreset.reset.ending.weekly_review import weekly_review
from cxreset.reset.reset import open_reset
from cxreset.workbook.cycles.intention import IfThenPlan, if_then_plan, keep_if_then_plan
from cxreset.workbook.tables import Lesson

STORED = Path(__file__).parents[1] / "fixtures" / "schema-14.cxreset"


def test_lessons_from_before_bear_no_day_and_the_plan_is_as_it_was(
    tmp_path: Path, pack: Pack
) -> None:
    path = shutil.copy(STORED, tmp_path / "my.cxreset")
    with closing(sqlite3.connect(path)) as connection:
        (routine,) = connection.execute("SELECT routine FROM intention").fetchone()
    reset = open_reset(path, pack, lambda: date(2026, 10, 2))
    plan = if_then_plan(reset.file)
    assert plan.routine == routine and plan.obstacle and plan.response and plan.supporter
    keep_if_then_plan(reset.file, IfThenPlan(routine="at nine"))
    assert reset.undo() and if_then_plan(reset.file) == plan, "the undo log knows the columns left"
    old = [lesson.text for lesson in reset.book.rows(Lesson)]
    assert old and all(lesson.learned_on is None for lesson in reset.book.rows(Lesson))
    for text, on in (("of this week", date(2026, 9, 26)), ("of the last", date(2026, 9, 25))):
        reset.book.add(Lesson(text=text, learned_on=on))
    learned = weekly_review(reset).learned
    assert set(old) < set(learned), "without a day they are in every look, as they were"
    assert "of this week" in learned and "of the last" not in learned
    reset.file.close()
