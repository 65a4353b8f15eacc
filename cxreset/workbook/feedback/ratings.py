"""How often each rating was given in an import, over some days: counts for a measurement."""

from __future__ import annotations

from datetime import date

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


def rated_imports(file: WorkbookFile) -> list[tuple[int, str, str]]:
    """(id, file name, scale such as `1-5`) of the imports with dated ratings, newest first."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT id, file_name, scale FROM import_batch WHERE scale <> '' AND EXISTS ("
            " SELECT 1 FROM feedback WHERE batch_id = import_batch.id"
            " AND rating IS NOT NULL AND received_on IS NOT NULL) ORDER BY id DESC"
        ).fetchall()
    return [(int(number), str(name), str(scale)) for number, name, scale in rows]


def rating_counts(
    file: WorkbookFile, batch_id: int, first: date | None, last: date
) -> dict[float, int]:
    """Rating -> how often, from `first` (None: the earliest) to `last`, both included."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT rating, count(*) FROM feedback WHERE batch_id = ? AND rating IS NOT NULL"
            " AND received_on BETWEEN ? AND ? GROUP BY rating",
            (batch_id, (first or date.min).isoformat(), last.isoformat()),
        ).fetchall()
    return {float(rating): int(number) for rating, number in rows}


def ratings_by_week(file: WorkbookFile, batch_id: int, last: date) -> dict[date, dict[float, int]]:
    """Monday -> rating -> how often in that week, up to `last`."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT date(received_on, 'weekday 0', '-6 days') AS monday, rating, count(*)"
            " FROM feedback WHERE batch_id = ? AND rating IS NOT NULL AND received_on <= ?"
            " GROUP BY monday, rating ORDER BY monday",
            (batch_id, last.isoformat()),
        ).fetchall()
    weeks: dict[date, dict[float, int]] = {}
    for monday, rating, number in rows:
        weeks.setdefault(date.fromisoformat(monday), {})[float(rating)] = int(number)
    return weeks
