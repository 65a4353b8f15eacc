"""JSON and JSON Lines: the rows wherever they are, and only the customer's turns as words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cxreset.base.errors import IntakeError
from cxreset.intake.read import (
    Item,
    Mapping,
    Options,
    Outcome,
    Passed,
    Preview,
    Refusal,
    look,
    read,
)
from cxreset.intake.readers import jsonfile


def seen(tmp_path: Path, content: object, name: str = "a.json", **options: Any) -> list[Outcome]:
    return list(read(looked(tmp_path, content, name, **options)))


def looked(tmp_path: Path, content: object, name: str = "a.json", **options: Any) -> Preview:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return look(path, Options(**options))


def texts(outcomes: list[Outcome]) -> list[str]:
    return [row.text for row in outcomes if isinstance(row, Item)]


WORDS = ["The lift was broken", "Cold soup again"]
FORMS: dict[str, object] = {
    "an array of objects": [{"id": 1, "text": WORDS[0]}, {"id": 2, "text": WORDS[1]}],
    "an array somewhere inside": {
        "meta": {"pages": [1, 2, 3]},
        "data": {"items": [{"text": word, "n": {"x": 1}} for word in WORDS], "next": None},
    },
    "an array in each of an array": {
        "shops": [
            {"name": "North", "reviews": [{"text": WORDS[0]}]},
            {"name": "South", "reviews": [{"text": WORDS[1]}], "staff": [{"name": "x"}]},
        ]
    },
    "an array of words": WORDS,
    "an array of arrays": [["Id", "Comment"], [1, WORDS[0]], [2, WORDS[1]]],
    "column by column": {"text": {"0": WORDS[0], "1": WORDS[1]}, "n": {"0": 1, "1": 2}},
    "a list a column": {"text": WORDS, "n": [1, 2]},
    "an object a key": {"17": {"text": WORDS[0]}, "18": {"text": WORDS[1]}},
    "one after another": '{\n"text": "The lift was broken"\n}\n{\n"text": "Cold soup again"\n}',
    "a line each": '{"text": "The lift was broken"}\n\n{"text": "Cold soup again"}\n',
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.txt"])
def test_rows_wherever_they_are(tmp_path: Path, form: str, name: str) -> None:
    outcomes = seen(tmp_path, FORMS[form], name)
    assert texts(outcomes) == WORDS
    assert [row.row_number for row in outcomes] == [1, 2]


def test_the_owner_of_nested_rows_is_kept(tmp_path: Path) -> None:
    preview = looked(tmp_path, FORMS["an array in each of an array"])
    assert preview.header == ("text", "shops.name")
    first = next(iter(read(preview)))
    assert isinstance(first, Item)
    assert first.raw == {"text": WORDS[0], "shops.name": "North"}


def test_line_items_do_not_multiply_a_comment(tmp_path: Path) -> None:
    orders = [{"note": word, "items": [{"sku": "a", "n": 1}, {"sku": "b"}]} for word in WORDS]
    assert texts(seen(tmp_path, orders)) == WORDS
    assert texts(seen(tmp_path, {"orders": orders})) == WORDS


def test_nested_objects_are_dotted_columns(tmp_path: Path) -> None:
    ticket = {
        "id": 7,
        "subject": "Refund",
        "description": "Where is my refund?",
        "via": {"channel": "email", "source": {"rel": None}},
        "created_at": "2024-01-02T03:04:05Z",
        "tags": ["late", "money"],
        "requester": {"email": "a@b.co"},
        "assignee": {"name": "Zoe", "email": "z@shop.co"},
        "score": 4.50,
        "open": True,
        "parts": [{"sku": "x"}],
    }
    tickets = [ticket, ticket | {"tags": ["lost"]}]
    preview = looked(tmp_path, {"tickets": tickets, "count": 1})
    assert preview.kind == "JSON"
    assert preview.mapping == Mapping(
        "description", "subject", "created_at", "via.channel", "score", "requester.email", "tags"
    )
    item, _ = read(preview)
    assert isinstance(item, Item)
    assert (item.received_on, item.channel, item.category) == (
        date(2024, 1, 2),
        "ticket",
        "late, money",
    )
    assert item.raw["parts"] == '[{"sku": "x"}]'
    assert (item.raw["open"], item.raw["via.source.rel"], item.raw["score"]) == ("true", "", "4.5")


def test_what_json_can_hold_and_a_workbook_cannot(tmp_path: Path) -> None:
    content = '[{"text": "a\\u0000b \\ud83d x \\ud83d\\ude00", "n": 1e999, "m": NaN, "k": 1.50}]'
    (item,) = seen(tmp_path, content)
    assert isinstance(item, Item)
    assert item.text == "ab \N{REPLACEMENT CHARACTER} x 😀"
    assert (item.raw["n"], item.raw["m"], item.raw["k"]) == ("1e999", "", "1.50")
    big = "9" * 6000
    (item,) = seen(tmp_path, f'[{{"text": "a b", "id": {big}}}]')
    assert isinstance(item, Item) and item.raw["id"] == big


def test_lines_named_json_and_a_broken_one(tmp_path: Path) -> None:
    long = json.dumps({"text": "w " * 600_000})
    content = (
        f'{{"text": "late"}}\n{{"text": bad}}\n\n{long}\n{{"text": "end", "n": 1}}\n{{"n": 2}}'
    )
    preview = looked(tmp_path, content)
    assert preview.kind == "JSON Lines"
    outcomes = list(read(preview))
    assert texts(outcomes) == ["late", "end"]
    assert outcomes[1] == Refusal(2, "it is no whole JSON (expecting value at 10)")
    assert outcomes[2] == Refusal(3, "it is longer than 1,048,576 characters")
    assert outcomes[4] == Passed(5, "empty")
    one = seen(tmp_path, '{"text": "one alone"}\n', "a.jsonl")
    assert texts(one) == ["one alone"]


def test_a_row_too_large_is_refused_alone(tmp_path: Path) -> None:
    outcomes = seen(tmp_path, [{"text": "a b"}, {"text": "w " * 600_000}, {"text": "c d"}])
    assert texts(outcomes) == ["a b", "c d"]
    assert [row.row_number for row in outcomes] == [1, 2, 3]


def test_more_columns_than_anyone_reads(tmp_path: Path) -> None:
    rows = [{"text": "late again", **{f"k{row}-{at}": at for at in range(200)}} for row in range(3)]
    preview = looked(tmp_path, rows)
    assert (len(preview.header), preview.header[-1]) == (301, "other fields")
    last = list(read(preview))[-1]
    assert isinstance(last, Item) and json.loads(last.raw["other fields"])["k2-7"] == "7"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        ('[{"text": "late"},\n{"text": "co', "a.json", r"breaks off or is broken \(line 2\)"),
        ('{"text": "late",\n"n": [1, 2', "a.csv", "breaks off or is broken"),
        ("Comment\nlate\n", "a.json", "is not JSON: it begins with neither"),
        ("[]", "a.json", "has no rows"),
        ("[[], []]", "a.json", "is empty"),
        ("[{}, {}]", "a.json", "no row that can be read"),
        ("[" * 200_000, "a.json", "nested too deeply|breaks off or is broken"),
        ('[{"n": 1}, {"n": 2}]', "a.json", "reads like a customer's words"),
    ],
)
def test_what_cannot_be_read_says_so(
    tmp_path: Path, content: str, name: str, sentence: str
) -> None:
    with pytest.raises(IntakeError, match=sentence) as caught:
        looked(tmp_path, content, name)
    assert name in caught.value.sentence


def test_a_document_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonfile, "DOCUMENT_LIMIT", 10)
    with pytest.raises(IntakeError, match="Export it as JSON Lines or CSV"):
        looked(tmp_path, FORMS["an array of objects"])


def test_brackets_alone_make_no_json(tmp_path: Path) -> None:
    outcomes = seen(tmp_path, "[North shop] late again\n[South shop] cold soup\n", "a.txt")
    assert texts(outcomes) == ["[North shop] late again", "[South shop] cold soup"]


# -- conversations

AGENT = "Hello, how can I help you today? We are so sorry for all of this trouble, truly"


@pytest.mark.parametrize(
    ("speaker", "agent", "customer"),
    [
        ("role", "assistant", "user"),
        ("author", {"type": "admin", "name": "Zoe"}, {"type": "user", "name": "Ann"}),
        ("from", "Agent", "Customer"),
        ("sender_type", "bot", "visitor"),
        ("direction", "outbound", "inbound"),
        ("is_customer", False, True),
    ],
)
def test_only_the_customers_turns_are_words(
    tmp_path: Path, speaker: str, agent: object, customer: object
) -> None:
    turns = [
        {speaker: agent, "body": AGENT},
        {speaker: customer, "body": "My parcel is late"},
        {speaker: agent, "body": AGENT},
        {speaker: customer, "body": "Not good"},
    ]
    for document in (
        {"conversations": [{"id": "c1", "parts": turns}, {"id": "c2", "parts": turns[:1]}]},
        [{"id": "c1", "parts": turns}, {"id": "c2", "parts": turns[:1]}],
        {"id": "c1", "parts": turns},
    ):
        preview = looked(tmp_path, document)
        outcomes = list(read(preview))
        assert texts(outcomes) == ["My parcel is late\n\nNot good"]
        assert preview.channel == "chat"
        assert [type(row) for row in outcomes[1:]] in ([Passed], [])
        assert isinstance(outcomes[0], Item)
        assert AGENT in outcomes[0].raw["parts.agent message"]
    # one turn a row
    preview = looked(tmp_path, turns)
    outcomes = list(read(preview))
    assert preview.speaker in (speaker, f"{speaker}.type")
    assert texts(outcomes) == ["My parcel is late", "Not good"]
    assert [type(row) for row in outcomes] == [Passed, Item, Passed, Item]
    assert any("only the customer's rows are taken" in note for note in preview.notes)


def test_speakers_nobody_names_are_not_taken_for_customers(tmp_path: Path) -> None:
    chat = [{"from": "Zoe", "text": AGENT}, {"from": "Ann", "text": "My parcel is late"}]
    document = [{"id": "c1", "messages": chat}]
    with pytest.raises(IntakeError, match=r"there are: 1 id, 2 messages\.message by anyone"):
        looked(tmp_path, document)
    assert len(seen(tmp_path, document, named=Mapping(text="2"))) == 1


def test_a_list_of_reviews_is_no_conversation(tmp_path: Path) -> None:
    reviews = [{"author": "Ann", "text": WORDS[0]}, {"author": "Ed", "text": WORDS[1]}]
    assert texts(seen(tmp_path, {"reviews": reviews})) == WORDS
