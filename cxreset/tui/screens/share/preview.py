"""What Share shows of an export before it is written: plain functions."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.language.words import _
from cxreset.base.text import count, one_line
from cxreset.sharing.made import Made
from cxreset.sharing.preview import Rows
from cxreset.tui.widgets.page.blocks import Block, TableBlock, TextBlock


def document_text(made: Made) -> str:
    """The pages of a document as Markdown, several with a line between."""
    return "\n---\n\n".join(pages(made))


def pages(made: Made) -> list[str]:
    """The pages of a document as Markdown."""
    return [file.data.decode() for file in made.files if file.name.endswith(".md")]


def still_to_do(made: Made) -> str:
    """What a document leaves out, to stand below it: for the leader alone."""
    if not made.todo:
        return ""
    lines = "".join(f"- {one}\n" for one in made.todo)
    return _("\n---\n\n## Still to do, and not in the file\n\n{lines}").format(lines=lines)


def table_of(held: Rows) -> list[Block]:
    """Rows as a page shows them, with what it leaves out beneath."""
    if not held.rows:
        return [TextBlock(content=Content(_("There is nothing in it yet.")))]
    head = tuple(Content.styled(one_line(name, 30), "bold") for name in held.columns)
    cells = (tuple(map(Content, row)) for row in held.rows)
    blocks: list[Block] = [TableBlock(rows=(head, *cells), right=frozenset())]
    if held.left:
        blocks.append(
            TextBlock(
                content=Content(_("and {more_rows}").format(more_rows=count(held.left, "more row")))
            )
        )
    return blocks
