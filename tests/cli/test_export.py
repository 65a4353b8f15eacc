"""`cxreset export`: every subject, for all or one, masked, to a file, a folder or a pipe."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from cxreset.base.paths import workbook_path
from cxreset.insight.personal.choices import NOT_FOUND
from cxreset.programme.model import Pack
from cxreset.reset.reset import open_reset
from cxreset.sharing import subjects
from cxreset.sharing.subjects import FORMS, SUBJECTS
from cxreset.workbook.tables import Action, Feedback, Pain
from tests.cli.running import Run

EMAIL = "ann@example.com"


@pytest.fixture
def run(run: Run) -> Run:
    """Call the program on a new workbook, from a folder of its own."""
    assert run("start", "--name", "Dana").code == 0
    return run


@pytest.fixture
def filled(run: Run, pack: Pack) -> None:
    """Two owners, and a customer who left an address."""
    reset = open_reset(workbook_path(), pack, date.today)
    reset.book.add(Feedback(channel="chat", text=f"Write to {EMAIL}, nobody told me"))
    reset.book.add(Pain(title="The day moves", chosen=True))
    reset.book.tie(1, [1])
    reset.book.add(Action(title="Send a text", owner="Sam", deadline=date(2026, 9, 20)))
    reset.book.add(Action(title="Count the calls", owner="Tom"))
    reset.file.close()


def refused(result: tuple[int, str, str], code: int, *texts: str) -> None:
    assert (result[0], result[1]) == (code, "")
    assert result[2].startswith("cxreset: ") and result[2].count("\n") == 1
    for words in texts:
        assert words in result[2]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("what", SUBJECTS)
def test_every_subject_in_every_form(run: Run, what: str) -> None:
    for form in SUBJECTS[what].forms:
        target = f"{what}-{form}" if SUBJECTS[what].folder else f"{what}.{form}"
        code, out, _ = run("export", what, "--format", form, "-o", target)
        assert code == 0
        for line in out.splitlines():
            assert Path(line).stat().st_size > 0
        assert out.splitlines()[0].startswith(target)


@pytest.mark.usefixtures("filled")
def test_slips_are_a_folder_with_a_page_and_dates_for_each(run: Run) -> None:
    code, out, _ = run("export", "slips", "-o", "people")
    endings = ("-email.eml", "-email.txt", ".ics", ".md")
    names = [f"{name}{ending}" for name in ("Sam", "Tom") for ending in endings]
    assert (code, sorted(out.split())) == (0, [str(Path("people") / name) for name in names])
    refused(run("export", "slips", "-o", "people"), 1, "holds Sam.md", "--force")
    assert run("export", "slips", "-o", "people", "--force")[0] == 0
    assert run("export", "slips", "-o", "one", "--owner", "tom")[0] == 0
    assert sorted(path.name for path in Path("one").iterdir()) == names[4:]
    refused(run("export", "slips", "-o", "-"), 2, "several files")


@pytest.mark.usefixtures("filled")
def test_actions_for_a_tracker(run: Run) -> None:
    assert run("export", "--for", "jira") == (0, "jira.csv\n", f"{NOT_FOUND}\n")
    assert run("export", "actions", "--for", "Jira", "--owner", "SAM")[1] == "jira-Sam.csv\n"
    rows = list(csv.DictReader(Path("jira-Sam.csv").read_text("utf-8").splitlines()))
    assert [row["Summary"] for row in rows] == ["Send a text"]
    code, out, err = run("export", "--for", "trello", "-o", "-")
    assert (code, err) == (0, "") and out.startswith("Send a text (A1, Sam")
    refused(run("export", "--for", "post-it"), 2, "no tracker called “post-it”", "jira, asana")
    refused(run("export", "plan", "--for", "jira"), 2, "--for goes with the actions alone")
    result = run("export", "plan", "--format", "pdf", "-o", "plan.docx")
    refused(result, 2, "do not fit together")


@pytest.mark.usefixtures("filled")
def test_a_large_register_for_jira_is_numbered_files(run: Run, pack: Pack) -> None:
    reset = open_reset(workbook_path(), pack, date.today)
    for number in range(251):
        reset.book.add(Action(title=f"Do {number}"))
    reset.file.close()
    assert run("export", "--for", "jira")[1] == "jira-1.csv\njira-2.csv\n"
    assert run("export", "--for", "jira", "-o", "mine.csv")[1] == "mine-1.csv\nmine-2.csv\n"
    refused(run("export", "--for", "jira", "-o", "mine.csv"), 1, "holds mine-1.csv and mine-2.csv")
    refused(run("export", "--for", "jira", "-o", "-"), 1, "several files")


@pytest.mark.usefixtures("filled")
def test_what_was_masked_is_said_beside_the_data(run: Run) -> None:
    code, out, err = run("export", "-o", "-")
    assert code == 0 and EMAIL not in out and "\\[e-mail\\]" in out
    assert err == (
        "Masked: 1 e-mail address in C1.\n"
        'To leave it in this once: --unmasked. To keep one piece for good: --keep "TEXT".\n'
        f"{NOT_FOUND}\n"
    )
    assert run("export", "actions", "-o", "a.xlsx")[2] == err
    code, out, err = run("export", "--unmasked", "-o", "-")
    assert (code, err) == (0, "") and EMAIL in out


@pytest.mark.usefixtures("filled")
def test_the_whole_workbook_is_the_leader_s_own_copy(run: Run) -> None:
    code, out, err = run("export", "workbook", "-o", "-")
    assert (code, err) == (0, "")
    assert EMAIL in json.dumps(json.loads(out))


@pytest.mark.usefixtures("filled")
def test_the_file_s_ending_is_the_form_s(run: Run) -> None:
    for name, start in (("a.htm", b"<!doctype"), ("a.docx", b"PK"), ("a.txt", b"# Action")):
        assert run("export", "-o", name)[1] == f"{name}\n"
        assert Path(name).read_bytes().startswith(start)
    assert run("export", "actions", "-o", "-")[1].lstrip("\ufeff").startswith('"Id"')


def test_nothing_to_write_yet_is_said(run: Run) -> None:
    refused(run("export", "slips"), 1, "No action has an owner yet")
    refused(run("export", "actions", "--format", "csv"), 1, "There is no action yet")
    refused(run("export", "calendar", "--owner", "Ann"), 2, "Nobody owns anything yet")
    assert list(Path().iterdir()) == []


def test_a_binary_form_goes_into_a_pipe_and_not_onto_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = [sys.executable, "-c", "from cxreset.cli import run; run()", "export"]
    done = subprocess.run(
        [*call, "--format", "docx", "-o", "-"], capture_output=True, check=True, env=os.environ
    )
    assert done.stdout.startswith(b"PK") and done.stderr == b""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    refused(run("export", "--format", "docx", "-o", "-"), 2, "nothing for a terminal", "-o")
    assert run("export", "-o", "-")[1].startswith("# Action plan")


def test_the_list_names_every_form_and_what_is_not_there(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = run("export", "--list")[1]
    for what, subject in SUBJECTS.items():
        assert f"{what:<11}{subject.label}" in out
        assert ", ".join(subject.forms) in out
    assert all(f"--format {form} " in out for form in FORMS)
    assert "pip install" not in out
    monkeypatch.setattr(subjects, "find_spec", lambda name: None)
    assert 'pip install "cxreset[pdf]"' in run("export", "--list")[1]
    refused(run("export", "--format", "pdf"), 1, 'pip install "cxreset[pdf]"')


@pytest.mark.usefixtures("filled")
def test_pieces_are_listed_kept_and_masked_for_good(run: Run, pack: Pack) -> None:
    reset = open_reset(workbook_path(), pack, date.today)
    reset.book.set(Feedback, 1, text=f"Emma Clarke of 12 Elm Road, {EMAIL}, said nothing")
    reset.file.close()
    _, out, err = run("export", "-o", "-")
    assert "Emma Clarke" in out and "Elm Road" not in out and EMAIL not in out
    assert "Look at: Emma Clarke in C1 (likely name, left as it is)." in err
    assert "Look at: 12 Elm Road in C1 (likely street address, masked)." in err
    assert "A machine does not find" in err
    run("export", "-o", "-", "--mask", "emma clarke", "--keep", "12 Elm  Road")
    _, out, err = run("export", "-o", "-")
    assert "Emma Clarke" not in out and "12 Elm Road" in out and EMAIL not in out
    assert "Look at" not in err and "1 likely name in C1" in err


@pytest.mark.usefixtures("filled")
def test_a_second_calendar_says_what_changed(run: Run, pack: Pack) -> None:
    _, first, _ = run("export", "calendar", "-o", "-")
    assert run("export", "calendar", "-o", "-")[1] == first and "SEQUENCE:1" not in first
    reset = open_reset(workbook_path(), pack, date.today)
    reset.book.set(Action, 1, deadline=date.today() + timedelta(days=2))
    reset.file.close()
    assert run("export", "calendar", "-o", "-")[1].count("SEQUENCE:1") == 1
    run("undo")
    assert "SEQUENCE:2" in run("export", "calendar", "-o", "-")[1]
