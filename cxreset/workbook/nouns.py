"""What a line of each table is called, and the prefix of its short id: `P2` is a pain point.

Undo names its changes by them and the tables their rows; light, for both.
"""

from __future__ import annotations

from cxreset.base.record import Record


class Noun(Record):
    """`prefix` is empty where lines of the table bear no short id."""

    prefix: str
    noun: str

    @property
    def several(self) -> str:
        """The noun of more than one."""
        return _SEVERAL.get(self.noun) or f"{self.noun}s"


_SEVERAL = {
    "fix": "fixes",
    "person": "people",
    "pilot's plan": "pilots' plans",
    "reply to customers": "replies to customers",
}
"""Noun -> more than one of them, where it is not just an s."""

NOUNS = {
    "import_batch": Noun("I", "import"),
    "feedback": Noun("C", "comment"),
    "pain": Noun("P", "pain point"),
    "why": Noun("", "why"),
    "touchpoint": Noun("T", "touchpoint"),
    "gap": Noun("G", "gap"),
    "fix": Noun("F", "fix"),
    "action": Noun("A", "action"),
    "meeting": Noun("", "meeting"),
    "person": Noun("", "person"),
    "agenda_item": Noun("", "agenda item"),
    "insight": Noun("", "insight"),
    "decision": Noun("D", "decision"),
    "follow_up": Noun("U", "follow-up"),
    "parked_item": Noun("", "parked point"),
    "customer_reply": Noun("", "reply to customers"),
    "pilot": Noun("PL", "pilot"),
    "pilot_plan": Noun("", "pilot's plan"),
    "measurement": Noun("M", "measurement"),
    "data_point": Noun("", "count"),
    "voice": Noun("V", "voice"),
    "lesson": Noun("L", "lesson"),
    "procedure": Noun("S", "procedure"),
    "share_out": Noun("", "share-out"),
    "journal": Noun("", "journal line"),
}
"""Table -> what a line of it is called."""


def noun_of(table: str) -> Noun:
    """What a line of any table is called; a table without an entry goes by its own name."""
    return NOUNS.get(table) or Noun("", table.replace("_", " "))
