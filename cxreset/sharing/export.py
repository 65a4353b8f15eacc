"""Make what is shared: files in memory, for the command line and the screen alike.

Whatever writes a form is imported when that form is made, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import ExportError, NotSaved, UsageError, WorkbookBusy
from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.insight.personal.choices import Choices
from cxreset.sharing.made import File, Made
from cxreset.sharing.rendering import build, rendered
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS, form, subject
from cxreset.sharing.write import file_name
from cxreset.workbook.shares.personal import personal_choices

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.sharing.documents.model import Document
    from cxreset.sharing.facts.masking import Find
    from cxreset.sharing.facts.plan import PlanFacts
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.storage.file import WorkbookFile


class _Order(NamedTuple):
    """What is asked for; `masks_for` is the form whose texts are masked, `form` the one written.

    Without `choices` nothing is masked. `file` is where calendars that are handed out are
    remembered; None for a look.
    """

    what: str
    form: str
    masks_for: str
    owner: str | None
    choices: Choices | None = None
    file: WorkbookFile | None = None


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

    What is personal in it is masked unless `unmasked` or kept by choice. Raises UsageError
    for an unknown subject, form or owner, and ExportError where a library is missing or there is
    nothing to write yet.
    """
    order = _order(what, form_name, book, owner, unmasked)
    return _make(order._replace(file=book.file), book, pack, today)


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
    if subject(what).is_document:
        form_name = look_form(form(what, form_name).extension)
    order = _order(what, form_name, book, owner, unmasked)
    if not subject(order.what).is_document:
        order = order._replace(form=look_form(order.form))
    return _make(order, book, pack, today)


def _order(what: str, form_name: str, book: Workbook, owner: str | None, unmasked: bool) -> _Order:
    what, form_name = what.strip().lower(), form_name.strip().lower()
    wanted = form(what, form_name)
    if wanted.missing:
        raise ExportError(
            _("{name} cannot be made here. {missing}").format(
                name=_(wanted.name), missing=wanted.missing
            )
        )
    choices = None if unmasked else Choices(personal_choices(book.file))
    return _Order(what=what, form=form_name, masks_for=form_name, owner=owner, choices=choices)


def look_form(form_name: str) -> str:
    """The form in which another can be looked at: Markdown for a document, rows for a workbook."""
    if form_name in ("html", "docx", "pdf", "pptx", "txt"):
        return "md"
    return "csv" if form_name == "xlsx" else form_name


def _make(order: _Order, book: Workbook, pack: Pack, today: date) -> Made:
    if order.owner and not subject(order.what).by_owner:
        ways = listed([name for name, each in SUBJECTS.items() if each.by_owner])
        raise UsageError(
            _("“{what}” is the same for everybody. One owner alone goes with {ways}.").format(
                what=order.what, ways=ways
            )
        )
    if order.form == "json":
        from cxreset.sharing.data.archive import dump

        return Made((File(file_name(order.what, "json"), dump(book)),))
    if order.what == "contacts":
        from cxreset.sharing import contacts

        return Made((File(file_name(order.what, "csv"), contacts.render(book)),))
    from cxreset.sharing.facts.gather import gather
    from cxreset.sharing.facts.owners import known_names, owner_named

    facts = gather(book, pack, today, evidence=subject(order.what).is_document)
    if order.owner:
        order = order._replace(owner=owner_named(facts, order.owner))
    if order.choices is not None:
        order = order._replace(choices=replace(order.choices, known=known_names(facts)))
    if order.what == "slips":
        return _slips(order, facts)
    if subject(order.what).is_document:
        return _documents(order, {order.what: build(order.what, facts)})
    return _data(order, facts)


# --- rows and dates ---------------------------------------------------------------------------


def _data(order: _Order, facts: PlanFacts) -> Made:
    """Rows for a spreadsheet, a tracker or a calendar."""
    from cxreset.sharing.data.shown import masked_for
    from cxreset.sharing.facts.owners import for_owner

    if order.owner:
        facts = for_owner(facts, order.owner)
    finds: tuple[Find, ...] = ()
    if order.choices is not None:
        facts, finds = masked_for(order.masks_for, facts, order.choices)
    name = order.form if order.form in TRACKERS else order.what
    title = f"{name} {order.owner}" if order.owner else name
    return _found(tuple(_numbered(title, order.form, _written(order, facts))), finds)


def _written(order: _Order, facts: PlanFacts) -> list[bytes]:
    """The bytes of each file: one, or several where a tracker takes so many rows at a time.

    Raises ExportError without a row, but for the register, which is also there to be filled in.
    """
    if order.form == "ics":
        return [_calendar(order, facts, order.owner)]
    if order.form == "xlsx":
        from cxreset.sharing.data import register

        return [register.render(facts)]
    if not facts.actions:
        raise ExportError(_("There is no action yet, so there are no rows to hand over."))
    if order.form == "cards":
        from cxreset.sharing.data import trello_board

        return [trello_board.render(facts)]
    from cxreset.sharing.data import tracker_forms, trackers

    if not any(map(tracker_forms.TRACKERS[order.form].takes, facts.actions)):
        raise ExportError(_("No action is open, so there are no rows to hand over."))
    return [data for _, data in trackers.files(order.form, facts)]


