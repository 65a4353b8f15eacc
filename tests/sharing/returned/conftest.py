"""A workbook with actions, and its register as it is sent out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset
from cxreset.sharing.data import register
from cxreset.sharing.facts.gather import gather
from cxreset.workbook.tables import Action, Person
from tests.sharing.returned.colleague import TODAY


@pytest.fixture
def filled(reset: Reset) -> Reset:
    book = reset.book
    book.add(Person(name="Sam Whitlock", email="sam@harbour-pine.example"))
    book.add(Person(name="Tom Becker", email="tom@harbour-pine.example"))
    book.add(
        Action(
            title="Try the text", owner="Sam Whitlock", deadline=date(2026, 10, 9),
            status="in_progress", note="Running.",
        )
    )  # fmt: skip
    book.add(Action(title="Count the contacts", owner="Tom Becker", deadline=date(2026, 10, 2)))
    book.add(Action(title="Agree with finance"))
    book.add(Action(title="=cmd|' /C calc'!A0", note="- one\n- two", deadline=date(2026, 12, 25)))
    return reset


@pytest.fixture
def sent(filled: Reset, pack: Pack, tmp_path: Path) -> Path:
    """The register as it is sent out."""
    path = tmp_path / "register.xlsx"
    path.write_bytes(register.render(gather(filled.book, pack, TODAY)))
    return path
