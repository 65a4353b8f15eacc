"""The meeting as it runs: begun, item by item, ended. Every change is stored when it returns."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.insight import meeting_clock
from cxreset.insight.meeting_clock import TimedItem
from cxreset.reset.meeting.agenda import suggest_agenda
from cxreset.reset.reset import Reset
from cxreset.workbook.tables import (
    Action,
    AgendaItem,
    Decision,
    FollowUp,
    Meeting,
    Pain,
    ParkedItem,
    Person,
)

RULES = {
    "consent": N_("consent: nobody has a reason against it that must be heard"),
    "vote": N_("vote: more hands for it than against it"),
    "owner": N_("owner: whoever owns the fix decides, after hearing all"),
}
"""How a meeting decides, and what that means."""
SILENCE_MINUTES = 5
FOLLOW_UP_DAYS = 7


class LiveMeeting(NamedTuple):
    """The meeting as it is stored. `items` are the agenda's without those for the next meeting."""

    meeting: Meeting
    rows: tuple[AgendaItem, ...]
    items: tuple[TimedItem, ...]

    @property
    def begun(self) -> bool:
        return self.meeting.started_at is not None

    @property
    def going_on(self) -> bool:
        return self.begun and self.meeting.ended_at is None

    @property
    def row(self) -> AgendaItem | None:
        """The item that runs now."""
        item = meeting_clock.running(self.items)
        return next((row for row in self.rows if item and row.key == item.key), None)


class LeftOver(NamedTuple):
    """What the meeting did not come to: items of the agenda, and what was parked."""

    items: tuple[AgendaItem, ...]
    parked: tuple[ParkedItem, ...]


def live_meeting(reset: Reset) -> LiveMeeting:
    """The meeting as it stands."""
    rows = tuple(reset.book.rows(AgendaItem, "position", "id", next_time=False))
    return LiveMeeting(reset.book.meeting(), rows, tuple(_timed(row) for row in rows))


def moment(text: str | None) -> datetime | None:
    """A stored moment; None where there is none or what is there is none."""
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else found.replace(tzinfo=UTC)


def _timed(row: AgendaItem) -> TimedItem:
    return TimedItem(
        key=row.key,
        title=row.title,
        planned=row.minutes,
        shifted=row.shifted,
        used_seconds=row.used_seconds,
        running_since=moment(row.running_since),
        finished=row.finished,
    )


# -- from the beginning to the end


def begin(reset: Reset, rule: str, present: Collection[int], now: datetime) -> None:
    """Begin the meeting by a rule of RULES, with these people; without an agenda, the suggested.

    A meeting that has ended goes on where it was. Raises UsageError for no such rule.
    """
    if rule not in RULES:
        raise UsageError(_("Name how you will decide: consent, vote or owner."))
    with reset.file.transaction("began the meeting"):
        if not live_meeting(reset).rows:
            suggest_agenda(reset)
        meeting = reset.book.meeting()
        meeting.rule, meeting.ended_at = rule, None
        meeting.started_at = meeting.started_at or now.isoformat()
        meeting.held_on = reset.today
        reset.book.put(meeting)
        for person in reset.book.rows(Person):
            if person.attended != (person.key in present):
                reset.book.set(Person, person.key, attended=person.key in present)
        live = live_meeting(reset)
        first = meeting_clock.following(live.items) or live.items[0]
        _run(reset, first.key, now)


def next_item(reset: Reset, now: datetime) -> bool:
    """Finish the item that runs and go on to the next open one; False when none is left."""
    live = live_meeting(reset)
    current, ahead = meeting_clock.running(live.items), meeting_clock.following(live.items)
    with reset.file.transaction("went on to the next item"):
        if current is not None:
            _stop(reset, current, now, finished=True)
        if ahead is not None:
            _run(reset, ahead.key, now)
    return ahead is not None


def go_to(reset: Reset, key: int, now: datetime) -> None:
    """Go to another item; the one that ran stays open."""
    current = meeting_clock.running(live_meeting(reset).items)
    if current is not None and current.key == key:
        return
    with reset.file.transaction("went to another item"):
        if current is not None:
            _stop(reset, current, now, finished=current.finished)
        _run(reset, key, now)


def shift(reset: Reset, minutes: int) -> None:
    """Give the item that runs more minutes, or fewer; see `meeting_clock.shifts`."""
    live = live_meeting(reset)
    current = meeting_clock.running(live.items)
    if current is None:
        return
    changes = meeting_clock.shifts(live.items, current.key, minutes)
    with reset.file.transaction("shifted minutes of the meeting"):
        for item in live.items:
            if changes.get(item.key):
                shifted = item.shifted + changes[item.key]
                reset.book.set(AgendaItem, item.key, shifted=shifted)


