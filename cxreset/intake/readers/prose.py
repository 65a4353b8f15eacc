"""The reader for plain text: one comment a line, or a paragraph where blank lines part them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.intake.columns.names import is_known_name
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.shape.table import ROW_LIMIT, Refusal, Row, Table, too_long

TABLE_SUFFIXES = (".csv", ".tsv", ".tab")
JUDGED = 200  # blocks
_SHORT = 3  # lines of a block that is surely one comment
_LONG = 40  # lines of a block that is surely many
_WRAPPED = 50  # characters of a line that may be cut by its length
_BULLET = re.compile(r"\s*(?:[-*•–]|\d{1,4}[.)])\s+(?=\S)")
_ENDS = (".", "!", "?", "…", '"', "”", ":", ")")


def open_prose(source: Sniffed, lines: Table) -> Table:
    """The same file as text: by its paragraphs, else by the `lines` of one column it was read as.

    Raises IntakeError when the file cannot be read on.
    """
    if lines.has_header or not _in_paragraphs(list(islice(_blocks(source), JUDGED))):
        listed = replace(lines, kind="text", notes=_plain(lines))
        return _without_bullets(listed) if _is_listed(listed) else listed

    def rows() -> Iterator[Row | Refusal]:
        for number, block in enumerate(_blocks(source), 1):
            yield too_long(number) if block is None else Row(number, ["\n".join(block)])

    note = _("Each paragraph is read as one comment, for blank lines part them.")
    return replace(lines, kind="text", notes=(*source.notes, note), rows=rows)


def _is_listed(lines: Table) -> bool:
    """Does every line begin as the items of a list do?"""
    first = [row.cells[0] for row in islice(lines.rows(), JUDGED) if isinstance(row, Row)]
    return len(first) > 1 and all(map(_BULLET.match, first))


def _without_bullets(lines: Table) -> Table:
    """The same, and said: nothing of a line is left out in silence."""
    first = next(row.cells[0] for row in lines.rows() if isinstance(row, Row))
    sign = _BULLET.match(first)

    def rows() -> Iterator[Row | Refusal]:
        for row in lines.rows():
            if isinstance(row, Refusal):
                yield row
            else:
                yield Row(row.number, [_BULLET.sub("", row.cells[0], count=1), *row.cells[1:]])

    shown = f' ("{one_line(sign[0], 8)}")' if sign else ""
    note = _("What each line begins with as an item of a list{shown} is left out.").format(
        shown=shown
    )
    return replace(lines, rows=rows, notes=(*lines.notes, note))


def _plain(lines: Table) -> tuple[str, ...]:
    """Nobody expects a header in a text file: that there is none goes without saying."""
    return tuple(note for note in lines.notes if not note.startswith(_("The file has no header")))


def _blocks(source: Sniffed) -> Iterator[list[str] | None]:
    """Lines that stand together; None for a block longer than ROW_LIMIT characters."""
    block: list[str] = []
    room = ROW_LIMIT
    try:
        info = source.path.stat()
        if (info.st_size, info.st_mtime_ns) != (source.size, source.changed_ns):
            raise IntakeError(
                _("{path} changed while it was read. Import it again.").format(
                    path=name_of(source.path)
                )
            )
        with source.path.open(encoding=source.encoding, errors=source.errors) as stream:
            while line := stream.readline(ROW_LIMIT + 1):
                if line.strip("\ufeff \t\n\f\v"):
                    room -= len(line)
                    if room >= 0:
                        block.append(line.strip("\ufeff\n"))
                    else:
                        block = []
                elif block or room < 0:
                    yield block if room >= 0 else None
                    block, room = [], ROW_LIMIT
            if block or room < 0:
                yield block if room >= 0 else None
    except OSError as error:
        raise unreadable(source.path, error) from None


def _in_paragraphs(blocks: list[list[str] | None]) -> bool:
    """Blank lines part comments when the blocks are short, or their lines run on.

    A stray blank line in a list of comments leaves long blocks of whole sentences.
    """
    sizes = [len(block) for block in blocks if block]
    if len(sizes) < 2 or max(sizes) == 1:
        return False
    if is_known_name((blocks[0] or [""])[0]):
        return False
    broken = whole = 0
    for block in blocks:
        for line, after in zip(block or [], (block or [])[1:], strict=False):
            open_end = len(line) >= _WRAPPED and not line.rstrip().endswith(_ENDS)
            runs_on = open_end or after.lstrip()[:1].islower()
            broken, whole = broken + runs_on, whole + (not runs_on)
    usual = sum(sizes) / len(sizes)
    if usual <= _SHORT:
        return broken >= whole or len(sizes) > 2
    return broken > whole and usual <= _LONG
