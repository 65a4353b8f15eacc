"""A row of a returned file that is a new action, and the cells of a row that are not read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cxreset.base.language.words import _
from cxreset.base.text import listed
from cxreset.sharing.data.cells import OTHERS, STATUSES, flat, plain
from cxreset.sharing.returned.cell_reader import CellReader
from cxreset.sharing.returned.cell_values import is_without_signs, read_days
from cxreset.sharing.returned.edits import New
from cxreset.sharing.returned.table import Line


def new_action(
    line: Line, number: int, alike: Mapping[tuple[str, str], str], reader: CellReader
) -> New | None:
    """The action that a row without an id adds; None, and a problem, for one without words or that
    says the same as one of `alike` (`alike_words` -> id).

    A cell that cannot be read is said, and is empty in the action.
    """
    title = _read(line, "title", reader)
    if not title:
        reader.say(line, _("it has no id and no words for an action, so it was left out"))
        return None
    owner = reader.name(_read(line, "owner", reader))
    if ref := alike.get(alike_words(title, owner)):
        reader.say(
            line, _("it says the same as {ref}, so it is not offered as new").format(ref=ref)
        )
        return None
    deadline = _read(line, "deadline", reader)
    has_status = bool(line.cells.get("status", "").strip())
    status = _read(line, "status", reader) if has_status else ""
    return New(
        number=number,
        row=line.row,
        title=title,
        owner=owner,
        deadline=date.fromisoformat(deadline) if deadline else None,
        status=status_code(status) if status else "not_started",
        note=_read(line, "note", reader),
    )


def _read(line: Line, field: str, reader: CellReader) -> str:
    """The cell form of a field; empty where there is none, and where it cannot be read."""
    return (reader.cell(line, field) or "") if field in line.cells else ""


def alike_words(title: str, owner: str) -> tuple[str, str]:
    """What two actions have in common that say the same."""
    return " ".join(plain(title).split()), " ".join(flat(owner).split())


def status_code(label: str) -> str:
    """The workbook's word for a status in its cell form."""
    return next(code for code, words in STATUSES.items() if words == label)


def say_unread(line: Line, reader: CellReader) -> None:
    """Say which cells were changed in columns that are not read back."""
    changed = [_(label) for field, label in OTHERS.items() if not _as_exported(line, field)]
    if changed:
        reader.say(
            line,
            _("{ref} was changed in {columns} too, which is not read back").format(
                columns=listed(changed), ref=line.ref
            ),
        )


def _as_exported(line: Line, field: str) -> bool:
    """Is a cell as it was, in whatever way its program writes days? So is one whose column is
    gone, or in which a program has written `?` for signs that its encoding lacks: where the export
    is known by a mark alone, that is any with a `?`."""
    text = line.cells.get(field)
    if text is None or line.is_as_exported(field, text) or line.exported(field) is None:
        return True
    if field in line.was and is_without_signs(text, line.was[field]):
        return True
    if "?" in text and field not in line.was:
        return True
    return any(line.is_as_exported(field, day.isoformat()) for day in read_days(text))
