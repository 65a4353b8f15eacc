"""How the leader's side works now: the check-up of day 1 and day 29, small wins, the week."""

from __future__ import annotations

from datetime import date

from cxreset.base.text import one_line
from cxreset.insight.checkup import compared
from cxreset.programme.model import Pack
from cxreset.reset.ending.weekly_review import review_parts, weekly_review
from cxreset.reset.reset import Reset
from cxreset.sharing.facts.plan import HabitFact, WeekFact, WeekPartFact, WinFact
from cxreset.workbook import checkup
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Journal


def habits_of(book: Workbook, pack: Pack) -> tuple[HabitFact, ...]:
    """Every habit with its two scores; none at all while neither check-up has a mark."""
    habits = [(habit.id, len(habit.statements)) for habit in pack.habits]
    first, last = (checkup.marks(book.file, day) for day in (checkup.FIRST, checkup.LAST))
    scores = compared(habits, first, last)
    if all(score.now is None for score in scores):
        return ()
    titles = [habit.title for habit in pack.habits]
    return tuple(
        HabitFact(title, score.first, score.last)
        for title, score in zip(titles, scores, strict=True)
    )


def wins_of(book: Workbook) -> tuple[WinFact, ...]:
    """The small wins that say something, oldest first; the rest of the journal is private."""
    rows = book.rows(Journal, "written_on", "id", kind="win")
    return tuple(WinFact(row.text, row.written_on) for row in rows if one_line(row.text))


def week_of(book: Workbook, pack: Pack, today: date) -> WeekFact:
    """The week that ends today, without what is private in the journal."""
    review = weekly_review(Reset(book.file, pack, lambda: today))
    parts = tuple(WeekPartFact(*part) for part in review_parts(review))
    return WeekFact(parts, review.supporter)
