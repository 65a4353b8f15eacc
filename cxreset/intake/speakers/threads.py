"""Conversations in JSON of no shape that is known by name: lists of dated messages, of which most
say whose they are (`"from": "operator"`, `"is_inbound": true`), and Facebook's and Instagram's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from cxreset.intake.columns.people import Side
from cxreset.intake.columns.plain import simple
from cxreset.intake.speakers.messages import Message
from cxreset.intake.speakers.turns import TURN_LISTS, speaker_of_turn, words_of_turn
from cxreset.intake.values.date_columns import stamp_form

Thing = Mapping[str, object]
_TIMES = (
    *("timestamp", "time", "created at", "created", "date", "sent at", "timestamp ms", "datetime"),
    *("created datetime", "sent datetime", "date created", "created on"),
    *("ts", "created time", "sent", "posted at", "createdat", "sentat"),
)
_NAMES = ("sender name", "participant name", "author name", "name", "nickname", "display name")
_PEOPLE = ("sender", "author", "user", "from", "participant", "created by")
_PRIVATE = ("private", "is private", "internal", "is internal", "is note")
_MANY = 12  # speakers; more write to a list rather than with each other
_TITLES = ("subject", "title", "topic")


def thread_messages(owner: Thing) -> list[Message]:
    """The messages of the first list in `owner` that is a conversation; empty where none is."""
    for key, value in owner.items():
        if isinstance(value, list) and (turns := _turns(value, simple(key) in TURN_LISTS)):
            return list(_messages(owner, turns))
    return []


def _turns(value: Sequence[object], called_so: bool) -> list[Thing]:
    """`called_so`: by its name the list is one of messages, so names that come back will do."""
    turns = [turn for turn in value if isinstance(turn, Mapping)]
    if len(turns) < len(value) or not turns:
        return []
    dated = all(_field(turn, _TIMES) for turn in turns)
    worded = any(words_of_turn(turn) for turn in turns)
    sides = sum(speaker_of_turn(turn) is not None for turn in turns)
    named = all(_field(turn, ("sender name",)) for turn in turns)  # Facebook's
    named = named or (called_so and _few_speak(turns))
    return turns if dated and worded and (sides * 2 > len(turns) or named) else []


def _few_speak(turns: Sequence[Thing]) -> bool:
    """Does every message say whose it is, and somebody speak again?"""
    names = [_name(turn) for turn in turns]
    return all(names) and len(set(names)) < len(names) and len(set(names)) <= _MANY


def _messages(owner: Thing, turns: Sequence[Thing]) -> Iterator[Message]:
    title = _field(owner, _TITLES)
    partner = title if isinstance(owner.get("participants"), list) else ""
    for turn in sorted(turns, key=_moment):
        name = _name(turn)
        side = speaker_of_turn(turn)
        if side is None and partner:
            side = "customer" if name == partner else "company"
        private = any(turn.get(key) is True for key in turn if simple(key) in _PRIVATE)
        if private or turn.get("public") is False:
            side = "company"
        yield Message(
            speaker=_known_as(name, side),
            text=words_of_turn(turn) or "",
            when=_moment(turn),
            title="" if partner else title,
            side=side,
        )


def _known_as(name: str, side: Side | None) -> str:
    """Somebody of the company may bear the customer's name."""
    if not name:
        return "customer" if side == "customer" else "agent"
    return f"{name} (agent)" if side == "company" else name


def _name(turn: Thing) -> str:
    whole = _field(turn, _NAMES)
    if whole:
        return whole
    for key, value in turn.items():
        if simple(key) in _PEOPLE and isinstance(value, Mapping):
            return _field(value, (*_NAMES, "email", "n", "handle"))
    return ""


def _field(thing: Thing, names: Sequence[str]) -> str:
    """The first field of one of these names that holds a word or a number."""
    for wanted in names:
        for key, value in thing.items():
            if simple(key) == wanted and isinstance(value, str | int | float) and value != "":
                return str(value)
    return ""


def _moment(turn: Thing) -> str:
    """When a message was sent, as ISO where it is told in seconds."""
    text = _field(turn, _TIMES)
    form = stamp_form([text])
    if form in ("seconds", "milliseconds"):
        number = float(text) / (1000 if form == "milliseconds" else 1)
        return datetime.fromtimestamp(number, UTC).isoformat(" ", "seconds")[:19]
    return text
