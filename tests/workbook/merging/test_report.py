"""What a merge says it did, with the right form of each noun, in English and in German."""

from __future__ import annotations

import pytest

from cxreset.base import locations
from cxreset.base.language.words import ask_anew
from cxreset.workbook.merging.report import Merged


def test_rows_are_counted_in_the_words_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    report = Merged()
    report.had_base = True
    report.added = {"fix": 2, "evidence": 1}
    report.changed = {"person": 2}
    report.removed = {"customer_reply": 3}
    assert [*report.lines()] == [
        "Added: 2 fixes and 1 tied comment.",
        "Changed: 2 people.",
        "Removed: 3 replies to customers.",
    ]
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, "de")
    ask_anew()
    lines = [*report.lines()]
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()
    assert lines == [
        "Hinzugefügt: 2 Lösungen und 1 angehängter Kommentar.",
        "Geändert: 2 Personen.",
        "Entfernt: 3 Antworten an Kunden.",
    ]
