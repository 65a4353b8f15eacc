"""Find a feedback file: a tree that shows folders and readable kinds, and a path that completes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.suggester import Suggester
from textual.widgets import DirectoryTree, Input
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from cxreset.base.text import one_line

_KINDS = ".csv .tsv .tab .txt .xlsx .xlsm .xls .ods .json .jsonl .ndjson .eml .mbox .vtt .srt"
KINDS = frozenset(_KINDS.split())
ENTRIES_READ = 5_000  # of one folder


def readable(path: Path) -> bool:
    """Is this a file of a kind that can be imported, or a folder; nothing hidden."""
    if path.name.startswith("."):
        return False
    try:
        return path.suffix.lower() in KINDS or path.is_dir()
    except OSError:
        return False


class FeedbackTree(DirectoryTree):
    """Folders and files that can be imported."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    ICON_FILE = "  "

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        return [path for path in paths if readable(path)]

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        label = super().render_label(node, base_style, style)
        clean = one_line(label.plain)
        return label if clean == label.plain.strip() else Text(clean, style)


class PathInput(Input):
    """The path of a file; ↓ goes on to the tree below it."""

    BINDINGS = [Binding("down", "app.focus_next", show=False)]

    def __init__(self, hint: str, *, id: str) -> None:
        super().__init__(placeholder=hint, id=id, compact=True, suggester=PathSuggester())


class PathSuggester(Suggester):
    """Completes a path with the first folder or readable file that begins so."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return await asyncio.to_thread(completed, value)


def completed(typed: str) -> str | None:
    """`~/Dow` → `~/Downloads/`; None when nothing begins so, or nothing was typed yet."""
    head, slash, start = typed.rpartition("/")
    if not slash and not start:
        return None
    try:
        folder = Path(head + slash or ".").expanduser()
        names = sorted(
            path.name + ("/" if path.is_dir() else "")
            for path in islice(folder.iterdir(), ENTRIES_READ)
            if path.name.startswith(start) and readable(path)
        )
    except (OSError, RuntimeError, ValueError):
        return None
    if not start or not names or not names[0].isprintable():
        return None
    return f"{head}{slash}{names[0]}"
