"""The pictures of a DOCX: bars and charts, each with what there is to see in it."""

from __future__ import annotations

from cxreset.sharing.charts import drawingml
from cxreset.sharing.documents.model import Bars, Chart
from cxreset.sharing.pages.breaks import is_small
from cxreset.sharing.pages.paper import COLOURS, WIDTH, line
from cxreset.sharing.pages.word.text import paragraph, plain, runs

_EMU = 12700  # to the point
_BAR = 6.5  # points high
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative val="1"/></a:ext></a:extLst>'
)


class Pictures:
    """Draws bars and charts, and counts them.

    `bar` and `track` are the relationship ids of a picture in the bars' colour and one in their
    track's.
    """

    def __init__(self, bar: str, track: str) -> None:
        self._colours = (bar, track)
        self._drawn = 0

    def bars(self, block: Bars) -> str:
        """Each bar under its label, with its figure at the line's end."""
        made = [plain("Caption", line(block.caption), keep=True)]
        small = is_small(block)
        for bar in block.bars:
            ref = runs(f" {line(bar.ref)}", "SmallId") if bar.ref else ""
            label = f"{runs(line(bar.label))}{ref}<w:r><w:tab/></w:r>"
            label += runs(line(bar.text), "Quiet")
            made.append(paragraph("BarLabel", label, bar.label, keep=True))
            keep = small and bar is not block.bars[-1]
            made.append(paragraph("Bar", self._bar(bar.share), keep=keep))
        return "".join(made) + plain("TableEnd", "")

    def chart(self, block: Chart) -> str:
        """A chart under its caption, and its words where it has any."""
        self._drawn += 1
        drawn = drawingml.run(block.drawing, self._drawn, COLOURS, line(block.seen))
        caption = plain("Caption", line(block.caption), keep=True)
        if not block.words:
            return caption + paragraph("Bar", drawn) + plain("TableEnd", "")
        words = paragraph("Normal", runs(line(block.words), "Quiet"), block.words)
        return caption + paragraph("Bar", drawn, keep=True) + words

    def _bar(self, share: float) -> str:
        whole = WIDTH - 1  # a hair more than a line holds would be two lines
        full = min(max(share, 0.0), 1.0) * whole
        lengths = zip(self._colours, (full, whole - full), strict=True)
        return "".join(self._picture(name, length) for name, length in lengths if length >= 0.5)

    def _picture(self, relationship: str, width: float) -> str:
        """A picture of one colour, drawn to size: the words beside it say all that it says."""
        self._drawn += 1
        size = f'cx="{round(width * _EMU)}" cy="{round(_BAR * _EMU)}"'
        named = f'id="{self._drawn}" name="Bar {self._drawn}" descr=""'
        return (
            f'<w:r><w:drawing><wp:inline {_DRAWING} distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named}>{_DECORATIVE}</wp:docPr>"
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
            f'picture"><pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/>'
            f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
