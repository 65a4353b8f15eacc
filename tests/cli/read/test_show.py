"""Each screen's twin in plain text, and what the reader does with what is typed."""

from __future__ import annotations

import io

import pytest

from cxreset.base.errors import UsageError
from cxreset.cli.read import dialogue
from cxreset.cli.read.habits import practices
from cxreset.cli.read.twin import page_names, page_text
from cxreset.cli.read.worksheet import parts_of, work_on_list
from cxreset.reset.reset import Reset
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.workbook.tables import Pain
from tests.cli.running import Run, refused


def test_every_page_has_its_twin(sample: Reset) -> None:
    pages = {name: "\n".join(page_text(sample, name)) for name in page_names(sample)}
    assert {"today", "week-4", "1.1", "4.5", "actions", "scores", "journal"} <= pages.keys()
    for name, text in pages.items():
        assert len(text.splitlines()) > 2, name
    pain = sample.book.rows(Pain, chosen=True)[0]
    assert f"{pain.ref}. Pain point: {pain.title}; One of the three: yes." in pages["1.2"]
    assert "Before: " in pages["4.2"] and "before_hits" not in pages["4.2"]


def test_practices_are_read_out_by_what_one_wants_to_do(
    sample: Reset, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = page_text(sample, "practices")
    groups = [line for line in lines if line.endswith(":")]
    assert lines[1] == groups[0] == "Keep going and tell the story:" and len(groups) == 6
    assert lines[2] == "1. Name the people who support you (day 1)"
    assert max(int(line[0]) for line in lines if line[0].isdecimal()) <= 5
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n2\nyes\n2\n2\n"))
    practices(sample)
    assert sample.daily.practices_done()
    practices(sample)
    heard = capsys.readouterr().out
    assert "What would you like to do?" in heard and heard.count("Is it done? yes or no") == 1
    assert heard.rstrip().endswith("It is done today.")


def test_a_page_that_is_none(run: Run, sample: Reset) -> None:
    with pytest.raises(UsageError, match=r"no page 'week-9'. There are: today, week-1"):
        page_text(sample, "week-9")
    refused(run("show", "today"), 1, "cxreset start")


def test_a_line_is_made_changed_and_removed(
    sample: Reset, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    step = next(step for step in sample.pack.steps if step.worksheet == "pains")
    ((name, part),) = parts_of(sample, step)
    assert isinstance(part, RecordSheet)
    before = [pain.title for pain in sample.book.rows(Pain)]
    last = len(before) + 1
    typed = ["n", "Lost [b]parcels", "3", "2", "99", f"r{last}", "no", ""]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(typed)))
    with pytest.raises(dialogue.Left):
        work_on_list(name, part)
    heard = capsys.readouterr().out
    assert "A number from 1 to 2, please" in heard
    assert "There is no line '99' here." in heard
    assert sorted(pain.title for pain in sample.book.rows(Pain)) == sorted(
        [*before, "Lost [b]parcels"]
    )


def test_what_is_begun_and_not_said_was_never_there(
    sample: Reset, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    step = next(step for step in sample.pack.steps if step.worksheet == "compare")
    ((name, part),) = parts_of(sample, step)
    assert isinstance(part, RecordSheet)
    before = len(part.rows())
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n.\n\n"))
    work_on_list(name, part)
    assert "nothing was added" in capsys.readouterr().out
    assert len(part.rows()) == before
