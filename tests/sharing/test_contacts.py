"""The customers behind finished actions: for the leader alone, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io

from cxreset.reset.reset import Reset
from cxreset.sharing.documents.replies import answered_sentence
from cxreset.sharing.export import make
from cxreset.sharing.facts.gather import gather
from cxreset.sharing.subjects import SUBJECTS


def test_each_customer_is_a_row_with_what_became_of_it(sample: Reset) -> None:
    sample.file.connection.execute(
        "UPDATE feedback SET customer = '=cmd()' WHERE id = (SELECT min(feedback_id) FROM evidence)"
    )
    assert SUBJECTS["contacts"].own_copy
    (file,) = make("contacts", "csv", sample.book, sample.pack, sample.today).files
    rows = list(csv.DictReader(io.StringIO(file.data.decode("utf-8-sig"))))
    assert {row["Action"] for row in rows} == {"A1", "A3"}
    assert all(row["Customer"] and row["Comments"].startswith("C") for row in rows)
    assert not any(row["Customer"].startswith("=") for row in rows)
    assert {row["Told on"] for row in rows if row["Action"] == "A3"} == {"2026-09-30"}


def test_without_a_name_there_is_nobody_to_list(reset: Reset) -> None:
    (file,) = make("contacts", "csv", reset.book, reset.pack, reset.today).files
    assert len(file.data.decode("utf-8-sig").splitlines()) == 1


def test_the_short_plan_says_who_was_answered(sample: Reset) -> None:
    facts = gather(sample.book, sample.pack, sample.today)
    sentence = answered_sentence(facts)
    assert sentence == "Those who spoke were told what became of it for 1 of 2 finished actions."
    (file,) = make("short", "md", sample.book, sample.pack, sample.today).files
    assert sentence in file.data.decode()
