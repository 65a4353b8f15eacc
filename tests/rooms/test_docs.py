"""The pages for contributors: they name what is there, the drawing is true, a recipe works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import architecture
from tests.paths import ROOT

PAGES = [
    *(ROOT / "docs" / name for name in ("architecture.md", "recipes.md")),
    *sorted((ROOT / "docs" / "decisions").glob("*.md")),
    ROOT / "CONTRIBUTING.md",
]
NAMED = re.compile(r"`((?:cxreset|content|tests|scripts|docs|benchmarks)/[\w./-]*)`")
LINKED = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    named = {name for name in NAMED.findall(text) if not (ROOT / name).exists()}
    linked = {name for name in LINKED.findall(text) if not (page.parent / name).exists()}
    assert (named, linked) == (set(), set())


def test_a_name_that_leads_nowhere_is_found() -> None:
    assert NAMED.findall("see `cxreset/base/gone.py` and `python -m x`") == ["cxreset/base/gone.py"]


def test_the_drawing_shows_the_rooms_as_they_are() -> None:
    """When this fails: python -m scripts.architecture"""
    drawn = architecture.drawn_structure()
    assert drawn == architecture.read_house().structure()


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A package of three rooms: `low` under `high`, and `loose` on no floor, which looks down."""
    for name in ("high", "low", "low/inner"):
        (tmp_path / "cxreset" / name).mkdir(parents=True)
        (tmp_path / "cxreset" / name / "__init__.py").touch()
    package = tmp_path / "cxreset"
    (package / "__init__.py").touch()
    (package / "high" / "a.py").write_text("import cxreset.low.inner.b\n")
    (package / "low" / "inner" / "b.py").write_text("\n" * 300)
    (package / "loose.py").write_text("from cxreset.high import a\n")
    layers = '[[tool.importlinter.contracts]]\ntype = "layers"\nlayers = ["high", "low"]\n'
    (tmp_path / "pyproject.toml").write_text(layers)
    return tmp_path


def test_another_checkout_can_be_drawn(small_house: Path) -> None:
    to = small_house / "house.svg"
    words = ["-m", "scripts.architecture", "--root", str(small_house), "--to", str(to)]
    for _ in range(2):
        subprocess.run([sys.executable, *words], cwd=ROOT, check=True, timeout=600)
    assert architecture.drawn_structure(to) == {
        "floors": [{"loose": []}, {"high": []}, {"low": ["inner"]}],
        "imports": [["high", "low"], ["loose", "high"]],
    }
    assert "inner 300" in to.read_text("utf-8")


def commands(recipe: str) -> list[str]:
    """The lines of the recipe's sh blocks."""
    text = (ROOT / "docs" / "recipes.md").read_text("utf-8")
    section = text.partition(f"## {recipe}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


@pytest.mark.skipif(shutil.which("sed") is None, reason="the recipe uses sed")
def test_the_recipe_of_a_language_works(tmp_path: Path, home: Path) -> None:
    program = Path(sys.executable).with_name("cxreset")
    environment = dict(os.environ) | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    lines = commands("A language")
    assert len(lines) >= 9
    output = ""
    for line in lines:
        done = subprocess.run(
            line,
            shell=True,
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        output = done.stdout
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    assert "Zwei ruhige Stunden mit Rückmeldungen" in output
    step = (tmp_path / "inhalt/steps/1.1-review.md").read_text("utf-8")
    assert "## Fertig, wenn" in step and "## Done when" not in step
