"""Whether the customers behind a finished action were told of it, when, whom and how."""

from __future__ import annotations

from collections.abc import Iterator

from cxreset.base.language.words import _
from cxreset.base.text import count, in_quotes
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import Block, BulletList, Subheading
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date

_TITLE = 60


def reply_words(action: ActionFact) -> str:
    """`customers told 4 Oct 2026: all who wrote, by e-mail`, or that they were not told yet."""
    if action.replied_on is None:
        return _("customers not told yet")
    to, by = one_line(action.replied_to), one_line(action.replied_by)
    words = _("customers told {day}").format(day=short_date(action.replied_on))
    whom, how = f": {to}" if to else "", f" ({by})" if by else ""
    return f"{words}{whom}{how}"


def answered_sentence(facts: PlanFacts) -> str:
    """How many finished actions those who spoke of it have heard of; empty while of none."""
    done = [one for one in facts.actions if one.status == "completed" and one.comments]
    if not done:
        return ""
    answered = sum(one.replied_on is not None for one in done)
    if not answered:
        return ""
    finished = count(len(done), "finished action")
    return _("Those who spoke were told what became of it for {answered} of {finished}.").format(
        answered=answered, finished=finished
    )


def replies_blocks(facts: PlanFacts) -> Iterator[Block]:
    """A line for each finished action that customers were told of; nothing while there is none.

    Those still to be told are the leader's to see.
    """
    done = [one for one in facts.actions if one.status == "completed" and one.replied_on]
    if not done:
        return
    lines = [_answered(one) for one in done]
    yield Subheading(_("You said, we did"))
    yield BulletList(tuple(lines))


def _answered(action: ActionFact) -> str:
    words = one_line(action.reply)
    quoted = f" {in_quotes(words)}" if words else ""
    title = shortened(action.title, _TITLE)
    return f"{action.ref} {title}: {reply_words(action)}.{quoted}"
