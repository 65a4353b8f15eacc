"""2.2 The widest gaps: taken from the touchpoints, each tied to a pain customers named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import listed, one_line, shown
from cxreset.insight.progress import WANTED
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.worksheets.parts import ties
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, line, tie
from cxreset.tui.worksheets.parts.when import stays
from cxreset.workbook.tables import Gap, Pain, Touchpoint
from cxreset.workbook.thread import tied_to_gap

NO_TOUCHPOINT = (
    "Gaps come from touchpoints. Set some down in step 2.1 (press {key:step.-1=[}), or press "
    "{key:add=n} for a gap of your own."
)
FIRST = (
    "Press {key:widest=w} to take the touchpoint where promise and reality are furthest apart; "
    "three times for three gaps. Press {key:pick=p} to pick one yourself."
)


KANO = (("must", N_("a must")), ("more", N_("more is better")), ("delight", N_("a delight")))
"""Kinds of a gap by what it means to customers (Kano)."""


class GapsSheet(RecordSheet):
    """Gaps, with the touchpoint's two halves beside the chosen one."""

    BINDINGS = [
        command("w", "widest", "Widest", "Take the widest touchpoint that is no gap yet."),
        command("p", "pick", "Pick", "Pick one of the touchpoints that are no gap yet."),
    ]
    table = Gap
    without_line = frozenset({"add", "widest", "pick"})
    tools = (("widest", "Take the widest  w"), ("pick", "Pick a touchpoint  p"))
    fields = (
        line("title", "The gap", "what we say; what customers get"),
        tie("pain_id", "Pain it explains", ties.pains),
        tie("touchpoint_id", "At touchpoint", ties.touchpoints),
        choice("kano", "To customers", KANO),
        line("waiting_cost", "Cost of waiting", "per week, such as: 40 calls; may be left empty"),
    )

    def rows(self) -> Sequence[Gap]:
        book = self.reset.book
        self._points = {row.key: row for row in book.rows(Touchpoint, "-width", "id")}
        self._pains = {row.key: row for row in book.rows(Pain)}
        self._gaps = book.rows(Gap)
        return self._gaps

    def seen_columns(self) -> Sequence[ListColumn]:
        return (
            ListColumn("Id", 4, lambda row: row.ref),
            ListColumn("Gap", 0, lambda row: row.title or _("(no words yet)")),
            ListColumn("Wide", 4, self._width_of),
            ListColumn("Pain", 10, self._pain_of),
        )

    def _width_of(self, gap: Gap) -> str:
        point = self._points.get(gap.touchpoint_id or 0)
        return str(point.width or "") if point else ""

    def _pain_of(self, gap: Gap) -> str:
        pain = self._pains.get(gap.pain_id or 0)
        return pain.ref if pain else _("not tied")

    def reload(self, keep: int | None = None, *, hold: bool = False) -> None:
        super().reload(keep, hold=hold)
        if self.is_attached:
            self.query_one(".empty", Static).update(
                (_(FIRST) if self._points else _(NO_TOUCHPOINT)).format(key=KEYS)
            )

    def notice(self) -> str:
        """Chosen pains without a gap; more than three gaps."""
        tied = {gap.pain_id for gap in self._gaps}
        bare = [
            f"{pain.ref} {one_line(pain.title, 40)}"
            for pain in self._pains.values()
            if pain.chosen and pain.key not in tied
        ]
        many = len(self._gaps) > WANTED
        return " ".join(
            sentence
            for sentence in (
                _("No gap yet for {bare}.").format(bare=listed(bare))
                if bare and self._gaps
                else "",
                _("{gaps} gaps: {WANTED} at most keeps the work in bounds.").format(
                    gaps=len(self._gaps), WANTED=WANTED
                )
                if many
                else "",
            )
            if sentence
        )

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside halves", markup=False)

    def show_row(self, row: Any | None) -> None:
        point = self._points.get(row.touchpoint_id or 0) if row is not None else None
        aside = self.query_one(".halves", Static)
        aside.display = row is not None or self.begun
        if point is None:
            aside.update(_("Tie it to a touchpoint, and what you promise stands here beside it."))
            return
        wide = _("   {width} of 5 wide").format(width=point.width) if point.width else ""
        aside.update(
            Content.assemble(
                (f"{point.ref}  {one_line(point.name)}", "bold"),
                f"{wide}\n",
                (_("We promise    "), "$text-muted"),
                f"{one_line(point.promise) or _('(not said yet)')}\n",
                (_("What happens  "), "$text-muted"),
                one_line(point.reality) or _("(not said yet)"),
            )
        )

    def removal(self, row: Any) -> str:
        return stays(
            tied_to_gap(self.reset.book, row.key),
            _("Its touchpoint and its pain stay as they are."),
        )

    # -- from a touchpoint

    def free(self) -> list[Touchpoint]:
        """Touchpoints that are no gap yet, the widest first."""
        taken = {gap.touchpoint_id for gap in self._gaps}
        return [point for point in self._points.values() if point.key not in taken]

    def action_widest(self) -> None:
        """Make a gap of the widest touchpoint."""
        free = self.free()
        if free:
            self.take(free[0])
        else:
            self._none_free()

    def action_pick(self) -> None:
        """Offer the touchpoints, the widest first."""
        free = self.free()
        if not free:
            self._none_free()
            return
        options = [
            (
                _("{width} wide  {ref}  {name}: {reality}").format(
                    width=point.width or "–", ref=point.ref, name=point.name, reality=point.reality
                ),
                point.key,
            )
            for point in free
        ]

        def picked(key: int | None) -> None:
            if key is not None:
                self.take(self._points[key])

        self.app.push_screen(
            PickScreen(
                _("Which touchpoint is a gap?"),
                _("Those that are no gap yet, the widest first."),
                options,
            ),
            picked,
        )

    def take(self, point: Touchpoint) -> None:
        """Store a gap at a touchpoint and go to it in the list."""
        self.flush()
        gap = self.write(
            lambda: self.reset.book.add(Gap(title=point.name, touchpoint_id=point.key))
        )
        if gap is not None:
            self.reload(keep=gap.key)
            self.grid.focus()
            self.notify(
                _(
                    "{ref} is {name}. Now word it and tie it to a pain: press {key:edit=enter}."
                ).format(key=KEYS, ref=gap.ref, name=shown(one_line(point.name, 40))),
                markup=False,
            )

    def _none_free(self) -> None:
        message = _("Every touchpoint is a gap already.") if self._points else _(NO_TOUCHPOINT)
        self.notify(message, markup=False)
