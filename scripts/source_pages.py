"""A page for each import source, with what is read of a file of its shape and what is not.

Each source has two files in `docs/sources`: `NAME.md`, where the file comes from, and a sample of
it, in the source's own shape. What is said below the sample is not written by anybody: it is what
the intake makes of the sample, so a page cannot say more than the program does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from cxreset.base.text import count
from cxreset.intake.options import Options
from cxreset.intake.outcome import Item, Outcome, Passed
from cxreset.intake.read import look, read
from cxreset.intake.report import Report

SOURCES = Path(__file__).resolve().parent.parent / "docs" / "sources"
NAMES = {
    "empty": "without words",
    "no answer": "that says nothing",
    "company": "that the company said",
    "notice": "that is a notice of the program",
    "trial": "that was a trial",
    "header": "that is a header",
    "total": "that is a total",
}
"""Why a row is no comment -> how the page says so."""


def samples() -> dict[str, Path]:
    """The sources in the order of their names, each with its sample."""
    return {
        page.stem: sample
        for page in sorted(SOURCES.glob("*.md"))
        for sample in sorted(SOURCES.glob(f"{page.stem}.*"))
        if sample != page
    }


def source_page(name: str, sample: Path) -> str:
    """The whole page of one source."""
    preview = look(sample, Options())
    report = Report(sample.name)
    rows = list(read(preview, report))
    intro = (SOURCES / f"{name}.md").read_text(encoding="utf-8").strip()
    parts = [intro, "## A file of it", _block(_text(sample)), "## What is read"]
    proposal = [line.strip() for line in preview.lines()[1:]]
    parts += [f"As {preview.kind}, by itself:", _block("\n".join(proposal)) if proposal else ""]
    parts += ["\n".join(f"- {_quoted(item)}" for item in rows if isinstance(item, Item))]
    left_out = _left_out(rows, report.trimmed) or ["Every row of this file is a comment."]
    parts += ["## What is not", "\n".join(left_out)]
    parts += ["Columns without a line above are kept beside the comment, word for word."]
    return "\n\n".join(part for part in parts if part) + "\n"


def _text(sample: Path) -> str:
    return sample.read_text(encoding="utf-8").strip().replace("\u200e", "")


def _block(text: str) -> str:
    return f"```text\n{text}\n```"


def _quoted(item: Item) -> str:
    day = f" ({item.received_on.isoformat()})" if item.received_on else ""
    return f"“{' '.join(item.text.split())}”{day}"


def _left_out(rows: Sequence[Outcome], trimmed: int) -> list[str]:
    """Rows that are no comments, by reason, and what of the others is left out."""
    reasons = Counter(row.reason for row in rows if isinstance(row, Passed))
    lines = [f"- {count(number, 'row')} {NAMES[reason]}" for reason, number in reasons.items()]
    quoted = "what the company wrote, or a quoted mail, inside"
    return [*lines, f"- {quoted} {count(trimmed, 'cell')}"] if trimmed else lines


def sources_page(names: Sequence[str]) -> str:
    """The list of the pages."""
    titles = {
        name: (SOURCES / f"{name}.md").read_text(encoding="utf-8").partition("\n")[0].strip("# ")
        for name in names
    }
    lines = [f"- [{title}]({name}.md)" for name, title in titles.items()]
    other = "Anything else with a comment a row, a line or a message"
    parts = ["# Sources one by one", "\n".join(lines), f"{other}: [imports](../imports.md)."]
    return "\n\n".join(parts) + "\n"
