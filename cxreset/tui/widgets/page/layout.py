"""Blocks laid out in lines of a width. Pure: what a page shows, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from cxreset.tui.widgets.page.blocks import Block, CodeBlock, RuleBlock, TableBlock, TextBlock

LEAST = 8
"""Cells that a column or a text gets at least, however narrow the page."""
GUTTER = 2
"""Cells between two columns of a table."""


def lay_out(blocks: Sequence[Block], width: int) -> list[Content]:
    """The lines of a page `width` cells wide; an empty line parts two blocks."""
    lines: list[Content] = []
    for block in blocks:
        if lines and not (isinstance(block, TextBlock) and block.close):
            lines.append(Content(""))
        lines.extend(_lines(block, width))
    return lines


def _lines(block: Block, width: int) -> Iterator[Content]:
    match block:
        case TextBlock():
            yield from _text_lines(block, width)
        case TableBlock():
            yield from _table_lines(block, width)
        case CodeBlock():
            indent = " " * (block.indent + 2)
            for line in block.text.split("\n"):
                yield from Content(indent + line).fold(max(LEAST, width)) or [Content("")]
        case RuleBlock():
            yield Content.styled("─" * width, "$text-muted")


def _text_lines(block: TextBlock, width: int) -> Iterator[Content]:
    room = max(LEAST, width - max(block.first.cell_length, block.rest.cell_length))
    for number, line in enumerate(wrapped(block.content, room)):
        yield (block.rest if number else block.first) + line


def wrapped(content: Content, width: int) -> list[Content]:
    """The lines of a text, broken at spaces, never wider than `width`; at least one."""
    return content.wrap(width) or [Content("")]


def _table_lines(table: TableBlock, width: int) -> Iterator[Content]:
    if not table.rows:
        return
    room = width - table.indent
    widths = column_widths([[cell.cell_length for cell in row] for row in table.rows], room)
    for number, row in enumerate(table.rows):
        for line in _row_lines(row, widths, table.right):
            yield Content(" " * table.indent) + line
        if number == 0:
            rule = (" " * GUTTER).join("─" * each for each in widths)
            yield Content(" " * table.indent) + Content.styled(rule, "$text-muted")


def column_widths(lengths: Sequence[Sequence[int]], room: int) -> list[int]:
    """The width of each column, of cells so long: as wide as the longest where there is room.

    Where there is not, the widest column gives way first, down to `LEAST` cells; a table of very
    many columns may still be wider than `room`.
    """
    count = max(len(row) for row in lengths)
    columns = [[row[at] for row in lengths if at < len(row)] for at in range(count)]
    widths = [max(1, *column) for column in columns]
    spare = room - GUTTER * (count - 1)
    while sum(widths) > spare and max(widths) > LEAST:
        widest = widths.index(max(widths))
        runner_up = max((each for at, each in enumerate(widths) if at != widest), default=0)
        step = max(1, min(sum(widths) - spare, widths[widest] - max(runner_up, LEAST)))
        widths[widest] -= step
    return widths


def _row_lines(
    row: Sequence[Content], widths: Sequence[int], right: frozenset[int]
) -> Iterator[Content]:
    cells = [wrapped(cell, width) for cell, width in zip(row, widths, strict=False)]
    for at in range(max((len(cell) for cell in cells), default=0)):
        parts = []
        for column, (cell, width) in enumerate(zip(cells, widths, strict=False)):
            text = cell[at] if at < len(cell) else Content("")
            fill = " " * max(0, width - text.cell_length)
            parts.append(fill + text if column in right else text + fill)
        yield Content(" " * GUTTER).join(parts).rstrip()
