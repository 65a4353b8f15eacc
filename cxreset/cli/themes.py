"""`cxreset themes`: what recurs in the comments, with the words and the rows behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxreset.cli.daily import reset_of
from cxreset.cli.pages import wrapped
from cxreset.cli.talk import out, talk
from cxreset.insight.themes import Example, Suggestions, Theme, masked
from cxreset.paths import content_dir
from cxreset.suggesting import recurring
from cxreset.text import count, one_line
from cxreset.workbook.feedback_items import FeedbackItem, feedback_items

if TYPE_CHECKING:
    from cxreset.cli.call import Call

EXCERPT = 220  # characters of an example on the page
BEFORE = 60  # of them before the first word that tells


def themes(call: Call) -> int:
    """Print what recurs; personal data in examples is masked. 1 when there are no comments."""
    reset = reset_of(call)
    items = feedback_items(reset.file)
    found = recurring(
        items, content_dir(call.content), reset.settings.organisation, limit=call.limit
    )
    by_id = {item.id: item for item in items}
    if call.json:
        import json

        out(json.dumps(_told(found, by_id), indent=2, ensure_ascii=False))
        return 0
    if not items:
        talk("There are no comments yet. Bring some in: cxreset import FILE")
        return 1
    out(_page(found, by_id))
    return 0


def _page(found: Suggestions, by_id: dict[int, FeedbackItem]) -> str:
    lines = [
        f"{count(found.total, 'comment')}; {count(len(found.themes), 'theme')} "
        f"{'covers' if len(found.themes) == 1 else 'cover'} {found.covered:,} of them."
    ]
    lines += [wrapped(note) for note in found.notes]
    if found.by_category:
        lines += ["", "By the file's own reasons"]
        lines += [_headline(theme) for theme in found.by_category]
        lines += ["", "By what customers say"]
    for theme in found.themes:
        lines += ["", _headline(theme)]
        words = ", ".join(f"{one_line(term.text)} {term.count:,}" for term in theme.terms)
        lines.append(wrapped(words, "        "))
        for example in theme.examples:
            lines.append(wrapped(f"“{_excerpt(masked(example))}”", "        "))
            lines.append(f"          {_place(by_id[example.item])}")
    return "\n".join(lines)


def _headline(theme: Theme) -> str:
    return f"{theme.count:>6,}  {theme.share:>4.0%}  {one_line(theme.name, 60)}"


def _excerpt(example: Example) -> str:
    """The part of a comment round the first word that tells."""
    text = example.text
    start = max(0, example.spans[0][0] - BEFORE) if example.spans else 0
    if len(text) <= EXCERPT:
        start = 0
    if start:  # not in the middle of a word
        blank = text.find(" ", start)
        start = blank + 1 if 0 <= blank < example.spans[0][0] else start
    return ("…" if start else "") + one_line(text[start:], EXCERPT)


def _place(item: FeedbackItem) -> str:
    if not item.source:
        return f"C{item.id}, captured by hand"
    return f"C{item.id}, {one_line(item.source, 60)}, row {item.row:,}"


def _told(found: Suggestions, by_id: dict[int, FeedbackItem]) -> dict[str, Any]:
    return {
        "comments": found.total,
        "covered": found.covered,
        "language": found.language,
        "notes": list(found.notes),
        "by_category": [_theme(theme, by_id) for theme in found.by_category],
        "themes": [_theme(theme, by_id) for theme in found.themes],
    }


def _theme(theme: Theme, by_id: dict[int, FeedbackItem]) -> dict[str, Any]:
    return {
        "id": theme.id,
        "name": theme.name,
        "kind": theme.kind,
        "count": theme.count,
        "share": round(theme.share, 6),
        "terms": [{"text": term.text, "count": term.count} for term in theme.terms],
        "examples": [
            _where(by_id[example.item])
            | {"text": shown.text, "spans": [list(span) for span in shown.spans]}
            for example in theme.examples
            for shown in [masked(example)]
        ],
        "items": [_where(by_id[number]) for number in theme.items],
    }


def _where(item: FeedbackItem) -> dict[str, Any]:
    return {"comment": f"C{item.id}", "file": item.source, "row": item.row}
