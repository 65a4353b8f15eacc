"""The kinds of figure, and how each is shown: in %, in points, per 1,000, on a scale.

csat        top-two-box answers of all answers
conversion  conversions of visits
share       hits of a total (the preventable share: preventable of reviewed)
nps         promoters (9-10) less detractors (0-6) of all answers
rate        events per customer, delivery, contact …; shown per 1,000
effort      mean of an ease answer (CES, 1 to 7 or 1 to 5)
"""

from __future__ import annotations

import re
from math import inf
from typing import Final, NamedTuple

from cxreset.base.language.numbers import decimal, whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.insight.figures.intervals import Interval


class Kind(NamedTuple):
    """One kind of figure; `factor` turns the inner value into the shown one."""

    key: str
    label: str  # in English; blanks behind it tell it from another word that is written the same
    counted: str
    factor: int
    unit: str  # after every figure
    has_points: bool  # is a difference one of points?
    least: float
    most: float

    @property
    def name(self) -> str:
        """What it is called, in the language of the interface."""
        return _(self.label).strip()

    @property
    def scale(self) -> str:
        """What a chart's scale is a scale of: `% of answers`, `NPS, from −100 to 100`."""
        if self.key == "nps":
            return _("NPS, from −100 to 100")
        if self.key == "effort":
            return _("mean of the answers")
        if self.key == "rate":
            return _("per {number}").format(number=whole(self.factor))
        return _("% of {counted}").format(counted=_(self.counted))

    def shown(self, value: float) -> str:
        """A value in the unit it is shown in: `61 %`, `+7`, `4.9`."""
        return number(value, self.digits(value), self.key == "nps") + self.unit

    def digits(self, value: float) -> int:
        """Its decimals: one for what is small; more where it would be rounded to 0."""
        if not value:
            return 0
        is_small = self.key in ("conversion", "rate") and abs(value) < 10
        least = 1 if self.key == "effort" or is_small else 0
        return next((digits for digits in range(least, 3) if round(value, digits)), 2)


def _percentage(key: str, label: str, counted: str) -> Kind:
    return Kind(
        key=key,
        label=label,
        counted=counted,
        factor=100,
        unit=" %",
        has_points=True,
        least=0.0,
        most=1.0,
    )


KINDS: Final = {
    "csat": _percentage("csat", "CSAT", N_("answers")),
    "nps": Kind(
        key="nps",
        label="NPS",
        counted="answers",
        factor=100,
        unit="",
        has_points=True,
        least=-1.0,
        most=1.0,
    ),
    "conversion": _percentage("conversion", N_("Conversion"), N_("visits")),
    "share": _percentage("share", N_("Share  "), N_("contacts")),
    "rate": Kind(
        key="rate",
        label=N_("Rate"),
        counted=N_("customers"),
        factor=1000,
        unit="",
        has_points=False,
        least=0.0,
        most=inf,
    ),
    "effort": Kind(
        key="effort",
        label=N_("Effort"),
        counted="answers",
        factor=1,
        unit="",
        has_points=False,
        least=1.0,
        most=7.0,
    ),
}


class Wording(NamedTuple):
    """How one figure is named and its values written."""

    kind: Kind
    name: str
    counted: str
    tail: str  # after the last figure of a clause: " per 1,000 deliveries"

    @classmethod
    def of(cls, kind: Kind, name: str, scale: str) -> Wording:
        """`scale` is the answer scale of csat, nps and effort, or the noun of what is counted."""
        name, scale = one_line(name, 80) or kind.name, one_line(scale, 60)
        if kind.counted == "answers":
            return cls(kind, f"{name} ({scale})" if scale else name, _(kind.counted), "")
        counted = scale or _(kind.counted)
        tail = _(" per 1,000 {counted}").format(counted=counted) if kind.key == "rate" else ""
        return cls(kind, name, counted, tail)

    @property
    def scale(self) -> str:
        """What a chart's scale is a scale of: `per 1,000 deliveries`, `% of answers`."""
        return self.tail.strip() or self.kind._replace(counted=self.counted).scale

    def shown(self, value: float) -> str:
        """An inner value as charts and lists show it: `61 %`, `+30`, `80`, `4.9`."""
        return self.kind.shown(value * self.kind.factor)

    def figure(self, value: float, digits: int = 0) -> str:
        """An inner value with so many decimals: `61 %`, `+30`, `80`, `4.9`."""
        return number(value * self.kind.factor, digits, self.kind.key == "nps") + self.kind.unit

    def difference(self, value: float, digits: int = 0) -> str:
        """An inner difference as shown: `+15 points`, `−30`."""
        return number(value * self.kind.factor, digits, True) + self.points(value, digits)

    def size(self, value: float, digits: int = 0) -> str:
        """A difference without its sign: `15 points`."""
        shown = number(abs(value) * self.kind.factor, digits, False)
        return shown + self.points(value, digits)

    def points(self, value: float, digits: int = 0) -> str:
        """What follows a difference: ` points`, ` point`, or nothing."""
        if not self.kind.has_points:
            return ""
        is_one = round(abs(value) * self.kind.factor, digits) == 1
        return _(" point") if is_one else _(" points")

    def digits(self, *values: float) -> int:
        """Fewest decimals at which no value but zero is shown as zero; one at least for effort."""
        for digits in range(self.least_digits, 3):
            if all(not one or round(one * self.kind.factor, digits) for one in values):
                return digits
        return 2

    def adding_digits(self, before: float, after: float, around: Interval | None) -> int:
        """Fewest decimals at which before, after and their difference add up as shown."""
        factor = self.kind.factor
        for digits in range(self.least_digits, 3):
            was, now = round(before * factor, digits), round(after * factor, digits)
            change = round((after - before) * factor, digits)
            if abs(now - was - change) < 1e-9:
                return max(digits, self.digits(before, after, after - before, *(around or ())))
        return 2

    @property
    def least_digits(self) -> int:
        """Decimals every value of this kind has."""
        return 1 if self.kind.key == "effort" else 0


def number(value: float, digits: int, signed: bool) -> str:
    """`61`, `−5`, and with `signed` also `+15`; never a signed zero."""
    text = decimal(abs(value), digits, grouped=True)
    if not any(char in "123456789" for char in text):
        return text
    if value < 0:
        return f"−{text}"
    return f"+{text}" if signed else text


def about(needed: float) -> str:
    """Rounded up to two figures: 294 becomes 300. A plan needs no more, and claims no more."""
    if needed > 1_000_000:
        return _("a million or more")
    upwards = int(-(-needed // 1))
    step = 10 ** max(0, len(str(upwards)) - 2)
    return whole(-(-upwards // step) * step)


def ends_of(scale: str) -> tuple[float, float]:
    """The two ends of an answer scale such as "1 to 5"; 1 and 7 where it does not say."""
    found = [int(one) for one in re.findall(r"\d{1,2}", scale)]
    if len(found) == 1 and found[0] > 1:
        return 1.0, float(found[0])
    if len(found) >= 2 and found[0] < found[1]:
        return float(found[0]), float(found[1])
    return 1.0, 7.0
