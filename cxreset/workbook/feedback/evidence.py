"""Comments as evidence of pain points: the one place where they are tied and untied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def tie(connection: sqlite3.Connection, pain_id: int, comments: Iterable[int]) -> None:
    """Make comments evidence of a pain point; tying twice is tying once."""
    connection.executemany(
        "INSERT INTO evidence (pain_id, feedback_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(pain_id, comment) for comment in comments],
    )


def untie(connection: sqlite3.Connection, pain_id: int, comments: Iterable[int]) -> int:
    """Take comments out of the evidence of a pain point; returns how many were tied."""
    return connection.executemany(
        "DELETE FROM evidence WHERE pain_id = ? AND feedback_id = ?",
        [(pain_id, comment) for comment in comments],
    ).rowcount
