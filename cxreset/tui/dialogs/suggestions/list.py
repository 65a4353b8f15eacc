"""The list of suggestions above, the proof of the chosen one below."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.paths import content_dir
from cxreset.base.text import shown
from cxreset.reset.reset import Reset
from cxreset.reset.suggesting import (
    Decisions,
    Found,
    Suggested,
    View,
    find,
    stamp,
)
from cxreset.tui.dialogs.suggestions.finding import FindingScreen
from cxreset.tui.dialogs.suggestions.lines import (
    EVERYTHING,
    FOUND_HEAD,
    ORDER,
    OWN_HEAD,
    suggestion_line,
    summary,
    top_three,
    verbatims,
    why,
)
from cxreset.tui.shell.privacy import is_hidden
from cxreset.tui.widgets.key_line import KeyLine

LOOKING = "Reading every comment for what keeps coming back …"
NOTHING = "There is no comment yet. Import a file of feedback in 1.1 first."
NO_THEME = (
    "Nothing recurs often enough to be suggested. Reading and tagging by hand counts the same."
)
FEW, MANY, TALL = 3, 6, 34  # verbatims shown, in less and in at least TALL lines
_kept: WeakKeyDictionary[Reset, Found] = WeakKeyDictionary()  # nothing is computed twice


class ListScreen(FindingScreen):
    """Shows what was found and what was decided; a subclass decides."""

    CSS_PATH = "suggestions.tcss"

    def __init__(self, reset: Reset, *, reads: bool = False, content: Path | None = None) -> None:
        """`reads`: whoever asks can show all comments of a theme. `content` is the folder with the
        drivers; None for that of the content pack."""
        super().__init__(reset)
        self._reads = reads
        self._content = content
        self._decisions = Decisions(reset.book)
        self._found: Found | None = None
        self._view = View((), (), 0)
        self._lines: list[Suggested | None] = []  # a line of the list each; None is a heading
        self._changed = False
        self._everything = False  # is praise shown as well?

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
        yield Static(LOOKING, id="message", markup=False)
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
        if not self._everything and kept is not None and kept.stamp == stamp(self.reset.file):
            self._found = kept
            self._draw()
            return
        self.query_one("#message", Static).update(LOOKING)
        content, everything = self._content or content_dir(), self._everything
        self._begin(
            lambda file: self.Ready(
                find(file, content, everything=everything, stopped=self._stop.is_set)
            )
        )

    @on(FindingScreen.Ready)
    def _ready(self, event: FindingScreen.Ready) -> None:
        event.stop()
        self._keep(event.found)
        self._draw()

    def _keep(self, found: Found) -> None:
        self._found = found
        if not self._everything:
            _kept[self.reset] = found

    @on(FindingScreen.Failed)
    def _failed(self, event: FindingScreen.Failed) -> None:
        event.stop()
        self.query_one("#message", Static).update(shown(event.sentence))

    # -- showing

    def _draw(self, keep: str | None = None) -> None:
        """Draw everything from what was found and what the leader decided."""
        chosen = self.chosen
        keep = keep or (chosen.theme.id if chosen else None)
        index = self.query_one(OptionList).highlighted or 0
        found = self._found
        self._view = self._decisions.view(found) if found else View((), (), 0)
        self._fill(keep, index)
        notes = " ".join(found.suggestions.notes) if found else ""
        self.query_one("#notes", Static).update(shown(notes))
        self.query_one("#notes").display = bool(notes)
        if found is not None:
            empty = NO_THEME if found.suggestions.total else NOTHING
            message = summary(found.suggestions, self._view.dropped)
            message = EVERYTHING if self._everything else message
            self.query_one("#message", Static).update(message if any(self._lines) else empty)
        self.query_one("#top", Static).update(
            top_three(self.reset.comments.pains(), self.size.width)
        )
        self._detail()

    def _fill(self, keep: str | None, index: int) -> None:
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
            index_of = {line.theme.id: at for at, line in enumerate(self._lines) if line}
            near = [at for at in index_of.values() if at >= index] or list(index_of.values())[-1:]
            themes.highlighted = index_of.get(keep or "", near[0] if near else None)

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
        index = self.query_one(OptionList).highlighted
        return self._lines[index] if index is not None and index < len(self._lines) else None

    def on_resize(self, event: Resize) -> None:
        if self.is_mounted:
            self._draw()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._detail()

    def _say(self, sentence: str) -> None:
        """In the line that counts, where it covers nothing."""
        self.query_one("#message", Static).update(Content.styled(shown(sentence), "$accent"))
