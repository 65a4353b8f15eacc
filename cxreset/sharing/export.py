"""Make what is shared: files in memory, for the command line and the screen alike.

Whatever writes a form is imported when that form is made, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import ExportError, UsageError
from cxreset.base.text import listed
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS, form, subject
from cxreset.sharing.write import file_name

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.sharing.documents.model import Document
    from cxreset.sharing.facts.plan import PlanFacts
    from cxreset.workbook.book import Workbook


class File(NamedTuple):
    """A finished file; its name is safe on every system and leads into no folder."""

    name: str
    data: bytes


class Made(NamedTuple):
    """An export: one file, or several, and in words what was masked in them.

    `todo` is what they leave out because it is still to do: for the leader, not for colleagues.
    """

    files: tuple[File, ...]
    masked: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()


class _Order(NamedTuple):
    """What is asked for; `masks_for` is the form whose texts are masked, `form` the one written."""

    what: str
    form: str
    masks_for: str
    owner: str | None
    unmasked: bool


def make(
    what: str,
    form_name: str,
    book: Workbook,
    pack: Pack,
    today: date,
    *,
    owner: str | None = None,
    unmasked: bool = False,
) -> Made:
    """Make an export as of `today`, for all or for one `owner`.

    E-mail addresses, phone and card numbers in it are masked unless `unmasked`. Raises UsageError
    for an unknown subject, form or owner, and ExportError where a library is missing or there is
    nothing to write yet.
    """
    what, form_name = what.strip().lower(), form_name.strip().lower()
    wanted = form(what, form_name)
    if wanted.missing:
        raise ExportError(f"{wanted.name} cannot be made here. {wanted.missing}")
    return _make(_Order(what, form_name, form_name, owner, unmasked), book, pack, today)


def look(
    what: str,
    form_name: str,
    book: Workbook,
    pack: Pack,
    today: date,
    *,
    owner: str | None = None,
    unmasked: bool = False,
) -> Made:
    """As `make`, in the form in which it can be looked at here (`look_form`).

    What is masked is what the form asked for masks. A document can be looked at also where the
    library that its form needs is missing.
    """
    what, form_name = what.strip().lower(), form_name.strip().lower()
    if not form(what, form_name).missing and not subject(what).is_document:
        order = _Order(what, look_form(form_name), form_name, owner, unmasked)
        return _make(order, book, pack, today)
    if subject(what).is_document:
        form_name = look_form(form_name)
    return make(what, form_name, book, pack, today, owner=owner, unmasked=unmasked)


def look_form(form_name: str) -> str:
    """The form in which another can be looked at: Markdown for a document, rows for a workbook."""
    return {"html": "md", "docx": "md", "pdf": "md", "xlsx": "csv"}.get(form_name, form_name)


def _make(order: _Order, book: Workbook, pack: Pack, today: date) -> Made:
    if order.owner and not subject(order.what).by_owner:
        ways = listed([name for name, each in SUBJECTS.items() if each.by_owner])
        raise UsageError(
            f"“{order.what}” is the same for everybody. One owner alone goes with {ways}."
        )
    if order.form == "json":
        from cxreset.sharing.data.archive import dump

        return Made((File(file_name(order.what, "json"), dump(book)),))
    from cxreset.sharing.facts.gather import gather
    from cxreset.sharing.facts.owners import owner_named

    facts = gather(book, pack, today)
    if order.owner:
        order = order._replace(owner=owner_named(facts, order.owner))
    if order.what == "slips":
        return _slips(order, facts)
    if subject(order.what).is_document:
        return _documents(order, {order.what: _build(order.what, facts)})
    return _data(order, facts)


# --- rows and dates ---------------------------------------------------------------------------


def _data(order: _Order, facts: PlanFacts) -> Made:
    """Rows for a spreadsheet, a tracker or a calendar."""
    from cxreset.sharing.data.shown import masked_for
    from cxreset.sharing.facts.owners import for_owner

    if order.owner:
        facts = for_owner(facts, order.owner)
    words: tuple[str, ...] = ()
    if not order.unmasked:
        facts, words = masked_for(order.masks_for, facts)
    name = order.form if order.form in TRACKERS else order.what
    title = f"{name} {order.owner}" if order.owner else name
    return Made(tuple(_numbered(title, order.form, _written(order, facts))), words)


def _written(order: _Order, facts: PlanFacts) -> list[bytes]:
    """The bytes of each file: one, or several where a tracker takes so many rows at a time."""
    if order.form == "ics":
        from cxreset.sharing.data import calendar

        return [calendar.render(facts, order.owner)]
    if order.form == "xlsx":
        from cxreset.sharing.data import register

        return [register.render(facts)]
    from cxreset.sharing.data import trackers

    return [data for _, data in trackers.files(order.form, facts)]


def _numbered(title: str, form_name: str, files: list[bytes]) -> Iterable[File]:
    extension = FORMS[form_name].extension
    for number, data in enumerate(files, 1):
        mark = str(number) if len(files) > 1 else ""
        yield File(file_name(title, extension, mark=mark), data)


# --- documents --------------------------------------------------------------------------------


def _slips(order: _Order, facts: PlanFacts) -> Made:
    """A page for each owner, or for this one, and beside it their dates and an e-mail."""
    from cxreset.sharing.documents.slips import build_slips

    slips = build_slips(facts)
    if order.owner:
        asked = order.owner.casefold()
        slips = {name: slip for name, slip in slips.items() if name.casefold() == asked}
    if not slips:
        whose = f"{order.owner} owns no action" if order.owner else "No action has an owner"
        raise ExportError(f"{whose} yet, so there is no slip to write.")
    pages = _documents(order, slips)
    files: list[File] = []
    masked = list(pages.masked)
    for name, page in zip(slips, pages.files, strict=True):
        beside = _beside_slip(order, facts, name, page)
        files += [page, *beside.files]
        masked += beside.masked
    return Made(tuple(files), tuple(dict.fromkeys(masked)))


def _beside_slip(order: _Order, facts: PlanFacts, owner: str, page: File) -> Made:
    """An owner's dates, and the e-mail that the page goes with; the leader writes to others."""
    from cxreset.sharing.data import calendar
    from cxreset.sharing.data.shown import masked_for
    from cxreset.sharing.documents.emails import email_text
    from cxreset.sharing.facts.owners import for_owner

    stem = page.name.removesuffix(f".{FORMS[order.form].extension}")
    text, words = email_text(facts, owner, order.unmasked)
    if not order.unmasked:
        words = (*words, *masked_for("ics", for_owner(facts, owner))[1])
        facts = masked_for("ics", facts)[0]
    files = [File(f"{stem}.ics", calendar.render(facts, owner))]
    if text:
        files.append(File(f"{stem}-email.txt", text.encode("utf-8", "replace")))
    return Made(tuple(files), words)


