"""Help: what this is, how a day goes, which keys there are."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.widgets import Static

from cxreset import __version__
from cxreset.base.language.words import _, pgettext
from cxreset.base.text import shown
from cxreset.tui.commands.command import available
from cxreset.tui.commands.destinations import TODAY, destinations
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.aside import AsideScreen
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader

HELP = """
### What this is

A workbook for thirty days. Each working day it shows **one thing to do next**. Four weeks lead
from what customers say to a fix that you tried and measured, and everything you write becomes an
action plan for your colleagues.

### How a day goes

1. **Today** says what is next. Press {key:open_next=Enter} to open it.
2. A week shows its steps. The chosen step has a **worksheet** to fill in, and **guidance** behind
   `{key:guidance=g}`: why, how, when it is done, an example, a pitfall.
3. When you are satisfied, tick the step with `{key:tick=d}`. Nothing forbids a tick; the screen
   only says what still looks open.
   Short of time? `{key:ten_minutes=T}` shows the step in ten minutes, on Today and in a week.
   Done, it counts.
4. **Practices** has the short exercises and the check-up of five habits; the **Journal** keeps
   wins, fires averted, reflections and hard moments.
5. **Share** writes the plan to a file that anyone can open.

### What happens to your words

There is no save. What you type is stored as you type, in one file on this computer, and is there
when you come back. Nothing is sent anywhere.

### Getting about

- The bar at the top and the line at the bottom can be clicked.
- **{key:focus_next=Tab}** goes from field to field; **{key:leave=Esc}** leaves a field, and then
  leads back to Today. From Help it leads back to where you were, and so does `{key:go.help=?}`.
- **Ctrl+P** finds every command by name, and what stands in the workbook.
- **{key:go.settings=F3}** leads to the settings: name, days, holidays, colours, keys.
- A letter is a command only while you are not typing in a field.
"""


class HelpScreen(AsideScreen):
    """What can be done where one came from; then the words, and every key that works everywhere."""

    CSS_PATH = "help.tcss"
    BINDINGS = [
        Binding("question_mark,f1", "leave", show=False),  # the keys that led here lead back
    ]

    def body(self) -> ComposeResult:
        with Reader(id="help"):
            yield Static(id="here-head", classes="heading", markup=False)
            yield Static(id="here", markup=False)
            yield PageText(id="words")
            yield Static(_("Keys that work everywhere"), classes="heading", markup=False)
            yield Static(id="keys", markup=False)
            yield Static(pgettext("help", "About"), classes="heading", markup=False)
            yield Static(self._about(), markup=False)

    def on_mount(self) -> None:
        self.query_one("#help").focus()
        self.call_after_refresh(self.reload)

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        if self.is_mounted:  # come here anew: the first lines are of where one was
            self.query_one("#help").scroll_home(animate=False)

    def reload(self) -> None:
        everywhere = available(self)
        known = {active.binding.action for active in everywhere}
        here = [each for each in self.commands_there if each.binding.action not in known]
        for name in ("#here", "#here-head"):
            self.query_one(name).display = bool(here)
        labels = {
            destination.mode: destination.label for destination in destinations(self.reset.pack)
        }
        head = _("Keys in {screen}").format(screen=labels.get(self.left, _(TODAY.label)))
        self.query_one("#here-head", Static).update(head)
        self.query_one("#here", Static).update(self._keys(here))
        self.query_one("#words", PageText).show(_(HELP).format(key=KEYS))
        self.query_one("#keys", Static).update(self._keys(everywhere))

    def _keys(self, commands: Iterable[ActiveBinding]) -> Content:
        listed = list(commands)
        longest = max((len(_(active.binding.description)) for active in listed), default=0)
        lines = [
            Content.assemble(
                (f"{self.app.get_key_display(active.binding):<8}", "bold"),
                f"{_(active.binding.description):<{longest}}  {_(active.binding.tooltip)}",
            )
            for active in listed
        ]
        return Content("\n").join(lines)

    def _about(self) -> str:
        pack = self.reset.pack
        return shown(
            _(
                "cxreset {version}, programme “{title}” {version_2}.\n{credit}\nYour "
                "workbook: {path}"
            ).format(
                version=__version__,
                title=pack.title,
                version_2=pack.version,
                credit=pack.credit,
                path=self.reset.file.path,
            )
        )
