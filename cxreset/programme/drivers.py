"""The standing reasons for complaint: `drivers/<language>/<id>.md` of a content pack.

Front matter: `id`, `title`, `terms` (how one is written: `insight/themes/terms.py`), optional
`excludes` (terms too); the body is a sentence on what it covers. A pack may change them, leave
some out or add a language.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from cxreset.base.errors import PackError
from cxreset.base.paths import shipped_dir
from cxreset.base.text import one_line
from cxreset.programme import files
from cxreset.programme.document import Document, decode, take_apart
from cxreset.programme.fields import ERROR, Problem

FOLDER = "drivers"
MAX_DRIVERS = 1_000


class Driver(NamedTuple):
    """One reason in one language; the same id in two languages is the same reason."""

    id: str
    language: str
    title: str
    terms: tuple[str, ...]
    excludes: tuple[str, ...]
    text: str


class Reading(NamedTuple):
    """What reading a pack's drivers gave, and every problem with its file and line."""

    drivers: tuple[Driver, ...]
    problems: tuple[Problem, ...]


def has_drivers(folder: Path) -> bool:
    """Does the pack in `folder` bring drivers of its own?"""
    return (folder / FOLDER).is_dir()


def drivers_folder(content: Path) -> Path:
    """The folder whose drivers go with the pack in `content`: its own, else those shipped.

    The drivers are in every language already, so a translated pack brings none.
    """
    return content if has_drivers(content) else shipped_dir()


def load_drivers(folder: Path) -> tuple[Driver, ...]:
    """The drivers of the pack in `folder`, by language and id; () when it brings none.

    Raises PackError naming file and line of the first thing that keeps them from being used.
    """
    reading = read_drivers(folder)
    for problem in reading.problems:
        if problem.severity == ERROR:
            raise PackError(
                f"The drivers in {one_line(str(folder))} cannot be used. {problem.location}: "
                f"{problem.text}. Mend the file, or take it out of the folder."
            )
    return reading.drivers


def drivers_named(folder: Path, ids: Collection[str]) -> list[Driver]:
    """The drivers with these ids, in every language, without reading the others.

    A file that cannot be used is left out: what is asked for here is a help and no more. Raises
    PackError when the folder cannot be listed.
    """
    names = [name for name in driver_names(folder) if Path(name).stem in ids]
    documents = [(name, _open(folder, name, [])) for name in names]
    found = [_driver(document, name.split("/")[1]) for name, document in documents if document]
    return [driver for driver in found if driver.id in ids]


def read_drivers(folder: Path) -> Reading:
    """Read every driver file and collect every problem.

    Raises PackError as `driver_names` does.
    """
    problems: list[Problem] = []
    drivers: dict[tuple[str, str], Driver] = {}
    for name in driver_names(folder):
        document = _open(folder, name, problems)
        if document is None:
            continue
        driver = _driver(document, name.split("/")[1])
        if (driver.language, driver.id) in drivers:
            text = f"another file of the folder has the id “{one_line(driver.id, 60)}” too"
            problems.append(Problem(name, document.fields.line("id"), text))
        else:
            drivers[driver.language, driver.id] = driver
    return Reading(tuple(drivers[key] for key in sorted(drivers)), tuple(problems))


def driver_names(folder: Path) -> list[str]:
    """The driver files of the pack in `folder`, as names inside it, sorted.

    Leaves out hidden files and links that lead outside the pack. Raises PackError when the folder
    cannot be listed or holds more than MAX_DRIVERS files.
    """
    root = folder / FOLDER
    try:
        found = sorted(
            f"{FOLDER}/{path.parent.name}/{path.name}"
            for path in root.glob("*/*.md")
            if not path.name.startswith(".")
            and not path.parent.name.startswith(".")
            and path.is_file()
            and path.resolve().is_relative_to(folder.resolve())
        )
    except OSError as error:
        raise PackError(
            f"The folder {one_line(str(root))} cannot be read: {error.strerror}. "
            "Check its permissions."
        ) from error
    if len(found) > MAX_DRIVERS:
        raise PackError(
            f"The folder {one_line(str(root))} holds more than {MAX_DRIVERS:,} files. "
            "Leave the drivers that are asked for, and move the others elsewhere."
        )
    return found


def _open(folder: Path, name: str, problems: list[Problem]) -> Document | None:
    def tell(line: int, text: str, severity: str) -> None:
        problems.append(Problem(name, line, text, severity))

    try:
        data = files.read_bytes(folder, name)
    except OSError as error:
        tell(0, f"the file cannot be read: {error.strerror}", ERROR)
        return None
    if len(data) > files.MAX_BYTES:
        tell(0, f"the file is larger than {files.MAX_BYTES // 1_000_000} MB", ERROR)
        return None
    text = decode(data, tell)
    return None if text is None else take_apart(name, text, tell)


def _driver(document: Document, language: str) -> Driver:
    fields = document.fields
    terms = fields.texts("terms")
    if not terms:
        fields.tell(fields.line("terms"), "“terms” is missing: which words show this", ERROR)
    excludes = fields.texts("excludes")
    for key, term in [("terms", t) for t in terms] + [("excludes", t) for t in excludes]:
        if not any(char.isalnum() for char in term):
            fields.tell(fields.line(key), f"“{one_line(term, 40)}” holds no word", ERROR)
    driver = Driver(
        id=fields.ident(),
        language=language,
        title=fields.text("title", 60),
        terms=tuple(terms),
        excludes=tuple(excludes),
        text=document.body,
    )
    fields.rest()
    return driver
