"""Is this mail? Told by how it begins, without the mail parser, which takes long to load."""

from __future__ import annotations

import re

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?.*(?:\r?\n[ \t]+.*)*\r?\n)")
_KNOWN = {b"from", b"to", b"subject", b"date", b"received", b"return-path", b"message-id"}
_KNOWN |= {b"mime-version", b"delivered-to", b"content-type", b"reply-to", b"x-gm-thrid"}
MAIL_BEGINS = re.compile(rb"^From \S.*\d{4}.*\r?\n(?=[A-Za-z-]+:)", re.MULTILINE)
"""The line that parts the messages of a mailbox."""


def is_mail(head: bytes) -> bool:
    """A block of mail headers at the start, three of them known."""
    lines = head.lstrip(b"\xef\xbb\xbf\r\n")
    if lines.startswith(b"From "):
        lines = lines.partition(b"\n")[2]
    names: set[bytes] = set()
    while match := _HEADER.match(lines):
        names.add(match[0].partition(b":")[0].lower())
        lines = lines[match.end() :]
    return len(names & _KNOWN) >= 3 and bool(names & {b"from", b"return-path"})


def is_mailbox(head: bytes) -> bool:
    """Begins with the line that parts the messages of a mailbox."""
    return MAIL_BEGINS.match(head.lstrip(b"\xef\xbb\xbf")) is not None
