"""The content pack in hand: from the cache when nothing changed, else parsed anew.

Imported at every start, so it imports the parser only when a file of the pack has changed.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from os import PathLike

from cxreset import __version__
from cxreset.base.errors import PackError
from cxreset.base.locations import make_private_folder
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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SHAPE = 6
"""Raise it when the values in model.py change, so that an older cache is not taken for theirs."""
_PLAIN = 2
"""The version of marshal's format: the newest that writes the same values as the same bytes."""
_CHECKSUM = 4  # bytes


def load_pack(folder: str | PathLike[str], cache: str | PathLike[str] | None) -> Pack:
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


def _cache_file(folder: str | PathLike[str], cache: str | PathLike[str]) -> str:
    """One for each pack and each kind of Python, whose marshal may differ."""
    location = os.fsencode(os.path.realpath(folder))
    name = f"pack-{zlib.crc32(location):08x}.{sys.implementation.cache_tag}"
    return os.path.join(cache, name)


def _parse(folder: str | PathLike[str]) -> Pack:
    from pathlib import Path

    from cxreset.programme.parse import read_pack

    reading = read_pack(Path(folder))
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


def _stamp(folder: str | PathLike[str], files: list[PackFile]) -> tuple[Any, ...]:
    return _SHAPE, __version__, os.path.realpath(folder), tuple(map(tuple, files))


def _from_cache(file: str, stamp: tuple[Any, ...]) -> Pack | None:
    """The pack of a cache file: a checksum of the rest, then stamp and pack.

    Marshal is quick and must only be handed what it wrote itself, so the checksum comes first.
    What it reads are values; nothing in them is ever run.
    """
    try:
        with open(file, "rb") as opened:
            data = opened.read()
        checksum, body = data[:_CHECKSUM], data[_CHECKSUM:]
        if checksum != _checksum(body):  # not written by `_to_cache`, or not whole
            return None
        found, values = marshal.loads(body)
        return _rebuilt(values) if found == stamp else None
    except (OSError, EOFError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _to_cache(file: str, stamp: tuple[Any, ...], pack: Pack) -> None:
    body = marshal.dumps((stamp, _plain(pack)), _PLAIN)
    part = f"{file}.{os.getpid()}.part"
    try:
        make_private_folder(os.path.dirname(file))
        if os.path.lexists(part):
            os.unlink(part)
        from cxreset.base.platforms.open_flags import for_new_file  # only where it is parsed anew

        handle = os.open(part, for_new_file(), 0o600)
        try:
            with open(handle, "wb") as out:
                out.write(_checksum(body) + body)
            os.replace(part, file)
        except OSError:
            os.unlink(part)
    except OSError:
        pass  # a full disk or a read-only home only costs the next start some time


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_CHECKSUM, "big")


def _plain(value: Any) -> Any:
    """Records as the tuples they are: marshal knows nothing else."""
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _rebuilt(values: Any) -> Pack:
    """The pack from plain tuples, which hold the fields in their order."""
    pack = Pack._make(values)
    return pack._replace(
        headings=Headings._make(pack.headings),
        rest=Rest._make(pack.rest),
        weeks=tuple(
            week._replace(metrics=tuple(map(Metric._make, week.metrics)))
            for week in map(Week._make, pack.weeks)
        ),
        steps=tuple(
            step._replace(prompts=tuple(map(Prompt._make, step.prompts)))
            for step in map(Step._make, pack.steps)
        ),
        days=tuple(map(Session._make, pack.days)),
        practices=tuple(map(Practice._make, pack.practices)),
        habits=tuple(map(Habit._make, pack.habits)),
        templates=tuple(map(Template._make, pack.templates)),
        worksheets=tuple(
            sheet._replace(fields=tuple(map(SheetField._make, sheet.fields)))
            for sheet in map(PromptSheet._make, pack.worksheets)
        ),
    )
