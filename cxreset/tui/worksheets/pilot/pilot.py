"""4.1 The pilot: one action tried on a small scale, with an end and a reason to stop early."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, cast

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.day_words import day_month
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed
from cxreset.reset.measures.data_points import planned_looks
from cxreset.reset.measures.measuring import MAIN
from cxreset.reset.measures.planning import plan_answer
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import (
    ListColumn,
    choice,
    day,
    line,
    number,
    text,
    tie,
    yes_no,
)
from cxreset.tui.worksheets.parts.ties import Options
from cxreset.tui.worksheets.pilot.figure_kinds import KINDS, WAYS
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import Action, Measurement, Pilot, PilotPlan, Record

PLAN: Final = "plan_"
CLOSED: Final = ("completed", "cancelled")
WANTED: Final = {
    "action_id": N_("the action"),
    "hypothesis": N_("the hypothesis"),
    "participants": N_("who is in it"),
    "start_on": N_("the start"),
    "end_on": N_("the end"),
    "stop_rule": N_("the stop rule"),
}


def open_actions_first(book: Workbook) -> Options:
    """Every action, those still open first."""
    rows = sorted(book.rows(Action), key=lambda row: (row.status in CLOSED, row.key))
    return [(f"{row.ref}  {row.title}", row.key) for row in rows]


def still_open(pilot: Pilot) -> str:
    """What a careful colleague would still ask about a pilot; otherwise that nothing is open."""
    lacking = [_(what) for column, what in WANTED.items() if not getattr(pilot, column)]
    sentence = (
        _("Still to say: {lacking}.").format(lacking=listed(lacking))
        if lacking
        else _("Everything is said.")
    )
    return f"{sentence} {_span(pilot.start_on, pilot.end_on)}".strip()


def _span(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    if end < start:
        return _("The end is before the start: is one of the two dates a slip?")
    return _("It runs for {days}, both ends included.").format(
        days=count((end - start).days + 1, "day")
    )


def short(when: date | None) -> str:
    """`28 Sep`, or nothing."""
    return day_month(when) if when else ""


class PlannedPilot:
    """A pilot with its plan, whose columns begin with `plan_` here: one line of the worksheet."""

    def __init__(self, pilot: Pilot, plan: PilotPlan) -> None:
        self.pilot = pilot
        self.plan = plan

    def __getattr__(self, name: str) -> Any:
        if name.startswith(PLAN):
            return getattr(self.plan, name.removeprefix(PLAN))
        return getattr(self.pilot, name)


class PilotSheet(RecordSheet):
    """Pilots, each with what it is to show; one is enough."""

    table = Pilot
    empty = (
        "Choose one action and try it where little can go wrong: one place, a few days, a few "
        "people. Press {key:add=n} to begin."
    )
    columns = (
        ListColumn("Id", 5, lambda row: row.ref),
        ListColumn("Pilot", 0, lambda row: row.title or _("(no title yet)")),
        ListColumn("Tries", 6, lambda row: f"A{row.action_id}" if row.action_id else ""),
        ListColumn("Start", 7, lambda row: short(row.start_on)),
        ListColumn("End", 7, lambda row: short(row.end_on)),
    )
    fields = (
        tie("action_id", "Action", open_actions_first, N_("choose the action to try")),
        line("title", "Pilot", "what is tried, and where"),
        text("hypothesis", "Hypothesis", "If we …, then …, because …"),
        text("participants", "Who is in it", "which customers, which team; and who is not"),
        day("start_on", "Start"),
        day("end_on", "End"),
        text("stop_rule", "We stop early if", "what would have to happen, and who counts it"),
        choice(
            "plan_kind", "Figure", [(key, kind.name) for key, kind in KINDS.items()], optional=False
        ),
        line("plan_name", "Its name", "the one figure the hypothesis is about"),
        line("plan_scale", "Scale", "the answer scale, or out of what: deliveries, visits"),
        choice("plan_better", "Hoped for", WAYS, optional=False),
        line("plan_current", "Now", "65; NPS also 50/20; effort 4.9 ± 1.5"),
        number("plan_counted", "Counted before", "answers behind it; empty: still to count"),
        line("plan_target", "Expected", "the figure you expect: 75"),
        line("plan_smallest", "Worth having", "the smallest change worth having: 10"),
        number("plan_per_week", "A week", "answers, visits or deliveries a week"),
        line("plan_guard", "Must not get worse", "one figure to keep an eye on"),
        line("site", "Where", "the place of the pilot"),
        line("comparison", "Beside", "a similar place that stays as it is"),
        number("worst_of", "Worst of", "chosen as the worst of how many? Empty: it was not"),
        yes_no("fresh_baseline", "Counted anew"),
        text("events", "What else happened", "a holiday, an incident, a price in those weeks"),
    )

    def above_form(self) -> ComposeResult:
        yield Static("", classes="aside open", markup=False)

    def below_form(self) -> ComposeResult:
        yield Static("", classes="plan", markup=False)

    def rows(self) -> list[PlannedPilot]:
        plans = {plan.pilot_id: plan for plan in self.reset.book.rows(PilotPlan)}
        return [
            PlannedPilot(pilot, plans.get(pilot.id) or PilotPlan(pilot_id=pilot.key))
            for pilot in self.reset.book.rows(Pilot)
        ]

    def as_row(self, record: Record) -> PlannedPilot:
        pilot = cast("Pilot", record)
        return PlannedPilot(pilot, PilotPlan(pilot_id=0))

    def show_row(self, row: Any | None) -> None:
        self.query_one(".open", Static).update(still_open(row if row is not None else Pilot()))
        self.query_one(".plan", Static).update(self._plan(row) if row else "")

    def _plan(self, row: PlannedPilot) -> str:
        """What the planner says, with the ways out where it says no."""
        main = self.reset.book.rows(Measurement, pilot_id=row.pilot.key, role=MAIN)
        looks = planned_looks(self.reset.book, main[0]) if main else []
        found = plan_answer(row.plan, row.pilot, len(looks) or 1)
        chosen = row.pilot.worst_of or 0
        warning = ""
        if chosen > 1 and not row.pilot.fresh_baseline:
            warning = _(
                "The worst of {chosen} places gets better by itself: count its "
                "figure anew before the start, or a rise will say nothing."
            ).format(chosen=chosen)
        return "\n".join(part for part in (found.line, *found.ways, warning) if part)

    def keep(self, key: int, column: str, value: Any) -> None:
        """A pilot without a title takes that of its action; the plan is stored beside it."""
        if column.startswith(PLAN):
            self._keep_plan(key, column.removeprefix(PLAN), value)
            return
        super().keep(key, column, value)
        pilot = self.reset.book.get(Pilot, key)
        if column == "action_id" and value and pilot and not pilot.title.strip():
            action = self.reset.book.get(Action, value)
            if action:
                super().keep(key, "title", action.title)

    def _keep_plan(self, key: int, column: str, value: Any) -> None:
        """Another kind brings its own usual direction, unless the leader has set another."""
        book = self.reset.book
        plans = book.rows(PilotPlan, pilot_id=key)
        plan = plans[0] if plans else book.add(PilotPlan(pilot_id=key))
        changed = {column: value}
        if column == "kind" and plan.better == KINDS[plan.kind].better:
            changed["better"] = KINDS[value].better
        book.set(PilotPlan, plan.key, **changed)

    def stored(self) -> None:
        super().stored()
        self._bind()  # one field may have filled another

    def removal(self, row: Any) -> str:
        return _("Its measurements, voices and lessons stay, tied to no pilot.")
