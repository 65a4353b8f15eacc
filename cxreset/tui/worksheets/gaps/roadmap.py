"""2.4 The roadmap: fixes under now, next and later, with dates; a fix becomes an action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import DataTable, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed, one_line
from cxreset.insight.progress import WANTED
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.worksheets.gaps.making_actions import action_of, make_action, no_action
from cxreset.tui.worksheets.parts import ties
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import Below, ListColumn, choice, day, line, tie
from cxreset.tui.worksheets.parts.when import span, stays
from cxreset.workbook.tables import Fix
from cxreset.workbook.thread import Thread, tied_to_fix

HORIZONS: tuple[str | None, ...] = (None, "now", "next", "later")
HEADS: dict[str | None, str] = {
    None: N_("To place"),
    "now": N_("Now: 30 days"),
    "next": N_("Next: this quarter"),
    "later": N_("Later"),
}
WHEN = (("now", N_("now")), ("next", N_("next")), ("later", N_("later")))
CARD_LINES = 3


class RoadmapSheet(RecordSheet):
    """Three columns where there is room, one list with a column Horizon where there is not."""

    BINDINGS = [
        command("less_than_sign,comma", "move(-1)", "Sooner", "Move the fix one group sooner.",
                shown_as="<"),
        command("greater_than_sign,full_stop", "move(1)", "Later", "Move the fix one group later.",
                shown_as=">"),
        command("k", "make_action", "Make an action", "Make an action of the chosen fix."),
    ]  # fmt: skip
    table = Fix
    empty = (
        "The roadmap is made of fixes. Write some down in steps 1.4 and 2.3 (press "
        "{key:step.-1=[}), or press {key:add=n} to add one here."
    )
    below = Below(N_("Make an action of it? yes or no"), make_action)
    tools = (
        ("sooner", "Sooner  <"),
        ("later", "Later  >"),
        ("make_action", "Action  k"),
    )
    fields = (
        choice("horizon", "Horizon", WHEN),
        day("start_on", "From"),
        day("end_on", "To"),
        line("title", "The fix", "what would be done"),
        tie("gap_id", "Closes which gap", ties.gaps),
    )

    # -- the two looks

    @property
    def columned(self) -> bool:
        """Is there room for columns beside each other?"""
        return self.is_attached and self.app.size.width >= 96

    def rows(self) -> Sequence[Fix]:
        self._thread = Thread(self.reset.book)
        return sorted(
            self._thread.fixes.values(),
            key=lambda fix: (HORIZONS.index(fix.horizon), fix.start_on is None,
                             fix.start_on or self.reset.today, fix.key),
        )  # fmt: skip

    def seen_columns(self) -> Sequence[ListColumn]:
        unsorted = _("to place")
        width = max(len(words) for words in (unsorted, *(_(name) for _value, name in WHEN)))
        return (
            ListColumn("Horizon", width, lambda row: _(row.horizon or "") or unsorted),
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Fix", 0, lambda row: row.title or _("(no words yet)")),
            ListColumn("Dates", 15, lambda row: span(row.start_on, row.end_on)),
            ListColumn("Action", 8, lambda row: " ".join(self._refs(row))),
        )

    def _refs(self, fix: Fix) -> list[str]:
        return [action.ref for action in self._thread.actions_of(fix)]

    def _groups(self) -> dict[str | None, list[Fix]]:
        """The columns: the three, and before them what is not placed yet, if anything is."""
        groups: dict[str | None, list[Fix]] = {horizon: [] for horizon in HORIZONS}
        for fix in self._rows:
            groups[fix.horizon].append(fix)
        if not groups[None]:
            del groups[None]
        return groups

    def draw(self, wanted: int | None) -> None:
        table = self.grid
        table.cursor_type = "cell" if self.columned else "row"
        self.set_class(self.columned, "-columns")
        if not self.columned:
            super().draw(wanted)
            return
        groups = self._groups()
        self._lanes = list(groups.values())
        width = max(10, (self.size.width - 2 * len(groups) - 1) // len(groups))
        height = max((len(lane) for lane in self._lanes), default=0)
        with self.prevent(DataTable.RowHighlighted, DataTable.CellHighlighted):
            table.clear(columns=True)
            for horizon, lane in groups.items():
                table.add_column(f"{_(HEADS[horizon])} ({len(lane)})"[:width], width=width)
            for index in range(height):
                table.add_row(
                    *(self._card(lane[index], width) if index < len(lane) else Text("")
                      for lane in self._lanes),
                    height=CARD_LINES + 1,
                )  # fmt: skip
            row, column = self._cell_of(wanted)
            table.move_cursor(row=row, column=column)

    def reserve(self, lines: int) -> None:
        """As in a list; in columns a fix that is begun has room for its card."""
        super().reserve(lines)
        if self.columned and lines:
            unplaced = sum(1 for fix in self._rows if fix.horizon is None)
            cards = max(unplaced + 1, *map(len, self._groups().values()))
            self.grid.styles.min_height = self.grid.header_height + cards * (CARD_LINES + 1)

    def _cell_of(self, wanted: int | None) -> tuple[int, int]:
        cells = [
            (row, column, fix.key)
            for column, lane in enumerate(self._lanes)
            for row, fix in enumerate(lane)
        ]
        row, column, _fixes = next(
            (cell for cell in cells if cell[2] == wanted), cells[0] if cells else (0, 0, 0)
        )
        return row, column

    def _card(self, fix: Fix, width: int) -> Text:
        """The fix in two lines; its dates and actions in the third."""
        words = one_line(f"{fix.ref} {fix.title or _('(no words yet)')}", 2 * width - 4)
        lines = list(Text(words).wrap(self.app.console, width))[: CARD_LINES - 1]
        under = "  ".join([span(fix.start_on, fix.end_on), *self._refs(fix)]).strip()
        lines.append(Text(one_line(under or _("no dates yet"), width)))
        return Text("\n").join(lines)

    @property
    def chosen(self) -> Any | None:
        if not self.columned:
            return super().chosen
        at = self.grid.cursor_coordinate
        lanes: list[list[Fix]] = getattr(self, "_lanes", [])
        if at.column >= len(lanes) or not lanes[at.column]:
            return None
        lane = lanes[at.column]
        return lane[min(at.row, len(lane) - 1)]

    @on(DataTable.CellHighlighted)
    def _entered(self, event: DataTable.CellHighlighted) -> None:
        """Below a column's last card there is nothing: stay on that card."""
        event.stop()
        if not self.columned or event.coordinate.column >= len(self._lanes):
            return  # told of a look that is gone
        lane = self._lanes[event.coordinate.column]
        if lane and event.coordinate.row >= len(lane):
            self.grid.move_cursor(row=len(lane) - 1, column=event.coordinate.column)
            return
        self.query_one(".form").display = bool(lane) or self.begun
        self._bind()

    @on(DataTable.CellSelected)
    def _opened(self, event: DataTable.CellSelected) -> None:
        event.stop()
        self.action_edit()

    def stored(self) -> None:
        if not self.columned or not self.grid.can_focus:  # a list, or its first line
            super().stored()
            return
        self._rows = list(self.rows())
        self.draw(self._bound)
        self._say()
        self._bind()

    def on_resize(self, event: Resize) -> None:
        if hasattr(self, "_rows"):
            self.reload()

    # -- what it says

    def notice(self) -> str:
        """Too many under now; fixes under now that nobody was asked to do."""
        now = [fix for fix in self._rows if fix.horizon == "now"]
        idle = [fix.ref for fix in now if not self._refs(fix)]
        many = _("{now} stand under now; {WANTED} at most can be finished.").format(
            now=len(now), WANTED=WANTED
        )
        sentences = (
            many if len(now) > WANTED else "",
            _("No action yet from {idle}.").format(idle=listed(idle)) if idle else "",
        )
        return " ".join(filter(None, sentences))

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside origin", markup=False)

    def show_row(self, row: Any | None) -> None:
        self.query_one(".origin", Static).update(self._about(row) if row is not None else "")

    def _about(self, fix: Fix) -> str:
        origin = self._thread.of_fix(fix)
        chain = " ← ".join((fix.ref, *origin.refs))
        comments = f", {count(origin.comments, 'comment')}" if origin.comments else ""
        made = listed(self._refs(fix))
        back = fix.start_on and fix.end_on and fix.end_on < fix.start_on
        return "   ".join(
            part
            for part in (
                f"{chain}{comments}",
                _("already an action: {made}").format(made=made)
                if made
                else _("no action yet: press {key:make_action=k}").format(key=KEYS),
                _("It ends before it starts.") if back else "",
            )
            if part
        )

    def fresh(self) -> Fix:
        return Fix(horizon=self.chosen.horizon if self.chosen is not None else None)

    def removal(self, row: Any) -> str:
        return stays(tied_to_fix(self.reset.book, row.key), _("Its gap and its pain stay."))

    # -- doing

    def action_sooner(self) -> None:
        self.action_move(-1)

    def action_later(self) -> None:
        self.action_move(1)

    def action_move(self, by: int) -> None:
        """Move the chosen fix to the group before or after; one not placed goes to now."""
        row = self.chosen
        if row is None:
            return
        self.flush()
        at = HORIZONS.index(row.horizon)
        horizon = HORIZONS[max(1, min(len(HORIZONS) - 1, at + by))]
        if horizon != row.horizon:
            self.write(lambda: self.reset.book.set(Fix, row.key, horizon=horizon))
            self.reload(keep=self._next_in_lane(row))

    def _next_in_lane(self, row: Fix) -> int:
        """The fix that stood after this one among those to place, if it was one of them.

        So three fixes are placed by the same key three times.
        """
        if row.horizon is not None:
            return row.key
        waiting = [fix.key for fix in self._rows if fix.horizon is None]
        following = waiting[waiting.index(row.key) + 1 :]
        return next(iter(following), row.key)

    def action_make_action(self) -> None:
        """Store an action for the chosen fix, unless it has one."""
        fix = cast("Fix | None", self.chosen)
        if fix is None:
            return
        self.flush()
        fix = self.reset.book.get(Fix, fix.key)
        if fix is None:
            return
        refusal = no_action(self, fix)
        if refusal:
            self.notify(refusal, markup=False)
            return
        stored = self.write(lambda: self.reset.book.add(action_of(self, fix)))
        if stored is not None:
            self.reload(keep=fix.key)
            self.notify(
                _("{action} is made of {fix}. It gets its owner in step 3.3.").format(
                    action=stored.ref, fix=fix.ref
                ),
                markup=False,
            )
