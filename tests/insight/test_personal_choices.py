"""What the leader decides on a piece comes before what a machine makes of it."""

from __future__ import annotations

import pytest

from cxreset.insight.personal.choices import Choices, named, pieces


def becomes(text: str, choices: Choices, *, customer: bool = True) -> list[tuple[str, bool]]:
    """Each piece and whether it is masked."""
    found = pieces(text, choices, customer=customer)
    return [(text[one.start : one.end], one.masked) for one in found]


def test_the_public_number_stays_once_it_is_kept_however_it_is_written() -> None:
    kept = Choices({named("0800 123 45 67"): True})
    assert becomes("I rang 0800-1234567 and 0171 7654321", Choices()) == [
        ("0800-1234567", True),
        ("0171 7654321", True),
    ]
    assert becomes("I rang 0800-1234567 and 0171 7654321", kept) == [
        ("0800-1234567", False),
        ("0171 7654321", True),
    ]


@pytest.mark.parametrize(("kept", "masked"), [(None, False), (True, False), (False, True)])
def test_two_capitalised_words_are_masked_by_choice_alone(kept: bool | None, masked: bool) -> None:
    choices = Choices({} if kept is None else {named("emma CLARKE"): kept})
    assert becomes("I spoke to Emma Clarke", choices) == [("Emma Clarke", masked)]
    (piece,) = pieces("I spoke to Emma Clarke", choices, customer=True)
    assert piece.decided is (kept is not None) and not piece.sure


def test_what_leads_to_a_name_masks_it_until_somebody_keeps_it() -> None:
    text = "Herr Schulze, Hauptstraße 12a"
    assert becomes(text, Choices(), customer=False) == [
        ("Schulze", True),
        ("Hauptstraße 12a", True),
    ]
    assert becomes(text, Choices({"schulze": True}))[0] == ("Schulze", False)


def test_colleagues_and_the_organisation_are_no_suspects() -> None:
    known = Choices(known=frozenset(("emma", "clarke", "harbour", "pine")))
    assert becomes("Emma Clarke of Harbour Pine and Emma Stone", known) == [("Emma Stone", False)]
    assert not becomes("Ask Emma Stone", Choices(), customer=False), "the leader names colleagues"


def test_an_id_is_no_name_whatever_stands_before_it() -> None:
    assert becomes("That is the hour that we named” (P1).", Choices(), customer=False) == []
