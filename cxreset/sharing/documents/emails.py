"""The e-mail that an owner's page is sent with."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.base.text import one_line
from cxreset.insight.personal.choices import Choices
from cxreset.sharing.documents.footnotes import pain_of, quotes_of, spoken
from cxreset.sharing.documents.masking import TO, masked
from cxreset.sharing.documents.model import Document, Paragraph, Part
from cxreset.sharing.documents.parts import email_of
from cxreset.sharing.documents.slips import closing_words, is_leader, owned
from cxreset.sharing.facts.masking import Find
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import short_date


class Email(NamedTuple):
    """An e-mail ready to send; `to` is empty when no address is written down."""

    to: str
    subject: str
    body: str


def ready_email(facts: PlanFacts, owner: str) -> Email:
    """The e-mail that goes with an owner's page: plain text, lines parted by newlines."""
    every = owned(facts).get(owner, [])
    own = [one for one in every if one.open]
    dates = sorted(one.deadline for one in own if one.deadline)
    if not own:
        subject = _closing_subject(every)
    elif not dates:
        subject = f"Would you give {_these(own)} a date?"
    else:
        late = dates[0] < facts.today
        when = f"{'was due on' if late else 'by'} {short_date(dates[0])}"
        if len(own) == 1:
            subject = f"{_yours(own)}{' ' if late else ', '}{when}"
        else:
            subject = f"{_yours(own)}: {'one' if late else 'the first'} {when}"
    return Email(email_of(facts, owner), subject, _body(facts, owner, every))


def masked_email(
    facts: PlanFacts, owner: str, choices: Choices | None
) -> tuple[Email | None, tuple[Find, ...]]:
    """The e-mail to an owner with what is personal in it masked; None for the leader.

    Without `choices` nothing is masked. The address under To is the colleague's own and stays.
    """
    if is_leader(facts, owner):
        return None, ()
    email = ready_email(facts, owner)
    if choices is None:
        return email, ()
    blocks = (Paragraph(email.subject), Paragraph(email.body))
    document = Document(
        title="",
        subtitle="",
        date=facts.today,
        parts=(Part("email", f"The e-mail to {owner}", blocks),),
    )
    document, finds = masked(document, choices)
    subject, body = (one.text for one in document.parts[0].blocks if isinstance(one, Paragraph))
    return email._replace(subject=subject, body=body), finds


def email_text(email: Email) -> str:
    """The e-mail as a text: a line each for To and Subject, an empty one, the body."""
    return f"{f'{TO}: {email.to}'.rstrip()}\nSubject: {email.subject}\n\n{email.body}\n"


def _closing_subject(own: list[ActionFact]) -> str:
    """What is done is thanked for; what was cancelled is never called done."""
    done = sum(one.status == "completed" for one in own)
    if done == len(own):
        return "Thank you: what you owned in our plan is done"
    return "What you owned in our plan is closed" if done else "What you owned is not needed now"


def _body(facts: PlanFacts, owner: str, own: list[ActionFact]) -> str:
    """The words of the e-mail to whom these actions belong, open ones and closed ones."""
    thanks = f"Thank you,\n{one_line(facts.name)}" if one_line(facts.name) else "Thank you"
    hello = f"Hello {owner},"
    closed, own = own, [one for one in own if one.open]
    if not own:
        return (
            f"{hello}\n\nnothing is open for you in our plan. {closing_words(closed)}\n\n{thanks}"
        )
    lines = []
    for action in own:
        pain = pain_of(facts, action.pain)
        due = f", by {short_date(action.deadline)}" if action.deadline else ", no date yet"
        late = " (overdue)" if action.overdue(facts.today) else ""
        why = f" It goes back to “{one_line(pain.title)}”." if pain else ""
        lines.append(f"- {action.ref} {one_line(action.title)}{due}{late}.{why}")
    comment = next(
        (quotes[0] for one in own if (quotes := quotes_of(facts, one.pain))),
        None,
    )
    voice = [f"One customer put it like this: {spoken(comment)}"] if comment else []
    asks = (
        "Is each date one that you can keep in an ordinary week? If something is in the way, a "
        "word today is enough, and I help to clear it. The page has the details; the dates come "
        "with it as a calendar file."
    )
    pieces = [hello, f"in our plan you own {_these(own)}:", "\n".join(lines)]
    return "\n\n".join([*pieces, *voice, asks, thanks])


def _these(own: list[ActionFact]) -> str:
    return "this action" if len(own) == 1 else f"these {len(own)} actions"


def _yours(own: list[ActionFact]) -> str:
    return f"Your {'action' if len(own) == 1 else f'{len(own)} actions'} in our plan"
