"""The e-mail that an owner's page is sent with."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.insight.personal.choices import Choices
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.footnotes import pain_of, quotes_of, spoken
from cxreset.sharing.documents.masking import masked, to_label
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
        subject = _("Would you give {these} a date?").format(these=_these(own))
    else:
        subject = _dated_subject(len(own), dates[0] < facts.today).format(
            number=len(own), day=short_date(dates[0])
        )
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
        parts=(Part("email", _("The e-mail to {owner}").format(owner=owner), blocks),),
    )
    document, finds = masked(document, choices)
    subject, body = (one.text for one in document.parts[0].blocks if isinstance(one, Paragraph))
    return email._replace(subject=subject, body=body), finds


def email_text(email: Email) -> str:
    """The e-mail as a text: a line each for To and Subject, an empty one, the body."""
    to = f"{to_label()}: {email.to}".rstrip()
    return "\n".join(
        (to, _("Subject: {subject}").format(subject=email.subject), "", email.body, "")
    )


def _dated_subject(number: int, late: bool) -> str:
    """The subject for so many open actions, the first of which is due or was due on a {day}."""
    if number == 1:
        if late:
            return _("Your action in our plan was due on {day}")
        return _("Your action in our plan, by {day}")
    if late:
        return _("Your {number} actions in our plan: one was due on {day}")
    return _("Your {number} actions in our plan: the first by {day}")


def _closing_subject(own: list[ActionFact]) -> str:
    """What is done is thanked for; what was cancelled is never called done."""
    done = sum(one.status == "completed" for one in own)
    if done == len(own):
        return _("Thank you: what you owned in our plan is done")
    return (
        _("What you owned in our plan is closed") if done else _("What you owned is not needed now")
    )


def _body(facts: PlanFacts, owner: str, own: list[ActionFact]) -> str:
    """The words of the e-mail to whom these actions belong, open ones and closed ones."""
    thanks = (
        _("Thank you,\n{name}").format(name=one_line(facts.name))
        if one_line(facts.name)
        else _("Thank you")
    )
    hello = _("Hello {owner},").format(owner=one_line(owner))
    closed, own = own, [one for one in own if one.open]
    if not own:
        return _(
            "{hello}\n\nnothing is open for you in our plan. {closing_words}\n\n{thanks}"
        ).format(hello=hello, closing_words=closing_words(closed), thanks=thanks)
    lines = []
    for action in own:
        pain = pain_of(facts, action.pain)
        due = (
            _(", by {deadline}").format(deadline=short_date(action.deadline))
            if action.deadline
            else _(", no date yet")
        )
        late = _(" (overdue)") if action.overdue(facts.today) else ""
        why = _(" It goes back to “{title}”.").format(title=one_line(pain.title)) if pain else ""
        lines.append(f"- {one_line(action.title)} ({action.ref}){due}{late}.{why}")
    comment = next(
        (quotes[0] for one in own if (quotes := quotes_of(facts, one.pain))),
        None,
    )
    voice = (
        [_("One customer put it like this: {comment}").format(comment=spoken(comment))]
        if comment
        else []
    )
    pieces = [hello, _("in our plan you own {these}:").format(these=_these(own)), "\n".join(lines)]
    return "\n\n".join([*pieces, *voice, _asks(own, facts.today), thanks])


def _asks(own: list[ActionFact], today: date) -> str:
    """What is asked of whoever owns these open actions: of a date to come, past or missing."""
    coming = [one for one in own if one.deadline and one.deadline >= today]
    asks = []
    late = [one for one in own if one.overdue(today)]
    if late and len(own) == 1:
        asks.append(_("What is in the way, and what date would be true?"))
    elif late:
        asks.append(_("What is in the way of what is overdue, and what date would be true?"))
    if any(one.deadline is None for one in own):
        asks.append(_("Where there is no date yet, name one that you can keep."))
    if len(coming) == 1:
        asks.append(
            _("Is {day} a date that you can keep in an ordinary week?").format(
                day=short_date(coming[0].deadline)
            )
        )
    elif coming:
        asks.append(_("Is each coming date one that you can keep in an ordinary week?"))
    if len(late) == len(own):
        asks.append(_("A word today is enough, and I will help to clear it."))
    else:
        asks.append(
            _("If something is in the way, a word today is enough, and I will help to clear it.")
        )
    dated = any(one.deadline for one in own)
    attached = _("The page has the details; the dates come with it as a calendar file.")
    asks.append(attached if dated else _("The page has the details."))
    return " ".join(asks)


def _these(own: list[ActionFact]) -> str:
    return _("this action") if len(own) == 1 else _("these {own} actions").format(own=len(own))
