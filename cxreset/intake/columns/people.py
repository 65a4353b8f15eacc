"""Columns that name the people of a conversation told in another column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from cxreset.intake.columns.names import words_of

Side = Literal["customer", "company"]
"""Who speaks in a conversation."""

_AGENTS = {
    *("agent", "operator", "advisor", "adviser", "representative", "rep", "assignee", "staff"),
    *("bearbeiter", "mitarbeiter", "berater", "conseiller", "agente", "operador", "medewerker"),
}
_CUSTOMERS = {"visitor", "customer", "client", "guest", "caller", "user", "kunde", "kundin"}
_CUSTOMERS |= {"besucher", "visiteur", "cliente", "visitante", "requester", "bezoeker", "contact"}
_NAMES = {"name", "names", "nickname", "nom", "nombre", "nome", "naam", "full"}


def people_columns(
    header: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[tuple[str, Side], ...]:
    """`(("Agent name", "company"), ("Visitor name", "customer"))`; empty unless the names in such
    columns stand before lines of the same row."""
    found: list[tuple[str, Side]] = []
    for at, name in enumerate(header):
        words = words_of(name)
        if not (words & _NAMES or len(words) == 1):
            continue
        if words & _AGENTS and _labels(rows, at):
            found.append((name, "company"))
        elif words & _CUSTOMERS and _labels(rows, at):
            found.append((name, "customer"))
    return tuple(found)


def _labels(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Does the cell's name begin a line in another cell, in one row of four?"""
    named = [(row[at].strip(), row) for row in rows[:200] if row[at].strip()]
    if not named:
        return False
    used = sum(
        any(_begins_a_line(name, cell) for cell in row if len(cell) > len(name))
        for name, row in named
    )
    return used * 4 >= len(named)


def _begins_a_line(name: str, cell: str) -> bool:
    """`Sam:`, or with a time before it: `(09:12:44) Sam:`."""
    if f"{name}:" not in cell and f"{name} :" not in cell:
        return False
    return re.search(rf"^[\W\d]{{0,30}}{re.escape(name)} ?:", cell, re.MULTILINE) is not None
