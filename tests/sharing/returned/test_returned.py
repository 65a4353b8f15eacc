"""The way back: what a colleague changed in a file, beside what the leader changed meanwhile."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import CxresetError, IntakeError, NotFound, UsageError
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, begin_reset
from cxreset.sharing.data import register, tracker_forms, trackers
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.edits import Returned, lines
from cxreset.sharing.returned.take import picked, take
from cxreset.workbook.daily import Settings
from cxreset.workbook.tables import Action, Person
from tests.examples import examples
from tests.sharing.office import convert, needs_office

TODAY = date(2026, 9, 30)
Edit = Callable[[dict[str, dict[str, Any]]], None]


@pytest.fixture
def filled(reset: Reset) -> Reset:
    book = reset.book
    book.add(Person(name="Sam Whitlock", email="sam@harbour-pine.example"))
    book.add(Person(name="Tom Becker", email="tom@harbour-pine.example"))
    book.add(
        Action(
            title="Try the text", owner="Sam Whitlock", deadline=date(2026, 10, 9),
            status="in_progress", note="Running.",
        )
    )  # fmt: skip
    book.add(Action(title="Count the contacts", owner="Tom Becker", deadline=date(2026, 10, 2)))
    book.add(Action(title="Agree with finance"))
    book.add(Action(title="=cmd|' /C calc'!A0", note="- one\n- two", deadline=date(2026, 12, 25)))
    return reset


@pytest.fixture
def sent(filled: Reset, pack: Pack, tmp_path: Path) -> Path:
    """The register as it is sent out."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(register.render(gather(filled.book, pack, TODAY)))
    return path


def edit(path: Path, changes: dict[str, Any], sheet: str = "Actions") -> None:
    """What a colleague does in a spreadsheet: cell -> value."""
    book = openpyxl.load_workbook(path)
    for cell, value in changes.items():
        book[sheet][cell] = value
    book.save(path)


def changes(found: Returned) -> dict[str, tuple[str, str, str]]:
    return {one.key: (one.ours, one.theirs, one.side) for one in found.edits}


def action(reset: Reset, number: int) -> Action:
    found = reset.book.get(Action, number)
    assert found is not None
    return found


def test_an_untouched_register_changes_nothing(filled: Reset, sent: Path) -> None:
    found = look(sent, filled.book)
    assert (found.choices(), found.problems, found.rows) == ([], (), 4)
    edit(sent, {})  # saved by another program, with its own types
    assert look(sent, filled.book) == found


def test_their_edits_are_found_taken_and_undone_as_one(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "B2": "Try the text at Northgate", "C2": "tom  becker", "F2": "Running.\nTen so far.",
            "D3": datetime.fromisoformat("2026-10-12"), "E3": "Completed", "C4": "New Person",
            "D5": None,
        },
    )  # fmt: skip
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.title": ("Try the text", "Try the text at Northgate", "theirs"),
        "A1.owner": ("Sam Whitlock", "Tom Becker", "theirs"),
        "A1.note": ("Running.", "Running.\nTen so far.", "theirs"),
        "A2.deadline": ("2026-10-02", "2026-10-12", "theirs"),
        "A2.status": ("Not started", "Completed", "theirs"),
        "A3.owner": ("", "New Person", "theirs"),
        "A4.deadline": ("2026-12-25", "", "theirs"),
    }
    before = [row.model_dump() for row in filled.book.rows(Action)]
    depth = filled.history.depth()
    assert take(found, filled.book, picked(found, "all"), TODAY) == 7
    assert filled.history.depth() == depth + 1
    second = action(filled, 2)
    assert (second.deadline, second.status, second.completed_on) == (
        date(2026, 10, 12), "completed", TODAY,
    )  # fmt: skip
    assert action(filled, 1).note == "Running.\nTen so far."
    assert action(filled, 4).deadline is None
    assert look(sent, filled.book).choices() == []
    assert filled.undo() == "took colleagues' edits from register.xlsx"
    assert [row.model_dump() for row in filled.book.rows(Action)] == before


def test_only_what_is_chosen_is_taken(filled: Reset, sent: Path) -> None:
    edit(sent, {"C2": "Tom Becker", "E2": "Cancelled", "E3": "In progress"})
    found = look(sent, filled.book)
    assert take(found, filled.book, picked(found, "A1.status, A2"), TODAY) == 2
    assert (action(filled, 1).owner, action(filled, 1).status) == ("Sam Whitlock", "cancelled")
    assert action(filled, 2).status == "in_progress"
    assert take(found, filled.book, set(), TODAY) == 0


