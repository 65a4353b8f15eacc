"""Words that the workbook could not take: a text file beside it, until the leader has seen them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cxreset.base.day_words import day_month
from cxreset.base.errors import NotSaved
from cxreset.base.language.words import N_, _, in_every_language
from cxreset.base.paths import new_private_file, temporary_beside
from cxreset.base.platforms.flushing import flush, sync_folder
from cxreset.base.platforms.line_ends import text_writer
from cxreset.base.platforms.replacing import replace
from cxreset.workbook.nouns import NOUNS
from cxreset.workbook.storage.messages import why

_HEAD = N_("Typed and not saved, {day}, {now:%H:%M}")
_LABEL = re.compile(r"[a-z][a-z_' -]* [^\n]+, \w+:\n")  # of a stored line, as `edits.py` names it
_COMMENT = re.compile(rf"{NOUNS['feedback'].noun} {NOUNS['feedback'].prefix}\d+, \w+:\n")


class UnsavedText(NamedTuple):
    """What was typed into a field, and what the field is called."""

    label: str
    text: str


def write_unsaved(workbook: Path, words: Sequence[UnsavedText], now: datetime) -> Path:
    """Add the words to the file beside the workbook, on the disk for good; returns where it lies.

    Where that folder cannot be written to, it is the home folder. Raises NotSaved when neither
    takes it.
    """
    beside, at_home = _paths(workbook)
    try:
        return _add(beside, words, now)
    except OSError:
        pass  # such as a full disk, or a folder that is gone
    try:
        return _add(at_home, words, now)
    except OSError as error:
        raise NotSaved(
            _("What could not be saved could not be written to a file either: {why}.").format(
                why=why(error)
            )
        ) from error


def find_unsaved(workbook: Path) -> Path | None:
    """The file with words that were never stored, if there is one."""
    return next((path for path in _paths(workbook) if read_unsaved(path)), None)


def discard_unsaved(path: Path) -> None:
    """The words are stored elsewhere, or not wanted."""
    with suppress(OSError):
        path.unlink()


def take_comments_out(workbook: Path) -> None:
    """Comments were erased: those among the words that a version lost go too, whoever said them.

    Raises OSError.
    """
    for path in _paths(workbook):
        text = read_unsaved(path)
        rest = _without_comments(text)
        if rest == text:
            continue
        if all(_heads().match(block) for block in rest.split("\n\n") if block):
            path.unlink()
        else:
            _write(path, rest)


def _without_comments(text: str) -> str:
    """The text without what stands below a comment's label, up to the next label."""
    rest, drops = [], False
    for block in text.split("\n\n"):
        if _LABEL.match(block) or _heads().match(block):
            drops = _COMMENT.match(block) is not None
        if not drops:
            rest.append(block)
    return "\n\n".join(rest)


@cache
def _heads() -> re.Pattern[str]:
    """How a heading begins, in whichever language it was written."""
    starts = (head.partition("{")[0] for head in in_every_language(_HEAD))
    return re.compile("|".join(map(re.escape, sorted(starts))))


def _paths(workbook: Path) -> tuple[Path, Path]:
    name = f"{workbook.stem} unsaved words.txt"
    return workbook.parent / name, Path.home() / name


def read_unsaved(path: Path) -> str:
    """All that is in such a file; empty when there is none or it cannot be read."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _as_text(words: Sequence[UnsavedText], now: datetime) -> str:
    when = _(_HEAD).format(day=day_month(now, short=False, year=True), now=now)
    blocks = [f"{each.label}:\n{each.text}" for each in words]
    return "\n\n".join([when, *blocks]) + "\n\n"


def _add(path: Path, words: Sequence[UnsavedText], now: datetime) -> Path:
    _write(path, read_unsaved(path) + _as_text(words, now))
    return path


def _write(path: Path, text: str) -> None:
    temporary = temporary_beside(path)
    try:
        with text_writer(new_private_file(temporary)) as file:
            file.write(text)
            file.flush()
            flush(file.fileno())
        replace(temporary, path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
