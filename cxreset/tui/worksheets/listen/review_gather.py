"""Gathering feedback in 1.1: channels looked at, files, words written down by hand, the timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.capture import Captured, CaptureScreen
from cxreset.tui.dialogs.sources import SourcesScreen
from cxreset.tui.widgets.focus_clock import FocusClock
from cxreset.tui.worksheets.listen.review_find import FindingSheet
from cxreset.tui.worksheets.listen.review_lines import BASE
from cxreset.workbook.tables import ChannelSeen

if TYPE_CHECKING:
    from cxreset.tui.dialogs.importing.work import Imported

DRAFT = "capture.words"  # what was captured but not kept yet


class GatheringSheet(FindingSheet):
    """Brings feedback in; a subclass composes the sheet and marks what was read."""

    BINDINGS = [
        command("i", "import", "Import", "Bring in a file of feedback."),
        command("c", "capture", "By hand", "Write down what a customer said."),
        command("r", "recurs", "What recurs", "See what keeps coming back, suggested."),
        command("s", "sources", "Channels", "Mark channels as seen, with a note.", footer=False),
        command("z", "timer", "Timer", "Start or pause the quiet two-hour timer.", footer=False),
        command("Z", "timer_reset", "Reset timer", "Give the timer its two hours again.",
                footer=False),
    ]  # fmt: skip

    def action_sources(self) -> None:
        self.app.push_screen(
            SourcesScreen(self._counts, self._seen(), self._keep_source),
            lambda _: self._show_heads(),
        )

    def _keep_source(self, channel: str, seen: bool, note: str) -> None:
        self.reset.book.put(ChannelSeen(channel=channel, seen=seen, note=note))
        self.post_message(self.Changed())

    def _tick(self, channel: str) -> None:
        seen, note = self._seen().get(channel, (False, ""))
        self.write(lambda: self._keep_source(channel, not seen, note))
        self._show_heads()

    def action_import(self) -> None:
        from cxreset.reset.importing import imported_before
        from cxreset.tui.dialogs.importing.screen import ImportScreen

        def imported(done: Imported | None) -> None:
            if done is not None:
                self.show_only(BASE)  # what came in is to be seen, and read on in
                self.reading.focus()
                self.post_message(self.Changed())
                if done.suggest:
                    self.action_recurs()

        repository = self.reset.comments
        self.app.push_screen(
            ImportScreen(self.reset.file.path, self.reset.today,
                         lambda preview: imported_before(repository, preview)),
            imported,
        )  # fmt: skip

    def action_recurs(self) -> None:
        """What keeps coming back, suggested; accepted ones are pain points afterwards."""
        from cxreset.tui.dialogs.suggestions.finding import Left
        from cxreset.tui.dialogs.suggestions.screen import SuggestionsScreen

        def closed(left: Left | None) -> None:
            if left and left.changed:
                self.reload()
                self.post_message(self.Changed())
            if left and left.read:
                name, ids = one_line(left.name, 30), left.read
                self.show_these(
                    _("{comments} suggested as {name}").format(
                        comments=count(len(ids), "comment"), name=name
                    ),
                    ids,
                )

        self.app.push_screen(SuggestionsScreen(self.reset, reads=True), closed)

    def action_capture(self) -> None:
        daily = self.reset.daily

        def captured(words: Captured | None) -> None:
            if words is None:
                return
            number = self.write(lambda: self.reset.comments.capture(*words))
            if number is not None:
                daily.keep_draft(DRAFT, None)
                self.wanted, self.only = BASE, None
                self._load(keep=number)

        self.app.push_screen(
            CaptureScreen(self.reset.today, daily.draft(DRAFT) or "",
                          lambda text: daily.keep_draft(DRAFT, text)),
            captured,
        )  # fmt: skip

    def action_timer(self) -> None:
        self.query_one(FocusClock).toggle()

    def action_timer_reset(self) -> None:
        self.query_one(FocusClock).reset()
