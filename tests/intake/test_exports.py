"""The exports a leader has on the desk: recognised and mapped, whatever the order and extras."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from cxreset.intake.read import Item, Mapping, Options, Preview, look, read


class Export(NamedTuple):
    """A header, two rows, and what they must be taken for."""

    product: str
    channel: str
    rows: list[list[str]]
    mapping: Mapping
    scale: str


REPLY = "Thank you so much for this long and thoughtful note; we are sorry for all of the trouble"
EXPORTS = {
    "zendesk": Export(
        "Zendesk",
        "ticket",
        [
            [
                *("Id", "Requester", "Requester email", "Subject", "Tags", "Status", "Priority"),
                *("Via", "Ticket type", "Created at", "Solved at", "Satisfaction Score", "Group"),
            ],
            [
                *("1", "Ann", "a@b.co", "Where is my parcel", "late", "open", "high"),
                *("Web form", "Incident", "2024-03-14 10:11", "2024-03-16 10:00", "Good", "Care"),
            ],
            [
                *("2", "Ed", "e@b.co", "Refund is late", "refund", "open", "low"),
                *("Chat", "Question", "2024-03-15 10:11", "", "Offered", "Care"),
            ],
        ],
        Mapping(
            *("Subject", None, "Created at", "Via", "Satisfaction Score", "Requester email", "Tags")
        ),
        "0-1",
    ),
    "google play": Export(
        "Google Play",
        "review",
        [
            [
                *("Package Name", "Reviewer Language", "Review Submit Date and Time"),
                *("Review Last Update Date and Time", "Star Rating", "Review Title", "Review Text"),
                *("Developer Reply Date and Time", "Developer Reply Text", "Review Link"),
            ],
            [
                *("com.x", "en", "2024-01-02T03:04:05Z", "2024-01-05T03:04:05Z", "1", "Bad"),
                *("It crashes", "2024-01-03T03:04:05Z", REPLY, "http://x.co/1"),
            ],
            [
                *("com.x", "de", "2024-01-03T03:04:05Z", "2024-01-05T03:04:05Z", "5", "", "Schön"),
                *("2024-01-03T03:04:05Z", REPLY, "http://x.co/2"),
            ],
        ],
        Mapping("Review Text", "Review Title", "Review Submit Date and Time", None, "Star Rating"),
        "1-5",
    ),
    "typeform": Export(
        "Typeform",
        "survey",
        [
            [
                *("#", "How satisfied are you, 1 to 5?", "What went wrong?"),
                *("Start Date (UTC)", "Submit Date (UTC)", "Network ID"),
            ],
            ["a1", "2", "The box was half empty", "2024-01-02 10:00", "2024-01-02 10:01", "ff"],
            ["a2", "4", "No one answered my mail", "2024-01-03 10:00", "2024-01-03 10:01", "fg"],
        ],
        Mapping(
            "What went wrong?", None, "Submit Date (UTC)", None, "How satisfied are you, 1 to 5?"
        ),
        "1-5",
    ),
    "intercom": Export(
        "Intercom",
        "chat",
        [
            [
                *("Conversation ID", "Conversation started at (Europe/Berlin)"),
                *("Conversation rating", "Conversation rating remark"),
                *("Current conversation state", "Agent reply"),
            ],
            ["1", "2024-01-02 10:00", "5", "great help", "closed", REPLY],
            ["2", "2024-01-03 10:00", "1", "nobody answered", "closed", REPLY],
        ],
        Mapping(
            "Conversation rating remark",
            None,
            "Conversation started at (Europe/Berlin)",
            None,
            "Conversation rating",
        ),
        "1-5?",
    ),
    "trustpilot": Export(
        "Trustpilot",
        "review",
        [
            [
                *("Review Id", "Review Created (UTC)", "Review Username", "Review Title"),
                *("Review Content", "Review Stars", "Company Reply", "Tags"),
            ],
            ["1", "2024-01-02T10:00:00Z", "Ann", "Bad", "It never came", "1", REPLY, "a"],
            ["2", "2024-01-03T10:00:00Z", "Ed", "Good", "It came at once", "5", REPLY, "b"],
        ],
        Mapping(
            "Review Content",
            "Review Title",
            "Review Created (UTC)",
            None,
            "Review Stars",
            "Review Username",
            "Tags",
        ),
        "1-5",
    ),
}


def written(path: Path, rows: list[list[str]], form: str) -> Path:
    """The rows as a file of that form."""
    if form == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path.with_suffix(".xlsx"))
        return path.with_suffix(".xlsx")
    if form == "json":
        path.write_text(json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]]))
        return path
    out = io.StringIO(newline="")
    delimiter = {"utf-16": "\t", "cp1252": ";"}.get(form, ",")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_bytes(out.getvalue().encode(form))
    return path


def check(preview: Preview, export: Export) -> None:
    assert preview.notes[0] == f"It looks like an export from {export.product}."
    assert preview.mapping == export.mapping
    assert preview.channel == export.channel
    assert preview.scale == export.scale.rstrip("?")
    assert preview.scale_sure != export.scale.endswith("?")
    outcomes = list(read(preview))
    assert len(outcomes) == 2 and all(isinstance(row, Item) for row in outcomes)
    assert all(isinstance(row, Item) and REPLY not in row.text for row in outcomes)
    assert all(isinstance(row, Item) and row.received_on for row in outcomes)


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "xlsx", "json"])
@pytest.mark.parametrize("name", EXPORTS)
def test_a_known_export_in_every_form(tmp_path: Path, name: str, form: str) -> None:
    export = EXPORTS[name]
    check(look(written(tmp_path / "export.csv", export.rows, form)), export)


@pytest.mark.parametrize("turn", range(1, 5))
@pytest.mark.parametrize("name", EXPORTS)
def test_in_another_order_and_with_extras(tmp_path: Path, name: str, turn: int) -> None:
    export = EXPORTS[name]
    extras = [["Internal number", "Brand"], ["77", "North"], ["78", "North"]]
    rows = [
        [*row[turn:], *extra, *row[:turn]] for row, extra in zip(export.rows, extras, strict=True)
    ]
    check(look(written(tmp_path / "export.csv", rows, "utf-8")), export)


SURVEYMONKEY = [
    [
        *("Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"),
        *("Email Address", "First Name", "Last Name", "How likely are you to recommend us?"),
        *("What could be better?", "Which did you use?", "", ""),
    ],
    [*[""] * 8, "Response", "Open-Ended Response", "Phone", "Chat", "Other (please specify)"],
    [
        *("1", "9", "04/22/2024 10:01:00", "04/22/2024 10:05:00", "1.2.3.4", "a@b.co", "A", "B"),
        *("9", "Answer the phone sooner", "Phone", "", ""),
    ],
    [
        *("2", "9", "04/23/2024 10:01:00", "04/23/2024 10:05:00", "1.2.3.4", "e@b.co", "E", "F"),
        *("3", "Say when it comes", "", "Chat", "Fax"),
    ],
]


@pytest.mark.parametrize("form", ["utf-8", "utf-16", "xlsx"])
def test_surveymonkey_in_every_form(tmp_path: Path, form: str) -> None:
    preview = look(written(tmp_path / "export.csv", SURVEYMONKEY, form))
    assert preview.notes[0] == "It looks like an export from SurveyMonkey."
    assert preview.header[9:12] == (
        "What could be better?",
        "Which did you use? - Phone",
        "Which did you use? - Chat",
    )
    assert preview.mapping == Mapping(
        "What could be better?",
        None,
        "End Date",
        None,
        "How likely are you to recommend us?",
        "Email Address",
    )
    assert (preview.channel, preview.scale, preview.scale_sure) == ("survey", "0-10", True)
    assert len(list(read(preview))) == 2


QUALTRICS = [
    ["StartDate", "EndDate", "Status", "RecordedDate", "ResponseId", "RecipientEmail", "Q1", "Q2"],
    [
        *("Start Date", "End Date", "Response Type", "Recorded Date", "Response ID"),
        *("Recipient Email", "How was it?", "Pick one"),
    ],
    [f'{{"ImportId":"x{at}"}}' for at in range(8)],
    ["2024-10-31 12:00:00"] * 2
    + ["0", "2024-10-31 12:01:00", "R_1", "a@b.co", "The soup was cold", "Yes"],
    ["2024-10-31 12:00:00"] * 2 + ["0", "2024-11-01 12:01:00", "R_2", "", "", "No"],
]


def test_a_qualtrics_workbook_gives_the_same_as_its_csv(tmp_path: Path) -> None:
    previews = [
        look(written(tmp_path / "export.csv", QUALTRICS, form)) for form in ("utf-8", "xlsx")
    ]
    assert previews[0].header == previews[1].header
    assert previews[0].mapping == previews[1].mapping
    assert list(read(previews[0])) == list(read(previews[1]))
    assert previews[0].mapping.text == "Q1: How was it?"
    assert previews[0].mapping.date == "RecordedDate"


def test_every_role_can_be_chosen(tmp_path: Path) -> None:
    preview = look(
        written(tmp_path / "export.csv", EXPORTS["google play"].rows, "utf-8"),
        Options(columns=Mapping(text="review title", category="2", customer="Package Name")),
    )
    assert preview.mapping == Mapping(
        text="Review Title", category="Reviewer Language", customer="Package Name"
    )
    assert preview.reasons == dict.fromkeys(("text", "category", "customer"), "you chose it")
    first = next(iter(read(preview)))
    assert isinstance(first, Item)
    assert (first.text, first.title, first.received_on, first.rating) == ("Bad", "", None, None)
    assert (first.category, first.customer, preview.scale) == ("en", "com.x", "")
    title = look(preview.path, Options(columns=Mapping(title="Review Title")))
    assert title.mapping == Mapping(text="Review Title")
