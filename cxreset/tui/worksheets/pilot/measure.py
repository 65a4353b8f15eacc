"""4.2 Measure: counts before and after, what they show, and how sure one can be of it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from cxreset.base.errors import UsageError
from cxreset.base.text import one_line
from cxreset.insight import measures
from cxreset.tui.widgets.charts.before_after import Bar, BeforeAfter
from cxreset.tui.widgets.fields.field import Field
from cxreset.tui.widgets.fields.value_fields import NumberField
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.tui.worksheets.parts.specs import FieldSpec, ListColumn, choice, line, tie
from cxreset.tui.worksheets.parts.ties import pilots
from cxreset.workbook.tables import Measurement, Pilot, Record


class Kind(NamedTuple):
    """How one kind of figure is asked for.

    Without a label for `low` its field is hidden; without one for `total` the leader's own noun
    (the column `scale`) is it.
    """

    name: str
    hits: str
    total: str
    scale: str
    hint: str
    unit: str
    low: str = ""
    better: str = "up"


KINDS: Final = {
    "csat": Kind(
        name="CSAT",
        hits="4s and 5s",
        total="answers",
        scale="Answer scale",
        hint="5-point scale",
        unit=" %",
    ),
    "nps": Kind(
        name="NPS",
        hits="9s, 10s",
        low="0s to 6s",
        total="answers",
        scale="Answer scale",
        hint="0 to 10",
        unit="",
    ),
    "conversion": Kind(
        name="conversion",
        hits="bought",
        total="visits",
        scale="Out of what",
        hint="visits",
        unit=" %",
    ),
    "share": Kind(
        name="share",
        hits="counted",
        total="",
        scale="Out of what",
        hint="contacts",
        unit=" %",
        better="down",
    ),
    "rate": Kind(
        name="rate per 1,000",
        hits="events",
        total="",
        scale="Out of what",
        hint="deliveries",
        unit=" per 1,000",
        better="down",
    ),
}
SIDES: Final = (("before", "Before"), ("after", "After"))
COUNTS: Final = ("hits", "low", "total")
WAYS: Final = (("up", "more is better"), ("down", "less is better"))


class CountField(NumberField):
    """A count in a narrow place: what is wrong with it is said below, for all of them together."""

    wrong = ""

    class Noted(Message):
        """What is wrong with a count has changed."""

    def _note(self, text: str, *, wrong: bool = False) -> None:
        said = text if wrong else ""
        if said != self.wrong:
            self.wrong = said
            self.set_class(wrong, "-wrong")
            self.post_message(self.Noted())


class Side(NamedTuple):
    """The counts of one period as typed, and why they cannot be (empty when they can)."""

    counts: measures.Counts | None
    problem: str


def side(row: Measurement, when: str) -> Side:
    """The counts `before` or `after`; None while one is missing or while they cannot be."""
    hits, low, total = (getattr(row, f"{when}_{name}") for name in COUNTS)
    problem = measures.problem(row.kind, hits, total, low)
    return Side(None if problem else measures.counted(row.kind, hits, total, low), problem)


def problems(row: Measurement) -> str:
    """What cannot be about a measurement's counts, period by period; empty when all can."""
    found = ((label, side(row, when).problem) for when, label in SIDES)
    return " ".join(f"{label}: {said}" for label, said in found if said)


def sentence(row: Measurement) -> str:
    """What a measurement says, honestly; or that there is nothing to compare yet."""
    if said := problems(row):
        return said
    before, after = (side(row, when).counts for when, _ in SIDES)
    try:
        found = measures.compare(
            row.kind, before, after, name=row.name, better=row.better, scale=row.scale
        )
    except UsageError as error:
        return error.sentence
    return found.sentence


def bars(row: Measurement) -> tuple[Bar, ...]:
    """A bar for each period that is counted."""
    found = []
    for when, label in SIDES:
        counts = side(row, when).counts
        if counts is not None:
            around = measures.interval(row.kind, counts)
            found.append(Bar(label, measures.figure(row.kind, counts), around.low, around.high))
    return tuple(found)


