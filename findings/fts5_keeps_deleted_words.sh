#!/usr/bin/env bash
# SQLite: with secure_delete on, a deleted comment's words are still in the file, in the full-text index, also after VACUUM.
#
# Expected: PRAGMA secure_delete overwrites what is deleted with zeros, and VACUUM writes a file without it.
# Seen: FTS5 notes a deletion and leaves the old words in its own rows. The row cannot be found any more, yet the word stands
#   in the file after DELETE, and after VACUUM, which copies those rows. Gone it is after 'optimize' or 'rebuild', or when the
#   table's option 'secure-delete' (SQLite 3.42 and later) was set before the row was written.
# Why it matters: a customer asks for what was stored about them to be erased. The table is empty, the search finds nothing,
#   and the sentence is on the disk, in every backup made from then on.
# Version: SQLite 3.50.4, as apsw 3.50.4.0 brings it. Source: https://www.sqlite.org/fts5.html, section 6.11
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet apsw==3.50.4.0
env/bin/python - <<'PY'
from pathlib import Path

import apsw

print("SQLite", apsw.sqlite_lib_version())


def in_the_file(steps, *, set_before):
    """Whether a deleted word stands in the file after each step."""
    path = Path(f"comments-{set_before}.db")
    database = apsw.Connection(str(path))
    database.execute("PRAGMA secure_delete = ON")
    database.execute("CREATE VIRTUAL TABLE comments USING fts5(body)")
    if set_before:
        database.execute("INSERT INTO comments(comments, rank) VALUES ('secure-delete', 1)")
    database.execute("INSERT INTO comments VALUES ('ask for Zanzibarine at the desk'), ('all went well')")
    database.execute("DELETE FROM comments WHERE comments MATCH 'zanzibarine'")
    assert not list(database.execute("SELECT * FROM comments WHERE comments MATCH 'zanzibarine'"))
    found = []
    for step in steps:
        database.execute(step)
        found.append(b"zanzibarine" in path.read_bytes())
    return found


STEPS = ["SELECT 1", "VACUUM", "INSERT INTO comments(comments) VALUES ('optimize')"]
plain = in_the_file(STEPS, set_before=False)
safe = in_the_file(STEPS, set_before=True)
print("after DELETE, VACUUM, 'optimize':", plain)
print("with 'secure-delete' from the beginning:", safe)
assert plain == [True, True, False] and safe == [False, False, False]
PY
