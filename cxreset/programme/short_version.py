"""The ten-minute version of a step or a day: the last section of its file, under the pack's name.

It is taken off before the rest is read, so a step keeps its five sections and its length, and a
pack that names no such section goes without.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxreset.base.text import one_line
from cxreset.programme.document import Document
from cxreset.programme.fields import ERROR, NOTE, Problem
from cxreset.programme.links import Entry, words_in
from cxreset.programme.model import CLOSE, Session, Step

MOST_WORDS = 80


def taken_off(document: Document, name: str) -> tuple[Document, str]:
    """The document without its last section called `name`, and that section's text.

    The text is "" when there is no such section; one that is empty, too long or not the last is
    told.
    """
    wanted = [one for one in document.sections if one.heading.casefold() == name.casefold()]
    if not name or not wanted:
        return document, ""
    section, called = wanted[0], f"the section “{one_line(name, 40)}”"
    words = words_in(section.text)
    if section is not document.sections[-1]:
        document.fields.tell(section.line, f"{called} should be the last one", ERROR)
    elif not section.text:
        document.fields.tell(section.line, f"{called} is empty", ERROR)
    elif words > MOST_WORDS:
        document.fields.tell(
            section.line, f"{called} has {words} words; {MOST_WORDS} at most", NOTE
        )
    lines = document.body.split("\n")[: section.line - document.body_line]
    sections = document.sections[: document.sections.index(section)]
    return document._replace(body="\n".join(lines).rstrip(), sections=sections), section.text


def locations(folder: str, entries: Iterable[Entry[Step] | Entry[Session]]) -> Iterable[str]:
    """Where the short versions are, such as `steps/listen.review#ten-minutes`."""
    return (f"{folder}/{each.value.id}#ten-minutes" for each in entries if each.value.ten_minutes)


def missing(name: str, entries: Iterable[Entry[Step] | Entry[Session]]) -> Iterable[Problem]:
    """In a pack that has a `name` for them: each step and day of a week without one."""
    for entry in entries:
        closing = isinstance(entry.value, Session) and entry.value.week == CLOSE
        if name and not entry.value.ten_minutes and not closing:
            message = f"the section “{one_line(name, 40)}” is missing"
            yield Problem(entry.document.name, 0, message, NOTE)
