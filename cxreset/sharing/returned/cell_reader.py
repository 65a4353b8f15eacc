"""What a cell means that a colleague, or their program, has written in a returned file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.sharing.data.cells import LABELS, STATUSES, flat, plain
from cxreset.sharing.data.tracker_forms import TRACKERS
from cxreset.sharing.returned.cell_values import COVERED, day_order, read_days, read_status
from cxreset.sharing.returned.table import Line, Read

_ERROR = re.compile(r"#(?:NAME\?|REF!|VALUE!|N/A|DIV/0!|NUM!|NULL!|ERROR!|SPILL!)|Err:\d{3}")


class CellReader:
    """Makes of each cell its cell form (`cells.py`), and says what has no meaning.

    `emails` are addresses by name in lower case, `names` those of the people who are known,
    `deadlines` the cell forms of ours, by id.
    """

    def __init__(
        self,
        found: Read,
        emails: Mapping[str, str],
        names: Iterable[str],
        deadlines: Mapping[str, str],
    ) -> None:
        self.tracker = TRACKERS["csv" if found.form == "xlsx" else found.form]
        self.emails = emails
        self.problems: list[str] = []
        self._file = found.name
        self._names = {flat(name).casefold(): flat(name) for name in names if name.strip()}
        for name, email in emails.items():
            self._names[email.casefold()] = self._names.get(name, name)
        self._deadlines = deadlines
        self._day_order = self._order_of_days(found.lines)

    def say(self, line: Line, what: str) -> None:
        """Add a sentence on a row to the problems."""
        self.problems.append(
            _("{file}, row {row}: {what}.").format(file=self._file, row=line.row, what=what)
        )

    def name(self, text: str) -> str:
        """A person's name as it is known, for an address or another way of writing it."""
        return self._names.get(text.casefold(), text)

    def cell(self, line: Line, field: str) -> str | None:
        """The cell form of what is there; None (and a problem) where it cannot be read."""
        raw = line.cells[field]
        if raw == COVERED:
            self.say(
                line,
                _("{labels} is merged with the cell beside it; it was left as it is").format(
                    labels=_(LABELS[field])
                ),
            )
            return None
        if _ERROR.fullmatch(raw.strip()):
            self.say(
                line,
                _(
                    "{labels} holds a spreadsheet's error, as after words that begin with = or -; "
                    "it was left as it is"
                ).format(labels=_(LABELS[field])),
            )
            return None
        if field == "deadline":
            return self._day(line, raw)
        if field == "status":
            return self._status(line, raw)
        return flat(raw) if field == "owner" else plain(raw)

    def _status(self, line: Line, raw: str) -> str | None:
        code = read_status(raw)
        if code is None:
            choices = ", ".join(map(_, STATUSES.values()))
            self.say(
                line,
                _("the status “{raw}” is none of {choices}; it was left as it is").format(
                    raw=one_line(raw, 40), choices=choices
                ),
            )
            return None
        return STATUSES[code]

    def _day(self, line: Line, raw: str) -> str | None:
        if not raw.strip():
            return ""
        days = [day.isoformat() for day in read_days(raw)]
        written = one_line(raw, 40)
        if not days:
            self.say(
                line, _("“{written}” is no date; write it as 2026-10-09").format(written=written)
            )
            return None
        if len(days) == 1:
            return days[0]
        if self._day_order:
            return days[0 if self._day_order == "day" else 1]
        unchanged = [day for day in days if self._was_due(line, day)]
        if unchanged:
            return unchanged[0]
        self.say(
            line,
            _("the date “{written}” can mean two days; write it as 2026-10-09").format(
                written=written
            ),
        )
        return None

    def _order_of_days(self, lines: Iterable[Line]) -> str:
        """`day` or `month`, whichever stands first in a file's dates; empty where it is open.

        Shown by dates that can be read in one way only, and by those that are as they were before.
        """
        orders = {order for line in lines for order in self._orders_shown(line)}
        if len(orders) == 1:
            return orders.pop()
        return "month" if not orders and self.tracker.month_first else ""

    def _orders_shown(self, line: Line) -> list[str]:
        raw = line.cells.get("deadline", "")
        days = read_days(raw)
        if len(days) != 2:
            order = day_order(raw)
            return [order] if order else []
        return [
            order
            for order, day in zip(("day", "month"), days, strict=True)
            if self._was_due(line, day.isoformat())
        ]

    def _was_due(self, line: Line, day: str) -> bool:
        """Was this the deadline at the export? Is it ours, where the file does not say?"""
        if line.exported("deadline") is None:
            return day == self._deadlines.get(line.ref, "")
        return line.is_as_exported("deadline", day)