def keep_silence(reset: Reset, now: datetime) -> None:
    """All write in silence for some minutes from now; asked for again, the silence ends."""
    meeting = reset.book.meeting()
    if silence_left(meeting, now):
        meeting.silent_until = None
    else:
        meeting.silent_until = (now + timedelta(minutes=SILENCE_MINUTES)).isoformat()
    reset.book.put(meeting)


def silence_left(meeting: Meeting, now: datetime) -> int:
    """Seconds for which all write in silence still; 0 when nobody does."""
    until = moment(meeting.silent_until)
    return max(0, int((until - now).total_seconds())) if until else 0


def next_pain(reset: Reset) -> None:
    """Put the next of the chosen pain points on the table, with the item that runs."""
    row = live_meeting(reset).row
    chosen = [pain.key for pain in reset.book.rows(Pain, chosen=True)]
    if row is None or not chosen:
        return
    at = chosen.index(row.pain_id) + 1 if row.pain_id in chosen else 0
    reset.book.set(AgendaItem, row.key, pain_id=chosen[at % len(chosen)], gap_id=None)


def left_over(reset: Reset) -> LeftOver:
    """What is unfinished; an item that runs as the last one open counts as finished."""
    live = live_meeting(reset)
    still_open = [row for row in live.rows if not row.finished]
    if [row.key for row in still_open if row.running_since] == [row.key for row in still_open]:
        still_open = []
    return LeftOver(
        tuple(row for row in still_open if row.title.strip()),
        tuple(
            row
            for row in reset.book.rows(ParkedItem)
            if row.text.strip() and row.follow_up_id is None
        ),
    )


def end(reset: Reset, follow_up: Collection[str], now: datetime) -> int:
    """End the meeting; what is left over becomes a follow-up where its name (`item.3`,
    `parked.1`) is in `follow_up`, else it is for the next agenda. How many follow-ups it made.
    """
    left, current = left_over(reset), meeting_clock.running(live_meeting(reset).items)
    due = reset.today + timedelta(days=FOLLOW_UP_DAYS)
    made = 0
    with reset.file.transaction("ended the meeting"):
        if current is not None:
            unfinished = current.key in {row.key for row in left.items}
            _stop(reset, current, now, finished=not unfinished)
        for row in left.items:
            if f"item.{row.key}" in follow_up:
                words = _("Not finished in the meeting: {title}").format(title=row.title)
                reset.book.add(FollowUp(what=words, who=row.lead, due_on=due))
                made += 1
            else:
                reset.book.set(AgendaItem, row.key, next_time=True)
        for parked in left.parked:
            if f"parked.{parked.key}" in follow_up:
                added = reset.book.add(FollowUp(what=parked.text, due_on=due))
                reset.book.set(ParkedItem, parked.key, follow_up_id=added.key)
                made += 1
            else:
                _put_on_next_agenda(reset, parked)
        meeting = reset.book.meeting()
        meeting.ended_at, meeting.silent_until = now.isoformat(), None
        reset.book.put(meeting)
    return made


def _put_on_next_agenda(reset: Reset, parked: ParkedItem) -> None:
    last = max((row.position for row in reset.book.rows(AgendaItem)), default=0)
    reset.book.add(AgendaItem(position=last + 1, title=parked.text, next_time=True))
    reset.book.remove(ParkedItem, parked.key)


def _run(reset: Reset, key: int, now: datetime) -> None:
    reset.book.set(AgendaItem, key, running_since=now.isoformat(), finished=False)


def _stop(reset: Reset, item: TimedItem, now: datetime, *, finished: bool) -> None:
    reset.book.set(
        AgendaItem,
        item.key,
        used_seconds=meeting_clock.used(item, now),
        running_since=None,
        finished=finished,
    )


# -- what is written down in it


def new_decision(reset: Reset) -> Decision:
    """A decision about the item that runs, taken today by the meeting's rule; not stored yet."""
    live = live_meeting(reset)
    row = live.row
    return Decision(
        decided_on=reset.today,
        decided_by=live.meeting.rule,
        agenda_item_id=row.key if row else None,
        pain_id=row.pain_id if row else None,
        gap_id=row.gap_id if row else None,
    )


def new_action(reset: Reset) -> Action:
    """An action out of the item that runs, tied to its newest decision; not stored yet."""
    row = live_meeting(reset).row
    decisions = reset.book.rows(Decision, agenda_item_id=row.key) if row else []
    return Action(
        opened_on=reset.today,
        decision_id=decisions[-1].key if decisions else None,
        pain_id=row.pain_id if row else None,
        gap_id=row.gap_id if row else None,
    )


def new_parked(reset: Reset) -> ParkedItem:
    """Something for later that came up with the item that runs; not stored yet."""
    row = live_meeting(reset).row
    return ParkedItem(agenda_item_id=row.key if row else None)