def test_what_changed_on_both_sides_waits_until_it_is_named(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "C2": "Tom Becker",
            "D2": datetime.fromisoformat("2026-10-16"),
            "F2": "Running. Two wrong.",
        },
    )
    filled.book.set(Action, 1, owner="Dana", note="Running. I asked Sam.")
    filled.book.set(Action, 2, owner="Dana")  # ours alone: nothing to tell
    found = look(sent, filled.book)
    assert changes(found) == {
        "A1.owner": ("Dana", "Tom Becker", "both"),
        "A1.deadline": ("2026-10-09", "2026-10-16", "theirs"),
        "A1.note": ("Running. I asked Sam.", "Running. Two wrong.", "both"),
    }
    assert found.edits[0].was == "Sam Whitlock"
    assert picked(found, "all") == picked(found, "A1") == {"A1.deadline"}
    assert picked(found, "A1.owner") == {"A1.owner"}
    text = "\n".join(lines(found))
    assert "changed on both sides: name A1.owner to take it" in text
    assert "at the export “Sam Whitlock”" in text
    take(found, filled.book, {"A1.note"}, TODAY)  # both notes stay: theirs comes below ours
    assert action(filled, 1).note == "Running. I asked Sam.\nTwo wrong."
    take(look(sent, filled.book), filled.book, {"A1.owner"}, TODAY)
    assert action(filled, 1).owner == "Tom Becker"


