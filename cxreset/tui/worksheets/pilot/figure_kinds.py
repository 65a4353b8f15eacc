"""How each kind of figure is asked for in 4.1 and 4.2, and shown in a list."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from cxreset.base.text import one_line
from cxreset.insight.figures.counts import Period, read_periods
from cxreset.insight.figures.kinds import KINDS as MEASURES
from cxreset.insight.figures.kinds import number
from cxreset.reset.measures.series import typed_of
from cxreset.workbook.tables import Measurement


class Kind(NamedTuple):
    """How one kind of figure is asked for.

    Without a label for `hits` or `low` its field is hidden; without one for `total` the leader's
    own noun (the column `scale`) is it. `value` is the figure as a survey tool gives it.
    """

    name: str
    hits: str
    total: str
    scale: str
    hint: str
    unit: str
    low: str = ""
    better: str = "up"
    value: str = "or in %"


COUNTS: Final = ("hits", "low", "total", "value")

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
        value="or NPS",
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
        value="or rate",
    ),
    "effort": Kind(
        name="effort",
        hits="",
        total="answers",
        scale="Answer scale",
        hint="1 to 7",
        unit="",
        value="mean ± spread",
    ),
}

SIDES: Final[tuple[tuple[Literal["before", "after"], str], ...]] = (
    ("before", "Before"),
    ("after", "After"),
)
WAYS: Final = (("up", "more is better"), ("down", "less is better"))


def periods(row: Measurement) -> tuple[Period, Period]:
    """Before and after as read from what was typed."""
    return read_periods(row.kind, typed_of(row, "before"), typed_of(row, "after"), row.scale)


def shown_figure(row: Measurement, when: Literal["before", "after"]) -> str:
    """`61 %`, `+7`, `80.0`: the figure in the list, or nothing."""
    period = periods(row)[0 if when == "before" else 1]
    signed = row.kind == "nps"
    unit = "" if row.kind == "rate" else KINDS[row.kind].unit  # the column "Kind" says it
    if period.sample is None:
        written = period.written
        return number(written.value, written.decimals, signed) + unit if written else ""
    digits = 1 if row.kind in ("conversion", "rate", "effort") else 0
    return number(period.sample.value * MEASURES[row.kind].factor, digits, signed) + unit


def count_labels(row: Measurement) -> dict[str, str]:
    """What each count is called for this kind of figure; empty: it has none such."""
    kind = KINDS[row.kind]
    total = kind.total or one_line(row.scale, 14) or "out of"
    return dict(zip(COUNTS, (kind.hits, kind.low, total, kind.value), strict=True))


def labels_of(row: Measurement) -> dict[str, str]:
    """By column: what is asked of a line of this kind; empty: that is not asked."""
    counts = {
        f"{when}_{name}": label and f"{side}: {label}"
        for when, side in SIDES
        for name, label in count_labels(row).items()
    }
    return {"scale": KINDS[row.kind].scale, **counts}
