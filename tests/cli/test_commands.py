"""The command line in process: exit codes, data on stdout, talk on stderr, one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from cxreset import __version__
from cxreset.base.paths import data_dir, demo_path, workbook_path
from cxreset.cli import main
from cxreset.workbook.opening import open_workbook
from tests.paths import ROOT


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call the program as from a folder of its own, without a terminal."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def call(*words: str | Path) -> Result:
        try:
            code = main([str(word) for word in words])
        except SystemExit as leaving:  # argparse
            code = int(leaving.code or 0)
        return Result(code, *capsys.readouterr())

    return call


@pytest.fixture
def begun(run: Run) -> Path:
    """A workbook of Dana's at the usual place."""
    assert run("start", "--name", "Dana", "--from", "today", "--workdays", "mon-sun").code == 0
    return workbook_path()


def refused(result: Result, code: int, *texts: str) -> None:
    """No data, one sentence or two in one paragraph, the right code."""
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("cxreset: ")
    assert result.err.count("\n") == 1
    for words in texts:
        assert words in result.err
    assert "Something went wrong" not in result.err


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# -- start


def test_start_talks_beside_the_data(run: Run) -> None:
    result = run(
        "start", "--name", " Dana ", "--organisation", "H & P", "--from", "today",
        "--workdays", "mon-fri",
    )  # fmt: skip
    assert (result.code, result.out) == (0, "")
    assert str(workbook_path()) in result.err
    assert "day 30" in result.err
    assert "H & P · Dana" in run("today").out


def test_start_twice_changes_nothing(run: Run, begun: Path) -> None:
    before = begun.read_bytes()
    refused(run("start", "--name", "Else"), 1, str(begun), "exists already", "--workbook")
    assert begun.read_bytes() == before


def far(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        (["--from", "2026-02-30"], "no day of the calendar"),
        (["--from", "07/09/2026"], "two different days"),
        (["--from", "soon"], "is no date"),
        (["--from", ""], "No date is given"),
        (["--from", far(-61)], "days past"),
        (["--from", far(366)], "a year ahead"),
        (["--from", "0001-01-01"], "days past"),
        (["--from", "9999-12-31"], "a year ahead"),
        (["--workdays", ""], "No working days"),
        (["--workdays", "mon-noday"], "is no working day"),
        (["--name", "  "], "A name is needed"),
    ],
)
def test_a_start_that_cannot_be(run: Run, options: list[str], texts: str) -> None:
    refused(run("start", "--name", "Dana", *options), 2, texts)
    assert not workbook_path().exists()


def test_the_friday_look_is_one_page(run: Run, begun: Path) -> None:
    assert run("done", "1.1").code == 0
    result = run("review", "--if-then", "If it is nine, then I read.")
    assert (result.code, result.err) == (0, "")
    assert "- Step 1.1 done" in result.out
    assert "If it is nine, then I read." in run("review").out


def test_the_next_thirty_days_begin_after_the_closing(run: Run) -> None:
    assert run("start", "--name", "Dana", "--from", far(-40), "--workdays", "mon-sun").code == 0
    assert "The next thirty days: cxreset next" in run("today").out
    result = run("next", "--from", "today", "--carry", "P7")
    refused(result, 2, "nothing open with the id P7")
    result = run("next", "--from", "today")
    kept = workbook_path().with_name("reset.thirty-1.cxreset")
    assert (result.code, result.out) == (0, "")
    assert str(kept) in result.err and kept.exists()
    assert run("today").out.startswith("Day 1 of 30")
    listing = run("next").out
    assert str(kept) in listing and "this one" in listing
    refused(run("next", "--from", "today"), 2, "from the closing on")
    assert run("--workbook", kept, "today").out.startswith("After day 30")


