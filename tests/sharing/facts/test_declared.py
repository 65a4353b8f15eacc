"""Free text is masked unless its field says what else it is: a new field cannot be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, make_dataclass, replace
from datetime import date
from typing import Annotated, Any, NewType

import pytest

from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.declared import Code, Colleague, Layout, Lines, Ref, free_texts
from cxreset.sharing.facts.masking import Masker, in_words, masked_facts
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, MeetingFact, PersonFact
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import program_texts

SECRET = "Ring +44 7700 900123 or ann@customer.example"
MASKED = "Ring [phone] or [e-mail]"


@dataclass(frozen=True, slots=True)
class NewFact:
    """What somebody adds next year without a thought of masking."""

    ref: Ref
    added: str = ""
    many: tuple[str, ...] = ()
    pairs: tuple[tuple[Code, str], ...] = ()
    maybe: str | None = None
    by_name: Mapping[Code, str] = field(default_factory=dict)
    long: Lines = ""
    owner: Colleague = ""
    chain: tuple[Ref, ...] = ()
    on: date | None = None
    read: Callable[[], tuple[str, ...]] = tuple


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFacts(PlanFacts):
    news: tuple[NewFact, ...] = ()


def facts_with(**news: Any) -> NewFacts:
    return NewFacts(
        name="Dana",
        organisation="Harbour",
        today=date(2026, 10, 2),
        start_on=date(2026, 9, 7),
        day=26,
        news=(NewFact("N1", **news),),
    )


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("added", SECRET, MASKED),
        ("many", ("x", SECRET), ("x", MASKED)),
        ("pairs", (("k", SECRET),), (("k", MASKED),)),
        ("maybe", SECRET, MASKED),
        ("by_name", {"k": SECRET}, {"k": MASKED}),
        ("long", f"One\n{SECRET}", f"One\n{MASKED}"),
        ("owner", SECRET, SECRET),
        ("chain", (SECRET,), (SECRET,)),
    ],
)
def test_a_new_field_is_masked_until_it_is_declared(name: str, value: Any, expected: Any) -> None:
    masker = Masker()
    masked = masked_facts(facts_with(**{name: value}), masker)
    assert isinstance(masked, NewFacts)
    assert getattr(masked.news[0], name) == expected
    kinds = {(one.kind, one.source, one.path) for one in masker.finds}
    found = {("phone", "N1", f"news.{name}"), ("e-mail", "N1", f"news.{name}")}
    assert kinds == (set() if value == expected else found)


def test_what_is_read_later_is_masked_when_it_is_read() -> None:
    calls: list[int] = []

    def read() -> tuple[str, ...]:
        calls.append(1)
        return (SECRET,)

    masker = Masker()
    masked = masked_facts(facts_with(read=read), masker)
    assert isinstance(masked, NewFacts) and not calls and not masker.finds
    assert masked.news[0].read() == (MASKED,) and masker.finds
    assert masked.news[0].read() == (MASKED,) and calls == [1]


def test_a_number_broken_over_two_lines_is_found_where_it_is_shown_on_one() -> None:
    masked = masked_facts(facts_with(added="Ring +44 7700\n900123"), Masker())
    assert isinstance(masked, NewFacts)
    assert "900123" not in masked.news[0].added


def test_a_field_counts_as_free_text_as_soon_as_one_text_in_it_does() -> None:
    mixed = make_dataclass(
        "Mixed",
        [
            ("pair", tuple[Ref, str]),
            ("marked", Annotated[str, "no such mark"]),
            ("named", NewType("Nickname", str)),
            ("number", float | None),
            ("shape", tuple[tuple[Ref, int], ...]),
        ],
    )
    assert free_texts(mixed) == dict.fromkeys(("pair", "marked", "named"), Layout.ONE_LINE)


def test_a_container_that_masking_cannot_go_through_stops_it() -> None:
    with pytest.raises(TypeError, match=r"news\.many holds text in a list; use a tuple"):
        masked_facts(facts_with(many=[SECRET]), Masker())


def secret_everywhere(value: Any) -> Any:
    """The facts with a customer's number in every text, declared or not, but for ids and codes."""
    if isinstance(value, str):
        return SECRET
    if isinstance(value, tuple):
        return tuple(map(secret_everywhere, value))
    if is_dataclass(value) and not isinstance(value, type):
        ours = program_texts(type(value))
        return replace(
            value,
            **{
                each.name: secret_everywhere(getattr(value, each.name))
                for each in fields(value)
                if each.name not in ours
            },
        )
    return value


def test_every_text_of_the_whole_plan_is_masked_but_who_does_the_work() -> None:
    facts = masked_facts(secret_everywhere(FULL), Masker())
    left = set(texts_with_secret(facts, ""))
    assert left == {
        "name", "organisation", "credit", "actions.owner", "follow_ups.who", "procedures.owner",
        "meeting.people.name", "meeting.people.email", "meeting.agenda.lead", "touchpoints.owner",
        "meeting.next_agenda.lead", "figures.title", "habits.title",
        "steps.title", "meeting.decisions.decided_by",
        "pilots.measures.expected", "pilots.measures.got",
    }  # fmt: skip


def texts_with_secret(value: Any, path: str) -> list[str]:
    """The paths of fields in which the number still stands."""
    if isinstance(value, str):
        return [path.lstrip(".")] if "900123" in value else []
    if isinstance(value, tuple):
        return [found for one in value for found in texts_with_secret(one, path)]
    if is_dataclass(value):
        return [
            found
            for each in fields(value)
            for found in texts_with_secret(getattr(value, each.name), f"{path}.{each.name}")
        ]
    return []


def test_what_was_found_is_said_by_id_or_by_the_name_of_its_part() -> None:
    facts = replace(
        FULL,
        pains=(PainFact(ref="P1", title=SECRET),),
        actions=(ActionFact(ref="A1", title="x", owner=SECRET, note=SECRET),),
        meeting=MeetingFact(notes="ann@customer.example", people=(PersonFact("Ann"),)),
    )
    masker = Masker()
    masked_facts(facts, masker)
    assert in_words(masker.finds) == (
        "1 e-mail address in P1, A1 and the meeting",
        "1 phone number in P1 and A1",
    )
