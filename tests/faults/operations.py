"""The operations on a workbook that are made to fail: prepared, done, and what is wrong after."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import BackupError
from cxreset.intake.read import look
from cxreset.reset.importing import import_file
from cxreset.sharing.write import write_text
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.comments import CommentRepository, Filter
from cxreset.workbook.maintenance.encryption import copy_encrypted, decrypted
from cxreset.workbook.maintenance.restore import restore
from cxreset.workbook.maintenance.second_folder import copies_in, copy_newest
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage import layout
from cxreset.workbook.storage.backup import Backup, back_up, backups_of, fault_of
from cxreset.workbook.storage.backup_names import STAMP
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.undo.history import History
from scripts.layout import objects
from tests.faults.children import new_workbook, whole

NOW = datetime(2026, 9, 9, 12, tzinfo=UTC)
LONG = "words of the leader " * 200
COMMENTS, ROWS = "comments.csv", 40
OLD, NEW, EXPORT = "old " + LONG, "new " + LONG, "plan.md"
SECOND, ENCRYPTED, PASSPHRASE = "drive", "copy.age", "a long walk by the sea"


class Operation(NamedTuple):
    """What is done, and what has to hold after it: a sentence of what is wrong, or nothing."""

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    wrong: Callable[[Path, bool], str]  # (folder, did it say it was done?)


def book_in(folder: Path) -> Path:
    return folder / "test.cxreset"


def prepare_book(folder: Path) -> None:
    new_workbook(book_in(folder))
    with closing(open_workbook(book_in(folder))) as file:
        daily = Daily(file)
        for prompt in ("first", "last"):
            daily.answer("fault", prompt, OLD)


def save(folder: Path, journal: str = "") -> None:
    """One change of two texts, many pages apart."""
    with closing(open_workbook(book_in(folder))) as file:
        if journal:
            file.connection.execute(f"PRAGMA journal_mode = {journal}")
        with file.transaction("two answers"):
            Daily(file).answer("fault", "first", NEW)
            Daily(file).answer("fault", "last", NEW)


def wrong_texts(folder: Path, done: bool, old: str = OLD, new: str = NEW) -> str:
    problem = whole(book_in(folder))
    if problem:
        return problem
    with closing(open_workbook(book_in(folder))) as file:
        found = set(Daily(file).answers("fault").values())
    if done and found != {new}:
        return "it said done, and the new words are not there"
    return "" if found in ({old}, {new}) else "half of the change is there"


def prepare_upgrade(folder: Path) -> None:
    """A workbook, and a program that knows one more step of the layout."""
    prepare_book(folder)
    schema = folder / "schema"
    schema.mkdir()
    steps = layout.migrations()
    for _, path in steps:
        shutil.copy(path, schema)
    number = steps[-1][0] + 1
    (schema / f"{number:04d}_next.sql").write_text(
        "CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;\n"
        "INSERT INTO later (text) SELECT text FROM answer;\n"
        "ALTER TABLE pain ADD COLUMN later TEXT NOT NULL DEFAULT '';\n"
        f"UPDATE answer SET text = '{NEW}' WHERE prompt = 'first';\n"
        f"UPDATE answer SET text = '{NEW}' WHERE prompt = 'last';\n"
    )
    own, layout.SCHEMA = layout.SCHEMA, schema
    try:
        (schema / "objects.sql").write_text(objects())
    finally:
        layout.SCHEMA = own


def upgrade(folder: Path) -> None:
    layout.SCHEMA = folder / "schema"
    open_workbook(book_in(folder)).close()


def wrong_upgrade(folder: Path, done: bool) -> str:
    """Old or new, whole; a whole backup beside it once it is new."""
    with closing(connect(book_in(folder))) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (check,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        found = {text for (text,) in connection.execute("SELECT text FROM answer")}
        (later,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'later'"
        ).fetchone()
    layout.SCHEMA = folder / "schema"
    new = version == layout.migrations()[-1][0]
    if check != "ok" or found != ({NEW} if new else {OLD}) or bool(later) != new:
        return f"neither old nor new: layout {version}, {check}"
    if done and not new:
        return "it said done and is old"
    return wrong_backups(folder, new)


def take_backup(folder: Path) -> None:
    back_up(book_in(folder), NOW)


def wrong_backups(folder: Path, done: bool) -> str:
    """Every file that has the name of a backup is a whole workbook; one is there when said."""
    return _wrong_in(backups_of(book_in(folder)), done)


def _wrong_in(backups: list[Backup], done: bool) -> str:
    for backup in backups:
        fault = fault_of(backup.path)
        if fault:
            return f"a backup is there that is none: {fault}"
    return "it said done, and there is no backup" if done and not backups else ""


def wrong_after_backup(folder: Path, done: bool) -> str:
    return wrong_backups(folder, done) or wrong_texts(folder, False)


def prepare_second(folder: Path) -> None:
    """A backup, and a folder on another drive."""
    prepare_book(folder)
    take_backup(folder)
    (folder / SECOND).mkdir()


def copy_to_second(folder: Path) -> None:
    if copy_newest(folder / SECOND, book_in(folder)) is None:
        raise BackupError("Nothing was copied.")  # it does not say that it is done


def wrong_second(folder: Path, done: bool) -> str:
    copies = copies_in(folder / SECOND, book_in(folder))
    return _wrong_in(copies, done) or wrong_after_backup(folder, False)


def encrypt(folder: Path) -> None:
    copy_encrypted(book_in(folder), folder / ENCRYPTED, PASSPHRASE)


def wrong_encrypted(folder: Path, done: bool) -> str:
    """No file, or one that opens and is whole; never a word of it where the copy is to be."""
    copy = folder / ENCRYPTED
    if not copy.exists():
        return "it said done, and there is no copy" if done else wrong_texts(folder, False)
    if OLD.encode() in copy.read_bytes():
        return "the words stand there as they are"
    plain = folder / "opened.cxreset"
    plain.write_bytes(decrypted(copy, PASSPHRASE))
    fault = fault_of(plain)
    plain.unlink()
    return fault or wrong_texts(folder, False)


def prepare_restore(folder: Path) -> None:
    prepare_book(folder)
    take_backup(folder)
    save(folder)


def put_back(folder: Path) -> None:
    backups = folder / "backups"
    restore(book_in(folder), backups / f"test.{NOW.strftime(STAMP)}.cxreset", NOW)


def wrong_restore(folder: Path, done: bool) -> str:
    """What was there or what was put back, and what was there is never lost."""
    problem = wrong_texts(folder, done, old=NEW, new=OLD) or wrong_backups(folder, False)
    if problem or len(backups_of(book_in(folder))) > 1:
        return problem
    with closing(open_workbook(book_in(folder))) as file:
        lost = NEW not in Daily(file).answers("fault").values()
    return "what was there before is nowhere" if lost else ""


def prepare_restored(folder: Path) -> None:
    prepare_restore(folder)
    put_back(folder)


def wrong_unrestored(folder: Path, done: bool) -> str:
    """What was put back or what was kept, whole; the other can still be had."""
    problem = wrong_texts(folder, done) or wrong_backups(folder, False)
    return problem or ("" if len(backups_of(book_in(folder))) > 1 else "what was kept is gone")


def prepare_export(folder: Path) -> None:
    (folder / EXPORT).write_text(OLD, encoding="utf-8")


def export(folder: Path) -> None:
    write_text(folder / EXPORT, NEW, force=True)


def export_new(folder: Path) -> None:
    write_text(folder / ("new-" + EXPORT), NEW)


def wrong_export(folder: Path, done: bool) -> str:
    found = (folder / EXPORT).read_text(encoding="utf-8")
    if found not in (OLD, NEW) or (done and found != NEW):
        return f"the export is neither old nor new ({len(found)} characters)"
    return ""


def wrong_export_new(folder: Path, done: bool) -> str:
    new = folder / ("new-" + EXPORT)
    if not new.exists():
        return "it said done and there is no file" if done else ""
    return "" if new.read_text(encoding="utf-8") == NEW else "half an export has its name"


def prepare_import(folder: Path) -> None:
    prepare_book(folder)
    rows = [f"{number},the parcel came late {number} {'word ' * 20}" for number in range(ROWS)]
    (folder / COMMENTS).write_text("\n".join(["id,comment", *rows]), encoding="utf-8")


def bring_in(folder: Path) -> None:
    with closing(open_workbook(book_in(folder))) as file:
        import_file(CommentRepository(file), look(folder / COMMENTS), None, NOW.date())


def prepare_undo(folder: Path) -> None:
    prepare_import(folder)
    bring_in(folder)


def take_back(folder: Path) -> None:
    with closing(open_workbook(book_in(folder))) as file:
        History(file).undo()


def wrong_import(folder: Path, done: bool, rows: int = ROWS) -> str:
    """All of a file's comments, or none; and what is searched is what is there."""
    problem = wrong_texts(folder, False)
    if problem:
        return problem
    with closing(open_workbook(book_in(folder))) as file:
        repository = CommentRepository(file)
        there, found = len(repository.ids()), len(repository.ids(Filter(words="parcel")))
        (batches,) = file.connection.execute("SELECT count(*) FROM import_batch").fetchone()
    if there not in (0, ROWS) or found != there or batches != bool(there):
        return f"{there} comments, {found} of them found, {batches} imports"
    return f"it said done, and {there} comments are there" if done and there != rows else ""


