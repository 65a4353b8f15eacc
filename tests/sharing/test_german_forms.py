"""Everything that leaves the program in German: whatever English is left in a form is listed.

The sample is English, so each of its sentences becomes a German word first; what is English in a
form after that is the program's own.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from cxreset.base import locations
from cxreset.base.language.words import ask_anew
from cxreset.base.paths import content_dir
from cxreset.cli import main
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, open_reset
from cxreset.sharing.export import make
from cxreset.sharing.returned.compare import look

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|what|which|this|that|they|from|have|has|are|is|of|to|for|not|no|"
    r"choose|each|yet|here|by|or|it|press|days|none|there|met|before|after|on|at|who|expected|impact|effort|likely)\b",
    re.IGNORECASE,
)
MACHINE = re.compile(r"<style>.*?</style>|</?[^>]*>|^(?:PRODID|UID):.*$", re.DOTALL | re.MULTILINE)
"""What no leader reads."""
FORMS = (
    *(("plan", "md"), ("plan", "html"), ("brief", "md"), ("short", "md"), ("meeting", "md")),
    *(("pilot", "md"), ("story", "md"), ("procedure", "md"), ("week", "txt"), ("status", "txt")),
    *(("slides", "md"), ("slips", "md"), ("calendar", "ics"), ("actions", "csv")),
)


@pytest.fixture
def reset(sample_file: Path, german: None) -> Iterator[Reset]:
    """The sample with German words in it, open in German."""
    with closing(sqlite3.connect(sample_file)) as connection, connection:
        query = (
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%' AND m.sql NOT LIKE '%WITHOUT%'"
            " AND m.name NOT LIKE 'undo%' AND m.name NOT LIKE 'sqlite%' AND c.type = 'TEXT'"
        )
        for table, column in list(connection.execute(query)):
            connection.execute(
                f"UPDATE {table} SET {column} = 'Wörter ' || rowid WHERE {column} LIKE '% %'"
            )
        connection.execute("UPDATE reset SET language = 'de'")
    opened = open_reset(sample_file, load_pack(content_dir(), None), date.today)
    assert opened.settings.language == "de"
    yield opened
    opened.file.close()


def english_lines(data: bytes) -> list[str]:
    text = MACHINE.sub("\n", data.decode("utf-8-sig").replace("\r\n ", "").replace("\r\n", "\n"))
    return [line.strip() for line in text.splitlines() if ENGLISH.search(line)]


def test_no_form_has_english_of_the_program_in_it(reset: Reset) -> None:
    left: dict[str, list[str]] = {}
    for what, form in FORMS:
        made = make(what, form, reset.book, reset.pack, reset.today)
        for file in made.files:
            if not file.name.endswith(".eml"):  # the same words as in the text beside it
                left[f"{what}: {file.name}"] = english_lines(file.data)
        left[f"{what}: masked"] = [one for one in (*made.masked, *made.todo) if ENGLISH.search(one)]
    assert {where: lines for where, lines in left.items() if lines} == {}
    assert english_lines(b"Owner of the fix\nVerantwortlich") == ["Owner of the fix"]


@pytest.mark.parametrize("spoken", ["de", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_german_table_comes_back_whatever_the_program_speaks(
    reset: Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, spoken: str
) -> None:
    file = make("actions", form, reset.book, reset.pack, reset.today).files[0]
    path = tmp_path / file.name
    path.write_bytes(file.data)
    if form == "csv":
        text = file.data.decode("utf-8-sig")
        assert text.startswith('"Id","Maßnahme","Verantwortlich","Frist","Stand"')
        path.write_text(text.replace("In Arbeit", "Gestrichen", 1), encoding="utf-8")
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, spoken)
    ask_anew()
    returned = look(path, reset.book)
    assert returned.problems == ()
    changed = [(edit.field, edit.value) for edit in returned.edits]
    assert changed == ([("status", "cancelled")] if form == "csv" else [])


def test_the_command_line_is_german(
    reset: Reset, sample_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reset.file.close()
    left: dict[str, list[str]] = {}
    calls = ("today", "status", "done 4.4", "review", "themes --limit 1", "catch-up", "next")
    for call in (*calls, "export --list", "show share", "show scores", "show 1.2"):
        assert main(["--workbook", str(sample_file), *call.split()]) in (0, 1), call
        out, err = capsys.readouterr()
        left[call] = [line for line in (out + err).splitlines() if ENGLISH.search(line)]
    with pytest.raises(SystemExit):
        main(["--help"])
    help_text = capsys.readouterr().out
    assert "Aufruf: cxreset" in help_text
    left["help"] = [line for line in help_text.splitlines() if ENGLISH.search(line)]
    assert {command: lines for command, lines in left.items() if lines} == {}
