"""1.4 Plan: for each chosen pain one sentence, an urgency and possible fixes; and a preview."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import listed
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.widgets.fields.field import Slot
from cxreset.tui.widgets.fields.fix_lines import FixLine, FixLines
from cxreset.tui.worksheets.parts.base import Worksheet
from cxreset.tui.worksheets.parts.pain_order import RankedPain, in_order
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import Below, ListColumn, scale, text
from cxreset.workbook.tables import Action, Fix, Pain
from cxreset.workbook.thread import fix_counts, fixes_of


def _add_fix(sheet: Worksheet, pain: int, title: str) -> str:
    """A possible fix for a pain."""
    return _("{ref} is written down.").format(
        ref=sheet.reset.book.add(Fix(title=title, pain_id=pain)).ref
    )


class Line(NamedTuple):
    """A chosen pain and how many fixes it has; reads like the pain itself."""

    ranked: RankedPain
    fixes: int

    def __getattr__(self, name: str) -> Any:
        return getattr(self.ranked, name)


class PlanSheet(RecordSheet):
    """The chosen pains in the order of 1.3."""

    BINDINGS = [
        command("n", "add", "New fix", "Add a possible fix for this pain."),
        command("v", "preview", "Preview", "Read the plan as it stands now."),
    ]
    table = Pain
    can_add = False
    empty = "Choose up to three pains in 1.2; they come here in the order of 1.3."
    columns = (
        ListColumn("#", 2, lambda row: str(row.rank.position)),
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Pain point", 0, lambda row: row.title or _("(no name yet)")),
        ListColumn("Urgency", 7, lambda row: str(row.urgency or "–")),
        ListColumn("Problem", 9, lambda row: _("✓ written") if row.problem.strip() else "open"),
        ListColumn("Fixes", 5, lambda row: str(row.fixes)),
    )
    fields = (
        text(
            "problem",
            "The problem",
            "One sentence: who is affected, what happens to them, what it costs them. No blame.",
        ),
        scale("urgency", "Urgency", (N_("later"), N_("now"))),
    )
    without_line = frozenset[str]()
    tools = (("preview", "Preview of the plan  v"),)
    below = Below(N_("A possible fix"), _add_fix)

    def below_form(self) -> ComposeResult:
        with Horizontal(classes="fixes-head"):
            yield Static(_("Possible fixes"), markup=False)
            yield Button(_("New fix  n"), id="tool-add")
        yield FixLines()
        yield Static(id="few", markup=False)

    # -- what is shown

    def rows(self) -> Sequence[Line]:
        counts = fix_counts(self.reset.book)
        return [
            Line(ranked, counts.get(ranked.pain.key, 0))
            for ranked in in_order(self.reset.book)
            if ranked.pain.chosen
        ]

    def show_row(self, row: Line | None) -> None:
        fixes = fixes_of(self.reset.book, row.key) if row is not None else []
        shown = [(fix.key, fix.ref, fix.title) for fix in fixes]
        self.query_one(FixLines).show(shown, self._fix_slot)
        self.query_one("#few", Static).update(_few(len(fixes)))

    def _fix_slot(self, key: int, title: str) -> Slot:
        return self.slot(
            f"fix.{key}.title", title, lambda value: self.reset.book.set(Fix, key, title=value)
        )

    def show_record(self, table: str, key: str) -> bool:
        """A fix is shown with its pain."""
        fix = self.reset.book.get(Fix, int(key)) if table == Fix.__tablename__ else None
        if fix is not None and fix.pain_id is not None:
            return super().show_record(Pain.__tablename__, str(fix.pain_id))
        return table == Fix.__tablename__ or super().show_record(table, key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pains are removed in 1.2; fixes have a button each."""
        return action != "remove" and super().check_action(action, parameters)

    # -- doing

    def action_add(self) -> None:
        """Go to a new line for a fix of the pain under the cursor; its first word stores it."""
        row: Line | None = self.chosen
        if row is None:
            return
        self.flush()

        def store(title: str) -> tuple[int, str]:
            fix = self.reset.book.add(Fix(title=title, pain_id=row.key))
            return fix.key, fix.ref

        def change(key: int, title: str) -> None:
            self.reset.book.set(Fix, key, title=title)

        self.call_next(self.query_one(FixLines).begin, store, change)

    @on(FixLines.MoreAsked)
    def _more_fixes(self, event: FixLines.MoreAsked) -> None:
        event.stop()
        self.action_add()

    @on(FixLine.LeftEmpty)
    def _left_empty(self, event: FixLine.LeftEmpty) -> None:
        """A fix whose words were all taken away is gone, unless an action was made of it."""
        event.stop()
        key = event.key
        if key is not None and not self.reset.book.rows(Action, fix_id=key):
            self.flush()
            self.write(lambda: self.reset.book.remove(Fix, key))
            self.reload()

    @on(FixLine.RemoveAsked)
    def _remove_fix(self, event: FixLine.RemoveAsked) -> None:
        event.stop()
        self.flush()
        fix = self.reset.book.get(Fix, event.key)
        if fix is None:
            self.reload()
            return
        actions = [action.ref for action in self.reset.book.rows(Action, fix_id=fix.key)]

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(lambda: self.reset.book.remove(Fix, fix.key))
                self.reload()
                self.grid.focus()

        if not fix.title.strip() and not actions:
            answered(True)  # an empty line needs no question
            return
        meaning = _("It also leaves the sorting and the roadmap of week 2.")
        if actions:
            untied = ngettext("{tied} stays, untied.", "{tied} stay, untied.", len(actions))
            meaning += " " + untied.format(tied=listed(actions))
        self.app.push_screen(
            ConfirmScreen(_("Remove fix {ref}?").format(ref=fix.ref), meaning, _("Remove")),
            answered,
        )

    def action_preview(self) -> None:
        from cxreset.tui.dialogs.templates.plan_preview import PlanPreview

        self.flush()
        self.app.push_screen(PlanPreview(self.reset))


def _few(fixes: int) -> str:
    if fixes >= 2:
        return ""
    return _(
        "List two to four: at least one that removes the cause, and one small enough "
        "to try within a month."
    )
