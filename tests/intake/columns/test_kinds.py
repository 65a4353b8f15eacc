"""Exports of many products and languages: words, days, ratings and customers by their columns."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cxreset.intake.read import Item, look, read

# header, one row with {n} for its number; then words, day, rating, customer of row 2
Kind = tuple[str, str, tuple[str, ...], str, float | None, str]
KINDS: dict[str, Kind] = {
    "booking, German": (
        "Bewertungsdatum;Name des Gastes;Titel der Bewertung;Positive Bewertung;Negative Bewertung;"
        "Bewertungspunktzahl;Antwort der Unterkunft",
        "2025-03-0{n} 10:00:00;Gast {n};Gut;Tolles Essen {n};"
        "Der Aufzug war laut {n};{n};Danke sehr",
        ("Tolles Essen 2", "Der Aufzug war laut 2"), "2025-03-02", 2, "Gast 2",
    ),
    "form, Chinese": (
        "ID;开始时间;姓名;您对我们的服务满意吗？;您有什么建议或意见？",
        "{n};2025/3/{n} 10:00:00;王{n};非常满意;希望客服可以更快回复等了很久{n}",
        ("希望客服可以更快回复等了很久2",), "2025-03-02", 5, "王2",
    ),
    "reviews, Japanese": (
        "投稿日;評価;タイトル;レビュー本文;投稿者",
        "2025年3月{n}日;5つ星のうち{n}.0;残念;商品が壊れていました{n};客{n}",
        ("商品が壊れていました2",), "2025-03-02", 2, "客2",
    ),
    "reviews, Korean": (
        "작성일;별점;리뷰 내용;작성자",
        "2025. 3. {n}.;{n};배송이 너무 늦어요 {n};김{n}",
        ("배송이 너무 늦어요 2",), "2025-03-02", 2, "김2",
    ),
    "reviews, Russian": (
        "Дата;Оценка;Имя;Текст отзыва;Ответ компании",
        "{n} марта 2025 г.;{n};Иван {n};Опоздали {n};Извините",
        ("Опоздали 2",), "2025-03-02", 2, "Иван 2",
    ),
    "reviews, Turkish": (
        "Tarih;Puan;Yorum;Müşteri Adı",
        "{n} Mart 2025;{n};Kargo çok geç geldi {n};Ali {n}",
        ("Kargo çok geç geldi 2",), "2025-03-02", 2, "Ali 2",
    ),
    "reviews, Arabic": (
        "التاريخ;التقييم;التعليق;اسم العميل",
        "2025-03-0{n};{n};وصل الطرد متأخرا {n};علي {n}",
        ("وصل الطرد متأخرا 2",), "2025-03-02", 2, "علي 2",
    ),
    "reviews, Greek": (
        "Ημερομηνία;Βαθμολογία;Κριτική;Όνομα",
        "{n} Μαρτίου 2025;{n};Το πακέτο άργησε {n};Γ {n}",
        ("Το πακέτο άργησε 2",), "2025-03-02", 2, "Γ 2",
    ),
    "reviews, Polish": (
        "Data dodania;Ocena;Treść opinii;Użytkownik",
        "{n} marca 2025;{n}/5;Paczka przyszła późno {n};Jan {n}",
        ("Paczka przyszła późno 2",), "2025-03-02", 2, "Jan 2",
    ),
    "reviews, Dutch": (
        "Datum;Cijfer;Opmerkingen;Klantnaam",
        "{n} mei 2025;{n};Het pakket kwam te laat {n};Jan {n}",
        ("Het pakket kwam te laat 2",), "2025-05-02", 2, "Jan 2",
    ),
    "employer reviews": (
        "Date;Rating;Job Title;Pros;Cons;Advice to Management",
        "2025-03-0{n};{n};Sales Manager;Good people {n};Long hours {n};Listen to us more {n}",
        ("Good people 2", "Long hours 2", "Listen to us more 2"), "2025-03-02", 2, "",
    ),
    "maps": (
        "reviewer.displayName;starRating;comment;createTime;reviewReply.comment",
        "Kim {n};TWO;Cold coffee {n};2025-03-0{n}T10:00:00Z;Thank you so much for your visit",
        ("Cold coffee 2",), "2025-03-02", 2, "Kim 2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_of_export(tmp_path: Path, name: str) -> None:
    header, row, words, day, rating, customer = KINDS[name]
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(header.split(";"))
        out.writerows(row.format(n=number).split(";") for number in range(1, 6))
    found = [item for item in read(look(path)) if isinstance(item, Item) and item.row_number == 2]
    assert tuple(item.text for item in found) == words
    first = found[0]
    assert first.received_on is not None and first.received_on.isoformat() == day
    assert (first.rating, first.customer) == (rating, customer)
