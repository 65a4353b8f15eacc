"""Take customers' words away for good: from the workbook, its history, its search and its backups.

A deletion alone leaves them in what can be undone, in the index, in the free pages of the file and
in every backup. Here each of these is dealt with, and the pages are written anew.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import BackupError, CxresetError, UsageError
from cxreset.base.first_frame import frame_path
from cxreset.base.language.words import _
from cxreset.base.paths import new_private_file, temporary_beside
from cxreset.base.platforms.replacing import replace
from cxreset.workbook.maintenance.earlier_backups import earlier_backups
from cxreset.workbook.maintenance.second_folder import copies_in
from cxreset.workbook.merging.copies import service_of
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.search import rebuild, unnoted
from cxreset.workbook.storage.backup import backups_of, fault_of, settle
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.layout import migrations
from cxreset.workbook.storage.messages import guarded, why
from cxreset.workbook.storage.version import stamps_in
from cxreset.workbook.storage.versions_beside import candidates
from cxreset.workbook.undo.log import forget, set_logging
from cxreset.workbook.unsaved.notes import forget_notes
from cxreset.workbook.unsaved.words import take_comments_out


class Erasure(NamedTuple):
    """What to erase: the comments of one import, of one customer, or (neither) all of them."""

    batch: int | None = None
    customer: str = ""

    @property
    def condition(self) -> tuple[str, list[str | int]]:
        """SQL on `feedback`, and its values."""
        if self.batch is not None:
            return "batch_id = ?", [self.batch]
        if self.customer:
            return "folded_name(customer) = folded_name(?)", [self.customer]
        return "1", []


class Erased(NamedTuple):
    """What was done: comments taken away, backups and copies cleaned, backups deleted as a whole,
    and copies that are perhaps no backups of ours and could not be cleaned."""

    comments: int
    cleaned: int
    deleted: int
    left: list[Path]


class Import(NamedTuple):
    """An import as it is listed: its number, its file's name, its day (ISO) and its comments."""

    number: int
    file_name: str
    imported_on: str
    comments: int


def imports(file: WorkbookFile) -> list[Import]:
    """All imports, the first first."""
    with guarded(file.path):
        rows = file.connection.execute(
            "SELECT b.id, b.file_name, b.imported_on, count(f.id) FROM import_batch b"
            " LEFT JOIN feedback f ON f.batch_id = b.id GROUP BY b.id ORDER BY b.id"
        ).fetchall()
    return [Import(*row) for row in rows]


def number_of_comments(file: WorkbookFile, erasure: Erasure) -> int:
    """How many comments would go."""
    _know_names(file.connection)
    condition, values = erasure.condition
    with guarded(file.path):
        sql = f"SELECT count(*) FROM feedback WHERE {condition}"  # noqa: S608 - our own words
        return int(file.connection.execute(sql, values).fetchone()[0])


def erase(workbook: Path, erasure: Erasure, second: Path | None = None) -> Erased:
    """Erase from the workbook and everything beside it; what was undone cannot be redone.

    The versions beside it are those kept, those a synchronisation left, the backups made while it
    had another name or lay elsewhere, as far as that is known, and the copies in the `second` place
    for backups, where it can be reached. Raises UsageError when nothing fits anywhere, NotSaved or
    WorkbookBusy when the workbook cannot be written to, BackupError when a backup can be neither
    cleaned nor deleted.
    """
    elsewhere = [copy.path for copy in copies_in(second, workbook)] if second else []
    earlier = earlier_backups(workbook, second)
    versions = [*beside(workbook), *elsewhere, *earlier.backups]
    with closing(open_workbook(workbook)) as file:
        comments = number_of_comments(file, erasure)
        if not comments and not any(_number_in(each, erasure) for each in versions):
            raise UsageError(_("No comment fits that, so nothing was erased."))
        with file.transaction(recorded=False) as connection:
            _erase_in(connection, erasure)
        with guarded(workbook):
            file.connection.execute("VACUUM")  # so that no free page holds a word
    with suppress(OSError):
        Path(frame_path(str(workbook))).unlink()  # the last picture of Today
    forget_notes(workbook, of_copies=True)
    _clean_unsaved([workbook, *(path for path in versions if path.parent == workbook.parent)])
    cleaned = deleted = 0
    left = list(earlier.unknown)
    for path in versions:
        if _clean(path, erasure):
            cleaned += 1
        elif path.parent == workbook.parent:  # no backup: not ours to delete
            left.append(path)
        else:
            _delete(path)
            deleted += 1
    return Erased(comments, cleaned, deleted, left)


