"""How we work now: in the plan once there is something to say."""

from __future__ import annotations

from datetime import date

from cxreset.reset.reset import Reset
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.pages import markdown
from cxreset.workbook import checkup
from cxreset.workbook.tables import Journal


def plan(reset: Reset) -> str:
    return markdown.render(build_plan(gather(reset.book, reset.pack, reset.today)))


def test_check_up_and_wins_are_in_the_plan_and_the_rest_stays_private(reset: Reset) -> None:
    assert "How we work now" not in plan(reset)
    habits = reset.pack.habits
    for number, mark in enumerate((2, 2, 2, 3), 1):
        checkup.set_mark(reset.file, 1, habits[0].id, number, mark)
    checkup.set_mark(reset.file, 29, habits[0].id, 1, 4)
    for kind in ("win", "fire", "reflection", "hard_moment"):
        reset.book.add(Journal(written_on=date(2026, 9, 8), kind=kind, text=f"A {kind}."))
    reset.book.add(Journal(written_on=date(2026, 9, 9), kind="win", text=" "))
    facts = gather(reset.book, reset.pack, reset.today)
    assert [(one.first, one.last) for one in facts.habits[:2]] == [(2.25, 4.0), (None, None)]
    assert [one.text for one in facts.wins] == ["A win."]
    text = plan(reset)
    assert "How we work now" in text
    row = next(line for line in text.splitlines() if habits[0].title in line)
    assert [cell.strip() for cell in row.split("|")[2:5]] == ["2.3 of 5", "4.0 of 5", "Up 1.7"]
    assert "A win." in text
    assert "A reflection." not in text
    assert "hard_moment" not in text
