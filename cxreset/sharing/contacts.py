"""The customers behind finished actions, by name as the files have it: for the leader alone."""

from __future__ import annotations

import csv
import io

from cxreset.base.language.words import N_, _
from cxreset.sharing.data.cells import day, defused, flat
from cxreset.workbook.book import Workbook
from cxreset.workbook.feedback.contacts import contacts_behind
from cxreset.workbook.tables import Action, CustomerReply
from cxreset.workbook.thread import Thread

COLUMNS = (
    N_("Action"),
    N_("What was done"),
    N_("Customer"),
    N_("Comments"),
    N_("Last wrote on"),
    N_("Told on"),
    N_("How"),
)


def render(book: Workbook) -> bytes:
    """A row for each customer behind each finished action, as CSV that Excel opens as it is; the
    heads alone where no file names one."""
    out = io.StringIO()
    write = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow
    write([_(column) for column in COLUMNS])
    for action in book.rows(Action, status="completed"):
        for row in _rows(book, action):
            write([defused(flat(cell)) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def _rows(book: Workbook, action: Action) -> list[tuple[str, ...]]:
    pain = Thread(book).of_action(action).pain
    replies = book.rows(CustomerReply, action_id=action.key)
    reply = replies[-1] if replies else CustomerReply()
    return [
        (
            action.ref,
            action.title,
            one.customer,
            one.comments,
            one.last_on,
            day(reply.sent_on),
            reply.channel,
        )
        for one in (contacts_behind(book.file, pain.key) if pain else [])
    ]
