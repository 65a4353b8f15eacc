"""Make what is shared: files in memory, for the command line and the screen alike.

Whatever writes a form is imported when that form is made, and not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cxreset.errors import ExportError, UsageError
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS, form, subject
from cxreset.sharing.write import file_name
from cxreset.text import listed, one_line

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.sharing.document import Document
    from cxreset.sharing.facts import PlanFacts
    from cxreset.workbook.book import Workbook

__all__ = ["FORMS", "SUBJECTS", "TRACKERS", "File", "Made", "for_owner", "make", "owners"]


class File(NamedTuple):
    """A finished file; its name is safe on every system and leads into no folder."""

    name: str
    data: bytes


class Made(NamedTuple):
    """An export: one file, or several, and what was masked in them, in words."""

    files: tuple[File, ...]
    masked: tuple[str, ...] = ()


def make(
    what: str,
    shape: str,
    book: Workbook,
    pack: Pack,
    today: date,
    *,
    owner: str | None = None,
    unmasked: bool = False,
    look: bool = False,
) -> Made:
    """Make an export as of `today`, for all or for one `owner`.

    E-mail addresses, phone and card numbers in it are masked unless `unmasked`. With `look` it
    comes in the form in which it can be looked at here (`look_form`), with what the form asked for
    masks. Raises UsageError for an unknown subject, form or owner, and ExportError where a library
    is missing or there is nothing to write yet.
    """
    what, shape = what.strip().lower(), shape.strip().lower()
    chosen, known = subject(what), form(what, shape)
    if look and chosen.is_document:
        shape = look_form(shape)
    elif known.missing:
        raise ExportError(f"{known.name} cannot be made here. {known.missing}")
    if owner and not chosen.by_owner:
        ways = listed([name for name, each in SUBJECTS.items() if each.by_owner])
        raise UsageError(f"“{what}” is the same for everybody. One owner alone goes with {ways}.")
    if shape == "json":
        from cxreset.sharing.archive import dump

        return Made((File(file_name(what, "json"), dump(book)),))
    from cxreset.sharing.gather import gather

    facts = gather(book, pack, today)
    if owner:
        owner = owner_named(facts, owner)
    if what == "slips":
        return _slips(shape, facts, owner, unmasked)
    if chosen.is_document:
        return _documents(shape, {what: _build(what, facts)}, unmasked)
    facts = for_owner(facts, owner) if owner else facts
    personal: tuple[str, ...] = ()
    if shape == "xlsx" and not unmasked:
        facts, personal = _comments_masked(facts)
    shape = look_form(shape) if look else shape
    return _data(what, shape, facts, owner)._replace(masked=personal)


def look_form(shape: str) -> str:
    """The form in which another can be looked at: Markdown for a document, rows for a workbook."""
    return {"html": "md", "docx": "md", "pdf": "md", "xlsx": "csv"}.get(shape, shape)


def _data(what: str, shape: str, facts: PlanFacts, owner: str | None) -> Made:
    """Rows for a spreadsheet, a tracker or a calendar."""
    title = " ".join(filter(None, (shape if shape in TRACKERS else what, owner)))
    if shape == "ics":
        from cxreset.sharing import calendar

        pieces = [calendar.render(facts, owner)]
    elif shape == "xlsx":
        from cxreset.sharing import register

        pieces = [register.render(facts, unmasked=True)]  # masked before, where it was asked for
    else:
        from cxreset.sharing import trackers

        pieces = [data for _, data in trackers.files(shape, facts)]
    marks = [""] if len(pieces) == 1 else [str(number) for number in range(1, len(pieces) + 1)]
    ending = FORMS[shape].extension
    return Made(
        tuple(
            File(file_name(title, ending, mark=mark), data)
            for mark, data in zip(marks, pieces, strict=True)
        )
    )


def _slips(shape: str, facts: PlanFacts, owner: str | None, unmasked: bool) -> Made:
    """A page for each owner, or for this one, and beside it their dates as a calendar file."""
    from cxreset.sharing import calendar
    from cxreset.sharing.slips import build_slips

    slips = build_slips(facts)
    if owner:
        slips = {name: slip for name, slip in slips.items() if name.casefold() == owner.casefold()}
    if not slips:
        whose = f"{owner} owns no action" if owner else "No action has an owner"
        raise ExportError(f"{whose} yet, so there is no slip to write.")
    pages = _documents(shape, slips, unmasked)
    dates = (
        File(page.name.removesuffix(FORMS[shape].extension) + "ics", calendar.render(facts, name))
        for name, page in zip(slips, pages.files, strict=True)
    )
    both = zip(pages.files, dates, strict=True)
    return pages._replace(files=tuple(file for pair in both for file in pair))


def _documents(shape: str, documents: Mapping[str, Document], unmasked: bool) -> Made:
    """Each document (by what its file is to be called) in one form."""
    from cxreset.sharing.masking import masked

    files: list[File] = []
    told: list[str] = []
    for title, document in documents.items():
        words: tuple[str, ...] = ()
        if not unmasked:
            document, words = masked(document)
        name = _free(title, FORMS[shape].extension, {file.name.casefold() for file in files})
        files.append(File(name, _rendered(shape, document)))
        told.extend(word for word in words if word not in told)
    return Made(tuple(files), tuple(told))


def _free(title: str, extension: str, taken: set[str]) -> str:
    """A file's name that none of the others has, on systems too where case does not matter."""
    name, number = file_name(title, extension), 1
    while name.casefold() in taken:
        number += 1
        name = file_name(title, extension, mark=str(number))
    return name


