"""2.3 Quick win or long-term: the fixes of each gap, sorted, with effort and a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed, one_line
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.worksheets.parts import ties
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, line, scale, tie
from cxreset.tui.worksheets.parts.when import stays
from cxreset.workbook.tables import Fix
from cxreset.workbook.thread import Thread, tie_fixes, tied_to_fix

KINDS = (("quick", "quick win"), ("long", N_("long-term")))
_NAMES: dict[str | None, str] = {**dict(KINDS), None: N_("to sort")}
_ORDER = {"quick": 0, "long": 1, None: 2}
UNTIED = 1 << 62  # fixes without a gap stand last


class SortSheet(RecordSheet):
    """Fixes under their gaps; `w` and `l` sort the chosen one."""

    BINDINGS = [
        command("w", "quick", "Quick win", "One team, paid for, live in 30 days, can be undone."),
        command("l", "long", "Long-term", "Anything that is no quick win."),
        command("i", "tie_all", "Tie to gaps", "Tie each fix from the plan to its pain's gap."),
    ]
    table = Fix
    holds_order = True
    empty = (
        "Fixes come from your action plan (step 1.4). Press {key:add=n} to add one, and say which "
        "gap it would close."
    )
    tools = (
        ("quick", "Quick win  w"),
        ("long", "Long-term  l"),
        ("tie_all", "Tie to gaps  i"),
    )
    fields = (
        line("title", "The fix", "what would be done"),
        tie("gap_id", "Closes which gap", ties.gaps),
        choice("kind", "Kind", KINDS),
        scale("effort", "Effort", (N_("an hour"), N_("a season"))),
        line("reason", "Reason", "why it is quick, or why it takes long"),
    )

    def rows(self) -> Sequence[Fix]:
        """By gap, quick wins first; fixes without a gap last."""
        self._thread = Thread(self.reset.book)
        fixes = sorted(
            self._thread.fixes.values(),
            key=lambda fix: (fix.gap_id or UNTIED, _ORDER[fix.kind], fix.key),
        )
        self._heads = {fix.gap_id: fix.key for fix in reversed(fixes)}
        return fixes

    def seen_columns(self) -> Sequence[ListColumn]:
        wide = self.size.width >= 72
        return (
            ListColumn("Gap", 18 if wide else 12, self._head),
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Fix", 0, lambda row: row.title or _("(no words yet)")),
            ListColumn("Kind", 9, lambda row: _(_NAMES[row.kind])),
            ListColumn("Effort", 6, lambda row: str(row.effort or "")),
        )

    def _head(self, fix: Fix) -> str:
        """The gap, on the first line of its group only."""
        if self._heads.get(fix.gap_id) != fix.key:
            return ""
        gap = self._thread.gaps.get(fix.gap_id or 0)
        return f"{gap.ref} {gap.title}" if gap else _("no gap yet")

    def stands_back(self, row: Any) -> bool:
        return not row.gap_id

    def notice(self) -> str:
        """Fixes that can be tied at once; gaps without a quick win."""
        found = self.suggested()
        can = listed(
            [_("F{fix} to G{gap}").format(fix=fix, gap=gap) for fix, gap in list(found.items())[:4]]
            + ([_("more")] if len(found) > 4 else [])
        )
        quick = {fix.gap_id for fix in self._thread.fixes.values() if fix.kind == "quick"}
        bare = [gap.ref for gap in self._thread.gaps.values() if gap.key not in quick]
        sentences = (
            _("From the plan, the same pain: press {key:tie_all=i} to tie {can}.").format(
                key=KEYS, can=can
            )
            if found
            else "",
            _("No quick win yet for {bare}.").format(bare=listed(bare))
            if bare and self._thread.fixes
            else "",
        )
        return " ".join(filter(None, sentences))

    def suggested(self) -> dict[int, int]:
        """{fix id: gap id} of fixes without a gap whose pain has exactly one."""
        found = {}
        for fix in self._thread.fixes.values():
            gaps = [] if fix.gap_id else self._thread.gaps_of(fix.pain_id)
            if len(gaps) == 1:
                found[fix.key] = gaps[0].key
        return found

    def below_form(self) -> ComposeResult:
        yield Static("", classes="aside origin", markup=False)

    def show_row(self, row: Any | None) -> None:
        self.query_one(".origin", Static).update(self._origin(row) if row is not None else "")

    def _origin(self, fix: Fix) -> str:
        pain = self._thread.pains.get(fix.pain_id or 0)
        origin = self._thread.of_fix(fix)
        if fix.gap_id:
            comments = (
                _(", {comments} comments").format(comments=whole(origin.comments))
                if origin.comments
                else ""
            )
            return f"{' ← '.join((fix.ref, *origin.refs))}{comments}"
        if pain is None:
            return _("It is tied to no gap and no pain yet.")
        gaps = self._thread.gaps_of(pain.key)
        known = _("Written in the plan for {ref} {title}.").format(
            ref=pain.ref, title=one_line(pain.title, 50)
        )
        if not gaps:
            return _("{known} That pain has no gap yet (step 2.2).").format(known=known)
        return _("{known} Its gap: {gaps}.").format(
            known=known, gaps=listed([gap.ref for gap in gaps])
        )

    def fresh(self) -> Fix:
        """A new fix belongs to the gap of the chosen line."""
        row = self.chosen
        gap = self._thread.gaps.get(row.gap_id or 0) if row is not None else None
        return Fix(gap_id=gap.id, pain_id=gap.pain_id) if gap else Fix()

    def removal(self, row: Any) -> str:
        return stays(tied_to_fix(self.reset.book, row.key), _("Its gap and its pain stay."))

    # -- doing

    def action_quick(self) -> None:
        self._sort("quick")

    def action_long(self) -> None:
        self._sort("long")

    def _sort(self, kind: str) -> None:
        row = self.chosen
        if row is not None:
            self.flush()
            self.write(lambda: self.reset.book.set(Fix, row.key, kind=kind))
            self.reload(hold=True)

    def action_tie_all(self) -> None:
        """Tie every fix of the plan to the one gap of its pain."""
        self.flush()
        found = self.suggested()
        if not found:
            self.notify(_("No fix is waiting for a gap of its own pain."), markup=False)
            return

        def tie_them() -> int:
            tie_fixes(self.reset.book, found)
            return len(found)

        if self.write(tie_them):
            self.reload()
            tied = count(len(found), "fix", "fixes")
            self.notify(
                _("Tied {tied} to the gap of the same pain. {key:undo=u} takes it back.").format(
                    key=KEYS, tied=tied
                ),
                markup=False,
            )
