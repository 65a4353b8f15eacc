"""Conversations as more programs save them: each says in its own way who speaks, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cxreset.intake.read import Item, Options, look, read
from cxreset.intake.speakers.quoting import without_quotes, without_signature

A, B = "The parcel came eight days late", "I was charged twice"
MARA = "Mara Lee"
VIBER = f"""(04/03/2025),(10:11:12),{MARA},+49 170 1234567,"{A}, and
nobody told me"
(04/03/2025),(10:15:00),Me,+49 30 123456,We look into it
(25/03/2025),(21:12:00),{MARA},+49 170 1234567,{B}
"""
SIGNAL = f"""Conversation: {MARA}

From: {MARA} (+491701234567)
Type: incoming
Sent: Tue, 04 Mar 2025 10:11:12 +0100

{A}, and
nobody told me

From: You
Type: outgoing
Sent: Tue, 04 Mar 2025 10:15:12 +0100

We look into it

From: {MARA} (+491701234567)
Type: incoming
Sent: Tue, 25 Mar 2025 21:12:00 +0100

{B}
"""
WEBEX = f"""WEBVTT

1 "{MARA}" (123456)
00:00:01.000 --> 00:00:04.000
{A}, and

2 "{MARA}" (123456)
00:00:04.000 --> 00:00:06.000
nobody told me

3 "Agent Smith" (98765)
00:00:07.000 --> 00:00:09.000
We look into it

4 "{MARA}" (123456)
00:00:10.000 --> 00:00:13.000
{B}
"""
OTTER = f"""Support call
Tue, Mar 4, 2025 10:11AM • 2:13

SUMMARY KEYWORDS
parcel, refund

SPEAKERS
{MARA}, Agent Smith

Agent Smith  00:00
How can I help you today?

{MARA}  00:05
{A}, and
nobody told me

Agent Smith  00:20
We look into it

{MARA}  01:10
{B}

Transcribed by https://otter.ai
"""
LINE = f"""[LINE] {MARA}とのトーク履歴
保存日時：2025/03/30 09:00

2025/03/04(火)
10:11\t{MARA}\t"{A}, and
nobody told me"
10:15\tShop support\tWe look into it
10:16\t{MARA}\t[スタンプ]

2025/03/25(火)
21:12\t{MARA}\t{B}
"""
KAKAO = f"""{MARA} 님과 카카오톡 대화
저장한 날짜 : 2025년 3월 30일 오전 9:00

2025년 3월 4일 오전 10:11, {MARA} : {A}, and
nobody told me
2025년 3월 4일 오후 9:12, 회원님 : We look into it
2025년 3월 4일 오후 9:15, {MARA} : 사진 3장
2025년 3월 25일 오후 9:12, {MARA} : {B}
"""


def ticket(text: str, on: str, *, agent: bool, public: bool = True) -> dict[str, object]:
    return {
        "from_agent": agent,
        "public": public,
        "body_text": text,
        "created_datetime": on,
        "sender": {"name": "Agent A" if agent else MARA},
    }


GORGIAS = json.dumps(
    {
        "data": [
            {
                "id": 1,
                "subject": "Late",
                "created_datetime": "2025-03-04T10:11:12",
                "messages": [
                    ticket(f"{A}, and\nnobody told me", "2025-03-04T10:11:12", agent=False),
                    ticket("We look into it", "2025-03-04T11:11:12", agent=True),
                    ticket("call the courier", "2025-03-04T12:00:00", agent=True, public=False),
                    ticket(B, "2025-03-25T21:12:00", agent=False),
                ],
            }
        ]
    }
)


@pytest.mark.parametrize(
    ("name", "content", "dated"),
    [
        ("Viber Mara Lee.csv", VIBER, True),
        ("signal.txt", SIGNAL, True),
        ("webex.vtt", WEBEX, False),
        ("call_otter_ai.txt", OTTER, False),
        ("[LINE] Mara.txt", LINE, True),
        ("KakaoTalkChats.txt", KAKAO, True),
        ("gorgias.json", GORGIAS, True),
    ],
)
def test_the_customers_messages_and_no_others(
    name: str, content: str, dated: bool, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    preview = look(path)
    if preview.unsettled:
        preview = look(path, Options(customers=(MARA,)))
    found = [row for row in read(preview) if isinstance(row, Item)]
    assert [item.text.replace("\n", " ") for item in found] == [f"{A}, and nobody told me", B]
    assert {item.customer for item in found} == {MARA}
    days = [item.received_on.isoformat() for item in found if item.received_on]
    assert days == (["2025-03-04", "2025-03-25"] if dated else [])


def test_a_channel_says_who_wrote_and_not_for_whom(tmp_path: Path) -> None:
    path = tmp_path / "discord.json"
    turns = ((MARA, A), ("Nord", "We look into it"), (MARA, B))
    rows = [
        {"timestamp": f"2025-03-0{day}T10:00:00Z", "content": words, "author": {"name": name}}
        for day, (name, words) in enumerate(turns, 4)
    ]
    path.write_text(json.dumps({"channel": {"name": "help"}, "messages": rows}))
    assert look(path).unsettled
    preview = look(path, Options(customers=(MARA,)))
    assert [row.text for row in read(preview) if isinstance(row, Item)] == [A, B]


@pytest.mark.parametrize(
    "head",
    [
        "De: Ayuda <a@b.example>\nEnviado el: martes, 4 de marzo de 2025 10:11\nAsunto: RE",
        "De: Ajuda <a@b.example>\nEnviada em: terça-feira, 4 de março de 2025 10:11\nAssunto: RE",
        "Van: Help <a@b.example>\nVerzonden: dinsdag 4 maart 2025 10:11\nAan: Mara\nOnderwerp: RE",
        "Da: Aiuto <a@b.example>\nInviato: martedì 4 marzo 2025 10:11\nA: Mara\nOggetto: R: Pacco",
        "Fra: Hjelp <a@b.example>\nSendt: tirsdag 4. mars 2025 10:11\nTil: Mara\nEmne: SV",
        "Feladó: Segítség <a@b.example>\nElküldve: 2025. március 4. 10:11\nTárgy: RE",
        "发件人: 客服 <a@b.example>\n发送时间: 2025年3月4日 10:11\n收件人: Mara\n主题: 回复",
    ],
)
def test_mail_quoted_by_outlook_in_more_languages(head: str) -> None:
    assert without_quotes(f"{A}\n\n{head}\n\nWe look into it") == A


def test_a_signature_below_two_dashes_and_a_story_that_goes_on() -> None:
    assert without_signature(f"{A}\n\n--\nMara Lee\n+49 170 1234567", "Lee, Mara") == A
    story = f"{A}\n--\nThen I called you again and nobody answered the phone."
    assert without_signature(story, "Mara Lee") == story
