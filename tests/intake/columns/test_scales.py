"""Of what a rating is: told by signs, unclear where nothing tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cxreset.base.errors import UsageError
from cxreset.intake.columns.scales import Scale, asked_scale, bounds, guess_scale, in_words
from cxreset.intake.read import Item, Mapping, Options, account, look, read

MANY = ["1", "2", "3", "4", "5"] * 4


@pytest.mark.parametrize(
    ("name", "cells", "scale"),
    [
        ("Rating", ["1", "2", "4"], Scale("", False)),  # 4 of 5 or of 10?
        ("Rating", ["4", "5"], Scale("1-5", False)),
        ("Rating", MANY, Scale("1-5", True)),
        ("Rating", [*MANY, "0"], Scale("0-5", True)),
        ("Rating", [str(at) for at in range(11)] * 2, Scale("0-10", True)),
        ("Rating", [str(at) for at in range(1, 11)] * 2, Scale("1-10", True)),
        ("Rating", ["10", "8"], Scale("1-10", False)),
        ("Rating", [str(at) for at in range(1, 8)] * 3, Scale("1-7", True)),
        ("Score", ["90", "15", "70"], Scale("0-100", False)),
        ("Star Rating", ["4", "3"], Scale("1-5", True)),
        ("Review Stars", ["5"], Scale("1-5", True)),
        ("Sterne", ["0", "3"], Scale("0-5", True)),
        ("Rating", ["★★★☆☆"], Scale("1-5", True)),
        ("Rating", ["4/5", "3/5"], Scale("1-5", True)),
        ("Rating", ["3 out of 5", "4 out of 5"], Scale("1-5", True)),
        ("Rating", ["7/10", "4/10", ""], Scale("1-10", True)),
        ("Rating", ["7/10", "0/10"], Scale("0-10", True)),
        ("Rate us (0-10)", ["4"], Scale("0-10", True)),
        ("Rate us from 1 to 7", ["4"], Scale("1-7", True)),
        ("Note sur 5", ["4"], Scale("1-5", True)),
        ("Rate us (1-5)", ["9"], Scale("", False)),  # the header is wrong
        ("NPS", ["4", "9"], Scale("0-10", True)),
        ("How likely are you to recommend us?", ["4"], Scale("0-10", True)),
        ("NPS", ["70"], Scale("0-100", False)),
        ("Rating", ["good", ""], Scale("0-1", True)),
        ("Rating", ["so so la la", ""], Scale("", False)),
    ],
)
def test_the_scale_of_a_column(name: str, cells: list[str], scale: Scale) -> None:
    assert guess_scale(name, cells) == scale


@pytest.mark.parametrize("asked", ["1-5", " 1 - 5 ", "1–5", "1 to 5", "01-5"])
def test_a_scale_as_people_write_it(asked: str) -> None:
    assert asked_scale(asked) == "1-5"
    assert bounds(asked_scale(asked)) == (1, 5)


def test_a_scale_with_one_as_the_best() -> None:
    assert asked_scale("6 to 1") == "6-1"
    assert bounds("6-1") == (1, 6)
    assert in_words("6-1") == "1 to 6, 1 is best"
    assert (in_words("1-6"), in_words("0-10"), in_words("")) == ("1 to 6", "0 to 10", "")


@pytest.mark.parametrize("wrong", ["", "5", "5-5", "a-b", "-1-5", "1-5000", "1-5-7"])
def test_what_is_no_scale(wrong: str) -> None:
    with pytest.raises(UsageError, match="Write its lowest and highest rating"):
        asked_scale(wrong)


def looked(tmp_path: Path, ratings: list[str], **options: Any) -> tuple[Any, list[float | None]]:
    path = tmp_path / "a.csv"
    path.write_text("Comment,Rating\n" + "".join(f"late again,{each}\n" for each in ratings))
    preview = look(path, Options(**options))
    return preview, [row.rating for row in read(preview) if isinstance(row, Item)]


def test_an_unclear_scale_is_asked_for(tmp_path: Path) -> None:
    preview, ratings = looked(tmp_path, ["3", "4"])
    assert (preview.scale, preview.scale_sure) == ("", False)
    assert "  scale     unclear; say with --scale, such as 1-5 or 0-10" in preview.lines()
    assert ratings == [3, 4]
    preview, ratings = looked(tmp_path, ["3", "9", "5"])
    assert ratings == [3, 9, 5]
    preview, ratings = looked(tmp_path, ["3", "9", "5"], scale="1-5")
    assert (preview.scale, preview.scale_sure) == ("1-5", True)
    assert "  scale     1 to 5" in preview.lines()
    assert ratings == [3, None, 5]  # 9 stands for "no answer" in many a survey


def test_ratings_that_are_words_are_told(tmp_path: Path) -> None:
    preview, ratings = looked(tmp_path, ["geht so", "na ja"], named=Mapping(rating="Rating"))
    assert ratings == [None, None] and preview.scale_sure
    assert preview.notes == (
        'No rating can be read in "Rating": its cells hold no number of the scale.',
    )
    report = account(preview)
    assert report.read == 2
    assert report.lines()[1:] == [
        "  No rating read in 2 rows: their cells hold no number of the scale."
    ]
    preview, ratings = looked(tmp_path, ["3", "9", "5", ""], scale="1-5")
    assert preview.notes == ('In "Rating" 1 of 3 ratings cannot be read.',)
    report = account(preview)
    assert report.read == 4
    assert report.lines()[1:] == ["  In 1 row the rating could not be read and is left out."]
    assert looked(tmp_path, ["3", "5", ""], scale="1-5")[0].notes == ()


def test_no_rating_is_nothing_to_ask(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Comment,Date\nlate again,2024-01-02\n")
    preview = look(path)
    assert (preview.scale, preview.scale_sure) == ("", True)
    assert not any("scale" in line for line in preview.lines())
