"""Each script is set in a face of its own, never in the mathematical or the typewriter's one."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from cxreset.sharing.documents.model import Paragraph, Part
from cxreset.sharing.pages import pdf
from cxreset.sharing.pages.faces import SCRIPTS, faces_for
from tests.sharing.pages.paper_samples import EVERY_BLOCK

WORDS = {
    "Arabic": "الموعد تغيّر",
    "Devanagari": "डिलीवरी का दिन",
    "Thai": "วันส่งของเลื่อน",
    "CJK SC": "送货日期变了",
    "CJK JP": "配達の日が変わる",
    "CJK KR": "배송일이 바뀐다",
}


@pytest.mark.parametrize("script", WORDS)
def test_a_script_has_its_face(script: str) -> None:
    installed = {face for one in SCRIPTS for face in one.faces}
    wanted = {"Arabic": "Noto Naskh Arabic"}.get(script, f"Noto Serif {script}")
    assert faces_for([WORDS[script], "and Latin"], installed)[0] == wanted
    assert faces_for([WORDS[script]], {"Libertinus Serif"}) == []


def test_latin_asks_for_none() -> None:
    assert faces_for(["Zoë → Ελένη, Дом"], {face for one in SCRIPTS for face in one.faces}) == []


def test_a_pdf_is_set_in_these_faces() -> None:
    # of the three East Asian ones: where one face has the letters of all, one is taken
    asked = [WORDS[script] for script in ("Arabic", "Devanagari", "Thai", "CJK SC")]
    words = [word for word in asked if faces_for([word], pdf._installed())]
    if not words:
        pytest.skip("no face for any of these scripts is installed")
    page = Part("a", "A", tuple(map(Paragraph, words)))
    fonts = used(pdf.render(replace(EVERY_BLOCK, parts=(page,), notes=())))
    wanted = {face.replace(" ", "").casefold() for face in faces_for(words, pdf._installed())}
    assert {face for face in wanted if not any(name.startswith(face) for name in fonts)} == set()
    assert not [name for name in fonts if "math" in name or "mono" in name]


def used(data: bytes) -> set[str]:
    """The names of all fonts, without the letters that mark a part of one."""
    names: set[str] = set()
    for page in PdfReader(BytesIO(data)).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            names.add(str(font.get_object()["/BaseFont"]).rpartition("+")[2].lstrip("/").casefold())
    return names
