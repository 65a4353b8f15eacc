"""`start` and the thirty days after: what can be begun, and what cannot, in one sentence."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from tests.cli.running import Run, far, refused
from tests.paths import ROOT

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


def test_how_to_open_it_names_the_workbook_and_the_content_asked_for(
    run: Run, tmp_path: Path
) -> None:
    pack = tmp_path / "Dana's content"
    pack.symlink_to(ROOT / "content", target_is_directory=True)
    book = tmp_path / "other.cxreset"
    talk = run("start", "--content", pack, "--workbook", book, "--name", "Dana").err
    (command,) = re.findall(r"^Open it with: (.+)$", talk, re.MULTILINE)
    named = ["cxreset", "--workbook", str(book), "--content", str(pack)]
    assert shlex.split(command) == named


def test_start_twice_changes_nothing(run: Run, begun: Path) -> None:
    before = begun.read_bytes()
    refused(run("start", "--name", "Else"), 1, str(begun), "exists already", "--workbook")
    assert begun.read_bytes() == before


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


def test_a_name_with_half_a_character(run: Run) -> None:
    assert run("start", "--name", "D\udcffna").code == 0
    assert "D\ufffdna" in run("today").out
