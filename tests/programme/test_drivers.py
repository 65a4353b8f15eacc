"""The drivers of the pack: every file is whole, and one that is not is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.base.errors import PackError
from cxreset.base.paths import content_dir
from cxreset.insight.language.texts import Texts
from cxreset.insight.themes.terms import Matcher
from cxreset.programme.check import check_pack
from cxreset.programme.copying import copy_pack
from cxreset.programme.drivers import driver_names, has_drivers, load_drivers, read_drivers
from tests.paths import ROOT

WHOLE = "---\nid: late\ntitle: Late\nterms:\n  - late\n---\nIt came late.\n"


def put(folder: Path, text: str, name: str = "late.md", language: str = "en") -> Path:
    location = folder / "drivers" / language
    location.mkdir(parents=True, exist_ok=True)
    (location / name).write_text(text, encoding="utf-8")
    return folder


def test_the_drivers_shipped_are_whole() -> None:
    reading = read_drivers(ROOT / "content")
    assert reading.problems == ()
    english = {driver.id for driver in reading.drivers if driver.language == "en"}
    assert len(english) >= 25
    for driver in reading.drivers:
        assert driver.text, f"{driver.language}/{driver.id} does not say what it covers"
        assert len(driver.terms) >= 5
        assert (ROOT / "content" / "drivers" / driver.language / f"{driver.id}.md").is_file()
    for language in ("de", "fr"):
        other = {driver.id for driver in reading.drivers if driver.language == language}
        assert len(other) >= 10
        assert other - english <= {"ticket"}, "the same reason has the same id"


def test_one_file_is_read(tmp_path: Path) -> None:
    assert not has_drivers(tmp_path)
    assert load_drivers(tmp_path) == ()
    (driver,) = load_drivers(put(tmp_path, WHOLE, language="pt-BR"))
    assert has_drivers(tmp_path)
    assert driver == ("late", "pt-BR", "Late", ("late",), (), "It came late.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no front matter", "drivers/en/late.md, line 1: the file should begin"),
        (WHOLE.replace("terms:\n  - late", "terms: []"), "“terms” is missing"),
        (WHOLE.replace("  - late", '  - "…"'), "holds no word"),
        (WHOLE.replace("title: Late\n", ""), "“title” is missing"),
        (WHOLE.replace("id: late", "id: Late Trains"), "an id is lowercase"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PackError) as raised:
        load_drivers(put(tmp_path, text))
    assert message in raised.value.sentence
    assert "Mend the file" in raised.value.sentence


def test_an_id_is_given_once_in_a_language(tmp_path: Path) -> None:
    put(tmp_path, WHOLE)
    put(tmp_path, WHOLE, language="de")
    assert len(load_drivers(tmp_path)) == 2
    put(tmp_path, WHOLE, name="other.md")
    with pytest.raises(PackError, match=r"other\.md, line 2: another file"):
        load_drivers(tmp_path)


def test_a_link_that_leads_outside_is_left_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(WHOLE, encoding="utf-8")
    pack = put(tmp_path / "pack", WHOLE)
    (pack / "drivers" / "en" / "linked.md").symlink_to(outside)
    (pack / "drivers" / "en" / ".hidden.md").write_text(WHOLE, encoding="utf-8")
    assert driver_names(pack) == ["drivers/en/late.md"]


def test_a_copied_pack_brings_its_drivers_and_they_are_checked(tmp_path: Path) -> None:
    copy_pack(ROOT / "content", tmp_path / "own")
    assert load_drivers(tmp_path / "own") == load_drivers(ROOT / "content")
    assert check_pack(tmp_path / "own").ok
    put(tmp_path / "own", WHOLE.replace("title: Late\n", ""), name="late.md")
    report = check_pack(tmp_path / "own")
    assert [problem.location for problem in report.problems] == ["drivers/en/late.md, line 2"]


@pytest.mark.parametrize(
    ("ident", "topic", "trouble"),
    [
        ("food", "We had lunch and the food was lovely", "The food was cold"),
        ("price", "I asked for the price of a ticket", "The prices are ridiculous"),
        ("rewards", "Our members and their kids came along", "My membership was denied"),
        ("dirty", "The bathrooms are next to the gate", "The bathrooms were filthy"),
    ],
)
def test_a_topic_alone_is_no_trouble(ident: str, topic: str, trouble: str) -> None:
    drivers = [d for d in load_drivers(content_dir()) if (d.id, d.language) == (ident, "en")]
    texts = Texts([topic, trouble])
    matcher = Matcher(drivers, texts)
    assert [bool(matcher.hits(doc)) for doc in texts.docs] == [False, True]
