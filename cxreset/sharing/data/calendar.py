"""The dates of a reset as an iCalendar file (RFC 5545) that any calendar takes.

Whole-day entries for deadlines, follow-ups, the pilot's ends and the working days of the reset;
the meeting at its hour where one can be read. A UID is made of the workbook's identity and the
record's id, so that taking a newer file in updates what is there instead of doubling it. What was
handed out before is remembered (`handed_out.py`): an entry that changed has a higher SEQUENCE, one
that is gone is sent once more as cancelled. The same workbook on the same day gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.hours import start_of
from cxreset.base.language.words import _, pgettext
from cxreset.base.text import count
from cxreset.sharing.data.cells import flat, identity, plain, shortened, shown_status
from cxreset.sharing.data.handed_out import compared, digest
from cxreset.sharing.facts.pilots import PilotFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact, MeetingFact
from cxreset.workbook.shares.calendars import EntryState, HandedOut

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

REMINDER = time(8, 45)
"""When the day's session is called to mind where no hour is chosen, by its reader's clock."""
MEETING_MINUTES = 90
TITLE = 200  # characters of a title; the whole text is in the description


class _Entry(NamedTuple):
    """One entry: `key` with the workbook's identity is its UID; `alarm` is before its start."""

    key: str
    title: str
    start: date | datetime
    minutes: int = 0
    description: str = ""
    location: str = ""
    alarm: timedelta | None = None
    busy: bool = False


def render(facts: PlanFacts, owner: str | None = None) -> bytes:
    """A first calendar: none was handed out before."""
    return write(facts, owner, {})[0]


def write(
    facts: PlanFacts, owner: str | None, before: HandedOut, moment: datetime | None = None
) -> tuple[bytes, HandedOut]:
    """The calendar of all, or of one `owner`: their deadlines, follow-ups and the meeting.

    A name matches whatever its case. Closed actions and follow-ups that are done are left out,
    and so are dates that were never given; without any date it is a calendar with no entries.
    The calendar of all is the leader's: it alone has the reminders of the days. What is past has
    no alarm. `before` is what the last calendar of theirs held, `moment` when the workbook changed
    last; returned is also what this one holds.
    """
    calendar = _calendar(facts, owner)
    whose = identity(facts)
    entries = {one.key: one for one in _entries(facts, flat(owner).casefold() if owner else None)}
    states = {key: _state(entry) for key, entry in entries.items()}
    now = compared(before, states, facts.today, moment)
    for key, state in now.items():
        if key in entries:
            calendar.add_component(_event(entries[key], whose, facts.today, state))
        elif before.get(key) != state:
            calendar.add_component(_cancelled(key, whose, state))
    found: bytes = calendar.to_ical()
    return found, now


def _state(entry: _Entry) -> EntryState:
    """What is remembered of an entry: a digest of whatever a reader of it can see."""
    starts = entry.start.date() if isinstance(entry.start, datetime) else entry.start
    return EntryState(digest=digest(repr(entry)), title=entry.title, starts_on=starts)


def _calendar(facts: PlanFacts, owner: str | None) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//cxreset//thirty-day reset//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    named = " · ".join(filter(None, (flat(facts.organisation, TITLE), flat(owner or "", TITLE))))
    name = _("Reset: {named}").format(named=named) if named else pgettext("calendar", "Reset")
    calendar.add("x-wr-calname", name)
    return calendar


def _entries(facts: PlanFacts, owner: str | None) -> Iterator[_Entry]:
    """All entries, or those of one `owner` (a name as `casefold` gives it)."""

    def concerns(name: str) -> bool:
        return owner is None or flat(name).casefold() == owner

    actions = {action.ref: action for action in facts.actions}
    if owner is None:
        yield from _sessions(facts)
    yield from _meeting(facts.meeting)
    if owner is None:
        yield from _reviews(facts.meeting)
    for action in facts.actions:
        if action.deadline and action.open and concerns(action.owner):
            yield _deadline(action, action.deadline, facts)
    for one in facts.follow_ups:
        if one.due_on and not one.done and concerns(one.who):
            yield _follow_up(one, one.due_on, actions.get(one.action), named=owner is None)
    owned = {ref for ref, action in actions.items() if concerns(action.owner)}
    for pilot in facts.pilots:
        if owner is None or owned.intersection(pilot.chain[:1]):
            yield from _pilot(pilot)


def _follow_up(one: FollowUpFact, due: date, about: ActionFact | None, *, named: bool) -> _Entry:
    """A follow-up on its day; `named` says with whom."""
    who = f" ({flat(one.who, TITLE)})" if named and flat(one.who) else ""
    description = (
        plain(one.what),
        _("About {ref}: {title}").format(ref=about.ref, title=plain(about.title)) if about else "",
        one.ref,
    )
    return _Entry(
        key=one.ref,
        title=_("Follow up: {what}").format(what=flat(one.what, TITLE) or _("no words yet")) + who,
        start=due,
        description="\n".join(filter(None, description)),
        alarm=timedelta(hours=9),
    )


def _pilot(pilot: PilotFact) -> Iterator[_Entry]:
    """The first and the last day of a pilot."""
    title = flat(pilot.title, TITLE) or pilot.ref
    details = [(_("We expect"), pilot.hypothesis), (_("With"), pilot.participants)]
    details.append((_("We stop if"), pilot.stop_rule))
    description = "\n".join(f"{label}: {plain(text)}" for label, text in details if text.strip())
    ends = (
        (pilot.start_on, "start", _("Pilot starts: {title}")),
        (pilot.end_on, "end", _("Pilot ends: {title}")),
    )
    for on, end, words in ends:
        if on:
            yield _Entry(
                key=f"{pilot.ref}-{end}",
                title=words.format(title=title),
                start=on,
                description=description,
                alarm=timedelta(hours=9),
            )


