"""Templates open filled: every field known, values as data, what is missing said in plain words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from cxreset.programme.model import TEMPLATE_FIELDS, Pack, Template
from cxreset.sharing.facts.customers import TouchpointFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import AgendaFact
from cxreset.sharing.template_fields import MEANINGS
from cxreset.sharing.templates import asks_owner, fill, owners
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import EMPTY, HOSTILE, with_every_text

KNOWN = replace(
    FULL,
    actions=(FULL.actions[0], replace(FULL.actions[1], chain=("P1",)), *FULL.actions[2:]),
    pilots=(replace(FULL.pilots[0], participants="All of Northgate"),),
    touchpoints=(TouchpointFact("T2", "Delivery day", "On the day you choose."),),
    meeting=replace(FULL.meeting, agenda=(AgendaFact("Why we are here", 5),)),
)


def template(text: str) -> Template:
    return Template("t", "T", "x", None, text)


def test_every_field_has_a_meaning_and_something_to_say() -> None:
    assert set(MEANINGS) == set(TEMPLATE_FIELDS)
    for name in TEMPLATE_FIELDS:
        for text in (f"{{{{{name}}}}}", f"So: {{{{ {name} }}}}."):
            assert "to be filled" not in fill(template(text), KNOWN), name
            empty = fill(template(text), replace(EMPTY, name="", organisation=""))
            if name != "today":
                assert f"[to be filled: {MEANINGS[name]}]" in empty


def test_a_block_stands_on_its_lines_and_a_word_within_its_line() -> None:
    text = fill(template("Hello {{owner}}, about {{top_pains}}:\n\n{{owner_actions}}\n"), FULL)
    assert text == (
        "Hello Tom Becker, about P1 Delivery day moves and nobody says so: 412 of 2,224 comments "
        "(19 %); P2 Refund takes longer than promised: 287 of 2,224 comments (13 %); P3 Parts "
        "missing from the box: 5 of 2,224 comments (under 1 %):\n\n"
        "- Count the contacts, overdue since 25 Sep 2026 (A2)\n"
    )
    assert owners(FULL) == ["Tom Becker", "Sam Whitlock"]
    asked = fill(template("{{owner_actions}}"), FULL, "Sam Whitlock")
    assert asked == (
        "- Try the text at Northgate, by 9 Oct 2026, because of “Delivery day moves and nobody "
        "says so” (A1 ← F1 ← G1 ← P1)\n"
    )
    assert asks_owner(template("{{owner_actions}}")) and not asks_owner(template("{{actions}}"))


def test_an_unknown_field_is_said_and_not_kept() -> None:
    assert fill(template("{{budget_line}} {{*}} {{ }}"), FULL) == (
        "[to be filled: budget line] [to be filled: \\*] [to be filled: something]\n"
    )


@pytest.mark.parametrize("facts", [with_every_text(KNOWN, HOSTILE), with_every_text(KNOWN, "{{")])
def test_what_is_filled_in_is_data(pack: Pack, facts: PlanFacts) -> None:
    for one in pack.templates:
        text = fill(one, facts, HOSTILE)
        html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
        assert not re.search(r"<(script|img|a|code|pre|del|blockquote)\b", html), one.id
        assert "\x1b" not in text and "\u202e" not in text
    once = replace(KNOWN, organisation="{{leader}}", name="Dana")
    assert fill(template("{{organisation}}\n\n{{organisation}}, x"), once) == (
        "{{leader}}\n\n{{leader}}, x\n"
    )


def test_the_packs_own_templates_are_all_filled(pack: Pack) -> None:
    for one in pack.templates:
        assert "to be filled" not in fill(one, KNOWN), one.id
        assert "{{" not in fill(one, EMPTY), one.id


def test_the_share_out_has_no_gap_that_the_workbook_can_fill(pack: Pack) -> None:
    (one,) = (one for one in pack.templates if one.step == "test.share")
    first = replace(FULL.pains[0].quotes[0], text="Nobody came. Write to dana@x.co")
    pains = (replace(FULL.pains[0], quotes=(first,)), *FULL.pains[1:])
    text = fill(one, replace(FULL, pains=pains))
    assert "“Nobody came. Write to \\[e-mail\\]” (support ticket, 3 Aug 2026)" in text
    assert "- Sam Whitlock: Change the confirmation" in text
    assert "- An owner and a deadline for “Agree with finance on the scan”." in text
    assert "- By 5 October 2026: Half-time of the pilot" in text
    assert not re.search(r"(?<!\\)\[", text)


def test_before_anything_is_measured_or_done_the_share_out_says_what_there_is(pack: Pack) -> None:
    (one,) = (one for one in pack.templates if one.step == "test.share")
    pilot = replace(FULL.pilots[0], measures=(), start_on=date(2026, 10, 12), end_on=None)
    facts = replace(
        FULL,
        actions=FULL.actions[:1],
        fixes=(),
        follow_ups=(),
        lessons=(),
        pilots=(pilot,),
        measures=(),
    )
    text = fill(one, facts)
    assert f"- {pilot.title}: begins on 12 Oct 2026." in text
    assert "- Sam Whitlock: Try the text at Northgate (under way)" in text
    assert "- Try the text at Northgate: Sam Whitlock, by 9 Oct 2026 (A1)" in text
    assert "- Nothing to decide today: ask the owners" in text
    assert text.count("to be filled") == 1, "lessons are the leader's to write"


def test_a_request_says_why_it_matters_in_a_customers_words(pack: Pack) -> None:
    (one,) = (one for one in pack.templates if one.id == "owner-request")
    assert (
        "**Why it matters.** “Took a day off. Nobody came.” (support ticket, 3 Aug 2026) "
        "“Delivery day moves and nobody says so”: 412 of 2,224 comments (19 %)."
    ) in fill(one, KNOWN, "Sam Whitlock").replace("\u00a0", " ")
