"""Ten-minute versions in a pack: the last section of a step's or day's file, by the pack's name."""

from __future__ import annotations

from pathlib import Path

from cxreset.programme.parse import read_pack
from tests.programme.packbuilder import pack_texts, words, write_pack

SHORT = "\n## In ten minutes\n\n1. Open the list.\n\nOne line is enough.\n"
NAMED = ("  pitfall: Pitfall\n", "  pitfall: Pitfall\n  ten_minutes: In ten minutes\n")


def with_short(texts: dict[str, str]) -> dict[str, str]:
    """A pack with a ten-minute version of all its steps and days."""
    made = {
        name: text + SHORT if name.startswith(("steps/", "days/")) else text
        for name, text in texts.items()
    }
    return made | {"pack.md": texts["pack.md"].replace(*NAMED)}


def test_the_ten_minute_version_is_the_last_section(tmp_path: Path) -> None:
    reading = read_pack(write_pack(tmp_path, with_short(pack_texts())))
    assert not reading.problems and reading.pack is not None
    step, day = reading.pack.steps[0], reading.pack.days[0]
    assert step.ten_minutes == day.ten_minutes == "1. Open the list.\n\nOne line is enough."
    assert "ten minutes" not in step.pitfall and day.text == ""
    assert reading.pack.ten_minutes == "In ten minutes"
    assert {"steps/listen.first#ten-minutes", "days/map-2#ten-minutes"} <= reading.locations


def test_what_is_wrong_with_it_has_a_line(tmp_path: Path) -> None:
    texts = with_short(pack_texts())
    texts["steps/1.1-listen.md"] += "\n## Pitfall\n\nAgain.\n"
    texts["steps/2.1-map.md"] = texts["steps/2.1-map.md"].replace(SHORT, "\n## In ten minutes\n")
    texts["days/map-1.md"] = texts["days/map-1.md"].replace(SHORT, "")
    texts["days/map-2.md"] += words(90)
    reading = read_pack(write_pack(tmp_path, texts))
    found = {f"{each.location}: {each.text}" for each in reading.problems}
    assert any("1.1-listen.md, line" in one and "should be the last" in one for one in found)
    assert any("2.1-map.md, line" in one and "is empty" in one for one in found)
    assert "days/map-1.md: the section “In ten minutes” is missing" in found
    assert any("days/map-2.md, line" in one and "80 at most" in one for one in found)
    nameless = texts | {"pack.md": pack_texts()["pack.md"]}
    problems = read_pack(write_pack(tmp_path, nameless)).problems
    assert any("is no section of a step" in one.text for one in problems)
