"""Actions: every one with owner, deadline, status and the comments it goes back to."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.screens.actions.sheet import SHOWS, AllActions
from cxreset.tui.screens.list_screen import ListScreen
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.layout.button_row import ButtonRow
from cxreset.tui.widgets.words import set_words
from cxreset.tui.worksheets.parts.base import Worksheet

EVERYONE = 0


class ActionsScreen(ListScreen):
    """A line that counts, a filter, and the list with its form."""

    CSS_PATH = ["../../worksheets/worksheets.tcss", "actions.tcss"]
    first_button = "#tool-add"
    BINDINGS = [
        command("f", "filter", "Filter", "Show all, the open or the late actions."),
        command("o", "owner", "Owner", "Show one owner's actions."),
        command("r", "roadmap", "Roadmap", "Go to the roadmap, where a fix becomes an action."),
        command(
            "i", "returned", "Take back", "See what colleagues changed in a file, and take it."
        ),
    ]

    def body(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with ButtonRow(id="filter"):
            yield Static(id="show-label", classes="label", markup=False)
            show = Choice([(each, each) for each in SHOWS], optional=False, id="show")
            yield show
            yield Button("", id="owner")
            yield Button(_("Roadmap  r"), id="roadmap")
            yield Button(
                _("Take  i"), id="returned", tooltip=_("Take back what colleagues changed.")
            )
        yield AllActions(self.reset)

    @property
    def sheet(self) -> AllActions:
        return self.query_one(AllActions)

    def on_mount(self) -> None:
        self.query_one(Choice).value = self.sheet.show

    def on_resize(self, event: Resize) -> None:
        wide = event.size.width >= 96
        self.sheet.set_class(wide, "-wide")
        self.sheet.set_class(not wide, "-narrow")

    def draw_head(self) -> None:
        sheet = self.sheet
        rows = sheet.all_rows()
        done = sum(1 for row in rows if row.status == "completed")
        late = sum(1 for row in rows if sheet.is_late(row))
        still = sum(1 for row in rows if sheet.is_open(row))
        total = _("{actions}: {still} open, {done} completed").format(
            actions=count(len(rows), "action"), still=still, done=done
        )
        total = total if rows else _("none yet")
        set_words(
            self.query_one("#head", Static),
            Content.assemble(
                (_("Actions"), "bold"),
                f"   {total}",
                (_(", ! {late} late").format(late=late) if late else "", "$text-warning"),
            ),
        )
        show = _("Show  {key:filter=f}").format(key=KEYS)
        set_words(self.query_one("#show-label", Static), show)
        name = {None: _("everyone"), "": _("nobody yet")}.get(
            sheet.owner, one_line(sheet.owner or "", 12)
        )
        owner = self.query_one("#owner", Button)
        label = Content(_("Owner: {name}  o").format(name=name))
        if owner.label != label:
            owner.label = label
            owner.refresh(layout=True)
            self.query_one(ButtonRow).fold()

    # -- doing

    @on(Worksheet.Changed)
    def _changed(self, event: Worksheet.Changed) -> None:
        event.stop()
        self.sheet.rows()  # what the head counts
        self.draw_head()

    @on(Choice.Changed, "#show")
    def _show(self, event: Choice.Changed) -> None:
        event.stop()
        self.flush()
        self.sheet.show = str(event.value)
        self.reload()

    def action_filter(self) -> None:
        """The next filter."""
        self.flush()
        index = (SHOWS.index(self.sheet.show) + 1) % len(SHOWS)
        self.sheet.show = SHOWS[index]
        self.query_one(Choice).value = self.sheet.show
        self.reload()
        self.home_list()

    def action_owner(self) -> None:
        """Ask whose actions to show."""
        self.flush()
        rows = self.sheet.all_rows()
        names = sorted({row.owner.strip() for row in rows}, key=lambda name: (not name, name))
        held = {name: sum(1 for row in rows if row.owner.strip() == name) for name in names}
        options = [(_("everyone"), EVERYONE)] + [
            (f"{name or _('nobody yet')}  ({held[name]})", index)
            for index, name in enumerate(names, EVERYONE + 1)
        ]

        def picked(number: int | None) -> None:
            if number is not None:
                self.sheet.owner = names[number - 1] if number != EVERYONE else None
                self.reload()
                self.home_list()

        self.app.push_screen(
            PickScreen(_("Whose actions?"), _("The list then shows only these."), options), picked
        )

    def action_roadmap(self) -> None:
        """Go to the step that has the roadmap."""
        step = next(iter(self.reset.pack.steps_for("roadmap")), None)
        if step is None:
            self.notify(
                _("This programme has no roadmap; press {key:add=n} to add an action.").format(
                    key=KEYS
                ),
                markup=False,
            )
            return
        self.flush()
        self.remember(step)
        self.app.switch_mode(f"week-{step.week}")

    def action_returned(self) -> None:
        """Look at a register that colleagues have worked in."""
        from cxreset.tui.dialogs.returned.screen import ReturnedScreen

        def taken(number: int | None) -> None:
            if number:
                self.reload()
                self.notify(
                    _("Took {changes}. {key:undo=u} takes them back.").format(
                        key=KEYS, changes=count(number, "change")
                    ),
                    markup=False,
                )

        self.flush()
        self.app.push_screen(ReturnedScreen(self.reset), taken)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "owner":
            self.action_owner()
        elif event.button.id == "roadmap":
            self.action_roadmap()
        elif event.button.id == "returned":
            self.action_returned()
