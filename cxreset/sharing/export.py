"""What can be shared and in which forms: one registry for the command line and the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cxreset.errors import UsageError
from cxreset.sharing import html, markdown
from cxreset.sharing.document import Document
from cxreset.text import listed, one_line

if TYPE_CHECKING:
    from cxreset.programme.model import Pack
    from cxreset.workbook.book import Workbook

T = TypeVar("T")


class Form(NamedTuple):
    """A form a document can take. `extension` is without its dot."""

    label: str
    extension: str
    render: Callable[[Document], str]


class Subject(NamedTuple):
    """Something to share, and how it is made of the workbook."""

    label: str
    build: Callable[[Workbook, Pack, date], Document]


def forms() -> dict[str, Form]:
    """Form name -> form, in the order to offer them."""
    return {
        "html": Form("A page for a browser or to print", "html", html.render),
        "md": Form("Markdown for a wiki or a chat", "md", markdown.render),
    }


def subjects() -> dict[str, Subject]:
    """What can be shared, in the order to offer it."""
    return {"plan": Subject("The action plan", _plan)}


def render(what: str, form: str, book: Workbook, pack: Pack, today: date) -> str:
    """The text of an export as of `today`; UsageError names what is known otherwise."""
    subject = _known("thing to share", what, subjects())
    shape = _known("form", form, forms())
    return shape.render(subject.build(book, pack, today))


def _known(noun: str, asked: str, known: dict[str, T]) -> T:
    found = known.get(asked.strip().lower())
    if found is None:
        raise UsageError(
            f"There is no {noun} “{one_line(asked, 40)}”. There is {listed(list(known))}."
        )
    return found


def _plan(book: Workbook, pack: Pack, today: date) -> Document:
    from cxreset.sharing.gather import gather
    from cxreset.sharing.plan import build_plan

    return build_plan(gather(book, pack, today))
