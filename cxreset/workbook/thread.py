"""The golden thread, the one home of its rules: what an action or a fix comes from, which fixes a
pain has, and what hangs on a record.

`tally.py` asks one of them in SQL, for the start; a test proves that the two agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.workbook.book import Workbook
from cxreset.workbook.tables import (
    Action,
    Evidence,
    Fix,
    FollowUp,
    Gap,
    Insight,
    Journal,
    Pain,
    Pilot,
)


class Origin(NamedTuple):
    """Where something comes from; `comments` is how many are tied to the pain (0 or more)."""

    fix: Fix | None
    gap: Gap | None
    pain: Pain | None
    comments: int

    @property
    def refs(self) -> tuple[str, ...]:
        """Ids from near to far, such as ("F3", "G1", "P2"); ends that are cut are left out."""
        return tuple(row.ref for row in (self.fix, self.gap, self.pain) if row is not None)


class Thread:
    """The thread as it stands now: read once, asked often."""

    def __init__(self, book: Workbook) -> None:
        self.pains = {row.key: row for row in book.rows(Pain)}
        self.gaps = {row.key: row for row in book.rows(Gap)}
        self.fixes = {row.key: row for row in book.rows(Fix)}
        self.actions = book.rows(Action)
        self.evidence = book.evidence_counts()

    def of_fix(self, fix: Fix) -> Origin:
        """The gap of a fix, and the pain of that gap; the fix's own pain where the gap has none."""
        return self._origin(None, fix.gap_id, fix.pain_id)

    def of_action(self, action: Action) -> Origin:
        """An action's own ties come first; its fix fills in what they leave open."""
        fix = self.fixes.get(action.fix_id or 0)
        return self._origin(
            fix,
            action.gap_id or (fix.gap_id if fix else None),
            action.pain_id or (fix.pain_id if fix else None),
        )

    def of_pilot(self, pilot: Pilot) -> tuple[str, ...]:
        """The id of a pilot's action, then what that comes from; none while it tries out none."""
        action = next((one for one in self.actions if one.id == pilot.action_id), None)
        return (action.ref, *self.of_action(action).refs) if action is not None else ()

    def _origin(self, fix: Fix | None, gap_id: int | None, pain_id: int | None) -> Origin:
        gap = self.gaps.get(gap_id or 0)
        pain = self.pains.get((gap.pain_id if gap else None) or pain_id or 0)
        return Origin(fix, gap, pain, self.evidence.get(pain.key, 0) if pain else 0)

    def actions_of(self, fix: Fix) -> list[Action]:
        """The actions made from a fix, cancelled ones too, by number."""
        return [action for action in self.actions if action.fix_id == fix.id]

    def gaps_of(self, pain_id: int | None) -> list[Gap]:
        """The gaps tied to a pain, by number; none for None."""
        return [gap for gap in self.gaps.values() if pain_id and gap.pain_id == pain_id]


def fixes_of(book: Workbook, pain_id: int) -> list[Fix]:
    """The fixes of a pain by the rule of `Thread.of_fix`, by number."""
    return [fix for fix, pain in _fixes_with_pains(book) if pain == pain_id]


def fix_counts(book: Workbook) -> dict[int, int]:
    """Pain id -> how many fixes it has by the rule of `Thread.of_fix` (without any: absent)."""
    return dict(Counter(pain for _, pain in _fixes_with_pains(book) if pain is not None))


def _fixes_with_pains(book: Workbook) -> Iterator[tuple[Fix, int | None]]:
    thread = Thread(book)
    for fix in thread.fixes.values():
        pain = thread.of_fix(fix).pain
        yield fix, pain.key if pain else None


def tied_to(book: Workbook, pain_id: int) -> list[str]:
    """What is tied to a pain, in words: `52 comments`, `G1`, `1 insight`, `1 journal line`."""
    found = []
    comments = book.count(Evidence, pain_id=pain_id)
    if comments:
        found.append(count(comments, "comment"))
    for table in (Gap, Fix, Action):
        found += [row.ref for row in book.rows(table, pain_id=pain_id)]
    insights = book.count(Insight, pain_id=pain_id)
    if insights:
        found.append(count(insights, "insight"))
    lines = book.count(Journal, pain_id=pain_id)
    if lines:
        found.append(count(lines, "journal line"))
    return found


def tied_to_gap(book: Workbook, gap_id: int) -> list[str]:
    """What loses its tie when a gap is removed: ids of fixes and actions, and shown insights."""
    shown = len(book.rows(Insight, gap_id=gap_id))
    return [
        *(row.ref for row in book.rows(Fix, gap_id=gap_id)),
        *(row.ref for row in book.rows(Action, gap_id=gap_id)),
        *([_("{shown} of what you will show in the meeting").format(shown=shown)] if shown else []),
    ]


def tied_to_fix(book: Workbook, fix_id: int) -> list[str]:
    """Ids of the actions that lose their tie when a fix is removed."""
    return [row.ref for row in book.rows(Action, fix_id=fix_id)]


def tied_to_action(book: Workbook, action_id: int) -> list[str]:
    """Ids of the follow-ups and pilots that lose their tie when an action is removed."""
    return [
        *(row.ref for row in book.rows(FollowUp, action_id=action_id)),
        *(row.ref for row in book.rows(Pilot, action_id=action_id)),
    ]


def tie_fixes(book: Workbook, ties: dict[int, int]) -> None:
    """Tie fixes to gaps, `{fix id: gap id}`: all of them are stored, or none."""
    with book.file.transaction():
        for fix_id, gap_id in ties.items():
            book.set(Fix, fix_id, gap_id=gap_id)
