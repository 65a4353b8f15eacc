"""How many comments there are, kept by triggers: see schema step 10.

Standard library only: progress asks for them at every start.
"""

from __future__ import annotations

import sqlite3

_COUNTED = "SELECT channel, seen, count(*) FROM feedback GROUP BY channel, seen"
_KEPT = "SELECT channel, seen, comments FROM feedback_count WHERE comments <> 0"


def channel_counts(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """Channel -> (comments, of them read); channels without any are absent."""
    rows = connection.execute(
        "SELECT channel, sum(comments), sum(seen * comments) FROM feedback_count"
        " GROUP BY channel HAVING sum(comments) > 0"
    )
    return {channel: (total, seen) for channel, total, seen in rows}


def months_by_pain(connection: sqlite3.Connection) -> dict[int, dict[str, int]]:
    """Pain point -> month (`2026-09`) -> comments tied to it that have a day."""
    rows = connection.execute(
        "SELECT pain_id, substr(received_on, 1, 7), count(*) FROM evidence"
        " JOIN feedback ON feedback.id = feedback_id WHERE received_on IS NOT NULL"
        " GROUP BY 1, 2 ORDER BY 1, 2"
    )
    found: dict[int, dict[str, int]] = {}
    for pain, month, comments in rows:
        found.setdefault(pain, {})[month] = comments
    return found


def counts_stale(connection: sqlite3.Connection) -> bool:
    """Do the counts say anything else than the comments do?"""
    (differ,) = connection.execute(
        f"SELECT EXISTS ({_COUNTED} EXCEPT {_KEPT}) OR EXISTS ({_KEPT} EXCEPT {_COUNTED})"
    ).fetchone()
    return bool(differ)
