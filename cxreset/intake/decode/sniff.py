"""What a file is before anyone reads it: there, regular, text or workbook, in which encoding.

One pass over the bytes gives the SHA-256 and settles the encoding by a ladder, strictest rung
first: a UTF-8 or UTF-16 byte order mark, strict UTF-8, then Windows-1252 as a reported guess.
Statistical guessing is left out on purpose: it gets Western text wrong too often.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from cxreset.base.errors import IntakeError, UsageError
from cxreset.base.text import one_line

Packed = Literal["", "zip", "ole"]

CHUNK = 1 << 20  # bytes read at a time
GUESS = "cp1252"

# What these first bytes mean, so that the sentence can say what to do about it.
_OLD = "is a workbook from before Excel 97"
_SIGNATURES = (
    (b"%PDF", "is a PDF", "Export the feedback as CSV"),
    (b"\x1f\x8b", "is compressed", "Unpack it"),
    (b"7z\xbc\xaf", "is compressed", "Unpack it"),
    (b"Rar!", "is compressed", "Unpack it"),
    (b"{\\rtf", "is a formatted document (RTF)", "Save it as plain text"),
    (b"PK\x05\x06", "is an empty archive", "Export the feedback as CSV"),
    *((mark, _OLD, "Save it as XLSX") for mark in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00")),
    *((mark, _OLD, "Save it as XLSX") for mark in (b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")),
)
_PACKED: tuple[tuple[bytes, Packed], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
)
_XML_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b")


class Sniffed(NamedTuple):
    """A readable file. `guessed` says that the encoding is a guess, not a certainty.

    `errors` is how to decode (`strict` or `replace`), `size` is in bytes, `changed_ns` the
    file's time of change in nanoseconds. `packed` is empty for text; for what may be a workbook
    it names its wrapping, and `encoding` and `errors` are empty.
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


def name_of(path: Path) -> str:
    """The file's name, harmless to show."""
    return one_line(path.name or str(path), 80)


def sniff(path: Path, encoding: str | None = None) -> Sniffed:
    """Look at every byte of `path` once; `encoding` overrides the ladder.

    A workbook is told by its first bytes, whatever its name, and is not looked into.
    Raises IntakeError for what is neither text nor workbook, UsageError for an unknown encoding.
    """
    asked = _known_encoding(encoding) if encoding else None
    info = _regular(path)
    digest, head = hashlib.sha256(), b""
    utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    nul = False
    for chunk in _chunks(path):
        head = head or chunk[:65536]
        digest.update(chunk)
        nul = nul or b"\0" in chunk
        if utf8 is not None:
            try:
                utf8.decode(chunk)
            except UnicodeDecodeError:
                utf8 = None
    if utf8 is not None:
        try:
            utf8.decode(b"", final=True)
        except UnicodeDecodeError:
            utf8 = None
    for signature, packed in _PACKED:
        if head.startswith(signature):
            sha256, size, changed = digest.hexdigest(), info.st_size, info.st_mtime_ns
            return Sniffed(path, sha256, size, changed, "", "", False, (), packed)
    for signature, what, way_out in _SIGNATURES:
        if head.startswith(signature):
            raise IntakeError(f"{name_of(path)} {what}. {way_out} and import that.")
    if _XML_SHEET in head[:4096]:
        raise IntakeError(f"{name_of(path)} is a workbook in XML. Save it as XLSX and import that.")
    if not head.removeprefix(codecs.BOM_UTF8).strip() or head in _MARKS_16:
        raise IntakeError(f"{name_of(path)} is empty. Export it again, or name another file.")
    if head[:512].lstrip().lower().startswith((b"<!doctype html", b"<html", b"<table")):
        raise IntakeError(f"{name_of(path)} is a web page. Open it in a spreadsheet, save as CSV.")
    found, errors, guessed, notes = _ladder(path, head, utf8 is not None, nul, asked)
    return Sniffed(
        path,
        digest.hexdigest(),
        info.st_size,
        info.st_mtime_ns,
        found,
        errors,
        guessed,
        tuple(notes),
    )


