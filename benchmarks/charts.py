"""What a run chart and the drivers of a rating cost beside the raw scan that feeds them.

    python benchmarks/charts.py [--comments 100000] [--rounds 3]

CPU seconds, the smallest of the rounds: a run chart of 104 weeks (read, usual range, shift, drawn
as SVG) beside reading its rows; and 12 pain points over all comments (driver, months, channels)
beside fetching the same columns and ties with the standard library's sqlite3.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

from cxreset.insight.figures.kinds import KINDS
from cxreset.reset.evidence.weighing import weigher
from cxreset.reset.measures.series import series_of
from cxreset.sharing.charts.run_chart import run_chart
from cxreset.sharing.charts.svg import inline
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.columns import tied_ids
from cxreset.workbook.opening import create_workbook
from cxreset.workbook.tables import DataPoint, Measurement, Pain

TODAY = date(2026, 10, 2)
WEEKS, PAINS = 104, 12
POINTS = "SELECT * FROM data_point ORDER BY counted_on, id"
COLUMNS = "SELECT id, rating, received_on, channel, batch_id, preventable FROM feedback ORDER BY id"
TIES = "SELECT pain_id, feedback_id FROM evidence"


def filled(path: Path, comments: int) -> Workbook:
    """A workbook with the weeks of one figure and comments tied to pain points at random."""
    chance = Random(15)
    book = Workbook(create_workbook(path))
    with book.file.transaction(recorded=False) as connection:
        row = book.add(Measurement(kind="csat", name="CSAT"))
        for week in range(WEEKS):
            monday = TODAY - timedelta(days=7 * (WEEKS - week) + TODAY.weekday())
            hits = chance.randrange(55, 75)
            book.add(DataPoint(measurement_id=row.id, counted_on=monday, hits=hits, total=100))
        for number in range(PAINS):
            book.add(Pain(title=f"Pain {number + 1}"))
        batch = connection.execute(
            "INSERT INTO import_batch (file_name, sha256, imported_on, channel, text_column,"
            " rows_read, stored, empty, refused, scale)"
            " VALUES ('survey.csv', '', '2026-10-02', 'survey', 'text', 0, 0, 0, 0, '1-5')"
        ).lastrowid
        connection.executemany(
            "INSERT INTO feedback (batch_id, channel, text, received_on, rating)"
            " VALUES (?, ?, 'late', ?, ?)",
            (
                (
                    batch,
                    chance.choice(("survey", "review", "chat")),
                    (TODAY - timedelta(days=chance.randrange(200))).isoformat(),
                    chance.choice((1, 2, 3, 4, 5)),
                )
                for _ in range(comments)
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO evidence VALUES (?, ?)",
            (
                (chance.randrange(1, PAINS + 1), chance.randrange(1, comments + 1))
                for _ in range(comments // 4)
            ),
        )
    return book


def cpu(rounds: int, act: Callable[[], object]) -> float:
    """The smallest CPU seconds of so many rounds."""
    found = []
    for _ in range(rounds):
        begun = time.process_time()
        act()
        found.append(time.process_time() - begun)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--comments", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.cxreset"
        book = filled(path, options.comments)
        row = book.rows(Measurement)[0]
        execute = book.file.connection.execute

        def chart() -> None:
            points = book.rows(DataPoint, "counted_on", "id", measurement_id=row.id)
            weeks = series_of(row, points, None, TODAY).weeks
            inline(run_chart(weeks, KINDS["csat"].shown), "a run chart")

        def drivers() -> None:
            weighed = weigher(book.file, TODAY, PAINS)
            for pain in range(1, PAINS + 1):
                weighed.of(tied_ids(book.file, pain))

        def scan() -> None:
            execute(COLUMNS).fetchall()
            execute(TIES).fetchall()

        with closing(book.file):
            pairs = (
                (f"run chart, {WEEKS} weeks", chart, lambda: execute(POINTS).fetchall()),
                (f"{PAINS} drivers, {options.comments:,} comments", drivers, scan),
            )
            for name, ours, raw in pairs:
                spent, floor = cpu(options.rounds, ours), cpu(options.rounds, raw)
                print(f"{name:36} {spent:8.4f} s  raw scan {floor:8.4f} s  {spent / floor:6.1f} ×")


if __name__ == "__main__":
    main()
