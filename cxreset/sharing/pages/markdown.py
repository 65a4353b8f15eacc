"""A document as Markdown: readable as it stands, and nothing from outside can act in it.

CommonMark with tables, as wikis and code hosts read it. Text from outside is cleaned
(`cxreset.base.text`), then every character that could start markup is escaped with a backslash: not
only emphasis, links, HTML and table pipes, but bare addresses and formulas too, which some sites
turn into links and pictures on their own. Notes are footnotes as those sites know them, `[^1]`; a
reader that does not shows them as they are written.
"""

from __future__ import annotations

import re

from cxreset.base.language.words import _
from cxreset.base.text import in_quotes
from cxreset.sharing.direction import alone, one_line, shown
from cxreset.sharing.documents.model import (
    Aside,
    Bars,
    Block,
    BulletList,
    Chart,
    Document,
    Fact,
    Facts,
    Figures,
    Note,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
    ToDo,
    Words,
)
from cxreset.sharing.facts.wording import long_date

# Escaped wherever they stand.
_ANYWHERE = re.compile(r"[\\`*_\[\]<|~$]")
# What could start an entity, a heading's beginning or its closing run, an address.
_IN_CONTEXT = re.compile(r"&(?=#?\w+;)|(?<!\S)#|:(?=//)|(?<=www)\.", re.IGNORECASE)
# What could start a list, a quote, a rule, an underline or a table's second row on a line.
_LINE_START = re.compile(r"^(?:[-=>:]|\+(?=\s|$)|(\d+)([.)])(?=\s|$))")


def inline(text: str) -> str:
    """Any text as one line of Markdown that shows exactly the cleaned text."""
    return _escaped(alone(one_line(text)))


def lines(text: str) -> list[list[str]]:
    """Any text as paragraphs of escaped Markdown lines; empty lines part the paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in shown(text).splitlines():
        flat = _escaped(" ".join(line.split()))
        if flat:
            paragraphs[-1].append(flat)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def block_markdown(block: Block, notes: int = 0) -> str:
    """One block as Markdown, without a trailing newline.

    It points at the first `notes` notes of its document: at none when it stands alone.
    """
    if isinstance(block, Words):
        return _words(block, notes)
    match block:
        case Table():
            return f"*{inline(block.caption)}*\n\n{table(block, notes)}"
        case Facts(items):
            return "\n".join(_fact(fact, _marks(fact.notes, notes)) for fact in items)
        case Figures(items):
            return "\n".join(f"- **{inline(one.value)}** {inline(one.label)}" for one in items)
        case Bars(caption, bars):
            figures = "\n".join(
                f"- {inline(bar.label)}{_small(bar.ref)}: {inline(bar.text)}" for bar in bars
            )
            return f"*{inline(caption)}*\n\n{figures}"
        case Chart(caption, words):
            return f"*{inline(caption)}*\n\n{inline(words)}" if words else ""


def _words(block: Words, notes: int) -> str:
    match block:
        case Subheading(text, ref):
            return f"### {inline(text)}" + (f"\n\n*{inline(ref)}*" if ref else "")
        case Aside(text):
            return f"*{inline(text)}*"
        case Paragraph(text, numbers):
            return _paragraphs(text) + _marks(numbers, notes)
        case BulletList(items, ordered):
            marks = [f"{number}." if ordered else "-" for number in range(1, len(items) + 1)]
            return "\n".join(
                f"{mark} {inline(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case Quote(text, ref, source):
            quoted = "\n".join(f"> {line}".rstrip() for line in _paragraphs(text).split("\n"))
            return f"{quoted}\n>\n> — {_joined(ref, source)}"
        case ToDo(text, where):
            return f"**{_('Still to do:')}** {inline(text)}" + (
                f" ({inline(where)})" if where else ""
            )


def table(block: Table, notes: int = 0) -> str:
    """The table itself, without its caption; `notes` as in `block_markdown`."""
    marks = dict(block.notes)
    rows = [list(map(inline, block.columns)), ["---"] * len(block.columns)]
    for number, row in enumerate(block.rows):
        first, *others = map(inline, row)
        rows.append([first + _marks(marks.get(number, ()), notes), *others])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def render(document: Document) -> str:
    """The whole document as Markdown, ending in one newline."""
    head = [f"# {inline(document.title)}"]
    if document.subtitle:
        head.append(inline(document.subtitle))
    head.append(f"*{long_date(document.date)}*")
    count = len(document.notes)
    body = [
        text
        for part in document.parts
        for text in (
            f"## {inline(part.heading)}",
            *filter(None, (block_markdown(block, count) for block in part.blocks)),
            *(block_markdown(block) for block in _spoken(part)),
        )
    ]
    notes = [_note(number, note) for number, note in enumerate(document.notes, 1)]
    foot = ["---", *map(inline, document.footer)] if document.footer else []
    return "\n\n".join([*head, *body, *notes, *foot]) + "\n"


def _spoken(part: Part) -> tuple[Block, ...]:
    return (Subheading(_("For the speaker")), *part.spoken) if part.spoken else ()


def _marks(numbers: tuple[int, ...], notes: int) -> str:
    return "".join(f"[^{number}]" for number in dict.fromkeys(numbers) if 1 <= number <= notes)


def _note(number: int, note: Note) -> str:
    """A footnote on one line.

    The id comes first and a dash after it: what stands behind `[^1]: ` must never read as the
    target and the title of a link, as it would where footnotes are unknown.
    """
    text = in_quotes(inline(note.text)) if note.is_quote else inline(note.text)
    return f"[^{number}]: {_joined(note.ref, note.source)} — {text}"


def _escaped(line: str) -> str:
    """One clean line with everything that could be markup escaped."""
    line = _ANYWHERE.sub(r"\\\g<0>", line)
    line = _IN_CONTEXT.sub(r"\\\g<0>", line)
    return _LINE_START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[0]}", line
    )


def _paragraphs(text: str) -> str:
    """Paragraphs with their line breaks kept (a backslash ends a line that is to break)."""
    return "\n\n".join("\\\n".join(paragraph) for paragraph in lines(text))


def _fact(fact: Fact, marks: str) -> str:
    # A label that is a question needs no colon.
    colon = "" if one_line(fact.label).endswith(("?", ".")) else ":"
    named = f"**{inline(fact.label)}{colon}**"
    if fact.ref:
        named = f"**{inline(fact.label)}**{_small(fact.ref)}{colon}"
    if len(fact.lines) == 1:
        return f"- {named} {inline(fact.lines[0])}{marks}"
    return "\n".join([f"- {named}", *(f"  - {inline(value)}" for value in fact.lines)]) + marks


def _small(ref: str) -> str:
    return f" *{inline(ref)}*" if ref else ""


def _joined(ref: str, source: str) -> str:
    return ", ".join(inline(piece) for piece in (ref, source) if piece)
