"""The content pack in hand: from the cache when nothing changed, else parsed anew.

Imported at every start, so it imports the parser only when a file of the pack has changed.
"""

from __future__ import annotations

import json
import os
import zlib
from pathlib import Path
from typing import Any

from cxreset import __version__
from cxreset.base.errors import PackError
from cxreset.base.paths import make_private_dir
from cxreset.base.text import count, one_line
from cxreset.programme.files import PackFile, pack_files
from cxreset.programme.model import (
    Habit,
    Headings,
    Metric,
    Pack,
    Practice,
    Prompt,
    PromptSheet,
    Rest,
    Session,
    SheetField,
    Step,
    Template,
    Week,
)

_SHAPE = 3
"""Raise it when the values in model.py change, so that an older cache is not taken for theirs."""


def load_pack(folder: Path, cache: Path | None) -> Pack:
    """The content pack in `folder`; `cache` is a folder for what was parsed, None for none.

    The cache is trusted only while every file's name, time and size, the place of the pack and
    the version of cxreset are the same; one that is spoilt or cannot be written does no harm.
    Raises PackError naming the file and line of the first thing that keeps the pack from loading.
    """
    stamp = _stamp(folder, pack_files(folder))
    file = _cache_file(folder, cache) if cache else None
    if file is not None:
        kept = _from_cache(file, stamp)
        if kept is not None:
            return kept
    pack = _parse(folder)
    if file is not None:
        _to_cache(file, stamp, pack)
    return pack


def _cache_file(folder: Path, cache: Path) -> Path:
    location = os.fsencode(os.path.realpath(folder))
    return cache / f"pack-{zlib.crc32(location):08x}.json"


def _parse(folder: Path) -> Pack:
    from cxreset.programme.parse import read_pack

    reading = read_pack(folder)
    errors = reading.errors()
    if reading.pack is None:
        first = errors[0]
        others = count(len(errors) - 1, "other")
        mend = "Mend it" if len(errors) == 1 else f"Mend it and {others}"
        raise PackError(
            f"The content pack cannot be used. {first.location}: {first.text}. "
            f"{mend}; “cxreset content check {one_line(str(folder))}” lists all there is to mend."
        )
    return reading.pack


def _stamp(folder: Path, files: list[PackFile]) -> str:
    return json.dumps([_SHAPE, __version__, os.path.realpath(folder), files])


def _from_cache(file: Path, stamp: str) -> Pack | None:
    """The pack of a cache file: a line of stamp, a line of checksum, a line of pack."""
    try:
        with file.open(encoding="ascii") as lines:
            if lines.readline() != stamp + "\n":
                return None
            checksum, data = lines.readline(), lines.read()
        # What does not match was not written by `_to_cache`, or not whole.
        if checksum != f"{zlib.crc32(data.encode())}\n":
            return None
        return _rebuilt(json.loads(data))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _to_cache(file: Path, stamp: str, pack: Pack) -> None:
    data = json.dumps(pack)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        make_private_dir(file.parent)
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(handle, "w", encoding="ascii") as out:  # noqa: PTH123 - a descriptor
                out.write(f"{stamp}\n{zlib.crc32(data.encode())}\n{data}")
            part.replace(file)
        except OSError:
            part.unlink(missing_ok=True)
    except OSError:
        pass  # a full disk or a read-only home only costs the next start some time


def _rebuilt(data: list[Any]) -> Pack:
    """The pack from its JSON: named tuples are written as arrays, in the order of their fields."""
    pack = Pack._make(data)
    return pack._replace(
        headings=Headings(*pack.headings),
        rest=Rest(*pack.rest),
        weeks=tuple(
            Week._make(row)._replace(metrics=tuple(map(Metric._make, row[4]))) for row in data[7]
        ),
        steps=tuple(
            Step._make(row)._replace(
                prompts=tuple(map(Prompt._make, row[7])), practices=tuple(row[8])
            )
            for row in data[8]
        ),
        days=tuple(map(Session._make, data[9])),
        practices=tuple(map(Practice._make, data[10])),
        habits=tuple(Habit._make(row)._replace(statements=tuple(row[4])) for row in data[11]),
        templates=tuple(map(Template._make, data[12])),
        worksheets=tuple(
            PromptSheet._make(row)._replace(fields=tuple(map(SheetField._make, row[3])))
            for row in data[13]
        ),
    )
