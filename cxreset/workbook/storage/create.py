"""A new workbook: made whole under another name first."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from cxreset.base.errors import WorkbookUnusable
from cxreset.base.language.words import _
from cxreset.base.paths import give_name, make_private_dir, new_private_file
from cxreset.base.platforms.file_names import why_refused
from cxreset.workbook.storage.connection import connect
from cxreset.workbook.storage.file import Hooks, WorkbookFile
from cxreset.workbook.storage.layout import refuse_when_away
from cxreset.workbook.storage.messages import guarded
from cxreset.workbook.storage.upgrade import take_steps

ELSEWHERE = "Name another place with --workbook."


def create(
    path: Path, hooks: Hooks, fill: Callable[[WorkbookFile], None], layout: int | None = None
) -> WorkbookFile:
    """Make a new workbook, readable by this user alone; never over an existing file.

    It is made whole under a temporary name first, with what `fill` writes into it, so an
    interruption leaves nothing behind that looks like a workbook. `fill` finds the tables of an
    older `layout` when it is given one, and the steps since are taken after it. Raises
    WorkbookUnusable when something is there or nothing can be made there, and what `fill` raises.
    """
    if os.path.lexists(path):
        raise WorkbookUnusable(
            _(
                "{path} exists already, so no new workbook was made there. Open it, or "
                "name another place with --workbook."
            ).format(path=path)
        )
    refuse_when_away(path)
    refused = why_refused(path)
    if refused:
        raise WorkbookUnusable(
            _("No workbook can be made at {path}: {refused}. {elsewhere}").format(
                path=path, refused=refused, elsewhere=_(ELSEWHERE)
            )
        )
    try:
        make_private_dir(path.parent)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
        temporary.unlink(missing_ok=True)
        os.close(new_private_file(temporary))
    except OSError as error:
        raise _cannot_make(path, error) from error
    try:
        with guarded(path), closing(connect(temporary)) as connection:
            take_steps(connection, hooks.after_upgrade, layout)
            fill(WorkbookFile(path, connection, hooks, stamped=layout is None))
            if layout is not None:
                take_steps(connection, hooks.after_upgrade)
        give_name(temporary, path)
    except FileExistsError as error:
        raise WorkbookUnusable(
            _("{path} was made by another window just now.").format(path=path)
        ) from error
    except OSError as error:
        raise _cannot_make(path, error) from error
    finally:
        with suppress(OSError):  # else what is said would be about the leftover
            temporary.unlink(missing_ok=True)
    return WorkbookFile.open(path, hooks)


def _cannot_make(path: Path, error: OSError) -> WorkbookUnusable:
    return WorkbookUnusable(
        _("No workbook can be made at {path}: {strerror}. {elsewhere}").format(
            path=path, strerror=error.strerror, elsewhere=_(ELSEWHERE)
        )
    )
