"""The bars of slides that say when: the roadmap's spans, and how far the thirty days are."""

from __future__ import annotations

from datetime import date

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import Bar, Bars, Block, BulletList, Scale
from cxreset.sharing.documents.parts import still_to_do
from cxreset.sharing.facts.customers import FixFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import HORIZONS, horizon_word, span
from cxreset.sharing.slides.lines import TITLE

_FIXES, _LINES, _TITLE = 6, 5, 60


def roadmap_bars(facts: PlanFacts) -> tuple[Bars, ...]:
    """The fixes with a first and a last day, the earliest first; nothing without any."""
    spans: list[tuple[date, date, FixFact]] = []
    for fix in facts.fixes:
        if fix.start_on and fix.end_on:
            spans.append((min(fix.start_on, fix.end_on), max(fix.start_on, fix.end_on), fix))
    spans = sorted(spans, key=lambda one: (one[0], one[1], one[2].ref))[:_FIXES]
    if not spans:
        return ()
    start = min(first for first, last, fix in spans).toordinal()
    end = max(last for first, last, fix in spans).toordinal() + 1
    bars = tuple(
        Bar(
            label=shortened(fix.title, _TITLE),
            share=(last.toordinal() + 1 - start) / (end - start),
            text=span(first, last),
        )
        for first, last, fix in spans
    )
    begins = tuple((first.toordinal() - start) / (end - start) for first, last, fix in spans)
    return (Bars(_("The roadmap by weeks"), bars, Scale(start, end, _("dates")), begins),)


def days_bars(facts: PlanFacts) -> tuple[Bars, ...]:
    """How many working days are done, begun and to come; nothing before there are any."""
    marks = [mark for week in facts.days.weeks for mark in week]
    named = (
        (_("Done"), ("done",)),
        (_("Begun"), ("half",)),
        (_("Today and to come"), ("today", "open")),
    )
    numbers = [(name, sum(map(marks.count, of))) for name, of in named]
    total = sum(number for name, number in numbers)
    if not total:
        return ()
    bars = tuple(Bar(name, number / total, whole(number)) for name, number in numbers)
    scale = Scale(0.0, float(total), _("working days"))
    return (Bars(_("How far we are in the thirty days"), bars, scale),)


def roadmap_lines(facts: PlanFacts) -> tuple[Block, ...]:
    """The fixes in their order, as a list."""
    named = [one for one in facts.fixes if one_line(one.title)]
    lines = tuple(
        f"{horizon_word(horizon)}: {shortened(one.title, TITLE)}"
        for horizon in HORIZONS
        for one in named
        if one.horizon == horizon
    )
    if not lines:
        return (still_to_do(facts, _("turn items of the roadmap into actions"), "roadmap"),)
    return (BulletList(lines[:_LINES]),)
