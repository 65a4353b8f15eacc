"""How the leader's side works now: the check-up of day 1 and day 29, and the small wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.text import one_line
from cxreset.insight.checkup import BEST, compared, moved, tenths
from cxreset.sharing.documents.model import Block, BulletList, Paragraph, Part, Subheading, Table
from cxreset.sharing.facts.model import HabitFact, PlanFacts, WinFact
from cxreset.sharing.facts.wording import short_date
from cxreset.workbook import checkup

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.workbook.book import Workbook


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
    from cxreset.workbook.tables import Journal

    rows = book.rows(Journal, "written_on", "id", kind="win")
    return tuple(WinFact(row.text, row.written_on) for row in rows if one_line(row.text))


def habits_part(facts: PlanFacts) -> tuple[Part, ...]:
    """The part, or nothing while there is neither a check-up nor a win."""
    blocks: list[Block] = []
    if facts.habits:
        blocks.append(
            Paragraph(
                f"Five habits creep in where customers are looked after. Each was marked from 1 to "
                f"{BEST}, higher is healthier. They are one person's own marks: a reason to talk, "
                "and no proof."
            )
        )
        rows = tuple(
            (one_line(one.title), _score(one.first), _score(one.last), _change(one))
            for one in facts.habits
        )
        caption = "The check-up of day 1 beside that of day 29"
        blocks.append(Table(("Habit", "Day 1", "Day 29", "Change"), rows, caption))
    if facts.wins:
        wins = tuple(f"{short_date(one.written_on)}: {one_line(one.text)}" for one in facts.wins)
        blocks.extend((Subheading("Small wins"), BulletList(wins)))
    return (Part("habits", "How we work now", tuple(blocks)),) if blocks else ()


def _score(score: float | None) -> str:
    return "Not yet" if score is None else f"{tenths(score):.1f} of {BEST}"


def _change(one: HabitFact) -> str:
    if one.first is None or one.last is None:
        return "—"
    return moved(one.first, one.last).capitalize()
