"""Pictures of the whole: the preventable share, impact and effort, the roadmap, the thirty days.

Each is nothing while there is nothing to see in it. Where a picture's words only repeat the text
beside it, they are left to whoever cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.base.language.words import _
from cxreset.insight.figures.chart_data import ShareOf, share_words
from cxreset.insight.priority import Item, grid_words, impact_effort_grid
from cxreset.sharing.charts.impact_effort import impact_effort
from cxreset.sharing.charts.roadmap import Span, State, dated, roadmap, roadmap_words
from cxreset.sharing.charts.share import share_chart
from cxreset.sharing.charts.thirty_days import Mark, thirty_days, thirty_days_words
from cxreset.sharing.documents.model import Chart
from cxreset.sharing.facts.customers import FixFact
from cxreset.sharing.facts.plan import PlanFacts

_ROWS = 24
"""Bars of a roadmap in one picture: more would not fit on a page under its heading."""
_MARKS: dict[str, Mark] = {
    "done": "done",
    "half": "half",
    "today": "today",
    "open": "open",
    "missed": "missed",
    "rest": "rest",
}


def preventable_picture(facts: PlanFacts) -> tuple[Chart, ...]:
    """The share of contacts that need never have happened, with its range."""
    hits, marked = facts.preventable
    if facts.preventable_range is None:
        return ()
    share = ShareOf(hits, marked, facts.preventable_range)
    caption = _("Contacts that need never have happened (95 % range)")
    return (Chart(caption, "", share_chart(share), f"{caption}: {share_words(share)}."),)


def impact_effort_picture(facts: PlanFacts) -> tuple[Chart, ...]:
    """Every pain that is rated, the chosen ones bold."""
    items = [
        Item(ref=pain.ref, impact=pain.impact, effort=pain.effort) for pain in facts.all_pains()
    ]
    grid = impact_effort_grid(items)
    if len(grid.unplaced) == len(items):
        return ()
    caption = _("Impact and effort of each pain point, from 1 to 5")
    words = grid_words(grid)
    chosen = {pain.ref for pain in facts.pains}
    return (Chart(caption, words, impact_effort(grid, chosen), f"{caption}. {words}"),)


def roadmap_pictures(facts: PlanFacts) -> tuple[Chart, ...]:
    """The fixes with a day, the earliest first, as many to a picture as fit on a page."""
    spans = dated([_span(facts, fix) for fix in facts.fixes])
    parts = [spans[at : at + _ROWS] for at in range(0, len(spans), _ROWS)]
    return tuple(_roadmap(facts, part, at > 0) for at, part in enumerate(parts))


def _roadmap(facts: PlanFacts, spans: Sequence[Span], continued: bool) -> Chart:
    caption = _("The roadmap by weeks, continued") if continued else _("The roadmap by weeks")
    seen = f"{caption}. {roadmap_words(spans, facts.today)}"
    return Chart(caption, "", roadmap(spans, facts.today), seen)


def _span(facts: PlanFacts, fix: FixFact) -> Span:
    first, last = fix.start_on, fix.end_on
    if first and last and last < first:
        first, last = last, first
    return Span(fix.ref, first, last, _state(facts, fix))


def _state(facts: PlanFacts, fix: FixFact) -> State:
    """Done when its actions are; late when it should be and is not."""
    own = [one for one in facts.actions if fix.ref in one.chain and one.status != "cancelled"]
    if own and all(one.status == "completed" for one in own):
        return "done"
    return "late" if fix.end_on and fix.end_on < facts.today else "open"


def thirty_days_picture(facts: PlanFacts) -> tuple[Chart, ...]:
    """The days at a glance."""
    weeks = [[_MARKS[mark] for mark in week] for week in facts.days.weeks]
    if not weeks:
        return ()
    caption = _("How far we are in the thirty days")
    words = thirty_days_words(weeks)
    return (Chart(caption, words, thirty_days(weeks), f"{caption}. {words}"),)


def actions_done(facts: PlanFacts) -> tuple[int, int]:
    """How many actions are done, and how many are wanted: all but the cancelled."""
    done = sum(one.status == "completed" for one in facts.actions)
    return done, sum(one.status != "cancelled" for one in facts.actions)
