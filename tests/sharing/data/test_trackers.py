"""Actions as CSV: each target's own columns, dates and line ends; nothing acts, nothing is lost."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxreset.sharing.data import cells, tracker_rows, trello_board
from cxreset.sharing.data.tracker_forms import TRACKERS
from cxreset.sharing.data.trackers import files
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, PersonFact
from tests.sharing.full_plan import FULL
from tests.sharing.office import convert, needs_office
from tests.sharing.sharing_samples import EMPTY, HOSTILE, crowded, with_every_text

CSVS = [name for name, one in TRACKERS.items() if one.columns]
HEADERS = {  # as each importer wants them, in this order
    "csv": "Id,Action,Owner,Deadline,Status,Note,Standing,Pain point,Comments,Comes from,Opened,"
    "Completed,Reference (leave as it is)",
    "jira": "Summary,Description,Assignee,Priority,Due Date,Labels",
    "asana": "Name,Description,Section,Assignee,Collaborators,Start Date,Due Date",
    "planner": "Task Name,Bucket Name,Progress,Priority,Assigned To,Start Date,Due Date,Notes,"
    "Checklist Items",
    "linear": "Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,"
    "Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Priority",
    "github": "title,body,labels,milestone,state",
    "azure": "Work Item Type,Title,Description,Priority,Tags",
    "board": "Title,Description,Status,Owner,Due Date,Priority,Labels",
    "todoist": "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,"
    "TIMEZONE",
    "gitlab": "title,description,due_date",
}
FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\x00=1+1",
    "'=1+1",
    "''=1+1",
    "＝1+1",
    'a;=1+1;"b',
    '"=1+1',
    "\n=1+1",
    '=HYPERLINK("http://evil.example","x")',
    "\u202e=1",
    "\ufeff=1",
    HOSTILE,
)


def rows_of(name: str, facts: PlanFacts) -> list[list[str]]:
    """All rows but the headers, as another program's reader sees them."""
    found: list[list[str]] = []
    for _, data in files(name, facts):
        text = data.decode("utf-8-sig")
        found += list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:]
    return found


def with_mail(facts: PlanFacts) -> PlanFacts:
    people = (PersonFact("sam whitlock", email="sam@harbour-pine.example"),)
    return replace(facts, meeting=replace(facts.meeting, people=people))


@pytest.mark.parametrize("name", CSVS)
def test_the_header_is_the_target_s_own(name: str) -> None:
    ((file, data),) = files(name, FULL)
    assert file == f"{name}.csv"
    header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert header == HEADERS[name].split(",")
    assert all(len(row) == len(header) for row in rows_of(name, FULL))


@pytest.mark.parametrize(("name", "bom"), [(name, name in ("csv", "planner")) for name in CSVS])
def test_encoding_and_line_ends(name: str, bom: bool) -> None:
    ((_, data),) = files(name, FULL)
    assert data.startswith(b"\xef\xbb\xbf") is bom
    assert (b"\r\n" in data) is bom
    assert data.endswith(b"\n") is (name != "board")  # WeKan would make a card of what follows
    assert b"\r" not in data.replace(b"\r\n", b"")


def test_jira_gets_250_rows_a_file_azure_1000_and_every_action_once() -> None:
    facts = crowded(501)
    made = files("jira", facts)
    assert [name for name, _ in made] == ["jira-1.csv", "jira-2.csv", "jira-3.csv"]
    sizes = [len(list(csv.reader(io.StringIO(data.decode())))) - 1 for _, data in made]
    assert sizes == [250, 250, 1]
    labels = [row[-1] for row in rows_of("jira", facts)]
    assert labels == ["cxreset"] * 501
    assert [name for name, _ in files("azure", crowded(1001))] == ["azure-1.csv", "azure-2.csv"]


def test_dates_people_and_words_are_the_target_s() -> None:
    facts = with_mail(FULL)
    jira = rows_of("jira", facts)
    assert [row[2] for row in jira] == ["sam@harbour-pine.example", "", ""]  # Tom has no address
    assert [row[3] for row in jira] == ["Highest", "Medium", "Medium"]
    assert [row[4] for row in jira] == ["2026-10-09", "2026-09-25", ""]
    asana = rows_of("asana", facts)
    assert [row[6] for row in asana] == ["10/09/2026", "09/25/2026", ""]
    assert [row[2] for row in asana] == ["In progress", "Not started", "Not started"]
    linear = rows_of("linear", facts)
    assert [row[2] for row in linear] == ["", "", "", "2026-09-19T12:00"]  # the last is done
    assert [row[14] for row in linear] == ["High", "Med", "Med", "Low"]
    assert [row[9] for row in linear][:3] == ["2026-10-09T12:00", "2026-09-25T12:00", ""]
    assert {row[10] for row in linear} == {"cxreset"}
    planner = rows_of("planner", facts)
    assert [row[2] for row in planner] == ["In progress", "Not started", "Not started", "Completed"]
    assert planner[0][1] == "Delivery day moves and nobody says so"


