"""What a file is before anyone reads it: there, regular, text or workbook, in which encoding.

One pass over the bytes gives the SHA-256 and says whether they are UTF-8; what they are otherwise
is for `encoding`.
"""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path
from typing import Literal, NamedTuple

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import N_, _
from cxreset.intake.decode.encoding import (
    MARKS_16,
    PLAIN_CODECS,
    Bytes,
    known_encoding,
    settle,
)
from cxreset.intake.decode.files import chunks, name_of, regular
from cxreset.intake.decode.unread import refusal, refuse_unread

Packed = Literal["", "zip", "ole"]

LINE_LIMIT = 1 << 16  # bytes of a line that the csv module may be handed unseen

# What these first bytes mean, so that the sentence can say what to do about it.
_OLD = N_("is a workbook from before Excel 97")
_SIGNATURES = (
    (b"%PDF", N_("is a PDF"), N_("Export the feedback as CSV")),
    (b"\x1f\x8b", N_("is compressed"), N_("Unpack it")),
    (b"7z\xbc\xaf", N_("is compressed"), N_("Unpack it")),
    (b"Rar!", N_("is compressed"), N_("Unpack it")),
    (b"{\\rtf", N_("is a formatted document (RTF)"), N_("Save it as plain text")),
    (b"PK\x05\x06", N_("is an empty archive"), N_("Export the feedback as CSV")),
    *((mark, _OLD, N_("Save it as XLSX")) for mark in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00")),
    *((mark, _OLD, N_("Save it as XLSX")) for mark in (b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")),
)
_PACKED: tuple[tuple[bytes, Packed], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
)
_XML_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"


class Sniffed(NamedTuple):
    """A readable file. `guessed` says that the encoding is a guess, not a certainty.

    `errors` is how to decode (`strict` or `replace`), `size` is in bytes, `changed_ns` the
    file's time of change in nanoseconds. `packed` is empty for text; for what may be a workbook
    it names its wrapping, and `encoding` and `errors` are empty. `plain`: there is no quotation
    mark, no lone carriage return and no line of a megabyte, so the csv module may read it as is.
    """

    path: Path
    sha256: str
    size: int
    changed_ns: int
    encoding: str
    errors: str
    guessed: bool
    notes: tuple[str, ...]
    packed: Packed = ""
    plain: bool = False


def sniff(path: Path, encoding: str | None = None) -> Sniffed:
    """Look at every byte of `path` once; `encoding` overrides the ladder.

    A workbook is told by its first bytes, whatever its name, and is not looked into.
    Raises IntakeError for what is neither text nor workbook, UsageError for an unknown encoding.
    """
    asked = known_encoding(encoding) if encoding else None
    info = regular(path)
    scan = _scan(path)
    packed: Packed = ""
    for signature, kind in _PACKED:
        if scan.head.startswith(signature):
            packed = kind
    if packed:
        return Sniffed(
            path=path,
            sha256=scan.sha256,
            size=info.st_size,
            changed_ns=info.st_mtime_ns,
            encoding="",
            errors="",
            guessed=False,
            notes=(),
            packed=packed,
        )
    _refuse(path, scan.head)
    found = settle(path, Bytes(scan.head, scan.utf8, scan.nul), asked)
    return Sniffed(
        path=path,
        sha256=scan.sha256,
        size=info.st_size,
        changed_ns=info.st_mtime_ns,
        encoding=found.codec,
        errors=found.errors,
        guessed=found.guessed,
        notes=found.notes,
        plain=scan.plain and found.codec in PLAIN_CODECS,
    )


class _Scan(NamedTuple):
    """What one pass over all bytes tells: `head` is how they begin, `plain` that lines are rows."""

    sha256: str
    head: bytes
    utf8: bool
    nul: bool
    plain: bool


def _scan(path: Path) -> _Scan:
    digest, head = hashlib.sha256(), b""
    utf8 = _Utf8()
    nul, plain = False, True
    for chunk in chunks(path):
        head = head or chunk[:65536]
        digest.update(chunk)
        plain = plain and _is_plain(chunk)
        nul = nul or b"\0" in chunk
        utf8.take(chunk)
    utf8.take(b"", final=True)
    return _Scan(digest.hexdigest(), head, utf8.valid, nul, plain)


class _Utf8:
    """Is everything taken so far UTF-8?"""

    def __init__(self) -> None:
        self.valid = True
        self._whole = True  # no letter is cut off by the end of what was taken
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def take(self, chunk: bytes, *, final: bool = False) -> None:
        if not self.valid or (self._whole and chunk.isascii()):
            return
        try:
            self._decoder.decode(chunk, final=final)
            self._whole = not self._decoder.getstate()[0]
        except UnicodeDecodeError:
            self.valid = False


def _refuse(path: Path, head: bytes) -> None:
    """Raise IntakeError for what begins like something else than feedback in text."""
    refuse_unread(path, head)
    name = name_of(path)
    for signature, what, way_out in _SIGNATURES:
        if head.startswith(signature):
            raise IntakeError(refusal(name, what, way_out))
    if _XML_SHEET in head[:4096]:
        raise IntakeError(
            _("{name} is a workbook in XML. Save it as XLSX and import that.").format(name=name)
        )
    if not head.removeprefix(codecs.BOM_UTF8).strip() or head in MARKS_16:
        raise IntakeError(
            _("{name} is empty. Export it again, or name another file.").format(name=name)
        )
    if head[:512].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<table")):
        raise IntakeError(
            _("{name} is a web page. Open it in a spreadsheet, save as CSV.").format(name=name)
        )


def _is_plain(chunk: bytes) -> bool:
    """Every line ends within the chunk or soon after it, and no cell can be quoted."""
    ends_well = b"\n" in chunk[-LINE_LIMIT:]
    if not ends_well or b'"' in chunk:
        return False
    return b"\r" not in chunk or chunk.count(b"\r") == chunk.count(b"\r\n")
