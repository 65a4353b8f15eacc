"""What the live meeting's screen says, piece by piece; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from textual.content import Content

from cxreset.base.errors import UsageError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.insight import meeting_clock
from cxreset.insight.meeting_clock import TimedItem
from cxreset.reset.meeting.running import LiveMeeting
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.digits import large
from cxreset.tui.worksheets.parts.when import short_day
from cxreset.tui.worksheets.teams.agenda import clock, parse_clock
from cxreset.tui.worksheets.teams.live.on_the_table import OnTheTable
from cxreset.workbook.tables import Action, Decision, ParkedItem

TITLE = 24
"""Cells for a title in the agenda's column."""
THEN = 32
"""Cells of the next item's title at least."""
MOST_BESIDE = 60
"""Cells for a title beside the minutes left, where there is room."""


def bar(live: LiveMeeting, present: int, now: datetime, width: int) -> Content:
    """Where and when, how many are here, and when it closes."""
    where = " · ".join(filter(None, (one_line(live.meeting.location, 24), _planned(live))))
    here = _("{present} here").format(present=present) if present and live.begun else ""
    right = " · ".join(filter(None, (here, _closing_time(live, now))))
    left = Content.assemble((_("● Meeting"), "bold $primary"), f"  {where}")
    space = max(2, width - left.cell_length - len(right))
    return Content.assemble(left, " " * space, (right, "$text-muted"))


def _planned(live: LiveMeeting) -> str:
    """`10:00 to 11:30` as it was planned; `from 10:00` while there is no agenda, or nothing."""
    try:
        first = parse_clock(live.meeting.starts_at)
    except UsageError:  # no time yet, or what a workbook from elsewhere calls one
        return ""
    minutes = sum(item.planned for item in live.items)
    return (
        _("{begin} to {end}").format(begin=clock(first), end=clock(first + minutes))
        if minutes
        else _("from {clock}").format(clock=clock(first))
    )


def _closing_time(live: LiveMeeting, now: datetime) -> str:
    """When it closes by the clock while it goes on; before it, and after, the minutes planned."""
    if live.going_on:
        return _("closes {time:%H:%M}").format(
            time=meeting_clock.closes_at(live.items, now).astimezone()
        )
    minutes = count(sum(item.planned for item in live.items), "minute")
    return _("{minutes} planned").format(minutes=minutes) if live.items else ""


def over_in_words(follow_ups: int, later: int) -> str:
    """What the end of the meeting made, and where its minutes are."""
    return _(
        "The meeting is over: {follow_ups} made, {later} for the next agenda. The minutes are in "
        "Share."
    ).format(follow_ups=count(follow_ups, "follow-up"), later=later)


