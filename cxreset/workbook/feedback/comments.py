"""The repository of comments: many rows, read a page at a time, written in bulk.

Plain sqlite3, because a list of 100,000 comments must open and scroll as fast as one of 1,000.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from cxreset.base.errors import NotSaved
from cxreset.base.language.words import _
from cxreset.workbook.feedback import evidence
from cxreset.workbook.feedback.bulk_insert import store
from cxreset.workbook.feedback.counts import channel_counts
from cxreset.workbook.feedback.filters import Filter as Filter
from cxreset.workbook.feedback.filters import index_for, where
from cxreset.workbook.feedback.grouping import Cancelled as Cancelled
from cxreset.workbook.feedback.grouping import Find, Folded
from cxreset.workbook.feedback.incoming import Batch as Batch
from cxreset.workbook.feedback.incoming import Counts as Counts
from cxreset.workbook.feedback.incoming import Incoming as Incoming
from cxreset.workbook.feedback.walking import walk
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

PAGE = 200


class Comment(NamedTuple):
    """One comment as the reading list shows it.

    `pains` are ids such as `P2`; `voices` is how many say the same, itself among them (1 or more).
    """

    id: int
    channel: str
    text: str
    received_on: str
    rating: float | None
    preventable: bool | None
    seen: bool
    source: str
    pains: tuple[str, ...]
    voices: int = 1
    title: str = ""
    approximate: bool = False

    @property
    def day(self) -> str:
        """The day as it is shown: `≈` before one that is approximate, empty without one."""
        return f"≈{self.received_on}" if self.approximate else self.received_on


class CommentRepository:
    """Comments in the open workbook."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file

    # -- reading

    def ids(self, wanted: Filter | None = None, limit: int = -1) -> array[int]:
        """Numbers of the comments that fit, in the order that the filter says.

        `limit` is for the first page, which is there sooner than all; -1 is no limit.
        """
        wanted = wanted or Filter()
        if (first := walk(self.file, wanted, limit)) is not None:
            return array("q", first)
        fitting, values = where(self.file, wanted)
        order = "received_on DESC, id" if wanted.newest_first else "id"
        source = f"feedback {index_for(wanted, fitting)}{fitting} ORDER BY {order}"
        if wanted.grouped:
            if limit >= 0:
                return self._first_groups(source, values, limit)
            select = f"SELECT id, coalesce(group_id, id) AS of FROM {source}"  # noqa: S608
            columns = "group_concat(id, ' '), group_concat(of, ' ')"
            ((found, groups),) = self._all(f"SELECT {columns} FROM ({select})", *values)  # noqa: S608
            numbers, of = (found or "").split(), (groups or "").split()
            firsts = dict.fromkeys(of, "")  # in the order in which the groups are met
            firsts.update(zip(reversed(of), reversed(numbers), strict=True))
            return array("q", map(int, firsts.values()))
        # one long text is handed over several times as fast as a row for each
        select = f"SELECT id FROM {source} LIMIT ?"  # noqa: S608
        ((found,),) = self._all(
            f"SELECT group_concat(id, ' ') FROM ({select})",  # noqa: S608
            *values,
            limit,
        )
        return array("q", map(int, (found or "").split()))

    def count(self, wanted: Filter) -> int:
        """How many comments fit, each voice counted."""
        fitting, values = where(self.file, wanted)
        ((number,),) = self._all(f"SELECT count(*) FROM feedback{fitting}", *values)  # noqa: S608
        return int(number)

    def _first_groups(self, source: str, values: list[object], limit: int) -> array[int]:
        firsts: dict[int, int] = {}
        with guarded(self.file.path):
            rows = self.file.connection.execute(
                f"SELECT id, coalesce(group_id, id) FROM {source}",  # noqa: S608
                values,
            )
            for number, group in rows:
                if len(firsts) == limit:
                    break
                firsts.setdefault(group, number)
            rows.close()
        return array("q", firsts.values())

    def page(self, ids: Iterable[int]) -> list[Comment]:
        """These comments, in the order of `ids`; those no longer there are left out."""
        wanted = list(ids)
        rows = self._all(
            "SELECT f.id, f.channel, f.text, coalesce(f.received_on, ''), f.rating, f.preventable,"  # noqa: S608
            " f.seen, coalesce(b.file_name || ', row ' || f.row_number, 'captured by hand'),"
            " (SELECT group_concat('P' || pain_id, ' ') FROM evidence WHERE feedback_id = f.id),"
            " f.title, f.approximate, coalesce(f.group_id, f.id)"
            " FROM feedback f LEFT JOIN import_batch b ON b.id = f.batch_id"
            f" WHERE f.id IN ({_marks(wanted)})",
            *wanted,
        )
        voices = self._voices({row[-1] for row in rows})
        found = {row[0]: _comment(row, voices) for row in rows}
        return [found[number] for number in wanted if number in found]

    def get(self, number: int) -> Comment | None:
        page = self.page([number])
        return page[0] if page else None

    def channel_counts(self) -> dict[str, tuple[int, int]]:
        """Channel -> (comments, of them read)."""
        with guarded(self.file.path):
            return channel_counts(self.file.connection)

    def pains(self) -> list[tuple[int, str, int, bool]]:
        """(number, title, comments tied, chosen) of each pain point, by number."""
        rows = self._all(
            "SELECT p.id, p.title, count(e.feedback_id), p.chosen FROM pain p"
            " LEFT JOIN evidence e ON e.pain_id = p.id GROUP BY p.id ORDER BY p.id"
        )
        return [(number, title, tied, bool(chosen)) for number, title, tied, chosen in rows]

    def earlier_import(self, sha256: str) -> tuple[str, date, int] | None:
        """(file name, day, comments stored) if this very file was imported before."""
        rows = self._all(
            "SELECT file_name, imported_on, stored FROM import_batch WHERE sha256 = ?"
            " ORDER BY id LIMIT 1",
            sha256,
        )
        return next(((name, date.fromisoformat(on), stored) for name, on, stored in rows), None)

    # -- marking

    def mark_seen(self, number: int) -> None:
        self._change("UPDATE feedback SET seen = 1 WHERE id = ?", number)

    def mark_preventable(self, number: int, preventable: bool | None) -> None:
        """True, False, or None for not yet judged; judging a comment is reading it."""
        self._change(
            "UPDATE feedback SET preventable = ?, seen = 1 WHERE id = ?",
            None if preventable is None else int(preventable),
            number,
        )

    def toggle_tie(self, number: int, pain_id: int) -> bool:
        """Tie a comment to a pain, or untie it when it was tied; returns whether it is tied now."""
        with self.file.transaction() as connection:
            gone = evidence.untie(connection, pain_id, [number])
            if not gone:
                evidence.tie(connection, pain_id, [number])
            connection.execute("UPDATE feedback SET seen = 1 WHERE id = ?", (number,))
        return not gone

    # -- groups of comments that say the same

    def members(self, number: int) -> list[int]:
        """The numbers of all comments in the group of one, itself among them."""
        group = self._group_of(number)
        rows = self._all(
            "SELECT id FROM feedback WHERE id = ? OR group_id = ? ORDER BY id", group, group
        )
        return [row[0] for row in rows]

    def group_size(self, number: int) -> int:
        """How many comments say the same as this one, itself among them; 0 when it is gone."""
        group = self._group_of(number)
        return self._voices({group}).get(group, 0)

    def split_group(self, number: int) -> int:
        """Let every comment of a group stand alone, for good; returns how many there were."""
        with self.file.transaction(f"split the group of C{number}") as connection:
            group = self._group_of(number)
            return connection.execute(
                "UPDATE feedback SET group_id = NULL, apart = 1 WHERE id = ? OR group_id = ?",
                (group, group),
            ).rowcount

    def _group_of(self, number: int) -> int:
        rows = self._all("SELECT coalesce(group_id, id) FROM feedback WHERE id = ?", number)
        return int(rows[0][0]) if rows else number

    def _voices(self, groups: set[int]) -> dict[int, int]:
        """Group -> how many comments are in it. The first of a group may have been removed."""
        wanted = list(groups)
        marks = _marks(wanted)
        firsts = self._all(f"SELECT id, 1 FROM feedback WHERE id IN ({marks})", *wanted)  # noqa: S608
        more = self._all(
            f"SELECT group_id, count(*) FROM feedback WHERE group_id IN ({marks})"  # noqa: S608
            " GROUP BY group_id",
            *wanted,
        )
        found: dict[int, int] = dict(firsts)
        for group, number in more:
            found[group] = found.get(group, 0) + number
        return found

    # -- storing

    def capture(self, text: str, channel: str, on: date | None) -> int:
        """Store one comment written down by hand; returns its number."""
        with self.file.transaction("captured a comment") as connection:
            cursor = connection.execute(
                "INSERT INTO feedback (channel, text, received_on, seen) VALUES (?, ?, ?, 1)",
                (channel, text, on.isoformat() if on else None),
            )
            return int(cursor.lastrowid or 0)

    def remove(self, number: int) -> None:
        self._change("DELETE FROM feedback WHERE id = ?", number)

    def store(
        self,
        batch: Batch,
        rows: Iterable[Incoming],
        counts: Callable[[], Counts],
        tell: Callable[[int], bool] = lambda stored: True,
        find: Find | None = None,
    ) -> Folded:
        """Store an import whole or not at all: see `bulk_insert.store`."""
        return store(self.file, batch, rows, counts, tell, find)

    def _all(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with guarded(self.file.path):
            return self.file.connection.execute(sql, values).fetchall()

    def _change(self, sql: str, *values: object) -> None:
        with self.file.transaction() as connection:
            if not connection.execute(sql, values).rowcount:
                raise NotSaved(_("That comment is no longer in the workbook."))


def _marks(values: list[int]) -> str:
    return ",".join("?" * len(values))


def _comment(row: tuple[Any, ...], voices: dict[int, int]) -> Comment:
    (
        number,
        channel,
        text,
        on,
        rating,
        preventable,
        seen,
        source,
        pains,
        title,
        approximate,
        group,
    ) = row
    return Comment(
        id=number,
        channel=channel,
        text=text,
        received_on=on,
        rating=rating,
        preventable=None if preventable is None else bool(preventable),
        seen=bool(seen),
        source=source,
        pains=tuple((pains or "").split()),
        voices=voices.get(group, 1),
        title=title,
        approximate=bool(approximate),
    )