def shown_figure(row: Measurement, when: str) -> str:
    """`61 %`, `+7`, `80.0`: the figure in the list, or nothing."""
    counts = side(row, when).counts
    if counts is None:
        return ""
    value = measures.figure(row.kind, counts)
    digits = 1 if row.kind in ("conversion", "rate") else 0
    sign = "+" if row.kind == "nps" else ""
    unit = "" if row.kind == "rate" else KINDS[row.kind].unit  # the column "Kind" says it
    return f"{value:{sign}.{digits}f}{unit}".replace("-", "−")


class MeasureSheet(RecordSheet):
    """Measurements: the list shows both figures, the form takes counts and says what they mean."""

    table = Measurement
    empty = (
        "Choose one figure that the pilot should move, and count it before and after. Press n to "
        "begin; counts, not percentages."
    )
    columns = (
        ListColumn("Id", 4, lambda row: row.ref),
        ListColumn("What", 0, lambda row: row.name or f"({KINDS[row.kind].name}, no name yet)"),
        ListColumn("Kind", 10, lambda row: KINDS[row.kind].name.split()[0]),
        ListColumn("Before", 8, lambda row: shown_figure(row, "before")),
        ListColumn("After", 8, lambda row: shown_figure(row, "after")),
    )
    fields = (
        choice("kind", "Kind", [(key, kind.name) for key, kind in KINDS.items()], optional=False),
        line("name", "What", "such as: satisfaction with the delivery"),
        line("scale", "Scale"),
        choice("better", "Hoped for", WAYS, optional=False),
        *(
            FieldSpec(f"{when}_{name}", lambda sheet: CountField(""))
            for when, _ in SIDES
            for name in COUNTS
        ),
        tie("pilot_id", "Pilot", pilots),
    )

    def compose_fields(self) -> ComposeResult:
        made = {spec.column: self.field(spec) for spec in self.fields}
        for column in ("kind", "name", "scale", "better"):
            yield made[column]
        for when, label in SIDES:
            with Horizontal(classes="period"):
                yield Static(label, classes="when", markup=False)
                for name in COUNTS:
                    yield made[f"{when}_{name}"]
        yield Static("", classes="sentence", markup=False)
        yield BeforeAfter()
        yield made["pilot_id"]

    def fresh(self) -> Record:
        """Tied to the latest pilot."""
        latest = self.reset.book.rows(Pilot, "-id")
        return Measurement(pilot_id=latest[0].key if latest else None)

    def removal(self, row: Any) -> str:
        return "Its counts are gone; lessons that came from it stay, untied."

    def show_row(self, row: Any | None) -> None:
        if row is None:
            return
        self._label(row)
        wrong = " ".join(field.wrong for field in self.query(CountField) if field.display)
        impossible = wrong.strip() or problems(row)
        said = self.query_one(".sentence", Static)
        said.update(impossible or sentence(row))
        said.set_class(bool(impossible), "-wrong")
        picture = self.query_one(BeforeAfter)
        found = bars(row)
        picture.display = bool(found)
        picture.show(found, KINDS[row.kind].unit, signed=row.kind == "nps")

    def _label(self, row: Measurement) -> None:
        """Ask for the counts of this kind in its own words."""
        kind = KINDS[row.kind]
        total = kind.total or one_line(row.scale, 14) or "out of"
        for when, _ in SIDES:
            for name, label in zip(COUNTS, (kind.hits, kind.low, total), strict=True):
                field = self.query_one(f".field-{when}_{name}", Field)
                field.display = bool(label)
                field.query_one(".label", Static).update(label)
        scale = self.query_one(".field-scale", Field)
        scale.query_one(".label", Static).update(kind.scale)
        scale.query_one(Input).placeholder = kind.hint

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