def _build(what: str, facts: PlanFacts) -> Document:
    """A document that is one for all."""
    if what == "plan":
        from cxreset.sharing.plan import build_plan as build
    elif what == "meeting":
        from cxreset.sharing.meeting_pack import build_meeting_pack as build
    elif what == "pilot":
        from cxreset.sharing.pilot_page import build_pilot_page as build
    elif what == "story":
        from cxreset.sharing.story import build_story as build
    else:
        from cxreset.sharing.procedure import build_procedure as build
    return build(facts)


def _rendered(shape: str, document: Document) -> bytes:
    if shape == "docx":
        from cxreset.sharing import docx

        return docx.render(document)
    if shape == "pdf":
        from cxreset.sharing import pdf

        return pdf.render(document)
    from cxreset.sharing import html, markdown

    text = html.render(document) if shape == "html" else markdown.render(document)
    return text.encode("utf-8", "replace")


def _comments_masked(facts: PlanFacts) -> tuple[PlanFacts, tuple[str, ...]]:
    """The facts with the comments that a register lists masked, and what was masked, in words."""
    from cxreset.sharing.document import Document, Note
    from cxreset.sharing.masking import masked

    comments = facts.tied()
    notes = tuple(Note(comment.ref, comment.text) for comment in comments)
    document, words = masked(Document("", "", facts.today, (), notes=notes))
    clean = tuple(
        comment if comment.text == note.text else replace(comment, text=note.text)
        for comment, note in zip(comments, document.notes, strict=True)
    )
    return replace(facts, tied=lambda: clean), words


def for_owner(facts: PlanFacts, owner: str) -> PlanFacts:
    """The facts with the actions and follow-ups of this one owner alone, whatever the case."""

    def theirs(name: str) -> bool:
        return one_line(name).casefold() == owner.casefold()

    return replace(
        facts,
        actions=tuple(action for action in facts.actions if theirs(action.owner)),
        follow_ups=tuple(one for one in facts.follow_ups if theirs(one.who)),
    )


def owner_named(facts: PlanFacts, asked: str) -> str:
    """An owner's name as the workbook has it; UsageError names those there are otherwise."""
    people = owners(facts)
    name = one_line(asked).casefold()
    found = next((one for one in people if one.casefold() == name), None)
    if found is None:
        there = f"There is {listed(people)}." if people else "Nobody owns anything yet."
        raise UsageError(f"Nobody called “{one_line(asked, 40)}” owns an action. {there}")
    return found


def owners(facts: PlanFacts) -> list[str]:
    """Who owns an action or a follow-up, by name; in another case it is the same one."""
    names = [action.owner for action in facts.actions] + [one.who for one in facts.follow_ups]
    found: dict[str, str] = {}
    for name in names:
        if flat := one_line(name):
            found.setdefault(flat.casefold(), flat)
    return [found[name] for name in sorted(found)]
