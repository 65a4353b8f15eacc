"""The reader for conversations: saved chats, transcripts, mail, and what help desks hand out.

Each message is a row: who wrote it, when, and what. Whose words are the customer's is settled by
`speakers.who`, or asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxreset.base.channels import Channel
from cxreset.base.errors import IntakeError
from cxreset.base.language.numbers import decimal
from cxreset.base.language.words import _
from cxreset.intake.decode.files import name_of, unreadable
from cxreset.intake.decode.kinds import Kind
from cxreset.intake.decode.sniff import Sniffed
from cxreset.intake.shape.table import Refusal, Row, Table, fitted
from cxreset.intake.speakers import chats, daily, saved, transcripts
from cxreset.intake.speakers.mail_heads import is_mail, is_mailbox
from cxreset.intake.speakers.messages import Message
from cxreset.intake.values.words import storable

LIMIT = 100_000_000  # bytes of a file that is read whole
_PEEKED = 1 << 18  # characters looked at to tell what it is
_LINES_JUDGED = 400
_COLUMNS = ("Author", "Name", "Date", "Subject", "Message", "Conversation")
_TEXT_SUFFIXES = (".txt", ".vtt", ".srt", ".log", ".text", ".md", "")


def open_conversation(source: Sniffed) -> Table | None:
    """The messages of a chat, a transcript or a mail; None where the text is none of these.

    Raises IntakeError when it is larger than is read whole, or holds no message.
    """
    head = _content(source, _PEEKED)
    if is_mail(head) or is_mailbox(head):
        return _mail(source, mailbox=is_mailbox(head))
    lines = _decoded(source, head).splitlines()[:_LINES_JUDGED]
    if transcripts.is_captions(lines):
        return message_table(source, "transcript", transcripts.captions(_lines(source)), "call")
    if chats.is_chat(lines):
        return message_table(source, "chat", chats.messages_of(_lines(source)), "chat")
    if saved.is_rows(lines):
        return message_table(source, "chat", saved.rows_of(_lines(source)), "chat")
    if source.path.suffix.lower() not in _TEXT_SUFFIXES:
        return None
    if daily.is_daily(lines):
        return message_table(source, "chat", daily.messages_of(_lines(source)), "chat")
    if saved.is_blocks(lines):
        return message_table(source, "chat", saved.blocks_of(_lines(source)), "chat")
    if transcripts.spoken_lines(lines) is None:
        return None
    spoken = transcripts.spoken_lines(_lines(source))
    return None if spoken is None else message_table(source, "transcript", spoken, None)


def _content(source: Sniffed, size: int = -1) -> bytes:
    if size < 0 and source.size > LIMIT:
        raise IntakeError(
            _(
                "{path} is larger than {LIMIT} MB, the most that is read of a "
                "conversation. Export it in parts, and import each."
            ).format(path=name_of(source.path), LIMIT=decimal(LIMIT / 1e6, 0, grouped=True))
        )
    try:
        with source.path.open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise unreadable(source.path, error) from None


def _decoded(source: Sniffed, content: bytes) -> str:
    return content.decode(
        source.encoding, "replace" if source.errors == "strict" else source.errors
    )


def _lines(source: Sniffed) -> list[str]:
    text = _decoded(source, _content(source))
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _mail(source: Sniffed, *, mailbox: bool) -> Table:
    from cxreset.intake.speakers import (
        mails,
    )  # the mail parser takes long to load, and few are mail

    messages = mails.messages_of(_content(source), mailbox=mailbox)
    return message_table(source, "mailbox" if mailbox else "mail", messages, "ticket")


def message_table(
    source: Sniffed, kind: Kind, messages: Sequence[Message], channel: Channel | None
) -> Table:
    """A table of messages, with only the columns in which something stands."""
    rows = [_cells(message) for message in messages]
    used = [at for at, name in enumerate(_COLUMNS) if any(row[at] for row in rows)]
    used = sorted({0, 4, *used})
    if not any(row[4] for row in rows):
        raise IntakeError(
            _("{path} holds no message with words. Name another file.").format(
                path=name_of(source.path)
            )
        )
    customers = frozenset(each.speaker for each in messages if each.side == "customer")

    def numbered() -> Iterator[Row | Refusal]:
        for number, row in enumerate(rows, 1):
            yield fitted(number, [row[at] for at in used])

    return Table(
        source=source,
        delimiter="",
        header=tuple(_COLUMNS[at] for at in used),
        has_header=True,
        notes=(*source.notes, _("Each message is a row; only the customer's are taken.")),
        rows=numbered,
        kind=kind,
        speaker="Author",
        customers=customers,
        channel=channel,
    )


def _cells(message: Message) -> tuple[str, ...]:
    """In the order of _COLUMNS."""
    cells = (message.speaker, message.name, message.when, message.title, message.text)
    return tuple(storable(cell) for cell in (*cells, message.thread))
