"""The pilot's page: where it stands, by the figure it is judged by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxreset.sharing.documents.model import (
    BulletList,
    Table,
    texts,
)
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.story import build_story
from tests.sharing.documents.reading import facts_in, part
from tests.sharing.full_plan import FULL

# --- the pilot, the story, the procedure ------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 9, 27), "28 Sep to 9 Oct 2026: not started yet"),
        (date(2026, 10, 2), "28 Sep to 9 Oct 2026: it has 7 days to go"),
        (date(2026, 10, 8), "28 Sep to 9 Oct 2026: tomorrow is its last day"),
        (date(2026, 10, 9), "28 Sep to 9 Oct 2026: today is its last day"),
        (date(2026, 10, 10), "28 Sep to 9 Oct 2026: finished"),
    ],
)
def test_the_pilots_page_says_where_it_stands(today: date, days: str) -> None:
    document = build_pilot_page(replace(FULL, today=today))
    assert facts_in(part(document, "idea"))["When"] == (days,)
    running = "these are the figures so far" in " ".join(texts(document))
    assert running == (today <= date(2026, 10, 9))


def test_the_pilots_page_is_about_the_newest_and_names_the_others() -> None:
    newer = replace(FULL.pilots[0], ref="PL2", title="Photo check", measures=(), chain=())
    document = build_pilot_page(replace(FULL, pilots=(*FULL.pilots, newer)))
    assert document.title == "Pilot: Photo check"
    (table,) = [block for block in part(document, "earlier").blocks if isinstance(block, Table)]
    assert table.rows == (("PL1", "Evening-before text at Northgate", "28 Sep to 9 Oct 2026"),)
    assert "V1" not in " ".join(texts(document))  # said of the other pilot


def test_the_pilots_page_tells_one_voice_a_side_and_counts_the_rest() -> None:
    voices = tuple(replace(FULL.voices[0], ref=f"V{number}") for number in range(1, 5))
    entries = facts_in(part(build_pilot_page(replace(FULL, voices=voices)), "seen"))
    assert entries["Customers"] == (
        "“I went to work in the morning.” (V1, Buyer of a wardrobe)",
        "and 3 more in the plan",
    )


def test_every_measured_sentence_is_told_whole() -> None:
    story = " ".join(texts(build_story(FULL)))
    for measure in FULL.pilots[0].measures:
        assert f"{measure.sentence} ({measure.ref})" in story


def test_the_pilots_page_leads_with_the_figure_it_is_judged_by() -> None:
    some, guard, main = FULL.pilots[0].measures
    measures = (some, replace(guard, role="guard"), replace(main, role="main"))
    pilots = (replace(FULL.pilots[0], measures=measures),)
    (listed,) = [
        block
        for block in part(build_pilot_page(replace(FULL, pilots=pilots)), "figures").blocks
        if isinstance(block, BulletList)
    ]
    assert listed.items == (
        f"{main.sentence} ({main.ref})",
        f"{guard.sentence} ({guard.ref})",
        "1 more figure in the plan.",
    )
