"""Layout 8 remembered nothing of sharing; what is decided and handed out is remembered now."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from cxreset.workbook.book import Workbook
from cxreset.workbook.shares.calendars import EntryState, changed_at, handed_out, remember
from cxreset.workbook.shares.personal import choose_personal, personal_choices
from cxreset.workbook.tables import Pain

STORED = Path(__file__).parents[1] / "fixtures" / "schema-8.cxreset"


def test_sharing_is_remembered_from_now_on(tmp_path: Path) -> None:
    book = Workbook.open(Path(shutil.copy(STORED, tmp_path / "my.cxreset")))
    file = book.file
    assert book.rows(Pain) and personal_choices(file) == {} and handed_out(file, "") == {}
    assert changed_at(file) is None
    choose_personal(file, "dana okafor", kept=False)
    choose_personal(file, "08001234567", kept=False)
    choose_personal(file, "08001234567", kept=True)
    assert personal_choices(file) == {"dana okafor": False, "08001234567": True}
    assert changed_at(file) is not None, "a decision can be undone"
    choose_personal(file, "dana okafor", kept=None)
    assert personal_choices(file) == {"08001234567": True}
    state = EntryState(
        digest="a", title="Due: text", starts_on=date(2026, 9, 7), sequence=2,
        changed_at=datetime(2026, 9, 6, 8, 30, tzinfo=UTC), cancelled=True,
    )  # fmt: skip
    remember(file, "", {"A1": state})
    remember(file, "sam", {"A2": state})
    remember(file, "sam", {"A3": state})
    assert handed_out(file, "") == {"A1": state} and handed_out(file, "sam") == {"A3": state}
    book.file.close()
