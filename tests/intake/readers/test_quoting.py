"""Quotation marks as files have them: blanks before, backslashes, strays, inch marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxreset.intake.read import Item, Passed, Refusal, account, look, read


def texts(tmp_path: Path, content: str) -> list[str]:
    path = tmp_path / "export.csv"
    path.write_text(content, encoding="utf-8", newline="")
    return [row.text for row in read(look(path)) if isinstance(row, Item)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('Date, Comment\n2025-04-03, "Late, again"\n2025-04-04, "Fine"\n', ["Late, again", "Fine"]),
        (
            'Id;Comment;Rating\n1; "Kalt; wieder";2\n2; "Gut, danke";5\n',
            ["Kalt; wieder", "Gut, danke"],
        ),
        (
            'Id,Comment,Rating\n1,"He said \\"late\\", again",5\n2,"ok, fine",4\n',
            ['He said "late", again', "ok, fine"],
        ),
        (
            'Id,Comment,Rating\n1,"The 5" pipe leaks, badly",5\n2,"ok, fine",4\n',
            ['The 5" pipe leaks, badly', "ok, fine"],
        ),
        ('Id,Comment\n1,A 5" pipe\n2,Two 3" and 4" ones\n', ['A 5" pipe', 'Two 3" and 4" ones']),
        (
            'Id,Comment\n1,"""Fine"" they said"\n2,"and ""then"" nothing"\n',
            ['"Fine" they said', 'and "then" nothing'],
        ),
        ('Id,Comment\n1,"a, b"\n2,"never closed\n3,ok then\n', ["a, b", "never closed", "ok then"]),
    ],
)
def test_words_between_marks(tmp_path: Path, content: str, words: list[str]) -> None:
    assert texts(tmp_path, content) == words


@pytest.mark.parametrize("rows", [6, 3000])
def test_two_stray_marks_swallow_no_row(tmp_path: Path, rows: int) -> None:
    lines = [f"{number},2025-03-02,Order {number} came late\n" for number in range(1, rows + 1)]
    lines[1] = '2,2025-03-02,"Loud fan in the dryer\n'
    lines[4] = '5,2025-03-02,Door seal is loose"\n'
    found = texts(tmp_path, "id,date,comment\n" + "".join(lines))
    assert len(found) == rows
    assert found[1:3] == ["Loud fan in the dryer", "Order 3 came late"]
    assert found[4].startswith("Door seal is loose")


def test_a_comment_of_several_lines_stays_whole(tmp_path: Path) -> None:
    inner = "Hello,\nI ordered two, and got one,\nand nobody, nobody, answers"
    assert texts(tmp_path, f'Id,Comment,Rating\n1,"{inner}",2\n2,"Fine, thanks",5\n')[0] == inner


def test_a_line_broken_without_marks_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "broken.csv"
    path.write_text("Id,Date,Comment\n1,2025-03-04,The parcel\ncame late\n2,2025-03-05,Fine one\n")
    outcomes = list(read(look(path)))
    assert isinstance(outcomes[1], Refusal) and "rest of the row above" in outcomes[1].reason
    report = account(look(path))
    assert (report.read, report.stored, report.refused) == (3, 2, 1)
    assert not any(isinstance(row, Passed) for row in outcomes)
