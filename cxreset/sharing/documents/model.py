"""One document, whatever the form: parts made of a few kinds of block, and plain text in them.

Text is plain text, as it came: it never holds markup. Every renderer cleans and escapes it for
its own form, so that a document can be built without a thought to where it will be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from cxreset.base.language.words import spoken_language
from cxreset.sharing.charts.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a part, one level below the part's own; its ids stand small under it."""

    text: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a newline breaks the line, an empty line starts a new paragraph.

    `notes` are the numbers of the document's notes (from 1) that stand behind it.
    """

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Small print to what stands above it, such as how ids are read."""

    text: str


@dataclass(frozen=True, slots=True)
class BulletList:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` are as long as `columns`; the first cell of a row names the row.

    `flagged` holds the numbers of the rows (from 0) that need the reader's eye. Colour alone
    never says so: the row's own text has to. `notes` gives for a row's number (from 0) the
    numbers of the document's notes that stand behind it; they are marked in its first cell.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    flagged: frozenset[int] = frozenset()
    notes: tuple[tuple[int, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, word for word; `ref` is the id it can be found by."""

    text: str
    ref: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what belongs to it, on one line or several; `notes` as in `Paragraph`.

    `ref` holds the ids of what the label names, which stand small under it.
    """

    label: str
    lines: tuple[str, ...]
    notes: tuple[int, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be seen from afar, and under it what it counts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A few figures side by side."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ToDo:
    """What is still to do where there is nothing to show yet; `where` names the step."""

    text: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The figures at the two ends of the full width, and what they are figures of, as in `%`."""

    start: float = 0.0
    end: float = 100.0
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its `share` of the full width (0 to 1) and the figure in words.

    `whiskers` are the shares between which the true figure lies, None where nobody can say; `ref`
    the id of what the label names.
    """

    label: str
    share: float
    text: str
    whiskers: tuple[float, float] | None = None
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one common scale. Each bar's text says the figure: the picture adds nothing to it.

    Spans of days have `begins`, the share at which each bar begins; the scale's ends are days then,
    counted as `date.toordinal` does.
    """

    caption: str
    bars: tuple[Bar, ...]
    scale: Scale = Scale()
    begins: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture, what it is a picture of, and what there is to see in it.

    `seen` says all of it, for whoever does not see the picture. `words` stand under it and say what
    the text before it leaves out; forms without pictures show them alone, and nothing of a picture
    without any.
    """

    caption: str
    words: str
    drawing: Drawing
    seen: str


Words = Subheading | Paragraph | Aside | BulletList | Quote | ToDo
"""Blocks that are running text."""
Block = Words | Table | Facts | Figures | Bars | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """`key` is ours (lowercase letters and dashes): anchors and styles are made of it.

    `spoken` is what a speaker says to it and can be asked about; only slides have it.
    """

    key: str
    heading: str
    blocks: tuple[Block, ...]
    spoken: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what a customer said, word for word, with the id it can be found by.

    Or, where it is no quote, how sure a figure with this id is.
    """

    ref: str
    text: str
    source: str = ""
    is_quote: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """`footer` lines close the document: credit, date, how to read the ids.

    `notes` are numbered from 1 in this order; blocks point at them by number. A document meant for
    so many `sheets` is `dense`: paper forms set it smaller and closer. 0 is as many as it needs.
    `nothing_yet` is the sentence colleagues get where no part of it has anything to say.
    """

    title: str
    subtitle: str
    date: date
    parts: tuple[Part, ...]
    footer: tuple[str, ...] = ()
    language: str = field(default_factory=spoken_language)
    notes: tuple[Note, ...] = ()
    sheets: int = 0
    nothing_yet: str = ""

    @property
    def dense(self) -> bool:
        return self.sheets > 0


def texts(document: Document) -> Iterator[str]:
    """Every piece of text in the document, in reading order (titles, blocks, footer)."""
    yield from (document.title, document.subtitle)
    for part in document.parts:
        yield part.heading
        for block in (*part.blocks, *part.spoken):
            yield from block_texts(block)
    for note in document.notes:
        yield from (note.text, note.ref, note.source)
    yield from document.footer


def block_texts(block: Block) -> Iterator[str]:
    """Every piece of text that one block shows, in reading order."""
    if isinstance(block, Words):
        yield from _words_texts(block)
        return
    match block:
        case Table(columns, rows, caption):
            yield from (caption, *columns, *chain.from_iterable(rows))
        case Facts(items):
            yield from chain.from_iterable((fact.label, fact.ref, *fact.lines) for fact in items)
        case Figures(items):
            yield from chain.from_iterable((one.value, one.label) for one in items)
        case Bars(caption, bars):
            shown = ((bar.label, bar.ref, bar.text) for bar in bars)
            yield from (caption, *chain.from_iterable(shown))
        case Chart(caption, words):
            yield from (caption, words)


def _words_texts(block: Words) -> Iterator[str]:
    match block:
        case Subheading(text, ref):
            yield from (text, ref)
        case Paragraph(text) | Aside(text):
            yield text
        case BulletList(items):
            yield from items
        case Quote(text, ref, source):
            yield from (text, ref, source)
        case ToDo(text, where):
            yield from (text, where)
