"""Make what is shared: files in memory, for the command line and the screen alike.

Whatever writes a form is imported when that form is made, and not before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from cxreset.base.errors import ExportError, UsageError
from cxreset.base.text import listed, one_line
from cxreset.sharing.subjects import FORMS, SUBJECTS, TRACKERS, form, subject
from cxreset.sharing.write import file_name

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.sharing.documents.model import Document
    from cxreset.sharing.facts.plan import PlanFacts
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
        from cxreset.sharing.data.archive import dump

        return Made((File(file_name(what, "json"), dump(book)),))
    from cxreset.sharing.facts.gather import gather

    facts = gather(book, pack, today)
    if owner:
        owner = owner_named(facts, owner)
    if what == "slips":
        return _slips(shape, facts, owner, unmasked)
    if chosen.is_document:
        return _documents(shape, {what: _build(what, facts)}, unmasked)
    facts = for_owner(facts, owner) if owner else facts
    personal: tuple[str, ...] = ()
    if not unmasked:
        facts, personal = _masked(shape, facts)
    shape = look_form(shape) if look else shape
    return _data(what, shape, facts, owner)._replace(masked=personal)


def look_form(shape: str) -> str:
    """The form in which another can be looked at: Markdown for a document, rows for a workbook."""
    return {"html": "md", "docx": "md", "pdf": "md", "xlsx": "csv"}.get(shape, shape)


def _data(what: str, shape: str, facts: PlanFacts, owner: str | None) -> Made:
    """Rows for a spreadsheet, a tracker or a calendar."""
    title = " ".join(filter(None, (shape if shape in TRACKERS else what, owner)))
    if shape == "ics":
        from cxreset.sharing.data import calendar

        pieces = [calendar.render(facts, owner)]
    elif shape == "xlsx":
        from cxreset.sharing.data import register

        pieces = [register.render(facts, unmasked=True)]  # masked before, where it was asked for
    else:
        from cxreset.sharing.data import trackers

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
    """A page for each owner, or for this one, and beside it their dates and an e-mail."""
    from cxreset.sharing.data import calendar
    from cxreset.sharing.documents.slips import build_slips, email_text

    slips = build_slips(facts)
    if owner:
        slips = {name: slip for name, slip in slips.items() if name.casefold() == owner.casefold()}
    if not slips:
        whose = f"{owner} owns no action" if owner else "No action has an owner"
        raise ExportError(f"{whose} yet, so there is no slip to write.")
    pages = _documents(shape, slips, unmasked)
    dated = facts if unmasked else _masked("ics", facts)[0]
    files: list[File] = []
    told = list(pages.masked)
    for name, page in zip(slips, pages.files, strict=True):
        stem = page.name.removesuffix(f".{FORMS[shape].extension}")
        files += [page, File(f"{stem}.ics", calendar.render(dated, name))]
        text, words = email_text(facts, name, unmasked)
        if not unmasked:
            words = (*words, *_masked("ics", for_owner(facts, name))[1])
        if text:
            files.append(File(f"{stem}-email.txt", text.encode("utf-8", "replace")))
        told.extend(word for word in words if word not in told)
    return Made(tuple(files), tuple(told))


def _documents(shape: str, documents: Mapping[str, Document], unmasked: bool) -> Made:
    """Each document (by what its file is to be called) in one form."""
    from cxreset.sharing.documents.masking import masked

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
        from cxreset.sharing.documents.plan import build_plan as build
    elif what == "meeting":
        from cxreset.sharing.documents.meeting_pack import build_meeting_pack as build
    elif what == "pilot":
        from cxreset.sharing.documents.pilot import build_pilot_page as build
    elif what == "story":
        from cxreset.sharing.documents.story import build_story as build
    else:
        from cxreset.sharing.documents.procedure import build_procedure as build
    return build(facts)


def _rendered(shape: str, document: Document) -> bytes:
    if shape == "docx":
        from cxreset.sharing.pages import docx

        return docx.render(document)
    if shape == "pdf":
        from cxreset.sharing.pages import pdf

        return pdf.render(document)
    from cxreset.sharing.pages import html, markdown

    text = html.render(document) if shape == "html" else markdown.render(document)
    return text.encode("utf-8", "replace")


_ROWS = {"actions": ("title", "note"), "pains": ("title",), "other_pains": ("title",)}
_TEXTS: dict[str, dict[str, tuple[str, ...]]] = {
    "xlsx": {
        "actions": ("title", "note"),
        "pains": ("title", "problem", "reason"),
        "other_pains": ("title", "problem", "reason"),
        "gaps": ("title", "touchpoint", "promise", "reality", "evidence"),
        "fixes": ("title", "reason"),
        "follow_ups": ("what",),
        "pilots": ("title",),
        "measures": ("name", "sentence"),
    },
    "ics": _ROWS
    | {
        "follow_ups": ("what",),
        "pilots": ("title", "hypothesis", "participants", "stop_rule"),
    },
    "trello": {"actions": ("title",)},
}
"""The texts that a form shows, by where they stand in the facts; `_ROWS` for other trackers.

