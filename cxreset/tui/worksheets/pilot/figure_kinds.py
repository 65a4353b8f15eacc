"""How each kind of figure is asked for in 4.1 and 4.2, and shown in a list."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from cxreset.base.language.words import N_, _
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
    value: str = N_("or in %")


COUNTS: Final = ("hits", "low", "total", "value")

KINDS: Final = {
    "csat": Kind(
        name="CSAT",
        hits=N_("4s and 5s"),
        total=N_("answers"),
        scale=N_("Answer scale"),
        hint=N_("5-point scale"),
        unit=" %",
    ),
    "nps": Kind(
        name="NPS",
        hits=N_("9s, 10s"),
        low=N_("0s to 6s"),
        total=N_("answers"),
        scale=N_("Answer scale"),
        hint=N_("0 to 10"),
        unit="",
        value=N_("or NPS"),
    ),
    "conversion": Kind(
        name=N_("conversion"),
        hits=N_("bought"),
        total=N_("visits"),
        scale=N_("Out of what"),
        hint=N_("visits"),
        unit=" %",
    ),
    "share": Kind(
        name=N_("share"),
        hits=N_("counted"),
        total="",
        scale=N_("Out of what"),
        hint=N_("contacts"),
        unit=" %",
        better="down",
    ),
    "rate": Kind(
        name=N_("rate per 1,000"),
        hits=N_("events"),
        total="",
        scale=N_("Out of what"),
        hint=N_("deliveries"),
        unit=N_(" per 1,000"),
        better="down",
        value=N_("or rate"),
    ),
    "effort": Kind(
        name=N_("effort"),
        hits="",
        total=N_("answers"),
        scale=N_("Answer scale"),
        hint=N_("1 to 7"),
        unit="",
        value=N_("mean ± spread"),
    ),
}

SIDES: Final[tuple[tuple[Literal["before", "after"], str], ...]] = (
    ("before", N_("Before")),
    ("after", N_("After")),
)
WAYS: Final = (("up", N_("more is better")), ("down", N_("less is better")))


def periods(row: Measurement) -> tuple[Period, Period]:
    """Before and after as read from what was typed."""
    return read_periods(row.kind, typed_of(row, "before"), typed_of(row, "after"), row.scale)


def shown_figure(row: Measurement, when: Literal["before", "after"]) -> str:
    """`61 %`, `+7`, `80.0`: the figure in the list, or nothing."""
    period = periods(row)[0 if when == "before" else 1]
    signed = row.kind == "nps"
    unit = "" if row.kind == "rate" else _(KINDS[row.kind].unit)  # the column "Kind" says it
    if period.sample is None:
        written = period.written
        return number(written.value, written.decimals, signed) + unit if written else ""
    digits = 1 if row.kind in ("conversion", "rate", "effort") else 0
    return number(period.sample.value * MEASURES[row.kind].factor, digits, signed) + unit


def count_labels(row: Measurement) -> dict[str, str]:
    """What each count is called for this kind of figure; empty: it has none such."""
    kind = KINDS[row.kind]
    total = _(kind.total) or one_line(row.scale, 14) or _("out of")
    labels = (_(kind.hits), _(kind.low), total, _(kind.value))
    return dict(zip(COUNTS, labels, strict=True))


def labels_of(row: Measurement) -> dict[str, str]:
    """By column: what is asked of a line of this kind; empty: that is not asked."""
    counts = {
        f"{when}_{name}": label and f"{_(side)}: {label}"
        for when, side in SIDES
        for name, label in count_labels(row).items()
    }
    return {"scale": _(KINDS[row.kind].scale), **counts}
