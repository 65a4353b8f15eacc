"""A figure is said once, and once more at most: what is said three times is read as three."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.counts import counted, share_of
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.documents.model import Chart, Document, Table, block_texts
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import percent
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import documents

FORMS = ("plan", *documents(FULL))


def seen(document: Document) -> Iterator[str]:
    """What stands on the pages outside tables and notes; of a picture only the words beside it."""
    yield from (document.title, document.subtitle, *document.footer)
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Chart):
                yield from (block.caption, block.words)
            elif not isinstance(block, Table):
                yield from block_texts(block)


def figures(facts: PlanFacts) -> set[str]:
    """Our own figures: what is counted and what is measured; not what a leader wrote."""
    # A leader may write “52 comments” too: ours have their share behind them.
    # A channel with as many comments as a pain would be taken for it.
    channels = set(facts.channels.values())
    tied = [pain.comments for pain in facts.pains if pain.comments not in channels]
    comments = [words(one, facts.comments) for one in tied for words in (counted, share_of)]
    comments += [f"{facts.comments:,} comments:", f"{facts.comments:,} comments, by"]
    hits, marked = facts.preventable
    measured = [
        f"from {before:.0f}{unit} to {after:.0f}{unit}"
        for one in (m for pilot in facts.pilots for m in pilot.measures)
        for before, after, unit in ((one.before, one.after, " %" if one.kind == "csat" else ""),)
        if before is not None and after is not None
    ]
    judged = [f"{hits:,} of the {marked:,}", f"of {marked:,} contacts", percent(hits, marked)]
    return {*comments, *judged, *measured}


@pytest.mark.parametrize("name", FORMS)
def test_no_figure_stands_more_than_twice_outside_tables(name: str) -> None:
    document = finished(build_plan(FULL) if name == "plan" else documents(FULL)[name])
    assert too_often(document, FULL) == {}


def test_nor_does_it_in_the_sample(sample: Reset) -> None:
    facts = gather(sample.book, sample.pack, sample.today)
    every = documents(facts) | {"plan": build_plan(facts)}
    found = {name: too_often(finished(one), facts) for name, one in every.items()}
    assert {name: often for name, often in found.items() if often} == {}


def too_often(document: Document, facts: PlanFacts) -> dict[str, int]:
    text = "\n".join(seen(document))
    often = {one: len(re.findall(rf"(?<![\d,.]){re.escape(one)}", text)) for one in figures(facts)}
    return {one: number for one, number in often.items() if number > 2}
