"""What is no workbook of ours, or holds what none can hold, is refused with its row."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxreset.base.errors import CxresetError, IntakeError
from cxreset.sharing.data.archive import restore
from tests.sharing.data.json_samples import changed, rows

# -- what is none of ours


def refused(path: Path, target: Path) -> str:
    with pytest.raises(CxresetError) as caught:
        restore(path, target)
    assert not target.exists() and not list(target.parent.glob(".*.new"))
    sentence = caught.value.sentence
    assert isinstance(caught.value, IntakeError) and path.name in sentence
    assert "\n" not in sentence and len(sentence) < 500
    return sentence


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "line 1: this is no JSON"),
        (b'{\n "format": \n}', "line 3: this is no JSON"),
        (b"[]", "is no workbook written by cxreset as JSON"),
        (b"null", "is no workbook written by cxreset as JSON"),
        (b'{"format": "other"}', "is no workbook written by cxreset as JSON"),
        (b'{"format": "cxreset-workbook", "version": 99}', "in version 99 of the form"),
        (b'{"format": "cxreset-workbook", "version": true}', "in version True of the form"),
        (b'{"format": "cxreset-workbook", "version": 1}', "its tables are not lists of rows"),
        (b'{"format": "cxreset-workbook", "version": 1, "tables": {"pain": [1]}}', "lists of rows"),
        (b'{"format": "cxreset-workbook", "version": 1, "tables": {}, "x": 1}', "it has “x”"),
        (b'{"format": "cxreset-workbook", "version": 1, "tables": {}}', "who began the workbook"),
        (b"[" * 200_000, "nested deeper"),
        (b'{"a":' * 200_000, "nested deeper"),
        (b'{"a": 1, "a": 2}', "a name stands twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "a number in it is too long"),
        (b"\xff\xfe\x00", "not written in UTF-8"),
        (b"SQLite format 3\x00", "this is no JSON"),
    ],
    ids=range(18),
)
def test_what_is_no_workbook_is_one_sentence(text: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(text)
    assert says in refused(path, tmp_path / "new.cxreset")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda t: t["tables"].update(secrets=[]), "a workbook has no table “secrets”"),
        (lambda t: t["tables"].update(ledger=[]), "a workbook has no table “ledger”"),
        (lambda t: t["tables"].update({'x"; DROP TABLE pain; --': []}), "a workbook has no table"),
        (lambda t: rows(t, "pain")[1].update(colour="red"), "row 2 of “pain” has “colour”"),
        (lambda t: rows(t, "pain")[1].update({'a"': 1}), "which no workbook has"),
        (lambda t: rows(t, "pain")[0].pop("id"), "row 1 of “pain” has no “id”"),
        (lambda t: rows(t, "pain")[0].update(title=5), "“title” in row 1 of “pain” is no text"),
        (lambda t: rows(t, "pain")[0].update(title=None), "“title” in row 1 of “pain” is empty"),
        (lambda t: rows(t, "pain")[0].update(title=["x"]), "is no text"),
        (lambda t: rows(t, "pain")[0].update(urgency="5"), "is no whole number"),
        (lambda t: rows(t, "pain")[0].update(urgency=5.0), "is no whole number"),
        (lambda t: rows(t, "pain")[0].update(chosen=True), "is no whole number"),
        (lambda t: rows(t, "pain")[0].update(urgency=9), "row 1 of “pain” cannot be"),
        (lambda t: rows(t, "pain")[0].update(id=2**70), "is too large"),
        (lambda t: rows(t, "pain")[1].update(id=1), "row 2 of “pain” cannot be"),
        (lambda t: rows(t, "action")[0].update(status="asleep"), "row 1 of “action” cannot be"),
        (lambda t: rows(t, "action")[0].update(deadline="soon"), "is no date such as 2026-10-09"),
        (lambda t: rows(t, "action")[0].update(deadline=""), "is no date such as 2026-10-09"),
        (lambda t: rows(t, "action")[0].update(deadline="20261009"), "is no date"),
        (lambda t: rows(t, "action")[0].update(fix_id=999), "tied to one of “fix” that is not"),
        (lambda t: rows(t, "feedback")[0].update(rating="five"), "is no number"),
        (lambda t: rows(t, "feedback")[0].update(rating=10**400), "is too large"),
        (lambda t: rows(t, "reset").clear(), "who began the workbook"),
        (lambda t: rows(t, "reset")[0].update(workdays="9"), "its working days are none"),
        (lambda t: rows(t, "reset")[0].update(workdays="x"), "cannot be"),
        (lambda t: rows(t, "reset")[0].update(start_on="9999-12-31"), "outside the calendar"),
        (lambda t: rows(t, "reset").append(dict(rows(t, "reset")[0], id=2)), "row 2 of “reset”"),
        (lambda t: t["last_ids"].update(action=-1), "the last number of “action” cannot be"),
        (lambda t: t["last_ids"].update(sqlite_master=1), "the last number of “sqlite_master”"),
        (lambda t: t.update(last_ids={"action": "7"}), "last numbers are no whole numbers"),
    ],
    ids=range(30),
)
def test_what_no_workbook_can_hold_is_said_with_its_row(
    change: Callable[[dict[str, Any]], object], says: str, kept: Path, tmp_path: Path
) -> None:
    changed(kept, change)
    assert says in refused(kept, tmp_path / "new.cxreset")


def test_an_infinite_number_is_none(kept: Path, tmp_path: Path) -> None:
    text = kept.read_text(encoding="utf-8")
    found = re.sub(r'"rating": [0-9.]+', '"rating": 1e999', text, count=1)
    assert found != text
    kept.write_text(found, encoding="utf-8")
    assert "is no number" in refused(kept, tmp_path / "new.cxreset")
