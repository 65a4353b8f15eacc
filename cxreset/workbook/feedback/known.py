"""What is in the workbook already, to tell before an import how much of it would come again."""

from __future__ import annotations

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

MOST = 300_000  # comments compared with, the latest; a number for each is held
_KNOWN = """
  SELECT text, coalesce(received_on, ''), customer FROM feedback
  WHERE received_on IS NOT NULL OR customer <> '' ORDER BY id DESC LIMIT ?
"""


class KnownComments:
    """The comments of a workbook with a day or a customer, by their words, day and customer."""

    def __init__(self, file: WorkbookFile) -> None:
        with guarded(file.path):
            rows = file.connection.execute(_KNOWN, (MOST,))
            self._marks = set(map(hash, rows))

    def __bool__(self) -> bool:
        return bool(self._marks)

    def has(self, text: str, day: str, customer: str) -> bool:
        """Is there such a comment, word for word? `day` is ISO, empty where there is none."""
        return hash((text, day, customer)) in self._marks
