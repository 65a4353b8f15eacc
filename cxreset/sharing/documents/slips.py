"""A page for each owner (what is theirs, why, by when), and an e-mail to send it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from cxreset.base.text import count, listed, one_line
from cxreset.sharing.documents.footnotes import A_FEW, Footnotes, pain_of, quotes_of, spoken
from cxreset.sharing.documents.masking import TO, masked
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Subheading,
)
from cxreset.sharing.documents.parts import (
    day_of,
    email_of,
    known_facts,
    leader,
    organisation,
    page,
)
from cxreset.sharing.documents.summary import by_urgency, share_of, state_of_actions
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact
from cxreset.sharing.facts.wording import STATUSES, short_date, traced


class Email(NamedTuple):
    """An e-mail ready to send; `to` is empty when no address is written down."""

    to: str
    subject: str
    body: str


def build_slips(facts: PlanFacts) -> dict[str, Document]:
    """Owner -> their page, the nearest deadline first; empty while no action has an owner.

    Each action stands on one page only. The same name in another case is the same owner.
    """
    return {name: _slip(facts, name, own) for name, own in owned(facts).items()}


def owned(facts: PlanFacts) -> dict[str, list[ActionFact]]:
    """Owner -> their actions, open ones first and the nearest deadline first."""
    names: dict[str, str] = {}
    found: dict[str, list[ActionFact]] = {}
    for action in sorted(facts.actions, key=by_urgency):
        if name := one_line(action.owner):
            name = names.setdefault(name.casefold(), name)
            found.setdefault(name, []).append(action)
    return found


def ready_email(facts: PlanFacts, owner: str) -> Email:
    """The e-mail that goes with an owner's page: plain text, lines parted by newlines."""
    own = [one for one in owned(facts).get(owner, []) if one.open]
    dates = sorted(one.deadline for one in own if one.deadline)
    if not own:
        subject = "Thank you: what you owned in our plan is done"
    elif not dates:
        subject = f"Would you give {_these(own)} a date?"
    else:
        late = dates[0] < facts.today
        when = f"{'was due on' if late else 'by'} {short_date(dates[0])}"
        if len(own) == 1:
            subject = f"{_yours(own)}{' ' if late else ', '}{when}"
        else:
            subject = f"{_yours(own)}: {'one' if late else 'the first'} {when}"
    return Email(email_of(facts, owner), subject, _body(facts, owner, own))


def email_text(facts: PlanFacts, owner: str, unmasked: bool) -> tuple[str, tuple[str, ...]]:
    """The e-mail as a text file, and what was masked in it, in words; empty for the leader.

    A line each for To and Subject, an empty one, the body. The address under To is the colleague's
    own and stays.
    """
    if _is_leader(facts, owner):
        return "", ()
    to, subject, body = ready_email(facts, owner)
    blocks = (Paragraph(subject), Paragraph(body))
    document = Document(
        title="",
        subtitle="",
        date=facts.today,
        parts=(Part("email", f"The e-mail to {owner}", blocks),),
    )
    words: tuple[str, ...] = ()
    if not unmasked:
        document, words = masked(document)
    subject, body = (one.text for one in document.parts[0].blocks if isinstance(one, Paragraph))
    return f"{f'{TO}: {to}'.rstrip()}\nSubject: {subject}\n\n{body}\n", words


def _is_leader(facts: PlanFacts, owner: str) -> bool:
    return owner.casefold() == one_line(facts.name).casefold()


def _slip(facts: PlanFacts, owner: str, own: list[ActionFact]) -> Document:
    footnotes = Footnotes()
    parts = [_open(facts, own, footnotes), *_closed(own), _tell(facts, owner, own)]
    subtitle = (
        f"From the action plan{organisation(facts, ' of ')}, kept by {leader(facts)}: "
        f"{day_of(facts)}."
    )
    return page(facts, f"What you own: {owner}", subtitle, parts, footnotes)


def _open(facts: PlanFacts, own: list[ActionFact], footnotes: Footnotes) -> Part:
    doing = [one for one in own if one.open]
    blocks: list[Block] = [Paragraph(state_of_actions(replace(facts, actions=tuple(own))))]
    if not doing:
        blocks.append(Paragraph("Nothing is open. Thank you for seeing it through."))
    quoted: set[str] = set()
    for action in doing:
        blocks.extend(_action(facts, action, footnotes, action.pain not in quoted))
        quoted.add(action.pain)  # the same words once a page are enough
    done = all(one.status == "completed" for one in own)
    heading = "Your open actions, the nearest deadline first"
    if not doing:
        heading = f"All your actions are {'done' if done else 'closed'}"
    return Part("actions", heading, tuple(blocks))


