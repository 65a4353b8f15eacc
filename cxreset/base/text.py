"""Make text from outside harmless to show: in a terminal, in a log, on a plain page.

Text is stored as it came. Whatever shows it passes it through `shown` first, so that control
characters, escape sequences, direction overrides and invisible characters never act.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext

# C0 and C1 controls but for newline and tab; DEL; bidi embeddings, overrides and isolates;
# zero-width and invisible formatting characters; lone surrogates; interlinear and tag characters.
_FORBIDDEN = (
    *range(0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    *(0x00AD, 0x061C, 0x180E, 0xFEFF),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xFFF9, 0xFFFC),
)
_TABLE: dict[int, str | None] = dict.fromkeys(_FORBIDDEN)
_TABLE[0x09] = " "
_TABLE[0x2028] = "\n"
_TABLE[0x2029] = "\n"


def shown(text: str) -> str:
    """Text with everything that could act taken out; newlines stay, tabs become a space."""
    clean = text.translate(_TABLE)
    if clean.isascii():
        return clean
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if 0xD800 <= ord(char) <= 0xDFFF else char
        for char in clean
        if not 0xE0000 <= ord(char) <= 0xE007F
    )


def one_line(text: str, limit: int = 0) -> str:
    """`shown`, folded to one line; cut with an ellipsis at `limit` characters when it is given."""
    flat = " ".join(shown(text).split())
    if limit and len(flat) > limit:
        return flat[: limit - 1].rstrip() + "…"
    return flat


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 comment`, `2,224 comments`: a number with its noun, thousands separated."""
    return f"{whole(number)} {ngettext(one, many or one + 's', number)}"


def count_in_english(number: int, one: str) -> str:
    """`1 comment`, `2,224 comments`: as the log of changes keeps it, whatever the language."""
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def means_yes(answer: str) -> bool:
    """Was a question answered with yes, in English or in the language of the interface?"""
    return answer.strip().lower().startswith(("y", _("yes")[0]))


def lower_first(text: str) -> str:
    """A phrase as it stands inside a sentence: `In progress` becomes `in progress`."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A phrase as it stands at the beginning: `support tickets` becomes `Support tickets`."""
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return _("{most} and {last}").format(most=", ".join(items[:-1]), last=items[-1])


def in_quotes(text: str) -> str:
    """`“text”`, with the quotation marks of the program's language."""
    return _("“{text}”").format(text=text)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    """`one_line`, folded between words to lines of at most `width` characters.

    `first` stands before the first line and `rest` before the others; both count. A word that is
    longer than a line has one to itself, and it is longer.
    """
    lines: list[str] = []
    line = first
    for word in one_line(text).split(" "):
        start = rest if lines else first
        if line == start:
            line += word
        elif len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            lines.append(line)
            line = rest + word
    return "\n".join([*lines, line])


def nearest(wanted: str, known: Iterable[str]) -> list[str]:
    """Up to three of `known` that look like `wanted`, the likest first."""
    # Only a slip of the fingers comes here, so a usual start does not pay for it.
    from difflib import get_close_matches

    return get_close_matches(wanted[:100], list(known), n=3, cutoff=0.5)


def perhaps(wanted: str, known: Iterable[str]) -> str:
    """` Do you mean “theme”?`, to stand behind a sentence; empty when nothing known is like it."""
    near = nearest(wanted, known)
    return _(" Do you mean “{word}”?").format(word=near[0]) if near else ""
