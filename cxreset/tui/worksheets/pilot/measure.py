"""4.2 Measure: counts before and after, what they show, and how sure one can be of it."""

from __future__ import annotations

from typing import Any, Final, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from cxreset.base.day_words import day_month
from cxreset.base.language.words import N_, _
from cxreset.insight.figures.kinds import KINDS as MEASURES
from cxreset.insight.figures.kinds import Wording
from cxreset.insight.figures.pilot.outcome_words import ASSUMED
from cxreset.reset.measures import data_points
from cxreset.reset.measures.measuring import GUARD, MAIN, Measured, measured
from cxreset.tui.widgets.charts.before_after import BeforeAfter
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.value_fields import NumberField
from cxreset.tui.widgets.words import with_sign
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn, choice, line, number, tie
from cxreset.tui.worksheets.parts.ties import pilots
from cxreset.tui.worksheets.pilot import figure_kinds
from cxreset.tui.worksheets.pilot.counting import CountingSheet
from cxreset.tui.worksheets.pilot.figure_kinds import COUNTS, KINDS, SIDES, WAYS, shown_figure
from cxreset.workbook.tables import DataPoint, Measurement, Pilot, PilotPlan, Record

ROLES: Final = (
    (MAIN, "the pilot's figure"),
    (GUARD, N_("must not get worse")),
    ("", N_("one more")),
)


class CountField(NumberField):
    """A count in a narrow place: what is wrong with it is said below, for all of them together."""

    wrong = ""

    class Noted(Message):
        """What is wrong with a count has changed."""

    def _note(self, text: str, *, wrong: bool = False) -> None:
        wrong_text = text if wrong else ""
        if wrong_text != self.wrong:
            self.wrong = wrong_text
            self.set_class(wrong, "-wrong")
            self.post_message(self.Noted())


def count_field(column: str) -> FieldSpec:
    """A narrow field for a count."""
    return number(column, "")._replace(make=lambda sheet: CountField(""))


