"""Standard input and output: `-`, a reader that has gone, a disk that is full, options anywhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxreset.base.errors import OutputLost
from cxreset.cli import main
from tests.paths import ROOT

PROGRAM = (sys.executable, "-c", "from cxreset.cli import run; run()")
FULL = Path("/dev/full")


@pytest.fixture
def begun(home: Path) -> None:
    assert main(["start", "--name", "Dana"]) == 0


def pipe_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run `line` in a shell, in which "$@" is the program."""
    return subprocess.run(
        ["sh", "-c", line, "sh", *PROGRAM],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.mark.usefixtures("begun")
@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('"$@" status >&-', ""),
        ('"$@" status > /dev/full', "no space left on device"),
        ('"$@" export plan --format md -o - > /dev/full', "no space left on device"),
    ],
)
def test_output_that_nobody_takes_ends_quietly(line: str, words: str) -> None:
    result = shell(line)
    assert result.returncode == OutputLost.exit_code
    assert words in result.stderr and "Traceback" not in result.stderr
    assert result.stderr.count("\n") == (1 if words else 0)


@pytest.mark.usefixtures("begun")
def test_a_reader_that_has_gone_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(sys, "stdout", Gone())
    assert main(["status"]) == OutputLost.exit_code
    assert capfd.readouterr().err == ""


@pytest.mark.usefixtures("begun")
def test_feedback_is_piped_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = "text,rating\nThe café was cold,1\nAnd the till slow,2\n".encode()
    pipe_in(monkeypatch, content)
    assert main(["import", "-", "--channel", "survey"]) == 0
    printed = capsys.readouterr()
    assert "standard input: 2 rows read, 2 comments taken." in printed.out
    assert printed.err.rstrip().endswith("--channel survey -"), "it can be said again as it was"
    pipe_in(monkeypatch, content)
    assert main(["import", "-"]) == 1
    assert "standard input" in capsys.readouterr().err


@pytest.mark.usefixtures("begun")
def test_a_workbook_is_piped_from_one_to_another(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    assert main(["export", "workbook", "-o", "-"]) == 0
    sys.stdout.flush()
    content = capfdbinary.readouterr().out
    pipe_in(monkeypatch, content)
    other = tmp_path / "other.cxreset"
    assert main(["import", "--workbook", str(other), "workbook", "-"]) == 0
    assert other.is_file()


@pytest.mark.usefixtures("begun")
def test_nothing_piped_in_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Keyboard())
    assert main(["import", "-"]) == 2
    assert "nothing is piped in" in capsys.readouterr().err


@pytest.mark.usefixtures("begun")
def test_options_stand_before_between_or_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("text\nThe till was slow\n")
    two.write_text("text\nThe soup was cold\n")
    assert main(["import", str(one), "--channel", "survey", str(two), "--dry-run"]) == 0
    assert main(["import", "--dry-run", str(one), str(two), "--channel", "survey"]) == 0
    assert capsys.readouterr().err.count("1 comment would be taken") == 4
    with pytest.raises(SystemExit) as ended:
        main(["import", str(one), "--nonsense", str(two)])
    assert ended.value.code == 2
