"""A zipped workbook unpacked within bounds, before anything else looks into it.

The library that reads workbooks is handed a copy made here of the parts it needs. So a directory
that understates what it packs, and a sheet whose far corner would fill the memory, end here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from cxreset.base.errors import IntakeError
from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.hunger import is_hungry, shared_lengths
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.ods_text import mended
from cxreset.intake.decode.unread import refuse_open_document, refuse_packed

UNPACKED_LIMIT = 300_000_000  # bytes
CELL_LIMIT = 25_000_000  # rows times columns of one sheet
_MIMETYPE = 200  # bytes of a name of a kind
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COLUMN = re.compile(rb"""r\s*=\s*["']\$?([A-Za-z]{1,7})\$?\d""")
_ROW = re.compile(rb"""r\s*=\s*["']\$?[A-Za-z]{1,7}\$?(\d{1,10})["']""")
_WINDOW, _OVERLAP = 1 << 24, 64  # bytes of a part searched at a time
_ODS_SHEET = re.compile(rb"<table:table[\s>]")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell")
_ODS_ROWS = re.compile(rb"""number-rows-repeated\s*=\s*["'](\d{1,10})["']""")
_ODS_COLUMNS = re.compile(rb"""number-columns-repeated\s*=\s*["'](\d{1,10})["']""")


def damaged(path: Path) -> IntakeError:
    """The sentence for a workbook that cannot be read."""
    return IntakeError(
        _(
            "{path} is a damaged workbook. Open it in a spreadsheet, save the sheet "
            "anew, and import that."
        ).format(path=name_of(path))
    )


def locked(path: Path) -> IntakeError:
    """The sentence for a workbook with a password."""
    return IntakeError(
        _("{path} is locked with a password. Save it without one, and import that.").format(
            path=name_of(path)
        )
    )


def hungry(path: Path) -> IntakeError:
    """The sentence for a workbook that asks for too much."""
    return IntakeError(
        _(
            "{path} would take more memory or time than a workbook is given (a long text "
            "that comes again very often, or cells far down). Save the sheet as CSV and "
            "import that."
        ).format(path=name_of(path))
    )


def unpacked(path: Path) -> tuple[io.BytesIO, Kind]:
    """The workbook at `path` without pictures and macros, each part checked, and its kind.

    Raises IntakeError when it is no workbook, is damaged or locked, would unpack to more than
    UNPACKED_LIMIT bytes, or has a sheet of more than CELL_LIMIT cells.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            return _copied(path, packed)
    except OSError as error:
        raise unreadable(path, error) from None
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError):
        raise damaged(path) from None
    except expat.ExpatError:
        raise damaged(path) from None
    except (RuntimeError, RecursionError):  # a part that asks for a password
        raise locked(path) from None


def _copied(path: Path, packed: zipfile.ZipFile) -> tuple[io.BytesIO, Kind]:
    parts = packed.infolist()
    size = sum(max(0, part.file_size) for part in parts)
    if size > UNPACKED_LIMIT:
        raise IntakeError(
            _(
                "{path} unpacks to {size} MB, and {UNPACKED_LIMIT} MB is the most that "
                "is read from a workbook. Save the sheet as CSV and import that."
            ).format(
                path=name_of(path),
                size=decimal(size / 1e6, 0, grouped=True),
                UNPACKED_LIMIT=decimal(UNPACKED_LIMIT / 1e6, 0, grouped=True),
            )
        )
    names = {part.filename for part in parts}
    if "mimetype" in names:
        with packed.open("mimetype") as stream:
            refuse_open_document(path, stream.read(_MIMETYPE))
    kind = _kind(path, names)
    lengths = shared_lengths(_part(packed, "xl/sharedStrings.xml"))
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for part in parts:
            if not part.filename.endswith((".xml", ".rels", "mimetype")):
                continue
            if part.flag_bits & 1:
                raise locked(path)
            if part.compress_type not in _METHODS:
                raise damaged(path)
            content = packed.read(part)  # never more than file_size, and checked by its CRC
            if part.filename == "META-INF/manifest.xml" and b"encryption-data" in content:
                raise locked(path)
            if part.filename == "content.xml":
                # The library looks without end for the close of what is never closed.
                expat.ParserCreate().Parse(content, True)
                content = mended(content)
            _bound(path, part.filename, content, lengths)
            # A name with no drive and no blank end: the same that was counted is copied.
            out.writestr(zipfile.ZipInfo(part.filename), content, zipfile.ZIP_DEFLATED, 1)
    copy.seek(0)
    return copy, kind


def _bound(path: Path, name: str, content: bytes, lengths: list[int]) -> None:
    """Raise IntakeError where a part would fill the memory."""
    if _cells(name, content) > CELL_LIMIT:
        raise IntakeError(
            _(
                "{path} has a sheet that reaches too far down or right. Delete the empty "
                "rows and columns beyond the table, or save the sheet as CSV."
            ).format(path=name_of(path))
        )
    if is_hungry(name, content, lengths):
        raise hungry(path)


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    """A part of that name; empty where there is none, or none that can be read so."""
    try:
        part = packed.getinfo(name)
    except KeyError:
        return b""
    return b"" if part.flag_bits & 1 or part.compress_type not in _METHODS else packed.read(part)


def _kind(path: Path, names: set[str]) -> Kind:
    if "xl/workbook.xml" in names or any(name.endswith("/workbook.xml") for name in names):
        return "Excel workbook"
    if "content.xml" in names and "word/document.xml" not in names:
        return "OpenDocument sheet"
    name = name_of(path)
    refuse_packed(path, names)
    if any(part.startswith("Index/Tables/") or part.endswith(".numbers") for part in names):
        raise IntakeError(
            _("{name} is a Numbers sheet. Export it as CSV and import that.").format(name=name)
        )
    if any(part.startswith("Index/") for part in names):
        raise IntakeError(
            _(
                "{name} is a document of Pages, Numbers or Keynote. Export it as CSV or "
                "plain text and import that."
            ).format(name=name)
        )
    raise IntakeError(
        _("{name} is an archive. Unpack it, and import the files inside.").format(name=name)
    )


def _cells(name: str, content: bytes) -> int:
    """How many cells the smallest rectangle from the first cell holds: the memory it would take."""
    if name == "content.xml":
        return max(map(_ods_cells, _ODS_SHEET.split(content)))
    if not name.startswith("xl/") or name.endswith("sharedStrings.xml"):
        return 0
    columns: set[bytes] = set()
    height = 0
    for begin in range(0, len(content), _WINDOW):
        end = begin + _WINDOW + _OVERLAP
        columns.update(_COLUMN.findall(content, begin, end))
        height = max(height, max(map(int, _ROW.findall(content, begin, end)), default=0))
    return height * max(map(_column, columns), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_cells(sheet: bytes) -> int:
    """Empty cells repeated at the end take no room; filled ones do, as often as they repeat."""
    total = widest = rows = 0
    for row in sheet.split(b"<table:table-row")[1:]:
        attributes, _, inside = row.partition(b">")
        repeat = _ODS_ROWS.search(attributes)
        width = filled = 0
        for cell in _ODS_CELL.split(inside)[1:]:
            attributes, _, text = cell.partition(b">")
            more = _ODS_COLUMNS.search(attributes)
            width += int(more[1]) if more else 1
            inner = b"" if attributes.endswith(b"/") else text.lstrip()
            if b"value" in attributes or (inner and not inner.startswith(b"</table:")):
                filled = width
        total += int(repeat[1]) if repeat else 1
        if filled:
            rows, widest = total, max(widest, filled)
    return rows * widest
