"""What recurs in the workbook's comments, suggested, and what the leader made of it.

Suggestions are computed anew from the comments; the leader's decisions about them are stored by
the theme's id (`workbook/suggestions.py`) and can be undone like anything else that was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import NotFound
from cxreset.base.paths import content_dir
from cxreset.insight.themes import Item, Suggestions, Theme, merge, rename, rest, split, suggest
from cxreset.insight.themes.suggest import LIMIT
from cxreset.programme.drivers import has_drivers, load_drivers
from cxreset.workbook import suggestions
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.theme_items import FeedbackStamp, feedback_items, feedback_stamp
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.suggestions import DROPPED, OPEN, SPLIT, Decision

if TYPE_CHECKING:  # SQLModel is heavy, and only decisions need it
    from cxreset.workbook.book import Workbook

PART = " / "  # between a theme's id and that of one of its parts
REST = "rest"
CHOSEN = 3
"""Pains that a month can carry: the first accepted are the chosen ones."""


class Stopped(Exception):
    """Whoever asked for suggestions no longer waits for them."""


class Stamp(NamedTuple):
    """What the suggestions depend on: the comments there are, and which themes are to be split."""

    feedback: FeedbackStamp
    to_split: frozenset[str]


class Found(NamedTuple):
    """What recurs, the smaller themes inside those that are to be split, and when it was so."""

    suggestions: Suggestions
    parts: Mapping[str, tuple[Theme, ...]]
    stamp: Stamp


class Suggested(NamedTuple):
    """A suggestion as the leader left it: named, merged. `pain_id`: the pain it became."""

    theme: Theme
    pain_id: int | None


class View(NamedTuple):
    """The suggestions to show; `dropped` counts those the leader does not want to see."""

    own: tuple[Suggested, ...]
    found: tuple[Suggested, ...]
    dropped: int


def stamp(file: WorkbookFile) -> Stamp:
    """The stamp as it would be now."""
    return Stamp(feedback_stamp(file), _to_split(file))


def _to_split(file: WorkbookFile) -> frozenset[str]:
    """The ids of the themes whose parts are to be shown."""
    decided = suggestions.decisions(file)
    return frozenset(theme_id for theme_id, each in decided.items() if each.state == SPLIT)


def recurring(
    items: Sequence[Item],
    content: Path,
    company: str,
    *,
    limit: int = LIMIT,
    everything: bool = False,
) -> Suggestions:
    """What recurs in `items`, by the drivers of the content pack in the folder `content`, or by
    those shipped when it brings none; no theme is made of the words of the company's name.
    With `everything` praise counts as complaint does.

    Raises PackError for drivers that cannot be used.
    """
    drivers = load_drivers(content if has_drivers(content) else content_dir())
    names = (company,) if company.strip() else ()
    return suggest(items, drivers, limit=limit, names=names, everything=everything)


def find(
    file: WorkbookFile,
    content: Path,
    *,
    limit: int = LIMIT,
    everything: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Found:
    """Look for what recurs. Raises Stopped, PackError for the drivers, and as reads of `file` do.

    `content` is the folder of the content pack; `limit` the most themes of each kind. With
    `everything` praise counts as complaint does.
    """
    now = stamp(file)
    items = feedback_items(file)

    def go_on() -> None:
        if stopped():
            raise Stopped

    go_on()
    company = Daily(file).settings().organisation
    recurs = recurring(items, content, company, limit=limit, everything=everything)
    wanted = _to_split(file)
    parts: dict[str, tuple[Theme, ...]] = {}
    waiting = [*recurs.by_category, *recurs.themes] if wanted else []
    while waiting:
        theme = waiting.pop()
        if theme.id in wanted:
            go_on()
            parts[theme.id] = _parts(theme, items)
            waiting += parts[theme.id]
    return Found(recurs, parts, now)


def parts_of(file: WorkbookFile, found: Found, theme_id: str) -> tuple[Theme, ...]:
    """The smaller themes inside one, as it was found; empty when its comments are of a piece."""
    there = (found.suggestions.by_category, found.suggestions.themes, *found.parts.values())
    theme = next((each for part in there for each in part if each.id == theme_id), None)
    return _parts(theme, feedback_items(file)) if theme else ()


def left_alone(found: Found) -> View:
    """The suggestions as they were found, for a workbook without decisions about them."""
    by_category, themes = found.suggestions.by_category, found.suggestions.themes
    return View(
        tuple(Suggested(theme, None) for theme in by_category),
        tuple(Suggested(theme, None) for theme in themes),
        0,
    )


def decided(file: WorkbookFile) -> bool:
    """Did the leader decide anything about suggestions?"""
    return any(decision.made for decision in suggestions.decisions(file).values())


def _parts(theme: Theme, items: Sequence[Item]) -> tuple[Theme, ...]:
    """Two themes may have parts of the same words, so a part is known by its whole as well.

    The last is what is in none of the others, so that no comment of the whole vanishes.
    """
    parts = split(theme, items)
    left = rest(theme, parts, items) if parts else None
    found = [(part.id, part) for part in parts] + ([(REST, left)] if left else [])
    return tuple(replace(part, id=f"{theme.id}{PART}{name}") for name, part in found)


class _Shown:
    """The suggestions of one kind as the leader left them: split, merged, named, without those
    dropped."""

    def __init__(self, found: Found, decided: Mapping[str, Decision]) -> None:
        self._found = found
        self._decided = decided
        self.dropped = 0

    def of(self, themes: Sequence[Theme]) -> tuple[Suggested, ...]:
        whole = [part for theme in themes for part in self._whole_or_parts(theme)]
        here = {theme.id for theme in whole}
        guests: dict[str, list[Theme]] = {}
        shown: list[Theme] = []
        for theme in whole:
            decision = self._decision(theme.id)
            host = decision.merged_into
            if decision.state == DROPPED:
                self.dropped += 1
            elif host in here and self._decision(host).state != DROPPED:
                guests.setdefault(host, []).append(theme)
            else:
                shown.append(theme)
        return tuple(self._one(theme, guests.get(theme.id, [])) for theme in shown)

    def _decision(self, theme_id: str) -> Decision:
        return self._decided.get(theme_id, Decision())

    def _whole_or_parts(self, theme: Theme) -> Iterator[Theme]:
        parts = self._found.parts.get(theme.id, ())
        if self._decision(theme.id).state != SPLIT or not parts:
            yield theme
            return
        for part in parts:
            yield from self._whole_or_parts(part)

    def _one(self, theme: Theme, guests: Sequence[Theme]) -> Suggested:
        if guests:
            theme = merge([theme, *guests])
        decision = self._decision(theme.id)
        return Suggested(rename(theme, decision.name or theme.name), decision.pain_id)


class Decisions:
    """What the leader does with suggestions. Each change is one entry of undo."""

    def __init__(self, book: Workbook) -> None:
        from cxreset.workbook.tables import Pain

        self._book, self._file, self._table = book, book.file, Pain

    def view(self, found: Found) -> View:
        """The suggestions as the leader left them, in their order."""
        shown = _Shown(found, suggestions.decisions(self._file))
        own = shown.of(found.suggestions.by_category)
        return View(own, shown.of(found.suggestions.themes), shown.dropped)

    def accept(self, theme: Theme) -> int:
        """Make it a pain point, or find the one of that name, with its complaints as evidence.

        It is chosen as one of the CHOSEN, unless that many are chosen already.
        """
        with self._file.transaction(f"accepted the suggestion {theme.name}"):
            same = [
                pain.key
                for pain in self._book.rows(self._table)
                if pain.title.casefold() == theme.name.casefold()
            ]
            number = same[0] if same else self._book.add(self._table(title=theme.name)).key
            self._book.tie(number, list(theme.items))
            if self._book.count(self._table, chosen=True) < CHOSEN:
                self._book.set(self._table, number, chosen=True)
            suggestions.accept(self._file, theme.id, number)
        return number

    def rename(self, suggested: Suggested, name: str) -> None:
        """Call it otherwise; the pain it became too."""
        with self._file.transaction(f"renamed the suggestion {suggested.theme.name}"):
            suggestions.name(self._file, suggested.theme.id, name)
            if suggested.pain_id is not None:
                self._book.set(self._table, suggested.pain_id, title=name)

    def merge(self, guest: Suggested, host: Suggested) -> None:
        """One suggestion of two, under the name of `host`; pains they became are joined too."""
        from cxreset.workbook.pains import join

        with self._file.transaction(f"merged {guest.theme.name} into {host.theme.name}"):
            if host.pain_id is not None and guest.pain_id is not None:
                join(self._book, guest.pain_id, host.pain_id)
            elif host.pain_id is not None:
                self._book.tie(host.pain_id, list(guest.theme.items))
            elif guest.pain_id is not None:  # the pain goes on under the host's name
                self._book.tie(guest.pain_id, list(host.theme.items))
                self._book.set(self._table, guest.pain_id, title=host.theme.name)
                suggestions.accept(self._file, host.theme.id, guest.pain_id)
            suggestions.merge(self._file, guest.theme.id, host.theme.id)

    def split(self, theme: Theme) -> None:
        """Show the smaller themes inside it in its place."""
        with self._file.transaction(f"split the suggestion {theme.name}"):
            suggestions.put(self._file, theme.id, SPLIT)

    def drop(self, theme: Theme) -> None:
        """Not wanted; it does not come back by itself."""
        with self._file.transaction(f"dropped the suggestion {theme.name}"):
            suggestions.put(self._file, theme.id, DROPPED)

    def bring_back(self) -> int:
        """All that was dropped is shown again; returns how many. Raises NotFound for none."""
        decided = suggestions.decisions(self._file)
        gone = [theme_id for theme_id, each in decided.items() if each.state == DROPPED]
        if not gone:
            raise NotFound("No suggestion was dropped.")
        with self._file.transaction("brought dropped suggestions back"):
            for theme_id in gone:
                suggestions.put(self._file, theme_id, OPEN)
        return len(gone)
