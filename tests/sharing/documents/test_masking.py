"""What is shared names no customer, and the leader is found what was masked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cxreset.insight.personal import find
from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.masking import masked
from cxreset.sharing.documents.model import (
    Bar,
    Bars,
    BulletList,
    Document,
    Fact,
    Facts,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
    texts,
)
from cxreset.sharing.facts.masking import in_words
from tests.sharing.full_plan import FULL
from tests.sharing.sharing_samples import HOSTILE, with_every_text

SECRET = "dana@x.co"


def document(text: str, key: str = "pains") -> Document:
    """A document with `text` in every place that can hold one."""
    blocks = (
        Paragraph(text, (1,)),
        BulletList((text,)),
        Table((text,), ((text,),), text, notes=((0, (1,)),)),
        Quote(text, "C12", text),
        Facts((Fact(text, (text, text)), Fact("To", (text,)))),
        ToDo(text, text),
        Bars(text, (Bar(text, 0.5, text),)),
        Subheading(text, "P1"),
        Paragraph(text),
    )
    part = Part(key, text, blocks, spoken=(Quote(text, "C12", text), Paragraph(text)))
    return Document(
        text, text, date(2026, 10, 2), (part,), (text,), notes=(Note("C40", text, text),)
    )


def test_every_place_is_masked_and_all_else_stays() -> None:
    new, found = masked(document(f"Write to {SECRET} today"))
    assert new == document("Write to [e-mail] today")
    where = "the title, “Write to [e-mail] today”, C12, P1, the last lines and C40"
    assert in_words(found) == (f"1 e-mail address in {where}",)


def test_the_list_says_what_was_masked_and_where() -> None:
    quotes = (
        replace(FULL.pains[0].quotes[0], text="Ring 020 7946 0958 or dana@x.co, dana@x.co"),
        replace(FULL.pains[0].quotes[1], text="Mail tom@x.co, card 4111 1111 1111 1111"),
    )
    action = replace(FULL.actions[0], title="Call the customer of account 123456789")
    facts = replace(
        FULL,
        pains=(replace(FULL.pains[0], quotes=quotes),),
        gaps=(),
        actions=(action,),
        meeting=replace(FULL.meeting, notes="Ask lee@x.co\n\nand\n+44 20 7946 0958"),
    )
    new, found = masked(build_plan(facts))
    assert in_words(found) == (
        "3 e-mail addresses in C12, “What the teams agreed” and C40",
        "2 phone numbers in C12 and “What the teams agreed”",
        "1 card number in C40",
        "1 account number in “In one minute” and A1",
    )
    assert not any(find(text) for text in texts(new))


def test_a_document_without_personal_data_is_what_it_was() -> None:
    plan = build_plan(FULL)
    new, found = masked(plan)
    assert new is plan
    assert found == ()


def test_only_the_address_line_of_an_email_keeps_its_addresses() -> None:
    for key in ("email", "invitation"):
        new, _ = masked(document(SECRET, key))
        (facts,) = [block for block in new.parts[0].blocks if isinstance(block, Facts)]
        assert facts.items == (Fact("[e-mail]", ("[e-mail]", "[e-mail]")), Fact("To", (SECRET,)))
        assert [text for text in texts(new) if SECRET in text] == [SECRET]


def test_a_number_over_two_lines_or_with_wide_spaces_is_masked_as_it_will_be_shown() -> None:
    table = Table(("Id",), (("020\n7946\t 0958",),), "")
    wide = Paragraph("020   7946   0958")
    part = Part("x", "X", (table, wide))
    new, found = masked(Document("", "", date(2026, 10, 2), (part,)))
    assert new.parts[0].blocks == (replace(table, rows=(("[phone]",),)), Paragraph("[phone]"))
    assert in_words(found) == ("1 phone number in “X”",)


@given(st.text(max_size=60), st.integers(0, 40))
def test_nothing_personal_is_left_in_a_plan(text: str, at: int) -> None:
    personal = f"{text[:at]} {SECRET} +44 20 7946 0958 {text[at:]}"
    new, found = masked(build_plan(with_every_text(FULL, personal)))
    assert found
    assert not any(find(" ".join(one.split())) for one in texts(new))
    assert not any(SECRET in one for one in texts(new))


def test_hostile_text_keeps_the_shape() -> None:
    new, _ = masked(build_plan(with_every_text(FULL, HOSTILE)))
    assert [part.key for part in new.parts] == [part.key for part in build_plan(FULL).parts]


@given(st.integers(0, 60))
def test_a_number_is_never_cut_in_half(before: int) -> None:
    text = f"{'word ' * before}020 7946 0958 {'word ' * 60}"
    short = shortened(text, 120)
    assert "020" not in short or "020 7946 0958" in short
