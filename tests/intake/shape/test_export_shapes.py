"""Exports in the shapes that real products write, words invented: each part is found in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from cxreset.intake.read import Item, account, look, read

A, B = "The parcel came a week late", "Nobody answers the phone"


class Found(NamedTuple):
    """What is right: the words, then the days, ratings and customers where they are told."""

    texts: list[str]
    days: list[str] | None = None
    ratings: Sequence[float | None] | None = None
    customers: list[str] | None = None


MARCH = ["2025-03-03", "2025-03-18"]
SHAPES: dict[str, tuple[str, Found]] = {
    "outscraper.csv": (
        "name,author_title,author_id,review_text,review_rating,review_timestamp,owner_answer\n"
        f"Café Nord,Mara K,101,{A},2,1741000000,Thank you Mara we will train our team\n"
        f"Café Nord,Ola,102,{B},5,1742300000,\n",
        Found([A, B], MARCH, [2, 5], ["Mara K", "Ola"]),
    ),
    "appstore.json": (
        json.dumps(
            {
                "feed": {
                    "author": {"name": {"label": "iTunes Store"}},
                    "entry": [
                        {
                            "author": {"name": {"label": who}, "label": ""},
                            "updated": {"label": f"{day}T02:12:44-07:00"},
                            "im:rating": {"label": stars},
                            "title": {"label": "Title"},
                            "content": {"label": text, "attributes": {"type": "text"}},
                        }
                        for who, day, stars, text in (
                            ("mara", MARCH[0], "1", A),
                            ("ola", MARCH[1], "5", B),
                        )
                    ],
                }
            }
        ),
        Found([A, B], MARCH, [1, 5], ["mara", "ola"]),
    ),
    "play-api.json": (
        json.dumps(
            {
                "reviews": [
                    {
                        "authorName": who,
                        "comments": [
                            {
                                "userComment": {
                                    "text": f"\t{text}",
                                    "lastModified": {"seconds": seconds, "nanos": 0},
                                    "starRating": stars,
                                }
                            },
                            {"developerComment": {"text": "Hello, please write to us about it"}},
                        ],
                    }
                    for who, seconds, stars, text in (
                        ("Mara", "1741000000", 1, A),
                        ("Ola", "1742300000", 5, B),
                    )
                ]
            }
        ),
        Found([A, B], MARCH, [1, 5], ["Mara", "Ola"]),
    ),
    "amazon-2014.json": (
        f'{{"reviewText": "{A}", "overall": 1.0, "unixReviewTime": 1252800000, '
        '"reviewTime": "09 13, 2009"}\n'
        f'{{"reviewText": "{B}", "overall": 5.0, "unixReviewTime": 1393545600, '
        '"reviewTime": "02 28, 2014"}\n',
        Found([A, B], ["2009-09-13", "2014-02-28"], [1, 5]),
    ),
    "hotjar.csv": (
        "Number,User,Date Submitted,Emotion (1-5),Message,Email\n"
        f"1,a1,2025-03-03 09:12:44,1,{A},\n2,a2,2025-03-18 09:12:44,5,{B},\n",
        Found([A, B], MARCH, [1, 5]),
    ),
    "hubspot-feedback.csv": (
        "Survey name,Response,Sentiment,Comment,Submission date,Contact email\n"
        f"Spring,3,Detractor,{A},2025-03-03,m@x.example\n"
        f"Spring,10,Promoter,{B},2025-03-18,o@x.example\n",
        Found([A, B], MARCH, [3, 10], ["m@x.example", "o@x.example"]),
    ),
    "ebay.csv": (
        f"Feedback Type,Comment,From,Date/Time\nNegative,{A},m***a,Past month\n"
        f"Positive,{B},o***l,Past 6 months\n",
        Found([A, B], ["", ""], [0, 1]),
    ),
    "zendesk.json": (
        "\n".join(
            json.dumps(
                {
                    "id": number,
                    "subject": "Parcel",
                    "description": text,
                    "requester": {"id": 10 + number, "name": "Mara"},
                    "comments": [
                        {"author_id": 10 + number, "body": text, "public": True},
                        {"author_id": 99, "body": "We look into it", "public": True},
                        {"author_id": 99, "body": "difficult customer", "public": False},
                    ],
                }
            )
            for number, text in enumerate((A, B))
        ),
        Found([A, B]),
    ),
    "livechat.csv": (
        "chat_id;started;visitor_name;agent;transcript\n"
        'C1;2025-03-03 09:12;Mara;Sam;"(09:12:44) Mara: Hello\n(09:13:10) Sam: Hi Mara\n'
        f'(09:14:00) Mara: {A}"\n'
        f'C2;2025-03-18 09:12;Ola;Jo;"(10:12:44) Ola: {B}\n(10:13:10) Jo: I see"\n',
        Found([f"Hello\n{A}", B], MARCH, None, ["Mara", "Ola"]),
    ),
    "limesurvey.csv": (
        '"id. ID";"submitdate. Date";"G01Q01. Wie bewerten Sie uns?";'
        '"G01Q02. Was sollen wir verbessern?";"G01Q03. Was war gut?"\n'
        '"1";"2025-03-03 09:12:44";"4";"Kürzere Wartezeit";"Netter Fahrer"\n'
        '"2";"2025-03-18 09:12:44";"2";"Alles";""\n',
        Found(
            ["Kürzere Wartezeit", "Netter Fahrer", "Alles"],
            [MARCH[0], *MARCH],
            [4, 4, 2],
        ),
    ),
    "gorgias.csv": (
        "Ticket id,Created datetime,Customer name,First message body,Survey score,CSAT comment\n"
        f"1,2025-03-03T09:12:44,Mara,{A},1,Too slow\n2,2025-03-18T09:12:44,Ola,{B},5,\n",
        Found([A, "Too slow", B], [MARCH[0], *MARCH], [1, 1, 5], ["Mara", "Mara", "Ola"]),
    ),
    "tripadvisor.csv": (
        "reviewer;review_body;review_rating;review_date\n"
        f"Mara K;{A};bubble_20;Mara K wrote a review Apr 2025\n"
        f"Ola;{B};bubble_50;Ola wrote a review Mar 2025\n",
        Found([A, B], ["2025-04-01", "2025-03-01"], [2, 5], ["Mara K", "Ola"]),
    ),
    "unquoted.csv": (
        f"date,stars,comment\n2025-03-03,2,Late, wet, and cold\n2025-03-18,4,{A}\n"
        f"2025-03-18,5,{B}\n",
        Found(["Late, wet, and cold", A, B], [MARCH[0], MARCH[1], MARCH[1]], [2, 4, 5]),
    ),
    "never-closed.csv": (
        "id,comment,stars\n" + f"1,{A},3\n" * 5 + '6,"never closed,2\n' + f"7,{B},3\n" * 3,
        Found([A] * 5 + ['"never closed'] + [B] * 3, None, [3] * 5 + [2] + [3] * 3),
    ),
    "apostrophes.csv": (
        "id,comment,stars\n1,'Late, wet',2\n2,'It''s \"fine\", thanks',4\n3,'good',5\n",
        Found(["Late, wet", 'It\'s "fine", thanks', "good"], None, [2, 4, 5]),
    ),
    "carets.csv": (
        "id^comment^stars\n1^Late, wet^2\n2^Fine; thanks^4\n",
        Found(["Late, wet", "Fine; thanks"], None, [2, 4]),
    ),
    "twice.csv": (
        "Date,BegrÃ¼ndung\n2025-03-03,Die TÃ¼r schlieÃ\x9ft nicht\n2025-03-18,Zu spÃ¤t\n",
        Found(["Die Tür schließt nicht", "Zu spät"], MARCH),
    ),
    "headers-again.csv": (
        "Date,Comment,Stars\n2025-03-03,Late,2\nDate,Comment,Stars\n2025-03-18,Wet,1\n"
        "date,comment,stars\n",
        Found(["Late", "Wet"], MARCH, [2, 1]),
    ),
    "reported-by.csv": (
        "Ticket Owner,Reported by,Job title,Details\n"
        f"Sam,Mara,Manager,{A}\nJo,anonymous user,Owner,{B}\n",
        Found([A, B], None, None, ["Mara", ""]),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_read(name: str, tmp_path: Path) -> None:
    content, right = SHAPES[name]
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    preview = look(path)
    items = [row for row in read(preview) if isinstance(row, Item)]
    assert [item.text for item in items] == right.texts
    days = [item.received_on.isoformat() if item.received_on else "" for item in items]
    assert right.days in (None, days)
    assert right.ratings in (None, [item.rating for item in items])
    assert right.customers in (None, [item.customer for item in items])
    report = account(preview)
    assert report.read == report.rows_taken + report.without_words + report.refused


def test_what_is_not_taken_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Date,Review,Room tip,When\n2025-03-03,Late,Ask for the back,Past month\n"
        "2025-03-04,Wet,Take the stairs instead,Past year\n"
    )
    assert any('"Room tip" reads like words too' in note for note in look(path).notes)


@pytest.mark.parametrize(
    ("header", "row", "date", "rating"),
    [
        ("Datum,Hodnocení,Text recenze,Zákazník", "14. 12. 2025,1", "Datum", "Hodnocení"),
        ("Päivämäärä,Arvosana,Palaute,Asiakas", "14.12.2025,1", "Päivämäärä", "Arvosana"),
        ("Dátum,Értékelés,Vélemény,Ügyfél", "2025.12.14.,1", "Dátum", "Értékelés"),
        ("Tanggal,Penilaian,Komentar,Nama", "14 Desember 2025,1", "Tanggal", "Penilaian"),
        ("תאריך,דירוג,תגובה,לקוח", "14/12/2025,1", "תאריך", "דירוג"),
        ("Data,Notă,Comentariu,Client", "14 decembrie 2025,1", "Data", "Notă"),
        ("Dato,Stjerner,Kommentar,Kunde", "14. dec. 2025,1", "Dato", "Stjerner"),
    ],
)
def test_headers_of_more_languages(
    header: str, row: str, date: str, rating: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{header}\n{row},{A},Mara\n{row},{B},Ola\n", encoding="utf-8")
    preview = look(path)
    assert (preview.mapping.date, preview.mapping.rating) == (date, rating)
    assert preview.mapping.text == header.split(",")[2]
    found = next(row for row in read(preview) if isinstance(row, Item))
    assert found.received_on and found.received_on.isoformat() == "2025-12-14"
    assert (found.rating, found.customer) == (1, "Mara")


def test_every_comment_of_a_row_keeps_its_question_and_its_category(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for head, category in (("Store", ""), ("Category", "North")):
        path.write_text(f"{head},Positive review,Negative review\nNorth,{A},{B}\nSouth,Ok,Bad\n")
        first = next(row for row in read(look(path)) if isinstance(row, Item))
        assert (first.title, first.category) == ("Positive review", category)
    path.write_text(
        "Review title,Category,Positive review,Negative review\n"
        f"Fine,North,{A},{B}\nHm,South,Ok,Bad\n"
    )
    first = next(row for row in read(look(path)) if isinstance(row, Item))
    assert (first.title, first.category) == ("Fine – Positive review", "North")


def test_days_counted_back_are_marked_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Date,Comment\n2025-03-03,{A}\n6 days ago,{B}\n")
    preview = look(path)
    found = [row for row in read(preview) if isinstance(row, Item)]
    assert [item.approximate for item in found] == [False, True]
    assert [line for line in preview.first_rows(found) if "about 2" in line]
