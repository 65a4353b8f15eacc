"""A draft, read back as a mail program reads it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from hypothesis import given
from hypothesis import strategies as st

from cxreset.sharing.data.mail import Draft, draft

FILES = (
    ("sam.html", "<p>Für Sam</p>".encode()),
    ("sam.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
)
WORDS = Draft("sam@harbour-pine.example", "Deine Aufgabe, bis 9. Oktober", "Hallo Sam,\n\nbitte.\n")


def read(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage) and not message.defects
    return message


def test_the_words_and_the_files_arrive_whole() -> None:
    message = read(draft(WORDS, FILES))
    assert (message["To"], message["Subject"], message["X-Unsent"]) == (
        WORDS.to, WORDS.subject, "1",
    )  # fmt: skip
    assert message["From"] is None and message["Date"] is None, "it is a draft"
    body = message.get_body(("plain",))
    assert body is not None and body.get_content().replace("\r\n", "\n") == WORDS.body
    attached = list(message.iter_attachments())
    assert [one.get_filename() for one in attached] == ["sam.html", "sam.ics"]
    assert [one.get_content_type() for one in attached] == ["text/html", "text/calendar"]
    assert [one.get_payload(decode=True) for one in attached] == [data for _, data in FILES]
    assert draft(WORDS, FILES) == draft(WORDS, FILES)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_becomes_a_header(subject: str, body: str) -> None:
    data = draft(Draft("", f"{subject}\r\nBcc: eve@x.co", f"{body}\nBcc: eve@x.co"), ())
    message = read(data)
    assert message["Bcc"] is None and message["To"] is None
