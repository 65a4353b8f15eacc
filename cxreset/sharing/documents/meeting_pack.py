"""The 90-minute meeting on paper: invitation, agenda, the top three on one page, minutes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.meeting import meeting_part
from cxreset.sharing.documents.counts import comments_by_channel, counted
from cxreset.sharing.documents.footnotes import A_FEW, Footnotes, spoken
from cxreset.sharing.documents.masking import to_label
from cxreset.sharing.documents.model import (
    Block,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Subheading,
)
from cxreset.sharing.documents.parts import (
    BLANK,
    known_facts,
    leader,
    organisation,
    page,
    still_to_do,
    table,
)
from cxreset.sharing.facts.customers import GapFact, PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import AgendaFact
from cxreset.sharing.facts.wording import FUNCTIONS, STATUSES, bracketed, long_date, short_date

MINUTES = 90
TOP = 3

STANDARD = (
    AgendaFact(N_("Why we are here: priorities, owners and dates"), 5),
    AgendaFact(N_("What customers said: five comments read aloud, then the counts"), 15),
    AgendaFact(N_("What each team sees: one case each, and nobody is blamed"), 20),
    AgendaFact(N_("The gaps and the fixes: what is missing, what would not work"), 20),
    AgendaFact(N_("What comes first: agree on three, say aloud what has to wait"), 20),
    AgendaFact(N_("One owner and one date each, read back"), 10),
)
"""The agenda until the leader writes one: 90 minutes."""


def build_meeting_pack(facts: PlanFacts) -> Document:
    """Everything for the cross-team meeting; what is needed next comes first.

    Until the meeting that is the invitation, from its day on the minutes.
    """
    footnotes = Footnotes()
    day = facts.meeting.held_on
    title = _("The 90-minute meeting") + (f", {long_date(day)}" if day else "")
    subtitle = _(
        "What customers told us{organisation}, and what we do about it together. Called by "
        "{leader}."
    ).format(organisation=organisation(facts, _(" at ")), leader=leader(facts))
    if _held(facts):
        parts = (
            *_minutes(facts, footnotes),
            _brief(facts, footnotes),
            _agenda(facts),
            _invitation(facts),
        )
    else:
        parts = (
            _invitation(facts),
            _agenda(facts),
            _brief(facts, footnotes),
            *_minutes(facts, footnotes),
        )
    return page(facts, title, subtitle, parts, footnotes)


def _held(facts: PlanFacts) -> bool:
    return facts.meeting.held_on is not None and facts.meeting.held_on <= facts.today


# --- before -----------------------------------------------------------------------------------


def _invitation(facts: PlanFacts) -> Part:
    meeting = facts.meeting
    blocks: list[Block] = []
    guests = [one for one in meeting.people if one_line(one.name)]
    others = [one for one in guests if one_line(one.name) != one_line(facts.name)]
    addresses = tuple(one_line(one.email) for one in others if one_line(one.email))
    when = ", ".join(
        piece
        for piece in (
            long_date(meeting.held_on) if meeting.held_on else "",
            one_line(meeting.starts_at),
            _("{minutes} minutes").format(minutes=MINUTES),
        )
        if piece
    )
    people = listed([f"{one_line(one.name)} ({_team(one.function)})" for one in guests])
    subject = _("90 minutes on what our customers tell us")
    subject += f", {long_date(meeting.held_on)}" if meeting.held_on else ""
    known = [
        *([Fact(to_label(), (", ".join(addresses),))] if addresses else []),
        *known_facts(
            [
                (_("Subject"), subject),
                (_("When"), when if meeting.held_on else ""),
                (_("Where"), meeting.location),
                (_("Who"), people),
            ]
        ),
    ]
    blocks.append(Facts(tuple(known)))
    if meeting.held_on is None:
        blocks.append(still_to_do(facts, _("set the day, the time and the place"), "meeting"))
    if not others:
        todo = _("invite marketing, product, support and the owners of the fixes")
        blocks.append(still_to_do(facts, todo, "meeting"))
    elif missing := [one_line(one.name) for one in others if not one_line(one.email)]:
        todo = _("write down the address of {missing}").format(missing=listed(missing))
        blocks.append(still_to_do(facts, todo, "meeting"))
    blocks.append(Paragraph(_letter(facts)))
    heading = _("The invitation") if _held(facts) else _("The invitation, ready to send")
    return Part("invitation", heading, tuple(blocks))


def _team(function: str) -> str:
    return _(FUNCTIONS.get(function, FUNCTIONS["other"]))


def _letter(facts: PlanFacts) -> str:
    pains = [
        f"- {one_line(pain.title)}: {counted(pain.comments, facts.comments)}"
        for pain in facts.pains[:TOP]
    ]
    comments = count(facts.comments, "comment")
    read = (
        _("I have {comments} from our customers in front of me. ").format(comments=comments)
        if facts.comments
        else ""
    )
    opening = _(
        "{read}A few things come up again and again, and none of them can be mended by one "
        "department alone. I would like to look at them with you."
    ).format(read=read)
    asks = _(
        "We leave with a short list of priorities, and one owner and one date for each action. "
        "This is not about who is to blame: you know things about these pains that cannot be seen "
        "from my desk.\n\nPlease bring one case from your own work. If you cannot come, send "
        "somebody who can say yes for your team."
    )
    name = one_line(facts.name)
    thanks = _("Thank you,\n{name}").format(name=name) if name else _("Thank you")
    listing = [_("What comes back most:\n") + "\n".join(pains)] if pains else []
    return "\n\n".join([_("Hello,"), opening, *listing, asks, thanks])


def _agenda(facts: PlanFacts) -> Part:
    blocks: list[Block] = []
    items = [one for one in facts.meeting.agenda if one_line(one.title)]
    if not items:
        todo = _("make this agenda your own: who leads which part")
        blocks.append(still_to_do(facts, todo, "meeting"))
        items = [replace(one, title=_(one.title)) for one in STANDARD]
    clock = _clock(facts.meeting.starts_at)
    columns = (_("At") if clock else _("No."), _("Minutes"), _("What"), _("Who leads"))
    rows = []
    for number, one in enumerate(items, 1):
        at = f"{clock:%H:%M}" if clock else str(number)
        rows.append((at, str(one.minutes), one_line(one.title), one_line(one.lead) or BLANK))
        clock = clock + timedelta(minutes=min(one.minutes, 1440)) if clock else None
    total = sum(one.minutes for one in items)
    over = (
        "" if total == MINUTES else _(", where the meeting has {minutes}").format(minutes=MINUTES)
    )
    blocks.append(table(columns, tuple(rows), f"{count(total, 'minute')}{over}"))
    return Part("agenda", _("The agenda"), tuple(blocks))


def _clock(starts_at: str) -> datetime | None:
    """The time the meeting starts, on no day in particular; None for what is no `10:00`."""
    hour, found, minute = one_line(starts_at).replace(".", ":").partition(":")
    if not (found and hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        return None
    if len(hour) > 2 or len(minute) != 2 or int(hour) > 23 or int(minute) > 59:
        return None
    return datetime(2000, 1, 1, int(hour), int(minute))  # noqa: DTZ001


# --- on the table -----------------------------------------------------------------------------


def _brief(facts: PlanFacts, footnotes: Footnotes) -> Part:
    blocks: list[Block] = []
    if facts.comments:
        hits, marked = facts.preventable
        share = (
            _(" {hits} of the {marked} judged for it{bracketed} ").format(
                hits=whole(hits), marked=whole(marked), bracketed=bracketed(hits, marked)
            )
            if hits
            else ""
        )
        share += _("tell of a contact that need never have happened.") if hits else ""
        read = f"{comments_by_channel(facts)}.{share}"
        blocks.append(Paragraph(read))
    else:
        todo = _("read what customers say in every channel")
        blocks.append(still_to_do(facts, todo, "review"))
    if not facts.pains:
        blocks.append(still_to_do(facts, _("choose the three pains that recur most"), "pains"))
    for pain in facts.pains[:TOP]:
        blocks.extend(_pain(facts, pain, footnotes))
    heading = _("What customers told us, the top three")
    return Part("brief", heading if facts.pains else _("What customers told us"), tuple(blocks))


def _pain(facts: PlanFacts, pain: PainFact, footnotes: Footnotes) -> tuple[Block, ...]:
    gap = next((one for one in facts.gaps if one.pain == pain.ref), GapFact(ref="", title=""))
    fixes = [f"{fix.ref} {one_line(fix.title)}" for fix in facts.fixes if fix.pain == pain.ref]
    often = ": ".join((counted(pain.comments, facts.comments), *map(spoken, pain.quotes[:1])))
    known = [
        Fact(_("How often"), (often,), footnotes.mark(pain.quotes[:A_FEW])),
        *known_facts(
            [
                (_("The problem"), one_line(pain.problem)),
                (_("We promise ({ref})").format(ref=gap.ref), one_line(gap.promise)),
                (_("What happens"), one_line(gap.reality)),
                (_("On the table"), "; ".join(fixes)),
            ]
        ),
    ]
    return Subheading(one_line(pain.title), pain.ref), Facts(tuple(known))


# --- after ------------------------------------------------------------------------------------


def _minutes(facts: PlanFacts, footnotes: Footnotes) -> tuple[Part, ...]:
    agreed = meeting_part(facts)
    heading = _("The minutes") if _held(facts) else _("The minutes, to be filled in the meeting")
    return (
        Part("minutes", heading, agreed.blocks),
        Part("actions", _("Who does what"), tuple(_actions(facts, footnotes))),
        Part("checks", _("When we look again"), tuple(_checks(facts))),
    )


def _actions(facts: PlanFacts, footnotes: Footnotes) -> list[Block]:
    if not facts.actions:
        todo = _("give every action one owner and one date")
        return [still_to_do(facts, todo, "owners")]
    actions = sorted(facts.actions, key=by_urgency)
    quotes = {pain.ref: pain.quotes for pain in facts.pains}
    rows = tuple(
        (
            one.ref,
            one_line(one.title),
            one_line(one.owner) or _("No owner yet"),
            short_date(one.deadline, _("No date yet")),
            _(STATUSES.get(one.status, one_line(one.status))),
            one.pain or BLANK,
        )
        for one in actions
    )
    late = frozenset(row for row, one in enumerate(actions) if one.overdue(facts.today))
    rows = tuple(
        (*row[:4], _("{row}, overdue").format(row=row[4]) if number in late else row[4], row[5])
        for number, row in enumerate(rows)
    )
    columns = (_("Id"), _("Action"), _("Owner"), _("By when"), _("Status"), _("Because of"))
    proof = footnotes.on_rows(quotes.get(one.pain, ())[:1] for one in actions)
    return [table(columns, rows, _("One owner and one date each"), late, proof)]


def _checks(facts: PlanFacts) -> list[Block]:
    coming = [one for one in facts.follow_ups if not one.done]
    if not coming:
        todo = _("agree on the days on which we look again")
        return [still_to_do(facts, todo, "followups")]
    coming.sort(key=lambda one: (one.due_on is None, one.due_on or facts.today))
    rows = tuple(
        (
            one.ref,
            short_date(one.due_on, _("No date yet")),
            one_line(one.who) or _("Nobody yet"),
            one_line(one.what),
            one.action or BLANK,
        )
        for one in coming
    )
    columns = (_("Id"), _("When"), _("Who"), _("What"), _("For"))
    return [table(columns, rows, _("Follow-ups still to come"))]
