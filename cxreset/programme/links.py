"""What holds between the files of a pack: ids met once, links that resolve, nothing left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from cxreset.base.text import listed, nearest, one_line
from cxreset.programme.document import Document
from cxreset.programme.fields import ERROR, NOTE, Problem
from cxreset.programme.files import FOLDERS
from cxreset.programme.model import (
    CLOSE,
    TEMPLATE_FIELDS,
    Habit,
    Practice,
    PromptSheet,
    Session,
    Step,
    Template,
    Week,
)

T = TypeVar("T")

STEP_WORDS = (120, 350)
PRACTICE_WORDS = (60, 150)
DAY_WORDS = (0, 80)
_FIELD = re.compile(r"\{\{([^{}\n]{0,60})\}\}")
# Languages written without spaces: counting words would count sentences.
_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")


class Entry(NamedTuple, Generic[T]):
    """A value and the file it was read from."""

    value: T
    document: Document

    def problem(self, key: str, text: str, severity: str = ERROR) -> Problem:
        """A problem on the line of a front matter key."""
        return Problem(self.document.name, self.document.fields.line(key), text, severity)


class Found(NamedTuple):
    """Everything read from a pack's folders, well formed or not."""

    weeks: list[Entry[Week]]
    steps: list[Entry[Step]]
    days: list[Entry[Session]]
    practices: list[Entry[Practice]]
    habits: list[Entry[Habit]]
    templates: list[Entry[Template]]
    worksheets: list[Entry[PromptSheet]]


def problems_of(found: Found, unread: set[str]) -> list[Problem]:
    """Every problem between files; `unread` are folders with a file that could not be read.

    What only seems missing because a file could not be read is not reported a second time.
    """
    problems: list[Problem] = []
    for folder, entries in _by_folder(found).items():
        problems += _doubled(entries, "id", lambda value: value.id)
        # A file without a readable id is as good as unread to those that link to it.
        if "" in _all_ids(entries):
            unread = unread | {folder}
    problems += _doubled(found.weeks, "number", lambda week: str(week.number))
    problems += _doubled(found.steps, "number", lambda step: step.number)
    problems += _doubled(found.habits, "number", lambda habit: str(habit.number))
    problems += _doubled(
        found.days, "session", lambda day: f"{day.number} of {day.week}" if day.week else ""
    )
    problems += _unresolved(found, unread)
    problems += _weeks(found, unread)
    problems += _days(found, unread)
    problems += _unused(found)
    problems += _empty(found, unread)
    problems += _names(found)
    return problems


def _doubled(
    entries: Sequence[Entry[Any]], key: str, name_of: Callable[[Any], str]
) -> Iterable[Problem]:
    seen: dict[str, str] = {}
    for entry in entries:
        name = name_of(entry.value)
        if name and name in seen:
            other = one_line(seen[name], 120)
            yield entry.problem(key, f"“{key}” {name} is taken already, by {other}")
        seen.setdefault(name, entry.document.name)


def _ids(entries: Sequence[Entry[Any]]) -> list[str]:
    return [each for each in _all_ids(entries) if each]


def _by_folder(found: Found) -> dict[str, Sequence[Entry[Any]]]:
    return dict(zip(FOLDERS, found, strict=True))


def locations(found: Found) -> frozenset[str]:
    """Every id with its folder, such as `steps/listen.review`."""
    return frozenset(
        f"{folder}/{name}"
        for folder, entries in _by_folder(found).items()
        for name in _ids(entries)
    )


def _all_ids(entries: Sequence[Entry[Any]]) -> list[str]:
    return [entry.value.id for entry in entries]


class _Link(NamedTuple):
    """One kind of link: the folder it leads into, its key, the ids known there, each use of it."""

    folder: str
    key: str
    known: list[str]
    uses: Iterable[tuple[Entry[Any], str | None]]


def _unresolved(found: Found, unread: set[str]) -> Iterable[Problem]:
    """Links to an id that is nowhere; those into a folder with an unread file may be right."""
    weeks, steps = _ids(found.weeks), _ids(found.steps)
    practices, templates = _ids(found.practices), _ids(found.templates)
    in_steps = ((step, each) for step in found.steps for each in step.value.practices)
    links = (
        _Link("weeks", "week", weeks, ((step, step.value.week) for step in found.steps)),
        _Link("practices", "practices", practices, in_steps),
        _Link("weeks", "week", [*weeks, CLOSE], ((day, day.value.week) for day in found.days)),
        _Link("steps", "step", steps, ((day, day.value.step) for day in found.days)),
        _Link("steps", "step", steps, ((text, text.value.step) for text in found.templates)),
        _Link("templates", "template", templates, ((p, p.value.template) for p in found.practices)),
        _Link("practices", "practice", practices, ((d, d.value.practice) for d in found.days)),
        _Link("practices", "practice", practices, ((h, h.value.practice) for h in found.habits)),
    )
    for link in links:
        if link.folder not in unread:
            for entry, wanted in link.uses:
                if wanted and wanted not in link.known:
                    yield _unknown(link, entry, wanted)
    yield from _unknown_fields(found.templates)


def _unknown(link: _Link, entry: Entry[Any], wanted: str) -> Problem:
    near = nearest(wanted, link.known)
    hint = f"perhaps {' or '.join(near)}" if near else "no file of the pack has that id"
    noun = {"practices": "practice"}.get(link.key, link.key)
    return entry.problem(link.key, f"there is no {noun} “{one_line(wanted, 60)}”: {hint}")


def _unknown_fields(templates: Iterable[Entry[Template]]) -> Iterable[Problem]:
    for template in templates:
        for name in _FIELD.findall(template.value.text):
            if name not in TEMPLATE_FIELDS:
                line = _line_of(template.document, "{{" + name)
                message = f"no field is written “{{{{{name}}}}}”; known: {listed(_FIELDS)}"
                yield Problem(template.document.name, line, message)