def _documents(order: _Order, documents: Mapping[str, Document]) -> Made:
    """Each document (by what its file is to be called) in one form."""
    from cxreset.sharing.documents.finished import finished, still_open
    from cxreset.sharing.documents.masking import masked

    files: list[File] = []
    found: list[str] = []
    todo = tuple(dict.fromkeys(one for each in documents.values() for one in still_open(each)))
    for title, document in documents.items():
        document = finished(document)
        if not order.unmasked:
            document, words = masked(document)
            found += words
        name = _free_name(title, order.form, {file.name.casefold() for file in files})
        files.append(File(name, _rendered(order.form, document)))
    return Made(tuple(files), tuple(dict.fromkeys(found)), todo)


def _free_name(title: str, form_name: str, taken: set[str]) -> str:
    """A file's name that none of the others has, on systems too where case does not matter."""
    extension = FORMS[form_name].extension
    name, number = file_name(title, extension), 1
    while name.casefold() in taken:
        number += 1
        name = file_name(title, extension, mark=str(number))
    return name


def _build(what: str, facts: PlanFacts) -> Document:
    """A document that is one for all."""
    if what == "plan":
        from cxreset.sharing.documents.action_plan.plan import build_plan as build
    elif what == "brief":
        from cxreset.sharing.documents.action_plan.short import build_brief as build
    elif what == "short":
        from cxreset.sharing.documents.action_plan.short import build_short_plan as build
    elif what == "meeting":
        from cxreset.sharing.documents.meeting_pack import build_meeting_pack as build
    elif what == "pilot":
        from cxreset.sharing.documents.pilot import build_pilot_page as build
    elif what == "story":
        from cxreset.sharing.documents.story import build_story as build
    else:
        from cxreset.sharing.documents.procedure import build_procedure as build
    return build(facts)


def _rendered(form_name: str, document: Document) -> bytes:
    if form_name == "docx":
        from cxreset.sharing.pages import docx

        return docx.render(document)
    if form_name == "pdf":
        from cxreset.sharing.pages import pdf

        return pdf.render(document)
    from cxreset.sharing.pages import html, markdown

    text = html.render(document) if form_name == "html" else markdown.render(document)
    return text.encode("utf-8", "replace")
