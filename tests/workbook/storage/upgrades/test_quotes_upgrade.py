"""Layout 6 had no quote of the leader's own choice; its pains stay as they were."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Evidence, Pain

STORED = Path(__file__).parents[1] / "fixtures" / "schema-6.cxreset"


def test_pains_stay_and_take_a_quote(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED, tmp_path / "my.cxreset"))
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT id, title, chosen FROM pain ORDER BY id").fetchall()
    book = Workbook.open(path)
    pains = book.rows(Pain)
    assert before and [(pain.id, pain.title, pain.chosen) for pain in pains] == before
    assert all(pain.quote_id is None for pain in pains)
    tie = book.rows(Evidence)[0]
    book.set(Pain, tie.pain_id, quote_id=tie.feedback_id)
    pain = book.get(Pain, tie.pain_id)
    assert pain is not None and pain.quote_id == tie.feedback_id
    book.file.close()
