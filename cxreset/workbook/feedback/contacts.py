"""The customers behind a pain point, as far as the files name them."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

_CONTACTS = """
SELECT trim(f.customer), group_concat('C' || f.id, ' '), max(coalesce(f.received_on, ''))
  FROM evidence e JOIN feedback f ON f.id = e.feedback_id
 WHERE e.pain_id = ? AND trim(f.customer) <> ''
 GROUP BY trim(f.customer) ORDER BY trim(f.customer)
"""


class Contact(NamedTuple):
    """A customer as the file names them, the ids of their comments, and the newest one's day."""

    customer: str
    comments: str
    last_on: str


def contacts_behind(file: WorkbookFile, pain_id: int) -> list[Contact]:
    """Every customer with a name whose comments are tied to the pain point, by name."""
    with guarded(file.path):
        return [Contact(*row) for row in file.connection.execute(_CONTACTS, (pain_id,))]
