"""Feedback in and the plan out: every wrong file is one sentence, and nothing is changed."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from cxreset.insight.personal.choices import NOT_FOUND
from tests.cli.running import Run

OWN = (
    "Date,Channel,Comment\n"
    "2026-09-01,chat,The agent left me waiting for an hour\n"
    "2026-09-02,survey,\n"
    "2026-09-03,review,My sofa came without its legs\n"
)


@pytest.fixture
def run(run: Run) -> Run:
    """Call the program on a new workbook, from a folder of its own."""
    assert run("start", "--name", "Dana").code == 0
    return run


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8-sig")
    return path


def comments(run: Run) -> int:
    return int(json.loads(run("status", "--json")[1])["comments"])


def refused(result: tuple[int, str, str], code: int, *texts: str) -> None:
    assert result[:2] == (code, "")
    talk = result[2].strip().splitlines()
    assert talk[-1].startswith("cxreset: ")
    assert sum(line.startswith("cxreset: ") for line in talk) == 1
    for words in texts:
        assert words in talk[-1], talk
    assert "Something went wrong" not in result[2]


# -- import


def test_a_file_with_a_byte_order_mark(run: Run, own: Path) -> None:
    code, out, err = run("import", own)
    assert code == 0
    assert "Comment" in err, "the column guessed is shown"
    assert "own.csv" in out
    assert comments(run) == 2


def test_importing_twice_adds_nothing(run: Run, own: Path) -> None:
    assert run("import", own)[0] == 0
    before = workbook_path().read_bytes()
    refused(run("import", own), 1, "own.csv", "nothing was added")
    assert workbook_path().read_bytes() == before


def test_only_looking(run: Run, own: Path) -> None:
    before = workbook_path().read_bytes()
    code, out, err = run("import", "--dry-run", own)
    assert (code, out) == (0, "")
    assert "Comment" in err
    assert workbook_path().read_bytes() == before


def test_the_column_and_channel_can_be_said(run: Run, own: Path) -> None:
    assert run("import", own, "--text-column", "Channel", "--channel", "call")[0] == 0
    assert comments(run) == 3
    refused(run("import", own, "--text-column", "Nonsense"), 2, "Nonsense", "Comment")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("blank.csv", b"\n\n  \n"),
        ("binary.csv", bytes(range(256)) * 8),
        ("numbers.csv", b"a,b\n1,2\n3,4\n"),
    ],
)
def test_a_file_without_text(run: Run, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    before = workbook_path().read_bytes()
    refused(run("import", path), 1, name)
    assert workbook_path().read_bytes() == before


def test_a_file_that_is_not_there_or_a_folder(run: Run, tmp_path: Path) -> None:
    before = workbook_path().read_bytes()
    for path in (tmp_path / "gone.csv", tmp_path, tmp_path / ("n" * 300), "~nobody-of-that-name/a"):
        refused(run("import", path), 1)
    assert workbook_path().read_bytes() == before


def test_of_several_files_the_good_ones_are_taken(run: Run, own: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.csv"
    second.write_text("Comment\nThe parcel stood in the rain\n", encoding="utf-8")
    code, out, err = run("import", own, tmp_path / "gone.csv", second)
    assert code == 1
    assert [
        line for line in err.splitlines() if line.startswith("cxreset: ") and "gone.csv" in line
    ]
    assert "own.csv" in out
    assert "second.csv" in out
    assert comments(run) == 3


# -- export


def test_the_plan_is_written_for_this_user_alone(run: Run) -> None:
    code, out, err = run("export")
    assert (code, out, err) == (0, "plan.md\n", f"{NOT_FOUND}\n")
    path = Path("plan.md")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8").startswith("#")
    assert run("export", "-o", "page.html")[1] == "page.html\n"
    assert Path("page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_to_stdout_it_is_data_alone(run: Run) -> None:
    code, out, err = run("export", "-o", "-")
    assert (code, err) == (0, "")
    assert out.startswith("#")
    assert run("export", "--format", "html", "-o", "-")[1].lower().startswith("<!doctype html>")
    assert list(Path().iterdir()) == []


def test_what_can_be_shared(run: Run) -> None:
    code, out, _ = run("export", "--list")
    assert code == 0
    for name in ("plan", "slips", "actions", "calendar", "html, docx, pdf, md", "jira", "ics"):
        assert name in out


def test_never_over_a_file_unless_asked(run: Run) -> None:
    path = Path("plan.md")
    path.write_text("mine")
    refused(run("export"), 1, "plan.md", "exists already", "--force")
    assert path.read_text() == "mine"
    assert run("export", "--force")[0] == 0
    assert path.read_text(encoding="utf-8").startswith("#")
    assert list(Path().iterdir()) == [path]


def test_targets_that_cannot_be(run: Run, own: Path) -> None:
    Path("folder").mkdir()
    Path("link.md").symlink_to("elsewhere.md")
    for target, sentence in (
        ("folder", "is a folder"),
        ("gone/plan.md", "does not exist"),
        (f"{own}/plan.md", "does not exist"),
        ("link.md", "symbolic link"),
        ("n" * 300, "cannot be written"),
        ("/proc/plan.md", "cannot be written"),
    ):
        for more in ([], ["--force"]):
            refused(run("export", "-o", target, *more), 1, sentence)
    assert sorted(path.name for path in Path().iterdir()) == ["folder", "link.md"]


@pytest.mark.parametrize("words", [["everything"], ["--format", "csv"], ["plan", "--format", ""]])
def test_no_such_thing_to_share(run: Run, words: list[str]) -> None:
    if words[-1] == "":
        assert run("export", *words)[0] == 0, "no form said is the usual one"
    else:
        refused(run("export", *words), 2, "There is no")
        assert list(Path().iterdir()) == []
