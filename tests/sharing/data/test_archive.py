"""A workbook as JSON and back: exact for any content."""

from __future__ import annotations

import json
import re
import stat
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import WorkbookUnusable
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.today import today_page
from cxreset.sharing.data.archive import FORMAT, dump, restore
from cxreset.sharing.data.register_parts import PARTS
from cxreset.sharing.data.tracker_forms import TRACKERS
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Settings, Timer
from cxreset.workbook.feedback.comments import CommentRepository, Filter
from cxreset.workbook.maintenance.archive import layout, read
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.storage.layout import migrations
from cxreset.workbook.tables import (
    Action,
    Answer,
    Feedback,
    FollowUp,
    Journal,
    Measurement,
    Metric,
    Pain,
    StepTick,
)
from tests.examples import examples
from tests.paths import ROOT
from tests.sharing.data.json_samples import changed, json_of, rows

START = date(2026, 9, 7)
TODAY = date(2026, 9, 9)


def test_there_and_back_is_the_same_to_the_byte(
    sample_file: Path, kept: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new" / "other.cxreset"
    held = restore(kept, new)
    assert held[:3] == ["240 comments", "5 pain points", "3 gaps"]
    assert json_of(new) == kept.read_bytes() == json_of(sample_file)
    assert stat.S_IMODE(new.stat().st_mode) == 0o600


def test_what_came_back_is_a_workbook_to_work_in(kept: Path, pack: Pack, tmp_path: Path) -> None:
    new = tmp_path / "new.cxreset"
    restore(kept, new)
    reset = open_reset(new, pack, lambda: TODAY)
    assert today_page(reset).done == 15
    assert reset.history.next_undo() is None  # nothing is before the beginning
    with closing(open_workbook(new)) as file:  # its words can be searched
        assert len(CommentRepository(file).ids(Filter(words="delivery"))) > 10
    reset.book.set(Action, 1, title="Changed")
    assert reset.undo() == "edited action A1"
    reset.file.close()


def test_a_number_is_never_given_again(reset: Reset, tmp_path: Path) -> None:
    reset.book.add(Action(title="One"))
    reset.book.add(Action(title="Two"))
    reset.book.remove(Action, 2)
    path = tmp_path / "kept.json"
    path.write_bytes(dump(reset.book))
    restore(path, tmp_path / "new.cxreset")
    with closing(open_workbook(tmp_path / "new.cxreset")) as file:
        assert Workbook(file).add(Action(title="Three")).ref == "A3"


def test_everything_the_leader_wrote_is_in_it(sample_file: Path) -> None:
    archive = json.loads(json_of(sample_file))
    assert (archive["format"], archive["version"]) == (FORMAT, migrations()[-1][0])
    tables = archive["tables"]
    assert set(tables) >= {
        *("reset", "feedback", "pain", "evidence", "action", "answer", "journal", "draft"),
        *("checkup_mark", "step_tick", "channel_seen", "metric", "pause", "squeeze", "presence"),
    }
    assert not any(name.startswith(("undo", "search", "ledger", "feedback_")) for name in tables)
    assert tables["action"][0]["owner"] == "Sam Whitlock"
    assert tables["reset"][0]["organisation"] == "Harbour & Pine"


def test_nothing_is_made_over_a_workbook(kept: Path, sample_file: Path) -> None:
    before = sample_file.read_bytes()
    with pytest.raises(WorkbookUnusable, match="exists already"):
        restore(kept, sample_file)
    assert sample_file.read_bytes() == before


# -- any workbook

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
DAY = st.none() | st.dates()
COUNT = st.none() | st.integers(0, 2**63 - 1)
SCALE = st.none() | st.integers(1, 5)
ROWS = st.lists(
    st.one_of(
        st.builds(
            Feedback, text=TEXT, channel=st.sampled_from(["survey", "call"]), received_on=DAY,
            rating=st.none() | st.floats(allow_nan=False, allow_infinity=False), raw=TEXT,
            preventable=st.none() | st.booleans(), customer=TEXT,
        ),
        st.builds(Pain, title=TEXT, urgency=SCALE, chosen=st.booleans(), problem=TEXT),
        st.builds(Action, title=TEXT, owner=TEXT, deadline=DAY, note=TEXT, completed_on=DAY),
        st.builds(FollowUp, what=TEXT, who=TEXT, due_on=DAY, done=st.booleans()),
        st.builds(Measurement, name=TEXT, before_hits=COUNT, after_total=COUNT),
        st.builds(Journal, written_on=st.dates(), text=TEXT),
    ),
    max_size=12,
)  # fmt: skip
PAIRS = st.dictionaries(TEXT, TEXT, max_size=4)


@settings(
    max_examples=examples(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=ROWS, answers=PAIRS, name=TEXT, seconds=st.integers(1, 99_999), data=st.data())
def test_any_workbook_comes_back_exactly(
    rows: list[Any],
    answers: dict[str, str],
    name: str,
    seconds: int,
    data: st.DataObject,
    pack: Pack,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("any")
    who = Settings(name, name, START, (0, 2, 6), None, START)
    reset = begin_reset(folder / "a.cxreset", pack, lambda: TODAY, who)
    for row in rows:
        reset.book.add(row.model_copy())
    pains, comments = reset.book.rows(Pain), reset.book.rows(Feedback)
    if pains and comments:
        reset.book.tie(pains[0].key, [one.key for one in comments])
        reset.book.remove(Pain, data.draw(st.sampled_from(pains)).key)
    for prompt, text in answers.items():
        reset.book.put(Answer(scope="listen.pains", prompt=prompt, text=text))
        reset.book.put(Metric(key=prompt, before=text))
        reset.daily.keep_draft(prompt, text)
    reset.book.put(StepTick(step_id="listen.review", done_on=START))
    reset.daily.set_timer(Timer(seconds, 3, None))
    first = dump(reset.book)
    held = read(reset.file)
    reset.file.close()
    (folder / "a.json").write_bytes(first)
    restore(folder / "a.json", folder / "b.cxreset")
    with closing(open_workbook(folder / "b.cxreset")) as file:
        assert read(file) == held
    assert json_of(folder / "b.cxreset") == first


def test_hostile_words_are_words(kept: Path, pack: Pack, tmp_path: Path) -> None:
    words = "'; DROP TABLE pain; -- \x1b[31m \x00 \ud800 [b]x[/b] =cmd"
    changed(kept, lambda archive: rows(archive, "pain")[0].update(title=words))
    restore(kept, tmp_path / "new.cxreset")
    reset = open_reset(tmp_path / "new.cxreset", pack, lambda: TODAY)
    pain = reset.book.get(Pain, 1)
    assert pain is not None and pain.title == words.replace("\ud800", "\N{REPLACEMENT CHARACTER}")
    reset.file.close()


def test_what_an_older_file_does_not_say_takes_its_usual_value(kept: Path, tmp_path: Path) -> None:
    def older(archive: dict[str, Any]) -> None:
        del archive["tables"]["draft"], archive["last_ids"]
        for row in rows(archive, "pain"):
            del row["problem"], row["level"]

    changed(kept, older)
    restore(kept, tmp_path / "new.cxreset")
    with closing(open_workbook(tmp_path / "new.cxreset")) as file:
        assert {pain.problem for pain in Workbook(file).rows(Pain)} == {""}


# -- the documented form


def test_the_document_names_every_table_and_column(reset: Reset) -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    documented = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+)` \| [^|]* \| ([^|]*) \|$", text, re.MULTILINE)
    }
    actual = {
        name: [column.name for column in columns]
        for name, columns in layout(reset.file.connection).items()
    }
    assert documented == actual
    assert f'"format": "{FORMAT}"' in text and f'"version": {migrations()[-1][0]}' in text


def test_the_document_names_every_sheet_and_header() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    for part in PARTS:
        assert f"| {part.title} | {', '.join(column.name for column in part.columns)} |" in text
    for tracker in TRACKERS.values():
        assert f"`{','.join(tracker.columns)}`" in text
