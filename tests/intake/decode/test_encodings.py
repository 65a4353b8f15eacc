"""Which code page makes words of a file, and lines that are each read for what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.intake.decode.code_pages import code_page
from cxreset.intake.read import Item, look, read

COMPLAINTS = {
    "cp1252": [
        "Das Gerät ist zu spät gekommen, die Tür schließt nicht",
        "El pedido llegó roto y nadie contestó. ¿Dónde está mi dinero?",
        "Le colis est arrivé cassé, ça ne marche pas à l’hôtel",
        "A encomenda chegou quebrada, não há devolução",
        "Paketet är försenat på ön",
        "Il pacco è arrivato rotto perché il corriere è così",
    ],
    "cp1254": ["Ürün kırık çıktı, kargo çok geç geldi. Satıcı cevap vermedi"],
    "cp1250": [
        "Paczka przyszła uszkodzona i nikt nie odbiera, żałuję zakupu",
        "Zásilka přišla pozdě a nikdo nebere telefon. Špatné",
        "A csomag törötten érkezett és senki sem vette fel, őrült",
    ],
    "cp1251": [
        "Посылка пришла сломанной, никто не отвечает",
        "Посилка прийшла зламаною, ніхто не відповідає",
    ],
    "koi8-r": ["Посылка пришла сломанной, никто не отвечает"],
    "cp1253": ["Το πακέτο ήρθε σπασμένο και κανείς δεν απαντά"],
    "cp1255": ["החבילה הגיעה שבורה ואף אחד לא עונה לטלפון"],
    "cp1256": ["وصل الطرد مكسورا ولا أحد يرد على الهاتف"],
    "cp932": ["商品が壊れて届きました。電話に誰も出ません"],
    "cp949": ["상품이 파손되어 도착했습니다. 전화를 아무도 받지 않아요"],
    "gb18030": ["包裹到的时候已经坏了，客服一直没有人接电话"],
    "big5": ["包裹到的時候已經壞了，客服一直沒有人接電話"],
    "mac-roman": ["Das Gerät ist zu spät gekommen, die Tür schließt nicht"],
}
CASES = [(codec, text) for codec, texts in COMPLAINTS.items() for text in texts]


@pytest.mark.parametrize(("codec", "text"), CASES)
def test_the_page_that_makes_words(codec: str, text: str) -> None:
    content = text.encode(codec)
    assert content.decode(code_page([content]).codec) == text


@pytest.mark.parametrize(("codec", "text"), [case for case in CASES if case[0] != "mac-roman"])
def test_a_table_in_a_code_page(tmp_path: Path, codec: str, text: str) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(f"Date;Comment\n2025-03-04;{text}\n2025-03-05;{text}\n".encode(codec))
    preview = look(path)
    assert [row.text for row in read(preview) if isinstance(row, Item)] == [text, text]
    assert any("is a guess" in note and "--encoding" in note for note in preview.notes)


def test_each_line_is_read_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    utf8 = "".join(f"{day},Żółta łódź {day}\n" for day in range(1, 6)).encode()
    other = "".join(f"{day},Zażalenie źle śmierdzi\n" for day in range(6, 9)).encode("cp1250")
    path.write_bytes(b"Id,Comment\n" + utf8 + other)
    preview = look(path)
    texts = [row.text for row in read(preview) if isinstance(row, Item)]
    assert texts[:2] == ["Żółta łódź 1", "Żółta łódź 2"]
    assert texts[5:] == ["Zażalenie źle śmierdzi"] * 3
    assert any("3 of its lines" in note for note in preview.notes)


def test_an_accent_written_apart_is_one_letter(tmp_path: Path) -> None:
    path = tmp_path / "apart.csv"
    path.write_text("Comment\nTu\u0308r klemmt\nCafe\u0301 zu\n", encoding="utf-8")
    assert [row.text for row in read(look(path)) if isinstance(row, Item)] == [
        "Tür klemmt",
        "Café zu",
    ]


def test_few_letters_are_no_script_of_their_own() -> None:
    """`ää` in Windows-1252 would be Hebrew letters, and common ones."""
    assert code_page(["it ää ä it äé".encode("cp1252")]).codec == "cp1252"
