"""An e-mail as a draft (RFC 5322): the words, and the files that go with it.

Mail programs open it ready to send: Outlook by the header X-Unsent, Thunderbird with *Edit as new*,
Apple Mail with *Send again*. Nothing in it is of the moment it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import NamedTuple

_KINDS = {
    "html": ("text", "html"),
    "md": ("text", "markdown"),
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "ics": ("text", "calendar"),
}


class Draft(NamedTuple):
    """What an e-mail says; `to` may be empty, where no address is written down."""

    to: str
    subject: str
    body: str


def draft(words: Draft, files: Sequence[tuple[str, bytes]]) -> bytes:
    """The draft with its files (name, bytes) attached; the same bytes for the same."""
    message = EmailMessage(policy=SMTP)
    if words.to:
        message["To"] = " ".join(words.to.split())
    message["Subject"] = " ".join(words.subject.split())
    message["X-Unsent"] = "1"
    message.set_content(words.body, charset="utf-8", cte="quoted-printable")
    for name, data in files:
        main, sub = _KINDS.get(name.rpartition(".")[2], ("application", "octet-stream"))
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
        last = list(message.iter_attachments())[-1]
        if main == "text":
            last.set_param("charset", "utf-8")
    message.set_boundary(f"=_{sha256(words.body.encode('utf-8', 'replace')).hexdigest()[:32]}")
    return message.as_bytes()
