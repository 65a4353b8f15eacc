"""The content is easy to read and calm: grade 9 or lower, within its lengths, never shouting."""

from __future__ import annotations

import re
import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest

from scripts.readability import main, plain, texts
from tests.paths import ROOT
from tests.programme.packbuilder import pack_texts, write_pack

needs_textstat = pytest.mark.skipif(
    find_spec("textstat") is None, reason="textstat is not installed (it is in the dev extra)"
)


@needs_textstat
def test_every_text_is_grade_nine_or_lower(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(ROOT / "content")]) == 0, capsys.readouterr().out
    output = capsys.readouterr().out
    assert re.search(r"^steps/1\.1-review\.md +\d+ +\d\.\d$", output, re.MULTILINE)


@needs_textstat
def test_a_hard_text_and_a_long_one_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard = "Organisational considerations necessitate comprehensive interdepartmental alignment. "
    made = {
        name: text.replace("word word word word", "We all go on.")
        for name, text in pack_texts().items()
    }
    made["weeks/1-listen.md"] += hard * 8
    made["days/map-2.md"] += "go " * 90
    assert main([str(write_pack(tmp_path, made))]) == 1
    wrong = [line for line in capsys.readouterr().out.splitlines() if "wanted:" in line]
    assert [line.split()[0] for line in wrong] == ["weeks/1-listen.md", "days/map-2.md"]


def test_a_list_is_not_read_as_one_long_sentence() -> None:
    source = (
        "## How\n\n1. Open the **file**\n2. Read [it](x)\n\n| a | b |\n|---|---|\n\nDear {{owner}}"
    )
    assert plain(source) == "Open the file.\n\nRead it.\n\nDear this."


def test_no_text_shouts_or_uses_pictures() -> None:
    for name, text in texts(ROOT / "content"):
        assert "!" not in text.replace("<!--", ""), name
        pictures = [char for char in text if unicodedata.category(char) in ("So", "Cs", "Co")]
        assert not pictures, (name, pictures)
