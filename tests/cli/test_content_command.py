"""`content check`: the shipped pack is well formed, and a broken one is named line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from tests.cli.running import Run, refused
from tests.paths import ROOT

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
