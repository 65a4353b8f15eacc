"""What recurs in the workbook's comments, computed anew from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.language.words import _
from cxreset.insight.themes import (
    Item,
    Suggestions,
    Theme,
    by_object,
    rest,
    split,
    suggest,
)
from cxreset.insight.themes.reliability import reliability
from cxreset.insight.themes.suggest import LIMIT
from cxreset.programme.drivers import drivers_folder, load_drivers
from cxreset.workbook import suggestions
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.theme_items import (
    FeedbackStamp,
    feedback_items,
    feedback_stamp,
    sampled_every,
)
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.suggestions import SPLIT

if TYPE_CHECKING:  # SQLModel is heavy, and only decisions need it
    pass

PART = " / "  # between a theme's id and that of one of its parts
REST = "rest"


class Stopped(Exception):
    """Whoever asked for suggestions no longer waits for them."""


class Stamp(NamedTuple):
    """What the suggestions depend on: the comments there are, and which themes are to be split."""

    feedback: FeedbackStamp
    to_split: frozenset[str]


class Found(NamedTuple):
    """What recurs, the smaller themes inside those that are to be split, and when it was so.

    `opened` are themes opened by object: theme id -> what of it speaks of which thing.
    """

    suggestions: Suggestions
    parts: Mapping[str, tuple[Theme, ...]]
    stamp: Stamp
    opened: Mapping[str, tuple[Theme, ...]] = MappingProxyType({})

    @property
    def looked_at(self) -> int:
        """How many themes there are in all, to be looked at together."""
        found = self.suggestions
        return len(found.themes) + len(found.by_category) + len(found.objects)


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
    With `everything` it is picked and ordered by praise as well.

    Raises PackError for drivers that cannot be used.
    """
    drivers = load_drivers(drivers_folder(content))
    return suggest(items, drivers, limit=limit, names=_names(company), everything=everything)


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
    `everything` it is picked and ordered by praise as well.
    """
    now = stamp(file)
    items = feedback_items(file)

    def go_on() -> None:
        if stopped():
            raise Stopped

    go_on()
    company = Daily(file).settings().organisation
    recurs = recurring(items, content, company, limit=limit, everything=everything)
    recurs = recurs._replace(notes=(*_of_a_sample(sampled_every(file)), *recurs.notes))
    wanted = _to_split(file)
    parts: dict[str, tuple[Theme, ...]] = {}
    waiting = [*recurs.by_category, *recurs.themes, *recurs.objects] if wanted else []
    while waiting:
        theme = waiting.pop()
        if theme.id in wanted:
            go_on()
            parts[theme.id] = _parts(theme, items)
            waiting += parts[theme.id]
    return Found(recurs, parts, now)


def parts_of(file: WorkbookFile, found: Found, theme_id: str) -> tuple[Theme, ...]:
    """The smaller themes inside one, as it was found; empty when its comments are of a piece."""
    recurs = found.suggestions
    there = (recurs.by_category, recurs.themes, recurs.objects, *found.parts.values())
    theme = next((each for part in there for each in part if each.id == theme_id), None)
    return _parts(theme, feedback_items(file)) if theme else ()


def opened(file: WorkbookFile, found: Found, theme: Theme) -> Found:
    """With that theme opened by object; nothing new under it when no object is in it."""
    parts = by_object(theme, found.suggestions.objects, feedback_items(file))
    named = tuple(replace(part, id=f"{theme.id}{PART}{part.id}") for part in parts)
    return found._replace(opened={**found.opened, theme.id: named})


def holding(
    file: WorkbookFile, content: Path, stopped: Callable[[], bool] = lambda: False
) -> dict[str, float]:
    """Theme id -> in which share (0..1) of halves of the comments it is found again.

    It takes as long as a few searches. Raises Stopped, and as `find` does.
    """

    def go_on() -> None:
        if stopped():
            raise Stopped

    company = Daily(file).settings().organisation
    drivers = load_drivers(drivers_folder(content))
    return reliability(feedback_items(file), drivers, names=_names(company), go_on=go_on)


def _of_a_sample(every: int) -> tuple[str, ...]:
    """What to say when not all comments were looked at."""
    if every == 1:
        return ()
    return (
        _(
            "There are so many comments that one in {every} was looked at, spread evenly over all. "
            "Counts here, and what is tied, are of those."
        ).format(every=every),
    )


def _names(company: str) -> tuple[str, ...]:
    return (company,) if company.strip() else ()


def _parts(theme: Theme, items: Sequence[Item]) -> tuple[Theme, ...]:
    """Two themes may have parts of the same words, so a part is known by its whole as well.

    The last is what is in none of the others, so that no comment of the whole vanishes.
    """
    parts = split(theme, items)
    left = rest(theme, parts, items) if parts else None
    found = [(part.id, part) for part in parts] + ([(REST, left)] if left else [])
    return tuple(replace(part, id=f"{theme.id}{PART}{name}") for name, part in found)
