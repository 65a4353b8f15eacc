"""What the leader made of suggestions: accepted, named, merged, split, dropped.

Decisions are stored by the theme's id (`workbook/suggestions.py`) and can be undone like anything
else that was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cxreset.base.errors import NotFound
from cxreset.base.language.words import _
from cxreset.insight.themes import Theme, merge, rename
from cxreset.reset.suggestions.finding import Found
from cxreset.workbook import suggestions
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.suggestions import DROPPED, OPEN, SPLIT, Decision

if TYPE_CHECKING:  # SQLModel is heavy, and only decisions need it
    from cxreset.workbook.book import Workbook

CHOSEN = 3
"""Pains that a month can carry: the first accepted are the chosen ones."""


class Suggested(NamedTuple):
    """A suggestion as the leader left it: named, merged. `pain_id`: the pain it became."""

    theme: Theme
    pain_id: int | None


class View(NamedTuple):
    """The suggestions to show; `dropped` counts those the leader does not want to see.

    `own` are the company's own reasons, `found` those in the words, `objects` what is spoken of.
    """

    own: tuple[Suggested, ...]
    found: tuple[Suggested, ...]
    dropped: int
    objects: tuple[Suggested, ...] = ()


def left_alone(found: Found) -> View:
    """The suggestions as they were found, for a workbook without decisions about them."""
    recurs = found.suggestions

    def plain(themes: Sequence[Theme]) -> tuple[Suggested, ...]:
        return tuple(Suggested(theme, None) for theme in themes)

    return View(plain(recurs.by_category), plain(recurs.themes), 0, plain(recurs.objects))


def decided(file: WorkbookFile) -> bool:
    """Did the leader decide anything about suggestions?"""
    return any(decision.made for decision in suggestions.decisions(file).values())


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
            yield from self._found.opened.get(theme.id, ())
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
        recurs = found.suggestions
        own, themes = shown.of(recurs.by_category), shown.of(recurs.themes)
        objects = shown.of(recurs.objects)
        return View(own, themes, shown.dropped, objects)

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

    def tie_praise(self, suggested: Suggested) -> None:
        """Tie to the pain it became those that name it and look like praise as well."""
        if suggested.pain_id is None:
            raise NotFound(_("It is no pain point yet."))
        with self._file.transaction(f"tied what looks like praise of {suggested.theme.name}"):
            self._book.tie(suggested.pain_id, list(suggested.theme.praised))

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
            raise NotFound(_("No suggestion was dropped."))
        with self._file.transaction("brought dropped suggestions back"):
            for theme_id in gone:
                suggestions.put(self._file, theme_id, OPEN)
        return len(gone)
