"""The meeting's agenda: items with minutes, their starting times, and what they add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Button, Static

from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.text import count
from cxreset.insight.progress import MEETING_MINUTES
from cxreset.reset.meeting.agenda import plan_next_meeting, suggest_agenda
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.fields.value_fields import NumberField, whole_number
from cxreset.tui.widgets.layout.button_row import AWAY
from cxreset.tui.widgets.words import with_sign
from cxreset.tui.worksheets.parts.action_list import name_field
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn, Question, line, tie
from cxreset.tui.worksheets.parts.ties import gaps, pains
from cxreset.workbook.tables import AgendaItem, Record

LONGEST: Final = 480
POSSIBLE: Final = ("suggest", "earlier", "later", "next_agenda")
"""Commands that are there only while they make sense."""
_CLOCK = re.compile(r"([0-9]{1,2})(?:\s*[:.h]?\s*([0-9]{2}))?\s*(am|pm)?")


def parse_clock(text: str) -> int:
    """Minutes since midnight (0..1439) of `10`, `10:00`, `9.30`, `1400` or `2:15 pm`.

    Raises UsageError for anything else.
    """
    found = _CLOCK.fullmatch(text.strip().lower())
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return hour * 60 + minute
    raise UsageError(_("A time such as 10:00 or 2:30 pm, please."))


def clock(minutes: int) -> str:
    """`09:05` of minutes since midnight; past midnight it starts anew."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def starts(begins: str, minutes: Iterable[int]) -> list[str]:
    """When each item starts: by the clock, or `+0:20` while the meeting's time is not known."""
    try:
        first: int | None = parse_clock(begins)
    except UsageError:
        first = None
    times, passed = [], 0
    for length in minutes:
        hours, rest = divmod(passed, 60)
        times.append(f"+{hours}:{rest:02}" if first is None else clock(first + passed))
        passed += length
    return times


def total_sentence(begins: str, minutes: Sequence[int]) -> str:
    """What the items add up to against the ninety minutes, in one plain sentence."""
    total = sum(minutes)
    over = total - MEETING_MINUTES
    ends = starts(begins, [*minutes, 0])[-1]
    until = "" if ends.startswith("+") else _(", until {ends}").format(ends=ends)
    if not over:
        return _("Exactly {MEETING_MINUTES} minutes{until}.").format(
            MEETING_MINUTES=MEETING_MINUTES, until=until
        )
    used = _("{total} of {MEETING_MINUTES} minutes{until}: ").format(
        total=total, MEETING_MINUTES=MEETING_MINUTES, until=until
    )
    if over > 0:
        return _("{used}{minutes} too many. Shorten or drop an item.").format(
            used=used, minutes=count(over, "minute")
        )
    return _("{used}{minutes} still free.").format(used=used, minutes=count(-over, "minute"))


def read_minutes(typed: str) -> int:
    """Minutes of one item, 1 to 480; raises CxresetError for anything else."""
    minutes = whole_number(typed)
    if minutes is None or not 1 <= minutes <= LONGEST:
        raise UsageError(_("Minutes, please, from 1 to {LONGEST}.").format(LONGEST=LONGEST))
    return minutes


class MinutesField(NumberField):
    """Minutes of one item, 1 to 480."""

    def _read(self) -> int:
        return read_minutes(self._text())


OVER = N_("This meeting is over. {key:next_agenda=x} plans the next from what was carried over.")
ALL_DONE = N_("This meeting is over. {key:next_agenda=x} plans the next, with an empty agenda.")