Names and addresses of colleagues are none of them: a task is given to somebody by these.
"""
_LONG = ("note", "problem", "reason", "text")  # those that keep their line breaks


def _masked(shape: str, facts: PlanFacts) -> tuple[PlanFacts, tuple[str, ...]]:
    """The facts with every text that this form shows masked, and what was masked, in words."""
    from cxreset.sharing.documents.masking import masked
    from cxreset.sharing.documents.model import Document, Note

    if shape in TRACKERS:
        from cxreset.sharing.data.trackers import TRACKERS as KINDS

        facts = replace(facts, actions=tuple(filter(KINDS[shape].takes, facts.actions)))
    if shape == "xlsx":
        comments = facts.tied()  # read once
        facts = replace(facts, tied=lambda: comments)
    notes: dict[Note, Note] = {}

    def noted(place: str, name: str, text: str) -> str:
        note = Note(place, text) if name in _LONG else Note(place, "", text)
        note = notes.setdefault(note, note)
        return note.text or note.source

    _each_text(shape, facts, noted)
    document, words = masked(Document("", "", facts.today, (), notes=tuple(notes)))
    notes = dict(zip(notes, document.notes, strict=True))
    return _each_text(shape, facts, noted), words


def _each_text(shape: str, facts: PlanFacts, say: Callable[[str, str, str], str]) -> PlanFacts:
    """The facts with what `say(place, name, text)` makes of each text that this form shows."""

    def said(fact: Any, names: Iterable[str], place: str = "") -> Any:
        return replace(
            fact, **{name: say(place or fact.ref, name, getattr(fact, name)) for name in names}
        )

    texts = _TEXTS.get(shape, _ROWS)
    behind = {ref for action in facts.actions for ref in action.chain}
    new: dict[str, Any] = {}
    for where, names in texts.items():
        shown = [
            one
            for one in getattr(facts, where)
            if "pains" not in where or shape == "xlsx" or one.ref in behind
        ]
        new[where] = tuple(said(one, names) for one in shown)
    if shape == "xlsx":
        new["pilots"] = tuple(
            replace(one, measures=tuple(said(each, texts["measures"]) for each in one.measures))
            for one in new["pilots"]
        )
        tied = tuple(said(one, ("text", "source")) for one in facts.tied())
        new["tied"] = lambda: tied
    if shape == "ics":
        agenda = tuple(said(one, ("title",), "the agenda") for one in facts.meeting.agenda)
        meeting = said(facts.meeting, ("starts_at", "place"), "the meeting")
        new["meeting"] = replace(meeting, agenda=agenda)
    return replace(facts, **new)


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
    """Who owns an action, by name; in another case it is the same one.

    A follow-up alone makes nobody an owner: it can be with “everyone who was in the room”.
    """
    names = [action.owner for action in facts.actions]
    found: dict[str, str] = {}
    for name in names:
        if flat := one_line(name):
            found.setdefault(flat.casefold(), flat)
    return [found[name] for name in sorted(found)]
