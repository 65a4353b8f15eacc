"""What Share copies of an export that was looked at: as text, or formatted."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.base.language.words import _
from cxreset.sharing.export import look_form
from cxreset.sharing.made import Made
from cxreset.sharing.preview import Rows, rows
from cxreset.sharing.rich import Rich, of_markdown, of_rows
from cxreset.sharing.subjects import SUBJECTS
from cxreset.tui.screens.share.preview import document_text, pages


def text_to_copy(what: str, form: str, made: Made, make: Callable[[], Made]) -> tuple[str, str]:
    """In which shape an export is copied as text, and the text.

    Documents go as Markdown, tables as rows; plain lines go as `make` writes them.
    """
    if form == "txt":
        return _("As plain lines."), make().files[0].data.decode()
    if SUBJECTS[what].is_document:
        return _("As Markdown."), document_text(made)
    return _("As rows."), pasted(rows(look_form(form), made, whole=True))


def formatted(what: str, form: str, made: Made) -> Rich:
    """What a look shows, formatted and as plain lines."""
    if SUBJECTS[what].is_document:
        return of_markdown(pages(made))
    return of_rows(rows(look_form(form), made, whole=True))


def pasted(held: Rows) -> str:
    """Rows as a spreadsheet takes them from the clipboard; no cell of them is a formula."""
    from cxreset.sharing.data.cells import defused

    lines = ["\t".join(held.columns), *("\t".join(map(defused, row)) for row in held.rows)]
    return "\n".join(lines) + "\n"
