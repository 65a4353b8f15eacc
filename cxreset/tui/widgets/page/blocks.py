"""Markdown read into blocks of styled text. Pure: no widget, no app, no width.

Text in Markdown may come from a customer, so nothing in it is markup for the screen: HTML is shown
as it is written, and a link keeps its address as data for whoever owns the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from textual.content import Content, Span
from textual.style import Style

HEADINGS = {"h1": "bold", "h2": "bold", "h3": "bold", "h4": "bold"}
MARKS = {"strong": "bold", "em": "italic", "s": "strike"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LINK = "page-link"  # in a style's meta: the address of the link under the pointer


@dataclass(frozen=True, kw_only=True)
class TextBlock:
    """Running text. `first` stands before its first line, `rest` before the others."""

    content: Content
    first: Content = field(default_factory=lambda: Content(""))
    rest: Content = field(default_factory=lambda: Content(""))
    close: bool = False
    """Follows the block before without an empty line, as items of one list do."""


@dataclass(frozen=True, kw_only=True)
class TableBlock:
    """Rows of cells; the first row is the header. `right` names the columns set to the right."""

    rows: tuple[tuple[Content, ...], ...]
    right: frozenset[int]
    indent: int = 0


@dataclass(frozen=True, kw_only=True)
class CodeBlock:
    """Text that is shown as it is, without wrapping at words."""

    text: str
    indent: int = 0


@dataclass(frozen=True, kw_only=True)
class RuleBlock:
    """A line between two parts."""


Block = TextBlock | TableBlock | CodeBlock | RuleBlock


def read_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text, in order: CommonMark, tables, strikethrough, footnotes."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    return list(_Reader(parser.parse(text)).blocks())


class _Reader:
    """Walks the tokens of one text, keeping the lists and quotes that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = iter(tokens)
        self._lists: list[int | None] = []  # the next number of each open list; None for bullets
        self._quotes = 0
        self._marker = ""  # waits for the first text of a list item
        self._close = False
        self._style = ""

    def blocks(self) -> Iterator[Block]:
        """Every block; consumes the tokens."""
        for token in self._tokens:
            match token.type:
                case "inline":
                    yield self._text(inline(token, self._style))
                case "fence" | "code_block":
                    yield CodeBlock(text=token.content.rstrip("\n"), indent=self._indent)
                case "html_block":
                    yield self._text(Content(token.content.rstrip("\n")))
                case "hr":
                    yield RuleBlock()
                case "table_open":
                    yield self._table()
                case _:
                    self._enter_or_leave(token)

    @property
    def _indent(self) -> int:
        return 3 * len(self._lists)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._style = HEADINGS.get(token.tag, "bold")
            case "heading_close":
                self._style = ""
            case "bullet_list_open" | "footnote_block_open":
                self._lists.append(None)
            case "ordered_list_open":
                self._lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close" | "footnote_block_close":
                self._lists.pop()
                self._close = bool(self._lists)
            case "list_item_open":
                self._marker = self._next_marker()
            case "footnote_open":
                self._marker = _raised(token)
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1

    def _next_marker(self) -> str:
        number = self._lists[-1]
        if number is None:
            return "•"
        self._lists[-1] = number + 1
        return f"{number}."

    def _text(self, content: Content) -> TextBlock:
        quote = Content.styled("│ " * self._quotes, "$text-muted")
        indent = " " * self._indent
        marker = indent
        if self._marker:
            marker = indent[:-3] + f"{self._marker} ".ljust(3)
        block = TextBlock(
            content=content,
            first=quote + marker,
            rest=quote + indent,
            close=bool(self._marker) and self._close,
        )
        self._close = bool(self._lists)
        self._marker = ""
        return block

    def _table(self) -> TableBlock:
        rows: list[tuple[Content, ...]] = []
        cells: list[Content] = []
        right: set[int] = set()
        head = False
        for token in self._tokens:
            match token.type:
                case "table_close":
                    break
                case "thead_open":
                    head = True
                case "thead_close":
                    head = False
                case "tr_open":
                    cells = []
                case "tr_close":
                    rows.append(tuple(cells))
                case "th_open" | "td_open":
                    if "right" in str(token.attrGet("style") or ""):
                        right.add(len(cells))
                case "inline":
                    cells.append(inline(token, "bold" if head else ""))
        return TableBlock(rows=tuple(rows), right=frozenset(right), indent=self._indent)


def inline(token: Token, style: str = "") -> Content:
    """The words of one inline token, with its marks as spans; `style` lies under all of it."""
    text: list[str] = []
    spans: list[Span] = []
    opened: list[tuple[int, str | Style]] = []
    length, before = 0, ""
    for child in token.children or ():
        words, mark = _words(child), _mark(child)
        if child.type == "footnote_ref" and before == "footnote_ref":
            words = f" {words}"  # two notes, 1 and 2, and not the twelfth
        before = child.type
        if mark is not None:
            opened.append((length, mark))
        elif child.nesting == -1 and opened:
            start, ended = opened.pop()
            spans.append(Span(start, length, ended))
        if child.type == "code_inline":
            spans.append(Span(length, length + len(words), "bold"))
        text.append(words)
        length += len(words)
    under = [Span(0, length, style)] if style else []
    return Content("".join(text), [*under, *spans])


def _words(child: Token) -> str:
    """What a part of a line reads as."""
    if child.type in ("softbreak", "hardbreak"):
        return " " if child.type == "softbreak" else "\n"
    if child.type == "footnote_ref":
        return _raised(child)
    return child.content


def _raised(note: Token) -> str:
    """The number of a footnote, as it stands behind a word and before the note: its label, or its
    place among the notes where the label is a word."""
    label = str(note.meta["label"])
    number = label if label.isdecimal() else str(note.meta["id"] + 1)
    return number.translate(RAISED)


def _mark(child: Token) -> str | Style | None:
    """The style that a part of a line begins, if it begins one."""
    if child.nesting != 1:
        return None
    if child.type == "link_open":
        address = str(child.attrGet("href") or "")
        return Style(underline=True) + Style.from_meta({LINK: address})
    return MARKS.get(child.type.removesuffix("_open"), "")
