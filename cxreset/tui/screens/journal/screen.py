"""The journal: what went well, what did not happen, what one thinks, what was hard."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.journal.sheet import JournalSheet
from cxreset.tui.screens.list_screen import ListScreen
from cxreset.tui.widgets.fields.choice import Choice, Value
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.base import Worksheet

SHOWS: tuple[tuple[Value, str], ...] = (
    ("all", N_("all")),
    ("win", N_("wins")),
    ("fire", N_("fires")),
    ("reflection", N_("reflections")),
    ("hard_moment", N_("hard moments")),
)
NOUNS = (
    ("win", "win", "wins"),
    ("fire", N_("fire averted"), N_("fires averted")),
    ("reflection", "reflection", "reflections"),
    ("hard_moment", N_("hard moment"), N_("hard moments")),
)


def in_words(counted: dict[str, int]) -> str:
    """`4 wins, 2 fires averted and 1 reflection`; kinds without a line are left out."""
    parts = [count(counted[kind], one, many) for kind, one, many in NOUNS if counted.get(kind)]
    return listed(parts) or _("nothing yet")


class JournalScreen(ListScreen):
    """A line that counts, a filter, and the list with its form."""

    CSS_PATH = ["../../worksheets/worksheets.tcss", "journal.tcss"]
    first_button = "#add-win"
    BINDINGS = [
        command("s", "show", "Show", "Show all lines, or those of one kind."),
    ]

    def body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Horizontal(id="filter"):
            yield Static(id="show-label", classes="label", markup=False)
            show = Choice(SHOWS, optional=False, id="show")
            yield show
        yield JournalSheet(self.reset)

    @property
    def sheet(self) -> JournalSheet:
        return self.query_one(JournalSheet)

    def draw_head(self) -> None:
        choice = self.query_one("#show", Choice)
        with self.prevent(Choice.Changed):
            choice.value = self.sheet.show
        head = Content.assemble((_("Journal"), "bold"), f"   {in_words(self.sheet.counted())}")
        set_words(self.query_one("#head", Static), head)
        show = _("Show  {key:show=s}").format(key=KEYS)
        set_words(self.query_one("#show-label", Static), show)

    # -- doing

    def on_worksheet_changed(self, event: Worksheet.Changed) -> None:
        event.stop()
        self.draw_head()

    @on(Choice.Changed, "#show")
    def _shown(self, event: Choice.Changed) -> None:
        event.stop()
        self.flush()
        self.sheet.show = str(event.value)
        self.reload()

    def action_show(self) -> None:
        """The next kind."""
        self.flush()
        kinds = [kind for kind, _ in SHOWS]
        self.sheet.show = str(kinds[(kinds.index(self.sheet.show) + 1) % len(kinds)])
        self.home_list()
        self.reload()
        self.home_list()
