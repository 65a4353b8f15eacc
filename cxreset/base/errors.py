"""Every way cxreset can say no: one sentence for the user, and an exit code for scripts.

Raise the most telling class; the command line prints the sentence, the screen shows it, and
neither shows a traceback.
"""

from __future__ import annotations


class CxresetError(Exception):
    """Something the user can understand and act on. `exit_code` 1 means "cannot"."""

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class OutputLost(CxresetError):
    """Standard output takes no more: its reader is gone, or its disk is full. Exit code 141, as a
    shell says of a program whose pipe was closed."""

    exit_code = 141


class Stopped(CxresetError):
    """The leader stopped it by Ctrl+C, and nothing is changed. Exit code 130, as a shell says."""

    exit_code = 130


class UsageError(CxresetError):
    """The words of the call are off: an unknown step, a date that is none. Exit code 2."""

    exit_code = 2


class ContentNotFound(CxresetError):
    """No content pack in any of the places looked at; the sentence names them."""


class PackError(CxresetError):
    """A content pack is malformed; names the file and, where there is one, the line."""


class WorkbookMissing(CxresetError):
    """There is no workbook yet at the place looked at."""


class WorkbookUnusable(CxresetError):
    """The file at the workbook's place cannot be opened as a workbook; it is left untouched."""


class WorkbookDamaged(WorkbookUnusable):
    """The file was a workbook, or should be one, and its bytes are no longer whole."""


class WorkbookBusy(CxresetError):
    """Another program holds the workbook; nothing was written."""


class ReadStopped(CxresetError):
    """A read took too long for a screen and was ended; nothing was changed."""


class BackupError(CxresetError):
    """A backup cannot be made, read or put back; the workbook is as it was."""


class NotFound(UsageError):
    """No record with that id."""


class IntakeError(CxresetError):
    """A feedback file cannot be read; names the file, the row where there is one, the way out."""


class ExportError(CxresetError):
    """An export cannot be written where it was asked for; nothing was overwritten."""


class NotSaved(CxresetError):
    """An edit did not reach the disk (disk full, read-only, file gone); what was typed is kept."""


class WorkbookReplaced(NotSaved):
    """Another version stands in the workbook's place; nothing is written over it."""
