"""Layout 13 kept CSAT in two homes: by hand for a week, and in step 4.2."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from cxreset.workbook.book import Workbook
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.tables import Measurement, Metric

STORED = Path(__file__).parent / "fixtures" / "schema-13.cxreset"


def test_figures_kept_by_hand_become_measurements(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED, tmp_path / "my.cxreset"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE metric SET before = 'about two thirds' WHERE key = 'nps'")
    with closing(open_workbook(path)) as file:
        book = Workbook(file)
        found = {
            one.name: (one.kind, one.before_value, one.after_value)
            for one in book.rows(Measurement)
        }
        assert found["Customer satisfaction"] == ("csat", "68%", "71%")
        assert found["Purchases per visit"] == ("conversion", "2.5", "2.5")
        assert "NPS" not in found, "what is no number stays where it was written"
        assert {one.key for one in book.rows(Metric)} == {"nps", "complaints", "communication"}
