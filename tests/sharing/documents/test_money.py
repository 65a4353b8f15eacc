"""What reaches the plan when it was written: the case in money, and answers that speak to all."""

from __future__ import annotations

from datetime import date

from cxreset.reset.reset import Reset
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather


def plan(reset: Reset) -> str:
    made = make("plan", "md", reset.book, reset.pack, date(2026, 9, 30))
    return made.files[0].data.decode()


def test_assumptions_and_sums_are_in_the_plan_together(reset: Reset) -> None:
    assert "What it could be worth" not in plan(reset)
    for key, text in (
        ("fix", "F1 A text | <b>now</b>"),
        ("volume", "60,000"),
        ("contacts_avoided", "30"),
        ("cost_per_contact", "6"),
        ("cost_of_fix", "4500"),
        ("sources", "Finance (estimated)"),
    ):
        reset.daily.answer("case-in-money", key, text)
    text = plan(reset)
    part = text.partition("## What it could be worth, on stated assumptions")[2]
    assert "F1 A text \\| \\<b>now" in part
    assert "worth 10,800 in a year; the fix costs 4,500, which leaves 6,300." in part
    assert "With half of the benefit 900 is left. These are assumptions, not results" in part
    assert "| What one contact costs us, in your currency | 6 |" in part
    assert "| First year | 6,300 | 900 |" in part
    assert "Finance (estimated)" in part
    assert "| Saved on contacts | 10,800 | 5,400 |" in part and "The sums, in your currency" in part
    for sentence, named in (
        ("We save about 10800 euros a year.", "euros"),
        ("We save 1 euro, or 5 EUR.", "euros"),
        ("We save €10,800.", "€"),
        ("1 euro is 1 dollar.", "your currency"),
        ("Our neuroscience team is well-rounded.", "your currency"),
    ):
        reset.daily.answer("case-in-money", "sentence", sentence)
        assert f"The sums, in {named}" in plan(reset) and f"Amounts are in {named}." in plan(reset)


def test_starting_figures_alone_make_no_case(reset: Reset) -> None:
    assert gather(reset.book, reset.pack, reset.today).money is None
    reset.daily.answer("case-in-money", "fix", "F1")
    assert gather(reset.book, reset.pack, reset.today).money is None
    reset.daily.answer("case-in-money", "volume", "1000")
    case = gather(reset.book, reset.pack, reset.today).money
    assert case is not None and ("First year", "50", "25") in case.sums  # 10 contacts at 5


def test_answers_stand_in_their_part_and_private_ones_stay_at_home(reset: Reset) -> None:
    for scope, prompt in (("test.voices", "burden"), ("map.gaps", "closest")):
        reset.daily.answer(scope, prompt, f"Said in {scope}")
    reset.daily.answer("team.meeting", "objection", "Tom will say no")
    text = plan(reset)
    parts = {piece.partition("\n")[0]: piece for piece in text.split("\n## ")}
    assert "Said in test.voices" in parts["What people said of the pilot"]
    assert "Said in map.gaps" in parts["Where promise and reality part"]
    assert "Tom will say no" not in text
