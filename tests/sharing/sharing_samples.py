"""Facts for the tests of sharing: a full plan, an empty one, a hostile one, a very long one.

`python -m tests.sharing.sharing_samples` writes the golden files anew; look at the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

from cxreset.sharing.documents.action_plan.plan import build_plan
from cxreset.sharing.documents.action_plan.short import build_brief, build_short_plan
from cxreset.sharing.documents.meeting_pack import build_meeting_pack
from cxreset.sharing.documents.model import Document
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.posts.status import build_status
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.declared import Code, Ref
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import (
    ActionFact,
)
from cxreset.sharing.pages import html, markdown
from cxreset.sharing.slides.deck import build_slides
from tests.sharing.full_plan import FULL, STEPS

GOLDENS = Path(__file__).parent / "goldens"

EMPTY = PlanFacts(
    name="Dana Okafor",
    organisation="Harbour & Pine",
    today=date(2026, 9, 7),
    start_on=date(2026, 9, 7),
    day=1,
    credit="The method is Mark Levy's; every sentence here is our own.",
    steps=STEPS,
)

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [a](javascript:alert(3)) "
    "![b](http://evil.example/p.png) <http://evil.example> http://evil.example www.evil.example | "
    "*b* __c__ ~~d~~ `e` $f$ &lt;g&gt; \\| \\ # - > 1. ```\n# h\n- i\n===\n| j | k |\n| --- | --- |"
    "\n<!-- l -->\n]]>\x00\x07\x1b[31m\u202e\u2066\u200b'\"{{m}}{% n %}$title\ud800\n\n    code"
)
"""Everything at once that could act in Markdown, HTML, a template or a terminal."""


def with_every_text(facts: PlanFacts, text: str) -> PlanFacts:
    """The same facts with `text` in every place that holds words of the leader's or the pack's."""
    found = _changed(facts, lambda old: text)
    assert isinstance(found, PlanFacts)
    return found


def numbered(facts: PlanFacts) -> tuple[PlanFacts, list[str]]:
    """The same facts with a word of its own in each text that is not empty, and those words."""
    used: list[str] = []

    def word(old: str) -> str:
        if not old:
            return old
        used.append(f"Word{len(used)}x")
        return used[-1]

    found = _changed(facts, word)
    assert isinstance(found, PlanFacts)
    return found, used


def _changed(value: Any, text: Callable[[str], str]) -> Any:
    """What comes from outside, changed: ids and codes are the program's own and stay."""
    if isinstance(value, str):
        return text(value)
    if is_dataclass(value) and not isinstance(value, type):
        ours = program_texts(type(value))
        new = {
            field.name: _changed(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in ours
        }
        return replace(value, **new)
    if isinstance(value, tuple):
        return tuple(_changed(one, text) for one in value)
    return value


def program_texts(fact: type) -> set[str]:
    """The fields of a fact that hold ids or codes, which no one outside can write."""
    hints = get_type_hints(fact, include_extras=True)
    ours = (Ref, Code)
    return {name for name, hint in hints.items() if any(one in ours for one in _parts(hint))}


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _parts(part)


def crowded(actions: int) -> PlanFacts:
    """The full facts with many actions, long names and words of other scripts."""
    names = ("Ελένη Παπαδοπούλου", "ليلى حداد", "李小龍", "Zoë 🙂", "W" * 60)
    many = tuple(
        ActionFact(
            ref=f"A{number}",
            title="A long sentence about what to do, " * 4
            + f"Donaudampfschifffahrtsgesellschaft{number}",
            owner=names[number % len(names)],
            deadline=date(2026, 9, 1 + number % 30),
            status="in_progress",
            chain=("F1", "G1", "P1"),
            comments=412,
        )
        for number in range(1, actions + 1)
    )
    return replace(FULL, actions=many)


def documents(facts: PlanFacts) -> dict[str, Document]:
    """Everything that can be shared as a document, by the name of its golden file."""
    slips = {f"slip-{number}": one for number, one in enumerate(build_slips(facts).values(), 1)}
    return slips | {
        "brief": build_brief(facts),
        "short": build_short_plan(facts),
        "meeting": build_meeting_pack(facts),
        "pilot": build_pilot_page(facts),
        "story": build_story(facts),
        "procedure": build_procedure(facts),
        "slides": build_slides(facts),
        "status": build_status(facts),
    }


def main() -> None:
    for name, facts in (("plan", FULL), ("empty", EMPTY)):
        document = build_plan(facts)
        (GOLDENS / f"{name}.md").write_text(markdown.render(document), "utf-8", newline="\n")
        (GOLDENS / f"{name}.html").write_text(html.render(document), "utf-8", newline="\n")
    for ending, facts in (("", FULL), ("-empty", EMPTY)):
        for name, document in documents(facts).items():
            path = GOLDENS / f"{name}{ending}.md"
            path.write_text(markdown.render(document), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
