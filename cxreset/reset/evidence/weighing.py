"""What themes and pain points weigh: ratings, rises, groups and the preventable share behind them.

Reckoned anew from the columns stored, so that 1.2, 1.3, the plan and What recurs say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from weakref import WeakKeyDictionary

from cxreset.insight.weighing.model import Comments, Weight
from cxreset.insight.weighing.weigher import Weigher
from cxreset.workbook.feedback.columns import comment_columns, tied_ids
from cxreset.workbook.feedback.theme_items import sampled_every
from cxreset.workbook.storage.file import Revision, WorkbookFile

RECURRING = 25
"""As many as What recurs shows at most: by words, by the files' own column, by what they speak of.

A pain point was picked out of these, however many were picked: so it is judged as one of them, and
1.2 says what What recurs says.
"""
_known: WeakKeyDictionary[WorkbookFile, tuple[Revision, date, int, Weigher]] = WeakKeyDictionary()


def weigher(
    file: WorkbookFile,
    today: date,
    looked_at: int,
    *,
    languages: Mapping[int, str] | None = None,
    praise: bool = False,
    sampled: bool = False,
) -> Weigher:
    """A weigher of all comments as they are now; `looked_at` sets are looked at together,
    never fewer than RECURRING.

    `sampled`: of those alone that suggestions are made from, where there are very many.

    `languages` are the codes of comments where several are spoken. With `praise` all ratings are
    compared. Raises as reads of `file` do.
    """
    every = sampled_every(file) if sampled else 1
    return Weigher(
        Comments._make(comment_columns(file, every)),
        max(RECURRING, looked_at),
        today,
        languages=languages or {},
        praise=praise,
    )


def pain_weight(file: WorkbookFile, today: date, pain_id: int, pains: int) -> Weight:
    """What the comments tied to a pain point weigh; `pains` are looked at together.

    Raises as reads of `file` do.
    """
    revision = file.revision()
    known = _known.get(file)
    if known is None or known[:3] != (revision, today, pains):
        known = (revision, today, pains, weigher(file, today, pains))
        _known[file] = known
    return known[3].of(tied_ids(file, pain_id))
