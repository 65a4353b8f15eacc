"""A copy of the workbook under a passphrase: another program's format, and nothing lost by it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from cxreset.base.errors import UsageError
from cxreset.cli.options import passphrase as asking
from tests.cli.running import Run, refused

pyrage = pytest.importorskip("pyrage", reason="pyrage is not installed (the extra cxreset[safe])")
SECRET = "crème brûlée, zwölf Löffel"
SQLITE = b"SQLite format 3\0"


@pytest.fixture
def secret(begun: Path, tmp_path: Path) -> Path:
    """A file with the passphrase; the workbook is begun."""
    file = tmp_path / "secret.txt"
    file.write_text(f"{SECRET}\nnot this line\n", encoding="utf-8")
    return file


def ticked(run: Run) -> int:
    return int(json.loads(run("today", "--json").out)["steps_done"])


@pytest.mark.long  # four times a key is made of the passphrase, slow on purpose
def test_what_was_encrypted_is_put_back_and_opened_by_age(
    run: Run, begun: Path, secret: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    around = sorted(begun.parent.iterdir())
    made = run("backup", "-o", stick, "--passphrase-file", secret)
    copy = stick / (begun.name + ".age")
    assert (made.code, made.out) == (0, f"{copy}\n")
    assert list(stick.iterdir()) == [copy] and copy.stat().st_mode & 0o77 == 0
    assert sorted(begun.parent.iterdir()) == around  # the plain copy is gone
    assert SQLITE not in copy.read_bytes() and b"Dana" not in copy.read_bytes()
    assert pyrage.passphrase.decrypt(copy.read_bytes(), SECRET).startswith(SQLITE)

    refused(run("backup", "-o", copy, "--passphrase-file", secret), 1, "exists already")

    assert run("done", "1.1").code == 0
    before = begun.read_bytes()
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("creme brulee")
    refused(run("restore", copy, "--passphrase-file", wrong), 1, "another one", "Nothing was")
    assert begun.read_bytes() == before and not [*begun.parent.glob(".*.part")]

    assert run("restore", copy, "--passphrase-file", secret).code == 0
    assert ticked(run) == 0
    assert run("undo").code == 0
    assert ticked(run) == 1


def test_a_passphrase_is_typed_unseen_and_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    typed = iter(["one", "one", "two", "too", "three", ""])
    monkeypatch.setattr(asking, "getpass", lambda prompt: next(typed))
    assert asking.passphrase(None, twice=True) == "one"
    with pytest.raises(UsageError, match="differ"):
        asking.passphrase(None, twice=True)
    assert asking.passphrase(None, twice=False) == "three"
    with pytest.raises(UsageError, match="empty"):
        asking.passphrase(None, twice=False)


def test_what_cannot_be_is_one_sentence(
    run: Run, begun: Path, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.age"
    refused(run("backup", "--passphrase"), 2, "backup -o FILE")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    refused(run("backup", "-o", copy, "--passphrase"), 2, "--passphrase-file FILE")
    gone = tmp_path / "gone.txt"
    refused(run("backup", "-o", copy, "--passphrase-file", gone), 2, "cannot be read")
    gone.write_bytes(b"\xff\xfe\n")
    refused(run("backup", "-o", copy, "--passphrase-file", gone), 2, "UTF-8")
    copy.write_bytes(b"age-encryption.org/v1\n-> X25519 abc\n")
    refused(run("restore", copy, "--passphrase-file", secret), 1, "for a key")
    copy.write_bytes(b"age-encryption.org/v1\n-> scrypt abc\n")
    refused(run("restore", copy, "--passphrase-file", secret), 1, "not whole")
    copy.unlink()
    monkeypatch.setitem(sys.modules, "pyrage", None)
    words = ("backup", "-o", copy, "--passphrase-file", secret)
    refused(run(*words), 1, 'pip install "cxreset[safe]"')
    assert not copy.exists()
