"""The first comments with certain words: met on a walk, or told by the index, they are the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.workbook.feedback import walking
from cxreset.workbook.feedback.comments import Batch, CommentRepository, Counts, Filter
from cxreset.workbook.feedback.counts import counts_stale
from cxreset.workbook.feedback.incoming import by_column
from cxreset.workbook.opening import create_workbook

DAY = date(2026, 9, 7)
TEXTS = st.text("Late _-'é1ा", min_size=1, max_size=12)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[CommentRepository]:
    file = create_workbook(tmp_path / "a.cxreset")
    yield CommentRepository(file)
    file.close()


def put(repository: CommentRepository, texts: list[str]) -> None:
    rows = [
        (at, text, DAY.replace(day=1 + at % 3), "call", None, "", "", (), "", False)
        for at, text in enumerate(texts, 1)
    ]
    batch = Batch("own.csv", "f" * 64, DAY, "other", "comment")
    repository.store(batch, by_column(rows), lambda: Counts(len(rows), 0, 0))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.text("late 1", min_size=1, max_size=4))
def test_a_walk_finds_what_the_index_finds(
    repository: CommentRepository, texts: list[str], words: str
) -> None:
    with repository.file.transaction(recorded=False) as connection:
        connection.execute("DELETE FROM feedback")
    put(repository, texts)
    for newest in (False, True):
        wanted = Filter(words=words, newest_first=newest)
        assert repository.ids(wanted, 50) == repository.ids(wanted)
    assert not counts_stale(repository.file.connection)


def test_a_rare_word_is_asked_of_the_index(
    repository: CommentRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "WALKED", 1)
    put(repository, ["late"] * 5 + ["zebra"])
    assert walking.walk(repository.file, Filter(words="zebra"), 2) is None
    assert list(repository.ids(Filter(words="zebra"), 2)) == [6]
    assert list(repository.ids(Filter(words="late"), 2)) == [1, 2]
    assert walking.walk(repository.file, Filter(words="don't"), 2) is None


def test_a_group_is_met_once(repository: CommentRepository) -> None:
    put(repository, ["late", "late again"])
    with repository.file.transaction(recorded=False) as connection:
        connection.execute("UPDATE feedback SET group_id = 1 WHERE id = 2")
    assert list(repository.ids(Filter(words="late", grouped=True), 9)) == [1]
