"""Closing the loop: what customers are told of a finished action, and who stands behind it."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.contacts import Contact, contacts_behind
from cxreset.workbook.tables import Action, CustomerReply
from cxreset.workbook.thread import Thread


class LoopToClose(NamedTuple):
    """A finished action: how many comments stand behind it, which customers have a name there,
    and what was written to them; `reply` is not stored yet while nothing was."""

    comments: int
    contacts: tuple[Contact, ...]
    reply: CustomerReply


def loop_of(reset: Reset, action: Action) -> LoopToClose:
    """What is known of those who spoke; a new reply begins with a draft, ready to be edited."""
    origin = Thread(reset.book).of_action(action)
    stored = reset.book.rows(CustomerReply, action_id=action.key)
    pain = origin.pain
    contacts = contacts_behind(reset.file, pain.key) if pain else []
    reply = stored[-1] if stored else CustomerReply(action_id=action.key)
    if not stored:
        reply.text = draft(pain.title if pain else "", action)
    return LoopToClose(origin.comments, tuple(contacts), reply)


def draft(pain: str, action: Action) -> str:
    """“You said, we did” in four short sentences."""
    complaint = one_line(pain).rstrip(".")
    heard = (
        _("You said: {complaint}.").format(complaint=complaint)
        if complaint
        else _("You told us what went wrong.")
    )
    done = one_line(action.title).rstrip(".") or _("(what was changed)")
    return _(
        "{heard}\nWe did: {done}.\nThis is different for you now: (one sentence)\nThank you for "
        "telling us."
    ).format(heard=heard, done=done)


def unanswered(reset: Reset) -> list[Action]:
    """Finished actions of which no customer has been told, by number."""
    answered = {row.action_id for row in reset.book.rows(CustomerReply) if row.sent_on}
    done = reset.book.rows(Action, status="completed")
    return [row for row in done if row.key not in answered and row.title.strip()]
