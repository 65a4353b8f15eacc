"""Two windows on one workbook: the first writes, the others look on and see what it writes.

When the window that writes closes (or dies), the next one that asks takes its place.
"""

from __future__ import annotations

from cxreset.base.language.words import _
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.lock import WindowLock

LOOKING = (
    "Not saved: this workbook is open in another window, and this one only looks on. "
    "Write there, or close it, and this window takes over by itself."
)


class Window:
    """This window's standing among all that have the workbook open."""

    def __init__(self, file: WorkbookFile) -> None:
        self.file = file
        self._lock = WindowLock(file.path)
        self._seen = self._version()

    def take(self) -> bool:
        """Try to become the window that writes; True when it is."""
        writes = self._lock.take()
        self.file.refusal = "" if writes else _(LOOKING)
        return writes

    @property
    def writes(self) -> bool:
        return not self.file.refusal

    def changed(self) -> bool:
        """Has anybody else written since this was last asked?"""
        before, self._seen = self._seen, self._version()
        return self._seen != before

    def notice_other_version(self) -> None:
        """Raises WorkbookReplaced when the file here is not the one that is open."""
        self.file.notice_other_version()

    def _version(self) -> int:
        return self.file.revision().others

    def close(self) -> None:
        """Let another window write."""
        self._lock.release()
