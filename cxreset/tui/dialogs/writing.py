"""Write files where the leader named; what is there is replaced only when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import _, ngettext
from cxreset.base.paths import expanded
from cxreset.base.text import count, one_line
from cxreset.reset.reset import Reset
from cxreset.sharing.write import file_name, numbered, write_bytes, write_folder
from cxreset.tui.dialogs.asking.confirm import ConfirmScreen
from cxreset.tui.shell.browser.app import PageApp, deliver

Say = Callable[[str, bool], None]


def write_file(
    screen: Screen[Any], typed: str, text: Callable[[], str], say: Say, *, ask: bool = False
) -> None:
    """Write what `text` gives to the file `typed`; `say` and `ask` as for `write_files`."""

    def files() -> Sequence[tuple[str, bytes]]:
        return [("", text().encode("utf-8", "replace"))]

    write_files(screen, typed, files, say, ask=ask)


def write_files(
    screen: Screen[Any],
    typed: str,
    files: Callable[[], Sequence[tuple[str, bytes]]],
    say: Say,
    *,
    folder: bool = False,
    ask: bool = False,
) -> None:
    """Write one file to `typed`, or several: into the folder `typed`, else numbered beside it.

    `say` hears how it went, and if it failed. With `ask` the leader is asked before anything is
    written, as for a single letter that may have been typed by chance. On a page of the browser
    it is handed to the browser instead, which writes over nothing.
    """
    if not typed.strip():
        say(
            _("Name a folder first.") if folder else _("Name a file first, such as plan.html."),
            True,
        )
        return
    path = expanded(typed.strip())
    try:
        made = files()
    except CxresetError as error:
        say(error.sentence, True)
        return
    app = screen.app
    if isinstance(app, PageApp) and app.is_web:
        say(deliver(app, path.name, made), False)
        return
    target = _target(path, made, folder=folder)

    def answered(yes: bool | None) -> None:
        if yes:
            say(*_write(target, force=True))

    def answered_write(yes: bool | None) -> None:
        if yes:
            say(*_write(target, force=False))

    taken = target.taken()
    if taken:
        screen.app.push_screen(_ask_to_replace(taken), answered)
    elif ask:
        screen.app.push_screen(_ask_to_write(target), answered_write)
    else:
        answered_write(True)


class _Target(NamedTuple):
    """Where files go: several into the folder `path`, one to the file `path`."""

    path: Path
    files: Sequence[tuple[str, bytes]]
    several: bool

    def taken(self) -> list[Path]:
        """What is there already and would be replaced."""
        paths = [self.path / name for name, _ in self.files] if self.several else [self.path]
        return [path for path in paths if path.is_file() and not path.is_symlink()]


def _target(path: Path, files: Sequence[tuple[str, bytes]], *, folder: bool) -> _Target:
    if not folder and len(files) > 1:
        return _Target(path.parent, numbered(path, files), several=True)
    return _Target(path, files, several=folder)


def _write(target: _Target, *, force: bool) -> tuple[str, bool]:
    """A sentence of how it went, and whether it failed."""
    try:
        if target.several:
            write_folder(target.path, target.files, force=force)
        else:
            write_bytes(target.path, target.files[0][1], force=force)
    except CxresetError as error:
        return error.sentence, True
    written = _("Written to {path}").format(path=target.path)
    if target.several:
        written = _("{files} written to {path}").format(
            files=count(len(target.files), "file"), path=target.path
        )
    return _("{written}. Only you can read it until you share it.").format(written=written), False


def _ask_to_replace(taken: Sequence[Path]) -> ConfirmScreen:
    one = len(taken) == 1
    question = ngettext(
        "Replace the file that is there?",
        "Replace the {number} files that are there?",
        len(taken),
    )
    return ConfirmScreen(
        question.format(number=len(taken)),
        _("{taken} exists already, perhaps from an earlier time.").format(taken=taken[0]),
        _("Replace it") if one else _("Replace them"),
    )


def _ask_to_write(target: _Target) -> ConfirmScreen:
    several = len(target.files) > 1
    question = _("Write the file?")
    if several:
        question = _("Write {files}?").format(files=count(len(target.files), "file"))
    where = _("It goes to {path}")
    if target.several:
        where = _("They go into the folder {path}")
    return ConfirmScreen(
        question,
        where.format(path=target.path),
        _("Write it"),
        no=_("Not now"),
    )


def usual_path(reset: Reset, what: str, extension: str, folder: Path | None = None) -> Path:
    """A file in `folder`, else in the user's documents; see `usual_name`."""
    if folder is None or not folder.is_dir():
        from platformdirs import user_documents_path

        documents = user_documents_path()
        folder = documents if documents.is_dir() else Path.home()
    return folder / usual_name(reset.settings.organisation, what, reset.today, extension)


def usual_name(organisation: str, what: str, on: date, extension: str) -> str:
    """`harbour-pine-plan-2026-10-02.html`: whose, what and when, in letters and digits alone."""
    whose = " ".join(one_line(organisation).lower().split()[:6])
    words = file_name(f"{whose} {what}" if whose else what)
    return file_name(words, extension, mark=on.isoformat())
