"""Who wrote a mail, and to whom, however the header puts it and whichever Python reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.intake.speakers.correspondents import addresses_in, writer_of


@pytest.mark.parametrize(
    ("header", "writer"),
    [
        ("kim@mail.example", ("", "kim@mail.example")),
        ("Kim Lee <Kim@Mail.Example>", ("Kim Lee", "kim@mail.example")),
        ("Lee, Kim <kim@mail.example>", ("Lee, Kim", "kim@mail.example")),
        ('"Lee, \\"Kim\\"" <kim@mail.example>', ('Lee, "Kim"', "kim@mail.example")),
        ("Kim Lee [Depot] <kim@mail.example>", ("Kim Lee [Depot]", "kim@mail.example")),
        ("Kim @ Depot <kim@mail.example>", ("Kim @ Depot", "kim@mail.example")),
        ("kim@mail.example (Kim Lee)", ("Kim Lee", "kim@mail.example")),
        ("Kim Lee", ("Kim Lee", "")),
        ("help@shop.example, Kim Lee <kim@mail.example>", ("", "help@shop.example")),
        (
            '"Kim <kim@mail.example> via Shop" <help@shop.example>',
            ("Kim <kim@mail.example> via Shop", "help@shop.example"),
        ),
        ("", ("", "")),
    ],
)
def test_the_writer_is_read_whatever_stands_in_the_name(
    header: str, writer: tuple[str, str]
) -> None:
    assert writer_of(header) == writer


def test_addresses_are_those_of_people_and_not_parts_of_their_names() -> None:
    several = 'Help <help@shop.example>; "Kim@Depot" <kim@mail.example>, lee@mail.example'
    assert addresses_in(several) == ["help@shop.example", "kim@mail.example", "lee@mail.example"]
    assert addresses_in("undisclosed-recipients:;") == addresses_in("") == []


@pytest.mark.parametrize("sign", ["a", '\\"', "<", "(", "a@", "<a"])
def test_a_header_without_end_takes_no_time(sign: str) -> None:
    header = sign * 100_000
    assert len(addresses_in(header)) <= 1
    assert len(writer_of(header)[1]) < 400


@given(st.text(st.characters(exclude_characters='<>"', exclude_categories=["C", "Z"]), max_size=20))
def test_no_name_hides_an_address_in_brackets(name: str) -> None:
    assert writer_of(f"{name} <kim@mail.example>")[1] == "kim@mail.example"
