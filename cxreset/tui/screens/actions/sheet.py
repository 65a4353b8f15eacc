"""The Actions screen's list and form, and the pane that says where an action comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, count_in_english, listed, one_line
from cxreset.insight.purposes import only_recovery
from cxreset.programme.dates import parse_date
from cxreset.reset.evidence.quoting import LastingQuotes
from cxreset.reset.replies import unanswered
from cxreset.sharing.facts.verbatims import quoted
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.shell.privacy import masker
from cxreset.tui.widgets.layout.button_row import AWAY, ButtonRow
from cxreset.tui.widgets.lists import Table
from cxreset.tui.widgets.words import with_sign
from cxreset.tui.worksheets.parts import ties
from cxreset.tui.worksheets.parts.action_list import CLOSED, ActionList, name_field
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, day, line, text, tie
from cxreset.tui.worksheets.teams.owners import PURPOSES
from cxreset.workbook.tables import Action
from cxreset.workbook.thread import Origin, Thread, tied_to_action

STATUSES: Final = (
    ("not_started", N_("not started")),
    ("in_progress", N_("in progress")),
    ("completed", N_("completed")),
    ("cancelled", N_("cancelled")),
)
_STATUS = dict(STATUSES)
SHOWS: Final = (N_("all"), N_("open"), N_("late"))
EMPTY = (
    "Actions come from the roadmap: press {key:roadmap=r} to go to step 2.4, choose a fix there "
    "and press {key:make_action=k}. Or press {key:add=n} to add an action here."
)


class AllActions(ActionList):
    """Open ones by deadline, those without a date, completed, cancelled."""

    BINDINGS = [
        command("space", "complete", "Completed", "Mark the chosen action completed, or not."),
        command("w", "reply", "Who was told",
                "You said, we did: what the customers behind the chosen action are told."),
        command("m", "move_late", "Move the late",
                "Move every late action in this list to another day, all at once.", footer=False),
    ]  # fmt: skip
    tools = (
        ("complete", "Completed  space"),
        ("reply", "Told  w"),
        ("move_late", "Move late  m"),
    )
    fields = (
        line("title", "Action", "a verb, a thing, a place"),
        name_field("owner", "Owner"),
        day("deadline", "Deadline"),
        choice("status", "Status", STATUSES, optional=False),
        choice("purpose", "It will", PURPOSES),
        text("note", N_("Note"), N_("how it goes, in a line")),
        tie("fix_id", N_("From the fix"), ties.fixes),
        tie("gap_id", N_("Closes the gap"), ties.gaps),
        tie("pain_id", N_("Against the pain"), ties.pains),
        day("opened_on", N_("Opened on")),
        day("completed_on", N_("Completed on")),
    )
    holds_order = True
    show: str = "all"
    owner: str | None = None  # None is everyone, "" is nobody yet
    _ranks: ClassVar = {"completed": 2, "cancelled": 3}

    @cached_property
    def _lasting_quotes(self) -> LastingQuotes:
        return LastingQuotes(self.reset.book)

    def compose(self) -> ComposeResult:
        yield Static(_(EMPTY).format(key=KEYS), classes="empty", markup=False)
        yield Table()
        yield Static("", classes="list-notice", markup=False)
        with ButtonRow(classes="tools"):
            yield self.tool("add", _("New action  n"))
            yield self.tool("remove", _("Remove"))
            yield from (self.tool(action, _(label)) for action, label in self.tools)
        with Horizontal(id="halves"):
            with VerticalScroll(classes="form", can_focus=False):
                yield from self.compose_fields()
                yield Static("", classes="below", markup=False)
            with VerticalScroll(id="origin", can_focus=False):
                yield Static("", id="pane", markup=False)

    # -- which actions, in which order

    def rows(self) -> Sequence[Action]:
        """Those of the filter, and the one in hand while its fields are being filled in."""
        self._thread = Thread(self.reset.book)
        found = [
            row
            for row in self._thread.actions
            if self._fits(row) or (self.writing and row.key == self._bound)
        ]
        return sorted(found, key=self._rank)

    def _rank(self, row: Action) -> tuple[int, date, int]:
        dated = 0 if row.deadline else 1
        return (self._ranks.get(row.status, dated), row.deadline or date.max, row.key)

    def _fits(self, row: Action) -> bool:
        shown = {"open": self.is_open(row), "late": self.is_late(row)}.get(self.show, True)
        return shown and (self.owner is None or row.owner.strip() == self.owner)

    def all_rows(self) -> list[Action]:
        """Every action, whatever the filter."""
        return self._thread.actions

    def seen_columns(self) -> Sequence[ListColumn]:
        wide = self.size.width >= 110
        first = (
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Action", 0, lambda row: row.title or _("(no words yet)")),
            ListColumn(
                "Owner", 16 if wide else 12, lambda row: row.owner.strip() or _("nobody yet")
            ),
            ListColumn("Deadline", 22 if wide else 21, self.when),
        )
        if not wide:
            return (*first, ListColumn("Evidence", 8, self._pain))
        return (
            *first,
            ListColumn("Status", 11, lambda row: _(_STATUS.get(row.status, row.status))),
            ListColumn("Evidence", 20, self._evidence),
        )

    def _pain(self, row: Action) -> str:
        origin = self._thread.of_action(row)
        return f"{origin.comments} {origin.pain.ref}" if origin.pain else _("not tied")

    def _evidence(self, row: Action) -> str:
        origin = self._thread.of_action(row)
        return f"{origin.comments:>4}  {' ← '.join(origin.refs)}" if origin.refs else _("not tied")

    def reload(self, keep: int | None = None, *, hold: bool = False) -> None:
        super().reload(keep, hold=hold)
        if self.is_attached:
            self.query_one("#halves").display = bool(self._rows) or self.begun
            empty = (
                _("No action fits: press {key:filter=f} or {key:owner=o} to see others.")
                if self.all_rows()
                else _(EMPTY)
            ).format(key=KEYS)
            self.query_one(".empty", Static).update(empty)
            late = any(map(self.is_late, self._rows))
            self.query_one("#tool-move_late").set_class(not late, AWAY)

    def notice(self) -> str:
        """A plan of nothing but recovery, and finished actions of which no customer knows."""
        still = [row.purpose for row in self.all_rows() if row.status != "cancelled"]
        silent = [row.ref for row in unanswered(self.reset)]
        reply = ngettext(
            "{actions} is done, and no customer was told: press {key:reply=w}.",
            "{actions} are done, and no customer was told: press {key:reply=w}.",
            len(silent),
        ).format(key=KEYS, actions=listed(silent))
        reply = reply if silent else ""
        return " ".join(filter(None, (only_recovery(still), reply)))

    # -- where it comes from

    def show_row(self, row: Any | None) -> None:
        origin = self.origin_text(row) if row is not None else Content("")
        self.query_one("#pane", Static).update(origin)
        self.query_one(".below", Static).update(origin)

    def origin_text(self, row: Action) -> Content:
        """The chain back to what customers said, the best quote, and what it led to."""
        origin = self._thread.of_action(row)
        remark = self.remark(row)
        after = tied_to_action(self.reset.book, row.key)
        parts: list[Content] = [
            Content.assemble(
                (_("Where this comes from\n"), "bold $text-muted"),
                " ← ".join((row.ref, *origin.refs)),
            ),
            *self._origin_lines(origin),
        ]
        if after:
            parts.append(Content.assemble((_("Leads to  "), "$text-muted"), listed(after)))
        if remark:
            parts.append(Content.styled(with_sign(remark), "$text-warning"))
        return Content("\n\n").join(parts)

    def _origin_lines(self, origin: Origin) -> list[Content]:
        parts = []
        for name, row in ((_("Fix"), origin.fix), (_("Gap"), origin.gap)):
            if row is not None:
                parts.append(Content.assemble((f"{name}  ", "$text-muted"), one_line(row.title)))
        if origin.pain is None:
            parts.append(
                Content(
                    _("It is tied to no pain yet. Tie it to a fix, a gap or a pain to show why.")
                )
            )
            return parts
        parts.append(
            Content.assemble(
                (_("Pain  "), "$text-muted"),
                (one_line(origin.pain.title), "bold"),
                f", {count(origin.comments, 'comment')}",
            )
        )
        best = self._lasting_quotes.of(origin.pain.key)[:1]
        for quote in quoted(self.reset.book, best):
            words = one_line(masker(self.reset)(quote.text), 220)
            parts.append(
                Content.assemble((f"“{words}”", "italic"), (f"  {quote.ref}", "$text-muted"))
            )
        return parts

    # -- doing

    def action_complete(self) -> None:
        """Completed today, or in progress again."""
        row = self.chosen
        if row is None:
            return
        self.flush()
        status = "in_progress" if row.status in CLOSED else "completed"
        if self.write(lambda: self._set_status(row.key, status)):
            self.reload(hold=True)
            done = "completed" if status == "completed" else _("in progress again")
            self.notify(
                _("{ref} is {done}. {key:undo=u} takes it back.").format(
                    key=KEYS, ref=row.ref, done=done
                ),
                markup=False,
            )

    def action_reply(self) -> None:
        """What the customers behind the chosen action are told."""
        from cxreset.tui.screens.actions.customer_reply import CustomerReplyScreen

        row = self.chosen
        if row is None:
            return
        self.flush()
        self.app.push_screen(CustomerReplyScreen(self.reset, row), lambda _: self.reload())

    def action_move_late(self) -> None:
        """Ask for a day and move every late action in the list to it: one change."""
        from cxreset.tui.dialogs.asking.ask_line import AskLineScreen

        late = [row for row in self._rows if self.is_late(row)]
        if not late:
            self.notify(_("Nothing in this list is late."), markup=False)
            return
        self.flush()

        def answered(typed: str | None) -> None:
            if typed and self.write(lambda: self._move(late, typed)):
                self.reload()
                self.notify(
                    _("Moved {actions}. {key:undo=u} takes it back.").format(
                        key=KEYS, actions=count(len(late), "action")
                    ),
                    markup=False,
                )

        question = _("Move {late_actions} to which day?").format(
            late_actions=count(len(late), "late action")
        )
        meaning = _("{late} then have the same new date. Tell the owners.").format(
            late=listed([row.ref for row in late])
        )
        self.app.push_screen(
            AskLineScreen(question, meaning, hint="friday", yes=_("Move")), answered
        )

    def _move(self, late: Sequence[Action], typed: str) -> bool:
        day = parse_date(typed, self.reset.today)
        with self.reset.file.transaction(f"moved {count_in_english(len(late), 'late action')}"):
            for row in late:
                self.reset.book.set(Action, row.key, deadline=day)
        return True

    def _set_status(self, key: int, status: str) -> bool:
        self.keep(key, "status", status)
        return True
