"""Undo and redo: the changes of a workbook, taken back from the last and made again.

Undoing an entry replays its steps from the last to the first. The triggers that recorded them
record the replay too, and that becomes the entry's steps: so redo is the same as undo.
"""

from __future__ import annotations

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.undo.log import KEEP, RESTORED, forget, record
from cxreset.workbook.undo.replay import Moving, replay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.workbook.undo.replay import GoOn


class History:
    """What was done in an open workbook, by this window or another. Names are as they were given:
    text from outside may be in them."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file

    def next_undo(self) -> str | None:
        """The name of the change that `undo` would take back; None when there is none."""
        entry = self._next(undone=False)
        return entry and entry[1]

    def next_redo(self) -> str | None:
        """The name of the change that `redo` would make again; None when there is none."""
        entry = self._next(undone=True)
        return entry and entry[1]

    def undoes_whole_file(self) -> bool:
        """Would `undo` take back a whole import or a restore: more than a line can say?"""
        entry = self._next(undone=False)
        if entry is None:
            return False
        with guarded(self.file.path):
            found = self.file.connection.execute(
                "SELECT 1 FROM undo_step WHERE entry_id = ? AND kind IN ('import', 'aside', ?)",
                (entry[0], RESTORED),
            ).fetchone()
        return found is not None

    def rows_to_turn(self, *, undone: bool) -> int:
        """How many rows `undo` would turn (with `undone`: `redo`), an import's comments counted."""
        entry = self._next(undone=undone)
        if entry is None:
            return 0
        with guarded(self.file.path):
            (steps,) = self.file.connection.execute(
                "SELECT count(*) FROM undo_step WHERE entry_id = ?", entry[:1]
            ).fetchone()
            (comments,) = self.file.connection.execute(
                "SELECT coalesce(sum(CASE kind"
                " WHEN 'import' THEN (SELECT count(*) FROM feedback WHERE batch_id = c0)"
                " ELSE (SELECT count(*) FROM feedback_aside WHERE batch_id = c0) END), 0)"
                " FROM undo_step WHERE entry_id = ? AND kind IN ('import', 'aside')",
                entry[:1],
            ).fetchone()
        return int(steps) + int(comments)

    def entries(self, limit: int) -> list[tuple[str, float]]:
        """(name, moment) of the last changes that can be undone, newest first, at most `limit`.

        A moment is in seconds of the workbook's clock.
        """
        with guarded(self.file.path):
            return self.file.connection.execute(
                "SELECT name, at FROM undo_entry WHERE NOT undone ORDER BY id DESC LIMIT ?",
                (limit,),
            ).fetchall()

    def undo(self, go_on: GoOn | None = None) -> str | None:
        """Take the last change back; returns its name, None when there is nothing to undo.

        Raises NotSaved, WorkbookBusy, or Cancelled when `go_on` does; then the workbook is as it
        was.
        """
        return self._replay(Moving(go_on), undone=False)

    def redo(self, go_on: GoOn | None = None) -> str | None:
        """Make the change undone last once more; None when nothing is. Raises as `undo` does."""
        return self._replay(Moving(go_on), undone=True)

    def depth(self) -> int:
        """How many changes can be undone now."""
        with guarded(self.file.path):
            row = self.file.connection.execute("SELECT count(*) FROM undo_entry WHERE NOT undone")
            return int(row.fetchone()[0])

    def trim(self, keep: int = KEEP) -> None:
        """Forget all but the last `keep` changes (0 or more); 0 also forgets what was undone."""
        with self.file.transaction(recorded=False) as connection:
            if keep <= 0:
                forget(connection)
                return
            connection.execute(
                "DELETE FROM undo_entry WHERE NOT undone AND id <="
                " (SELECT max(id) FROM undo_entry WHERE NOT undone) - ?",
                (keep,),
            )

    def _next(self, *, undone: bool) -> tuple[int, str] | None:
        which = "undone ORDER BY id" if undone else "NOT undone ORDER BY id DESC"
        with guarded(self.file.path):
            found: tuple[int, str] | None = self.file.connection.execute(
                f"SELECT id, name FROM undo_entry WHERE {which} LIMIT 1"  # noqa: S608
            ).fetchone()
        return found

    def _replay(self, moving: Moving, *, undone: bool) -> str | None:
        from cxreset.workbook.undo.restored import kept_by, turn  # no start undoes anything
        from cxreset.workbook.undo.stopping import heard

        done = None
        entry = self._next(undone=undone)
        if entry is not None and (kept := kept_by(self.file.connection, entry[0])) is not None:
            turn(self.file, entry[1], kept, undone=undone)
            self.file.on_change()
            return entry[1]
        with self.file.transaction() as connection:
            # a change made by another program without a name is a change all the same
            record(connection, "", self.file.clock())
            connection.execute("PRAGMA defer_foreign_keys = ON")
            while (entry := self._next(undone=undone)) is not None:
                number, name = entry
                with heard(connection, moving.look):
                    changed = replay(connection, number, moving)
                if changed:
                    connection.execute(
                        "UPDATE undo_entry SET undone = ? WHERE id = ?", (not undone, number)
                    )
                    done = name
                    break
                # it came to nothing, such as a word typed and taken away again
                connection.execute("DELETE FROM undo_entry WHERE id = ?", (number,))
        self.file.on_change()
        return done
