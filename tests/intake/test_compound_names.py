"""Names of columns that tell by a part of themselves, in languages that write compounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.intake.columns import names
from cxreset.intake.read import Item, Options, account, look, read

A, B = "The table came with a crack", "I was charged twice for it"
SHEETS = {
    "de": "Eingang am;Kundennr.;Reklamationsgrund;Beschreibung des Kunden;Bearbeiter;Maßnahme",
    "es": "Fecha de la queja;Nombre del cliente;Tipo de queja;Descripción;Atendió;Solución",
    "nl": "Datum ontvangst;Klant;Soort klacht;Omschrijving klacht;Behandelaar;Oplossing",
    "pl": "Data zgłoszenia;Klient;Kategoria;Treść reklamacji;Opiekun;Decyzja",
    "ru": "Дата;Имя покупателя;Причина;Текст обращения;Сотрудник;Решение",
    "ko": "리뷰등록일;구매자;유형;리뷰상세내용;담당자;리뷰답글내용",
}


@pytest.mark.parametrize("language", SHEETS)
def test_a_register_of_complaints(language: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f"{SHEETS[language]}\n03.03.2025;Mara;Kind A;{A};Sam;Sent a new one to the customer\n"
        f"18.03.2025;Ola;Kind B;{B};Jo;Paid the money back to the customer\n",
        encoding="utf-8",
    )
    first = next(row for row in read(look(path)) if isinstance(row, Item))
    assert (first.text, str(first.received_on)) == (A, "2025-03-03")
    assert (first.customer, first.category) == ("Mara", "Kind A")


@pytest.mark.parametrize(
    "name",
    ["卖家回复", "店舗返信", "리뷰답글내용", "Maßnahme", "Oplossing", "Réponse du praticien"],
)
def test_what_was_done_about_it_is_the_companys(name: str) -> None:
    assert names.is_reply(name)


def test_days_above_their_messages(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(
        "[LINE] Nord\n保存日時：2025/03/20 10:11\n\n2025/03/03(月)\n09:12\tMara\t壊れて届きました\n"
        "09:15\tNord\t申し訳ありません\n09:16\tMara\t[写真]\n2025/03/18(火)\n21:16\tMara\tまだです\n",
        encoding="utf-8",
    )
    preview = look(path, Options(customers=("Mara",)))
    found = [row for row in read(preview) if isinstance(row, Item)]
    assert [(item.text, str(item.received_on)) for item in found] == [
        *(("壊れて届きました", "2025-03-03"), ("まだです", "2025-03-18"))
    ]
    report = account(preview)
    assert report.read == report.rows_taken + report.without_words == 6
    path.write_text(
        "--------------- 2025년 3월 3일 월요일 ---------------\n[Mara] [오전 9:12] 깨져서 왔어요\n"
        "정말 화나요\n[노르드 상담원] [오후 9:15] 죄송합니다\n",
        encoding="utf-8",
    )
    found = [row for row in read(look(path)) if isinstance(row, Item)]
    assert [item.text for item in found] == ["깨져서 왔어요\n정말 화나요"]
