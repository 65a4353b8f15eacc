"""From a file to the workbook: whole or not at all, every row accounted for, never twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxreset.base.errors import IntakeError
from cxreset.intake.read import Options, look
from cxreset.reset.importing import import_file, imported_before, path_from
from cxreset.reset.reset import Reset
from cxreset.workbook.feedback.bulk_insert import BATCH
from cxreset.workbook.feedback.comments import Cancelled, Filter
from cxreset.workbook.feedback.original import original_row

TODAY = date(2026, 9, 9)
ROWS = "Date,Channel,Comment\n2026-09-01,chat,The agent left me waiting for an hour\n2026-09-02,,\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two rows.csv"
    path.write_text(ROWS + "2026-09-03,email,My sofa came without its legs\n", encoding="utf-8")
    return path


def test_every_row_is_in_the_count(reset: Reset, file: Path) -> None:
    report = import_file(reset.comments, look(file), None, TODAY)
    assert (report.read, report.stored, report.passed["empty"], report.refused) == (3, 2, 1, 0)
    first, second = reset.comments.page(reset.comments.ids())
    assert (first.channel, first.received_on, first.seen) == ("chat", "2026-09-01", False)
    assert second.text == "My sofa came without its legs"
    assert reset.comments.earlier_import(look(file).sha256) == ("two rows.csv", TODAY, 2)


def test_a_channel_given_holds_for_every_row(reset: Reset, file: Path) -> None:
    import_file(reset.comments, look(file), "review", TODAY)
    assert reset.comments.channel_counts() == {"review": (2, 0)}


def test_the_same_file_adds_nothing(reset: Reset, file: Path) -> None:
    preview = look(file)
    assert imported_before(reset.comments, preview) is None
    import_file(reset.comments, preview, None, TODAY)
    copy = file.rename(file.with_name("again.csv"))
    with pytest.raises(IntakeError, match=r"again\.csv was imported .* as two rows\.csv"):
        import_file(reset.comments, look(copy), "chat", TODAY)
    assert len(reset.comments.ids()) == 2


def test_stopping_stores_nothing(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = "".join(f"{n},the parcel number {n} never came\n" for n in range(BATCH + 50))
    path.write_text("id,comment\n" + rows, encoding="utf-8")
    heard: list[tuple[int, float]] = []

    def tell(stored: int, share: float) -> bool:
        heard.append((stored, share))
        return len(heard) < 2

    with pytest.raises(Cancelled):
        import_file(reset.comments, look(path), None, TODAY, tell)
    assert [stored for stored, _ in heard] == [BATCH, BATCH + 50]
    assert 0.8 < heard[0][1] < heard[1][1] <= 1
    assert len(reset.comments.ids(Filter())) == 0
    assert imported_before(reset.comments, look(path)) is None


@pytest.mark.parametrize(
    "typed",
    ["{}", "  {}  ", "'{}'", '"{}" ', "file://{}", "'file://{}'"],
)
def test_a_pasted_path_is_understood(typed: str, file: Path) -> None:
    assert path_from(typed.format(file)) == file
    assert path_from(typed.format(str(file).replace(" ", "%20"))) == (
        file if "file:" in typed else Path(str(file).replace(" ", "%20"))
    )


def test_a_dragged_path_with_backslashes_is_understood(file: Path, home: Path) -> None:
    assert path_from(str(file).replace(" ", "\\ ") + " ") == file
    assert path_from("~/x.csv") == home / "x.csv"
    assert path_from("~nobody-of-that-name/x.csv") == Path("~nobody-of-that-name/x.csv")


@pytest.mark.parametrize("typed", ["", "   ", "''", "a\0b", "file://"])
def test_no_path_is_one_sentence(typed: str) -> None:
    with pytest.raises(IntakeError, match="Type or paste the path"):
        path_from(typed)


def test_what_says_the_same_is_grouped_and_told(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    rows = ["2026-09-01,Good", "2026-09-02,good!", "2026-09-03,My sofa came without its legs"]
    path.write_text("Date,Comment\n" + "\n".join(rows), encoding="utf-8")
    report = import_file(reset.comments, look(path), None, TODAY)
    assert (report.stored, report.folded, report.groups, report.repeated) == (3, 1, 1, 0)
    assert report.lines()[1] == (
        "  1 of them says the same as another: 1 group. Every voice is kept and counted."
    )
    longer = tmp_path / "longer.csv"
    rows.append("2026-09-04,The agent left me waiting")
    longer.write_text("Date,Comment\n" + "\n".join(rows), encoding="utf-8")
    report = import_file(reset.comments, look(longer), None, TODAY)
    assert (report.stored, report.folded, report.groups, report.repeated) == (4, 3, 2, 3)
    assert "3 of these stand in an earlier file too" in report.lines()[2]
    assert reset.comments.group_size(1) == 4


def test_personal_data_is_kept_or_dropped(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "Date,Customer,Comment,Note\n"
        "2026-09-01,ann@example.org,Write to ann@example.org or the sofa goes back,\n"
        "2026-09-02,bob@example.org,Nobody ever called me back about my delivery,ann@example.org\n",
        encoding="utf-8",
    )
    preview = look(path)
    import_file(reset.comments, preview, None, TODAY, drop_personal=True)
    stored = reset.file.connection.execute("SELECT text, customer, raw FROM feedback").fetchall()
    assert "example.org" not in str(stored)
    assert stored[0][0] == "Write to [e-mail] or the sofa goes back"
    assert original_row(reset.file, 2) == {
        "Date": "2026-09-02", "Customer": "", "Comment": stored[1][0], "Note": "[e-mail]",
    }  # fmt: skip
    query = "SELECT personal FROM import_batch"
    assert reset.file.connection.execute(query).fetchall() == [("dropped",)]
    reset.file.connection.execute("DELETE FROM import_batch")
    import_file(reset.comments, preview, None, TODAY)
    assert original_row(reset.file, 3)["Customer"] == "ann@example.org"


def test_ratings_are_low_or_high_on_the_scale_of_the_file(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "rated.csv"
    rows = "".join(f"{n % 5 + 1},the parcel number {n} never came to me\n" for n in range(20))
    path.write_text("Rating,Comment\n" + rows, encoding="utf-8")
    import_file(reset.comments, look(path, Options(scale="1-5")), None, TODAY)
    for band, share in (("low", 8), ("middle", 4), ("high", 8)):
        assert reset.comments.count(Filter(rating=band)) == share


def test_where_one_is_best_a_one_is_high(reset: Reset, tmp_path: Path) -> None:
    path = tmp_path / "graded.csv"
    rows = "".join(f"{n},the parcel number {n} never came to me\n" for n in (1, 1, 2, 3, 4, 5, 6))
    path.write_text("Rating,Comment\n" + rows, encoding="utf-8")
    report = import_file(reset.comments, look(path, Options(scale="6-1")), None, TODAY)
    assert report.ratings is not None
    assert (report.ratings.read, report.ratings.missed) == (7, 0)
    for band, grades in (("low", {5, 6}), ("middle", {3, 4}), ("high", {1, 2})):
        found = reset.comments.page(reset.comments.ids(Filter(rating=band)))
        assert {comment.rating for comment in found} == grades
