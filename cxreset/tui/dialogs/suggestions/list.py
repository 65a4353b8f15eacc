"""The list of suggestions, and the proof of the chosen one beside it or below."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.language.words import N_, _
from cxreset.base.paths import content_dir
from cxreset.base.text import shown
from cxreset.insight.themes import DRIVER, PHRASE, Theme
from cxreset.insight.themes.reliability import FEWEST
from cxreset.insight.weighing.model import Weight
from cxreset.insight.weighing.weigher import Weigher
from cxreset.reset.evidence.weighing import weigher
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.decisions import Decisions, Suggested, View
from cxreset.reset.suggestions.finding import PART, Found, find, holding, stamp
from cxreset.tui.dialogs.suggestions.columns import LEGEND, Row, columns, head, line
from cxreset.tui.dialogs.suggestions.detail import ThemeDetail
from cxreset.tui.dialogs.suggestions.finding import FindingScreen
from cxreset.tui.dialogs.suggestions.layout import TALL, lay_out, parts_of_window
from cxreset.tui.dialogs.suggestions.lines import (
    FOUND_HEAD,
    OBJECT_HEAD,
    OWN_HEAD,
    nothing_listed,
    summary,
    title,
    top_three,
)
from cxreset.tui.shell.privacy import is_hidden
from cxreset.tui.widgets.key_line import KeyLine
from cxreset.tui.widgets.layout.button_row import STAYS, ButtonRow
from cxreset.tui.widgets.lists import LookFirst
from cxreset.tui.widgets.state_line import StateLine
from cxreset.tui.widgets.words import with_sign
from cxreset.workbook.storage.file import WorkbookFile

LOOKING = "Reading every comment for what keeps coming back."
BESIDE_LINE = 4
"""Cells at both sides of a line: the edges, the sign of the focus, and the scrollbar."""


class Known(NamedTuple):
    """What was found, and in which share of halves each theme was found again."""

    found: Found
    holds: Mapping[str, float] | None = None


_known: WeakKeyDictionary[Reset, Known] = WeakKeyDictionary()  # nothing is computed twice


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
        self._weigher: Weigher | None = None
        self._holds: Mapping[str, float] | None = None
        self._view = View((), (), 0)
        self._lines: list[Suggested | None] = []  # a line of the list each; None is a heading
        self._changed = False
        self._everything = False  # is praise shown as well?

    def compose(self) -> ComposeResult:
        yield Static(title(everything=False), id="title")
        yield Static("", id="notes", markup=False)
        with Container(id="body"):
            with Vertical(id="found"):
                yield Static("", id="head", markup=False)
                yield LookFirst(id="themes")
                yield Static(_(LEGEND), id="legend", markup=False)
                yield Static(_(LOOKING), id="message", markup=False)
            yield ThemeDetail(id="detail")
        yield Static("", id="top", markup=False)
        with ButtonRow(classes="buttons"):
            yield Button(_("Accept  a"), id="accept", variant="primary")
            for name, key in (
                (N_("Rename"), "r"),
                (N_("Merge"), "m"),
                (N_("Split"), "s"),
                (N_("Drop"), "d"),
            ):
                yield Button(f"{_(name)}  {key}", id=name.lower())
            if self._reads:
                yield Button(_("Read  v"), id="read")
            yield Button(_("Close  esc"), id="close", classes=STAYS)
        yield StateLine()
        yield KeyLine()

    # -- looking for them

    def on_mount(self) -> None:
        self._draw()
        self.query_one("#themes").focus()
        self._look()

    def _look(self) -> None:
        """Show what was found before, when nothing has changed since; else look anew."""
        self._stop("halves")
        known = _known.get(self.reset)
        if self._everything or known is None or known.found.stamp != stamp(self.reset.file):
            self.query_one("#message", Static).update(_(LOOKING))
            self._holds = None
            self._begin(self._find)
            return
        self._found, self._holds = known
        self._draw()
        found = known.found
        self._begin(lambda file, _: self._ready_with(file, found))

    def _find(self, file: WorkbookFile, stopped: Callable[[], bool]) -> FindingScreen.Ready:
        found = find(file, self._drivers, everything=self._everything, stopped=stopped)
        return self._ready_with(file, found)

    def _ready_with(self, file: WorkbookFile, found: Found) -> FindingScreen.Ready:
        """With what it weighs: marks and ties may have changed where the words have not."""
        languages, today = found.suggestions.languages, self.reset.today
        scales = weigher(
            file, today, found.looked_at,
            languages=languages, praise=self._everything, sampled=True,
        )  # fmt: skip
        return self.Ready(found, scales)

    @property
    def _drivers(self) -> Path:
        return self._content or content_dir()

    @on(FindingScreen.Ready)
    def _ready(self, event: FindingScreen.Ready) -> None:
        event.stop()
        self._weigher = event.weigher
        self._keep(event.found)
        self._draw()
        if self._holds is None and not self._everything:
            found, content = event.found, self._drivers
            self._begin(
                lambda file, stopped: self.Halved(found, holding(file, content, stopped)), "halves"
            )

    @on(FindingScreen.Halved)
    def _halved(self, event: FindingScreen.Halved) -> None:
        event.stop()
        if self._found and self._found.stamp.feedback == event.found.stamp.feedback:
            self._holds = event.holds
            self._keep(self._found)
            self._draw()

    def _keep(self, found: Found) -> None:
        self._found = found
        if not self._everything:
            _known[self.reset] = Known(found, self._holds)

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
        lay_out(self)
        self.query_one("#title", Static).update(title(everything=self._everything))
        self._fill(keep, index)
        notes = " ".join(found.suggestions.notes) if found and found.suggestions.total else ""
        self.query_one("#notes", Static).update(with_sign(shown(notes)))
        self.query_one("#notes").display = bool(notes)
        if found is not None:
            empty = nothing_listed(found.suggestions)
            message = summary(found.suggestions, self._view.dropped, everything=self._everything)
            self.query_one("#message", Static).update(message if any(self._lines) else empty)
        self.set_class(not any(self._lines), "-empty")
        buttons = self.query_one(ButtonRow)
        buttons.call_after_refresh(buttons.fold)
        self.query_one("#top", Static).update(
            top_three(self.reset.comments.pains(), self.size.width)
        )
        self.query_one("#legend").display = bool(self._lines) and self.size.height >= TALL
        self._detail()

    def _fill(self, keep: str | None, index: int) -> None:
        """The list: the company's own view first, each part under its heading."""
        themes, width = self.query_one(OptionList), self._list_width
        view = self._view
        parts = ((OWN_HEAD, view.own), (FOUND_HEAD, view.found), (OBJECT_HEAD, view.objects))
        rows = [[self._row(each) for each in part] for _, part in parts]
        heads = columns(
            [row for part in rows for row in part],
            width,
            halves=self._is_halved,
            everything=self._everything,
        )
        self.query_one("#head", Static).update(head(heads, width) if any(rows) else "")
        self._lines = []
        options: list[Option] = []
        for (name, part), lines in zip(parts, rows, strict=True):
            if part and (view.own or name == OBJECT_HEAD):
                options.append(Option(Content(_(name)), disabled=True))
                self._lines.append(None)
            options += [Option(line(row, heads, width)) for row in lines]
            self._lines += part
        with self.prevent(OptionList.OptionHighlighted):
            themes.clear_options()
            themes.add_options(options)
            index_of = {line.theme.id: at for at, line in enumerate(self._lines) if line}
            near = [at for at in index_of.values() if at >= index] or list(index_of.values())[-1:]
            themes.highlighted = index_of.get(keep or "", near[0] if near else None)

    @property
    def _list_width(self) -> int:
        """Cells of a line of the list."""
        return max(40, parts_of_window(self).main.width - BESIDE_LINE)

    @property
    def _is_halved(self) -> bool:
        """Are there enough comments to look at halves of them?"""
        found = self._found
        enough = found is not None and found.suggestions.total >= FEWEST
        return enough and not self._everything

    def _row(self, suggested: Suggested) -> Row:
        ident = suggested.theme.id
        holds = None
        if self._holds is not None and ident.startswith((DRIVER, PHRASE)) and PART not in ident:
            holds = self._holds.get(ident, 0.0)
        theme, weight = suggested.theme, self._weight(suggested.theme)
        if self._everything and self._found:
            total = self._found.suggestions.total
            return Row(suggested, weight, holds, counted=theme.mentioned, total=total)
        return Row(suggested, weight, holds, counted=theme.count, total=theme.total)

    def _weight(self, theme: Theme) -> Weight | None:
        """What it weighs, by all who name it where praise is counted; judged are complaints."""
        if self._weigher is None:
            return None
        own = self._weigher.of(theme.items)
        if not self._everything or not theme.praised:
            return own
        weight = self._weigher.of((*theme.items, *theme.praised))
        return replace(weight, preventable=own.preventable, unjudged=own.unjudged)

    def _detail(self) -> None:
        chosen, detail = self.chosen, self.query_one(ThemeDetail)
        detail.display = chosen is not None
        if chosen is not None:
            theme, everything = chosen.theme, self._everything
            hide = is_hidden(self.reset)
            detail.show(theme, self._weight(theme), everything=everything, hide=hide)

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
        self.query_one("#message", Static).update(Content.styled(shown(sentence), "$text-muted"))
