"""Layout 2 had measurements without effort, roles and looks; what becomes of each in layout 3."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from cxreset.workbook.book import Workbook
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.tables import DataPoint, Lesson, Measurement, Metric, Pilot, PilotPlan

STORED = Path(__file__).parents[1] / "fixtures" / "schema-2.cxreset"
COLUMNS = (
    "id, pilot_id, kind, name, scale, better, before_hits, before_low, before_total, after_hits, "
    "after_low, after_total"
)


def test_measurements_and_what_is_tied_to_them_stay(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED, tmp_path / "my.cxreset"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM measurement WHERE id = (SELECT max(id) FROM measurement)")
        connection.execute("UPDATE lesson SET measurement_id = 1 WHERE id = 1")
        connection.execute("DELETE FROM metric")  # layout 14 makes measurements of them
        connection.commit()
        before = connection.execute(f"SELECT {COLUMNS} FROM measurement").fetchall()
        ties = connection.execute("SELECT id, measurement_id FROM lesson").fetchall()
        (last,) = connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = 'measurement'"
        ).fetchone()
    book = Workbook.open(path)
    assert book.file.connection.execute(f"SELECT {COLUMNS} FROM measurement").fetchall() == before
    assert [(one.id, one.measurement_id) for one in book.rows(Lesson)] == ties
    assert before and any(measurement for _, measurement in ties)
    assert all(one.role == "" and one.before_value == "" for one in book.rows(Measurement))
    assert book.add(Measurement(kind="effort")).id == last + 1, "no id is given twice"
    book.file.close()


def test_what_hangs_on_a_measurement_can_be_stored(tmp_path: Path) -> None:
    book = Workbook.open(Path(shutil.copy(STORED, tmp_path / "my.cxreset")))
    pilot = book.rows(Pilot)[0]
    plan = book.add(PilotPlan(pilot_id=pilot.id, kind="effort", current="4.9 ± 1.5"))
    point = book.add(DataPoint(measurement_id=1, period="look", site="comparison"))
    assert (plan.id, point.id) == (1, 1)
    book.file.close()


BY_HAND = Path(__file__).parents[1] / "fixtures" / "schema-13.cxreset"


def test_figures_kept_by_hand_become_measurements(tmp_path: Path) -> None:
    """Layout 13 kept CSAT in two homes: by hand for a week, and in step 4.2."""
    path = Path(shutil.copy(BY_HAND, tmp_path / "my.cxreset"))
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