def _calendar(order: _Order, facts: PlanFacts, owner: str | None) -> bytes:
    """The calendar of all or of one owner; what it holds is remembered if it is handed out."""
    from cxreset.sharing.data import calendar
    from cxreset.workbook.shares import calendars

    if order.file is None:
        return calendar.render(facts, owner)
    audience = (owner or "").casefold()
    before = calendars.handed_out(order.file, audience)
    data, now = calendar.write(facts, owner, before, calendars.changed_at(order.file))
    with suppress(NotSaved, WorkbookBusy):  # a workbook that cannot be written can still be shared
        calendars.remember(order.file, audience, now)
    return data


def _numbered(title: str, form_name: str, files: list[bytes]) -> Iterable[File]:
    extension = FORMS[form_name].extension
    for number, data in enumerate(files, 1):
        mark = str(number) if len(files) > 1 else ""
        yield File(file_name(title, extension, mark=mark), data)


# --- documents --------------------------------------------------------------------------------


def _slips(order: _Order, facts: PlanFacts) -> Made:
    """A page for each owner, or for this one, and beside it their dates and an e-mail."""
    from cxreset.sharing.documents.slips import build_slips
    from cxreset.sharing.facts.masking import to_look_at

    slips = build_slips(facts)
    if order.owner:
        asked = order.owner.casefold()
        slips = {name: slip for name, slip in slips.items() if name.casefold() == asked}
    if not slips:
        if order.owner:
            raise ExportError(
                _("{owner} owns no action yet, so there is no slip to write.").format(
                    owner=order.owner
                )
            )
        raise ExportError(_("No action has an owner yet, so there is no slip to write."))
    pages = _documents(order, slips)
    files: list[File] = []
    masked, personal = list(pages.masked), list(pages.personal)
    for name, page in zip(slips, pages.files, strict=True):
        beside = _beside_slip(order, facts, name, page)
        files += [page, *beside.files]
        masked += beside.masked
        personal += beside.personal
    words = tuple(dict.fromkeys(masked))
    return Made(tuple(files), words, pages.todo, to_look_at(personal))


def _beside_slip(order: _Order, facts: PlanFacts, owner: str, page: File) -> Made:
    """An owner's dates, and the e-mail that both go with; the leader writes to others."""
    from cxreset.sharing.data.mail import Draft, draft
    from cxreset.sharing.data.shown import masked_for
    from cxreset.sharing.documents.emails import email_text, masked_email
    from cxreset.sharing.facts.owners import for_owner

    stem = page.name.removesuffix(f".{FORMS[order.form].extension}")
    email, finds = masked_email(facts, owner, order.choices)
    if order.choices is not None:
        finds = (*finds, *masked_for("ics", for_owner(facts, owner), order.choices)[1])
        facts = masked_for("ics", facts, order.choices)[0]
    files = [File(f"{stem}.ics", _calendar(order, facts, owner))]
    if email is not None:
        text = email_text(email).encode("utf-8", "replace")
        message = draft(Draft(*email), (page, *files))
        files += [
            File(f"{stem}-email.txt", text),
            File(f"{stem}-email.eml", message),
        ]
    return _found(tuple(files), finds)


def _found(files: tuple[File, ...], finds: tuple[Find, ...]) -> Made:
    from cxreset.sharing.facts.masking import in_words, to_look_at

    return Made(files, in_words(finds), (), to_look_at(finds))


def _documents(order: _Order, documents: Mapping[str, Document]) -> Made:
    """Each document (by what its file is to be called) in one form."""
    from cxreset.sharing.documents.finished import finished, still_open
    from cxreset.sharing.documents.masking import masked
    from cxreset.sharing.facts.masking import in_words, to_look_at

    files: list[File] = []
    words: list[str] = []
    personal: list[Find] = []
    todo = tuple(dict.fromkeys(one for each in documents.values() for one in still_open(each)))
    for title, document in documents.items():
        document = finished(document)
        if order.choices is not None:
            document, finds = masked(document, order.choices)
            words += in_words(finds)
            personal += finds
        name = _free_name(title, order.form, {file.name.casefold() for file in files})
        files.append(File(name, rendered(order.form, document)))
    return Made(tuple(files), tuple(dict.fromkeys(words)), todo, to_look_at(personal))


def _free_name(title: str, form_name: str, taken: set[str]) -> str:
    """A file's name that none of the others has, on systems too where case does not matter."""
    extension = FORMS[form_name].extension
    name, number = file_name(title, extension), 1
    while name.casefold() in taken:
        number += 1
        name = file_name(title, extension, mark=str(number))
    return name
