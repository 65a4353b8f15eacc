"""1.3 Order: what can be acted on, how it rates, and which pain comes first, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line, shown
from cxreset.insight.priority import UNRATED, grid_words, impact_effort_grid
from cxreset.insight.weighing.model import Weight
from cxreset.insight.weighing.words import sentences
from cxreset.reset.evidence.weighing import pain_weight
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.charts.impact_effort import ImpactEffort
from cxreset.tui.worksheets.parts.pain_order import RankedPain, as_item, in_order, moved
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import ListColumn, choice, scale, yes_no
from cxreset.workbook.pains import set_ranks
from cxreset.workbook.tables import Pain

BESIDE = 78  # columns from which the picture stands beside the fields
ROOMY = 36  # rows of the window from which its squares are two rows high, and answers apart
ORDINALS = (
    *(N_("first"), N_("second"), N_("third"), N_("fourth"), N_("fifth"), N_("sixth")),
    *(N_("seventh"), N_("eighth"), N_("ninth")),
)
LEVELS = (("symptom", N_("symptom")), ("cause", N_("cause")))


class OrderSheet(RecordSheet):
    """The chosen pains in their order, the others below them."""

    BINDINGS = [
        command("plus,equals_sign", "earlier", "Earlier", "Move this pain up one place.",
                shown_as="+"),
        command("minus", "later", "Later", "Move this pain down one place.", shown_as="-"),
        command("c", "computed", "Computed order",
                "Take back what was moved by hand: the order that the figures give."),
    ]  # fmt: skip
    table = Pain
    can_add = False
    empty = (
        "Name what recurs in 1.2 (press {key:step.-1=[}), choose three, and put them in order here."
    )
    columns = (
        ListColumn("#", 3, lambda row: _rank(row)),
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("Pain point", 0, lambda row: row.title or _("(no name yet)")),
        ListColumn("Urgency", 7, lambda row: _mark(row.urgency)),
        ListColumn("Impact", 6, lambda row: _mark(row.impact)),
        ListColumn("Effort", 6, lambda row: _mark(row.effort)),
        ListColumn("Kind", 11, lambda row: _(row.rank.quadrant)),
    )
    fields = (
        yes_no("actionable", "Can we act"),
        scale("urgency", "Urgency", (N_("later"), N_("now"))),
        scale("impact", "Impact", (N_("low  "), N_("high"))),
        scale("effort", "Effort", (N_("days "), N_("year"))),
        choice("level", "Is it a", LEVELS),
    )
    without_line = frozenset[str]()
    tools = (
        ("earlier", "Earlier  +"),
        ("later", "Later  -"),
        ("computed", "Computed order  c"),
    )

    def compose_fields(self) -> ComposeResult:
        yield Static(id="reason", markup=False)
        with Horizontal(classes="rating"):
            with Vertical(classes="answers"):
                yield from super().compose_fields()
            yield ImpactEffort()
        yield Static(id="in-words", markup=False)
        yield Static(
            _(
                "The order: 2 × impact + urgency − effort, the highest first. What is "
                "not rated yet counts as {UNRATED}. What nobody can act on waits at the "
                "end."
            ).format(UNRATED=UNRATED),
            classes="aside",
            markup=False,
        )

    # -- what is shown

    def rows(self) -> Sequence[RankedPain]:
        return in_order(self.reset.book)

    def seen_columns(self) -> Sequence[ListColumn]:
        return self.columns if self.size.width >= BESIDE - 8 else self.columns[:-1]

    def stands_back(self, row: RankedPain) -> bool:
        return not row.pain.chosen

    def show_row(self, row: RankedPain | None) -> None:
        items = [as_item(line.pain, line.comments) for line in self._rows]
        grid = impact_effort_grid(items)
        self.query_one(ImpactEffort).grid = grid
        self.query_one("#in-words", Static).update(grid_words(grid))
        self.query_one(ImpactEffort).in_hand = row.ref if row is not None else ""
        if row is not None:
            weight = pain_weight(self.reset.file, self.reset.today, row.key, len(self._rows))
            reason = Content.assemble(self._title_cut(row), _reason(row, weight))
            self.query_one("#reason", Static).update(reason)

    def _title_cut(self, row: RankedPain) -> str:
        """The name of the pain on a line of its own, where the list has not shown it whole."""
        columns = self.seen_columns()
        at = next(index for index, column in enumerate(columns) if not column.width)
        name = shown(row.title)
        return f"{name}\n" if one_line(name, self._widths(columns)[at]) != name else ""

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width < BESIDE, "-stacked")
        roomy = self.app.size.height >= ROOMY and event.size.width >= BESIDE
        self.set_class(roomy, "-roomy")
        self.query_one(ImpactEffort).tall = roomy
        super().on_resize(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pains are named and removed in 1.2."""
        return action not in ("add", "remove") and super().check_action(action, parameters)

    # -- doing

    def action_earlier(self) -> None:
        self._move(-1)

    def action_later(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row: RankedPain | None = self.chosen
        if row is None:
            return
        self.flush()
        ranks = moved(self._rows, row.key, by)
        if not ranks:
            stands = _("{ref} stands first already.") if by < 0 else _("{ref} stands last already.")
            self.notify(stands.format(ref=row.ref), markup=False)
            return
        self.write(lambda: set_ranks(self.reset.book, ranks))
        self.reload()

    def action_computed(self) -> None:
        """Back to the computed order, for every pain that was moved."""
        self.flush()
        ranks = {line.key: None for line in self._rows if line.manual_rank is not None}
        if not ranks:
            self.notify(_("This is the computed order; nothing was moved by hand."), markup=False)
            return
        self.write(lambda: set_ranks(self.reset.book, ranks))
        self.reload()
        self.notify(
            _("The order is the computed one again. {key:undo=u} takes it back.").format(key=KEYS),
            markup=False,
        )

    @on(ImpactEffort.Picked)
    def _picked(self, event: ImpactEffort.Picked) -> None:
        event.stop()
        for row, line in enumerate(self._rows):
            if line.ref == event.ref:
                self.grid.move_cursor(row=row)


def _mark(rating: int | None) -> str:
    return str(rating or "–")


def _rank_in_words(position: int) -> str:
    """`second`, of very many `at place 12`."""
    return (
        _(ORDINALS[position - 1])
        if position <= len(ORDINALS)
        else _("at place {position}").format(position=position)
    )


def _rank(row: Any) -> str:
    """`1` of the chosen, `2 *` when moved by hand; the others have no number."""
    if not row.chosen:
        return ""
    return f"{row.rank.position} *" if row.rank.moved else str(row.rank.position)


def _reason(row: RankedPain, weight: Weight) -> Content:
    """Why it stands where it stands, and below it what its comments weigh."""
    rank = row.rank
    if row.pain.chosen:
        head = _("{ref} stands {rank_in_words}").format(
            ref=rank.ref, rank_in_words=_rank_in_words(rank.position)
        )
    else:
        head = _("{ref} is not chosen, so it has no place (choose in 1.2)").format(ref=rank.ref)
    return Content.assemble(
        (f"{head}, {count(rank.score, 'point')}. ", "bold"),
        one_line(rank.reason),
        *((f"\n{shown(sentence)}", "$text-muted") for sentence in sentences(weight)),
    )
