"""The way back of CSV: our own and the trackers', saved by other programs in their own ways."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base import locations
from cxreset.base.language.words import ask_anew
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.data import register, tracker_forms, trackers
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.returned.compare import look
from cxreset.sharing.returned.take import picked, take
from cxreset.workbook.tables import Action
from tests.examples import examples
from tests.sharing.returned.colleague import TODAY, action, changes, edit

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


def test_a_note_that_was_masked_in_another_language_is_no_change(
    filled: Reset, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "Sam rings +44 7700 900123 on Friday"
    filled.book.set(Action, 1, note=note)
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, "de")
    ask_anew()
    (file,) = make("actions", "csv", filled.book, pack, TODAY).files
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()
    path = tmp_path / file.name
    path.write_bytes(file.data)
    assert "Sam rings [Telefon] on Friday" in file.data.decode()
    assert look(path, filled.book).choices() == []
    table(path, lambda rows: rows[1].__setitem__(5, "Sam rings [Telefon] on Friday. Done."))
    found = look(path, filled.book)
    assert (found.choices(), picked(found, "all")) == (["A1.note"], set())
