"""`cxreset themes`: what recurs, for people and for scripts."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from cxreset.base.paths import cache_dir, content_dir, workbook_path
from cxreset.cli import main
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import open_reset
from cxreset.reset.suggestions.decisions import Decisions, Suggested
from cxreset.reset.suggestions.finding import find

ROWS = [
    ("Where is my refund? Write to ann@example.org", "Money"),
    ("Still no refund after five weeks", "Money"),
    ("the courier was late and rude", "Delivery"),
    ("late again, third time", "Delivery"),
    ("lovely chair", "Praise"),
]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    assert main(["start", "--name", "Dana"]) == 0
    path = tmp_path / "tickets.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Comment", "Category"])
        rows.writerows(ROWS)
    assert main(["import", str(path)]) == 0
    return path


@pytest.mark.usefixtures("filled")
def test_a_page_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["themes"]) == 0
    page = capsys.readouterr().out
    assert "4 of 5 comments complain; 1 does not." in page
    assert "Refund slow or refused" in page
    assert "tickets.csv, row 2" in page
    assert "By the file's own reasons" in page
    assert "only 5 comments" in page
    assert "ann@example.org" not in page
    assert "[e-mail]" in page
    assert max(map(len, page.splitlines())) <= 78


@pytest.mark.usefixtures("filled")
def test_json_names_every_row(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["themes", "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    assert (output["comments"], output["complaints"], output["praise"]) == (5, 4, 1)
    refund = next(theme for theme in output["themes"] if theme["id"] == "driver:refund")
    assert (refund["count"], refund["share"]) == (2, 0.5)
    assert refund["terms"] == [{"text": "refund", "count": 2}]
    assert [(item["file"], item["row"]) for item in refund["items"]] == [
        ("tickets.csv", 1),
        ("tickets.csv", 2),
    ]
    assert [item["comment"] for item in refund["items"]] == ["C1", "C2"]
    for example in refund["examples"]:
        for start, end in example["spans"]:
            assert example["text"][start:end].lower() == "refund"
    assert refund["rating"] is None and refund["month"] is None and refund["weeks"] == []
    assert refund["preventable"] == [0, 0] and refund["judge_next"] == ["C1", "C2"]
    assert [theme["name"] for theme in output["by_category"]] == ["Delivery", "Money"]


@pytest.mark.usefixtures("filled")
def test_what_the_leader_decided_is_kept_to(capsys: pytest.CaptureFixture[str]) -> None:
    reset = open_reset(workbook_path(None), load_pack(content_dir(), cache_dir()), date.today)
    decisions = Decisions(reset.book)
    found = find(reset.file, content_dir())

    def one(name: str) -> Suggested:
        view = decisions.view(found)
        return next(each for each in view.own + view.found if each.theme.name == name)

    decisions.drop(one("Money").theme)
    refund, late = one("Refund slow or refused"), one("Late or delayed")
    decisions.accept(refund.theme)
    decisions.merge(late, one("Refund slow or refused"))
    decisions.rename(one("Refund slow or refused"), "Money comes late")
    reset.file.close()
    capsys.readouterr()
    assert main(["themes"]) == 0
    page = capsys.readouterr().out
    assert "     4  100%  Money comes late  P1" in page
    assert "Late or delayed" not in page and "Refund slow" not in page
    assert "  Money\n" not in page and "1 dropped by you." in page
    assert main(["themes", "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    assert [theme["name"] for theme in output["by_category"]] == ["Delivery"]
    assert output["dropped"] == 1 and output["by_category"][0]["pain"] is None
    theme = next(theme for theme in output["themes"] if theme["name"] == "Money comes late")
    assert (theme["id"], theme["count"], theme["pain"]) == ("driver:refund", 4, "P1")
    assert [item["comment"] for item in theme["items"]] == ["C1", "C2", "C3", "C4"]


@pytest.mark.usefixtures("filled")
def test_as_many_as_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["themes", "--json", "--limit", "1"]) == 0
    assert len(json.loads(capsys.readouterr().out)["themes"]) == 1
    for wrong in ("0", "-1", "101", "many", "1" * 5_000):
        with pytest.raises(SystemExit) as ended:
            main(["themes", "--limit", wrong])
        assert ended.value.code == 2


def test_without_comments_it_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "--name", "Dana"]) == 0
    assert main(["themes"]) == 1
    assert "cxreset import FILE" in capsys.readouterr().err
    assert main(["themes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["themes"] == []


@pytest.mark.usefixtures("filled")
def test_a_pack_of_ones_own_brings_its_drivers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "pack"
    assert main(["content", "new", str(pack)]) == 0
    folder = pack / "drivers" / "en"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "late.md").write_text(
        "---\nid: late\ntitle: Slowcoach\nterms: [late]\n---\nLate.\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["--content", str(pack), "themes"]) == 0
    assert "Slowcoach" in capsys.readouterr().out


def test_what_themes_weigh_is_on_the_page_and_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["start", "--name", "Dana"]) == 0
    path = tmp_path / "rated.csv"
    rows = ["Date,Rating,Comment"]
    for n in range(30):
        rows.append(f"2026-09-{n % 28 + 1:02},1,The train was late again on day {n}")
        rows.append(f"2026-08-{n % 28 + 1:02},{2 + n % 2},Nobody answers the phone on line {n}")
    path.write_text("\n".join(rows), encoding="utf-8")
    assert main(["import", str(path), "--scale", "1-5"]) == 0
    capsys.readouterr()
    assert main(["themes"]) == 0
    assert "Rated 1.0 (1-5) by those who name it" in capsys.readouterr().out
    assert main(["themes", "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    late = next(theme for theme in output["themes"] if theme["id"] == "driver:late")
    assert late["rating"]["mean"] == 1.0 and late["rating"]["others"] == 2.5
    assert late["rating"]["worse"] and late["rating"]["difference"][2] < 0
    assert late["month"]["until"] == "2026-09-28" and late["month"]["named"] == [30, 30]
    assert late["month"]["rising"] and len(late["weeks"]) == 8 and late["more_common_in"] is None
