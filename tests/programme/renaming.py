"""A copy of a content pack in which every id is another one, and nothing else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from cxreset.programme.files import FOLDERS

NAMED_AFTER_ID = ("days", "practices", "templates", "worksheets")
"""Folders whose files are called after their ids."""
LINKS = {
    "id": "",
    "week": "weeks",
    "step": "steps",
    "practice": "practices",
    "practices": "practices",
    "template": "templates",
}
"""Key of a front matter -> folder of what it names; an id is that of the file's own folder."""
ROWS = {"step_id": "steps", "practice_id": "practices", "habit": "checkup"}
"""Key of the sample's rows -> folder of what it names."""

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_LINE = re.compile(r"^(\w+): *(\S.*)$", re.MULTILINE)
_ROW = re.compile(r'^(\w+) = "([^"\n]+)"$', re.MULTILINE)
_WORD = re.compile(r"[\w.-]+")


class Renamed:
    """The copy's folder, and old id -> new id by the folder of the pack."""

    def __init__(self, source: Path, folder: Path) -> None:
        shutil.copytree(source, folder)
        self.folder = folder
        self.ids = {name: self._new_ids(name) for name in FOLDERS}
        for name in FOLDERS:
            for path in sorted((folder / name).glob("*.md")):
                self._rename(name, path)
        for path, change in (
            (folder / "demo" / "workbook.toml", self._rows),
            (folder / "coverage.yaml", self._coverage),
        ):
            path.write_text(change(path.read_text("utf-8")), "utf-8")

    def _new_ids(self, name: str) -> dict[str, str]:
        """New ids that sort as the old ones do and have no letter in common with their meaning."""
        old = sorted(_front(path)["id"] for path in (self.folder / name).glob("*.md"))
        return {each: f"{name[0]}{number:02d}.z" for number, each in enumerate(old)}

    def _rename(self, name: str, path: Path) -> None:
        text = path.read_text("utf-8")
        old = _front(path)["id"]
        front = _FRONT.match(text)
        assert front is not None
        text = _LINE.sub(self._linked(name), front[0]) + text[front.end() :]
        path.write_text(text, "utf-8")
        if name in NAMED_AFTER_ID:
            path.rename(path.with_name(f"{self.ids[name][old]}.md"))

    def _linked(self, own: str) -> Callable[[re.Match[str]], str]:
        def new(line: re.Match[str]) -> str:
            ids = self.ids.get(LINKS.get(line[1], "no folder") or own, {})
            return f"{line[1]}: " + _WORD.sub(lambda word: ids.get(word[0], word[0]), line[2])

        return new

    def _rows(self, text: str) -> str:
        def new(row: re.Match[str]) -> str:
            value = self.scope(row[2]) if row[1] == "scope" else self._id(row[1], row[2])
            return f'{row[1]} = "{value}"'

        return _ROW.sub(new, text)

    def _id(self, key: str, value: str) -> str:
        return self.ids[ROWS[key]][value] if key in ROWS else value

    def scope(self, old: str) -> str:
        """What answers are kept under: a step, a worksheet, a template."""
        first, dot, template = old.partition(".")
        if dot and first == "template":
            return f"{first}.{self.ids['templates'][template]}"
        return self.ids["steps"].get(old) or self.ids["worksheets"].get(old, old)

    def _coverage(self, text: str) -> str:
        def new(match: re.Match[str]) -> str:
            return f"{match[1]}/{self.ids[match[1]].get(match[2], match[2])}"

        return re.sub(rf"\b({'|'.join(FOLDERS)})/([\w.-]+)", new, text)


def _front(path: Path) -> dict[str, str]:
    front = _FRONT.match(path.read_text("utf-8"))
    assert front is not None, path
    return {line[1]: line[2] for line in _LINE.finditer(front[1])}
