"""Kinds of files that are not read, told by their content, each with a way out."""

from __future__ import annotations

import re
from pathlib import Path

from cxreset.base.errors import IntakeError
from cxreset.base.language.words import N_, _
from cxreset.intake.decode.files import name_of

_SOUND = (N_("is a recording"), N_("Have it written down (a transcript as VTT, SRT or text)"))
_PICTURE = (N_("is a picture"), N_("Write the words in it into a text file, a comment a line,"))
_OUTLOOK = (N_("is an Outlook message"), N_("Save it as .eml or as plain text"))
_WORD = (N_("is a Word document"), N_("Save it as plain text"))
_SLIDES = (N_("is a presentation"), N_("Save its words as plain text"))
_TEXT = (N_("is an OpenDocument text"), N_("Save it as plain text"))
_DATABASE = (N_("is a database"), N_("Export the feedback from it as CSV"))
_STATISTICS = (N_("is a data file of a statistics program"), N_("Save it as CSV"))
# (what the file begins with, what it is, what to do)
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], tuple[str, str]], ...] = (
    (re.compile(rb"\0\0..ftyp(?:hei|mif|avif)", re.DOTALL), _PICTURE),
    (
        re.compile(
            rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2\xf1\xf9]|RIFF....(?:WAVE|AVI )|OggS\0|fLaC\0"
            rb"|FORM....AIF|#!AMR|\0\0..ftyp|\x1aE\xdf\xa3",
            re.DOTALL,
        ),
        _SOUND,
    ),
    (
        re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*", re.DOTALL),
        _PICTURE,
    ),
    (re.compile(rb"SQLite format 3\0|\0\x01\0\0Standard (?:Jet|ACE) DB"), _DATABASE),
    (
        re.compile(
            rb"(?:--[^\n]*\n|/\*.*?\*/|\s)*(?:DROP TABLE|CREATE TABLE|INSERT INTO|SET \w)", re.S
        ),
        (N_("holds the commands of a database (SQL)"), N_("Export the table as CSV")),
    ),
    (
        re.compile(rb"\$FL[23]|<stata_dta>|PAR1|ARROW1|\x89HDF|RDX[23]\n"),
        _STATISTICS,
    ),
    # A CSV may have "ID;P…" for its header; only SYLK goes on with records of cells.
    (
        re.compile(rb"ID;P[^\r\n]*\r?\n(?:.*?\n)??C;(?:[XY]\d+;)+K", re.DOTALL),
        (N_("is a SYLK sheet"), N_("Save it as XLSX or CSV")),
    ),
    (
        re.compile(rb"TABLE\s*\r?\n\s*0\s*,\s*1\s*\r?\n"),
        (N_("is a sheet in the DIF format"), N_("Save it as XLSX or CSV")),
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<!--.*?-->\s*)?<office:document\b"),
        (N_("is a flat OpenDocument file"), N_("Save it as ODS, XLSX or CSV")),
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>(?!.{0,4000}schemas-microsoft-com:office:spreadsheet)",
            re.DOTALL,
        ),
        (N_("is XML"), N_("Open it in a spreadsheet, save it as XLSX or CSV")),
    ),
)
_STREAMS = (
    ("__properties_version1.0", _OUTLOOK),
    ("WordDocument", _WORD),
    ("PowerPoint Document", _SLIDES),
)
_SHEETS = ("Workbook\0", "Book\0")  # streams that hold a workbook of Excel


def refuse_unread(path: Path, head: bytes) -> None:
    """Raises IntakeError when the first bytes are those of a kind that is not read."""
    for begins, kind in _BEGINNINGS:
        if begins.match(head):
            raise _refused(path, kind)


def refuse_compound(path: Path, content: bytes) -> None:
    """Raises IntakeError for a compound file of Office that holds no workbook but another kind."""
    if any(name.encode("utf-16-le") in content for name in _SHEETS):
        return
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in content:
            raise _refused(path, kind)


def refuse_packed(path: Path, parts: set[str]) -> None:
    """Raises IntakeError for an archive of Office that is no workbook; `parts` are its names."""
    for part, kind in (
        ("xl/workbook.bin", (_("is a binary workbook (XLSB)"), _("Save it as XLSX"))),
        ("word/document.xml", _WORD),
        ("ppt/presentation.xml", _SLIDES),
        ("Index/Presentation.iwa", _SLIDES),
        ("Index/Slide.iwa", _SLIDES),
    ):
        if part in parts:
            raise _refused(path, kind)


# What stands after "application/vnd.oasis.opendocument." in an OpenDocument file's first part.
_OPEN_KINDS = (
    (b"text", _TEXT),
    (b"presentation", _SLIDES),
    (b"graphics", (N_("is an OpenDocument drawing"), N_("Save its words as plain text"))),
)


def refuse_open_document(path: Path, mimetype: bytes) -> None:
    """Raises IntakeError for an OpenDocument file that is no sheet."""
    kind = mimetype.rpartition(b"opendocument.")[2]
    for begins, what in _OPEN_KINDS:
        if kind.startswith(begins):
            raise _refused(path, what)


def refusal(name: str, what: str, way_out: str) -> str:
    """`mail.msg is an Outlook message. Save it as .eml and import that.`; declared by N_."""
    return _("{name} {what}. {way_out} and import that.").format(
        name=name, what=_(what), way_out=_(way_out)
    )


def _refused(path: Path, kind: tuple[str, str]) -> IntakeError:
    what, way_out = kind
    return IntakeError(refusal(name_of(path), what, way_out))
