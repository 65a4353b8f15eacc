"""What recurs, suggested: accept, rename, merge, split or drop; the judgement is the leader's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.errors import CxresetError
from cxreset.base.paths import content_dir
from cxreset.base.text import count, one_line, shown
from cxreset.insight.themes import Theme
from cxreset.reset.reset import Reset
from cxreset.reset.suggesting import (
    Decisions,
    Found,
    Stopped,
    Suggested,
    View,
    find,
    parts_of,
    stamp,
)
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.ask_line import AskLineScreen
from cxreset.tui.dialogs.pick import PickScreen
from cxreset.tui.dialogs.suggestions.lines import (
    FOUND_HEAD,
    ORDER,
    OWN_HEAD,
    suggestion_line,
    summary,
    top_three,
    verbatims,
    why,
)
from cxreset.tui.shell.error_boundary import ErrorBoundary
from cxreset.tui.shell.privacy import is_hidden
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.file import WorkbookFile

LOOKING = "Reading every comment for what keeps coming back …"
NOTHING = "There is no comment yet. Import a file of feedback in 1.1 first."
NO_THEME = (
    "Nothing recurs often enough to be suggested. Reading and tagging by hand counts the same."
)
FEW, MANY, TALL = 3, 6, 34  # verbatims shown, in less and in at least TALL lines
_kept: WeakKeyDictionary[Reset, Found] = WeakKeyDictionary()  # nothing is computed twice
NAME_DRAFT = "themes.names"  # before a theme's id: what is typed as its new name


class Left(NamedTuple):
    """Was anything changed, and which theme's comments does the leader want to read?"""

    changed: bool
    read: Theme | None = None


