"""Take what colleagues changed: which of it is meant, and storing it as one change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cxreset.base.errors import UsageError
from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.sharing.returned.edits import Returned
from cxreset.workbook.book import Workbook


def picked(returned: Returned, asked: str) -> set[str]:
    """The keys that `all`, `none` or a list such as `A7,A9.status,new1` means.

    `all` and an id alone mean what only they changed; what changed on both sides is meant by
    its own name alone (`A9.status`). Raises UsageError for a name that is none.
    """
    words = asked.replace(",", " ").split()
    if [word.lower() for word in words] == ["all"]:
        return set(returned.choices(sure=True))
    if [word.lower() for word in words] in ([], ["none"]):
        return set()
    return {key for word in words for key in _meant(returned, word)}


def _meant(returned: Returned, word: str) -> list[str]:
    """The keys that one word means, whatever its case."""
    exact = [key for key in returned.choices() if key.lower() == word.lower()]
    if exact:
        return exact
    of_one_action = [edit for edit in returned.edits if edit.ref.lower() == word.lower()]
    if not of_one_action:
        raise UsageError(
            _(
                "“{word}” names nothing that {file} changes. Say all, none, or ids such as A7, "
                "A7.status or new1."
            ).format(word=one_line(word, 40), file=returned.file)
        )
    return [edit.key for edit in of_one_action if edit.sure]


def take(returned: Returned, book: Workbook, chosen: Iterable[str], today: date) -> int:
    """Store the chosen edits and new actions, all or none, as one change for undo.

    Returns how many were stored. Raises NotSaved as any change does, and NotFound when an action
    was removed meanwhile.
    """
    from cxreset.workbook.tables import Action

    wanted = set(chosen)
    edits = [edit for edit in returned.edits if edit.key in wanted]
    new = [one for one in returned.new if one.key in wanted]
    if not edits and not new:
        return 0
    by_ref: dict[str, dict[str, str | date | None]] = {}
    for edit in edits:
        values = by_ref.setdefault(edit.ref, {})
        values[edit.field] = edit.value
        if edit.field == "status":
            values["completed_on"] = _completed_on(edit.value, today)
    with book.file.transaction(f"took colleagues' edits from {returned.file}"):
        for ref, values in by_ref.items():
            book.set(Action, int(ref[1:]), **values)
        for one in new:
            book.add(
                Action(
                    title=one.title,
                    owner=one.owner,
                    deadline=one.deadline,
                    status=one.status,
                    note=one.note,
                    opened_on=today,
                    completed_on=_completed_on(one.status, today),
                )
            )
    return len(edits) + len(new)


def _completed_on(status: str | date | None, today: date) -> date | None:
    return today if status == "completed" else None
