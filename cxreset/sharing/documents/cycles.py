"""The thirty days beside those before: the same counts, and the pain points that both speak of."""

from __future__ import annotations

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, Part, Table
from cxreset.sharing.facts.plan import CycleFact, PlanFacts
from cxreset.sharing.facts.wording import short_date


def cycles_part(facts: PlanFacts) -> tuple[Part, ...]:
    """One table of counts, one of pains; nothing while these are the first thirty days."""
    if len(facts.cycles) < 2:
        return ()
    columns = (
        "",
        *(_("From {start_on}").format(start_on=short_date(one.start_on)) for one in facts.cycles),
    )
    rows = (
        (_("Comments"), *(f"{whole(one.comments)}" for one in facts.cycles)),
        (
            _("Actions done"),
            *(
                _("{completed} of {actions}").format(completed=one.completed, actions=one.actions)
                for one in facts.cycles
            ),
        ),
        (_("Check-up, day 1"), *(_mark(one.first) for one in facts.cycles)),
        (_("Check-up, day 29"), *(_mark(one.last) for one in facts.cycles)),
    )
    blocks: list[Block] = [Table(columns, rows, _("Counts; they prove nothing on their own"))]
    if pains := _pains(facts):
        caption = _("Comments that speak of each pain; carried ones are counted in both")
        blocks.append(Table(columns, pains, caption))
    if figures := _figures(facts):
        blocks.append(Table(columns, figures, _("What was measured, before and after")))
    before = count(len(facts.cycles) - 1, "time")
    return (Part("cycles", _("Thirty days, {before} before").format(before=before), tuple(blocks)),)


def _mark(total: int | None) -> str:
    return _("not marked") if total is None else str(total)


def _pains(facts: PlanFacts) -> tuple[tuple[str, ...], ...]:
    """A row for each chosen pain point of this reset that was one in an earlier reset too."""
    earlier = {ref for one in facts.cycles[:-1] for ref, _ in one.pains}
    return tuple(
        (f"{pain.ref} {one_line(pain.title)}", *(_tied(one, pain.ref) for one in facts.cycles))
        for pain in facts.pains
        if pain.ref in earlier
    )


def _figures(facts: PlanFacts) -> tuple[tuple[str, ...], ...]:
    """A row for each figure by its name."""
    by_cycle = [{one_line(name): value for name, value in one.figures} for one in facts.cycles]
    names = dict.fromkeys(name for figures in by_cycle for name in figures)
    return tuple((name, *(figures.get(name, "–") for figures in by_cycle)) for name in names)


def _tied(cycle: CycleFact, ref: str) -> str:
    return next((f"{whole(number)}" for pain, number in cycle.pains if pain == ref), "–")
