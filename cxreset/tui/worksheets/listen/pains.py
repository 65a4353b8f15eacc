"""1.2 Pains: what recurs, how often, in whose words; and the three that are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from textual.app import ComposeResult
from textual.widgets import Button, Static

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed, one_line
from cxreset.insight.weighing.words import judge_next, sentences
from cxreset.reset.evidence.quoting import LastingQuotes
from cxreset.reset.evidence.weighing import pain_weight
from cxreset.sharing.facts.verbatims import quoted
from cxreset.sharing.facts.wording import percent
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.shell.privacy import masker
from cxreset.tui.widgets.layout.button_row import AWAY
from cxreset.tui.worksheets.listen.pain_quotes import QUOTES, PainQuotes
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, line, yes_no
from cxreset.workbook.feedback.comments import Filter
from cxreset.workbook.pains import join
from cxreset.workbook.tables import Pain
from cxreset.workbook.thread import tied_to

WANTED = 3  # what a month can carry
BAR = 12  # cells of the longest bar
SHORT_BAR = 8
BROAD = 78  # columns from which the bars are long
NUMBERS = (
    N_("No"),
    N_("One"),
    N_("Two"),
    N_("Three"),
    N_("Four"),
    N_("Five"),
    N_("Six"),
    N_("Seven"),
    N_("Eight"),
    N_("Nine"),
)


class Line(NamedTuple):
    """A pain and how many of all comments speak of it; reads like the pain itself."""

    pain: Pain
    comments: int
    total: int

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pain, name)

    @property
    def share(self) -> str:
        return percent(self.comments, self.total) if self.total else ""


def bar(number: int, most: int, cells: int) -> str:
    """A bar as long as the number is of the most; half a cell is drawn too."""
    halves = round(2 * cells * number / most) if most else 0
    return "━" * (halves // 2) + "╸" * (halves % 2)


def chosen_in_words(refs: Sequence[str]) -> str:
    """How many are chosen, and what that means for a month."""
    number = len(refs)
    named = _(NUMBERS[number]) if number < len(NUMBERS) else str(number)
    if number > WANTED:
        return _("{named} are chosen; three is what a month can carry.").format(named=named)
    if number == WANTED:
        return _("The three are chosen: {refs}.").format(refs=listed(list(refs)))
    if number == 0:
        return _(
            "None of the three is chosen yet: {key:choose=space} chooses the line you are on."
        ).format(key=KEYS)
    return _("{named} of three chosen so far: {refs}.").format(named=named, refs=listed(list(refs)))


class PainsSheet(RecordSheet):
    """Pains, the one most spoken of first."""

    BINDINGS = [
        command("space", "choose", "Choose", "Choose this pain as one of the three, or not.",
                shown_as="space"),
        command("v", "comments", "Comments",
                "Read the comments tied to this pain; untie some, choose the quote."),
        command("w", "whys", "Why?", "Ask why of this pain, up to five times.", footer=False),
        command("equals_sign", "join", "Join", "Two lines that say the same: make them one.",
                footer=False, shown_as="="),
        command("r", "recurs", "What recurs", "See what keeps coming back, suggested."),
    ]  # fmt: skip
    table = Pain
    empty = (
        "Go to 1.1 and read: names come from what customers say. Or press {key:add=n} to write "
        "one down."
    )
    fields = (line("title", "Pain point", "what goes wrong, so that a customer would nod"),)
    by_key = (yes_no("chosen", "One of the three"),)
    new_label = "New  n"
    without_line = frozenset({"add", "recurs"})
    tools = (
        ("choose", "Choose  space"),
        ("join", "Join  ="),
        ("recurs", "What recurs  r"),
    )

    @cached_property
    def _lasting_quotes(self) -> LastingQuotes:
        return LastingQuotes(self.reset.book)

    def above_form(self) -> ComposeResult:
        yield Static(id="chosen", classes="aside", markup=False)

    def below_form(self) -> ComposeResult:
        yield PainQuotes()
        yield Button("", id="tool-comments")

    def action_whys(self) -> None:
        """The whys behind the pain in hand."""
        from cxreset.tui.worksheets.listen.whys import WhysScreen

        row = self.chosen
        if row is not None:
            self.flush()
            self.app.push_screen(WhysScreen(self.reset, row.pain))

    # -- what is shown

    def seen_columns(self) -> Sequence[ListColumn]:
        """With bars, to be compared at a glance: the longest is of the pain heard most."""
        cells = BAR if self.size.width >= BROAD else SHORT_BAR
        most = max((row.comments for row in self._rows), default=0)
        return (
            ListColumn("", 1, lambda row: "★" if row.chosen else ""),
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Pain point", 0, lambda row: row.title or _("(no name yet)")),
            ListColumn("", cells, lambda row: bar(row.comments, most, cells)),
            ListColumn("Comments", 8, lambda row: whole(row.comments), right=True),
            ListColumn("Share", 5, lambda row: row.share, right=True),
        )

    def rows(self) -> Sequence[Line]:
        counts = self.reset.book.evidence_counts()
        total = self.reset.book.feedback_total()
        lines = [Line(pain, counts.get(pain.key, 0), total) for pain in self._pains()]
        return sorted(lines, key=lambda row: (-row.comments, row.key))

    def _pains(self) -> list[Pain]:
        return self.reset.book.rows(Pain)

    def _chosen_refs(self) -> list[str]:
        return [row.ref for row in self._rows if row.chosen]

    def notice(self) -> str:
        refs = self._chosen_refs()
        return chosen_in_words(refs) if len(refs) > WANTED else ""

    def show_row(self, row: Line | None) -> None:
        everything = self.query_one("#tool-comments", Button)
        everything.set_class(row is None or not row.comments, AWAY)
        self.query_one(PainQuotes).display = row is not None
        if row is None:
            self.query_one("#chosen", Static).update("")
            return
        refs = self._chosen_refs()
        words = [chosen_in_words(refs)] if len(refs) <= WANTED else []
        if row.total:
            words.append(
                _(
                    "Shares are of all {comments} in the workbook; one comment may speak "
                    "of several pains."
                ).format(comments=count(row.total, "comment"))
            )
        self.query_one("#chosen", Static).update(" ".join(words))
        put_back = _("Let go  space") if row.chosen else _("Choose  space")
        self.query_one("#tool-choose", Button).label = put_back
        self._show_proof(row)
        everything.label = _("All {comments}  v").format(comments=count(row.comments, "comment"))

    def _show_proof(self, row: Line) -> None:
        """What the comments of the pain weigh, and the best of them."""
        weight = pain_weight(self.reset.file, self.reset.today, row.key, len(self._rows))
        veiled = masker(self.reset)
        best = self._lasting_quotes.of(row.key)[:QUOTES] if row.comments else []
        quotes = [
            replace(quote, text=veiled(quote.text)) for quote in quoted(self.reset.book, best)
        ]
        self.query_one(PainQuotes).show(row.comments, quotes, sentences(weight), judge_next(weight))

    def removal(self, row: Line) -> str:
        tied = tied_to(self.reset.book, row.key)
        if not tied:
            return _("Nothing is tied to it.")
        one = len(tied) == 1 and not tied[0].endswith("s")
        return ngettext("{tied} stays, untied.", "{tied} stay, untied.", 1 if one else 2).format(
            tied=listed(tied)
        )

    # -- doing

    def action_choose(self) -> None:
        """Choose the line under the cursor, or no longer."""
        row: Line | None = self.chosen
        if row is None:
            return
        self.flush()
        self.write(lambda: self.reset.book.set(Pain, row.key, chosen=not row.chosen))
        self.reload()

    def action_comments(self) -> None:
        from cxreset.tui.dialogs.evidence import EvidenceScreen

        row: Line | None = self.chosen
        if row is None:
            return
        self.flush()
        repository, veiled = self.reset.comments, masker(self.reset)
        screen = EvidenceScreen(
            f"{row.ref}  {row.title}",
            repository.ids(Filter(pain_id=row.key)),
            lambda ids: [c._replace(text=veiled(c.text)) for c in repository.page(ids)],
            untie=lambda number: self.write(lambda: repository.toggle_tie(number, row.key)),
            lead=lambda: next(iter(self._lasting_quotes.of(row.key)), None),
            choose=lambda number: self._choose_quote(row.key, number),
        )
        self.app.push_screen(screen, lambda _: self.reload())

    def _choose_quote(self, pain_id: int, number: int) -> None:
        """Quote that comment first from now on; the one chosen is let go."""
        pain = self.reset.book.get(Pain, pain_id)
        own = None if pain and pain.quote_id == number else number
        self.write(lambda: self.reset.book.set(Pain, pain_id, quote_id=own))

    def action_recurs(self) -> None:
        """What keeps coming back, suggested; an accepted one is a pain here afterwards."""
        from cxreset.tui.dialogs.suggestions.finding import Left
        from cxreset.tui.dialogs.suggestions.screen import SuggestionsScreen

        def closed(left: Left | None) -> None:
            if left and left.changed:
                self.reload()
                self.post_message(self.Changed())

        self.flush()
        self.app.push_screen(SuggestionsScreen(self.reset), closed)

    def action_join(self) -> None:
        from cxreset.tui.dialogs.asking.pick import PickScreen

        row: Line | None = self.chosen
        if row is None:
            return
        self.flush()
        others = [
            (f"{other.ref}  {one_line(other.title)}", other.key)
            for other in self._rows
            if other.key != row.key
        ]
        if not others:
            self.notify(_("There is no other pain to join it with."), markup=False)
            return
        tied = listed(tied_to(self.reset.book, row.key)) or _("nothing else")
        screen = PickScreen(
            _("Which pain says the same as {ref} {title}?").format(
                ref=row.ref, title=one_line(row.title)
            ),
            _(
                "{ref} goes away and the one you pick stays, with its own words. What "
                "moves over to it: {tied}."
            ).format(ref=row.ref, tied=tied),
            others,
        )

        def picked(kept: int | None) -> None:
            if kept is not None:
                self.write(lambda: join(self.reset.book, row.key, kept))
                self.reload(keep=kept)

        self.app.push_screen(screen, picked)
