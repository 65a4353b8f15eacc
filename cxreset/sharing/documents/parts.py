"""What every page shares: its frame, whose it is, what is still to do, what the leader noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cxreset.base.language.words import _
from cxreset.base.text import one_line as plain_line
from cxreset.sharing.direction import one_line, shown
from cxreset.sharing.documents.footnotes import Footnotes
from cxreset.sharing.documents.model import (
    Aside,
    Block,
    Document,
    Fact,
    Facts,
    Part,
    Subheading,
    Table,
    ToDo,
    block_texts,
)
from cxreset.sharing.facts.pilots import PilotFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import PersonFact
from cxreset.sharing.facts.wording import long_date

LAST_DAY = 30
BLANK = "—"
"""What a cell shows that has nothing to say."""
_ID = re.compile(r"\b[A-Z]{1,2}\d{1,6}\b")


def page(
    facts: PlanFacts,
    title: str,
    subtitle: str,
    parts: Iterable[Part],
    footnotes: Footnotes | None = None,
    *,
    sheets: int = 1,
    nothing_yet: str = "",
) -> Document:
    """A document beside the plan, with the lines that lead from it to the plan.

    Without footnotes it is one sheet or two, and set closely. How ids are read stands on the page
    where the first of them does: on a single sheet that is its foot. `nothing_yet` is the sentence
    for a document that has nothing to say yet.
    """
    parts = tuple(parts)
    credit = one_line(facts.credit)
    key = _(
        "Ids such as P1 or A2 are those of the action plan: ask {leader} for any of them."
    ).format(leader=leader(facts))
    written = _("Written on {today}, {day_of}.").format(
        today=long_date(facts.today), day_of=day_of(facts)
    )
    single = footnotes is None and sheets == 1
    at_foot = single and any(map(_has_id, _blocks_of(parts)))
    return Document(
        title=one_line(title, 200),
        subtitle=subtitle,
        date=facts.today,
        parts=parts if single else with_key(parts, key),
        footer=(*((credit,) if credit else ()), f"{written} {key}" if at_foot else written),
        notes=footnotes.notes if footnotes else (),
        sheets=sheets if footnotes is None else 0,
        nothing_yet=nothing_yet,
    )


def with_key(parts: Iterable[Part], key: str) -> tuple[Part, ...]:
    """The parts with how ids are read beside the first block that has one.

    After it, but before a heading; nowhere when there is no id.
    """
    found = list(parts)
    for number, part in enumerate(found):
        for at, block in enumerate(part.blocks):
            if _has_id(block):
                after = at if isinstance(block, Subheading) else at + 1
                blocks = (*part.blocks[:after], Aside(key), *part.blocks[after:])
                found[number] = replace(part, blocks=blocks)
                return tuple(found)
    return tuple(found)


def _blocks_of(parts: Iterable[Part]) -> Iterator[Block]:
    for part in parts:
        yield from (*part.blocks, *part.spoken)


def _has_id(block: Block) -> bool:
    return not isinstance(block, ToDo) and any(map(_ID.search, block_texts(block)))


def day_of(facts: PlanFacts) -> str:
    """`day 26 of 30`, or where today lies outside the thirty days."""
    if facts.day < 1:
        return _("before the start on {start_on}").format(start_on=long_date(facts.start_on))
    if facts.day > LAST_DAY:
        return _("after the thirty days")
    return _("day {day} of {last_day}").format(day=facts.day, last_day=LAST_DAY)


def so_far(facts: PlanFacts, pilot: PilotFact, verdict: str = "") -> str:
    """`So far; the pilot runs until 9 October 2026.` while it runs, else empty.

    With a verdict (`Met`) it is the one so far, or the last word: `Met so far; …`, or `Met.`
    """
    runs = pilot.end_on is not None and facts.today <= pilot.end_on
    if pilot.end_on is None or not runs or (pilot.start_on and facts.today < pilot.start_on):
        return f"{verdict}." if verdict else ""
    until = _("the pilot runs until {end_on}").format(end_on=long_date(pilot.end_on))
    now = _("{verdict} so far").format(verdict=verdict) if verdict else _("So far")
    return f"{now}; {until}."


def leader(facts: PlanFacts) -> str:
    """The leader's name, or words in its place."""
    return one_line(facts.name) or _("whoever sent you this page")


def organisation(facts: PlanFacts, before: str = "") -> str:
    """The organisation after some words (` at Harbour & Pine`), or nothing."""
    name = one_line(facts.organisation)
    return f"{before}{name}" if name else ""


def person(facts: PlanFacts, name: str) -> PersonFact | None:
    """Somebody of the meeting's list by name, whatever the case."""
    asked = one_line(name).casefold()
    people = (one for one in facts.meeting.people if asked)
    return next((one for one in people if one_line(one.name).casefold() == asked), None)


def email_of(facts: PlanFacts, name: str) -> str:
    """Their e-mail address, empty when it is not written down."""
    found = person(facts, name)
    return plain_line(found.email) if found else ""


def known_facts(pairs: Iterable[tuple[str, str]]) -> list[Fact]:
    """Labels with what belongs to them, those without anything left out."""
    return [Fact(label, lines) for label, text in pairs if (lines := spoken_lines(text))]


def still_to_do(facts: PlanFacts, text: str, worksheet: str) -> ToDo:
    """What to do, and the step (number and title) that has the worksheet to do it in."""
    step = next(iter(facts.steps_for(worksheet)), None)
    return ToDo(
        text,
        _("step {number}, {title}").format(number=step.number, title=one_line(step.title))
        if step
        else "",
    )


def answers(facts: PlanFacts, *worksheets: str) -> list[Block]:
    """The prompts of the steps with these worksheets that were answered, as questions and answers.

    A plan asks only for steps whose prompts speak to the reader. Elsewhere they help the leader
    think (whose objection to expect, which action may slip), and those answers stay at home.
    """
    steps = [step for worksheet in worksheets for step in facts.steps_for(worksheet)]
    written = [answer for step in steps for answer in step.answers]
    items = known_facts((one_line(question), answer) for question, answer in written)
    return [Subheading(_("What we noted")), Facts(tuple(items))] if items else []


def table(
    columns: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    caption: str,
    flagged: frozenset[int] = frozenset(),
    notes: tuple[tuple[int, tuple[int, ...]], ...] = (),
) -> Table:
    """A `Table` without the columns in which no row says anything."""
    used = [at for at in range(len(columns)) if any(row[at] not in ("", BLANK) for row in rows)]
    kept = tuple(tuple(row[at] for at in used) for row in rows)
    return Table(tuple(columns[at] for at in used), kept, caption, flagged, notes)


def spoken_lines(text: str) -> tuple[str, ...]:
    """A text's lines without the empty ones."""
    return tuple(flat for line in shown(text).splitlines() if (flat := one_line(line)))