def _clean_unsaved(workbooks: list[Path]) -> None:
    """The files of unsaved words beside them, where words that a version lost may be comments."""
    for each in workbooks:
        try:
            take_comments_out(each)
        except OSError as error:
            raise BackupError(
                _(
                    "The unsaved words of {each} may hold what was to be erased, and "
                    "cannot be written anew: {why}. Delete them by hand."
                ).format(each=each, why=why(error))
            ) from error


def beside(workbook: Path) -> list[Path]:
    """The versions of a workbook that lie beside it, its backups, and the backups of those.

    Another workbook in the same folder is none, whatever its name begins with: the thirty days
    before these (`NAME.thirty-1`) number their imports by themselves, and a colleague's are theirs.
    """
    versions = [path for path in candidates(workbook) if service_of(workbook, path)]
    versions = [path for path in versions if not _is_anothers(workbook, path)]
    backups = [backup.path for each in (workbook, *versions) for backup in backups_of(each)]
    return [*versions, *backups]


def _is_anothers(workbook: Path, path: Path) -> bool:
    """Has it no change in common with this workbook? False where it cannot be read."""
    try:
        with (
            guarded(path, opening=True),
            closing(connect(workbook)) as ours,
            closing(connect(path)) as theirs,
        ):
            return stamps_in(ours).isdisjoint(stamps_in(theirs))
    except CxresetError:
        return False


def _number_in(path: Path, erasure: Erasure) -> int:
    """How many comments of a backup or a copy would go; one where it cannot be read."""
    condition, values = erasure.condition
    try:
        with guarded(path, opening=True), closing(connect(path)) as connection:
            _know_names(connection)
            sql = f"SELECT count(*) FROM feedback WHERE {condition}"  # noqa: S608 - our own words
            return int(connection.execute(sql, values).fetchone()[0])
    except CxresetError:
        return 1


def _erase_in(connection: sqlite3.Connection, erasure: Erasure) -> None:
    """Inside a transaction that undo does not record."""
    _know_names(connection)
    condition, values = erasure.condition
    with unnoted(connection):
        connection.execute(f"DELETE FROM feedback WHERE {condition}", values)  # noqa: S608
        rebuild(connection)
    _lead_groups(connection)
    if erasure.batch is not None:
        connection.execute("DELETE FROM import_batch WHERE id = ?", (erasure.batch,))
    elif not erasure.customer:
        connection.execute("DELETE FROM import_batch")
    forget(connection)
    connection.execute("DELETE FROM draft")


def _lead_groups(connection: sqlite3.Connection) -> None:
    """Where the first of several equal comments went, the next one leads the others."""
    lost = connection.execute(
        "SELECT group_id, min(id) FROM feedback WHERE group_id IS NOT NULL"
        " AND group_id NOT IN (SELECT id FROM feedback) GROUP BY group_id"
    ).fetchall()
    for group, first in lost:
        connection.execute("UPDATE feedback SET group_id = ? WHERE group_id = ?", (first, group))
        connection.execute("UPDATE feedback SET group_id = NULL WHERE id = ?", (first,))


def _know_names(connection: sqlite3.Connection) -> None:
    """Names of customers are the same whatever their case and blanks."""

    def folded_name(name: str | None) -> str:
        return " ".join((name or "").split()).casefold()

    connection.create_function("folded_name", 1, folded_name, deterministic=True)


def _clean(backup: Path, erasure: Erasure) -> bool:
    """Erase in a backup too, in a copy that then takes its place; False where that cannot be done:
    it is damaged, or of an older layout."""
    temporary = temporary_beside(backup)
    try:
        with backup.open("rb") as old, open(new_private_file(temporary), "wb") as new:  # noqa: PTH123
            shutil.copyfileobj(old, new)
        with guarded(temporary, opening=True), closing(connect(temporary)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version != migrations()[-1][0]:
                return False
            connection.execute("BEGIN IMMEDIATE")
            set_logging(connection, False)
            _erase_in(connection, erasure)
            set_logging(connection, True)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        if fault_of(temporary):
            return False
        settle(temporary)
        shutil.copystat(backup, temporary)
        replace(temporary, backup)
        return True
    except (OSError, CxresetError):
        return False
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _delete(backup: Path) -> None:
    try:
        backup.unlink()
    except OSError as error:
        raise BackupError(
            _(
                "{backup} still holds what was to be erased, and cannot be deleted: "
                "{why}. Delete it by hand."
            ).format(backup=backup, why=why(error))
        ) from error
