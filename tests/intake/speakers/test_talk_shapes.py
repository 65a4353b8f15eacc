"""Chats, transcripts and mails in the shapes programs save them: the customer's words alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxreset.intake.read import Item, Options, Preview, account, look, read

A, B = "The lamp came broken", "Still waiting"
ONE, TWO = 1741000000, 1742300000  # seconds: 3 and 18 March 2025
MARCH = ["2025-03-03", "2025-03-18"]
CHAT = "\n".join
# name -> content; in each Mara says A, then B, and somebody else something between
TALKS: dict[str, str] = {
    "android-ar.txt": CHAT(
        [
            f"٣‏/٣‏/٢٠٢٥، ٩:١٢ ص - Mara: {A}",
            "٣‏/٣‏/٢٠٢٥، ٩:١٥ م - Shop Nord: نأسف",
            f"١٨‏/٣‏/٢٠٢٥، ٩:١٦ م - Mara: {B}",
        ]
    ),
    "android-vi.txt": CHAT(
        [
            f"09:12, 03/03/2025 - Mara: {A}",
            "21:15, 03/03/2025 - Shop Nord: Xin lỗi",
            f"21:16, 18/03/2025 - Mara: {B}",
        ]
    ),
    "group.txt": CHAT(
        [
            '2025-03-03, 5:40 p.m. - Mara created group "Nord"',
            "2025-03-03, 5:41 p.m. - Mara: Messages and calls are end-to-end encrypted. Tap.",
            f"2025-03-03, 5:46 p.m. - Mara: {A} <This message was edited>",
            "2025-03-03, 5:47 p.m. - Nord Support: Sorry",
            '2025-03-03, 5:48 p.m. - Mara changed the subject from "Nord: a" to "Nord: b"',
            "2025-03-18, 5:49 p.m. - Mara: PTT-20250328-WA0014.opus (archivo adjunto)",
            f"2025-03-18, 5:50 p.m. - Mara: {B}",
        ]
    ),
    "messenger.json": json.dumps(
        {
            "participants": [{"name": "Mara"}, {"name": "Nord"}],
            "title": "Mara",
            "messages": [
                {"sender_name": "Mara", "timestamp_ms": TWO * 1000, "content": B},
                {"sender_name": "Nord", "timestamp_ms": ONE * 1000 + 9, "content": "Sorry"},
                {"sender_name": "Mara", "timestamp_ms": ONE * 1000, "content": A},
            ],
        }
    ),
    "inbound.json": json.dumps(
        {
            "results": [
                {
                    "is_inbound": True,
                    "created_at": ONE + 0.1,
                    "text": A,
                    "author": {"name": "Mara"},
                },
                {
                    "is_inbound": False,
                    "created_at": ONE + 9.1,
                    "text": "Let me see",
                    "author": None,
                },
                {
                    "is_inbound": True,
                    "created_at": TWO + 0.1,
                    "text": B,
                    "author": {"name": "Mara"},
                },
            ]
        }
    ),
    "source.json": json.dumps(
        {
            "transcript": [
                {"source": "agent", "timestamp": "2025-03-03T09:12:00", "message": "Hello"},
                {"source": "customer", "timestamp": "2025-03-03T09:12:09", "message": A},
                {"source": "customer", "timestamp": "2025-03-18T09:12:09", "message": B},
            ]
        }
    ),
    "chatwoot.csv": (
        "message_id,message_type,sender_name,content,created_at\n"
        f"1,incoming,Mara,{A},2025-03-03 09:12\n2,outgoing,Sam,Sorry,2025-03-03 09:13\n"
        f"3,incoming,Mara,{B},2025-03-18 09:12\n"
    ),
    "sms.csv": (
        "From,To,Body,SentDate,ApiVersion,Direction\n"
        f"+4915,+4930,{A},2025-03-03T09:12:44Z,2010-04-01,inbound\n"
        "+4930,+4915,Sorry,2025-03-03T09:13:44Z,2010-04-01,outbound-api\n"
        f"+4915,+4930,{B},2025-03-18T09:13:44Z,2010-04-01,inbound\n"
    ),
    "discourse.json": json.dumps(
        {
            "title": "Broken",
            "post_stream": {
                "posts": [
                    {
                        "username": "mara",
                        "created_at": f"{MARCH[0]}T09:12Z",
                        "cooked": f"<p>{A}</p>",
                    },
                    {
                        "username": "sam",
                        "created_at": f"{MARCH[0]}T10:12Z",
                        "cooked": "<p>Which one?</p>",
                        "staff": True,
                    },
                    {
                        "username": "mara",
                        "created_at": f"{MARCH[1]}T10:12Z",
                        "cooked": f'<aside class="quote"><p>Which one?</p></aside>\n<p>{B}</p>',
                    },
                ]
            },
        }
    ),
}
# without days; who speaks is told by --customer
CALLS: dict[str, str] = {
    "meet.txt": (
        "Support call (2025-04-03 09:12) - Transcript\n\nAttendees\n\nMara, Jonas\n\n00:00:00\n\n"
        f"Jonas: Hello, what can I do?\nMara: {A}\nJonas: I see.\n\n00:05:00\n\nMara: {B}\n"
        "Transcription ended after 00:06:12\n"
    ),
    "otter.txt": f"Jonas  0:00\nHello.\n\nMara  0:04\n{A}\n\nJonas  0:12\nI see.\n\n"
    f"Mara  0:15\n{B}\n"
    "\nTranscribed by https://otter.ai\n",
    "teams.txt": f"Mara\n0:03\n{A}\n\nJonas\n0:09\nI see.\n\nMara\n0:14\n{B}\n",
    "zoom.txt": f"09:12:44\t From  Mara : {A}\n09:13:10\t From  Jonas (Host) : Hm\n"
    f"09:14:00\t From  Mara : {B}\n",
    "alone.txt": f"Jonas:\n\nHello.\n\nMara:\n\n{A}\n\nJonas:\n\nI see.\n\nMara:\n\n{B}\n",
    "whisper.srt": f"1\n00:00:00,000 --> 00:00:04,000\n[Mara]: {A}\n\n"
    "2\n00:00:04,000 --> 00:00:09,000\n[Jonas]: I see.\n\n"
    f"3\n00:00:09,000 --> 00:00:11,000\n[Mara]: {B}\n",
}


def seen(tmp_path: Path, name: str, content: str, options: Options | None = None) -> Preview:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return look(path, options)


def items(preview: Preview) -> list[Item]:
    return [row for row in read(preview) if isinstance(row, Item)]


@pytest.mark.parametrize("name", TALKS)
def test_what_the_customer_says_and_when(name: str, tmp_path: Path) -> None:
    found = items(seen(tmp_path, name, TALKS[name]))
    assert [item.text for item in found] == [A, B]
    assert [str(item.received_on) for item in found] == MARCH


@pytest.mark.parametrize("name", CALLS)
def test_names_alone_are_asked_about(name: str, tmp_path: Path) -> None:
    preview = seen(tmp_path, name, CALLS[name])
    assert preview.unsettled
    assert {speaker.name for speaker in preview.speakers} >= {"Mara"}
    preview = seen(tmp_path, name, CALLS[name], Options(customers=("Mara",)))
    assert [item.text for item in items(preview)] == [A, B]
    report = account(preview)
    assert report.read == report.rows_taken + report.without_words + report.refused


def test_a_form_on_the_web_writes_for_somebody(tmp_path: Path) -> None:
    mail = (
        "\nFrom: no-reply@form.example\nReply-To: mara@mail.example\nTo: help@nord.example\n"
        f"Subject: New message\nDate: Mon, 03 Mar 2025 09:12:44 +0100\n\n{A}\n"
    )
    found = items(seen(tmp_path, "form.eml", mail))
    assert [(item.text, item.customer) for item in found] == [(A, "mara@mail.example")]


def test_a_line_that_a_mailbox_has_marked_is_the_writers(tmp_path: Path) -> None:
    head = (
        "From: Mara <mara@mail.example>\nTo: help@nord.example\nSubject: Parcel\nMessage-ID: <1>\n"
    )
    box = (
        f"From mara@mail.example Mon Mar  3 09:12:44 2025\n{head}\n{A}\n>From here it looks lost\n"
    )
    found = items(seen(tmp_path, "box.mbox", box))
    assert [item.text for item in found] == [f"{A}\nFrom here it looks lost"]


def test_items_of_a_list_lose_their_marks(tmp_path: Path) -> None:
    for marks in (("- ", "- "), ("1. ", "2. "), ("• ", "• ")):
        found = items(seen(tmp_path, "list.txt", f"{marks[0]}{A}\n{marks[1]}{B}\n"))
        assert [item.text for item in found] == [A, B]
        assert "begins with as an item of a list" in look(tmp_path / "list.txt").notes[-1]
