"""The sample in every form says the same, read back by parsers that are not ours.

`python -m scripts.forms DIR` does it with Chromium and LibreOffice too, which take their time.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.reset.reset import Reset
from cxreset.sharing.subjects import FORMS, SUBJECTS
from scripts.forms import documents, rows
from scripts.forms.comparing import compared, pieces
from scripts.forms.reading import everything


def test_the_same_facts_in_every_form(
    sample: Reset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "CHROMIUM", None)
    for module in (documents, rows):
        monkeypatch.setattr(module, "OFFICE", None)
    out = tmp_path / "out"
    out.mkdir()
    lines = list(everything(sample, out))
    assert [line for line in lines if line.missing] == []
    read = {line.file for line in lines if line.missing == 0}
    skipped = {line.file for line in lines} - read
    assert all(name.endswith(".docx") for name in skipped)  # read by LibreOffice, and in its tests
    there = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert there == read | skipped
    endings = {FORMS[form].extension for one in SUBJECTS.values() for form in one.forms}
    assert {Path(name).suffix[1:] for name in there} == endings | {"eml"}


def test_a_text_that_is_lost_is_found_out() -> None:
    found = pieces("# One\n\n- **Why:** two[^1]\n\n| A | three |\n| - | - |\n| x | y |\n")
    assert found == ["One", "Why", "two[^1]", "three"]
    line = compared("a.html", "somebody", "One. Why: two[^1]", found)
    assert line.missing == 1 and "three" in line.result
