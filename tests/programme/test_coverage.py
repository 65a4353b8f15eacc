"""What the method asks for has its place; a pack of one's own starts as a copy of the built-in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxreset.base.errors import UsageError
from cxreset.cli import main
from cxreset.programme.check import check_pack
from cxreset.programme.copying import copy_pack
from cxreset.programme.coverage import read_coverage
from tests.paths import ROOT
from tests.programme.packbuilder import pack_texts, write_pack

CONTENT = ROOT / "content"


def test_the_built_in_pack_has_a_place_for_all_of_it() -> None:
    report = check_pack(CONTENT)
    assert report.lines()[-1] == "The pack is complete and well formed."
    assert len(report.rows) >= 55
    assert not any("not there" in line for line in report.table())
    locations = {location for row in report.rows for location in row.locations}
    held = {location for location in report.locations if not location.startswith(("days", "weeks"))}
    assert held <= locations, "nothing is in the pack that the method does not ask for"


def test_the_readme_and_the_list_say_the_same() -> None:
    rows = re.findall(r"^\| (.+?) \|", (CONTENT / "README.md").read_text("utf-8"), re.MULTILINE)
    known = [row.says for row in read_coverage(CONTENT, [])]
    assert [row for row in rows if row in known] == known


def test_what_the_copy_loses_is_said_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert main(["content", "new", str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}\n"
    assert main(["content", "check", str(folder)]) == 0
    capsys.readouterr()
    (folder / "practices" / "clean-data.md").unlink()
    step = folder / "steps" / "1.1-review.md"
    step.write_text(step.read_text("utf-8").replace(", clean-data", ""), "utf-8")
    for day in (folder / "days").iterdir():
        text = day.read_text("utf-8")
        day.write_text(text.replace("practice: clean-data", "practice: micro-wins"), "utf-8")
    assert main(["content", "check", str(folder), "--coverage"]) == 1
    output = capsys.readouterr().out
    assert "      practices/clean-data  (not there)" in output
    assert re.search(
        r"^coverage.yaml, line \d+: the method asks for “Clean data first”", output, re.M
    )
    assert main(["--content", str(folder), "demo"]) == 0, "the copy brings its sample"


def test_a_small_pack_is_told_what_it_leaves_out(tmp_path: Path) -> None:
    report = check_pack(write_pack(tmp_path, pack_texts()), CONTENT)
    assert report.ok, "it may leave things out"
    assert "  practices/clean-data: Clean data first" in report.lines()
    assert report.lines()[-1] == "The pack is well formed."


@pytest.mark.parametrize("text", ["parts: [", "parts:\n  - part: x\n    rows:\n      - says: y\n"])
def test_a_list_that_cannot_be_read_is_a_note(tmp_path: Path, text: str) -> None:
    write_pack(tmp_path, pack_texts() | {"coverage.yaml": text})
    report = check_pack(tmp_path)
    assert report.loads and [each.file for each in report.problems] == ["coverage.yaml"]
    assert report.problems[0].line


def test_nothing_is_copied_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for target in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(UsageError):
            copy_pack(CONTENT, target)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["mine.txt"]
