"""What recurs in the workbook's comments, suggested, and what the leader made of it.

Suggestions are computed anew from the comments; the leader's decisions about them are kept as
answers under two scopes, so that they can be undone like anything else that was written:
`themes` says for a theme's id `dropped`, `split`, `pain 3` or `into driver:delay`, and
`themes.names` what it is to be called.
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
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.theme_items import feedback_items
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded

if TYPE_CHECKING:  # SQLModel is heavy, and only decisions need it
    from cxreset.workbook.book import Workbook

DECISIONS, NAMES = "themes", "themes.names"
DROPPED, SPLIT, PAIN, INTO = "dropped", "split", "pain ", "into "
PART = " / "  # between a theme's id and that of one of its parts
REST = "rest"


class Stopped(Exception):
    """Whoever asked for suggestions no longer waits for them."""


class Found(NamedTuple):
    """What recurs, the smaller themes inside those that are to be split, and when it was so."""

    suggestions: Suggestions
    parts: Mapping[str, tuple[Theme, ...]]
    stamp: tuple[object, ...]


class Suggested(NamedTuple):
    """A suggestion as the leader left it: named, merged. `pain_id`: the pain it became."""

    theme: Theme
    pain_id: int | None


class View(NamedTuple):
    """The suggestions to show; `dropped` counts those the leader does not want to see."""

    own: tuple[Suggested, ...]
    found: tuple[Suggested, ...]
    dropped: int


def stamp(file: WorkbookFile) -> tuple[object, ...]:
    """What the suggestions depend on: the comments there are, and which themes are to be split."""
    with guarded(file.path):
        comments = file.connection.execute(
            "SELECT count(*), max(id), total(length(text)) FROM feedback"
        ).fetchone()
    decided = Daily(file).answers(DECISIONS)
    return (*comments, *sorted(name for name, what in decided.items() if what == SPLIT))


def recurring(
    items: Sequence[Item], content: Path, company: str, *, limit: int = LIMIT
) -> Suggestions:
    """What recurs in `items`, by the drivers of the content pack in the folder `content`, or by
    those shipped when it brings none; no theme is made of the words of the company's name.

    Raises PackError for drivers that cannot be used.
    """
    drivers = load_drivers(content if has_drivers(content) else content_dir())
    names = (company,) if company.strip() else ()
    return suggest(items, drivers, limit=limit, names=names)


def find(
    file: WorkbookFile,
    content: Path,
    *,
    limit: int = LIMIT,
    stopped: Callable[[], bool] = lambda: False,
) -> Found:
    """Look for what recurs. Raises Stopped, PackError for the drivers, and as reads of `file` do.

    `content` is the folder of the content pack; `limit` the most themes of each kind.
    """
    now, daily = stamp(file), Daily(file)
    items = feedback_items(file)

    def go_on() -> None:
        if stopped():
            raise Stopped

    go_on()
    suggestions = recurring(items, content, daily.settings().organisation, limit=limit)
    wanted = {name for name, what in daily.answers(DECISIONS).items() if what == SPLIT}
    parts: dict[str, tuple[Theme, ...]] = {}
    waiting = [*suggestions.by_category, *suggestions.themes] if wanted else []
    while waiting:
        theme = waiting.pop()
        if theme.id in wanted:
            go_on()
            parts[theme.id] = _parts(theme, items)
            waiting += parts[theme.id]
    return Found(suggestions, parts, now)


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


def decided(daily: Daily) -> bool:
    """Did the leader decide anything about suggestions?"""
    return any(daily.answers(DECISIONS).values()) or any(daily.answers(NAMES).values())


def _parts(theme: Theme, items: Sequence[Item]) -> tuple[Theme, ...]:
    """Two themes may have parts of the same words, so a part is known by its whole as well.

    The last is what is in none of the others, so that no comment of the whole vanishes.
    """
    parts = split(theme, items)
    left = rest(theme, parts, items) if parts else None
    found = [(part.id, part) for part in parts] + ([(REST, left)] if left else [])
    return tuple(replace(part, id=f"{theme.id}{PART}{name}") for name, part in found)


class Decisions:
    """What the leader does with suggestions. Each change is one entry of undo."""

    def __init__(self, book: Workbook, daily: Daily) -> None:
        from cxreset.workbook.tables import Pain

        self._book, self._daily, self._table = book, daily, Pain

    def view(self, found: Found) -> View:
        """The suggestions as the leader left them, in their order."""
        decided, names = self._daily.answers(DECISIONS), self._daily.answers(NAMES)
        pains = {pain.key for pain in self._book.rows(self._table)}
        dropped = 0

        def whole_or_parts(theme: Theme) -> Iterator[Theme]:
            parts = found.parts.get(theme.id, ())
            if decided.get(theme.id) != SPLIT or not parts:
                yield theme
                return
            for part in parts:
                yield from whole_or_parts(part)

        def seen(themes: Sequence[Theme]) -> tuple[Suggested, ...]:
            nonlocal dropped
            whole = [part for theme in themes for part in whole_or_parts(theme)]
            here = {theme.id for theme in whole}
            guests: dict[str, list[Theme]] = {}
            shown: list[Theme] = []
            for theme in whole:
                what = decided.get(theme.id, "")
                host = what.removeprefix(INTO) if what.startswith(INTO) else ""
                if what == DROPPED:
                    dropped += 1
                elif host in here and decided.get(host) != DROPPED:
                    guests.setdefault(host, []).append(theme)
                else:
                    shown.append(theme)
            return tuple(one(theme, guests.get(theme.id, [])) for theme in shown)

        def one(theme: Theme, guests: list[Theme]) -> Suggested:
            if guests:
                theme = merge([theme, *guests])
            theme = rename(theme, names.get(theme.id) or theme.name)
            what = decided.get(theme.id, "")
            number = int(what.removeprefix(PAIN)) if what.startswith(PAIN) else None
            return Suggested(theme, number if number in pains else None)

        found_ = found.suggestions
        return View(seen(found_.by_category), seen(found_.themes), dropped)

    def accept(self, theme: Theme) -> int:
        """Make it a pain point, or find the one of that name, with its comments as evidence."""
        with self._book.file.transaction(f"accepted the suggestion {theme.name}"):
            same = [
                pain.key
                for pain in self._book.rows(self._table)
                if pain.title.casefold() == theme.name.casefold()
            ]
            number = same[0] if same else self._book.add(self._table(title=theme.name)).key
            self._book.tie(number, list(theme.items))
            self._daily.answer(DECISIONS, theme.id, f"{PAIN}{number}")
        return number

    def rename(self, suggested: Suggested, name: str) -> None:
        """Call it otherwise; the pain it became too."""
        with self._book.file.transaction(f"renamed the suggestion {suggested.theme.name}"):
            self._daily.answer(NAMES, suggested.theme.id, name)
            if suggested.pain_id is not None:
                self._book.set(self._table, suggested.pain_id, title=name)

    def merge(self, guest: Suggested, host: Suggested) -> None:
        """One suggestion of two, under the name of `host`; pains they became are joined too."""
        from cxreset.workbook.pains import join

        with self._book.file.transaction(f"merged {guest.theme.name} into {host.theme.name}"):
            if host.pain_id is not None and guest.pain_id is not None:
                join(self._book, guest.pain_id, host.pain_id)
            elif host.pain_id is not None:
                self._book.tie(host.pain_id, list(guest.theme.items))
            elif guest.pain_id is not None:  # the pain goes on under the host's name
                self._book.tie(guest.pain_id, list(host.theme.items))
                self._book.set(self._table, guest.pain_id, title=host.theme.name)
                self._daily.answer(DECISIONS, host.theme.id, f"{PAIN}{guest.pain_id}")
            for theme_id, what in self._daily.answers(DECISIONS).items():
                if what == INTO + guest.theme.id:  # its own guests come along
                    self._daily.answer(DECISIONS, theme_id, INTO + host.theme.id)
            self._daily.answer(DECISIONS, guest.theme.id, INTO + host.theme.id)

    def split(self, theme: Theme) -> None:
        """Show the smaller themes inside it in its place."""
        with self._book.file.transaction(f"split the suggestion {theme.name}"):
            self._daily.answer(DECISIONS, theme.id, SPLIT)

    def drop(self, theme: Theme) -> None:
        """Not wanted; it does not come back by itself."""
        with self._book.file.transaction(f"dropped the suggestion {theme.name}"):
            self._daily.answer(DECISIONS, theme.id, DROPPED)

    def bring_back(self) -> int:
        """All that was dropped is shown again; returns how many. Raises NotFound for none."""
        gone = [name for name, what in self._daily.answers(DECISIONS).items() if what == DROPPED]
        if not gone:
            raise NotFound("No suggestion was dropped.")
        with self._book.file.transaction("brought dropped suggestions back"):
            for name in gone:
                self._daily.answer(DECISIONS, name, "")
        return len(gone)
