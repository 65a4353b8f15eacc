"""The journal's list and form: wins, fires averted, reflections, hard moments, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.day_words import whole_day
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.layout.button_row import AWAY, ButtonRow
from cxreset.tui.widgets.lists import Table
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, day, text
from cxreset.workbook.journal import counts, make_pain, pain_of
from cxreset.workbook.tables import Journal, Record

KINDS: Final = (
    ("win", N_("win")),
    ("fire", N_("fire averted")),
    ("reflection", N_("reflection")),
    ("hard_moment", N_("hard moment")),
)
_KIND = dict(KINDS)
EMPTY = (
    "Nothing in the journal yet. Press {key:add_kind.win=w} for a small win, {key:add_kind.fire=f} "
    "for a fire averted, {key:add_kind.reflection=r} for a reflection, "
    "{key:add_kind.hard_moment=m} for a hard moment: a line is enough."
)


class JournalSheet(RecordSheet):
    """All lines, or those of one kind."""

    BINDINGS = [
        command("w", "add_kind('win')", "Win", "Write down a small win."),
        command("f", "add_kind('fire')", "Fire", "Write down a fire that you averted."),
        command("r", "add_kind('reflection')", "Reflection", "Write down what you think."),
        command("m", "add_kind('hard_moment')", "Hard moment", "Write down what turned a hard "
                "moment."),
        command("p", "pain", "Pain point", "A fire that came back: name it as a pain point."),
    ]  # fmt: skip
    without_line = frozenset({"add", "add_kind"})
    table = Journal
    empty = EMPTY
    columns = (
        ListColumn("Day", 10, lambda row: whole_day(row.written_on, short=True)),
        ListColumn("Kind", 12, lambda row: _(_KIND.get(row.kind, row.kind))),
        ListColumn("What happened", 0, lambda row: row.text or _("(nothing written yet)")),
    )  # fmt: skip
    fields = (
        text("text", "What happened", N_("a line or two, as you would tell a colleague")),
        choice("kind", "Kind", KINDS, optional=False),
        day("written_on", "Day"),
    )
    show: str = "all"

    def compose(self) -> ComposeResult:
        with ButtonRow(classes="tools"):
            for kind, label in (
                ("win", _("Win  w")),
                ("fire", _("Fire averted  f")),
                ("reflection", _("Reflection  r")),
                ("hard_moment", _("Hard moment  m")),
            ):
                yield Button(label, id=f"add-{kind}")
        yield Static("", classes="empty", markup=False)
        yield Table()
        yield Static("", classes="list-notice", markup=False)
        with VerticalScroll(classes="form", can_focus=False):
            yield Static(classes="aside", markup=False)
            yield from self.compose_fields()
            with ButtonRow(classes="tools"):
                yield Button(_("Came back: make it a pain point  p"), id="tool-pain")
                yield Button(_("Remove"), id="tool-remove")

    # -- which lines

    def rows(self) -> Sequence[Journal]:
        """Newest first; the one in hand stays while its fields are being filled in."""
        return [
            row
            for row in self.reset.book.rows(Journal, "-written_on", "-id")
            if self.show in ("all", row.kind) or (self.writing and row.key == self._bound)
        ]

    def counted(self) -> dict[str, int]:
        """How many lines of each kind say something."""
        return counts(self.reset.file)

    def fresh(self) -> Record:
        return Journal(written_on=self.reset.today, kind="win" if self.show == "all" else self.show)

    def removal(self, row: Any) -> str:
        return _("The words are gone with it.")

    def reload(self, keep: int | None = None, *, hold: bool = False) -> None:
        super().reload(keep, hold=hold)
        if self.is_attached:
            none = (
                _(EMPTY)
                if self.show == "all"
                else _("No line of this kind yet: press {key:show=s} for others.")
            ).format(key=KEYS)
            self.query_one(".empty", Static).update(none)

    def show_row(self, row: Any | None) -> None:
        aside, button = self.query_one(".form .aside", Static), self.query_one("#tool-pain")
        fire = row is not None and row.kind == "fire"
        pain = pain_of(self.reset.book, row.key) if row is not None else None
        button.set_class(not fire or pain is not None, AWAY)
        aside.display = fire
        words = _(
            "A fire that returns is a pain point: {key:pain=p} puts it on the list of step 1.2."
        ).format(key=KEYS)
        if pain is not None:
            title = one_line(pain.title, 60)
            words = _("This fire is a pain point now: {ref} {title}, in step 1.2.").format(
                ref=pain.ref, title=title
            )
        set_words(aside, words)

    def keep(self, key: int, column: str, value: Any) -> None:
        """A line always has a day: an emptied one stays what it was."""
        if column != "written_on" or value is not None:
            super().keep(key, column, value)

    # -- doing

    def on_button_pressed(self, event: Button.Pressed) -> None:
        name = event.button.id or ""
        if name.startswith("add-"):
            event.stop()
            self.action_add_kind(name.removeprefix("add-"))
        else:
            super().on_button_pressed(event)

    def action_add_kind(self, kind: str) -> None:
        """A new line of this kind; the list then shows that kind or all."""
        if self.show not in ("all", kind):
            self.show = "all"
        self.begin(Journal(written_on=self.reset.today, kind=kind))

    def action_pain(self) -> None:
        """Name the chosen fire as a pain point, once."""
        row: Journal | None = self.chosen
        if row is None:
            return
        self.flush()
        row = self.reset.book.get(Journal, row.key)
        if row is None or row.kind != "fire" or not row.text.strip():
            self.notify(_("Choose a fire with a few words: then it can be a pain point."))
            return
        if pain_of(self.reset.book, row.key) is None:
            self.write(lambda: make_pain(self.reset.book, row.key))
        self.reload()
