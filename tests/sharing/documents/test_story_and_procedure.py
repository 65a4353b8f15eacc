"""The story in three acts, and the procedure from its purpose to what to do when it fails."""

from __future__ import annotations

from dataclasses import replace

from cxreset.sharing.documents.model import (
    BulletList,
    Chart,
    Fact,
    Facts,
    ToDo,
)
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.story import build_story
from tests.sharing.documents.reading import facts_in, part, sound
from tests.sharing.full_plan import FULL


def test_the_story_has_three_acts_and_what_comes_next() -> None:
    document = build_story(FULL)
    assert [one.heading.partition(":")[0] for one in document.parts] == [
        "Act one",
        "Act two",
        "Act three",
        "What comes next",
    ]
    charts = [block for block in part(document, "measured").blocks if isinstance(block, Chart)]
    assert [one.seen.partition(". ")[2] for one in charts] == [
        "Before 61 %, likely 54 % to 68 %. After 76 %, likely 69 % to 82 %.",
        "Before 80, likely 76 to 84. After 50, likely 42 to 60.",
        "Before +7, likely −16 to +29. After +24, likely −2 to +45.",
    ]
    # The sentences before them say the figures; the pictures' words the ranges alone.
    assert charts[1].words == "Before likely 76 to 84. After likely 42 to 60."
    assert "so far" in document.subtitle
    assert "so far" not in build_story(replace(FULL, day=30)).subtitle


def test_the_procedure_leads_from_purpose_to_what_to_do_when_it_fails() -> None:
    document = build_procedure(FULL)
    assert document.title == "Procedure: Evening-before text"
    (one,) = document.parts
    assert list(facts_in(one)) == [
        "Purpose",
        "When",
        "Owner",
        "When it fails",
        "When this page is wrong",
        "Learned in",
        "Because of",
        "What it showed",
    ]
    (steps,) = [block for block in one.blocks if isinstance(block, BulletList)]
    assert steps == BulletList(("Fix the routes by 19:00.", "Send the text."), ordered=True)


def test_a_procedure_says_what_it_lacks_and_many_have_a_part_each() -> None:
    bare = replace(FULL.procedures[0], purpose="", steps=" ", owner="", on_failure="", pilot="")
    many = tuple(replace(bare, ref=f"S{number}") for number in range(1, 31))
    document = build_procedure(replace(FULL, procedures=many))
    sound(document)
    assert len(document.parts) == 30
    todos = [block.text for block in document.parts[0].blocks if isinstance(block, ToDo)]
    assert len(todos) == 4
    assert Fact("When this page is wrong", ("Tell Dana Okafor.",)) in [
        fact
        for block in document.parts[0].blocks
        if isinstance(block, Facts)
        for fact in block.items
    ]
