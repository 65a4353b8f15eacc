"""The facts that say something: what was begun and not yet filled in stays at home.

A row without words would be an id with nothing beside it. Where another row comes from one that is
left out, its chain leads to the next one that is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from cxreset.base.text import one_line
from cxreset.sharing.facts.pilots import MeasureFact, PilotFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import MeetingFact

T = TypeVar("T")


def presentable(facts: PlanFacts) -> PlanFacts:
    """The facts without rows that have no words, and without ids that would lead to them."""
    filled = replace(
        facts,
        pains=_with_words(facts.pains, lambda one: one.title),
        other_pains=_with_words(facts.other_pains, lambda one: one.title),
        gaps=_with_words(facts.gaps, lambda one: one.title),
        fixes=_with_words(facts.fixes, lambda one: one.title),
        actions=_with_words(facts.actions, lambda one: one.title),
        meeting=_meeting(facts.meeting),
        follow_ups=_with_words(facts.follow_ups, lambda one: one.what),
        pilots=tuple(_pilot(one) for one in facts.pilots if _pilot_title(one)),
        measures=_with_words(facts.measures, lambda one: one.sentence),
        voices=_with_words(facts.voices, lambda one: one.text),
        lessons=_with_words(facts.lessons, lambda one: one.text),
        procedures=_with_words(facts.procedures, lambda one: one.title),
        share_outs=_with_words(facts.share_outs, lambda one: one.who),
        touchpoints=_with_words(facts.touchpoints, lambda one: one.name),
    )
    left_out = _refs(facts) - _refs(filled)
    return _untied(filled, left_out) if left_out else filled


def _with_words(rows: Iterable[T], words: Callable[[T], str]) -> tuple[T, ...]:
    return tuple(row for row in rows if one_line(words(row)))


def _meeting(meeting: MeetingFact) -> MeetingFact:
    return replace(
        meeting,
        people=_with_words(meeting.people, lambda one: one.name),
        insights=_with_words(meeting.insights, lambda one: one.title),
        decisions=_with_words(meeting.decisions, lambda one: one.title),
        agenda=_with_words(meeting.agenda, lambda one: one.title),
        next_agenda=_with_words(meeting.next_agenda, lambda one: one.title),
        parked=_with_words(meeting.parked, str),
    )


def _pilot_title(pilot: PilotFact) -> str:
    """What a pilot is called: by its name, else by what is expected of it."""
    return one_line(pilot.title) or one_line(pilot.hypothesis, 80)


def _pilot(pilot: PilotFact) -> PilotFact:
    return replace(pilot, title=_pilot_title(pilot), measures=_measures(pilot.measures))


def _measures(measures: Iterable[MeasureFact]) -> tuple[MeasureFact, ...]:
    """Those that say something, the one the pilot is judged by first."""
    order = {"main": 0, "": 1, "guard": 2}
    filled = _with_words(measures, lambda one: one.sentence)
    return tuple(sorted(filled, key=lambda one: order.get(one.role, 1)))


def _refs(facts: PlanFacts) -> set[str]:
    """The ids of what a chain can lead to."""
    measures = (*facts.measures, *(one for pilot in facts.pilots for one in pilot.measures))
    return {
        *(one.ref for one in facts.all_pains()),
        *(one.ref for one in facts.gaps),
        *(one.ref for one in facts.fixes),
        *(one.ref for one in facts.actions),
        *(one.ref for one in facts.pilots),
        *(one.ref for one in measures),
    }


def _untied(facts: PlanFacts, left_out: set[str]) -> PlanFacts:
    """The facts with no chain through ids that are left out."""

    def chain(refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ref for ref in refs if ref not in left_out)

    def ref(one: str) -> str:
        return "" if one in left_out else one

    meeting = replace(
        facts.meeting,
        insights=tuple(replace(one, chain=chain(one.chain)) for one in facts.meeting.insights),
    )
    return replace(
        facts,
        gaps=tuple(replace(one, pain=ref(one.pain)) for one in facts.gaps),
        fixes=tuple(
            replace(one, chain=chain(one.chain), pain=ref(one.pain)) for one in facts.fixes
        ),
        actions=tuple(replace(one, chain=chain(one.chain)) for one in facts.actions),
        meeting=meeting,
        follow_ups=tuple(replace(one, action=ref(one.action)) for one in facts.follow_ups),
        pilots=tuple(replace(one, chain=chain(one.chain)) for one in facts.pilots),
        voices=tuple(replace(one, pilot=ref(one.pilot)) for one in facts.voices),
        lessons=tuple(replace(one, chain=chain(one.chain)) for one in facts.lessons),
        procedures=tuple(replace(one, pilot=ref(one.pilot)) for one in facts.procedures),
    )
