"""What is decided about suggestions lasts: splits, undo, new comments, the chosen three."""

from __future__ import annotations

from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.decisions import Decisions, Suggested
from cxreset.reset.suggestions.finding import find
from cxreset.workbook.tables import Pain
from tests.paths import CONTENT


def test_nothing_of_a_theme_vanishes_when_it_is_split(full: Reset) -> None:
    for n in range(8):
        full.comments.capture(f"Refund of hotel room {n}", "call", None)
        full.comments.capture(f"No refund of train ticket {n}", "call", None)
    decisions = Decisions(full.book)
    whole = next(
        theme for theme in find(full.file, CONTENT).suggestions.themes if "Refund" in theme.name
    )
    decisions.split(whole)
    view = decisions.view(find(full.file, CONTENT))
    parts = [each.theme for each in view.found if each.theme.id.startswith(whole.id)]
    assert len(parts) >= 2 and parts[-1].name == f"{whole.name}: the rest"
    assert {number for part in parts for number in part.items} == set(whole.items)
    decisions.split(parts[-1])  # of a piece, or not: still nothing vanishes
    view = decisions.view(find(full.file, CONTENT))
    parts = [each.theme for each in view.found if each.theme.id.startswith(whole.id)]
    assert {number for part in parts for number in part.items} == set(whole.items)


def test_decisions_live_through_undo_and_new_comments(full: Reset) -> None:
    decisions = Decisions(full.book)
    found = find(full.file, CONTENT)

    def theme(name: str) -> Suggested:
        view = decisions.view(found)
        return next(each for each in view.own + view.found if name in each.theme.name)

    whole = theme("Delivery")
    number = decisions.accept(whole.theme)
    decisions.merge(theme("App"), theme("Delivery"))  # into what is a pain already: its evidence
    assert [tied for _, _, tied, _ in full.comments.pains()] == [30]
    assert theme("Delivery").theme.count == 30 and theme("Delivery").pain_id == number
    assert full.undo() == "merged App into Delivery"
    assert theme("App").pain_id is None
    assert [tied for _, _, tied, _ in full.comments.pains()] == [20]
    decisions.accept(theme("App").theme)
    decisions.merge(theme("App"), theme("Delivery"))  # both are pains: they are joined
    assert [tied for _, _, tied, _ in full.comments.pains()] == [30]
    full.book.remove(Pain, number)
    assert theme("Delivery").pain_id is None  # the pain is gone, so it is open again
    decisions.drop(theme("Money").theme)
    full.comments.capture("Where is my refund", "call", None)
    found = find(full.file, CONTENT)
    view = decisions.view(found)
    assert view.dropped == 1 and not any(each.theme.name == "Money" for each in view.own)
    assert decisions.bring_back() == 1 and decisions.view(found).dropped == 0


def test_the_first_three_accepted_are_the_chosen_ones(full: Reset) -> None:
    themes = find(full.file, CONTENT).suggestions.themes
    decisions = Decisions(full.book)
    numbers = [decisions.accept(theme) for theme in themes[:4]]
    chosen = [pain.key for pain in full.book.rows(Pain, chosen=True)]
    assert len(numbers) == 4 and chosen == numbers[:3]
    full.book.set(Pain, numbers[0], chosen=False)  # the leader says otherwise
    decisions.accept(themes[3])
    assert full.book.count(Pain, chosen=True) == 3
    full.undo()
    assert full.book.count(Pain, chosen=True) == 2
