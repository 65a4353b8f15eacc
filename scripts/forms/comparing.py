"""What a reader saw, held against what should be there."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SKIPPED = "skipped: not installed"


class Line(NamedTuple):
    """A row of the table: `missing` counts what should be there and is not; None is a skip."""

    file: str
    reader: str
    result: str
    missing: int | None


def compared(name: str, reader: str, text: str | None, found: list[str]) -> Line:
    """How many of the pieces of text the reader sees."""
    if text is None:
        return Line(name, reader, SKIPPED, None)
    seen = bare(text)
    missing = [piece for piece in found if bare(piece) not in seen]
    result = f"{len(found) - len(missing)} of {len(found)} texts"
    return Line(name, reader, result + (f"; not {missing[:2]}" if missing else ""), len(missing))


def bare(text: str) -> str:
    """Text without what a form may change: spaces, line breaks, dashes, colons after a label."""
    folded = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return re.sub(r"[\s•▪–—:-]+", "", folded).casefold()


def pieces(markdown: str) -> list[str]:
    """The runs of words of a Markdown text, as markdown-it reads them."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    runs: list[str] = []
    for token in reader.parse(markdown):
        run = ""
        for child in token.children or []:
            if child.type in ("text", "text_special", "softbreak"):
                run += child.content or " "
            else:
                runs.append(run)
                run = ""
        runs.append(run)
    # “— C12, chat” and “C12 — “text””: a dash parts what other forms set apart.
    parted = (piece.strip(" “”:") for run in runs for piece in run.split(" — "))
    return [piece for piece in parted if len(piece) > 1]