def test_the_same_change_on_both_sides_is_none(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    filled.book.set(Action, 1, status="completed")
    assert look(sent, filled.book).choices() == []


def test_a_new_row_is_offered_once_as_a_new_action(filled: Reset, sent: Path) -> None:
    edit(sent, {"B7": "Call the depot", "C7": "sam@harbour-pine.example", "D7": "14 Oct 2026",
                "B9": "Ask\nlegal", "E9": "In progress"})  # fmt: skip
    found = look(sent, filled.book)
    assert [one.summary for one in found.new] == [
        "Call the depot (Sam Whitlock, 2026-10-14)", "Ask legal",
    ]  # fmt: skip
    assert take(found, filled.book, picked(found, "new1"), TODAY) == 1
    made = action(filled, 5)
    assert (made.title, made.owner, made.status) == (
        "Call the depot",
        "Sam Whitlock",
        "not_started",
    )
    assert (made.deadline, made.opened_on) == (date(2026, 10, 14), TODAY)
    again = look(sent, filled.book)
    assert [one.row for one in again.new] == [9]
    assert any("row 7: it says the same as A5" in problem for problem in again.problems)


def test_what_cannot_be_read_is_said_with_its_row_and_left(filled: Reset, sent: Path) -> None:
    edit(
        sent,
        {
            "E2": "Half done", "D3": "sometime", "A4": "A99", "A5": "A1", "C7": "Nobody", "A8": "x",
            "B8": "words", "F2": "#NAME?", "F3": "=asked twice", "B3": None,
        },
    )  # fmt: skip
    found = look(sent, filled.book)
    assert found.choices() == ["A3.status", "A4.status"], "their rows did not come back"
    assert found.choices(sure=True) == []
    problems = "\n".join(found.problems)
    for words in (
        "register.xlsx, row 2: the status “Half done” is none of Not started, In progress, "
        "Completed, Cancelled; it was left as it is.",
        "row 3: “sometime” is no date; write it as 2026-10-09.",
        "row 4: there is no action A99 in this workbook",
        "row 5: A1 stands in row 2 already",
        "row 7: it has no id and no words",
        "row 8: “x” is no id",
        "row 2: Note holds a spreadsheet's error",
        "row 3: Note holds a spreadsheet's error",
        "row 3: A2 has no words any more",
    ):
        assert words in problems


def test_renamed_columns_are_known_by_their_old_places(filled: Reset, sent: Path) -> None:
    edit(sent, {"A1": "No.", "B1": "What to do", "D1": "Bis wann", "D2": "Fr., 16. Oktober 2026"})
    found = look(sent, filled.book)
    assert found.choices(sure=True) == ["A1.deadline"]
    assert found.edits[0].value == date(2026, 10, 16) and not found.problems


def test_a_column_that_is_gone_is_said(filled: Reset, pack: Pack, tmp_path: Path) -> None:
    facts = gather(filled.book, pack, TODAY)
    rows = list(csv.reader(io.StringIO(trackers.files("csv", facts)[0][1].decode("utf-8-sig"))))
    path = tmp_path / "narrow.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="|").writerows([row[:3] + row[4:] for row in rows])
    found = look(path, filled.book)
    assert found.choices() == []
    assert found.problems == (
        "narrow.csv has no column Deadline any more, so what was changed there was not read.",
    )


def test_an_emptied_id_with_a_change_is_offered_as_that_row(filled: Reset, sent: Path) -> None:
    edit(sent, {"A3": None, "E3": "Completed"})
    found = look(sent, filled.book)
    assert found.choices(sure=True) == ["A2.status"] and not found.new
    assert found.problems == (
        "register.xlsx, row 3: it has no id any more and is read as A2, by what it says.",
    )


def test_a_row_that_did_not_come_back_may_be_cancelled(filled: Reset, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    book["Actions"].delete_rows(3)
    book.save(sent)
    found = look(sent, filled.book)
    assert found.choices() == ["A2.status"] and found.choices(sure=True) == []
    (line,) = lines(found)
    assert "“Not started” → “Cancelled”   (its row did not come back: name A2.status" in line
    assert take(found, filled.book, picked(found, "A2.status"), TODAY) == 1
    action = filled.book.get(Action, 2)
    assert action is not None and action.status == "cancelled"


def test_moved_columns_sorted_rows_and_a_title_above_do_not_matter(
    filled: Reset, sent: Path
) -> None:
    book = openpyxl.load_workbook(sent)
    sheet = book["Actions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    del book["Actions"]
    moved = book.create_sheet("Sheet1", 0)
    moved.append(["Our actions"])
    moved.append([])
    for row in (rows[0], *reversed(rows[1:])):
        moved.append([row[4], row[0], row[1], "remark"])
    moved["A4"] = "Cancelled"
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {"A4.status": ("Not started", "Cancelled", "theirs")}
    assert found.edits[0].row == 4


def test_without_the_hidden_sheet_nobody_can_tell_who_changed_it(filled: Reset, sent: Path) -> None:
    book = openpyxl.load_workbook(sent)
    del book[register.EXPORTED]
    book["Actions"]["E2"] = "Completed"
    book.save(sent)
    found = look(sent, filled.book)
    assert changes(found) == {"A1.status": ("In progress", "Completed", "unsure")}
    assert picked(found, "all") == set() and picked(found, "A1.status") == {"A1.status"}


def test_a_register_of_another_workbook_is_refused(
    filled: Reset, sent: Path, pack: Pack, tmp_path: Path
) -> None:
    who = Settings("Tom", "Elsewhere", date(2026, 9, 7), (0, 1, 2, 3, 4), None, date(2026, 9, 7))
    other = begin_reset(tmp_path / "other.cxreset", pack, lambda: TODAY, who)
    with pytest.raises(IntakeError, match="was made from another workbook"):
        look(sent, other.book)
    other.file.close()


def test_an_action_removed_meanwhile_leaves_all_as_it_was(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed", "E3": "Completed"})
    found = look(sent, filled.book)
    filled.book.remove(Action, 2)
    with pytest.raises(NotFound):
        take(found, filled.book, picked(found, "all"), TODAY)
    assert action(filled, 1).status == "in_progress"


def test_a_name_that_is_none_is_said(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    found = look(sent, filled.book)
    assert picked(found, "none") == picked(found, " ") == set()
    with pytest.raises(UsageError, match="“A7” names nothing that"):
        picked(found, "A1 A7")


# -- our own CSV, and the trackers'


def table(path: Path, change: Callable[[list[list[str]]], None], **style: Any) -> None:
    """Change a CSV as another program would, and save it in its own way."""
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    change(rows)
    out = io.StringIO()
    encoding = style.pop("encoding", "utf-8")
    csv.writer(out, **style).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))


def exported(reset: Reset, pack: Pack, folder: Path, name: str) -> Path:
    ((file, data),) = trackers.files(name, gather(reset.book, pack, TODAY))
    (folder / file).write_bytes(data)
    return folder / file


CSVS = [name for name, one in tracker_forms.TRACKERS.items() if one.columns]


@pytest.mark.parametrize("name", CSVS)
def test_every_csv_comes_back_unchanged_and_changed(
    name: str, filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    path = exported(filled, pack, tmp_path, name)
    found = look(path, filled.book)
    assert (found.choices(), found.problems, found.rows) == ([], (), 4)
    at = tracker_forms.TRACKERS[name].columns.index
    columns = tracker_forms.TRACKERS[name].columns_of

    def change(rows: list[list[str]]) -> None:
        if "owner" in columns:
            rows[1][at(columns["owner"])] = "tom@harbour-pine.example"
        if "status" in columns:
            rows[2][at(columns["status"])] = "Done" if name == "linear" else "completed"
        if "deadline" in columns:
            rows[1][at(columns["deadline"])] = "10/16/2026" if name == "asana" else "2026-10-16"

    table(path, change)
    wanted = {}
    if "owner" in columns:
        wanted["A1.owner"] = ("Sam Whitlock", "Tom Becker", "theirs")
    if "deadline" in columns:
        wanted["A1.deadline"] = ("2026-10-09", "2026-10-16", "theirs")
    if "status" in columns:
        wanted["A2.status"] = ("Not started", "Completed", "theirs")
    found = look(path, filled.book)
    assert changes(found) == wanted and not found.problems
    take(found, filled.book, found.choices(), TODAY)
    assert action(filled, 1).owner == ("Tom Becker" if "owner" in columns else "Sam Whitlock")
    assert look(path, filled.book).choices() == []


def test_a_csv_knows_what_changed_on_both_sides(filled: Reset, pack: Pack, tmp_path: Path) -> None:
    path = exported(filled, pack, tmp_path, "csv")

    def change(rows: list[list[str]]) -> None:
        rows[1][2] = "Tom Becker"

    table(path, change)
    filled.book.set(Action, 1, owner="Dana")
    assert changes(look(path, filled.book)) == {"A1.owner": ("Dana", "Tom Becker", "both")}


@pytest.mark.parametrize("month_first", [True, False])
@pytest.mark.parametrize("style", [{"delimiter": ";"}, {"delimiter": "\t", "encoding": "utf-16"}])
def test_dates_that_a_spreadsheet_wrote_its_own_way_are_understood(
    month_first: bool, style: dict[str, Any], filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    path = exported(filled, pack, tmp_path, "csv")

    def change(rows: list[list[str]]) -> None:
        for row in rows[1:]:
            if row[3]:
                day = date.fromisoformat(row[3])
                parts = (day.month, day.day) if month_first else (day.day, day.month)
                row[3] = f"{parts[0]}/{parts[1]}/{day.year}"

    table(path, change, **style)
    assert look(path, filled.book)[1:4] == ((), (), ())

    def later(rows: list[list[str]]) -> None:
        change(rows)
        rows[2][3] = "11/12/2026"

    exported(filled, pack, tmp_path, "csv")
    table(path, later, **style)
    day = "2026-11-12" if month_first else "2026-12-11"
    assert changes(look(path, filled.book)) == {"A2.deadline": ("2026-10-02", day, "theirs")}


def test_a_date_that_can_be_two_days_is_not_guessed(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    path = exported(filled, pack, tmp_path, "csv")

    def change(rows: list[list[str]]) -> None:
        rows[2][3] = "11/12/2026"

    table(path, change)
    found = look(path, filled.book)
    assert not found.edits
    assert found.problems == (
        "csv.csv, row 3: the date “11/12/2026” can mean two days; write it as 2026-10-09.",
    )


def test_a_text_that_looks_like_a_formula_comes_back_whole(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    path = exported(filled, pack, tmp_path, "csv")

    def change(rows: list[list[str]]) -> None:
        assert rows[4][1] == "'=cmd|' /C calc'!A0"
        rows[4][5] += "\n- three"

    table(path, change)
    found = look(path, filled.book)
    assert changes(found) == {"A4.note": ("- one\n- two", "- one\n- two\n- three", "theirs")}
    take(found, filled.book, found.choices(), TODAY)
    assert action(filled, 4).note == "- one\n- two\n- three"


# -- other programs, hostile files


@needs_office
def test_a_register_saved_by_libreoffice_says_the_same(
    filled: Reset, sent: Path, tmp_path: Path
) -> None:
    edit(sent, {"C2": "Tom Becker", "D3": datetime.fromisoformat("2026-10-12"), "E3": "Completed",
                "F4": "+ asked twice"})  # fmt: skip
    folder = tmp_path / "saved"
    convert([sent], "xlsx", folder)
    saved = look(folder / "register.xlsx", filled.book)
    assert saved == look(sent, filled.book)
    assert set(changes(saved)) == {"A1.owner", "A2.deadline", "A2.status", "A3.note"}


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 400_000_000)


def cut(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (bomb, "unpacks to 400 MB"),
        (cut, "is a damaged workbook"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 500), "is a damaged workbook"),
        (lambda path: path.write_text("Id,What\n1,2\n"), "has no list of actions"),
        (lambda path: path.write_bytes(b"%PDF-1.7"), "is a PDF"),
        (lambda path: path.unlink(), "register.xlsx"),
        (
            lambda path: path.write_text("Id,Action,Owner\n" + "A1,x,y\n" * 20_001),
            "has more than 20,000 rows",
        ),
    ],
)
def test_a_file_that_is_none_of_ours_is_one_sentence(
    spoil: Callable[[Path], object], says: str, filled: Reset, sent: Path
) -> None:
    spoil(sent)
    with pytest.raises(CxresetError) as caught:
        look(sent, filled.book)
    assert says in caught.value.sentence


def test_hostile_cells_are_words_and_nothing_else(filled: Reset, sent: Path) -> None:
    edit(sent, {"C2": "\u202eevil\u2066\x85", "B7": "[red]x[/] \ufeff=1+1", "F3": "A" * 32_000})
    found = look(sent, filled.book)
    assert [one.theirs for one in found.edits] == ["evil", "A" * 32_000]
    assert found.new[0].title == "[red]x[/] =1+1"
    assert all(len(line) < 400 for line in lines(found))


# -- whatever is in the workbook

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
DAY = st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1))
STATUS = st.sampled_from(["not_started", "in_progress", "completed", "cancelled"])
ROW = st.fixed_dictionaries(
    # an action without words is in no register
    {
        "title": TEXT.map(lambda text: f"x{text}"),
        "owner": TEXT,
        "deadline": DAY,
        "status": STATUS,
        "note": TEXT,
    }
)


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=st.lists(ROW, max_size=8), form=st.sampled_from(["xlsx", *CSVS]), data=st.data())
def test_what_was_not_touched_is_never_offered_and_what_was_always_is(
    rows: list[dict[str, Any]],
    form: str,
    data: st.DataObject,
    reset: Reset,
    pack: Pack,
    tmp_path: Path,
) -> None:
    for row in reset.book.rows(Action):
        reset.book.remove(Action, row.key)
    for values in rows:
        reset.book.add(Action(**values))
    facts = gather(reset.book, pack, TODAY)
    path = tmp_path / f"any.{form}"
    if form == "xlsx":
        path.write_bytes(register.render(facts))
    else:
        ((_, content),) = trackers.files(form, facts)
        path.write_bytes(content)
    found = look(path, reset.book)
    assert (found.choices(), found.problems) == ([], ())
    actions = reset.book.rows(Action)
    if form == "xlsx" and actions:
        at = data.draw(st.integers(0, len(actions) - 1))
        edit(path, {f"F{at + 2}": "a note of theirs"})
        assert list(changes(look(path, reset.book))) == [f"{actions[at].ref}.note"]


def test_reading_changes_nothing(filled: Reset, sent: Path) -> None:
    edit(sent, {"E2": "Completed"})
    depth = filled.history.depth()
    look(sent, filled.book)
    assert filled.history.depth() == depth and action(filled, 1).status == "in_progress"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_masked_note_never_takes_the_place_of_the_true_one(
    form: str, filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    note, title = "Sam rings +44 7700 900123 on Friday", "Write to ann@customer.example"
    filled.book.set(Action, 1, note=note, title=title)
    (file,) = make("actions", form, filled.book, pack, TODAY).files
    path = tmp_path / file.name
    path.write_bytes(file.data)
    if form == "xlsx":
        sheets = openpyxl.load_workbook(path)
        hidden = [cell.value for cell in sheets["As exported"][3]]
        assert hidden[1] == sheets["Actions"]["B2"].value == "Write to [e-mail]"
        assert hidden[5] == sheets["Actions"]["F2"].value == "Sam rings [phone] on Friday"
    assert look(path, filled.book).choices() == []

    def change(note: str, status: str) -> None:
        if form == "xlsx":
            edit(path, {"F2": note, "E2": status})
        else:
            table(path, lambda rows: rows[1].__setitem__(slice(4, 6), [status, note]))

    change("Sam rings [phone] on Friday", "Completed")
    found = look(path, filled.book)
    assert found.choices() == ["A1.status"]
    take(found, filled.book, found.choices(), TODAY)
    assert (action(filled, 1).note, action(filled, 1).title) == (note, title)

    change("Sam rings [phone] on Friday. Done.", "Completed")
    found = look(path, filled.book)
    # Offered, but never among what is taken unseen; taken, it goes below the true note.
    assert (found.choices(), picked(found, "all")) == (["A1.note"], set())
    take(found, filled.book, ["A1.note"], TODAY)
    assert action(filled, 1).note.startswith(f"{note}\n")


def test_an_unmasked_register_comes_back_unchanged(
    filled: Reset, pack: Pack, tmp_path: Path
) -> None:
    filled.book.set(Action, 1, note="Ring +44 7700 900123")
    (file,) = make("actions", "xlsx", filled.book, pack, TODAY, unmasked=True).files
    (tmp_path / file.name).write_bytes(file.data)
    assert look(tmp_path / file.name, filled.book).choices() == []
