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
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.customers import FixFact, GapFact, PainFact, QuoteFact
from cxreset.sharing.facts.declared import Code, Ref
from cxreset.sharing.facts.pilots import (
    LessonFact,
    MeasureFact,
    PilotFact,
    ProcedureFact,
    VoiceFact,
)
from cxreset.sharing.facts.plan import FigureFact, HabitFact, PlanFacts, StepFact, WinFact
from cxreset.sharing.facts.teams import (
    ActionFact,
    DecisionFact,
    FollowUpFact,
    InsightFact,
    MeetingFact,
    PersonFact,
    ShareOutFact,
)
from cxreset.sharing.pages import html, markdown

GOLDENS = Path(__file__).parent / "goldens"
TODAY = date(2026, 10, 2)

STEPS = tuple(
    StepFact(number, title, worksheet)
    for worksheet, number, title in (
        ("review", "1.1", "Read two hours of feedback"),
        ("pains", "1.2", "Name the three pains that recur most"),
        ("order", "1.3", "Put them in order"),
        ("plan", "1.4", "Draft the action plan"),
        ("compare", "2.1", "Set the promise beside what happens"),
        ("gaps", "2.2", "Choose the three widest gaps"),
        ("sort", "2.3", "Sort quick wins from long-term work"),
        ("roadmap", "2.4", "Draft the roadmap"),
        ("meeting", "3.1", "Hold the meeting"),
        ("align", "3.2", "Agree on what comes first"),
        ("owners", "3.3", "Give every action an owner"),
        ("followups", "3.4", "Put the follow-ups in the calendar"),
        ("pilot", "4.1", "Try one fix small"),
        ("measure", "4.2", "Measure it"),
        ("voices", "4.3", "Ask how it went"),
        ("lessons", "4.4", "Write down the lessons"),
        ("share", "4.5", "Tell everyone"),
    )
)

ANSWERS = (("Why these three?", "They come back.\nWe can act on them."),)

EMPTY = PlanFacts(
    name="Dana Okafor",
    organisation="Harbour & Pine",
    today=date(2026, 9, 7),
    start_on=date(2026, 9, 7),
    day=1,
    credit="The method is Mark Levy's; every sentence here is our own.",
    steps=STEPS,
)

QUOTES = (
    QuoteFact(
        "C12", "Took a day off. Nobody came.", "ticket", date(2026, 8, 3), "export.csv, row 13"
    ),
    QuoteFact("C40", "The system knew and\nI did not.", "survey"),
)

