"""The status post: ten lines, whatever the size of the workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxreset.sharing.documents.action_plan.short import build_brief, build_short_plan
from cxreset.sharing.documents.finished import finished
from cxreset.sharing.documents.model import block_texts, texts
from cxreset.sharing.documents.posts.status import LINES, build_status
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.pages import plain
from cxreset.sharing.slides.deck import build_slides
from tests.sharing.full_plan import FULL
from tests.sharing.pages.paper_samples import EVERY_BLOCK
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

POST = """\
Customer experience reset at Harbour & Pine: day 26 of 30 (2 October 2026)
• We heard: 2,224 comments read and counted.
• What hurts most: Delivery day moves and nobody says so (19\u00a0%).
• Actions: 4 in all: 1 done, 1 in progress, 2 not started; 1 overdue, 1 without an owner, 1 \
without a deadline.
• Done last: Change the confirmation, 19 Sep 2026 (Sam Whitlock).
• Due next: Try the text at Northgate, 9 Oct 2026 (Sam Whitlock).
• The pilot: Satisfaction rose from 61\u00a0% to 76\u00a0% (+15 points), on 180 and 172 answers.
• We learned: Keep: Keep the four-hour window.
• We need: An owner and a deadline for “Agree with finance on the scan”. A word on what holds \
up “Count the contacts”.
More: ask Dana Okafor.
"""


def post(facts: PlanFacts) -> str:
    return plain.render(finished(build_status(facts)))


def test_the_post() -> None:
    assert post(FULL) == POST


@pytest.mark.parametrize(
    "facts",
    [FULL, EMPTY, crowded(60), with_every_text(FULL, HOSTILE), with_every_text(FULL, "")],
    ids=["full", "empty", "crowded", "hostile", "blank"],
)
def test_it_is_at_most_ten_short_lines(facts: PlanFacts) -> None:
    lines = post(facts).splitlines()
    assert 2 <= len(lines) <= LINES
    assert all(line and len(line) <= 240 for line in lines)


def test_no_verdict_is_told_without_what_got_worse_beside_it() -> None:
    """In the post, on the brief, in the summary and on the slide."""
    main, guard = FULL.pilots[0].measures[0], FULL.pilots[0].measures[-1]
    main = replace(main, expected="70 %", got="76 %", verdict="Met", role="main")
    guard = replace(guard, ref="M9", role="guard", worsened="Refunds rose from 3 % to 9 %.")
    pilot = replace(FULL.pilots[0], measures=(main, guard), end_on=None)
    facts = replace(FULL, pilots=(pilot,))
    sentence = "What must not get worse did: Refunds rose from 3 % to 9 %."
    assert f"Satisfaction: expected 70 %, got 76 %: met. {sentence}" in post(facts).replace(
        "\u00a0", " "
    )
    for build in (build_brief, build_short_plan, build_slides):
        assert sentence in "\n".join(texts(build(facts))), build


def test_what_is_overdue_is_not_what_is_due_next() -> None:
    late = replace(FULL.actions[1], title="Late")
    assert "Due next" not in post(replace(FULL, actions=(late,)))
    assert "• Actions: 1, not started; overdue.\n" in post(replace(FULL, actions=(late,)))


def test_what_all_actions_share_is_told_once() -> None:
    done = tuple(replace(one, status="completed") for one in FULL.actions[:3])
    assert "• Actions: 3, all done.\n" in post(replace(FULL, actions=done))
    new = tuple(
        replace(one, status="not_started", owner="", deadline=None) for one in FULL.actions[:2]
    )
    words = "• Actions: 2, none started yet; none with an owner, none with a deadline.\n"
    assert words in post(replace(FULL, actions=new))


def test_a_guard_that_comes_first_is_told_once_and_no_figure_is_lost() -> None:
    main, guard = FULL.pilots[0].measures[0], FULL.pilots[0].measures[-1]
    sentence = "Refunds rose from 3 to 9."
    guard = replace(guard, ref="M9", role="guard", sentence=sentence, worsened=sentence, verdict="")
    others = (replace(main, ref="M7"), replace(main, ref="M8"))
    facts = replace(FULL, pilots=(replace(FULL.pilots[0], measures=(guard, *others)),))
    for build in (build_status, build_brief, build_short_plan, build_slides):
        parts = [replace(part, spoken=()) for part in build(facts).parts if part.key != "pilot"]
        found = "\n".join(texts(replace(build(facts), parts=tuple(parts))))
        assert found.count(sentence) == 1, build
    (summary,) = [part for part in build_short_plan(facts).parts if part.key == "summary"]
    found = "\n".join(block_text for block in summary.blocks for block_text in block_texts(block))
    assert "2 more figures under “The pilot”." in found


def test_every_kind_of_block_has_its_lines() -> None:
    lines = plain.render(EVERY_BLOCK).splitlines()
    for line in (
        "• a",
        "• All (P8): 10",
        "“I waited in. Nobody came.” (C12, support ticket)",
        "Tables",
    ):
        assert line in lines
    assert "Still to do: name the pains, step 1.2, Name them" in lines
    assert "• A1, ليلى حداد, Overdue" in lines
