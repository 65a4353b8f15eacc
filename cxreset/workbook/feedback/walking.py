"""The first comments with certain words, by walking along the list rather than asking the index.

Of a word that many comments have, the index knows a million places, and collects them all before
it tells the first. In the order of the list the first page is met after a few hundred comments. Of
a rare word it is the other way round; so the walk ends after WALKED comments for each that is
wanted, and then the index is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from cxreset.workbook.feedback.filters import Filter, index_for, where
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

WALKED = 25


def walk(file: WorkbookFile, wanted: Filter, limit: int) -> list[int] | None:
    """The numbers of the first `limit` comments that fit, in the order of the list.

    None where the index must be asked: for words it knows better, or when too few are met.
    """
    says = matcher(wanted.words)
    if says is None or limit < 1:
        return None
    unworded = wanted._replace(words="")
    fitting, values = where(file, unworded)
    order = "received_on DESC, id" if wanted.newest_first else "id"
    found: dict[int, int] = {}  # by what no two lines share: its group, or the comment itself
    walked = 0
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT id, coalesce(group_id, id), text"  # noqa: S608 - our own conditions
            f" FROM feedback {index_for(unworded, fitting)}{fitting} ORDER BY {order} LIMIT ?",
            [*values, WALKED * limit],
        )
        for number, group, text in rows:
            walked += 1
            if says(text):
                found.setdefault(group if wanted.grouped else number, number)
                if len(found) == limit:
                    break
        rows.close()
    whole = len(found) == limit or walked < WALKED * limit
    return [*found.values()] if whole else None


def matcher(words: str) -> Callable[[str], bool] | None:
    """Does a text have all these words, as beginnings of its own? None where they are none of
    plain letters and digits, which alone are told here just as the index tells them."""
    wanted = words.lower().split()
    if not wanted or not all(word.isascii() and word.isalnum() for word in wanted):
        return None
    import re  # only a search needs it

    from cxreset.base.letters import MARKS, fold

    patterns = [(word, re.compile(rf"(?<![^\W_])(?<![{MARKS}]){word}")) for word in wanted]

    def says(text: str) -> bool:
        folded = fold(text)
        return all(
            word in folded and pattern.search(folded) is not None for word, pattern in patterns
        )

    return says
