"""Suggestions in columns, opened by object, and praise that is tied apart."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cxreset.insight.figures.groups import Contrast
from cxreset.insight.themes import Theme
from cxreset.insight.weighing.model import MonthWeight, RatingWeight, Weight
from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.reset.reset import Reset
from cxreset.reset.suggestions.decisions import Suggested
from cxreset.tui.app import CxresetApp
from cxreset.tui.dialogs.suggestions.columns import Row, columns, head, line
from tests.tui.dialogs.suggestions.list_screen import lines, settle, shown, to_line

DAY = date(2026, 9, 5)


def row(*, worse: bool = True, rises: bool = True, holds: float | None = 0.8) -> Row:
    theme = Theme(
        id="driver:late", name="Late", kind="driver", items=tuple(range(52)), total=200,
        terms=(), examples=(),
    )  # fmt: skip
    rating = RatingWeight(
        scale="1-5",
        number=52,
        mean=1.4,
        rest=2.1,
        contrast=Contrast(-0.7, -1.0, -0.4) if worse else None,
        worse=worse,
    )
    month = MonthWeight(
        until=DAY,
        hits=20,
        total=100,
        hits_before=5,
        total_before=100,
        contrast=Contrast(0.15, 0.05 if rises else -0.05, 0.25),
    )
    weight = Weight(
        comments=52,
        rating=rating,
        month=month,
        weeks=(0, 1, 2, 3, 4, 5, 6, 7),
        group=None,
        preventable=(0, 0),
        unjudged=(),
    )
    return Row(Suggested(theme, None), weight, holds, counted=52, total=200)


@pytest.mark.parametrize("width", [56, 76, 80, 116, 196])
def test_heads_and_figures_stand_under_each_other(width: int) -> None:
    there = columns([row()], width, halves=True)
    heads, figures = head(there, width), str(line(row(), there, width))
    assert len(heads) == len(figures) <= width
    assert heads.index("Complaints") + len("Complaints") == figures.index("52") + 2
    assert heads.index("Rating") == figures.index("1.4 −0.7")
    assert heads.rstrip().endswith("Holds") and figures.endswith("●●●●○")
    assert ("▁▂▃▄▅▆▇█ ↑" in figures) == (width >= 76) and "↑" in figures
    assert ("━━━" in figures, "26 %" in figures) == (width >= 80, width >= 116)


def test_what_is_not_clear_is_not_shown() -> None:
    plain = row(worse=False, rises=False, holds=None)
    there = columns([plain], 116, halves=False)
    figures = str(line(plain, there, 116))
    assert "1.4" in figures and "−" not in figures and "↑" not in figures
    assert "Holds" not in head(there, 116)
    unknown = Row(plain.suggested, None, None, counted=60, total=300)
    assert [each.head for each in columns([unknown], 76, halves=False)] == ["Complaints", "Share"]
    shown = columns([unknown], 76, halves=False, everything=True)
    figures = str(line(unknown, shown, 76))
    assert [each.head for each in shown] == ["Comments", "Share", "Complain"]
    assert figures.split()[-4:] == ["60", "20", "%", "52"], "of all comments; those that complain"


@pytest.fixture
def rated(reset: Reset, tmp_path: Path) -> Reset:
    """90 dated and rated comments: late parcels and late trains, of late rated lowest."""
    path = tmp_path / "rated.csv"
    rows = ["Date,Rating,Comment"]
    for n in range(30):
        day = DAY - timedelta(days=n)
        rows += [
            f"{day},1,The {'parcel' if n % 2 else 'train'} was late again on day {n}",
            f"{day},3,The colour of lamp {n} is not as in the picture",
            f"{day},{3 + n % 3},Nobody answers the phone on line {n}",
        ]
    path.write_text("\n".join(rows), encoding="utf-8")
    import_file(reset.comments, look(path), None, reset.today)
    reset.daily.set_last_visited("week-listen/listen.review")
    return reset


async def test_columns_objects_and_praise(app: CxresetApp, rated: Reset) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("r")
        await settle(app, pilot)
        for _ in range(400):
            if any("●●●●●" in each for each in lines(app)):
                break
            await pilot.pause(0.02)
        heads = shown(app, "#head")
        assert all(name in heads for name in ("Complaints", "Rating", "8 weeks", "Holds"))
        (late,) = [each for each in lines(app) if "1.0 −" in each and "●●●●●" in each]
        assert "What they speak of" in lines(app) and "Holds: in how many" in shown(app, "#legend")
        await to_line(
            app, pilot, late.split("  ")[4] if late.startswith("✓") else late.strip()[:12]
        )
        assert "Rated 1.0 (1-5) by those who name it" in shown(app, "#weighed")
        assert "To judge next as preventable or not: C" in shown(app, "#weighed")
        before = lines(app)
        await pilot.press("o")
        await settle(app, pilot)
        opened = [each for each in lines(app) if "└" in each]
        assert any("parcel" in each.lower() for each in opened)
        await pilot.press("o")
        await settle(app, pilot)
        assert lines(app) == before
        await to_line(app, pilot, "answer")
        await pilot.press("p")
        assert "Accept it first" in shown(app, "#message")
        await pilot.press("a")
        await pilot.pause()
        assert "10 complaints tied. 20 more look like praise: p ties them too." in shown(
            app, "#message"
        )
        await pilot.press("p")
        await pilot.pause()
        assert [tied for _, _, tied, _ in rated.comments.pains()] == [30]
        assert "20 comments more tied" in shown(app, "#message")
        assert rated.undo() is not None
        assert [tied for _, _, tied, _ in rated.comments.pains()] == [10]