FULL = PlanFacts(
    name="Dana Okafor",
    organisation="Harbour & Pine",
    today=TODAY,
    start_on=date(2026, 9, 7),
    day=26,
    credit="The method is Mark Levy's; every sentence here is our own.",
    complaints=1_871,
    comments=2224,
    channels={"survey": 324, "ticket": 1900},
    preventable=(96, 240),
    preventable_range=(34.0, 46.3),
    pains=(
        PainFact(
            ref="P1",
            title="Delivery day moves and nobody says so",
            comments=412,
            actionable=True,
            urgency=5,
            problem="People wait in for a delivery that was moved the night before.",
            reason="High impact (5), low effort (2), urgent (5); treats the cause.",
            weights=(
                "Rated 1.9 (1-5) by those who name it, 2.4 in other complaints: lower by 0.3 to "
                "0.7.",
                "Preventable: 19 of 29 judged, 47 to 80 %.",
            ),
            quotes=QUOTES,
        ),
        PainFact(
            ref="P2",
            title="Refund takes longer than promised",
            comments=287,
            urgency=4,
            problem="Money waits.",
        ),
        PainFact(ref="P3", title="Parts missing from the box", comments=5),
    ),
    other_pains=(
        PainFact(ref="P4", title="Chat ends without an answer", comments=17, chosen=False),
    ),
    gaps=(
        GapFact(
            ref="G1",
            title="Delivery date",
            touchpoint="T2 Delivery day",
            promise="Delivered on the day you choose.",
            reality="One stop in eight moves.",
            evidence="412 comments; C40",
            width=5,
            pain="P1",
            comments=412,
            quotes=QUOTES[1:],
        ),
        GapFact(ref="G2", title="Refund time"),
    ),
    fixes=(
        FixFact(
            ref="F1",
            title="Evening-before text",
            kind="quick",
            effort=2,
            reason="The tool is paid for.",
            horizon="now",
            start_on=date(2026, 9, 28),
            end_on=date(2026, 10, 9),
            chain=("G1", "P1"),
            pain="P1",
            comments=412,
        ),
        FixFact(
            ref="F2",
            title="Driver app flags a moved stop",
            kind="long",
            effort=4,
            horizon="later",
            chain=("G1",),
        ),
        FixFact(ref="F3", title="Refund status page"),
    ),
    actions=(
        ActionFact(
            ref="A1",
            title="Try the text at Northgate",
            owner="Sam Whitlock",
            deadline=date(2026, 10, 9),
            status="in_progress",
            chain=("F1", "G1", "P1"),
            comments=412,
            note="Running since 28 September.",
        ),
        ActionFact(
            ref="A2",
            title="Count the contacts",
            owner="Tom Becker",
            deadline=date(2026, 9, 25),
            status="not_started",
        ),
        ActionFact(ref="A3", title="Agree with finance on the scan"),
        ActionFact(
            ref="A4",
            title="Change the confirmation",
            owner="Sam Whitlock",
            deadline=date(2026, 9, 20),
            status="completed",
            chain=("G1", "P1"),
            comments=412,
            completed_on=date(2026, 9, 19),
        ),
    ),
    meeting=MeetingFact(
        held_on=date(2026, 9, 23),
        starts_at="10:00",
        location="Oak Room",
        notes="Six comments were read aloud.\n\nNobody blamed anybody.",
        people=(
            PersonFact("Dana Okafor", "cx", True, "dana.okafor@harbour-pine.example"),
            PersonFact("Priya Nair", "product", True, "priya.nair@harbour-pine.example"),
            PersonFact("Sam Whitlock", "other", True, "sam.whitlock@harbour-pine.example"),
            PersonFact("Alice Moreau", "marketing"),
        ),
        insights=(
            InsightFact("412 of 2,224 speak of the day", ("G1", "P1"), "Silence, then questions."),
        ),
        decisions=(DecisionFact("D2", "Ask finance"), DecisionFact("D1", "Try the text first", 1)),
    ),
    follow_ups=(
        FollowUpFact(
            ref="U1", what="Half-time of the pilot", who="Sam Whitlock", due_on=date(2026, 10, 5)
        ),
        FollowUpFact(
            ref="U2", what="Read the log", who="Tom Becker", due_on=date(2026, 9, 30), action="A1"
        ),
        FollowUpFact(ref="U3", what="First look", who="", due_on=date(2026, 9, 28), done=True),
    ),
    pilots=(
        PilotFact(
            ref="PL1",
            title="Evening-before text at Northgate",
            chain=("A1", "F1", "G1", "P1"),
            hypothesis="Contacts fall from 80 to 60 for each 1,000 deliveries.",
            participants="Every delivery from Northgate",
            start_on=date(2026, 9, 28),
            end_on=date(2026, 10, 9),
            stop_rule="Texts wrong for more than 1 in 10 stops.",
            measures=(
                MeasureFact(
                    ref="M1",
                    name="Satisfaction",
                    sentence="Satisfaction rose from 61 % to 76 % (+15 points), "
                    "on 180 and 172 answers.",
                    kind="csat",
                    before=61.1,
                    after=76.2,
                ),
                MeasureFact(
                    ref="M2",
                    name="Contacts",
                    sentence="Contacts fell from 80 to 50 per 1,000 deliveries (−30).",
                    kind="rate",
                    before=80.0,
                    after=50.4,
                ),
                MeasureFact(
                    ref="M3",
                    name="NPS",
                    sentence="Direction only: NPS rose from +7 to +24.",
                    kind="nps",
                    before=7,
                    after=24,
                ),
            ),
        ),
    ),
    voices=(
        VoiceFact("V1", "I went to work in the morning.", "Buyer of a wardrobe", pilot="PL1"),
        VoiceFact("V2", "Quieter doorsteps.", "Driver", "team", "PL1"),
    ),
    lessons=(
        LessonFact("L2", "Send it after seven.", "change", ("M1", "PL1")),
        LessonFact("L1", "Keep the four-hour window.", "keep", ("PL1",)),
        LessonFact("L3", "Not sure yet."),
    ),
    procedures=(
        ProcedureFact(
            ref="S1",
            title="Evening-before text",
            purpose="Nobody waits in for nothing.",
            applies_when="Every working day.",
            steps="1. Fix the routes by 19:00.\n2. Send the text.",
            owner="Sam Whitlock",
            on_failure="Call each stop that moved.",
            pilot="PL1",
        ),
    ),
    habits=(
        HabitFact("Avoidance", 2.75, 3.5),
        HabitFact("Silos", 2.25, 2.25),
        HabitFact("Speed trap", 3.0, None),
    ),
    wins=(WinFact("The confirmation says “your planned day” now.", date(2026, 9, 29)),),
    share_outs=(ShareOutFact("All four teams", date(2026, 9, 24), "E-mail", "The three gaps"),),
    figures=(FigureFact("Customer satisfaction (CSAT)", "68%", ""),),
    steps=tuple(
        replace(step, answers=ANSWERS) if step.worksheet == "pains" else step for step in STEPS
    ),
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