_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _ladder(
    path: Path, head: bytes, is_utf8: bool, nul: bool, asked: str | None
) -> tuple[str, str, bool, list[str]]:
    """Encoding, error handling, whether it is a guess, notes."""
    if asked:
        _decodes(path, asked)
        return asked, "strict", False, []
    if head.startswith(_MARKS_16):
        _decodes(path, "utf-16")
        return "utf-16", "strict", False, []
    wide = _wide_without_mark(head) if nul else None
    if wide:
        _decodes(path, wide)
        note = "The encoding is a guess: UTF-16 without a mark. Check the accents."
        return wide, "strict", True, [note]
    if nul or _mostly_controls(head):
        raise IntakeError(
            f"{name_of(path)} is not text (it holds bytes no text has). "
            "Export the feedback as CSV and import that."
        )
    if is_utf8:
        return ("utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"), "strict", False, []
    good, bad = _utf8_tally(path)
    if head.startswith(codecs.BOM_UTF8) or good >= 10 * bad:
        # Nearly all of it is UTF-8: reading it as Windows-1252 would garble every accent.
        places = "1 place" if bad == 1 else f"{bad:,} places"
        note = (
            f"The file is UTF-8 but damaged in {places}; a \N{REPLACEMENT CHARACTER} stands there."
        )
        return "utf-8-sig", "replace", True, [note]
    note = "The encoding is a guess: Windows-1252 (it is not UTF-8). Check the accents."
    return GUESS, "replace", True, [note]


def _known_encoding(asked: str) -> str:
    try:
        name = codecs.lookup(asked.strip()).name
        "a".encode(name)  # a LookupError for codecs that are not about text, such as hex
    except (LookupError, ValueError):
        raise UsageError(
            f'"{one_line(asked, 40)}" is no encoding known here. '
            "Common ones are utf-8, utf-16, windows-1252, iso-8859-1 and mac-roman."
        ) from None
    return "utf-8-sig" if name == "utf-8" else name


def _regular(path: Path) -> os.stat_result:
    """The status of a regular file; a pipe is refused before opening, which would wait forever."""
    name = name_of(path)
    try:
        info = path.stat()
    except FileNotFoundError:
        raise IntakeError(
            f"There is no file {one_line(str(path), 200)}. Check the name, or drag the file "
            "into the terminal to get its path."
        ) from None
    except (OSError, ValueError) as error:
        raise IntakeError(f"{name} cannot be reached ({_why(error)}). Name another file.") from None
    if stat.S_ISDIR(info.st_mode):
        raise IntakeError(f"{name} is a folder. Name a file inside it.")
    if not stat.S_ISREG(info.st_mode):
        raise IntakeError(f"{name} is a pipe or a device, not a file. Save it as a file first.")
    return info


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                yield chunk
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> IntakeError:
    """The sentence for a file that is there but cannot be read."""
    return IntakeError(
        f"{name_of(path)} cannot be read ({_why(error)}). Check its permissions, or copy it first."
    )


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or str(error) or "no reason given").lower()


def _decodes(path: Path, encoding: str) -> None:
    """Raise IntakeError unless all of the file is text in `encoding`."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path):
            text = decoder.decode(chunk)
            text.encode("utf-8")  # half a surrogate pair could never be stored
            if "\0" in text:
                raise UnicodeError
        decoder.decode(b"", final=True)
    except UnicodeError:
        raise IntakeError(
            f"{name_of(path)} is not text in {encoding}. Leave the encoding out, or name another."
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


def _utf8_tally(path: Path) -> tuple[int, int]:
    """Characters beyond ASCII that are sound UTF-8, and places that are not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    for chunk in chain(_chunks(path), [b""]):
        text = decoder.decode(chunk, final=not chunk)
        broken = text.count("\N{REPLACEMENT CHARACTER}")
        bad += broken
        good += len(text) - len(text.encode("ascii", "ignore")) - broken
    return good, bad
