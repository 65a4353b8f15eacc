"""The list of everything that can be done or gone to, found by a leader's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple, Protocol, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _, language
from cxreset.base.text import one_line
from cxreset.reset.reset import Reset
from cxreset.tui.commands.command import available
from cxreset.tui.commands.synonyms import SYNONYMS, VERBS

GOOD = 0.75
"""The likeness (0 to 1) from which an entry is offered."""
SHORTEST = 3
"""Letters from which the workbook is searched too."""
COMMENTS = 5
"""So many comments are offered at most."""
SECOND = 0.92
"""What a word of the table or of the sentence counts beside one of the name."""


class Entry(NamedTuple):
    """What the palette offers: its name, a sentence on it, what choosing it runs, and other
    words that find it."""

    name: str
    meaning: str
    run: Callable[[], Any]
    other: str = ""


@runtime_checkable
class HasReset(Protocol):
    """An app with a reset in hand."""

    reset: Reset | None


class CommandList(Provider):
    """Commands of the screen behind it, steps, things to share, texts, verbs; and the workbook."""

    def _action(self, action: str) -> Callable[[], Any]:
        return partial(self.app.run_action, action, self.app)

    def _commands(self) -> Iterator[Entry]:
        for active in available(self.screen):
            binding = active.binding
            run = partial(self.app.run_action, binding.action, active.node)
            name = binding.description
            yield Entry(_(name), _(binding.tooltip), run, other_words(name))

    def _destinations(self, reset: Reset) -> Iterator[Entry]:
        """Every step, everything that can be shared, every text."""
        from cxreset.sharing.subjects import SUBJECTS

        for step in reset.pack.steps:
            name = f"{step.number} {one_line(step.title)}"
            yield Entry(name, _("Go to this step."), self._action(f"open_step({step.id!r})"))
        for key, subject in SUBJECTS.items():
            run = self._action(f"share({key!r})")
            name = _("Share: {what}").format(what=one_line(_(subject.label)))
            other = other_words(f"Share: {subject.label}")
            yield Entry(name, one_line(_(subject.about)), run, other)
        for template in reset.pack.templates:
            run = self._action(f"template({template.id!r})")
            name = _("Text: {what}").format(what=one_line(template.title))
            yield Entry(name, one_line(template.used_for), run)
        yield from self._settings(reset)
        for sheet in reset.pack.worksheets:
            run = self._action(f"more_sheet({sheet.id!r})")
            name = _("Worksheet: {what}").format(what=one_line(sheet.title))
            yield Entry(name, _("One more worksheet."), run)
        for verb, meaning in VERBS.items():
            run = self._action(f"say_verb({verb!r})")
            name = _("In a terminal: cxreset {verb}").format(verb=verb)
            yield Entry(name, _(meaning), run, other_words(f"In a terminal: cxreset {verb}"))

    def _settings(self, reset: Reset) -> Iterator[Entry]:
        """Every setting, with what it is now."""
        from cxreset.reset.settings.names import SETTINGS

        run = self._action("go('settings')")
        for each in SETTINGS.values():
            value = one_line(each.write(reset.settings), 40) or _("nothing yet")
            name, is_now = _(each.label), _("It is now {value}.").format(value=value)
            other = other_words(f"Setting: {each.label.lower()}")
            yield Entry(_("Setting: {name}").format(name=_lower(name)), is_now, run, other)
        for name, meaning in (
            (N_("Theme"), _("Dark or light.")),
            (N_("Keys"), _("Give a command another.")),
        ):
            words, other = _lower(_(name)), other_words(f"Setting: {name.lower()}")
            yield Entry(_("Setting: {name}").format(name=words), meaning, run, other)

    def _records(self, reset: Reset, query: str) -> Iterator[Entry]:
        """What stands in the workbook: the lines of its lists, people, comments."""
        from cxreset.tui.shell.named_lines import named_lines
        from cxreset.workbook.feedback.comments import Filter

        for line in named_lines(reset.book):
            to_actions = self._action("go('actions')")
            run = self._to_sheet(reset, line.worksheet) if line.worksheet else to_actions
            name = f"{line.ref} {one_line(line.title, 70)}".strip()
            yield Entry(name, line.meaning, run)
        to_comments = self._to_sheet(reset, "review")
        found = reset.comments.ids(Filter(words=query), COMMENTS)
        for comment in reset.comments.page(found):
            about = _("A comment: {query}").format(query=query)
            yield Entry(f"C{comment.id} {one_line(comment.text, 60)}", about, to_comments)

    def _to_sheet(self, reset: Reset, worksheet: str) -> Callable[[], Any]:
        step = next(iter(reset.pack.steps_for(worksheet)), None)
        return self._action(f"open_step({step.id!r})" if step else "go('today')")

    def _entries(self, query: str) -> Iterator[Entry]:
        yield from self._commands()
        reset = self.app.reset if isinstance(self.app, HasReset) else None
        if reset is None or self.screen.is_modal:
            return
        yield from self._destinations(reset)
        if len(query) >= SHORTEST:
            with suppress(CxresetError):  # held by a large write: found again in a moment
                yield from self._records(reset, query)

    async def discover(self) -> Hits:
        for each in self._commands():
            yield DiscoveryHit(each.name, each.run, help=each.meaning)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        wanted = query.strip().casefold()
        for each in self._entries(wanted):
            score = likeness(wanted, each.name, each.meaning, each.other)
            if score >= GOOD:
                yield Hit(score, matcher.highlight(each.name), each.run, help=each.meaning)


def other_words(name: str) -> str:
    """What a leader may call the entry of this English name: in English, and in the language."""
    words = SYNONYMS.get(name, "")
    return words if _(words) == words else f"{words} {_(words)}"


def _lower(label: str) -> str:
    """A label within a line: small as English writes it; other languages know nouns."""
    return label if language() else label.lower()


def likeness(wanted: str, name: str, meaning: str, other: str = "") -> float:
    """How well the words `wanted` fit an entry, 0 to 1; a slip of the finger costs little.

    By the best of its name, its other words and its sentence (rapidfuzz's partial ratio; for a
    single word against single words its plain ratio, so that “port” is no export).
    """
    from rapidfuzz import fuzz

    def fits(text: str) -> float:
        words = text.casefold()
        whole = fuzz.ratio(wanted, words)
        single = max((_like_word(wanted, word) for word in words.split()), default=0.0)
        several = fuzz.partial_ratio(wanted, words) if " " in wanted else 0.0
        return max(whole, single, several) / 100

    return max(fits(name), SECOND * fits(other), SECOND * SECOND * fits(meaning))


def _like_word(wanted: str, word: str) -> float:
    """Of 100: how like a word is, its beginning counting as nearly all of it."""
    from rapidfuzz import fuzz

    begun = 96.0 if len(wanted) > 1 and word.startswith(wanted) else 0.0
    return max(begun, fuzz.ratio(wanted, word.strip(".,:;()")))