@pytest.mark.parametrize(
    "words",
    [["start"], ["nonsense"], ["done"], ["today", "--nonsense"], ["import"], ["content"]],
)
def test_wrong_usage(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert (result.code, result.out) == (2, "")
    assert "usage: cxreset" in result.err
    assert not data_dir().exists()


def test_version_and_help_are_data(run: Run) -> None:
    assert run("--version") == Result(0, f"cxreset {__version__}\n", "")
    assert "COMMAND" in run("--help").out
    assert "--on" in run("today", "--help").out


def test_a_name_with_half_a_character(run: Run) -> None:
    assert run("start", "--name", "D\udcffna").code == 0
    assert "D\ufffdna" in run("today").out


# -- which workbook


@pytest.mark.parametrize(
    "words",
    [
        ["--workbook", "PATH", "status", "--json"],
        ["status", "--workbook", "PATH", "--json"],
        ["--content", "PACK", "--workbook", "PATH", "status", "--json", "--content", "PACK"],
    ],
)
def test_the_workbook_may_be_named_before_and_after(
    run: Run, begun: Path, tmp_path: Path, words: list[str]
) -> None:
    other = tmp_path / "other.cxreset"
    assert run("start", "--workbook", other, "--name", "Else").code == 0
    named = {"PATH": str(other), "PACK": str(ROOT / "content")}
    result = run(*(named.get(word, word) for word in words))
    assert json.loads(result.out)["name"] == "Else"
    assert json.loads(run("status", "--json").out)["name"] == "Dana"


def test_the_workbook_may_be_named_by_a_variable(
    run: Run, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXRESET_WORKBOOK", str(tmp_path / "other.cxreset"))
    refused(run("today"), 1, "no workbook", "other.cxreset")
    assert run("--workbook", begun, "today").code == 0


@pytest.mark.parametrize("words", [[], ["today"], ["status"], ["done", "1.1"], ["export"]])
def test_no_workbook_yet(run: Run, words: list[str]) -> None:
    refused(run(*words), 1, str(workbook_path()), "cxreset start")
    assert not workbook_path().exists()


def test_a_home_there_is_none_of(run: Run) -> None:
    refused(run("today", "--workbook", "~nobody-of-that-name/a"), 1, "no workbook")


def test_a_workbook_that_is_none(run: Run, tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary")
    for words in (["today"], ["done", "1.1"], ["export"], ["status"]):
        refused(run("--workbook", diary, *words), 1, "not a workbook")
    refused(run("--workbook", tmp_path, "today"), 1, "is a folder")
    assert diary.read_text() == "Dear diary"


# -- today, done, undone, status


def test_without_a_terminal_the_page_is_printed(run: Run, begun: Path) -> None:
    assert run() == run("today")
    page = run("today").out
    assert page.startswith("Day 1 of 30")
    assert "cxreset done 1.1" in page
    assert max(map(len, page.splitlines())) <= 78


def test_another_day_s_page(run: Run, begun: Path) -> None:
    assert run("today", "--on", far(7)).out.startswith("Day 8 of 30")
    assert run("today", "--on", "yesterday").out.startswith("Before day 1")
    assert run("today", "--on", far(400)).out.startswith("After day 30")
    assert run("today", "--on", "9999-12-31").code == 0
    assert run("today", "--on", "0001-01-01").code == 0
    refused(run("today", "--on", "someday"), 2, "is no date")


def test_a_step_is_ticked_and_unticked(run: Run, begun: Path) -> None:
    result = run("done", "1.1")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("Ticked 1.1 ")
    assert "Still open" in result.err
    assert run("done", "listen.review").code == 0, "ticking twice is ticking once"
    assert json.loads(run("status", "--json").out)["steps_done"] == 1
    assert "taken away" in run("undone", "listen.review").err
    assert run("undone", "1.1").code == 0
    assert json.loads(run("status", "--json").out)["steps_done"] == 0


@pytest.mark.parametrize("step", ["9.9", "", "listen", "1.1; drop table", "\x1b[31m1.1"])
def test_a_step_there_is_none_of(run: Run, begun: Path, step: str) -> None:
    before = begun.read_bytes()
    for command in ("done", "undone"):
        result = run(command, step)
        refused(result, 2)
        assert "\x1b" not in result.err
    assert begun.read_bytes() == before


def test_status_for_people_and_for_scripts(run: Run, begun: Path) -> None:
    result = json.loads(run("status", "--json").out)
    assert (result.pop("format"), result.pop("version")) == ("cxreset-status", 1)
    assert set(result) == {
        "name", "organisation", "on", "day", "phase", "ends_on", "steps_done",
        "steps_total", "next", "weeks", "steps", "comments", "preventable", "pains", "gaps",
        "actions", "actions_completed", "late",
    }  # fmt: skip
    assert (result["day"], result["phase"], result["steps_total"]) == (1, "during", 17)
    assert result["next"]["id"] == "listen.review"
    assert [week["number"] for week in result["weeks"]] == [1, 2, 3, 4]
    assert list(result["steps"])[:2] == ["listen.review", "listen.pains"]
    assert run("status").out.startswith("Day 1 of 30: 0 of 17 steps done\n")


def test_a_held_workbook_is_a_sentence(
    run: Run, begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxreset.workbook.storage.connection.LOCK_WAIT_SECONDS", 0.02)
    other = open_workbook(begun)
    other.connection.execute("BEGIN EXCLUSIVE")
    refused(run("done", "1.1"), 1, "Another program holds", "nothing was written")
    refused(run("today"), 1, "Another program holds")
    other.close()


def test_what_nobody_foresaw_is_a_sentence_too(
    run: Run, begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret words of a customer")

    monkeypatch.setattr("cxreset.cli.daily.today_text", broken)
    result = run("today")
    assert (result.code, result.out) == (1, "")
    assert "RuntimeError" in result.err
    assert "Traceback" not in result.err
    assert "secret" not in result.err + (data_dir() / "cxreset.log").read_text()


# -- demo


def test_the_sample_prints_its_own_day(run: Run, begun: Path) -> None:
    before = begun.read_bytes()
    result = run("demo")
    assert result.code == 0
    assert result.out.startswith(
        "Day 26 of 30   Friday 02 October 2026\nHarbour & Pine · Dana Okafor"
    )
    assert demo_path().is_file()
    assert run("demo", "--fresh").out == result.out
    assert begun.read_bytes() == before
    assert "26 of 30" in run("--workbook", demo_path(), "today", "--on", "tomorrow").out


# -- content


def test_the_shipped_pack_is_well_formed(run: Run) -> None:
    result = run("content", "check")
    assert (result.code, result.err) == (0, "")
    assert "complete and well formed" in result.out
    assert run("content", "check", ROOT / "content").code == 0
    assert run("content", "check", "--content", ROOT / "content").code == 0


def copied_pack(tmp_path: Path) -> Path:
    """The shipped pack, to be broken."""
    pack = tmp_path / "pack"
    for path in (ROOT / "content").rglob("*.md"):
        target = pack / path.relative_to(ROOT / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return pack


@pytest.mark.parametrize(("old", "new"), [("id: listen.pains\n", ""), ("pains\n", "review\n")])
def test_a_missing_or_doubled_id(run: Run, begun: Path, tmp_path: Path, old: str, new: str) -> None:
    pack = copied_pack(tmp_path)
    step = pack / "steps" / "1.2-pains.md"
    step.write_text(step.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    result = run("content", "check", pack)
    assert result.code == 1
    assert "1.2-pains.md" in result.out
    before = begun.read_bytes()
    for words in (["today"], ["done", "1.1"], ["export"], ["start", "--name", "x"]):
        refused(run("--content", pack, *words), 1, ".md, line ", "content check")
    assert begun.read_bytes() == before


def test_content_to_nowhere(run: Run, begun: Path, tmp_path: Path) -> None:
    for where in (tmp_path / "nowhere", tmp_path, "n" * 300, "~nobody-of-that-name"):
        refused(run("today", "--content", where), 1, "pack.md", str(where))
    refused(run("content", "check", tmp_path / "nowhere"), 2, "is no folder")
    refused(run("content", "check", tmp_path), 1, "pack.md")


def test_a_new_reset_is_not_made_with_a_pack_that_is_gone(run: Run, tmp_path: Path) -> None:
    refused(run("start", "--name", "Dana", "--content", tmp_path), 1, "No content pack found")
    assert not workbook_path().exists()
