#!/usr/bin/env bash
# python-pptx (PowerPoint files): bar and column charts number their axes below zero, which the format does not allow.
#
# Expected: a chart that the library writes is valid by the schema of its format.
# Seen: c:axId and c:crossAx hold "-2068027336" and the like. ECMA-376 (part 1, CT_UnsignedInt) has an unsigned
#   32-bit integer there, so that a validator of Office Open XML reports each of them. Line charts of the same library
#   have allowed numbers.
# Why it matters: a deck for the share-out is opened by whoever gets it, and companies check what comes in.
# Version: python-pptx 1.0.2. Upstream: https://github.com/scanny/python-pptx
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/pip install --quiet python-pptx==1.0.2
env/bin/python - <<'PY'
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

PLACE = (Inches(1), Inches(1), Inches(4), Inches(3))


def axis_ids(kind):
    """The ids of a new chart's axes, as the file holds them."""
    data = CategoryChartData()
    data.categories = ["before", "after"]
    data.add_series("Late deliveries", (80, 50))
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    chart = slide.shapes.add_chart(kind, *PLACE, data).chart
    found = chart._chartSpace.xpath(".//c:axId/@val | .//c:crossAx/@val")
    return [int(value) for value in found]


for name, expected in (("BAR_CLUSTERED", 6), ("COLUMN_CLUSTERED", 6), ("LINE", 0)):
    ids = axis_ids(getattr(XL_CHART_TYPE, name))
    outside = [each for each in ids if not 0 <= each < 2**32]
    print(f"{name}: {sorted(set(ids))}, {len(outside)} of {len(ids)} outside 0 to 4294967295")
    assert len(ids) == 6 and len(outside) == expected, ids
PY
