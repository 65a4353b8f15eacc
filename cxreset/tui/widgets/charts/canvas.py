"""A grid of characters with a style each, made into lines: what charts are drawn on. Pure."""

from __future__ import annotations

from textual.content import Content


class Canvas:
    """`width` × `height` cells; what lies outside is left out."""

    def __init__(self, width: int, height: int, style: str = "") -> None:
        self.width, self.height = width, height
        self._cells = [[(" ", style)] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str = "") -> None:
        """Write from a cell to the right. A style that says no ground keeps the one there is."""
        for at, char in enumerate(text, start=x):
            if 0 <= at < self.width and 0 <= y < self.height:
                ground = self._cells[y][at][1].partition("on ")[2]
                kept = f"{style} on {ground}" if ground and "on " not in style else style
                self._cells[y][at] = (char, kept.strip())

    def fill(self, y: int, x: int, end: int, style: str) -> None:
        """Give cells of a row a ground."""
        self.put(x, y, " " * max(0, end - x), style)

    def lines(self) -> list[Content]:
        """The rows, equal styles joined."""
        return [self._line(row) for row in self._cells]

    def _line(self, row: list[tuple[str, str]]) -> Content:
        parts: list[tuple[str, str]] = []
        for char, style in row:
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + char, style)
            else:
                parts.append((char, style))
        return Content.assemble(*parts)
