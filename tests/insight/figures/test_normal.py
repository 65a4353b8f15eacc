"""Quantiles against scipy's, which wrote the table of the statistics page."""

from __future__ import annotations

import pytest

from cxreset.insight.figures import normal


@pytest.mark.parametrize(
    ("degrees", "z", "quantile"),
    [
        (20, 1.959964, 2.0860),
        (20, 2.5, 2.7473),
        (20, 3.357, 3.9515),
        (30, 1.959964, 2.0423),
        (30, 2.5, 2.6601),
        (30, 3.357, 3.7344),
        (100, 1.959964, 1.9840),
        (100, 2.5, 2.5461),
        (100, 3.357, 3.4629),
    ],
)
def test_t_quantiles(degrees: float, z: float, quantile: float) -> None:
    assert normal.t_quantile(z, degrees) == pytest.approx(quantile, abs=5e-5)


def test_few_degrees_are_refused() -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        normal.t_quantile(1.96, 9.9)


@pytest.mark.parametrize(("questions", "c"), [(12, 2.8653), (30, 3.1440), (60, 3.3415)])
def test_multiplier_for_many(questions: int, c: float) -> None:
    assert normal.multiplier_for(questions) == pytest.approx(c, abs=5e-5)


def test_one_question_has_the_usual_multiplier() -> None:
    assert normal.multiplier_for(1) == pytest.approx(normal.Z_CONFIDENCE, rel=1e-12)
    assert normal.quantile_above(0.2) == pytest.approx(normal.Z_POWER, rel=1e-12)
    assert normal.confidence(normal.Z_CONFIDENCE) == pytest.approx(0.95, abs=1e-12)
