"""The command line described: spec, completions, manual page and reports fit the parser."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from cxreset.cli import main
from cxreset.cli.describe.print import FILES
from cxreset.cli.describe.shells import commands_of
from cxreset.cli.describe.spec import EXIT_CODES, spec
from cxreset.cli.parser import build_parser
from scripts.describe import made
from tests.paths import ROOT

DOCUMENT = (ROOT / "docs" / "scripts.md").read_text(encoding="utf-8")


@pytest.fixture
def begun(home: object) -> None:
    assert main(["start", "--name", "Dana"]) == 0


def test_the_spec_names_every_command_and_its_arguments(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--spec"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == spec(build_parser())
    commands = {each["name"]: each for each in commands_of(printed["command"])}
    assert {"today", "import", "export", "merge", "content check", "completion"} <= set(commands)
    files = next(each for each in commands["import"]["arguments"] if not each["names"])
    assert (files["name"], files["kind"], files["many"], files["required"]) == (
        *("FILE", "file"),
        *(True, True),
    )
    channel = next(each for each in commands["import"]["arguments"] if "--channel" in each["names"])
    assert "survey" in channel["choices"] and channel["kind"] == "value"
    assert printed["exit_codes"] == EXIT_CODES


@pytest.mark.parametrize("name", ["cxreset.bash", "cxreset.zsh", "cxreset.fish", "cxreset.ps1"])
def test_completions_are_those_of_the_parser(name: str) -> None:
    """Not so? The command line has changed: python -m scripts.describe"""
    assert (FILES / name).read_text(encoding="utf-8") == made()[name]


def test_the_manual_is_that_of_the_parser() -> None:
    text = (FILES / "cxreset.1").read_text(encoding="utf-8")
    assert text == made()["cxreset.1"]
    for command in list(commands_of(spec(build_parser())["command"]))[1:]:
        assert f".SS cxreset {command['name']}".replace("-", "\\-") in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_a_command_and_its_choices() -> None:
    script = f"""
        source {FILES / "cxreset.bash"}
        COMP_WORDS=(cxreset sta); COMP_CWORD=1
        $(complete -p cxreset | sed 's/.*-F \\([^ ]*\\).*/\\1/') cxreset sta cxreset
        echo "${{COMPREPLY[@]}}"
    """
    found = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, timeout=30, check=True
    )
    assert {"start", "status"} <= set(found.stdout.split())


def test_a_shell_is_told_how_to_take_it_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "fish"]) == 0
    printed = capsys.readouterr()
    assert printed.out == (FILES / "cxreset.fish").read_text(encoding="utf-8")
    assert "~/.config/fish/completions" in printed.err


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["today", "--json"], "today"),
        (["status", "--json"], "status"),
        (["doctor", "--json"], "doctor"),
        (["restore", "--json"], "backups"),
        (["merge", "--json"], "copies"),
        (["template", "--json"], "templates"),
        (["export", "--list", "--json"], "exports"),
        (["themes", "--json"], "themes"),
    ],
)
def test_each_report_is_documented_with_every_key(
    words: list[str], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup"]) == 0
    capsys.readouterr()
    main(words)
    report = json.loads(capsys.readouterr().out)
    assert (report.pop("format"), report.pop("version")) == (f"cxreset-{name}", 1)
    (row,) = re.findall(rf"^\| `.+` \| `cxreset-{name}` \| (.*) \|$", DOCUMENT, re.MULTILINE)
    documented = set(re.findall(r"`(\w+)`", row))
    assert set(keys(report)) <= documented


def keys(value: Any) -> Iterator[str]:
    """Every key of a report, but for those that are ids."""
    for key, inner in value.items():
        yield key
        parts = inner if isinstance(inner, list) else [inner]
        for part in parts:
            if isinstance(part, dict) and key != "steps":
                yield from keys(part)


def test_exit_codes_are_documented() -> None:
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in DOCUMENT
