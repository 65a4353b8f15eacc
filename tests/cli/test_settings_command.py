"""`cxreset settings`: listed, looked up, changed after it is said what moves, and checked."""

from __future__ import annotations

import json
from pathlib import Path

from cxreset.base.paths import workbook_path
from cxreset.base.preferences import preferences_path
from tests.cli.running import Run, refused


def test_listed_changed_and_taken_back(run: Run, begun: Path) -> None:
    listed = run("settings").out
    assert "working-days    mon-sun" in listed and "theme           follow" in listed
    first = run("settings", "get", "first-day").out
    moved = run("settings", "set", "first-day", "in 2 weeks")
    assert "Day 1 moves from" in moved.err and "add --yes" in moved.err
    assert run("settings", "get", "first-day").out == first
    assert run("settings", "set", "first-day", "in 2 weeks", "--yes").code == 0
    assert run("settings", "get", "first-day").out != first
    assert "changed first day" in run("undo").err
    assert run("settings", "get", "first-day").out == first
    assert "so already" in run("settings", "set", "name", "Dana").err


def test_what_is_none_is_refused_by_the_nearest(run: Run, begun: Path) -> None:
    refused(run("settings", "get", "frist-day"), 2, "Do you mean “first-day”?")
    refused(run("settings", "set", "theme", "drak"), 2, "Do you mean “dark”?")
    refused(run("settings", "set", "keys.undoo", "k"), 2, "Do you mean “undo”?")
    refused(run("settings", "set", "keys.undo", "ctr+k"), 2, "Do you mean “ctrl”?")
    refused(run("settings", "set", "keys.undo", "a"), 2, "is the key of")
    refused(run("settings", "set", "holidays", "germny"), 2, "Germany (DE)")
    refused(run("settings", "set", "working-days"), 2, "Give a value")
    assert not preferences_path().exists()


def test_theme_and_keys_need_no_workbook(run: Run) -> None:
    assert not workbook_path().exists()
    assert run("settings", "set", "theme", "light").code == 0
    assert run("settings", "set", "keys.go.journal", "f7").code == 0
    assert (
        preferences_path().read_text().endswith('theme = "light"\n\n[keys]\n"go.journal" = "f7"\n')
    )
    report = json.loads(run("settings", "--json").out)
    assert report["settings"] == {
        "theme": "light",
        "interface": "en",
        "backups": "none",
        "keys.go.journal": "f7",
    }
    assert run("settings", "get", "keys.go.journal").out == "f7\n"
    assert "in order" in run("settings", "--check").out
    assert run("settings", "set", "keys.go.journal", "").code == 0
    assert run("settings", "get", "keys.go.journal").out == "j\n"


def test_check_names_file_line_and_the_right_word(run: Run) -> None:
    path = preferences_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        'theem = "dark"\ntheme = "drak"\n[keys]\nundoo = "k"\nredo = "ctr+k"\n'
        '"go.journal" = "e"\ntick = 3\n"dialog.clos" = "f9"\n"dialog.keep" = "ctrl+q"\n'
    )
    result = run("settings", "--check")
    assert result.code == 1
    lines = [line.removeprefix(f"{path}, ") for line in result.out.splitlines()]
    assert lines == [
        "line 1: “theem” is no setting. Do you mean “theme”?",
        "line 2: “drak” is no theme. Do you mean “dark”? There are dark, light, follow, few.",
        "line 4: “undoo” is no command. Do you mean “undo”?",
        "line 5: “ctr+k” is no key: “ctr” is held by nobody. Do you mean “ctrl”?",
        "line 6: “e” is the key of Share there already.",
        'line 7: the key of tick is a text, such as "ctrl+k".',
        "line 8: “dialog.clos” is no command. Do you mean “dialog.close”?",
        "line 9: “ctrl+q” is the key of Quit there already.",
    ]
    refused(run("settings", "set", "theme", "dark"), 1, str(path), "line 1", "Mend it first")
    path.write_text('theme = "dark\n')
    assert "line 1: this is no TOML" in run("settings", "--check").out
    path.write_bytes(b"\xff\xfe")
    assert "cannot be read" in run("settings", "--check").out
