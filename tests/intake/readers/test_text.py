"""Plain text and transcripts: one comment a line or paragraph, and only the customer's lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cxreset.intake.read import Item, Options, Outcome, Passed, Preview, Refusal, Report, look, read
from cxreset.intake.speakers.turns import own_words


def seen(
    tmp_path: Path, content: str, name: str = "a.txt", **options: Any
) -> tuple[Preview, list[Outcome]]:
    path = tmp_path / name
    path.write_bytes(content.encode())
    preview = look(path, Options(**options))
    return preview, list(read(preview))


def texts(outcomes: list[Outcome]) -> list[str]:
    return [row.text for row in outcomes if isinstance(row, Item)]


def test_one_comment_a_line(tmp_path: Path) -> None:
    content = 'The parcel, late.\n"Sorry" they said\n\nFine; really\nNever closed: "\n'
    preview, outcomes = seen(tmp_path, content)
    assert texts(outcomes) == [line for line in content.split("\n") if line]
    assert (preview.kind, preview.delimiter, preview.notes) == ("text", "", ())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_where_blank_lines_part_them(tmp_path: Path, end: str) -> None:
    lines = ["\ufeffIt came late and", "nobody told me.", "", "I waited.", "I left.", " ", "", "Ok"]
    preview, outcomes = seen(tmp_path, end.join(lines))
    assert texts(outcomes) == ["It came late and\nnobody told me.", "I waited.\nI left.", "Ok"]
    assert [row.row_number for row in outcomes] == [1, 2, 3]
    assert preview.notes == ("Each paragraph is read as one comment, for blank lines part them.",)


def test_a_stray_blank_line_makes_no_paragraphs(tmp_path: Path) -> None:
    lines = [f"The lift was broken on day {at}." for at in range(20)]
    _, outcomes = seen(tmp_path, "\n".join([*lines[:9], "", *lines[9:]]))
    assert texts(outcomes) == lines


def test_long_wrapped_letters(tmp_path: Path) -> None:
    letter = "I bought a Sofa from you in\nthe spring and it has not\ncome yet, though I have\n"
    _, outcomes = seen(tmp_path, (letter * 3 + "\n") * 3)
    assert len(texts(outcomes)) == 3


def test_a_paragraph_too_large_is_refused_alone(tmp_path: Path) -> None:
    big = "so very late\n" * 90_000
    _, outcomes = seen(
        tmp_path, f"It came late and\nI left.\n\n{big}\nOk then\nfine.\n\nBad\n\nX\n"
    )
    assert [row.row_number for row in outcomes] == [1, 2, 3, 4, 5]
    assert outcomes[1] == Refusal(2, "it is longer than 1,048,576 characters")


def test_a_table_named_txt(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, "Id\tComment\n1\tlate again\n2\tcold soup\n")
    assert (preview.kind, preview.delimiter) == ("CSV", "\t")
    assert texts(outcomes) == ["late again", "cold soup"]


# -- whose words

CHAT = "Agent: Hello\nCustomer: My parcel\nis late\nAgent: Oh\nCustomer: Fix it: now"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (CHAT, "My parcel\nis late\nFix it: now"),
        ("[10:02] Agent: Hi\n[10:03] Customer: late", "late"),
        ("10:02 AM - Agent (Zoe): Hi\n10:03 AM - Visitor 12: late", "late"),
        ("**Assistant:** Hi\n**User:** late", "late"),
        ("Agent: Hello\nAgent: Still there?", ""),
        ("Late again\nCustomer: why?\nAgent: sorry\n\nSo I left", "Late again\nwhy?\nSo I left"),
        ("Staff: rude\nFood: cold\nStaff: slow", "Staff: rude\nFood: cold\nStaff: slow"),
        ("Agent: was rude to me", "Agent: was rude to me"),
        ("The user: me", "The user: me"),
    ],
)
def test_a_transcript_in_a_cell(text: str, own: str) -> None:
    assert own_words(text) == own


def test_transcripts_in_a_column(tmp_path: Path) -> None:
    content = f'Id,Subject,Transcript\n1,Where is it,"{CHAT}"\n2,Call,"Agent: a\nAgent: b"\n'
    preview, outcomes = seen(tmp_path, content, "a.csv")
    assert texts(outcomes) == ["My parcel\nis late\nFix it: now"]
    assert outcomes[1] == Passed(2, "company")  # what the agent called it is no customer's word
    assert "In conversations only the customer's lines are taken." in preview.notes
    assert isinstance(outcomes[0], Item) and outcomes[0].raw["Transcript"] == CHAT


def test_a_chat_log_a_turn_a_line(tmp_path: Path) -> None:
    preview, outcomes = seen(tmp_path, CHAT.replace("\nis", " is"))
    assert texts(outcomes) == ["My parcel is late", "Fix it: now"]
    assert [row.row_number for row in outcomes] == [1, 2, 3, 4]
    assert preview.channel == "chat"


@pytest.mark.parametrize(
    ("column", "company", "customer"),
    [
        ("inbound", "False", "True"),
        ("Author type", "admin", "user"),
        ("speaker", "bot", "Customer"),
    ],
)
def test_a_column_that_says_who_speaks(
    tmp_path: Path, column: str, company: str, customer: str
) -> None:
    content = (
        f"id,{column},text\n1,{company},We are sorry to hear of this\n"
        f"2,{customer},it is late\n3,,nobody knows who\n"
    )
    preview, outcomes = seen(tmp_path, content, "a.csv")
    assert preview.speaker == column
    assert texts(outcomes) == ["it is late", "nobody knows who"]
    assert outcomes[0] == Passed(1, "company")
    report = Report("a.csv")
    assert list(report.counting(outcomes)) == outcomes
    assert (report.read, report.stored, dict(report.passed)) == (3, 2, {"company": 1})
    assert report.lines() == [
        "a.csv: 3 rows read, 2 comments taken and 1 said by the company.",
    ]


def test_a_role_in_a_survey_is_no_speaker(tmp_path: Path) -> None:
    content = "role,comment\nUser,late again\nManager,cold soup\nAgent,too loud\n"
    assert seen(tmp_path, content, "a.csv")[0].speaker is None
