"""Style sheets are read once in a whole run of the suite, not anew by every app that starts.

What Textual makes of a sheet depends on its text, where it stands and the app's colours, and is
never changed afterwards: every app with those colours is given the same rules.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


class Rules(dict[tuple[object, ...], list[RuleSet]]):
    """What was parsed with one set of colours."""

    def clear(self) -> None:
        """A sheet that changes its colours leaves these and gets others: nothing to empty."""


def remembering(parse: Callable[[Stylesheet], None]) -> Callable[[Stylesheet], None]:
    """`Stylesheet.parse`, finding what any sheet with the same colours has parsed."""
    known: dict[frozenset[tuple[str, str]], Rules] = {}

    @wraps(parse)
    def parse_once(sheet: Stylesheet) -> None:
        colours = frozenset(sheet._variables.items())
        vars(sheet)["_parse_cache"] = known.setdefault(colours, Rules())
        parse(sheet)

    return parse_once
