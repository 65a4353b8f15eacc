"""How we work now, as a part of the plan: the check-up of day 1 and day 29, and the small wins."""

from __future__ import annotations

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _, pgettext
from cxreset.base.text import upper_first
from cxreset.insight.checkup import BEST, moved, tenths
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, BulletList, Paragraph, Part, Subheading, Table
from cxreset.sharing.facts.plan import HabitFact, PlanFacts
from cxreset.sharing.facts.wording import short_date


def habits_part(facts: PlanFacts) -> tuple[Part, ...]:
    """The part, or nothing while there is neither a check-up nor a win."""
    blocks: list[Block] = []
    if facts.habits:
        blocks.append(
            Paragraph(
                _(
                    "Five habits creep in where customers are looked after. Each was marked from 1 "
                    "to {best}, higher is healthier. They are one person's own marks: a reason to "
                    "talk, and no proof."
                ).format(best=BEST)
            )
        )
        blocks.append(_checkup(facts))
    if facts.wins:
        wins = tuple(f"{short_date(one.written_on)}: {one_line(one.text)}" for one in facts.wins)
        blocks.extend((Subheading(_("Small wins")), BulletList(wins)))
    return (Part("habits", _("How we work now"), tuple(blocks)),) if blocks else ()


def _checkup(facts: PlanFacts) -> Table:
    """Day 1 beside day 29; day 1 alone until day 29 is marked."""
    if all(one.last is None for one in facts.habits):
        first = tuple((one_line(one.title), _score(one.first)) for one in facts.habits)
        return Table((_("Habit"), _("Day 1")), first, _("The check-up of day 1"))
    rows = tuple(
        (one_line(one.title), _score(one.first), _score(one.last), _change(one))
        for one in facts.habits
    )
    columns = (_("Habit"), _("Day 1"), _("Day 29"), pgettext("difference", "Change"))
    return Table(columns, rows, _("The check-up of day 1 beside that of day 29"))


def _score(score: float | None) -> str:
    return (
        _("Not yet")
        if score is None
        else _("{tenths} of {best}").format(tenths=decimal(tenths(score), 1), best=BEST)
    )


def _change(one: HabitFact) -> str:
    if one.first is None or one.last is None:
        return "—"
    return upper_first(moved(one.first, one.last))