_FIELDS = sorted(TEMPLATE_FIELDS)


def _line_of(document: Document, piece: str) -> int:
    return document.body_line + document.body.partition(piece)[0].count("\n")


def _weeks(found: Found, unread: set[str]) -> Iterable[Problem]:
    """Four weeks, each with steps, each step's number under its week's."""
    if "weeks" in unread:
        return
    missing = {1, 2, 3, 4} - {week.value.number for week in found.weeks}
    if missing:
        which = listed([str(number) for number in sorted(missing)])
        message = f"a programme has four weeks; number {which} is missing from weeks/"
        yield Problem("pack.md", 0, message)
    numbers = {week.value.id: week.value.number for week in found.weeks}
    for step in found.steps:
        week, number = step.value.week, step.value.number
        if number and week in numbers and number.partition(".")[0] != str(numbers[week]):
            message = f"“number” is {number}, but its week {week} is week {numbers[week]}"
            yield step.problem("number", message)
    with_steps = {step.value.week for step in found.steps}
    for entry in found.weeks:
        if entry.value.id and entry.value.id not in with_steps and "steps" not in unread:
            message = f"the week {entry.value.id} has no steps: none in steps/ names it"
            yield entry.problem("id", message)


def _days(found: Found, unread: set[str]) -> Iterable[Problem]:
    """Each week's sessions go through that week's steps, in order, and leave none out."""
    yield from _session_order(found)
    if "days" not in unread:
        yield from _steps_without_day(found)
        yield from _session_numbers(found)


def _session_order(found: Found) -> Iterable[Problem]:
    """A day's step is of the day's week, and none goes back to an earlier step."""
    steps = {step.value.id: step.value for step in found.steps if step.value.id}
    weeks = _ids(found.weeks)
    rank = {step_id: number for number, step_id in enumerate(steps)}
    furthest = -1
    for day in found.days:
        step = steps.get(day.value.step or "")
        if step is None:
            continue
        if day.value.week and step.week in weeks and step.week != day.value.week:
            message = f"the step {step.id} belongs to week {step.week}, the day to {day.value.week}"
            yield day.problem("step", message)
        elif rank[step.id] < furthest:
            yield day.problem("step", f"the step {step.id} comes after a later one", NOTE)
        furthest = max(furthest, rank[step.id])


def _steps_without_day(found: Found) -> Iterable[Problem]:
    used = {day.value.step for day in found.days}
    for step in found.steps:
        if step.value.id and step.value.id not in used:
            message = f"no day is for the step {step.value.id}: none in days/ names it"
            yield step.problem("id", message, NOTE)


def _session_numbers(found: Found) -> Iterable[Problem]:
    """Five sessions a week and two to close, numbered without a hole."""
    sessions = Counter(day.value.week for day in found.days)
    wanted = [(week.value.id, 5) for week in found.weeks if week.value.id] + [(CLOSE, 2)]
    for week, number in wanted:
        if sessions[week] != number:
            message = f"days/ has {sessions[week]} sessions for {week}; {number} are wanted"
            yield Problem("pack.md", 0, message, NOTE)
    for day in found.days:
        number, of = day.value.number, sessions[day.value.week]
        if number > of:
            message = f"session {number} of {of}: one before is missing"
            yield day.problem("session", message, NOTE)


def _unused(found: Found) -> Iterable[Problem]:
    """Practices that nothing leads to."""
    used = {day.value.practice for day in found.days}
    used |= {habit.value.practice for habit in found.habits}
    used |= {practice for step in found.steps for practice in step.value.practices}
    for practice in found.practices:
        if practice.value.id and practice.value.id not in used:
            message = f"no day, habit or step leads to the practice {practice.value.id}"
            yield practice.problem("id", message, NOTE)


def _empty(found: Found, unread: set[str]) -> Iterable[Problem]:
    """Whole folders that hold nothing; weeks, steps and days are counted elsewhere."""
    for folder, entries in _by_folder(found).items():
        if not entries and folder not in {"weeks", "steps", "days", *unread}:
            yield Problem("pack.md", 0, f"the pack has nothing in {folder}/", NOTE)


def _names(found: Found) -> Iterable[Problem]:
    """Files that are called after their id, so that a link can be followed by eye."""
    for folder, entries in _by_folder(found).items():
        if folder not in ("practices", "days", "templates", "worksheets"):
            continue  # the others carry their number in front
        for entry in entries:
            stem = entry.document.name.rpartition("/")[2].removesuffix(".md")
            if entry.value.id and stem != entry.value.id:
                yield entry.problem("id", f"the file should be called {entry.value.id}.md", NOTE)


def lengths(found: Found, language: str) -> Iterable[Problem]:
    """Bodies longer or shorter than a day's sitting bears."""
    if language.lower().partition("-")[0] in _UNSPACED:
        return
    for documents, (low, high) in (
        ([step.document for step in found.steps], STEP_WORDS),
        ([practice.document for practice in found.practices], PRACTICE_WORDS),
        ([day.document for day in found.days], DAY_WORDS),
    ):
        for document in documents:
            words = words_in(document.body)
            if not low <= words <= high:
                limits = f"{low} to {high} are wanted" if low else f"{high} at most"
                message = f"the text has {words} words; {limits}"
                yield Problem(document.name, document.body_line, message, NOTE)


def words_in(markdown: str) -> int:
    """Words in a Markdown source: what is between spaces and holds a letter or a digit.

    The numbers of a list do not count, headings do.
    """
    pieces = re.sub(r"(?m)^\s*\d+[.)]\s", " ", markdown).split()
    return sum(any(char.isalnum() for char in piece) for piece in pieces)
