"""Mail: one message (`.eml`) or a mailbox of them (`.mbox`), its writer's own words alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from cxreset.intake.speakers.correspondents import addresses_in, writer_of
from cxreset.intake.speakers.mail_heads import MAIL_BEGINS
from cxreset.intake.speakers.messages import Message
from cxreset.intake.speakers.quoting import without_marks, without_quotes, without_signature
from cxreset.intake.values.words import clean_text, without_markup

_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_HELP = re.compile(
    r"^(?:no-?reply|help(?:desk)?|support|service|info|kontakt|contact|care|kundenservice"
    r"|customer[._-]?(?:service|care|support)|office|sales|team|hello|hallo|feedback|reviews?)\b",
    re.IGNORECASE,
)


def messages_of(content: bytes, *, mailbox: bool) -> list[Message]:
    """Every mail with its writer's words, its subject and its day; `side` says whose it is.

    The company is whoever the mails of others go to most, and addresses such as `help@…`.
    """
    mails = [_parsed(each) for each in (_parted(content) if mailbox else [content.lstrip()])]
    company = _company(mails)
    found = []
    for mail in mails:
        name, address = _writer(mail)
        ours = address in company or bool(_HELP.match(address))
        found.append(
            Message(
                speaker=address or name,
                text=_own_words(mail, name or address.partition("@")[0]),
                when=_day(mail),
                title=clean_text(_header(mail, "subject")),
                name=name,
                side="company" if ours and len(mails) > 1 else "customer",
            )
        )
    return found


def _parted(content: bytes) -> Iterator[bytes]:
    starts = [match.start() for match in MAIL_BEGINS.finditer(content)]
    for begin, end in zip(starts, [*starts[1:], len(content)], strict=True):
        mail = content[begin:end].partition(b"\n")[2]
        yield _ESCAPED.sub(rb"\1", mail)  # a line that began with "From " in the mail itself


def _parsed(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, IndexError, AttributeError):  # what the parser cannot make sense of
        return ""


def _writer(mail: EmailMessage) -> tuple[str, str]:
    name, address = writer_of(_header(mail, "from"))
    if _HELP.match(address):
        answered = writer_of(_header(mail, "reply-to"))
        if answered[1]:
            return answered  # a form on the web writes for somebody
    return name, address


def _company(mails: list[EmailMessage]) -> set[str]:
    """The address that most of the mails go to, when several do."""
    to = Counter(
        address
        for mail in mails
        for name in ("to", "delivered-to")
        for address in addresses_in(_header(mail, name))
    )
    if len(mails) < 2 or not to:
        return set()
    most, number = to.most_common(1)[0]
    senders = {_writer(mail)[1] for mail in mails}
    others = len(senders - {most})
    usual = number > 1 and (others > 1 or most not in senders or number * 2 > len(mails))
    return {most} if usual else set()


def _day(mail: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(mail, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return _header(mail, "date")


def _own_words(mail: EmailMessage, writer: str) -> str:
    text = _body(mail)
    own = without_signature(without_quotes(text), writer)
    return clean_text(without_marks(own)) or clean_text(own)


def _body(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        return without_markup(re.sub(r"\s+", " ", text))
    if part.get_param("format") == "flowed":
        text = re.sub(r" \n(?!>)", " ", text.replace("\r\n", "\n"))
    return text.replace("\r\n", "\n")


def _decoded(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return str(content or "")
    named = part.get_content_charset() or "utf-8"
    for charset in (named, "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("utf-8", "replace")