def _action(
    facts: PlanFacts, action: ActionFact, footnotes: Footnotes, in_full: bool
) -> tuple[Block, ...]:
    known = [Fact("By when", (_when(facts, action), *_asks(facts, action)))]
    pain = pain_of(facts, action.pain)
    if pain:
        why = [f"{pain.ref} {one_line(pain.title)}: {share_of(pain.comments, facts.comments)}"]
        why += [spoken(comment) for comment in pain.quotes[: int(in_full)]]
        known.append(Fact("Why", tuple(why), footnotes.mark(pain.quotes[:A_FEW])))
    else:
        known.append(Fact("Why", ("No customer comment is tied to it yet.",)))
    known += known_facts([("Where it stands", action.note)])
    if measured := _measured(facts, action):
        known.append(Fact("How we will know", measured))
    else:
        asked = "Not agreed yet. Which one figure would show you that it helped?"
        known.append(Fact("How we will know", (asked,)))
    if checks := tuple(
        _check(one, facts.today) + (f" ({who})" if (who := one_line(one.who)) else "")
        for one in sorted(facts.follow_ups, key=_due)
        if one.action == action.ref and not one.done
    ):
        known.append(Fact("Next check", checks))
    if beside := _beside(facts, action):
        known.append(Fact("Also at work on it", (beside,)))
    return Subheading(f"{action.ref} {one_line(action.title)}"), Facts(tuple(known))


def _when(facts: PlanFacts, action: ActionFact) -> str:
    """`9 Oct 2026, in 7 days; in progress`."""
    status = _status(action).lower()
    if action.deadline is None:
        return f"No date yet; {status}"
    days = (action.deadline - facts.today).days
    known = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    away = f"in {days} days" if days > 0 else f"{-days} days ago"
    return f"{short_date(action.deadline)}, {known.get(days, away)}; {status}"


def _asks(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    if action.deadline is None:
        return (f"Name a date that you can keep, and tell {leader(facts)}.",)
    if action.overdue(facts.today):
        return ("What is in the way, and what date would be true?",)
    return ()


def _status(action: ActionFact) -> str:
    return STATUSES.get(action.status, one_line(action.status))


def _measured(facts: PlanFacts, action: ActionFact) -> tuple[str, ...]:
    """The figures of its own pilot, said whole; else those of a pilot against the same pain."""
    for pilot in facts.pilots:
        if pilot.chain[:1] == (action.ref,) and pilot.measures:
            first, *others = pilot.measures
            more = f"{count(len(others), 'more figure')} in the plan, under {pilot.ref}."
            return (f"{first.ref}: {one_line(first.sentence)}", *((more,) if others else ()))
    for pilot in facts.pilots:
        if action.pain and pilot.chain[-1:] == (action.pain,) and pilot.measures:
            names = listed([f"{one_line(one.name, 70)} ({one.ref})" for one in pilot.measures[:2]])
            return (f"{names}, as counted in pilot {pilot.ref}.",)
    return ()


def _due(one: FollowUpFact) -> date:
    return one.due_on or date.max


def _check(one: FollowUpFact, today: date) -> str:
    late = one.due_on is not None and one.due_on < today
    day = short_date(one.due_on, "no date yet") + (", late" if late else "")
    return f"{one.ref}, {day}: {one_line(one.what)}"


def _beside(facts: PlanFacts, action: ActionFact) -> str:
    """Who else has an open action against the same pain."""
    owner = one_line(action.owner).casefold()
    others = [
        f"{one_line(one.owner)} ({one.ref})"
        for one in facts.actions
        if one.open and action.pain and one.pain == action.pain and one_line(one.owner)
        if one_line(one.owner).casefold() != owner
    ]
    return listed(others)


def _closed(own: list[ActionFact]) -> tuple[Part, ...]:
    closed = [one for one in own if not one.open]
    lines = tuple(
        f"{traced(one.ref, one.chain)}: {one_line(one.title)} "
        f"({_status(one).lower()}{f' {short_date(one.completed_on)}' if one.completed_on else ''})"
        for one in closed
    )
    return (Part("closed", "Already closed", (BulletList(lines),)),) if lines else ()


def _tell(facts: PlanFacts, owner: str, own: list[ActionFact]) -> Part:
    to = "everyone named here" if _is_leader(facts, owner) else leader(facts)
    blocks: list[Block] = [
        Paragraph(
            f"Tell {to} when something is done, with the day and what you saw, and the same day "
            "when something is in the way. A sentence is enough."
        )
    ]
    refs = {one.ref for one in own}
    checks = tuple(
        _check(one, facts.today)
        for one in sorted(facts.follow_ups, key=_due)
        if one_line(one.who).casefold() == owner.casefold()
        and not one.done
        and one.action not in refs
    )
    if checks:
        blocks.append(Facts((Fact("Checks that are yours", checks),)))
    return Part("tell", "Who to tell", tuple(blocks))


def _body(facts: PlanFacts, owner: str, own: list[ActionFact]) -> str:
    thanks = f"Thank you,\n{one_line(facts.name)}" if one_line(facts.name) else "Thank you"
    hello = f"Hello {owner},"
    if not own:
        done = "everything you owned in our plan is closed. Thank you for seeing it through."
        return f"{hello}\n\n{done}\n\n{thanks}"
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
