"""No id of the shipped pack means anything to the program: a renamed copy gives the same plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxreset.programme.check import check_pack
from cxreset.programme.pack import load_pack
from cxreset.reset.progress import unfinished
from cxreset.reset.reset import Reset, begin_reset
from cxreset.reset.sample import open_sample
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.subjects import SUBJECTS
from cxreset.sharing.templates import fill
from cxreset.tui.app import CxresetApp
from cxreset.tui.worksheets import worksheet_for
from cxreset.workbook.daily import Settings
from tests.conftest import START
from tests.paths import ROOT
from tests.programme.renaming import ROWS, Renamed

CONTENT = ROOT / "content"


class Pair:
    """The sample made from the shipped pack, and from a copy with other ids."""

    def __init__(self, folder: Path) -> None:
        self.renamed = Renamed(CONTENT, folder / "renamed")
        self.shipped = _sample(folder / "a.cxreset", CONTENT)
        self.other = _sample(folder / "b.cxreset", self.renamed.folder)

    def __iter__(self) -> Iterator[Reset]:
        return iter((self.shipped, self.other))


def _sample(path: Path, content: Path) -> Reset:
    return open_sample(path, load_pack(content, None), content)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    made = Pair(tmp_path_factory.mktemp("renamed"))
    yield made
    for reset in made:
        reset.file.close()


def test_no_id_is_left_and_the_copy_is_whole(pair: Pair) -> None:
    report = check_pack(pair.renamed.folder)
    assert report.ok, report.lines()
    for folder, ids in pair.renamed.ids.items():
        assert ids and not set(ids) & set(ids.values()), folder
    old = {step.worksheet: step.id for step in pair.shipped.pack.steps}
    new = {step.worksheet: step.id for step in pair.other.pack.steps}
    assert old.keys() == new.keys() and not set(old.values()) & set(new.values())


@pytest.mark.parametrize(
    ("what", "form"),
    [
        (what, form)
        for what, subject in SUBJECTS.items()
        for form in subject.forms
        if form != "json"
    ],
)
def test_every_form_is_the_same_byte_for_byte(pair: Pair, what: str, form: str) -> None:
    shipped, other = (make(what, form, one.book, one.pack, one.today).files for one in pair)
    assert shipped == other


def test_the_plan_has_the_answers_of_the_steps_that_it_asks(pair: Pair) -> None:
    (file,) = make("plan", "md", pair.other.book, pair.other.pack, pair.other.today).files
    assert file.data.count(b"### What we noted") >= 7
    assert b"worth, on stated assumptions" in file.data  # the case in money


def test_the_archive_differs_in_the_ids_alone(pair: Pair) -> None:
    shipped, other = (
        json.loads(make("workbook", "json", one.book, one.pack, one.today).files[0].data)
        for one in pair
    )
    assert shipped["tables"] != other["tables"]
    assert _in_order(_with_new_ids(shipped, pair.renamed)) == _in_order(other)


def _with_new_ids(value: Any, renamed: Renamed, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _with_new_ids(one, renamed, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_with_new_ids(one, renamed, key) for one in value]
    if key == "scope":
        return renamed.scope(value)
    return renamed.ids[ROWS[key]].get(value, value) if key in ROWS else value


def _in_order(value: Any) -> Any:
    """Rows are stored by their key, which an id is part of: the order says nothing."""
    if isinstance(value, dict):
        return {name: _in_order(one) for name, one in value.items()}
    if isinstance(value, list):
        return sorted(map(_in_order, value), key=lambda row: json.dumps(row, sort_keys=True))
    return value


def _filled(reset: Reset) -> list[str]:
    facts = gather(reset.book, reset.pack, reset.today)
    return [fill(template, facts) for template in reset.pack.templates]


def test_every_text_to_send_is_filled_the_same(pair: Pair) -> None:
    shipped, other = map(_filled, pair)
    assert len(shipped) >= 10 and shipped == other


def test_an_empty_workbook_is_asked_for_the_same(pair: Pair, tmp_path: Path) -> None:
    settings = Settings("Dana", "Harbour", START, (0, 1, 2, 3, 4), None, START)
    asked: list[tuple[list[tuple[str, ...]], bytes, tuple[str, ...]]] = []
    for one in pair:
        path = tmp_path / f"{len(asked)}.cxreset"
        empty = begin_reset(path, one.pack, lambda: START, settings)
        missing = [unfinished(empty, step) for step in empty.pack.steps]
        made = make("plan", "md", empty.book, empty.pack, START)
        asked.append((missing, made.files[0].data, made.todo))
        empty.file.close()
    assert asked[0] == asked[1]
    assert all(asked[0][0]) and len(asked[0][2]) >= len(pair.shipped.pack.weeks)


def test_every_step_has_the_same_worksheet(pair: Pair) -> None:
    shipped, other = (
        [type(worksheet_for(reset, step)) for step in reset.pack.steps] for reset in pair
    )
    assert shipped == other and len(set(shipped)) == len(shipped)


async def test_today_and_every_week_show_the_same_words(pair: Pair) -> None:
    shipped, other = [await _screens(reset) for reset in pair]
    assert len(shipped) == 5 and shipped == other


async def _screens(reset: Reset) -> list[list[str]]:
    """The lines of Today and of the first step of every week, below the bar of the weeks' names and
    its rule.

    A week that has no short name is called there after its id.
    """
    app = CxresetApp(
        reset.pack, reset, lambda settings: reset, today=lambda: reset.today, where="~/sample"
    )
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        found = [_lines(app)]
        for week in reset.pack.weeks:
            await pilot.press(str(week.number))
            await app.workers.wait_for_complete()
            await pilot.pause()
            found.append(_lines(app))
    return found


def _lines(app: CxresetApp) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size)][2:]
