"""Templates on the command line: filled, or as the leader wrote them; never over a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from cxreset.cli import main
from cxreset.programme.model import Pack
from cxreset.workbook.book import Workbook
from cxreset.workbook.choices import write_template
from cxreset.workbook.tables import Action


def test_a_template_from_list_to_file(
    pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(*words: str) -> tuple[int, str, str]:
        return (main(list(words)), *capsys.readouterr())

    call("start", "--name", "Dana", "--organisation", "A & <b>")
    listed = call("template")[1]
    assert all(one.id in listed and one.used_for in listed for one in pack.templates)
    book = Workbook.open(workbook_path())
    for owner in ("Sam", "Tom"):
        book.add(Action(title=f"For {owner}", owner=owner))
    text = call("template", "owner-request")[1]
    assert text.startswith("**Subject:**") and "Hello Sam" in text and "For Sam (A1)" in text
    assert "For Tom (A2)" in call("template", "owner-request", "--owner", "Tom")[1]
    assert "Dana, A & \\<b>" in call("template", "meeting-invitation")[1]
    write_template(book.file, "owner-request", "Mine.")
    assert call("template", "owner-request")[1] == "Mine.\n"
    assert "Hello Sam" in call("template", "owner-request", "--anew")[1]
    file = tmp_path / "request.md"
    assert call("template", "owner-request", "-o", str(file))[:2] == (0, f"{file}\n")
    code, out, err = call("template", "meeting-invitation", "-o", str(file))
    assert (code, out) == (1, "") and "--force" in err and file.read_text() == "Mine.\n"
    code, _, err = call("template", "owner-requst")
    assert code == 2 and "Did you mean owner-request?" in err
