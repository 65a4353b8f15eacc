"""The packagers' files follow the program: its version, its dependencies, its single file."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from cxreset import __version__
from scripts.packaging import BUILT, NOT_BUILT, main
from tests.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WORDS = ["--at", "https://example.org/0.1.0/", "--home", "https://example.org"]
# What Debian calls differently than "python3-" and the name.
DEBIAN = {"pyyaml": "yaml", "python-docx": "docx"}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    dist = tmp_path / "dist"
    dist.mkdir()
    for name in BUILT.values():
        (dist / name).write_text(name)
    assert main([*WORDS, "--dist", str(dist), "-o", str(tmp_path / "filled")]) == 0
    return tmp_path / "filled"


def test_nothing_is_left_to_fill_in(filled: Path) -> None:
    files = [path for path in filled.rglob("*") if path.is_file()]
    assert {path.parent.name for path in files} >= {"homebrew", "scoop", "winget", "debian"}
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"@[A-Z]+@", text), path
        assert NOT_BUILT not in text, path
    assert (filled / "debian" / "rules").stat().st_mode & 0o100


def test_versions_and_sums_are_those_of_what_was_built(filled: Path) -> None:
    sums = {name: hashlib.sha256(file.encode()).hexdigest() for name, file in BUILT.items()}
    formula = (filled / "homebrew" / "cxreset.rb").read_text(encoding="utf-8")
    assert f'url "https://example.org/0.1.0/cxreset-{__version__}.tar.gz"' in formula
    assert sums["SDIST"] in formula
    scoop = json.loads((filled / "scoop" / "cxreset.json").read_text(encoding="utf-8"))
    assert (scoop["version"], scoop["hash"]) == (__version__, sums["PYZ"])
    manifests = [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in filled.glob("winget/*.yaml")
    ]
    assert {each["ManifestType"] for each in manifests} == {
        *("version", "installer", "defaultLocale", "locale"),
    }
    assert {each["PackageVersion"] for each in manifests} == {__version__}
    (installer,) = (each["Installers"] for each in manifests if "Installers" in each)
    assert installer[0]["InstallerSha256"] == sums["EXE"]
    changelog = (filled / "debian" / "changelog").read_text(encoding="utf-8")
    assert changelog.startswith(f"cxreset ({__version__}-1)")


def test_debian_names_every_dependency(filled: Path) -> None:
    control = (filled / "debian" / "control").read_text(encoding="utf-8")
    for dependency in PROJECT["dependencies"]:
        name, _, version = dependency.partition(">=")
        wanted = f"python3-{DEBIAN.get(name, name)} (>= {version.partition(',')[0]})"
        assert wanted in control.replace("markdown-it ", "markdown-it-py "), wanted


def test_what_is_not_built_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*WORDS, "--dist", str(tmp_path), "-o", str(tmp_path / "filled")]) == 1
    assert "cxreset.exe" in capsys.readouterr().err
    assert NOT_BUILT in (tmp_path / "filled" / "scoop" / "cxreset.json").read_text()
