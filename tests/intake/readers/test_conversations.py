"""Chats, transcripts, mail and what help desks hand out: the customer's messages, nobody else's."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import IntakeError, UsageError
from cxreset.cli import main
from cxreset.intake.read import Item, Options, account, look, read


def items(path: Path, *customers: str) -> list[Item]:
    preview = look(path, Options(customers=customers))
    assert not preview.unsettled
    return [row for row in read(preview) if isinstance(row, Item)]


def write(tmp_path: Path, name: str, content: str) -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    return path


CHATS = {
    "iphone de": "[14.04.25, 21:12:44] {a}: {x}\n[15.04.25, 08:00:01] {b}: {y}\n",
    "android de": "14.04.25, 21:12 - {a}: {x}\n15.04.25, 08:00 - {b}: {y}\n",
    "android us": "4/14/25, 9:12 PM - {a}: {x}\n4/15/25, 8:00 AM - {b}: {y}\n",
    "android us, thin blank": "4/14/25, 9:12\u202fPM - {a}: {x}\n4/15/25, 8:00\u202fAM - {b}: "
    "{y}\n",
    "android es": "14/4/2025, 9:12 p. m. - {a}: {x}\n15/4/2025, 8:00 a. m. - {b}: {y}\n",
    "android pt": "14/04/2025 21:12 - {a}: {x}\n15/04/2025 08:00 - {b}: {y}\n",
    "android it": "14/04/25, 21:12 - {a}: {x}\n15/04/25, 08:00 - {b}: {y}\n",
    "android nl": "14-04-2025 21:12 - {a}: {x}\n15-04-2025 08:00 - {b}: {y}\n",
    "android tr": "14.04.2025 21:12 - {a}: {x}\n15.04.2025 08:00 - {b}: {y}\n",
    "iphone tr": "[14.04.2025 ÖS 9:12:44] {a}: {x}\n[15.04.2025 ÖÖ 8:00:01] {b}: {y}\n",
    "android ko": "2025. 4. 14. 오후 9:12, {a} : {x}\n2025. 4. 15. 오전 8:00, {b} : {y}\n",
    "iphone ko": "[2025. 4. 14. 오후 9:12:44] {a}: {x}\n[2025. 4. 15. 오전 8:00:00] {b}: {y}\n",
    "android ja": "2025/04/14 21:12 - {a}: {x}\n2025/04/15 8:00 - {b}: {y}\n",
    "iphone ja": "[2025/04/14 午後9:12:44] {a}: {x}\n[2025/04/15 午前8:00:00] {b}: {y}\n",
    "iphone zh": "[2025/4/14 下午9:12:44] {a}: {x}\n[2025/4/15 上午8:00:00] {b}: {y}\n",
    "android zh": "2025/4/14 下午9:12 - {a}: {x}\n2025/4/15 上午8:00 - {b}: {y}\n",
    "android el": "14/4/25, 9:12 μ.μ. - {a}: {x}\n15/4/25, 8:00 π.μ. - {b}: {y}\n",
    "android hi": "14/04/25, 9:12 अपराह्न - {a}: {x}\n15/04/25, 8:00 पूर्वाह्न - {b}: {y}\n",
    "android fi": "14.4.2025 klo 21.12 - {a}: {x}\n15.4.2025 klo 8.00 - {b}: {y}\n",
    "android sv": "2025-04-14 21:12 - {a}: {x}\n2025-04-15 08:00 - {b}: {y}\n",
    "android hu": "2025. 04. 14. 21:12 - {a}: {x}\n2025. 04. 15. 8:00 - {b}: {y}\n",
    "android ar": "14/4/2025، 9:12 م - {a}: {x}\n15/4/2025، 8:00 ص - {b}: {y}\n",
}


@pytest.mark.parametrize("form", CHATS)
def test_a_saved_chat_in_many_locales(tmp_path: Path, form: str) -> None:
    first = CHATS[form].format(a="Mara", x="Die Lampe ist kaputt\nund zerkratzt", b="Ole", y="Oh")
    path = write(tmp_path, "_chat.txt", first * 2)
    preview = look(path, Options(customers=("Mara",)))
    found = [row for row in read(preview) if isinstance(row, Item)]
    assert [row.text for row in found] == ["Die Lampe ist kaputt\nund zerkratzt"] * 2
    assert {row.received_on for row in found} == {date(2025, 4, 14)}
    assert {(row.customer, row.channel) for row in found} == {("Mara", "chat")}
    report = account(preview)
    assert (report.read, report.stored, report.passed["company"]) == (4, 2, 2)


def test_who_is_the_customer_is_asked_with_names_and_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "chat.txt", CHATS["iphone de"].format(a="Mara", x="a b", b="Ole", y="c"))
    assert main(["start", "--name", "Dana"]) == 0
    assert main(["import", str(path)]) != 0
    err = capsys.readouterr().err
    assert "Mara (1) and Ole (1)" in err and "--customer" in err
    assert main(["import", "--customer", "mara", str(path)]) == 0
    assert "1 comment taken and 1 said by the company" in capsys.readouterr().out
    with pytest.raises(UsageError, match="Nobody in the file is called"):
        look(path, Options(customers=("Kim",)))


def test_notices_pictures_and_captions(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "WhatsApp Chat with Mara.txt",
        "03/04/2025, 09:00 - Messages and calls are end-to-end encrypted.\n"
        "03/04/2025, 09:01 - Mara: <Media omitted>\n"
        "23/04/2025, 09:02 - Mara: IMG-1.jpg (file attached)\nSee the crack\n"
        "23/04/2025, 09:03 - Nordlicht: This message was deleted\n"
        "23/04/2025, 09:04 - Mara: No\n",
    )
    report = account(look(path))
    assert [row.text for row in items(path)] == ["See the crack", "No"]
    assert (report.read, report.stored) == (5, 2)
    assert dict(report.passed) == {"notice": 2, "company": 1}


CAPTIONS = {
    "voices.vtt": "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:04.000\n<v Agent Sam>How can I "
    "help?</v>\n\n00:05.000 --> 00:09.000\n<v Customer>My bill is "
    "&lt;wrong&gt;</v>\n\n00:09.000 -->"
    " 00:12.000\n<v Customer>and nobody answers</v>\n",
    "two-in-one.vtt": "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Agent>Hi</v>\n<v Customer>My "
    "bill is &lt;wrong&gt;\n\n2\n00:00:05.000 --> 00:00:06.000\nand nobody answers\n",
    "call.srt": "1\n00:00:01,000 --> 00:00:04,000\nAgent: Hi\n\n2\n00:00:05,000 --> 00:00:09,000\n"
    "Customer: My bill is <wrong>\n\n3\n00:00:10,000 --> 00:00:12,000\nand nobody answers\n",
    "teams.txt": "Agent Sam   0:03\nHow can I help?\n\nCustomer   0:09\nMy bill is "
    "<wrong>\nand nobody"
    " answers\n",
    "plain.txt": "Agent: Hi\nCustomer: My bill is <wrong>\nand nobody answers\nAgent: Oh\n"
    "Agent: I see\nCustomer: Bye now\n",
    "timed.txt": "[00:00:01] Agent: Hi\n[00:00:05] Customer: My bill is <wrong>\nand nobody "
    "answers\n"
    "[00:00:09] Agent: Oh\n[00:00:10] Customer: Bye now\n",
}


@pytest.mark.parametrize("name", CAPTIONS)
def test_the_customers_turns_of_a_call(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name, CAPTIONS[name])
    found = items(path)
    assert found[0].text.split() == ["My", "bill", "is", "<wrong>", "and", "nobody", "answers"]
    assert not any("Hi" in row.text or "help" in row.text for row in found)


MAIL = (
    "From: Kim Lee <kim@mail.example>\nTo: help@shop.example\nSubject: {subject}\n"
    "Date: Mon, 07 Apr 2025 10:15:00 +0200\nMIME-Version: 1.0\nContent-Type: {kind}\n\n{body}"
)
QUOTES = [
    "On Fri, 4 Apr 2025 Help <help@shop.example> wrote:\n> We are sorry",
    "On Fri, Apr 4, 2025 at 9:00 AM Help Desk\n<help@shop.example> wrote:\n\n> We are sorry\n> so",
    "Am 04.04.2025 um 09:00 schrieb Hilfe <help@shop.example>:\n> Es tut uns leid",
    "Le ven. 4 avr. 2025 à 09:00, Aide <help@shop.example> a écrit :\n> Désolés",
    "El vie, 4 abr 2025 a las 9:00, Ayuda (<help@shop.example>) escribió:\n> Lo sentimos",
    "Il giorno ven 4 apr 2025 alle ore 09:00 Aiuto <help@shop.example> ha scritto:\n> Ci scusiamo",
    "Op vr 4 apr. 2025 om 09:00 schreef Hulp <help@shop.example>:\n> Sorry",
    "-----Original Message-----\nFrom: Help\nSent: Friday\nWe are sorry",
    "________________________________\nFrom: Help <help@shop.example>\nSent: Friday, 4 April 2025 "
    "09:00\nTo: Kim\nSubject: Re\n\nWe are sorry",
]


@pytest.mark.parametrize("quote", QUOTES)
def test_a_mail_is_its_writers_own_words(tmp_path: Path, quote: str) -> None:
    body = f"The kettle never came.\n\nKind regards\nKim\n\n{quote}\n"
    path = write(tmp_path, "a.eml", MAIL.format(subject="Kettle", kind="text/plain", body=body))
    (item,) = items(path)
    assert (item.text, item.title) == ("The kettle never came.", "Kettle")
    assert (item.received_on, item.customer) == (date(2025, 4, 7), "kim@mail.example")
    assert item.channel == "ticket"


@pytest.mark.parametrize(
    "words",
    [
        "On Monday the driver came and wrote:\nYour parcel is lost.",
        "From: Berlin\nTo: Munich\nThe parcel took nine days.",
        "They closed with\nBest regards\nand that was all I ever got from them in weeks.",
        "It broke twice\n--\nand then again",
    ],
)
def test_own_words_that_only_look_like_mail_stay(tmp_path: Path, words: str) -> None:
    path = write(tmp_path, "a.eml", MAIL.format(subject="x", kind="text/plain", body=words))
    assert items(path)[0].text == words
    table = tmp_path / "a.csv"
    table.write_text(f'Id,Comment\n1,"{words}"\n2,Fine so far\n')
    assert items(table)[0].text == words


def test_a_mail_in_html_and_another_encoding(tmp_path: Path) -> None:
    html = "<html><body><p>Der Kessel fehlt &amp; keiner antwortet.</p><p>Schade</p></body></html>"
    path = write(tmp_path, "a.eml", MAIL.format(subject="x", kind="text/html", body=html))
    assert items(path)[0].text == "Der Kessel fehlt & keiner antwortet.\n\nSchade"
    path = tmp_path / "b.eml"
    mail = MAIL.format(
        subject="=?iso-8859-1?Q?R=FCckgabe?=",
        kind="text/plain; charset=cp1251",
        body="Где мой заказ?",
    )
    path.write_bytes(mail.encode("cp1251"))
    assert (items(path)[0].text, items(path)[0].title) == ("Где мой заказ?", "Rückgabe")


def test_a_mailbox_holds_the_companys_mails_too(tmp_path: Path) -> None:
    ours = (
        "From: Help <help@shop.example>\nTo: kim@mail.example\nSubject: Re: Kettle\n"
        "Date: Tue, 08 Apr 2025 10:15:00 +0200\n\nWe are sorry.\n"
    )
    begin = "From x@y Mon Apr  7 10:15:00 2025\n"
    one = MAIL.format(subject="Kettle", kind="text/plain", body="No kettle came.\n")
    two = one.replace("Kim Lee <kim@", "Lee <lee@").replace("No kettle", "No lamp")
    path = write(tmp_path, "all.mbox", f"{begin}{one}\n{begin}{ours}\n{begin}{two}\n")
    assert [row.text for row in items(path)] == ["No kettle came.", "No lamp came."]
    report = account(look(path))
    assert (report.read, report.passed["company"]) == (3, 1)


APIS: dict[str, object] = {
    "slack": [
        {"type": "message", "user": "U1", "text": "The <https://x.y|page> is &lt;down&gt;",
         "ts": "1741000000.000100", "user_profile": {"real_name": "Customer Kim"}},
        {"type": "message", "user": "U2", "text": "On it", "ts": "1741000100.000100",
         "user_profile": {"real_name": "Agent Sam"}},
        {"type": "message", "subtype": "channel_join", "user": "U1", "text": "joined",
         "ts": "1741000000.000001"},
    ],
    "telegram": {
        "name": "Kim", "type": "personal_chat", "id": 1,
        "messages": [
            {"id": 1, "type": "service", "date": "2025-03-03T10:00:00", "actor": "Kim"},
            {"id": 2, "type": "message", "date": "2025-03-03T10:00:00", "from": "Kim",
             "text": ["The ", {"type": "link", "text": "page"}, " is <down>"]},
            {"id": 3, "type": "message", "date": "2025-03-04", "from": "Shop", "text": "Oh"},
        ],
    },
    "discourse": {
        "title": "Down", "post_stream": {"posts": [
            {"username": "kim", "cooked": "<p>The <b>page</b> is &lt;down&gt;</p>",
             "created_at": "2025-03-03T10:00:00Z", "post_type": 1},
            {"username": "sam", "cooked": "<p>Oh</p>", "created_at": "2025-03-03T11:00:00Z",
             "staff": True, "post_type": 1},
            {"username": "x", "cooked": "", "created_at": "2025-03-03T11:00:00Z", "post_type": 3},
        ]},
    },
    "freshdesk": [
        {"id": 7, "requester_id": 5, "subject": "Down", "description_text": "The page is <down>",
         "created_at": "2025-03-03T10:00:00Z", "conversations": [
             {"body_text": "Oh", "incoming": False, "private": False, "user_id": 9},
             {"body_text": "tell dev", "incoming": False, "private": True, "user_id": 9}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", APIS)
def test_what_help_desks_and_chats_hand_out(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "export.json", json.dumps(APIS[name]))
    found = items(path)
    assert [row.text for row in found] == ["The page is <down>"]
    assert found[0].received_on == date(2025, 3, 3)


def test_an_empty_mail_is_refused_in_words(tmp_path: Path) -> None:
    path = write(tmp_path, "a.eml", MAIL.format(subject="x", kind="text/plain", body="\n"))
    with pytest.raises(IntakeError, match="no message with words"):
        look(path)
