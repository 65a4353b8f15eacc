"""The cache: quick when nothing changed, honest when something did, harmless when spoilt."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxreset.base.errors import PackError
from cxreset.programme import parse
from cxreset.programme.pack import load_pack
from tests.examples import examples
from tests.paths import ROOT
from tests.programme.packbuilder import pack_texts, write_pack


def only_file(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_the_cache_gives_back_the_same_pack(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    parsed = load_pack(folder, cache)
    assert load_pack(folder, cache) == parsed == load_pack(folder, None)
    cached = load_pack(folder, cache)
    # Equality of tuples does not see the class: the nested ones are checked by name.
    assert cached.weeks[0].metrics[0].key == "issues"
    assert cached.steps[0].prompts[0].text == "What did you see?"
    assert cached.worksheets[0].fields[0].kind == "number"
    assert cached.headings.done == "Done when"
    assert cached.rest.title == "Rest"
    assert repr(cached) == repr(parsed)


def test_a_second_load_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    load_pack(folder, cache)

    def refuse(folder: Path) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(parse, "read_pack", refuse)
    load_pack(folder, cache)


def test_a_usual_start_imports_no_parser(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    load_pack(folder, cache)
    code = (
        "import sys; from pathlib import Path\n"
        "from cxreset.programme.pack import load_pack\n"
        "import cxreset.programme.calendar\n"
        "pack = load_pack(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "heavy = {'markdown_it', 'yaml', 'mdit_py_plugins', 'inspect', 'dataclasses', 'difflib'}\n"
        "print(pack.title, sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(cache)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout == "Small reset []\n"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    load_pack(folder, cache)
    path = folder / "weeks" / "2-map.md"
    path.write_text(path.read_text().replace("title: Map", "title: Map the gaps"))
    assert load_pack(folder, cache).week("map").title == "Map the gaps"
    path.unlink()
    with pytest.raises(PackError):
        load_pack(folder, cache)


def test_the_same_size_and_another_time_is_a_change(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    load_pack(folder, cache)
    path = folder / "weeks" / "2-map.md"
    path.write_text(path.read_text().replace("title: Map", "title: Pam"))
    os.utime(path, ns=(1, 1))
    assert load_pack(folder, cache).week("map").title == "Pam"


def test_two_packs_do_not_mix(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    texts = pack_texts()
    first = write_pack(tmp_path / "one", texts)
    texts["pack.md"] = texts["pack.md"].replace("Small reset", "Other reset")
    second = write_pack(tmp_path / "two", texts)
    for _ in range(2):
        assert load_pack(first, cache).title == "Small reset"
        assert load_pack(second, cache).title == "Other reset"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A pack and its cache folder, filled."""
    base = tmp_path_factory.mktemp("kept")
    folder = write_pack(base / "pack", pack_texts(sessions=1))
    load_pack(folder, base / "cache")
    return folder, base / "cache"


@settings(max_examples=examples(60), deadline=None)
@given(where=st.floats(0, 1), cut=st.integers(0, 20), piece=st.binary(max_size=8))
def test_a_spoilt_cache_is_made_again(
    kept: tuple[Path, Path], where: float, cut: int, piece: bytes
) -> None:
    folder, cache = kept
    whole = load_pack(folder, cache)
    file = only_file(cache)
    raw = file.read_bytes()
    at = int(where * len(raw))
    file.write_bytes(raw[:at] + piece + raw[at + cut :])
    assert load_pack(folder, cache) == whole
    assert file.read_bytes() == raw


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_cache_is_private(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "deep" / "cache"
    load_pack(folder, cache)
    assert only_file(cache).stat().st_mode & 0o777 == 0o600
    assert cache.stat().st_mode & 0o777 == 0o700


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "pack", pack_texts())
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder should be")
    assert load_pack(folder, taken).title == "Small reset"
    assert load_pack(folder, taken / "below").title == "Small reset"
    assert taken.read_text() == "a file where the folder should be"


def test_a_cache_file_that_is_a_folder_does_no_harm(tmp_path: Path) -> None:
    folder, cache = write_pack(tmp_path / "pack", pack_texts()), tmp_path / "cache"
    load_pack(folder, cache)
    file = only_file(cache)
    file.unlink()
    file.mkdir()
    (file / "inside").write_text("kept")
    assert load_pack(folder, cache).title == "Small reset"
    assert list(cache.iterdir()) == [file]


@pytest.mark.parametrize("values", [None, 3, (), ("stamp",), ("stamp", "a"), "code", b"\xff\x00"])
def test_a_whole_cache_of_something_else_is_made_again(
    kept: tuple[Path, Path], values: str | bytes | int | tuple[str, ...] | None
) -> None:
    """Bytes with a right checksum that hold other values, of another program or release."""
    folder, cache = kept
    whole = load_pack(folder, cache)
    file = only_file(cache)
    raw = file.read_bytes()
    body = marshal.dumps(values) if not isinstance(values, bytes) else values
    if values == "code":
        body = marshal.dumps(compile("raise SystemExit('run')", "cache", "exec"))
    file.write_bytes(zlib.crc32(body).to_bytes(4, "big") + body)
    assert load_pack(folder, cache) == whole
    assert file.read_bytes() == raw


def test_a_cache_with_the_stamp_of_this_pack_and_other_values_is_made_again(
    kept: tuple[Path, Path],
) -> None:
    folder, cache = kept
    whole = load_pack(folder, cache)
    file = only_file(cache)
    raw = file.read_bytes()
    stamp, values = marshal.loads(raw[4:])
    for other in (values[:-1], (*values[:5], ("one heading",), *values[6:]), 3):
        body = marshal.dumps((stamp, other))
        file.write_bytes(zlib.crc32(body).to_bytes(4, "big") + body)
        assert load_pack(folder, cache) == whole
        assert file.read_bytes() == raw