def prepare_nothing(folder: Path) -> None:
    """A new workbook is made where nothing is."""


def wrong_new(folder: Path, done: bool) -> str:
    if not book_in(folder).exists():
        return "it said done and there is no workbook" if done else ""
    problem = whole(book_in(folder))
    if problem:
        return problem
    with closing(open_workbook(book_in(folder))) as file:
        return "" if Daily(file).settings().name == "Dana" else "half a workbook"


OPERATIONS = {
    "save": Operation(prepare_book, save, wrong_texts),
    "begin": Operation(prepare_nothing, lambda folder: new_workbook(book_in(folder)), wrong_new),
    "upgrade": Operation(prepare_upgrade, upgrade, wrong_upgrade),
    "import": Operation(prepare_import, bring_in, wrong_import),
    "undo-import": Operation(prepare_undo, take_back, lambda at, done: wrong_import(at, done, 0)),
    "backup": Operation(prepare_book, take_backup, wrong_after_backup),
    "second-copy": Operation(prepare_second, copy_to_second, wrong_second),
    "encrypted-copy": Operation(prepare_book, encrypt, wrong_encrypted),
    "restore": Operation(prepare_restore, put_back, wrong_restore),
    "undo-restore": Operation(prepare_restored, take_back, wrong_unrestored),
    "export": Operation(prepare_export, export, wrong_export),
    "export-new": Operation(prepare_nothing, export_new, wrong_export_new),
}