class MeasureSheet(CountingSheet):
    """Measurements: the list shows both figures, the form takes counts and says what they mean."""

    table = Measurement
    empty = (
        "Choose one figure that the pilot should move, and count it before and after. Press "
        "{key:add=n} to begin; counts are best, a percentage will do."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn(
            "What",
            0,
            lambda row: row.name or _("({name}, no name yet)").format(name=_(KINDS[row.kind].name)),
        ),
        ListColumn("Kind", 10, lambda row: _(KINDS[row.kind].name).split()[0]),
        ListColumn("Before", 8, lambda row: shown_figure(row, "before")),
        ListColumn("After", 8, lambda row: shown_figure(row, "after")),
    )
    fields = (
        choice("kind", "Kind", [(key, kind.name) for key, kind in KINDS.items()], optional=False),
        line("name", "What", "such as: satisfaction with the delivery"),
        line("scale", "Scale"),
        choice("better", "Hoped for", WAYS, optional=False),
        choice("role", "It is", ROLES, optional=False),
        *(
            line(f"{when}_{name}", "") if name == "value" else count_field(f"{when}_{name}")
            for when, _side in SIDES
            for name in COUNTS
        ),
        tie("pilot_id", "Pilot", pilots),
    )

    def compose_fields(self) -> ComposeResult:
        made = {spec.column: self.field(spec) for spec in self.fields}
        for column in ("kind", "name", "scale", "better", "role"):
            yield made[column]
        for when, label in SIDES:
            with Horizontal(classes="period"):
                yield Static(_(label), classes="when", markup=False)
                for name in COUNTS:
                    yield made[f"{when}_{name}"]
        yield Static("", classes="sentence", markup=False)
        yield Static("", classes="notes", markup=False)
        yield BeforeAfter()
        yield made["pilot_id"]

    def is_filled(self, record: Record) -> bool:
        return bool(cast("Measurement", record).name)  # by the pilot's plan

    def fresh(self) -> Record:
        """Tied to the latest pilot: first its own figure, then what must not get worse."""
        latest = self.reset.book.rows(Pilot, "-id")
        if not latest:
            return Measurement()
        key = latest[0].key
        roles = {one.role for one in self.reset.book.rows(Measurement, pilot_id=key)}
        plans = self.reset.book.rows(PilotPlan, pilot_id=key)
        if MAIN not in roles and plans:
            plan = plans[0]
            return Measurement(
                pilot_id=key,
                role=MAIN,
                kind=plan.kind,
                name=plan.name,
                scale=plan.scale,
                better=plan.better,
            )
        if GUARD not in roles and plans and plans[0].guard.strip():
            return Measurement(pilot_id=key, role=GUARD, name=plans[0].guard)
        return Measurement(pilot_id=key)

    def removal(self, row: Any) -> str:
        return _("Its counts are gone; lessons that came from it stay, untied.")

    def show_row(self, row: Any | None) -> None:
        result = self.query(".sentence, .notes, BeforeAfter")
        result.set(display=row is not None)
        if row is None:
            return
        self._label(row)
        found = measured(self.reset.book, row, self.reset.today)
        wrong = " ".join(field.wrong for field in self.query(CountField) if field.display).strip()
        wrong = wrong or (found.sentence if found.before.problem or found.after.problem else "")
        text = self.query_one(".sentence", Static)
        text.update(with_sign(wrong) or found.sentence)
        text.set_class(bool(wrong), "-wrong")
        self.query_one(".notes", Static).update("" if wrong else self._notes(found))
        words = Wording.of(MEASURES[row.kind], row.name, row.scale)
        target = found.verdict.question.target if found.verdict else None
        picture = self.query_one(BeforeAfter)
        picture.display = bool(found.ranges)
        picture.show(found.ranges, words, None if target is None else target * words.kind.factor)

    def _notes(self, found: Measured) -> str:
        """What the sentence leaves out, the planned looks, and what all this assumes."""
        looks = data_points.points_of(self.reset.book, found.row, "look")
        days = [_look(look) for look in looks if look.counted_on]
        planned = _("Looks: {days}.").format(days=", ".join(days)) if days else ""
        assumed = _(ASSUMED) if found.verdict else ""
        return " ".join(part for part in (*found.notes, planned, assumed) if part)

    def _label(self, row: Measurement) -> None:
        """Ask for the counts of this kind in its own words."""
        kind = KINDS[row.kind]
        for when, _side in SIDES:
            for name, label in figure_kinds.count_labels(row).items():
                field = self.query_one(f".field-{when}_{name}", Field)
                field.display = bool(label)
                field.query_one(".label", Static).update(label)
        scale = self.query_one(".field-scale", Field)
        scale.query_one(".label", Static).update(kind.scale)
        scale.query_one(Input).placeholder = kind.hint

    def labels(self, row: Any) -> dict[str, str]:
        return figure_kinds.labels_of(row)

    def on_count_field_noted(self, event: CountField.Noted) -> None:
        event.stop()
        self.show_row(self.chosen)

    def keep(self, key: int, column: str, value: Any) -> None:
        """Another kind brings its own usual direction, unless the leader has set another."""
        row = self.reset.book.get(Measurement, key)
        super().keep(key, column, value)
        if column == "kind" and row and row.better == KINDS[row.kind].better:
            super().keep(key, "better", KINDS[value].better)

    def stored(self) -> None:
        super().stored()
        self._bind()  # one field may have changed another


def _look(look: DataPoint) -> str:
    """`✓ 25 Sep`, `2 Oct` or `29 Sep, not planned`."""
    day = day_month(look.counted_on) if look.counted_on else ""
    if look.note == data_points.UNPLANNED:
        return f"{day} ({data_points.UNPLANNED})"
    return f"✓ {day}" if look.total is not None else day