def test_a_closed_action_is_not_urgent_and_a_later_one_waits() -> None:
    due = FULL.actions[0].deadline
    assert due is not None
    ties = replace(FULL.actions[0], status="in_progress", chain=(FULL.fixes[0].ref, "G1", "P1"))
    facts = replace(FULL, pains=(replace(FULL.pains[0], urgency=5), *FULL.pains[1:]))
    for horizon, closed, priority in (
        ("now", False, "Urgent"), ("next", False, "Medium"), ("later", False, "Low"),
        ("now", True, "Low"),
    ):  # fmt: skip
        fixes = (replace(FULL.fixes[0], horizon=horizon),)
        action = replace(ties, status="cancelled") if closed else ties
        (row,) = rows_of("board", replace(facts, fixes=fixes, actions=(action,)))
        assert row[5] == priority
    later = replace(ties, opened_on=due + timedelta(days=1))
    sooner = replace(ties, opened_on=due - timedelta(days=1))
    rows = rows_of("planner", replace(facts, actions=(later, sooner)))
    assert [row[5] for row in rows] == ["", (due - timedelta(days=1)).isoformat()]


def test_todoist_and_gitlab_take_the_open_ones_as_their_importers_read_them() -> None:
    todoist, gitlab = rows_of("todoist", FULL), rows_of("gitlab", FULL)
    assert len(todoist) == len(gitlab) == sum(one.open for one in FULL.actions)
    assert {row[0] for row in todoist} == {"task"} and {row[3] for row in todoist} <= set("1234")
    assert {(bool(row[7]), row[8]) for row in todoist} <= {(True, "en"), (False, "")}
    assert [row[2] for row in gitlab] == [row[7] for row in todoist]
    assert all(not row[2] or date.fromisoformat(row[2]) for row in gitlab)
    action = replace(FULL.actions[0], title="x" * 255, note="/close\n/assign @all\n a / b")
    (row,) = rows_of("gitlab", replace(FULL, actions=(action,)))
    assert "Note: /close\n /assign @all\n a / b" in row[1] and "\n/" not in row[1]


def test_github_and_azure_take_new_work_with_why_in_it() -> None:
    github, azure = rows_of("github", FULL), rows_of("azure", with_mail(FULL))
    assert len(github) == len(azure) == sum(one.open for one in FULL.actions)
    assert {row[2] for row in github} == {"cxreset"} and {row[4] for row in github} == {"open"}
    assert "Due: 9 Oct 2026" in github[0][1]
    assert azure[0][0] == "Task" and "<br>Owner: Sam Whitlock<br>" in azure[0][2]
    assert {row[3] for row in azure} <= set("1234") and "\n" not in azure[0][2]
    hostile = replace(FULL.actions[0], note="<b>now</b> & then")
    (row,) = rows_of("azure", replace(FULL, actions=(hostile,)))
    assert "Note: &lt;b&gt;now&lt;/b&gt; &amp; then<br>" in row[2]


def test_the_reference_is_one_line_that_reads_as_one() -> None:
    for name in ("jira", "linear", "gitlab"):
        text = next(cell for cell in rows_of(name, FULL)[0] if "Customers say" in cell)
        last = text.splitlines()[-1]
        assert last.startswith("Reference, please keep: A1-") and "--" not in last
        assert cells.referred(text) is not None


def test_a_board_has_a_list_for_each_status_and_every_action_once() -> None:
    board = json.loads(trello_board.render(FULL))
    assert [one["name"] for one in board["lists"]] == list(cells.STATUSES.values())
    lists = {one["id"]: one["name"] for one in board["lists"]}
    assert [card["name"] for card in board["cards"]] == [one.title for one in FULL.actions]
    assert [lists[card["idList"]] for card in board["cards"]] == [
        cells.STATUSES[one.status] for one in FULL.actions
    ]
    assert board["cards"][0]["due"] == "2026-10-09T10:30:00.000Z"
    ids = [one["id"] for kind in ("lists", "cards", "labels") for one in board[kind]]
    assert len(set(ids)) == len(ids) and all(len(one) == 24 for one in ids)
    for card, action in zip(board["cards"], FULL.actions, strict=True):
        referred = cells.referred(card["desc"])
        assert referred is not None and referred[0] == action.ref
    opened = [one for one in FULL.actions if one.opened_on]
    assert [one["date"][:10] for one in board["actions"]] == [
        one.opened_on.isoformat() for one in opened if one.opened_on
    ]
    assert {one["data"]["card"]["id"] for one in board["actions"]} <= set(ids)
    assert trello_board.render(FULL) == trello_board.render(FULL)
    assert json.loads(trello_board.render(EMPTY))["cards"] == []


