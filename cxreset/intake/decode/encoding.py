"""In which encoding a text is, by a ladder: the strictest rung first.

A byte order mark, strict UTF-8, UTF-16 without a mark; then UTF-8 with lines of a code page among
it, each read for what it is; then the code page that makes words of it, as a reported guess.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.text import one_line
from cxreset.intake.decode.code_pages import SAMPLE, Page, code_page
from cxreset.intake.decode.files import chunks, name_of
from cxreset.intake.decode.mixed import fallback

MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PLAIN_CODECS = ("utf-8", "utf-8-sig", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")
_CHECK = N_("Check the accents; --encoding names another.")


class Bytes(NamedTuple):
    """What one pass over a file says: its first 64 KiB, whether all is UTF-8, whether there are
    NULs."""

    head: bytes
    is_utf8: bool
    nul: bool


class Encoding(NamedTuple):
    """How to decode a file: `errors` is `strict`, `replace` or the handler for mixed lines.

    `guessed` says that it is a guess, not a certainty.
    """

    codec: str
    errors: str = "strict"
    guessed: bool = False
    notes: tuple[str, ...] = ()


def settle(path: Path, found: Bytes, asked: str | None) -> Encoding:
    """The encoding of the file at `path`. Raises IntakeError for what is no text."""
    if asked:
        _decodes(path, asked)
        return Encoding(asked)
    if found.head.startswith(MARKS_16):
        _decodes(path, "utf-16")
        return Encoding("utf-16")
    wide = _wide_without_mark(found.head) if found.nul else None
    if wide:
        _decodes(path, wide)
        note = _("The encoding is a guess: UTF-16 without a mark. {check}").format(check=_(_CHECK))
        return Encoding(wide, "strict", True, (note,))
    if found.nul or _mostly_controls(found.head):
        raise IntakeError(
            _(
                "{path} is not text (it holds bytes no text has). Export the feedback as "
                "CSV and import that."
            ).format(path=name_of(path))
        )
    if found.is_utf8:
        return Encoding("utf-8-sig" if found.head.startswith(codecs.BOM_UTF8) else "utf-8")
    return _not_utf8(path, found.head.startswith(codecs.BOM_UTF8))


def _not_utf8(path: Path, marked: bool) -> Encoding:
    """Mixed, damaged, or in a code page."""
    lines = _Lines(path)
    if lines.sound and lines.pages:
        page = code_page(lines.sample)
        note = _("{pages} of its lines are not UTF-8; they are read as {short}. {check}").format(
            pages=whole(lines.pages), short=_short(page), check=_(_CHECK)
        )
        return Encoding("utf-8-sig", fallback(page.codec), True, (note,))
    if lines.sound or marked:
        where = (
            _("1 place")
            if lines.broken == 1
            else _("{broken} places").format(broken=whole(lines.broken))
        )
        note = _("The file is UTF-8 but damaged in {where}; a � stands there.").format(where=where)
        return Encoding("utf-8-sig", "replace", True, (note,))
    page = code_page(lines.sample)
    note = _("The encoding is a guess: {short} (it is not UTF-8). {check}").format(
        short=_short(page), check=_(_CHECK)
    )
    return Encoding(page.codec, "replace", True, (note,))


def _short(page: Page) -> str:
    return _(page.label).split(",")[0]


class _Lines:
    """What the lines beyond ASCII are: `sound` UTF-8, of a code page (`pages`), or UTF-8 with
    `broken` places; and a `sample` of those that are not sound."""

    def __init__(self, path: Path) -> None:
        self.sound = self.pages = self.broken = 0
        self.sample: list[bytes] = []
        room = SAMPLE
        for line in _lines(path):
            if line.isascii():
                continue
            text = line.decode("utf-8", "replace")
            wrong = text.count("\N{REPLACEMENT CHARACTER}")
            whole = len(text) - len(text.encode("ascii", "ignore")) - wrong
            if not wrong:
                self.sound += 1
                continue
            if whole >= wrong:
                self.broken += wrong
                self.sound += 1
                continue
            self.pages += 1
            if room > 0:
                room -= len(line)
                self.sample.append(line)


def _lines(path: Path) -> Iterator[bytes]:
    rest = b""
    for chunk in chain(chunks(path), [b"\n"]):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole


def known_encoding(asked: str) -> str:
    """The codec's name. Raises UsageError for what is none of text."""
    try:
        name = codecs.lookup(asked.strip()).name
        "a".encode(name)  # a LookupError for codecs that are not about text, such as hex
    except (LookupError, ValueError):
        raise UsageError(
            _(
                '"{asked}" is no encoding known here. Common ones are utf-8, utf-16, '
                "windows-1252, iso-8859-1 and mac-roman."
            ).format(asked=one_line(asked, 40))
        ) from None
    return "utf-8-sig" if name == "utf-8" else name


def _decodes(path: Path, encoding: str) -> None:
    """Raise IntakeError unless all of the file is text in `encoding`."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks(path):
            text = decoder.decode(chunk)
            text.encode("utf-8")  # half a surrogate pair could never be stored
            if "\0" in text:
                raise UnicodeError
        decoder.decode(b"", final=True)
    except UnicodeError:
        raise IntakeError(
            _("{path} is not text in {encoding}. Leave the encoding out, or name another.").format(
                path=name_of(path), encoding=encoding
            )
        ) from None


def _wide_without_mark(head: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in nearly every second byte."""
    even, odd = head[0::2], head[1::2]
    if odd and odd.count(0) > 0.7 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if odd and even.count(0) > 0.7 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None


def _mostly_controls(head: bytes) -> bool:
    """More than one control byte in fifty: an image or a program, never a table of words."""
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 50
