"""A text for the clipboard twice: formatted, for a mail or a document, and as plain lines.

The formatted one is a piece of HTML with headings, lists and tables and without a style sheet,
which mail programs throw away. It is of ASCII characters alone, so that no program takes it for
another encoding. Both are made of the Markdown, or the rows, that were looked at before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from html import escape
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererProtocol
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode
    from markdown_it.utils import EnvType, OptionsDict

    from cxreset.sharing.preview import Rows

TABLE = {"border": "1", "cellspacing": "0", "cellpadding": "4"}
"""Lines round cells, said in the one way that every mail program and word processor heeds."""
_DIRECTED = ("paragraph_open", "heading_open", "list_item_open", "th_open", "td_open")


class Rich(NamedTuple):
    """The same words as HTML (ASCII) and as plain lines, which end in one newline."""

    html: str
    plain: str


def of_markdown(pages: Iterable[str]) -> Rich:
    """Markdown texts, several with a rule between; HTML in them is shown as it is written."""
    made = [_of_page(page) for page in pages]
    return Rich(
        _whole("<hr>\n".join(one.html for one in made)),
        "\n---\n\n".join(one.plain for one in made),
    )


def of_rows(held: Rows) -> Rich:
    """Rows as a table, and with tabs between as a spreadsheet takes them; no cell is a formula."""
    from cxreset.sharing.data.cells import defused

    rows = [tuple(map(defused, row)) for row in held.rows]
    plain = "\n".join("\t".join(row) for row in (held.columns, *rows)) + "\n"
    lines = " ".join(f'{name}="{value}"' for name, value in TABLE.items())
    body = "\n".join([_html_row("th", held.columns), *(_html_row("td", row) for row in rows)])
    return Rich(_whole(f"<table {lines}>\n{body}\n</table>\n"), plain)


def _html_row(cell: str, values: Sequence[str]) -> str:
    cells = "".join(f'<{cell} dir="auto">{escape(value)}</{cell}>' for value in values)
    return f"<tr>{cells}</tr>"


def _whole(body: str) -> str:
    page = f'<html><head><meta charset="utf-8"></head><body>\n{body}</body></html>\n'
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _of_page(text: str) -> Rich:
    from markdown_it.tree import SyntaxTreeNode

    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in _DIRECTED:
            token.attrSet("dir", "auto")
        if token.type == "table_open":
            token.attrs = {**token.attrs, **TABLE}
    lines = _lines(SyntaxTreeNode(tokens))
    return Rich(parser.renderer.render(tokens, parser.options, {}), "\n".join(lines) + "\n")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table")
    parser.use(footnote_plugin)
    # In a pasted text there is nothing to jump to: of a note's mark the number alone stays.
    parser.add_render_rule("footnote_ref", _note_number)
    for kind, html in _NOTES.items():
        parser.add_render_rule(kind, _always(html))
    return parser


_NOTES = {
    "footnote_block_open": "<hr>\n<ol>\n",
    "footnote_block_close": "</ol>\n",
    "footnote_open": "<li>",
    "footnote_close": "</li>\n",
    "footnote_anchor": "",
}


def _note_number(
    _: RendererProtocol, tokens: Sequence[Token], at: int, *__: OptionsDict | EnvType
) -> str:
    return f"<sup>{tokens[at].meta['id'] + 1}</sup>"


def _always(html: str) -> Callable[..., str]:
    def rule(*_: RendererProtocol | Sequence[Token] | int | OptionsDict | EnvType) -> str:
        return html

    return rule


# --- plain lines --------------------------------------------------------------------------------


def _lines(node: SyntaxTreeNode) -> list[str]:
    """What a node of the text says, line by line; an empty line parts what stands apart."""
    match node.type:
        case "inline":
            return "".join(map(_piece, node.children)).split("\n")
        case "bullet_list":
            return _items(node, repeat("•"))
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            return _items(node, (f"{first + at}." for at in range(len(node.children))))
        case "footnote_block":
            return _items(node, (f"[{1 + at}]" for at in range(len(node.children))))
        case "tr":
            return ["\t".join(" ".join(_lines(cell)) for cell in node.children)]
        case "table" | "thead" | "tbody":
            return list(chain.from_iterable(map(_lines, node.children)))
        case "fence" | "code_block":
            return node.content.splitlines()
    blocks = filter(None, map(_lines, node.children))
    return [line for block in blocks for line in ("", *block)][1:]


def _items(node: SyntaxTreeNode, marks: Iterable[str]) -> list[str]:
    """Each item after its mark; what follows in it stands below, a little to the right."""
    found = []
    for mark, item in zip(marks, node.children, strict=False):
        first, *others = [line for line in _lines(item) if line] or [""]
        found += [f"{mark} {first}", *(f"  {line}" for line in others)]
    return found


def _piece(node: SyntaxTreeNode) -> str:
    """A piece of a line without its markup; where a link leads stands behind its words."""
    match node.type:
        case "text" | "code_inline":
            return node.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "footnote_ref":
            return f"[{node.meta['id'] + 1}]"
    words = "".join(map(_piece, node.children))
    address = str(node.attrs.get("href", ""))
    return f"{words} ({address})" if address and address != words else words
