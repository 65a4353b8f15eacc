"""3.2 Share and align: what is shown, how it is taken, and what is agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, count_in_english
from cxreset.tui.commands.command import command
from cxreset.tui.worksheets.parts.form import RecordForm
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, day, line, scale, text, tie
from cxreset.tui.worksheets.parts.tabs import TabbedSheet
from cxreset.tui.worksheets.parts.ties import gaps, pains
from cxreset.workbook.tables import Decision, Gap, Insight, Meeting, Pain


class ToShowSheet(RecordSheet):
    """What weeks 1 and 2 have shown, picked for the meeting."""

    BINDINGS = [
        command("b", "bring", "Bring in",
                "Bring in the chosen pains and the gaps that are not listed yet."),
    ]  # fmt: skip

    table = Insight
    empty = (
        "Press {key:bring=b} to bring in the chosen pains and gaps of weeks 1 and 2, or "
        "{key:add=n} to write a line of your own."
    )
    columns = (
        ListColumn("What we show", 0, lambda row: row.title or _("(nothing written yet)")),
        ListColumn("From", 9, lambda row: _origin(row)),
        ListColumn("How it was taken", 0, lambda row: row.reaction),
    )
    fields = (
        text("title", "What we show", "one finding in one sentence, with its number"),
        text("reaction", "How it was taken", "who said what; write it after the meeting"),
        tie("pain_id", "Pain point", pains),
        tie("gap_id", "Gap", gaps),
    )
    without_line = frozenset({"add", "bring"})
    tools = (("bring", "Bring in pains and gaps  b"),)

    def removal(self, row: Any) -> str:
        return _("The pain and the gap it came from stay.")

    def action_bring(self) -> None:
        """Add a line for each chosen pain and each gap that no line speaks of."""
        offered = list(self._offered())
        if not offered:
            self.notify(_("Every chosen pain and every gap is listed already."), markup=False)
            return

        def bring() -> None:
            lines = count_in_english(len(offered), "line")
            with self.reset.file.transaction(f"brought in {lines} to show"):
                for row in offered:
                    self.reset.book.add(row)

        self.write(bring)
        self.reload()
        self.grid.focus()

    def _offered(self) -> Iterator[Insight]:
        book = self.reset.book
        total, tied = book.feedback_total(), book.evidence_counts()
        listed_pains = {row.pain_id for row in self._rows}
        listed_gaps = {row.gap_id for row in self._rows}
        for pain in book.rows(Pain, chosen=True):
            if pain.key not in listed_pains:
                number = tied.get(pain.key, 0)
                prefix = (
                    _("{number} of {comments}: ").format(
                        number=whole(number), comments=count(total, "comment")
                    )
                    if number
                    else ""
                )
                yield Insight(title=prefix + pain.title, pain_id=pain.key)
        for gap in book.rows(Gap):
            if gap.key not in listed_gaps:
                yield Insight(title=gap.title, gap_id=gap.key, pain_id=gap.pain_id)


def _origin(row: Insight) -> str:
    ties = (("P", row.pain_id), ("G", row.gap_id))
    return " ".join(f"{prefix}{number}" for prefix, number in ties if number is not None)


class DecisionsSheet(RecordSheet):
    """What was agreed, the most important first."""

    table = Decision
    empty = (
        "Press {key:add=n} to write each decision down as it is agreed, in words that all would "
        "sign."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Priority", 8, lambda row: str(row.priority or "")),
        ListColumn("Decision", 0, lambda row: row.title or _("(nothing written yet)")),
    )
    fields = (
        text("title", "Decision", "what we do, where, and until when"),
        scale("priority", "Priority", (N_("first"), N_("last"))),
        text("reason", "Why", "what spoke for it"),
        line("decided_by", "Decided by", "one name, or the rule that was used"),
        text("rejected", "Turned down", "what else was on the table"),
        text("dissent", "Who disagreed", "and what they fear; it is their early warning"),
        day("review_on", "Look again"),
        tie("pain_id", "Pain point", pains),
        tie("gap_id", "Gap", gaps),
    )

    def rows(self) -> Sequence[Decision]:
        return sorted(self.reset.book.rows(Decision), key=lambda row: (row.priority or 99, row.key))

    def removal(self, row: Any) -> str:
        return _("It is gone from the plan too.")


class NotesForm(RecordForm):
    """What else was said, and what it could fail because of."""

    table = Meeting
    fields = (
        text("notes", "Notes", "what surprised you, what stayed open, who offered help"),
        line("premortem", "It failed because", "one sentence, before it has; then prevent that"),
    )


class AlignSheet(TabbedSheet):
    """Insights shown, decisions made, notes taken."""

    parts = (("To show", ToShowSheet), ("Decisions", DecisionsSheet), ("Notes", NotesForm))