def _sessions(facts: PlanFacts) -> Iterator[_Entry]:
    """A reminder on each working day of the reset that is still to come, today included."""
    at = start_of(facts.daily_at) or REMINDER
    for session in facts.sessions:
        if session.on < facts.today:
            continue
        about = _("About {minutes} minutes. ") if session.minutes else ""
        yield _Entry(
            key=f"day-{session.number}",
            title=_("Reset, day {number}: {title}").format(
                number=session.number, title=flat(session.title, TITLE)
            ),
            start=session.on,
            description=about.format(minutes=session.minutes)
            + _("Open it with: {command}").format(command="cxreset"),
            alarm=timedelta(hours=at.hour, minutes=at.minute),
        )


def _meeting(meeting: MeetingFact) -> Iterator[_Entry]:
    if meeting.held_on is None:
        return
    starts = start_of(meeting.starts_at)
    agenda = [
        f"{item.minutes} {_('min')}  {flat(item.title)}"
        for item in meeting.agenda
        if item.title.strip()
    ]
    minutes = sum(item.minutes for item in meeting.agenda) or MEETING_MINUTES
    unread_hour = ""
    if meeting.starts_at.strip():
        unread_hour = _("Starts at: {time}").format(time=flat(meeting.starts_at))
    yield _Entry(
        key="meeting",
        title=_("Customer insight meeting"),
        start=datetime.combine(meeting.held_on, starts) if starts else meeting.held_on,
        minutes=min(minutes, 24 * 60),
        description="\n".join(filter(None, ("" if starts else unread_hour, *agenda))),
        location=flat(meeting.location, 1_000),
        alarm=-timedelta(minutes=30) if starts else timedelta(hours=9),
        busy=starts is not None,
    )


def _reviews(meeting: MeetingFact) -> Iterator[_Entry]:
    """The days on which decisions are looked at again: the leader's, who brings them up."""
    for decision in meeting.decisions:
        if decision.review_on:
            details = ((_("Why"), decision.reason), (_("Disagreed"), decision.dissent))
            words = [f"{label}: {plain(text)}" for label, text in details if text.strip()]
            yield _Entry(
                key=decision.ref,
                title=_("Look again: {title}").format(
                    title=flat(decision.title, TITLE) or _("a decision")
                ),
                start=decision.review_on,
                description="\n".join((*words, decision.ref)),
                alarm=timedelta(hours=9),
            )


def _deadline(action: ActionFact, due: date, facts: PlanFacts) -> _Entry:
    pain = next((one for one in facts.pains if one.ref in action.chain), None)
    title = flat(action.title, TITLE) or _("no words yet")
    description = (
        plain(action.title),
        _("Owner: {owner}").format(owner=flat(action.owner)) if action.owner.strip() else "",
        _("Status: {status}").format(status=shown_status(action.status)),
        _("Customers say: {pain}").format(
            pain=f"{pain.ref} {flat(pain.title)}, {count(pain.comments, 'comment')}"
        )
        if pain
        else "",
        _("Note: {note}").format(note=plain(action.note)) if action.note.strip() else "",
        " ← ".join((action.ref, *action.chain)),
    )
    return _Entry(
        key=action.ref,
        title=_("Due: {title} ({ref})").format(title=title, ref=action.ref),
        start=due,
        description="\n".join(filter(None, description)),
        alarm=-timedelta(hours=15),  # nine in the morning of the day before
    )


def _stamped(key: str, whose: str, state: EntryState) -> Event:
    """An event with what tells a newer version of it from an older (RFC 5545, 3.8.7)."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{whose}-{key.lower()}@cxreset")
    event.add("dtstamp", state.changed_at)
    event.add("last-modified", state.changed_at)
    event.add("sequence", state.sequence)
    return event


def _cancelled(key: str, whose: str, state: EntryState) -> Event:
    """What was in the last calendar and is no more: sent once, so that it goes from there too."""
    from icalendar import vDate

    event = _stamped(key, whose, state)
    event.add("summary", state.title)
    event["dtstart"] = vDate(state.starts_on)
    event["dtstart"].params["VALUE"] = "DATE"
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _event(entry: _Entry, whose: str, today: date, state: EntryState) -> Event:
    from icalendar import vDate, vDatetime

    event = _stamped(entry.key, whose, state)
    event.add("summary", entry.title)
    if isinstance(entry.start, datetime):  # by the clock of whoever opens it: no zone is known
        event["dtstart"] = vDatetime(entry.start)
        event["dtend"] = vDatetime(entry.start + timedelta(minutes=entry.minutes))
    else:
        event["dtstart"] = vDate(entry.start)
        event["dtstart"].params["VALUE"] = "DATE"
        event["dtend"] = vDate(min(entry.start, date.max - timedelta(days=1)) + timedelta(days=1))
        event["dtend"].params["VALUE"] = "DATE"
    if entry.description:
        event.add("description", shortened(entry.description, 8_000))
    if entry.location:
        event.add("location", entry.location)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    starts = entry.start.date() if isinstance(entry.start, datetime) else entry.start
    if entry.alarm is not None and starts >= today:  # an old alarm would go off at once
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: _Entry) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", entry.alarm)
    return alarm
