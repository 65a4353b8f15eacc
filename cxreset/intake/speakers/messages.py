"""One message of a conversation, whatever it was told in: a chat, a transcript, a mail, an API."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.intake.columns.people import Side


class Message(NamedTuple):
    """Who said what, and when.

    `speaker` tells people apart, by address or number where there is one; `name` is what else they
    are called. `when` is as the file writes it. `side` is whom the speaker speaks for, where
    the file says so; internal notes are the company's. What the chat program says has no speaker.
    """

    speaker: str
    text: str
    when: str = ""
    title: str = ""
    thread: str = ""
    name: str = ""
    side: Side | None = None


def joined(messages: list[Message]) -> list[Message]:
    """What one speaker says without a break, as one message: captions cut sentences in pieces."""
    turns: list[Message] = []
    for message in messages:
        if turns and (not message.speaker or message.speaker == turns[-1].speaker):
            turns[-1] = turns[-1]._replace(text=f"{turns[-1].text} {message.text}".strip())
        else:
            turns.append(message)
    return turns
