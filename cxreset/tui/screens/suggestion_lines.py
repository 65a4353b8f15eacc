"""What the screen of suggestions says, as plain functions of what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from cxreset.insight.themes import Example, Suggestions, Theme
from cxreset.sharing.words import percent
from cxreset.suggesting import Suggested
from cxreset.text import count, one_line, shown
from cxreset.tui.widgets.marks import lit

TERMS = 8
LONGEST = 700  # characters of a verbatim, cut around what matters
BEFORE = 200  # of them before the first lit word
OWN_HEAD = "As your own files sort them"
FOUND_HEAD = "What keeps coming back in the words"


def suggestion_line(suggested: Suggested, width: int) -> Content:
    """Mark, name, count, share and the first words, in `width` cells."""
    theme, number = suggested
    mark = f"✓ P{number}" if number is not None else ""
    figures = f"{theme.count:>7,} {percent(theme.count, theme.total):>6}"
    name_width = max(12, min(44, (width - 24) // 2 if theme.terms else width - 24))
    words_width = max(0, width - 7 - name_width - len(figures) - 3)
    words = ", ".join(one_line(term.text, 30) for term in theme.terms[:TERMS])
    return Content.assemble(
        (f"{mark:<7}", "$success"),
        (f"{one_line(theme.name, name_width):<{name_width}}", ""),
        (figures, "" if number is None else "$text-muted"),
        (f"   {one_line(words, words_width)}" if words and words_width > 9 else "", "$text-muted"),
    )


def why(theme: Theme) -> Content:
    """How many, and the words that caused it with their counts."""
    said = f"{count(theme.count, 'comment')}, {percent(theme.count, theme.total)} of all"
    terms = "  ".join(f"{one_line(term.text, 40)} {term.count:,}" for term in theme.terms[:TERMS])
    because = ("   because they say  " if terms else "   sorted so in the file", "$text-muted")
    return Content.assemble((said, "bold"), because, (terms, "$accent"))


def verbatims(examples: Sequence[Example], veil: Callable[[str], str]) -> Content:
    """The most telling comments, the words that count lit."""
    return Content("\n\n").join([_verbatim(example, veil) for example in examples])


def _verbatim(example: Example, veil: Callable[[str], str]) -> Content:
    """A comment around its lit words. Spans are in the stored text, so the pieces are shown one
    by one: what is hidden or made harmless may be shorter or longer than it was."""
    text, spans = example.text, example.spans
    begin = max(0, spans[0][0] - BEFORE) if spans and spans[0][0] > BEFORE else 0
    end = min(len(text), begin + LONGEST)
    head = Content.assemble((f"C{example.item}  ", "$text-muted"), "…" if begin else "")
    if veil(text) != text:  # hidden in part: the words are no longer where they were
        return Content.assemble(head, shown(veil(text))[begin:end], "…" if end < len(text) else "")
    parts, place = [head], begin
    for start, stop in spans:
        if start < place or stop > end:
            continue
        parts += [Content(shown(text[place:start])), lit(shown(text[start:stop]), [(0, 9_999)])]
        place = stop
    parts.append(Content(shown(text[place:end]) + ("…" if end < len(text) else "")))
    return Content("").join(parts)


def summary(suggestions: Suggestions, dropped: int) -> str:
    """How much the suggestions hold, and how many were dropped."""
    if not suggestions.total:
        return ""
    said = (
        f"They hold {suggestions.covered:,} of {count(suggestions.total, 'comment')}; "
        "one may be in several."
    )
    return f"{said}  {dropped} dropped, b brings back." if dropped else said


def top_three(pains: Sequence[tuple[int, str, int, bool]], width: int) -> Content:
    """The three pain points heard most, with their counts, in one line."""
    most = sorted(pains, key=lambda pain: (-pain[2], pain[0]))[:3]
    if not most:
        return Content.styled("No pain point yet: enter makes one of a line above.", "$text-muted")
    room = max(8, (width - 12) // 3 - 12)
    parts = [
        Content.assemble((f"P{number} ", "$accent"), one_line(title, room), f" {tied:,}")
        for number, title, tied, _ in most
    ]
    return Content.assemble(("Most heard  ", "$text-muted"), Content("   ").join(parts))
