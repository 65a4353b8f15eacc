"""The plan's short forms: the brief on one page, and the plan on two."""

from __future__ import annotations

from dataclasses import replace

from cxreset.base.text import count, one_line
from cxreset.insight.figures.samples import ENOUGH_ANSWERS
from cxreset.sharing.documents.action_plan.measured import compared
from cxreset.sharing.documents.action_plan.results import actions_part, pilot_part
from cxreset.sharing.documents.action_plan.summary import (
    doing_now,
    expected_and_got,
    judged_pilot,
    needs,
    share_of,
    state_of_actions,
    summary,
)
from cxreset.sharing.documents.footnotes import Footnotes, shortened
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Table,
)
from cxreset.sharing.documents.parts import LAST_DAY, day_of, leader, organisation, page, so_far
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import percent

TOP = 3
_QUOTE = 140
_TITLE = 90


def build_brief(facts: PlanFacts) -> Document:
    """One page: figures, three pains in customers' words, what we do, what moved, what we ask.

    What there is nothing to say of yet is left out.
    """
    parts = (_heard(facts), _doing(facts), _moved(facts), _asked(facts))
    subtitle = f"The customer experience reset on one page, from {leader(facts)}: {day_of(facts)}."
    title = f"What our customers need{organisation(facts, ' at ')}"
    return page(facts, title, subtitle, [part for part in parts if part.blocks])


def _heard(facts: PlanFacts) -> Part:
    figures = _figures(facts)
    named = (pain for pain in facts.pains if one_line(pain.title))
    pains = tuple(_pain(facts, pain) for pain in list(named)[:TOP])
    blocks: list[Block] = []
    if figures:
        blocks.append(Facts(figures))
    if pains:
        blocks.append(Facts(pains))
    return Part("heard", "What customers told us", tuple(blocks))


def _figures(facts: PlanFacts) -> tuple[Fact, ...]:
    """Three at most: how many comments, how many were needless, how far the actions are."""
    found: list[Fact] = []
    if facts.comments:
        found.append(Fact("Read and counted", (count(facts.comments, "comment"),)))
    hits, marked = facts.preventable
    if marked >= ENOUGH_ANSWERS:
        words = f"{percent(hits, marked)} of {marked:,} contacts judged"
        found.append(Fact("Need never have happened", (words,)))
    if facts.actions:
        done = sum(one.status == "completed" for one in facts.actions)
        wanted = sum(one.status != "cancelled" for one in facts.actions)
        found.append(Fact("Actions done", (f"{done} of {wanted}",)))
    return tuple(found)


def _pain(facts: PlanFacts, pain: PainFact) -> Fact:
    lines = [share_of(pain.comments, facts.comments)]
    lines += [f"“{shortened(one.text, _QUOTE)}”" for one in pain.quotes[:1]]
    return Fact(shortened(pain.title, _TITLE), tuple(lines))


def _doing(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    if doing_now(facts):
        blocks.append(BulletList(doing_now(facts)))
    if facts.actions:
        blocks.append(Paragraph(state_of_actions(facts)))
    days = min(max(facts.day, 0), LAST_DAY)
    progress = Bar("The thirty days", days / LAST_DAY, day_of(facts))
    blocks.append(Bars("How far we are", (progress,)))
    return Part("doing", "What we do now", tuple(blocks))


def _moved(facts: PlanFacts) -> Part:
    """The figure the newest pilot is judged by: before, after, what was expected, the verdict."""
    pilot = judged_pilot(facts)
    if pilot is None:
        return Part("moved", "", ())
    main = pilot.measures[0]
    verdict = expected_and_got(main) or one_line(main.sentence)
    lines = [line for line in (verdict, so_far(facts, pilot)) if line]
    blocks: list[Block] = [*compared(main, here_only=True), Paragraph(" ".join(lines))]
    return Part("moved", "What moved", tuple(blocks))


def _asked(facts: PlanFacts) -> Part:
    return Part("needs", "What we need from you", (BulletList(needs(facts)),))


def build_short_plan(facts: PlanFacts) -> Document:
    """Two pages of the plan: its summary, every action, the pilot."""
    parts = (summary(facts), actions_part(facts, Footnotes()), pilot_part(facts, weekly=False))
    subtitle = f"The short form of the action plan, from {leader(facts)}: {day_of(facts)}."
    unmarked = tuple(
        replace(part, blocks=tuple(map(_without_notes, part.blocks))) for part in parts
    )
    return page(facts, f"Our plan in short{organisation(facts, ' at ')}", subtitle, unmarked)


def _without_notes(block: Block) -> Block:
    """A table without marks: this form has no footnotes to lead to."""
    return replace(block, notes=()) if isinstance(block, Table) else block
