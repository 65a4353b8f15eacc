"""2.1 Expectation and reality: what is promised at each touchpoint beside what happens."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.widgets.fields.comment_ids import CommentIdsInput
from cxreset.tui.worksheets.parts.action_list import name_field
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, comment_ids, line, scale, text
from cxreset.workbook.feedback.filters import Filter
from cxreset.workbook.tables import Touchpoint

LISTED = 50
"""So many comments are offered."""
BESIDE = 80
"""Columns from which promise and reality stand side by side."""
SIDES = ("promise", "reality")
WIDEST = 5


class CompareSheet(RecordSheet):
    """Touchpoints, one after the other."""

    table = Touchpoint
    empty = (
        "Press {key:add=n} to add the touchpoints where customers meet you: a confirmation mail, a "
        "delivery, a bill. For each, set what you promise beside what happens."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Touchpoint", 0, lambda row: row.name or _("(no name yet)")),
        ListColumn("", 23, lambda row: state(row)),
        ListColumn("Wide", 5, lambda row: _squares(row.width)),
    )
    fields = (
        line("name", "Touchpoint", "where the customer meets you, such as: delivery day"),
        text("promise", "What we promise", "in the words the customer reads or hears"),
        text("reality", "What happens", "what customers live through, in their words"),
        comment_ids("evidence", "Evidence", "C12, a figure, a call you heard; ↓ comments"),
        scale("width", "How wide is it", (N_("a hair"), N_("a gulf"))),
        line("aim", "They want", "what they came for; from here on all may wait"),
        line("front_stage", "They see", "people, pages and messages they meet"),
        line("back_stage", "Behind it", "what has to work unseen"),
        name_field("owner", "Whose it is"),
        line("failure", "Where it fails", "the moment at which it goes wrong"),
    )

    def compose_fields(self) -> ComposeResult:
        """Promise and reality beside each other, where there is room for both."""
        first, *others = [spec for spec in self.fields if spec.column not in SIDES]
        promise, reality = (spec for spec in self.fields if spec.column in SIDES)
        yield self.field(first)
        with Horizontal(classes="sides"):
            yield self.field(promise)
            yield Static("≠", classes="apart")
            yield self.field(reality)
        for spec in others:
            yield self.field(spec)

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width < BESIDE, "-stacked")
        super().on_resize(event)

    def on_comment_ids_input_pick_asked(self, event: CommentIdsInput.PickAsked) -> None:
        """List the comments that have the last word typed, or the newest; one is written down."""
        event.stop()
        field = event.field
        word = field.last_word()
        wanted = Filter(words=word, newest_first=True)
        found = self.reset.comments.ids(wanted, LISTED) or self.reset.comments.ids(
            Filter(newest_first=True), LISTED
        )
        comments = self.reset.comments.page(found)
        if not comments:
            self.notify(_("There are no comments yet; step 1.1 brings them in."), markup=False)
            return

        def picked(number: int | None) -> None:
            if number is not None and field.is_attached:
                field.add_id(number)

        options = [(f"C{each.id} {one_line(each.text, 60)}", each.id) for each in comments]
        meaning = _("The newest first; type a word before, and those that have it are listed.")
        self.app.push_screen(PickScreen(_("Which comment?"), meaning, options), picked)


def state(row: Any) -> str:
    """What a touchpoint still needs, of its two sides and the distance between them."""
    promise, reality = row.promise.strip(), row.reality.strip()
    if not promise and not reality:
        return _("○ empty")
    if not promise:
        return _("… promise is missing")
    if not reality:
        return _("… reality is missing")
    return _("✓ complete") if row.width else _("… how wide is missing")


def _squares(width: int | None) -> str:
    return "■" * width + "□" * (WIDEST - width) if width else ""