class AgendaSheet(RecordSheet):
    """The items in their order; the clock runs down the first column."""

    BINDINGS = [
        command("minus,shift+up", "earlier", "Earlier", "Move the chosen item up.", shown_as="-"),
        command("plus,equals_sign,shift+down", "later", "Later", "Move the chosen item down.",
                shown_as="+"),
        command("s", "suggest", "Suggested agenda",
                "Fill the empty agenda with six items for ninety minutes."),
        command("x", "next_agenda", "Next meeting",
                "Plan the meeting after this one from what was carried over.", footer=False),
    ]  # fmt: skip

    table = AgendaItem
    empty = (
        "The agenda is still empty. Press {key:suggest=s} for a suggested one of ninety minutes, "
        "which you can change, or {key:add=n} to write your own."
    )
    columns = (
        ListColumn(
            "Start", 6, lambda row: ""
        ),  # filled in `_cells`: it depends on the items before
        ListColumn("Min", 4, lambda row: str(row.minutes)),
        ListColumn("Item", 0, lambda row: row.title or _("(no title yet)")),
        ListColumn("Led by", 16, lambda row: row.lead),
    )
    fields = (
        line("title", "Item", "what is talked through, such as: the three gaps"),
        FieldSpec(
            "minutes",
            lambda sheet: MinutesField("Minutes"),
            Question("Minutes", lambda sheet, typed: read_minutes(typed)),
        ),
        name_field("lead", "Led by"),
        tie("pain_id", "Pain point", pains, N_("no pain in particular")),
        tie("gap_id", "Gap", gaps, N_("no gap in particular")),
    )
    without_line = frozenset({"add", "suggest", "next_agenda"})
    tools = (
        ("earlier", "Earlier  -"),
        ("later", "Later  +"),
        ("suggest", "Use the suggested agenda  s"),
        ("next_agenda", "Next meeting  x"),
    )

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside total", markup=False)

    def rows(self) -> Sequence[AgendaItem]:
        rows = self.reset.book.rows(AgendaItem, "position", "id")
        meeting = self.reset.book.meeting()
        begins = meeting.starts_at
        now = [row for row in rows if not row.next_time]
        minutes = [row.minutes for row in now]
        times = starts(begins, minutes)
        self._starts = {row.key: "next" for row in rows if row.next_time}
        self._starts |= dict(zip((row.key for row in now), times, strict=True))
        if self.is_attached:
            total = self.query_one(".total", Static)
            sentence, too_long = total_sentence(begins, minutes), sum(minutes) > MEETING_MINUTES
            if meeting.ended_at is not None:
                over = OVER if len(now) < len(rows) else ALL_DONE
                sentence, too_long = _(over).format(key=KEYS), False
            total.update(with_sign(sentence) if too_long else sentence)
            total.set_class(too_long, "late")
        return rows

    def reload(self, keep: int | None = None, *, hold: bool = False) -> None:
        super().reload(keep, hold=hold)
        for action in POSSIBLE:
            button = self.query_one(f"#tool-{action}", Button)
            button.set_class(not self._possible(action), AWAY)
        self.refresh_bindings()

    def _cells(self, row: Any) -> list[Text]:
        cells = super()._cells(row)
        cells[0] = Text(self._starts.get(row.key, ""))
        return cells

    def _possible(self, action: str) -> bool:
        if action == "next_agenda":
            return self.reset.book.meeting().ended_at is not None
        return not self._rows if action == "suggest" else len(self._rows) > 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in POSSIBLE and hasattr(self, "_rows"):
            return self._possible(action)
        return super().check_action(action, parameters)

    def fresh(self) -> Record:
        """At the end, with what is left of the ninety minutes, but ten at most."""
        left = MEETING_MINUTES - sum(row.minutes for row in self._rows if not row.next_time)
        last = max((row.position for row in self._rows), default=0)
        return AgendaItem(position=last + 1, minutes=left if 0 < left < 10 else 10)

    def removal(self, row: Any) -> str:
        return _("The items after it start earlier.")

    def action_earlier(self) -> None:
        self._move(-1)

    def action_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        """Change places with a neighbour; positions are numbered anew, so they never tie."""
        row, order = self.chosen, list(self._rows)
        index = self.grid.cursor_row
        if row is None or not 0 <= index + by < len(order):
            return
        self.flush()
        order[index], order[index + by] = order[index + by], order[index]

        def renumber() -> None:
            with self.reset.file.transaction():
                for position, each in enumerate(order, 1):
                    self.reset.book.set(AgendaItem, each.key, position=position)

        self.write(renumber)
        self.reload(keep=row.key)

    def action_suggest(self) -> None:
        if self._rows:
            return
        self.write(lambda: suggest_agenda(self.reset))
        self.reload()
        self.grid.focus()

    def action_next_agenda(self) -> None:
        """Begin anew with what was left over; u brings the finished items back."""
        self.flush()
        self.write(lambda: plan_next_meeting(self.reset))
        self.reload()
        self.grid.focus()