def test_a_tracker_without_a_status_is_not_told_of_what_is_closed() -> None:
    closed = replace(FULL.actions[1], ref="A9", status="cancelled")
    facts = replace(FULL, actions=(*FULL.actions, closed))
    assert len(rows_of("jira", facts)) == len(rows_of("asana", facts)) == 3
    assert (
        len(rows_of("planner", facts)) == len(rows_of("linear", facts)) == 4
    )  # they know completed, not cancelled
    assert len(rows_of("board", facts)) == len(rows_of("csv", facts)) == 5


def test_the_description_says_why_and_leads_back() -> None:
    words = rows_of("jira", FULL)[0][1]
    for sentence in (
        "Customers say: P1 Delivery day moves and nobody says so",
        "Evidence: 412 comments",
        "Comes from: A1 ← F1 ← G1 ← P1",
        "Owner: Sam Whitlock",
        "Due: 9 Oct 2026",
    ):
        assert sentence in words
    assert cells.referred(words) is not None


def test_trello_gets_one_line_a_card() -> None:
    ((name, data),) = files("trello", with_every_text(FULL, "Call\nthe depot"))
    lines = data.decode().splitlines()
    assert name == "trello.txt" and len(lines) == 3
    assert lines[0] == "Call the depot (A1, Call the depot, due 9 Oct 2026)"


def test_our_own_table_says_how_an_action_stands() -> None:
    rows = rows_of("csv", FULL)
    assert [row[6] for row in rows] == ["in 7 days", "7 days late", "no deadline", ""]
    assert rows[0][:5] == [
        "A1", "Try the text at Northgate", "Sam Whitlock", "2026-10-09", "In progress",
    ]  # fmt: skip


@pytest.mark.parametrize("name", CSVS)
def test_no_actions_make_a_header_alone(name: str) -> None:
    assert rows_of(name, EMPTY) == []


# -- nothing acts, nothing is lost


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("name", CSVS)
def test_what_looks_like_a_formula_is_defused_and_kept(name: str, text: str) -> None:
    facts = with_every_text(FULL, text)
    rows = rows_of(name, facts)
    assert len(rows) == len(rows_of(name, FULL))
    for row in rows:
        assert not any(cell[:1] in tuple("=+-@\t\r\x00＝＋－＠") for cell in row)
    at = TRACKERS[name].columns.index(TRACKERS[name].columns_of["title"])
    whole = cells.plain(text) if name == "csv" else cells.flat(text, tracker_rows.SUMMARY)
    assert cells.armed(rows[0][at]) == (whole or "A1")


@given(st.text())
def test_defusing_can_always_be_taken_back(text: str) -> None:
    assert cells.armed(cells.defused(text)) == text
    assert cells.defused(text)[:1] not in tuple("=+-@\t\r\n\x00＝＋－＠")


@given(st.text())
def test_a_plain_text_holds_nothing_that_acts_and_stays_as_it_is(text: str) -> None:
    clean = cells.plain(text)
    assert cells.plain(clean) == clean
    assert not any(ord(sign) < 32 and sign != "\n" for sign in clean)
    assert not any(0xD800 <= ord(sign) < 0xE000 or 0x7F <= ord(sign) < 0xA0 for sign in clean)
    assert not set("\u202a\u202e\u2066\u2069\ufffe\uffff").intersection(clean)


def test_names_of_all_scripts_and_emoji_stay_whole() -> None:
    names = "Ελένη · ليلى · 李小龍 · می‌خواهم · 👩‍👩‍👧 · नमस्ते · e\u0301"
    assert cells.plain(names) == names


@needs_office
def test_libreoffice_finds_no_formula_in_any_of_them(tmp_path: Path) -> None:
    actions = tuple(
        ActionFact(ref=f"A{number}", title=text, owner=text, deadline=date(2026, 10, 9), note=text)
        for number, text in enumerate(FORMULAS, 1)
    )
    facts = replace(FULL, actions=actions)
    paths = []
    for name in CSVS:
        ((file, data),) = files(name, facts)
        (tmp_path / file).write_bytes(data)
        paths.append(tmp_path / file)
    convert(paths, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    for name in CSVS:
        sheet = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").worksheets[0]
        assert sheet.max_row == len(actions) + 1
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
