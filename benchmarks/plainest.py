"""The plainest way from a CSV file to a table with a search index, beside which imports are timed.

    python benchmarks/plainest.py bare|same FILE PLACE

Both have SQLite's default settings: the csv module's reader, one `executemany`, an FTS5 `rebuild`
of an external-content table, a commit. `bare` stores the cells as they come, each once. `same`
stores what a workbook does: text, day, channel, rating, customer, category, and the row as JSON.
Neither has another index, checks a value, finds what is equal, counts, or can be undone.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator


def same(header: list[str], rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """The cells of `benchmarks/feedback.py`'s export in the columns of a workbook."""
    for row in rows:
        _, day, channel, rating, text, customer, _, status = row
        raw = json.dumps(dict(zip(header, row, strict=True)))
        yield text, day, channel, rating, customer, status, raw


def main() -> None:
    how, path, workbook = sys.argv[1:]
    connection = sqlite3.connect(workbook)
    with open(path, encoding="utf-8", newline="") as file, connection:  # noqa: PTH123
        rows = csv.reader(file)
        header = next(rows)
        names, text = header, "Comment"
        if how == "same":
            names = ["text", "day", "channel", "rating", "customer", "category", "raw"]
            text = "text"
        columns, marks = ", ".join(names), ", ".join("?" * len(names))
        connection.execute(f"CREATE TABLE said (id INTEGER PRIMARY KEY, {columns})")
        connection.execute(
            f"CREATE VIRTUAL TABLE words USING fts5({text}, content='said', content_rowid='id')"
        )
        connection.executemany(
            f"INSERT INTO said ({columns}) VALUES ({marks})",  # noqa: S608
            same(header, rows) if how == "same" else rows,
        )
        connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
    connection.close()


if __name__ == "__main__":
    main()
