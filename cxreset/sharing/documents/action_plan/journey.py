"""Optional depth: the whys behind a pain point, and the journey as one table."""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.base.language.words import N_, _
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.model import Block, Fact
from cxreset.sharing.documents.parts import BLANK, table
from cxreset.sharing.facts.customers import PainFact, TouchpointFact
from cxreset.sharing.facts.plan import PlanFacts

KANO = {"must": N_("a must"), "more": N_("more is better"), "delight": N_("a delight")}
"""Kinds of a gap by what it means to customers."""


def why_fact(pain: PainFact) -> tuple[Fact, ...]:
    """The answers to why, one behind the other; nothing where none was written."""
    whys = tuple(one_line(text) for text in pain.whys)
    return (Fact(_("Why, and why again"), whys),) if whys else ()


def journey_table(facts: PlanFacts) -> Iterator[Block]:
    """Every touchpoint of which more is written than its two halves; no column without a word."""
    written = [
        one
        for one in facts.touchpoints
        if any(map(one_line, (one.aim, one.front_stage, one.back_stage, one.owner, one.failure)))
    ]
    if not written:
        return
    columns = (
        _("Moment"),
        _("They want"),
        _("We promise"),
        _("They see"),
        _("Behind it"),
        _("Whose"),
        _("Fails where"),
    )
    rows = tuple(
        (
            f"{one.ref} {one_line(one.name)}",
            *(one_line(text) or BLANK for text in _stages(one)),
        )
        for one in written
    )
    yield table(columns, rows, _("The journey as text"))


def _stages(one: TouchpointFact) -> tuple[str, ...]:
    """What is written of a touchpoint, in the order of the table's columns."""
    return (one.aim, one.promise, one.front_stage, one.back_stage, one.owner, one.failure)