def progress(live: LiveMeeting, now: datetime, width: int) -> Content:
    """How much of the meeting's time is used, as one line."""
    total = 60 * sum(map(meeting_clock.given, live.items)) or 1
    used = sum(meeting_clock.used(item, now) for item in live.items)
    done = min(width, width * used // total)
    return Content.assemble(("━" * done, "$primary"), ("─" * (width - done), "$text-muted"))


def agenda(live: LiveMeeting, now: datetime) -> Content:
    """Every item with its planned minutes and those used."""
    head = f"{'AGENDA':<{TITLE + 4}}{'planned':>7}{'used':>6}"
    return Content("\n").join(
        [Content.styled(head, "bold $text-muted"), *(_item(item, now) for item in live.items)]
    )


def _item(item: TimedItem, now: datetime) -> Content:
    title = f"{one_line(item.title, TITLE):<{TITLE}}"
    minutes = meeting_clock.used(item, now) // 60
    over = meeting_clock.left(item, now) < 0
    used = f"{minutes}!" if over else f"{minutes} "
    begun = item.finished or item.running_since is not None or item.used_seconds > 0
    tail = f"{meeting_clock.given(item):>8}{used if begun else '· ':>7}"
    style = "$text-warning" if over else ""
    if item.running_since is not None:
        return Content.assemble(("▌◆ ", "$primary"), (title, "bold"), (tail, style or "bold"))
    if item.finished:
        return Content.assemble((" ✓ ", "$success"), title, (tail, style))
    return Content.assemble((f" ○ {title}", "$text-muted"), (tail, style or "$text-muted"))


def head(live: LiveMeeting, table: OnTheTable, now: datetime, silence: int, width: int) -> Content:
    """The item that runs, large: its minutes left, and what it is about.

    In `width` cells; 0 stands for enough of them.
    """
    item = meeting_clock.running(live.items)
    if item is None and not live.going_on:
        return Content(
            _("The meeting has not begun.") if not live.begun else _("The meeting is over.")
        )
    if item is None:
        return Content(
            _(
                "No item runs. Press {key:next_item=n} for the next one, or {key:end=w} to end the "
                "meeting."
            ).format(key=KEYS)
        )
    number = [each.key for each in live.items].index(item.key) + 1
    used = meeting_clock.used(item, now) // 60
    digits = large(meeting_clock.clock_text(meeting_clock.left(item, now)))
    room = min(MOST_BESIDE, width - len(digits[0]) - 3) if width else MOST_BESIDE
    words = (
        Content.styled(one_line(item.title, room), "bold"),
        Content(one_line(_("Now: {title}").format(title=table.title), room) if table.title else ""),
        Content.styled(_beside_clock(item, now, silence), "$text-muted"),
    )
    rows = [
        Content.assemble((row, "bold $primary"), "   ", text)
        for row, text in zip(digits, words, strict=True)
    ]
    ahead = meeting_clock.following(live.items)
    position = _("Item {number} of {items}   {used} of {given} min").format(
        number=number, items=len(live.items), used=used, given=meeting_clock.given(item)
    )
    if ahead:
        then = _("   then: {title}")
        free = width - len(position) - len(then.format(title=""))
        title = one_line(ahead.title, max(THEN, free))
        position += then.format(title=title)
    return Content("\n").join([Content.styled(position, "$text-muted"), *rows])


def _beside_clock(item: TimedItem, now: datetime, silence: int) -> str:
    if silence:
        return _("all write in silence, {minutes} more; {key:silence=s} ends it").format(
            key=KEYS, minutes=count(-(-silence // 60), "minute")
        )
    over = meeting_clock.minutes_over(item, now)
    if not over:
        return _("minutes left for this item")
    sentence = _("{minutes} over. {key:shift.5=+} gives it five more, {key:next_item=n} goes on.")
    return sentence.format(key=KEYS, minutes=count(over, "minute"))


def table_lines(table: OnTheTable) -> Content:
    """A customer's voice, how often it is said, and the gap."""
    lines = []
    if table.quote:
        lines.append(
            Content.assemble(
                ("│ ", "$text-muted"),
                (f"“{table.quote}”", "italic"),
                (f"  {table.source}", "$text-muted"),
            )
        )
    if table.comments:
        lines.append(
            Content.assemble(
                (whole(table.comments), "bold"),
                _(" of {comments}").format(comments=count(table.total, "comment")),
            )
        )
    gap = ((_("We promise: "), table.promise), (_("What happens: "), table.reality))
    lines += [Content.assemble((label, "$text-muted"), text) for label, text in gap if text]
    return Content("\n").join(lines)


def fixes(table: OnTheTable) -> Content:
    """The fixes that lie on the table."""
    if not table.fixes:
        return Content("")
    rows = [
        Content.assemble((f"{ref:<5}", "bold"), title, (f"   {kind}", "$text-muted"))
        for ref, title, kind in table.fixes
    ]
    return Content("\n").join([Content.styled(_("ON THE TABLE"), "bold $text-muted"), *rows])


def parking(parked: Iterable[ParkedItem]) -> Content:
    """What is for later."""
    rows = [Content(f" · {one_line(row.text, TITLE + 10)}") for row in parked if row.text.strip()]
    nothing = [
        Content.styled(
            _(" {key:park=k} parks what belongs elsewhere").format(key=KEYS), "$text-muted"
        )
    ]
    return Content("\n").join(
        [Content.styled(_("PARKING"), "bold $text-muted"), *(rows or nothing)]
    )


def decided(decisions: Sequence[Decision], actions: Sequence[Action]) -> Content:
    """What is decided and agreed so far, each with its actions below."""
    lines = [
        Content.styled(
            _("DECIDED SO FAR   {decisions}").format(decisions=len(decisions) or ""),
            "bold $text-muted",
        )
    ]
    for decision in decisions:
        words = one_line(decision.title, TITLE + 10) or _("(being written)")
        lines.append(Content.assemble(("✓ ", "$success"), words))
        lines += [_action(one) for one in actions if one.decision_id == decision.key]
    lines += [_action(one) for one in actions if one.decision_id is None]
    if not decisions and not actions:
        lines.append(
            Content.styled(
                _(" {key:decide=d} writes a decision, {key:act=a} an action").format(key=KEYS),
                "$text-muted",
            )
        )
    return Content("\n").join(lines)


def _action(action: Action) -> Content:
    who = " · ".join(filter(None, (one_line(action.owner, 16), short_day(action.deadline))))
    title = one_line(action.title, TITLE + 8)
    return Content.assemble(
        f"  {action.ref} {title}\n", (f"     {who or _('nobody yet')}", "$text-muted")
    )
