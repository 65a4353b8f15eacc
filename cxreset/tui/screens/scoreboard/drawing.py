"""The scoreboard's lines for a width: pure, from plain values."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.insight.figures.chart_data import axis_of, run_chart_words
from cxreset.insight.figures.pilot.verdict import Verdict
from cxreset.insight.figures.pilot.verdict_words import headline, sureness
from cxreset.reset.measures.measuring import GUARD
from cxreset.reset.measures.scoreboard import Figure, Scoreboard
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.screens.scoreboard.margin import beside
from cxreset.tui.screens.scoreboard.parts import MUTED, head
from cxreset.tui.widgets.charts.before_after import whiskers
from cxreset.tui.widgets.charts.big_number import ROWS, big_number
from cxreset.tui.widgets.charts.run_chart import EDGE, MEDIAN, run_chart
from cxreset.tui.widgets.page.layout import wrapped

WIDE = 110
"""Cells from which what is short stands in a margin beside the figure."""
MAIN, MARGIN, GAP = 76, 34, 3
DECIDED: Final = ("met", "partly met", "not met", "better", "worse")


def draw(board: Scoreboard, chosen: int, width: int, height: int = 7) -> list[Content]:
    """The page for the figure `chosen`; two columns where there is room.

    `height` is the run chart's. Beside the pilot's figure stands what must not get worse.
    """
    if width < WIDE:
        lines = _figure(board, chosen, width, height)
        return [*lines, Content(""), *beside(board, chosen, width)]
    left = [*_figure(board, chosen, MAIN, height), *_guard(board, chosen, MAIN)]
    right = beside(board, chosen, MARGIN)
    lines = []
    for at in range(max(len(left), len(right))):
        main = left[at] if at < len(left) else Content("")
        margin = right[at] if at < len(right) else Content("")
        lines.append(main.pad_right(max(0, MAIN + GAP - main.cell_length)) + margin)
    return lines


def _figure(board: Scoreboard, chosen: int, width: int, height: int) -> list[Content]:
    """What moved, week by week, before and after."""
    if not board.figures:
        return _wrapped(
            _(
                "Here stand your figures, week by week and before and after, once one is "
                "counted in step 4.2: press {key:week.4=4} to go to its week."
            ).format(key=KEYS),
            width,
            MUTED,
        )
    figure = board.figures[chosen % len(board.figures)]
    shown = figure.words.kind.shown
    lines = [*_sentence(figure, width), Content("")]
    if figure.weeks:
        title = (
            _("{name}, week by week").format(name=figure.words.name)
            if width >= MAIN
            else _("Week by week")
        )
        lines += _weeks(figure, title, width, height)
    if figure.here:
        rows = [*figure.here, *figure.elsewhere]
        axis = axis_of(figure.words.kind, rows, target=_target(figure))
        aside = _("{expected}95 % range").format(expected=_expected(figure))
        lines += [
            head(_("Before and after, {scale}").format(scale=figure.words.scale), aside, width)
        ]
        lines += [*whiskers(rows, width, axis, shown), Content("")]
    for note in figure.measured.notes:
        lines += _wrapped(note, width, MUTED)
    if board.events:
        lines += _wrapped(
            _("What else happened: {events}").format(events=one_line(board.events)), width, MUTED
        )
    return lines


def _weeks(figure: Figure, title: str, width: int, height: int) -> list[Content]:
    """The run chart, and what is to be seen in it."""
    shown, has_range = figure.words.kind.shown, any(week.low is not None for week in figure.weeks)
    legend = _("{MEDIAN} median").format(MEDIAN=MEDIAN) + (
        _("  {EDGE} usual range").format(EDGE=EDGE) if has_range else ""
    )
    words = f"{run_chart_words(figure.weeks, shown)} {figure.measured.series.shift}"
    return [
        head(title, legend, width),
        *run_chart(figure.weeks, width, height, shown),
        *_wrapped(words, width, MUTED),
        Content(""),
    ]


def _guard(board: Scoreboard, chosen: int, width: int) -> list[Content]:
    """The run chart of what must not get worse, beside that of the pilot's own figure."""
    if not board.figures or chosen % len(board.figures):
        return []
    return [
        line
        for figure in board.figures[1:]
        if figure.measured.row.role == GUARD and figure.weeks
        for line in (Content(""), *_weeks(figure, figure.words.name, width, 5))
    ]


def _sentence(figure: Figure, width: int) -> list[Content]:
    """What moved and how sure that is; beside it the difference in large, once it is decided."""
    found = figure.measured.verdict
    if found is None or figure.measured.row.role == GUARD:
        return _wrapped(figure.measured.sentence, width, "bold")
    large = _large(found) if width >= MAIN else []
    room = width - (len(large[0]) + 3 if large else 0)
    lines = [*_wrapped(headline(found), room, "bold"), *_wrapped(sureness(found), room, "")]
    if where := _where(found):
        lines += _wrapped(where, room, MUTED)
    if not large:
        return lines
    blank = " " * len(large[0])
    rows = [*large, *[blank] * (len(lines) - ROWS)]
    lines += [Content("")] * (len(rows) - len(lines))
    return [
        Content.assemble((row, "bold $primary"), "   ", line)
        for row, line in zip(rows, lines, strict=True)
    ]


def _large(found: Verdict) -> list[str]:
    """The difference, three rows high; nothing while it is too early, or only a direction."""
    if found.outcome not in DECIDED:
        return []
    words, change = found.question.words, _change(found)
    return big_number(words.difference(change, words.digits(change)))


def _change(found: Verdict) -> float:
    """After less before, as the sentence beside it says."""
    periods = found.reading.periods
    return periods.after.value - periods.before.value


def _where(found: Verdict) -> str:
    """`19,200 and 2,360 deliveries · Northgate depot`, as far as the sentence does not say it."""
    before, after = found.reading.periods.before, found.reading.periods.after
    counts = _("{before} and {after} {counted}").format(
        before=whole(before.total), after=whole(after.total), counted=found.question.words.counted
    )
    known = sureness(found)
    parts = (counts, one_line(found.sites.pilot, 40))
    return " · ".join(part for part in parts if part and part not in known)


def _expected(figure: Figure) -> str:
    """`expected 60, `, where a target was named."""
    target = _target(figure)
    return (
        ""
        if target is None
        else _("expected {target}, ").format(target=figure.words.kind.shown(target))
    )


def _target(figure: Figure) -> float | None:
    """What was expected, in the shown unit."""
    found = figure.measured.verdict
    if found is None or found.question.target is None:
        return None
    return found.question.target * figure.words.kind.factor


def _wrapped(text: str, width: int, style: str) -> list[Content]:
    return wrapped(Content.styled(text, style) if style else Content(text), width)
