"""Backups, putting one back, and how the workbook is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cxreset.base.errors import CxresetError, UsageError, WorkbookBusy, WorkbookMissing
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.base.paths import expanded, workbook_path
from cxreset.base.text import count, one_line, shown
from cxreset.cli.daily import reset_of, reset_to_change
from cxreset.cli.talk import out, talk
from cxreset.workbook.storage.backup import Backup
from cxreset.workbook.storage.backup_names import BEFORE_RESTORE, BEFORE_UPGRADE, REPAIRED

if TYPE_CHECKING:
    from cxreset.cli.call import Call

KINDS = {
    BEFORE_RESTORE: N_("kept aside before a restore"),
    BEFORE_UPGRADE: N_("made before an upgrade"),
    REPAIRED: N_("what a repair could read"),
}


def now() -> datetime:
    return datetime.now(UTC)


def backup(call: Call) -> int:
    """Make a backup now."""
    from cxreset.base.preferences import second_folder
    from cxreset.cli.options.passphrase import passphrase
    from cxreset.workbook.maintenance.encryption import ENCRYPTED, copy_encrypted
    from cxreset.workbook.maintenance.second_folder import keep_up
    from cxreset.workbook.storage.backup import back_up, copy_to, thin_out
    from cxreset.workbook.storage.layout import examine

    workbook = workbook_path(call.workbook)
    examine(workbook)
    encrypt = bool(call.passphrase or call.passphrase_file)
    if encrypt and not call.output:
        raise UsageError(
            _(
                "The backups beside the workbook are put back without a passphrase, so they have "
                "none. Say where the encrypted copy shall be: cxreset backup -o FILE --passphrase"
            )
        )
    if call.output:
        target = expanded(call.output)
        if target.is_dir():
            target = target / (workbook.name + (ENCRYPTED if encrypt else ""))
        if encrypt:
            copy_encrypted(workbook, target, passphrase(call.passphrase_file, twice=True))
        else:
            copy_to(workbook, target)
    else:
        target = back_up(workbook, now()).path
        thin_out(workbook)
    out(shown(str(target)))
    second = second_folder()
    if second is not None and not call.output:
        talk(shown(keep_up(second, workbook) or _("It is in {second} too.").format(second=second)))
    return 0


def restore(call: Call) -> int:
    """List the backups, or put one back."""
    from cxreset.cli.options.passphrase import passphrase
    from cxreset.workbook.maintenance.encryption import is_encrypted
    from cxreset.workbook.maintenance.restore import named
    from cxreset.workbook.maintenance.restore import restore as put_back
    from cxreset.workbook.undo.restored import can_be_undone

    workbook = workbook_path(call.workbook)
    if not call.name and call.json:
        from cxreset.cli.describe.reports import backups_report, print_report
        from cxreset.workbook.storage.backup import backups_of

        print_report("backups", backups_report(backups_of(workbook), KINDS))
        return 0
    if not call.name:
        return _list(workbook)
    chosen = named(workbook, call.name)
    secret = passphrase(call.passphrase_file, twice=False) if is_encrypted(chosen) else None
    with _no_window_on(workbook):
        aside = put_back(workbook, chosen, now(), secret)
    talk(
        shown(_("{workbook} is now what {name} holds.").format(workbook=workbook, name=chosen.name))
    )
    if aside:
        undo = _("cxreset undo, or at any later time: ") if can_be_undone(workbook) else ""
        talk(
            shown(
                _("What was there is kept. To have it back: {undo}cxreset restore {name}").format(
                    undo=undo, name=aside.name
                )
            )
        )
    return 0


@contextmanager
def _no_window_on(workbook: Path) -> Iterator[None]:
    """Hold the right to write meanwhile; refuse where a window has it, which would be on a file
    that is no longer there."""
    from cxreset.workbook.storage.lock import WindowLock

    lock = WindowLock(workbook)
    if not lock.take():
        raise WorkbookBusy(
            _(
                "{workbook} is open in another window, so nothing was put back. Close that window "
                "first; what is typed there is stored when it closes."
            ).format(workbook=workbook)
        )
    try:
        yield
    finally:
        lock.release()


def _list(workbook: Path) -> int:
    from cxreset.workbook.maintenance.restore import counts
    from cxreset.workbook.storage.backup import backups_of, folder_of

    found = backups_of(workbook)
    if not found:
        none = _("There is no backup in {folder} yet. Make one: cxreset backup")
        talk(shown(none.format(folder=folder_of(workbook))))
        return 0
    present = counts(workbook)
    if present is None:
        talk(_("The workbook itself cannot be read, so what a restore would change is not known."))
    for backup in found:
        out(shown(_line(backup)))
        out(f"    {shown(_difference(present, backup))}")
    talk(_("Put one back with: cxreset restore NAME (a part of the name is enough)"))
    return 0


def _line(backup: Backup) -> str:
    size = _("{number} KB").format(number=whole(max(1, round(backup.path.stat().st_size / 1000))))
    kind = f"  {_(KINDS[backup.kind])}" if backup.kind else ""
    return f"{backup.taken.astimezone():%Y-%m-%d %H:%M}  {size:>9}  {backup.path.name}{kind}"


def _difference(present: dict[str, int] | None, backup: Backup) -> str:
    from cxreset.workbook.maintenance.restore import changes, counts

    then = counts(backup.path)
    if then is None:
        return _("cannot be read")
    if present is None:
        held = [f"{number} {what}" for what, number in then.items() if number]
        return _("holds {what}").format(what=", ".join(held) or _("nothing yet"))
    differing = changes(present, then)
    if not differing:
        return _("the same counts as now")
    words = (_("{what} {a} to {b}").format(what=what, a=a, b=b) for what, a, b in differing)
    return _("would change {what}").format(what=", ".join(words))


def erase(call: Call) -> int:
    """Say what would be erased, or erase it; without a choice list the imports."""
    from cxreset.base.preferences import second_folder
    from cxreset.workbook.maintenance.erase import Erasure, imports, number_of_comments
    from cxreset.workbook.maintenance.erase import erase as take_away

    workbook = workbook_path(call.workbook)
    reset = reset_of(call)
    if call.batch is None and not call.customer and not call.comments:
        for each in imports(reset.file):
            name = one_line(each.file_name)
            out(f"{each.number:>4}  {each.imported_on}  {whole(each.comments):>9}  {name}")
        talk(
            _("Erase one with: cxreset erase --import N --yes (or --customer NAME, or --comments)")
        )
        return 0
    erasure = Erasure(call.batch, call.customer or "")
    comments = count(number_of_comments(reset.file, erasure), "comment")
    reset.file.close()
    if not call.yes:
        talk(
            _(
                "{comments} would be erased from the workbook, and whatever fits from what can be "
                "undone, the search, the backups and the copies beside it, for good. What was "
                "exported, and copies made elsewhere, stay as they are; so do the backups in "
                "an earlier folder of the workbook, if it was never edited on the screens there. "
                "Nothing was changed; to do it, add --yes."
            ).format(comments=comments)
        )
        return 0
    second = second_folder()
    if second is not None and not second.is_dir():
        talk(
            shown(
                _(
                    "The second place for backups, {second}, is not there just now. Its copies "
                    "keep the words: connect it and say the same again."
                ).format(second=second)
            )
        )
    with _no_window_on(workbook):
        done = take_away(workbook, erasure, second)
    talk(
        _("Erased {comments}; nothing brings them back.").format(
            comments=count(done.comments, "comment")
        )
    )
    cleaned = count(done.cleaned, "backup or copy", "backups and copies")
    talk(
        _("{cleaned} cleaned, {deleted} deleted as a whole.").format(
            cleaned=cleaned, deleted=done.deleted
        )
    )
    for path in done.left:
        left = _("This copy could not be read and was left: {path}. Delete it by hand.")
        talk(shown(left.format(path=path)))
    return 0


def merge(call: Call) -> int:
    """List the conflicted copies beside the workbook, or bring another version in."""
    from cxreset.workbook.merging.copies import conflicted_copies
    from cxreset.workbook.merging.merge import merge as bring_in
    from cxreset.workbook.merging.merge import preview

    reset = reset_of(call) if call.dry_run or not call.file else reset_to_change(call)
    if not call.file:
        copies = conflicted_copies(reset.file)
        if call.json:
            from cxreset.cli.describe.reports import copies_report, print_report

            print_report("copies", copies_report(copies))
            return 0
        for copy in copies:
            out(shown(f"{copy.path}  ({copy.service})"))
        talk(
            _("Bring one in with: cxreset merge FILE")
            if copies
            else _("No conflicted copy is there.")
        )
        return 0
    other = expanded(call.file)
    if call.dry_run:
        found = preview(reset.file, other, reset.today)
    else:
        found = bring_in(reset.file, other, reset.today)
    for line in found.lines():
        out(shown(line))
    talk(_("Nothing was changed.") if call.dry_run else _("To take it back: cxreset undo"))
    return 0


def doctor(call: Call) -> int:
    """Say how the workbook is; with --repair, make a copy of what can be read."""
    from cxreset.base.preferences import second_folder
    from cxreset.workbook.maintenance.doctor import look

    workbook = workbook_path(call.workbook)
    if call.repair:
        return _repair(workbook)
    findings = look(workbook, now(), second_folder())
    if call.json:
        from cxreset.cli.describe.reports import doctor_report, print_report

        print_report("doctor", doctor_report(str(workbook), findings))
        return 0 if all(finding.well for finding in findings) else 1
    for finding in findings:
        out(shown(f"{_('ok  ') if finding.well else _('LOOK')}  {finding.text}"))
    return 0 if all(finding.well for finding in findings) else 1


def _repair(workbook: Path) -> int:
    from cxreset.workbook.maintenance.repair import repair
    from cxreset.workbook.storage.layout import examine

    try:
        examine(workbook)
    except WorkbookMissing:
        raise
    except CxresetError as error:
        talk(shown(error.sentence))
    done = repair(workbook, now())
    for line in done.lines:
        talk(shown(line))
    out(shown(str(done.path)))
    talk(_("The workbook itself was left as it is. To use the copy instead:"))
    talk(shown(f"  cxreset restore {done.path.name}"))
    return 0
