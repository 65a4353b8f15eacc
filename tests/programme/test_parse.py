"""A pack is read whole, or refused with a file, a line and a reason."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxreset.base.errors import PackError, UsageError
from cxreset.programme import files
from cxreset.programme.pack import load_pack
from cxreset.programme.parse import read_pack
from tests.examples import examples
from tests.paths import CONTENT
from tests.programme.packbuilder import GERMAN, pack_texts, words, write_pack

SHIPPED = CONTENT


def test_a_whole_pack(tmp_path: Path) -> None:
    reading = read_pack(write_pack(tmp_path, pack_texts()))
    assert reading.problems == ()
    pack = reading.pack
    assert pack is not None
    assert (pack.title, pack.version, pack.language) == ("Small reset", "1.1", "en")
    assert pack.about == "About this pack."
    assert [week.id for week in pack.weeks] == ["listen", "map", "team", "test"]
    step = pack.step("map.first")
    assert (step.number, step.minutes, step.worksheet) == ("2.1", 40, None)
    assert step.how == "1. Begin.\n2. Go on."
    assert step.done == "- It is written down."
    assert step.prompts[0].key == "seen"
    assert pack.session("close-1").step is None
    assert pack.session("listen-2").number == 2
    assert pack.worksheet("money").fields[0].default == "8"
    assert pack.practice("listen-well").template == "invite"
    assert len(pack.habit("avoidance").statements) == 3
    assert [day.id for day in pack.days[-2:]] == ["close-1", "close-2"]


def test_a_pack_in_german_needs_no_code(tmp_path: Path) -> None:
    texts = pack_texts(GERMAN, "de")
    texts["weeks/1-listen.md"] = texts["weeks/1-listen.md"].replace(
        "title: Listen", "title: Zuhören"
    )
    pack = load_pack(write_pack(tmp_path, texts), None)
    assert pack.headings.done == "Fertig, wenn"
    assert pack.week("listen").title == "Zuhören"
    assert pack.step("listen.first").how == "1. Begin.\n2. Go on."


def test_values_stay_as_they_were_written(tmp_path: Path) -> None:
    texts = pack_texts(language="no")  # Norwegian, which YAML 1.1 takes for false
    texts["pack.md"] = texts["pack.md"].replace("version: 1.1", "version: 2026-09-07")
    texts["weeks/1-listen.md"] = texts["weeks/1-listen.md"].replace("title: Listen", "title: 1.10")
    pack = load_pack(write_pack(tmp_path, texts), None)
    assert (pack.language, pack.version) == ("no", "2026-09-07")
    assert pack.week("listen").title == "1.10"


def test_step_by_id_or_number_and_the_near_ones_named(tmp_path: Path) -> None:
    pack = load_pack(write_pack(tmp_path, pack_texts()), None)
    assert pack.step("3.1") is pack.step("team.first")
    assert pack.week_steps("team") == (pack.step("3.1"),)
    with pytest.raises(UsageError, match=r"Did you mean listen\.first"):
        pack.step("listen.frist")
    with pytest.raises(UsageError, match="There are listen, map, team and test"):
        pack.week("zzz")


def edit(name: str, old: str, new: str) -> Callable[[dict[str, str]], None]:
    def apply(texts: dict[str, str]) -> None:
        assert old in texts[name]
        texts[name] = texts[name].replace(old, new, 1)

    return apply


def drop(name: str) -> Callable[[dict[str, str]], None]:
    def apply(texts: dict[str, str]) -> None:
        del texts[name]

    return apply


STEP = "steps/2.1-map.md"
BROKEN = [
    (edit(STEP, "id: map.first\n", ""), STEP, 2, "“id” is missing"),
    (edit(STEP, "id: map.first", "id: team.first"), "steps/3.1-team.md", 2, "taken already, by"),
    (edit(STEP, "id: map.first", "id: Map First"), STEP, 2, "lowercase"),
    (edit(STEP, "week: map", "week: mop"), STEP, 3, "perhaps map"),
    (edit(STEP, "number: 2.1", "number: 1.1"), STEP, 4, "taken already"),
    (edit(STEP, "number: 2.1", "number: 3.2"), STEP, 4, "its week map is week 2"),
    (edit(STEP, "minutes: 40", "minutes: soon"), STEP, 7, "whole number from 1"),
    (edit(STEP, "minutes: 40", "minutes: [1, 2]"), STEP, 7, "plain text"),
    (edit(STEP, "minutes: 40", "minutes: 40\nminutes: 50"), STEP, 8, "given twice"),
    (edit(STEP, "minutes: 40", "minutes: 40\nworksheet: magic"), STEP, 8, "it can be review"),
    (edit(STEP, "minutes: 40", "minutes: 40\npractices: [gone]"), STEP, 8, "no practice “gone”"),
    (edit(STEP, "prompts:", "prompts: none\nmore:"), STEP, 8, "should be a list"),
    (edit(STEP, "title: Take", 'title: "\\e[31mTake'), STEP, 5, "a quotation mark is opened"),
    (edit(STEP, "title: Take the first step", 'title: "\\e[31m"'), STEP, 5, "control character"),
    (edit(STEP, "title: Take the first step", 'title: "\\ud800"'), STEP, 5, "control character"),
    (edit(STEP, "title: Take the first step", "title: !!python/name:os.system"), STEP, 5, "plain"),
    (edit(STEP, "title: Take the first step", "title: &a x\nsummary: *a"), STEP, 6, "aliases"),
    (edit(STEP, "title: Take", "title: Now: take"), STEP, 5, "a colon and a space needs quotes"),
    (edit(STEP, "prompts:", "#" * 20_000 + "\nprompts:"), STEP, 1, "longer than 20,000"),
    (edit(STEP, "## Pitfall", "## Trap"), STEP, 30, "no section of a step"),
    (edit(STEP, "## Pitfall", "### Pitfall"), STEP, 13, "“Pitfall” is missing"),
    (edit(STEP, "## Pitfall", "## Why"), STEP, 30, "given twice"),
    (edit(STEP, "- It is written down.", ""), STEP, 22, "is empty"),
    (edit(STEP, "## Why", "Hello.\n\n## Why"), STEP, 13, "belongs to no section"),
    (edit(STEP, "---\nid", "id"), STEP, 1, "begin with front matter"),
    (edit(STEP, "1. Begin.", "1. Be\x1b[2Jgin."), STEP, 19, "control character"),
    (drop(STEP), "weeks/2-map.md", 2, "has no steps"),
    (drop("weeks/4-test.md"), "pack.md", 0, "number 4 is missing"),
    (edit("weeks/2-map.md", "key: issues", "key: clicks"), "weeks/2-map.md", 7, "cannot count"),
    (edit("pack.md", "format: 1", "format: 2"), "pack.md", 2, "reads format 1"),
    (edit("pack.md", "  how: How\n", ""), "pack.md", 8, "“how” is missing"),
    (edit("pack.md", "language: en", "language: [en]"), "pack.md", 4, "plain text"),
    (edit("pack.md", "About this pack.", ""), "pack.md", 17, "text under the front matter"),
    (
        edit("days/map-1.md", "step: map.first", "step: team.first"),
        "days/map-1.md",
        5,
        "belongs to week team",
    ),
    (edit("days/map-1.md", "step: map.first", "step:"), "days/map-1.md", 5, "which step"),
    (edit("days/map-2.md", "session: 2", "session: 1"), "days/map-2.md", 4, "taken already"),
    (
        edit("practices/listen-well.md", "template: invite", "template: invoice"),
        "practices/listen-well.md",
        7,
        "perhaps invite",
    ),
    (
        edit("templates/invite.md", "{{people}}", "{{password}}"),
        "templates/invite.md",
        6,
        "no field is written “{{password}}”",
    ),
]


@pytest.mark.parametrize(
    ("break_it", "file", "line", "reason"), BROKEN, ids=[row[3] for row in BROKEN]
)
def test_what_is_wrong_is_told_with_file_and_line(
    tmp_path: Path, break_it: Callable[[dict[str, str]], None], file: str, line: int, reason: str
) -> None:
    texts = pack_texts()
    break_it(texts)
    folder = write_pack(tmp_path, texts)
    errors = read_pack(folder).errors()
    assert any(
        error.file == file and error.line == line and reason in error.text for error in errors
    ), errors
    with pytest.raises(PackError, match="The content pack cannot be used"):
        load_pack(folder, None)


def test_one_mistake_is_told_once(tmp_path: Path) -> None:
    texts = pack_texts()
    texts["weeks/2-map.md"] = "no front matter\n"
    errors = read_pack(write_pack(tmp_path, texts)).errors()
    assert [error.file for error in errors] == ["weeks/2-map.md"]


def test_an_unknown_week_is_not_told_again_by_every_day(tmp_path: Path) -> None:
    texts = pack_texts()
    texts[STEP] = texts[STEP].replace("week: map", "week: mop")
    errors = read_pack(write_pack(tmp_path, texts)).errors()
    assert [error.file for error in errors] == [STEP, "weeks/2-map.md"]


def test_sections_in_another_order_are_refused(tmp_path: Path) -> None:
    texts = pack_texts()
    step = texts[STEP].replace("## Why", "## X").replace("## How", "## Why")
    texts[STEP] = step.replace("## X", "## How")
    errors = read_pack(write_pack(tmp_path, texts)).errors()
    assert any("in this order: Why, How" in error.text for error in errors)


def test_a_heading_in_a_code_block_is_no_section(tmp_path: Path) -> None:
    texts = pack_texts()
    texts[STEP] = texts[STEP].replace("1. Begin.", "1. Begin.\n\n```\n## Not a section\n```\n")
    pack = load_pack(write_pack(tmp_path, texts), None)
    assert "## Not a section" in pack.step("map.first").how


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, pack_texts())
    plain = load_pack(folder, None)
    for path in folder.rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(folder, None) == plain


def test_not_utf8_names_the_line(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, pack_texts())
    path = folder / STEP
    path.write_bytes(path.read_bytes().replace(b"Take", b"T\xe4ke"))
    with pytest.raises(PackError, match=r"2\.1-map\.md, line 5: the file is not UTF-8"):
        load_pack(folder, None)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    texts = pack_texts()
    texts[STEP] += words(250_000)
    with pytest.raises(PackError, match="larger than 1 MB"):
        load_pack(write_pack(tmp_path, texts), None)


def test_a_huge_pack_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_pack(tmp_path, pack_texts())
    monkeypatch.setattr(files, "MAX_PACK_BYTES", 1_000)
    with pytest.raises(PackError, match="holds more than"):
        load_pack(folder, None)


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"holds no pack\.md"):
        load_pack(tmp_path, None)
    with pytest.raises(PackError, match="cannot be read"):
        load_pack(tmp_path / "nowhere", None)
    (tmp_path / "pack.md").write_text("")
    with pytest.raises(PackError, match=r"pack\.md"):
        load_pack(tmp_path, None)


def test_links_out_of_the_pack_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    texts = pack_texts()
    extra = texts["practices/listen-well.md"].replace("listen-well", "secret")
    (outside / "secret.md").write_text(extra)
    folder = write_pack(tmp_path / "pack", texts)
    (folder / "practices" / "secret.md").symlink_to(outside / "secret.md")
    for path in (folder / "worksheets").iterdir():
        path.rename(outside / path.name)
    (folder / "worksheets").rmdir()
    (folder / "worksheets").symlink_to(outside)
    pack = load_pack(folder, None)
    assert [practice.id for practice in pack.practices] == ["listen-well"]
    assert pack.worksheets == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_left_alone(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, pack_texts())
    os.mkfifo(folder / "practices" / "pipe.md")
    assert len(load_pack(folder, None).practices) == 1


NASTY = st.sampled_from(
    [
        *("---", "\n---\n", "[" * 3000, "{" * 50, "&a *a", "\x00", "\u2028", "\ud7ff", ": "),
        *("!!python/object/apply:os.system ['x']", "## Why\n", "> " * 500, "\t", "'", '"'),
        *('"\\U00110000"', "2026-99-99", "? [a]\n: b", "%YAML 9.9\n", "...\n", "| ", "- " * 200),
        *("<<: *x", "number: .inf\n", "title: 0x1F\n", "!<x> y", "~", "\r", "[a](b)\n\n[b]: <"),
    ]
)


@settings(
    max_examples=examples(80),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_mutated_pack_loads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    texts = pack_texts(sessions=1)
    name = data.draw(st.sampled_from(sorted(texts)))
    raw = texts[name].encode()
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 60)))
    piece = data.draw(st.one_of(NASTY.map(lambda text: text.encode()), st.binary(max_size=20)))
    folder = write_pack(tmp_path_factory.mktemp("pack"), texts)
    (folder / name).write_bytes(raw[:start] + piece + raw[end:])
    try:
        pack = load_pack(folder, None)
    except PackError as error:
        assert name in error.sentence or "pack" in error.sentence
        assert "\n" not in error.sentence
    else:
        assert len(pack.weeks) == 4


@pytest.mark.skipif(not (SHIPPED / "pack.md").is_file(), reason="the content is not here")
def test_the_shipped_pack_is_complete_and_well_formed() -> None:
    assert read_pack(SHIPPED).problems == ()
