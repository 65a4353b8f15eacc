"""The command line in process: exit codes, data on stdout, talk on stderr, one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxreset import __version__
from cxreset.base.paths import data_dir, demo_path, workbook_path
from cxreset.workbook.opening import open_workbook
from tests.cli.running import Result, Run, far, refused
from tests.paths import ROOT


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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
        "Day 25 of 30   Friday 2 October 2026\nHarbour & Pine · Dana Okafor"
    )
    assert demo_path().is_file()
    assert run("demo", "--fresh").out == result.out
    assert begun.read_bytes() == before
    assert "25 of 30" in run("--workbook", demo_path(), "today", "--on", "tomorrow").out
