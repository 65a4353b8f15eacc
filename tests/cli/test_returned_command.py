"""`cxreset import actions` and `import workbook`: the difference, what is taken, refusals."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from cxreset.base.paths import workbook_path
from cxreset.workbook.book import Workbook
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.tables import Action
from tests.cli.running import Run


@pytest.fixture
def sent(run: Run, sample_file: Path) -> Path:
    """The sample's register, after a colleague worked in it."""
    path = workbook_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(sample_file, path)
    assert run("export", "actions", "--format", "xlsx", "-o", "register.xlsx").code == 0
    register = Path("register.xlsx")
    book = openpyxl.load_workbook(register)
    book["Actions"]["C3"] = "Tom Becker"
    book["Actions"]["E3"] = "Completed"
    book["Actions"]["E4"] = "asleep"
    book.save(register)
    return register


def second() -> tuple[str, str]:
    with closing(open_workbook(workbook_path())) as file:
        action = Workbook(file).get(Action, 2)
        assert action is not None
        return action.owner, action.status


def test_without_take_the_difference_is_shown_and_nothing_taken(run: Run, sent: Path) -> None:
    result = run("import", "actions", sent)
    assert result.code == 0
    assert result.out.splitlines() == [
        "A2.owner   Owner: “Sam Whitlock” → “Tom Becker”",
        "A2.status  Status: “In progress” → “Completed”",
        "register.xlsx, row 4: the status “asleep” is none of Not started, In progress, Completed, "
        "Cancelled; it was left as it is.",
    ]
    assert "Nothing was taken." in result.err
    assert second() == ("Sam Whitlock", "in_progress")
    assert run("import", "actions", sent, "--take", "all", "--dry-run").code == 0
    assert second() == ("Sam Whitlock", "in_progress")


def test_what_is_named_is_taken_and_undone(run: Run, sent: Path) -> None:
    result = run("import", "actions", sent, "--take", "A2.owner")
    assert result.code == 0 and "Took 1 change, left 1." in result.err
    assert second() == ("Tom Becker", "in_progress")
    assert run("import", "actions", sent, "--take", "all").code == 0
    assert second() == ("Tom Becker", "completed")
    assert "changes nothing" in run("import", "actions", sent).err
    assert "took colleagues' edits from register.xlsx" in "".join(run("undo")[1:])
    assert second() == ("Tom Becker", "in_progress")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("import", "actions"), 2, "Name one file"),
        (("import", "actions", "a", "b"), 2, "Name one file"),
        (("import", "actions", "missing.xlsx"), 1, "missing.xlsx"),
        (("import", "actions", "register.xlsx", "--take", "A99"), 2, "“A99” names nothing"),
        (("import", "workbook"), 2, "Name one file"),
        (("import", "workbook", "missing.json"), 1, "missing.json"),
        (("import", "workbook", "register.xlsx"), 1, "register.xlsx"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    run: Run, sent: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    result = run(*words)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("cxreset: ") and says in result.err and result.err.count("\n") == 1


def test_a_feedback_file_of_that_name_is_still_feedback(run: Run, sent: Path) -> None:
    Path("actions").write_text("comment\nNobody came to us at all\n", encoding="utf-8")
    result = run("import", "actions")
    assert result.code == 0 and "1" in result.out


def test_a_workbook_comes_back_from_its_json(run: Run, sent: Path) -> None:
    assert run("export", "workbook", "-o", "kept.json").code == 0
    result = run("import", "workbook", "kept.json")
    assert result.code == 1 and "exists already" in result.err
    result = run("--workbook", "new.cxreset", "import", "workbook", "kept.json")
    assert result.code == 0 and "Made new.cxreset with 240 comments" in result.err
    assert run("--workbook", "new.cxreset", "export", "workbook", "-o", "again.json").code == 0
    assert Path("again.json").read_bytes() == Path("kept.json").read_bytes()
    shutil.copy("new.cxreset", workbook_path())
    assert second() == ("Sam Whitlock", "in_progress")