class SuggestionsScreen(ErrorBoundary, ModalScreen[Left]):
    """The suggestions above, the chosen one's proof below. Answers how it was left."""

    CSS_PATH = "suggestions.tcss"
    BINDINGS = [
        command("a,enter", "accept", "Accept", "Make it a pain point, with its comments tied."),
        command("r", "rename", "Rename", "Call it what a customer would nod at."),
        command("m", "merge", "Merge", "Make it one with another that says the same."),
        command("s", "split", "Split", "Show the smaller themes inside it."),
        command("d", "drop", "Drop", "Not wanted: it does not come back by itself."),
        command("v", "read", "Read", "Read all its comments in the reading list.", footer=False),
        command("b", "bring_back", "Bring back", "Show what was dropped again.", footer=False),
        command("u", "undo", "Undo", "Take the last change back, whatever it was."),
        command("U,ctrl+y", "redo", "Redo", "Make the change undone last again."),
        command("escape,q", "close", "Close", "Go back."),
    ]

    class Ready(Message):
        """The themes are there."""

        def __init__(self, found: Found) -> None:
            super().__init__()
            self.found = found

    class Parted(Message):
        """The smaller themes inside one were looked for."""

        def __init__(self, theme: Theme, parts: tuple[Theme, ...]) -> None:
            super().__init__()
            self.theme, self.parts = theme, parts

    class Failed(Message):
        """They could not be looked for."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, reset: Reset, *, reads: bool = False, content: Path | None = None) -> None:
        """`reads`: whoever asks can show all comments of a theme. `content` is the folder with the
        drivers; None for that of the content pack."""
        super().__init__()
        self._reads = reads
        self.reset = reset
        self._content = content
        self._decisions = Decisions(reset.book)
        self._found: Found | None = None
        self._view = View((), (), 0)
        self._lines: list[Suggested | None] = []  # a line of the list each; None is a heading
        self._stop = Event()
        self._changed = False

    def compose(self) -> ComposeResult:
        yield Static(
            Content.assemble(
                ("What recurs", "bold $primary"),
                (f"   {ORDER}", "$text-muted"),
            ),
            id="title",
        )
        yield Static("", id="notes", markup=False)
        yield OptionList(id="themes", markup=False)
        yield Static(LOOKING, id="said", markup=False)
        with VerticalScroll(id="detail"):
            yield Static("", id="why", markup=False)
            yield Static("", id="examples", markup=False)
        yield Static("", id="top", markup=False)
        with Horizontal(classes="buttons"):
            yield Button("Accept  a", id="accept", variant="primary")
            for name, key in (("Rename", "r"), ("Merge", "m"), ("Split", "s"), ("Drop", "d")):
                yield Button(f"{name}  {key}", id=name.lower())
            if self._reads:
                yield Button("Read  v", id="read")
            yield Button("Close  esc", id="close")
        yield KeyLine()

    # -- looking for them

    def on_mount(self) -> None:
        self._draw()
        self.query_one("#themes").focus()
        self._look()

    def _look(self) -> None:
        """Show what was found before, when nothing has changed since; else look anew."""
        kept = _kept.get(self.reset)
        if kept is not None and kept.stamp == stamp(self.reset.file):
            self._found = kept
            self._draw()
            return
        self.query_one("#said", Static).update(LOOKING)
        content = self._content or content_dir()
        self._begin(lambda file: self.Ready(find(file, content, stopped=self._stop.is_set)))

    def _begin(self, work: Callable[[WorkbookFile], Message]) -> None:
        self.run_worker(partial(self._work, work), thread=True, exclusive=True, group="themes")

    def _work(self, work: Callable[[WorkbookFile], Message]) -> None:
        """In a thread, on a connection of its own."""
        try:
            file = open_workbook(self.reset.file.path)
            try:
                told = work(file)
            finally:
                file.close()
        except Stopped:
            return
        except CxresetError as error:
            told = self.Failed(error.sentence)
        if not self._stop.is_set():
            self.post_message(told)

    @on(Ready)
    def _ready(self, event: Ready) -> None:
        event.stop()
        self._keep(event.found)
        self._draw()

    def _keep(self, found: Found) -> None:
        self._found = _kept[self.reset] = found

    @on(Failed)
    def _failed(self, event: Failed) -> None:
        event.stop()
        self.query_one("#said", Static).update(shown(event.sentence))

    # -- showing

    def _draw(self, keep: str | None = None) -> None:
        """Draw everything from what was found and what the leader decided."""
        chosen = self.chosen
        keep = keep or (chosen.theme.id if chosen else None)
        place = self.query_one(OptionList).highlighted or 0
        found = self._found
        self._view = self._decisions.view(found) if found else View((), (), 0)
        self._fill(keep, place)
        notes = " ".join(found.suggestions.notes) if found else ""
        self.query_one("#notes", Static).update(shown(notes))
        self.query_one("#notes").display = bool(notes)
        if found is not None:
            empty = NO_THEME if found.suggestions.total else NOTHING
            said = summary(found.suggestions, self._view.dropped)
            self.query_one("#said", Static).update(said if any(self._lines) else empty)
        self.query_one("#top", Static).update(
            top_three(self.reset.comments.pains(), self.size.width)
        )
        self._detail()

    def _fill(self, keep: str | None, place: int) -> None:
        """The list: the company's own view first, each part under its heading."""
        themes, width = self.query_one(OptionList), max(40, self.size.width - 4)
        own, found = self._view.own, self._view.found
        self._lines = []
        options: list[Option] = []
        for head, part in ((OWN_HEAD, own), (FOUND_HEAD, found)):
            if part and own:
                options.append(Option(Content(head), disabled=True))
                self._lines.append(None)
            options += [Option(suggestion_line(each, width)) for each in part]
            self._lines += part
        with self.prevent(OptionList.OptionHighlighted):
            themes.clear_options()
            themes.add_options(options)
            place_of = {line.theme.id: at for at, line in enumerate(self._lines) if line}
            near = [at for at in place_of.values() if at >= place] or list(place_of.values())[-1:]
            themes.highlighted = place_of.get(keep or "", near[0] if near else None)

    def _detail(self) -> None:
        chosen = self.chosen
        self.query_one("#detail").display = chosen is not None
        if chosen is not None:
            most = MANY if self.size.height >= TALL else FEW
            self.query_one("#why", Static).update(why(chosen.theme))
            self.query_one("#examples", Static).update(
                verbatims(chosen.theme.examples[:most], hide=is_hidden(self.reset))
            )
            self.query_one("#detail").scroll_to(y=0, animate=False)

    @property
    def chosen(self) -> Suggested | None:
        """The suggestion under the cursor."""
        place = self.query_one(OptionList).highlighted
        return self._lines[place] if place is not None and place < len(self._lines) else None

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted:
            self._draw()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._detail()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_accept()

    # -- deciding

    def _write(self, change: Callable[[], object], keep: str | None = None) -> bool:
        try:
            change()
        except CxresetError as error:
            self.notify(shown(error.sentence), severity="warning", markup=False)
            return False
        self._changed = True
        self._draw(keep)
        return True

    def action_accept(self) -> None:
        """Make it a pain point, with its comments as evidence."""
        chosen = self.chosen
        if chosen is None:
            return
        theme = chosen.theme
        if chosen.pain_id is not None:
            self._say(f"It is P{chosen.pain_id} already; r gives it another name.")
        elif self._write(lambda: self._decisions.accept(theme)):
            now = self.chosen
            tied = count(theme.count, "comment")
            if now and now.pain_id is not None:
                self._say(f"P{now.pain_id} with {tied} tied. The key u takes it back.")

    def action_rename(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return

        def named(name: str | None) -> None:
            if name and name != chosen.theme.name:
                self._write(lambda: self._decisions.rename(chosen, name))

        name, daily = f"{NAME_DRAFT}.{chosen.theme.id}", self.reset.daily
        self.app.push_screen(
            AskLineScreen(
                "Rename the suggestion",
                "Say what goes wrong, so that a customer would nod.",
                line=daily.draft(name) or one_line(chosen.theme.name),
                keep_draft=lambda text: daily.keep_draft(name, text),
            ),
            named,
        )

    def action_merge(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        others = [each for each in self._lines if each and each.theme.id != chosen.theme.id]
        if not others:
            self._say("There is no other suggestion to merge it with.")
            return

        def picked(number: int | None) -> None:
            if number is not None:
                host = others[number]
                self._write(lambda: self._decisions.merge(chosen, host), host.theme.id)

        options = [
            (f"{one_line(each.theme.name, 50)} ({each.theme.count:,})", at)
            for at, each in enumerate(others)
        ]
        question = f"Which says the same as {one_line(chosen.theme.name, 40)}?"
        meaning = "The one you pick keeps its name and takes these comments in."
        self.app.push_screen(PickScreen(question, meaning, options), picked)

    def action_split(self) -> None:
        chosen, found = self.chosen, self._found
        if chosen is None or found is None:
            return
        if chosen.pain_id is not None:
            self._say(f"It is P{chosen.pain_id} already: undo that with u, or split it in 1.1.")
            return
        theme = chosen.theme
        self._say("Looking for the smaller themes inside it …")
        self._begin(lambda file: self.Parted(theme, parts_of(file, found, theme.id)))

    @on(Parted)
    def _parted(self, event: Parted) -> None:
        event.stop()
        theme, found = event.theme, self._found
        if found is None:
            return
        if not event.parts:
            self._say("Its comments are of a piece: there is nothing to split.")
            return
        self._found = found._replace(parts={**found.parts, theme.id: event.parts})
        if self._write(lambda: self._decisions.split(theme), event.parts[0].id):
            self._keep(self._found._replace(stamp=stamp(self.reset.file)))

    def action_drop(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.pain_id is not None:
            self._say(f"It is P{chosen.pain_id} already: u takes that back, or remove it in 1.2.")
        elif self._write(lambda: self._decisions.drop(chosen.theme)):
            self._say("Dropped; it does not come back by itself. The key u takes it back.")

    def action_bring_back(self) -> None:
        self._write(self._decisions.bring_back)

    def action_undo(self) -> None:
        self._go_back("Undone", self.reset.undo)

    def action_redo(self) -> None:
        self._go_back("Done again", self.reset.redo)

    def _go_back(self, said: str, go: Callable[[], str | None]) -> None:
        names: list[str | None] = []
        if self._write(lambda: names.append(go())):
            self._look()
            name = names[0]  # said apart from the line that counts, which looking anew redraws
            told = f"{said}: {one_line(name, 70)}" if name else "Nothing is left."
            self.notify(told, markup=False)

    def _say(self, sentence: str) -> None:
        """In the line that counts, where it covers nothing."""
        self.query_one("#said", Static).update(Content.styled(shown(sentence), "$accent"))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        getattr(self, f"action_{event.button.id}")()
        if self.is_current:
            self.query_one("#themes").focus()

    def action_close(self) -> None:
        self.dismiss(Left(self._changed))

    def action_read(self) -> None:
        """Leave for the reading list, which shows all its comments."""
        if self.chosen is not None and self._reads:
            self.dismiss(Left(self._changed, self.chosen.theme))

    def on_unmount(self) -> None:
        self._stop.set()
