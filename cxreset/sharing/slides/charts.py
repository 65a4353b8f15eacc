"""Bars as a chart of PowerPoint's own: its figures can be opened and changed there."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt

from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.sharing.direction import by_marks
from cxreset.sharing.documents.action_plan.measured import round_step
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import Bar, Bars
from cxreset.sharing.pages.paper import COLOURS, line

if TYPE_CHECKING:
    from pptx.chart.chart import Chart
    from pptx.shapes.placeholder import ChartPlaceholder, PlaceholderGraphicFrame

_LETTERS, _SMALL_LETTERS = Pt(18), Pt(12)
_CAPTION, _LABEL = 70, 60
_THINNEST_GAP, _FEW = 40, 3
_MARKS = 4
_DAY_ZERO = date(1899, 12, 30).toordinal()


def draw(placeholder: ChartPlaceholder, block: Bars) -> PlaceholderGraphicFrame:
    """The bars in this placeholder, with whiskers and the scale they are measured on."""
    data = CategoryChartData(number_format="0.#")
    data.categories = [by_marks(_category(block, bar)) for bar in block.bars]
    shape = XL_CHART_TYPE.BAR_CLUSTERED
    ends = [_value(block, bar.share) for bar in block.bars]
    if block.begins:
        shape = XL_CHART_TYPE.BAR_STACKED
        starts = [_value(block, share) for share in block.begins]
        data.add_series(_("First day"), starts)
        ends = [end - start for start, end in zip(starts, ends, strict=True)]
    data.add_series(block.scale.unit, ends)
    frame: PlaceholderGraphicFrame = placeholder.insert_chart(shape, data)
    _number_axes(frame.chart)
    _set_axes(frame.chart, block)
    if any(bar.whiskers for bar in block.bars):
        _add_whiskers(frame.chart, block)
    return frame


def _category(block: Bars, bar: Bar) -> str:
    """What stands beside a bar: the scale says the days of one."""
    label = shortened(bar.label, _LABEL)
    return label if block.begins else f"{label}: {line(bar.text)}"


def in_words(block: Bars) -> str:
    """What the chart shows, for whoever cannot see it."""
    figures = "; ".join(_bar_in_words(block, bar) for bar in block.bars)
    if block.begins:
        return _("Bar chart. {line}. {figures}.").format(line=line(block.caption), figures=figures)
    scale = _("The scale runs from {start} to {end} {unit}.").format(
        start=f"{block.scale.start:g}", end=f"{block.scale.end:g}", unit=block.scale.unit
    )
    return _("Bar chart. {line}. {figures}. {scale}").format(
        line=line(block.caption), figures=figures, scale=scale
    )


def _bar_in_words(block: Bars, bar: Bar) -> str:
    words = f"{line(bar.label)}: {line(bar.text)}"
    if bar.whiskers is None:
        return words
    low, high = (_value(block, end) for end in bar.whiskers)
    return _("{words} (between {low} and {high})").format(
        words=words, low=decimal(low, 1), high=decimal(high, 1)
    )


def _value(block: Bars, share: float) -> float:
    """The figure at a share of the width; a day as PowerPoint counts it."""
    scale = block.scale
    value = scale.start + share * (scale.end - scale.start)
    return round(value - _DAY_ZERO) if block.begins else round(value, 2)


def _number_axes(chart: Chart) -> None:
    """Axes count from 1: python-pptx gives them negative numbers, which the format forbids."""
    numbers: dict[str, str] = {}
    for element in chart.element.iter(qn("c:axId"), qn("c:crossAx")):
        named = element.get("val")
        element.set("val", numbers.setdefault(named, str(len(numbers) + 1)))


def _set_axes(chart: Chart, block: Bars) -> None:
    chart.has_legend = False
    chart.has_title = True
    chart.chart_title.text_frame.text = shortened(block.caption, _CAPTION)
    heading = chart.chart_title.text_frame.paragraphs[0].font
    heading.size, heading.bold = _LETTERS, False
    chart.font.size = _LETTERS
    chart.font.color.rgb = RGBColor.from_string(COLOURS["ink"])
    names, figures = chart.category_axis, chart.value_axis
    names.reverse_order = True  # a bar chart begins at the foot otherwise
    crossing = chart.element.find(f".//{qn('c:valAx')}/{qn('c:crosses')}")
    crossing.set("val", "max")  # the turned order's foot
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    if len(block.bars) > _FEW:  # a name of two lines stays within its bar's share of the height
        names.tick_labels.font.size = _SMALL_LETTERS
    figures.minimum_scale, figures.maximum_scale = _value(block, 0.0), _value(block, 1.0)
    figures.major_unit = _step(block)
    figures.has_major_gridlines = False
    figures.has_title = True
    figures.axis_title.text_frame.text = block.scale.unit
    unit = figures.axis_title.text_frame.paragraphs[0].font
    unit.size, unit.bold = _LETTERS, False
    plot = chart.plots[0]
    plot.gap_width = _THINNEST_GAP * max(1, _FEW + 1 - len(block.bars))
    if block.begins:
        figures.tick_labels.number_format = "d mmm"
        figures.tick_labels.number_format_is_linked = False
        plot.overlap = 100
        every = etree.SubElement(names._element, qn("c:tickLblSkip"), val="1")
        names._element.find(qn("c:noMultiLvlLbl")).addprevious(every)
        plot.series[0].format.fill.background()  # what is before the first day is not seen
    plot.series[-1].format.fill.solid()
    plot.series[-1].format.fill.fore_color.rgb = RGBColor.from_string(COLOURS["bar"])


def _step(block: Bars) -> float:
    """From mark to mark: a round figure, or whole weeks."""
    width = block.scale.end - block.scale.start
    if block.begins:
        return 7.0 * math.ceil(width / (7 * _MARKS))
    return round_step(width)


def _add_whiskers(chart: Chart, block: Bars) -> None:
    """Error bars with a length of their own for each bar; python-pptx has no call for them."""
    series = next(chart.element.iter(qn("c:ser")))
    bars = etree.Element(qn("c:errBars"))
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(bars, qn(f"c:{name}"), val=value)
    for name, end, sign in (("plus", 1, 1), ("minus", 0, -1)):
        lengths = [
            sign * (_value(block, bar.whiskers[end]) - _value(block, bar.share))
            if bar.whiskers
            else 0.0
            for bar in block.bars
        ]
        bars.append(_literal(name, lengths))
    look = etree.SubElement(bars, qn("c:spPr"))
    stroke = etree.SubElement(look, qn("a:ln"), w=str(Pt(1.5)))
    fill = etree.SubElement(stroke, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=COLOURS["ink"])
    series.find(qn("c:cat")).addprevious(bars)


def _literal(name: str, values: list[float]) -> etree._Element:
    side = etree.Element(qn(f"c:{name}"))
    numbers = etree.SubElement(side, qn("c:numLit"))
    etree.SubElement(numbers, qn("c:formatCode")).text = "General"
    etree.SubElement(numbers, qn("c:ptCount"), val=str(len(values)))
    for at, value in enumerate(values):
        point = etree.SubElement(numbers, qn("c:pt"), idx=str(at))
        etree.SubElement(point, qn("c:v")).text = f"{max(value, 0.0):.2f}"
    return side
