"""How we work now, as a part of the plan: the check-up of day 1 and day 29, and the small wins."""

from __future__ import annotations

from cxreset.base.text import one_line
from cxreset.insight.checkup import BEST, moved, tenths
from cxreset.sharing.documents.model import Block, BulletList, Paragraph, Part, Subheading, Table
from cxreset.sharing.facts.plan import HabitFact, PlanFacts
from cxreset.sharing.facts.wording import short_date


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
