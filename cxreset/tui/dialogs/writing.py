"""Write files where the leader named; what is there is replaced only when asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from textual.screen import Screen

from cxreset.base.errors import CxresetError
from cxreset.base.paths import expanded
from cxreset.base.text import count, one_line
from cxreset.reset.reset import Reset
from cxreset.sharing.write import file_name, numbered, write_bytes, write_folder
from cxreset.tui.dialogs.confirm import ConfirmScreen

Say = Callable[[str, bool], None]


def write_file(screen: Screen[Any], typed: str, text: Callable[[], str], say: Say) -> None:
    """Write what `text` gives to the file `typed`; `say` hears how it went, and if it failed."""

    def files() -> Sequence[tuple[str, bytes]]:
        return [("", text().encode("utf-8", "replace"))]

    write_files(screen, typed, files, say)


def write_files(
    screen: Screen[Any],
    typed: str,
    files: Callable[[], Sequence[tuple[str, bytes]]],
    say: Say,
    *,
    folder: bool = False,
) -> None:
    """Write one file to `typed`, or several: into the folder `typed`, else numbered beside it.

    `say` hears how it went, and if it failed.
    """
    if not typed.strip():
        say("Name a folder first." if folder else "Name a file first, such as plan.html.", True)
        return
    path = expanded(typed.strip())
    try:
        made = files()
    except CxresetError as error:
        say(error.sentence, True)
        return
    if not folder and len(made) > 1:
        made, place = numbered(path, made), path.parent
    else:
        place = path
    several = folder or len(made) > 1
    paths = [place / name for name, _ in made] if several else [path]

    def write(force: bool) -> None:
        try:
            if several:
                write_folder(place, made, force=force)
            else:
                write_bytes(path, made[0][1], force=force)
        except CxresetError as error:
            say(error.sentence, True)
        else:
            said = f"{count(len(made), 'file')} written to {place}" if several else str(path)
            said = said if several else f"Written to {said}"
            say(f"{said}. Only you can read it until you share it.", False)

    def answered(yes: bool | None) -> None:
        if yes:
            write(True)

    taken = [path for path in paths if path.is_file() and not path.is_symlink()]
    if taken:
        what = "the file that is" if len(taken) == 1 else f"the {len(taken)} files that are"
        question = ConfirmScreen(
            f"Replace {what} there?",
            f"{taken[0]} exists already, perhaps from an earlier time.",
            "Replace it" if len(taken) == 1 else "Replace them",
        )
        screen.app.push_screen(question, answered)
    else:
        write(False)


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
