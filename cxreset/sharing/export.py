"""Make what is shared: files in memory, for the command line and the screen alike.

Whatever writes a form is imported when that form is made, and not before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

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
) -> Made:
    """Make an export as of `today`, for all or for one `owner`.

    E-mail addresses, phone and card numbers in it are masked unless `unmasked`. Raises UsageError
    for an unknown subject, form or owner, and ExportError where a library is missing or there is
    nothing to write yet.
    """
    what, shape = what.strip().lower(), shape.strip().lower()
    chosen, known = subject(what), form(what, shape)
    if known.missing:
        raise ExportError(f"“{shape}” cannot be made here. {known.missing}")
    if owner and not chosen.by_owner:
        ways = listed([name for name, each in SUBJECTS.items() if each.by_owner])
        raise UsageError(f"“{what}” is the same for everybody. One owner alone goes with {ways}.")
    from cxreset.sharing.gather import gather

    facts = gather(book, pack, today)
    if owner:
        facts = for_owner(facts, owner)
    if chosen.is_document:
        return _documents(what, shape, facts, unmasked)
    raise ExportError(f"“{what}” cannot be made yet.")


def _documents(what: str, shape: str, facts: PlanFacts, unmasked: bool) -> Made:
    render = renderer(shape)
    files: list[File] = []
    told: list[str] = []
    for stem, made in _built(what, facts):
        words: tuple[str, ...] = ()
        if not unmasked:
            made, words = masked(made)
        files.append(File(file_name(stem, FORMS[shape].extension), render(made)))
        told.extend(word for word in words if word not in told)
    return Made(tuple(files), tuple(told))


def _built(what: str, facts: PlanFacts) -> Iterator[tuple[str, Document]]:
    """The documents of a subject, each with what its file is to be called."""
    module, function = _BUILDERS[what]
    build = getattr(import_module(f"cxreset.sharing.{module}"), function)
    if what != "slips":
        yield what, build(facts)
        return
    slips: dict[str, Document] = build(facts)
    if not slips:
        raise ExportError("No open action has an owner yet, so there is no slip to write.")
    yield from slips.items()


_BUILDERS = {
    "plan": ("plan", "build_plan"),
    "slips": ("slips", "build_slips"),
    "meeting": ("meeting_pack", "build_meeting_pack"),
    "pilot": ("pilot_page", "build_pilot_page"),
    "story": ("story", "build_story"),
    "procedure": ("procedure", "build_procedure"),
}


def renderer(shape: str) -> Callable[[Document], bytes]:
    """What turns a document into the bytes of this form."""
    module = {"md": "markdown"}.get(shape, shape)
    render: Callable[[Document], Any] = import_module(f"cxreset.sharing.{module}").render

    def data(document: Document) -> bytes:
        made = render(document)
        return made if isinstance(made, bytes) else str(made).encode("utf-8", "replace")

    return data


def masked(document: Document) -> tuple[Document, tuple[str, ...]]:
    """The document without personal data, and what was taken out of it, in words."""
    try:
        masking = import_module("cxreset.sharing.masking")
    except ModuleNotFoundError:
        return document, ()
    done: tuple[Document, tuple[str, ...]] = masking.masked(document)
    return done


def for_owner(facts: PlanFacts, owner: str) -> PlanFacts:
    """The facts with this colleague's actions and follow-ups alone; the case is no matter.

    Raises UsageError, which names those who own something, for anybody else.
    """
    people = owners(facts)
    asked = one_line(owner)
    found = next((name for name in people if name.casefold() == asked.casefold()), None)
    if found is None:
        there = f"There is {listed(people)}." if people else "Nobody owns anything yet."
        raise UsageError(f"Nobody called “{one_line(owner, 40)}” owns an action. {there}")
    return replace(
        facts,
        actions=tuple(action for action in facts.actions if one_line(action.owner) == found),
        follow_ups=tuple(one for one in facts.follow_ups if one_line(one.who) == found),
    )


def owners(facts: PlanFacts) -> list[str]:
    """Who owns an action or a follow-up, each once, by name."""
    names = [action.owner for action in facts.actions] + [one.who for one in facts.follow_ups]
    return sorted({flat for name in names if (flat := one_line(name))}, key=str.casefold)
