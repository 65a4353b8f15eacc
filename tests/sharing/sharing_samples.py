"""Facts for the tests of sharing: a full plan, an empty one, a hostile one, a very long one.

`python -m tests.sharing.sharing_samples` writes the golden files anew; look at the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from cxreset.sharing.documents.meeting_pack import build_meeting_pack
from cxreset.sharing.documents.model import Document
from cxreset.sharing.documents.pilot import build_pilot_page
from cxreset.sharing.documents.plan import build_plan
from cxreset.sharing.documents.procedure import build_procedure
from cxreset.sharing.documents.slips import build_slips
from cxreset.sharing.documents.story import build_story
from cxreset.sharing.facts.model import (
    ActionFact,
    DecisionFact,
    FigureFact,
    FixFact,
    FollowUpFact,
    GapFact,
    HabitFact,
    InsightFact,
    LessonFact,
    MeasureFact,
    MeetingFact,
    PainFact,
    PersonFact,
    PilotFact,
    PlanFacts,
    ProcedureFact,
    QuoteFact,
    StepFact,
    ToldFact,
    VoiceFact,
    WinFact,
)
from cxreset.sharing.pages import html, markdown

GOLDENS = Path(__file__).parent / "goldens"
TODAY = date(2026, 10, 2)

STEPS = {
    step_id: StepFact(number, title)
    for step_id, number, title in (
        ("listen.review", "1.1", "Read two hours of feedback"),
        ("listen.pains", "1.2", "Name the three pains that recur most"),
        ("listen.order", "1.3", "Put them in order"),
        ("listen.plan", "1.4", "Draft the action plan"),
        ("map.compare", "2.1", "Set the promise beside what happens"),
        ("map.gaps", "2.2", "Choose the three widest gaps"),
        ("map.sort", "2.3", "Sort quick wins from long-term work"),
        ("map.roadmap", "2.4", "Draft the roadmap"),
        ("team.meeting", "3.1", "Hold the meeting"),
        ("team.align", "3.2", "Agree on what comes first"),
        ("team.owners", "3.3", "Give every action an owner"),
        ("team.followups", "3.4", "Put the follow-ups in the calendar"),
        ("test.pilot", "4.1", "Try one fix small"),
        ("test.measure", "4.2", "Measure it"),
        ("test.voices", "4.3", "Ask how it went"),
        ("test.lessons", "4.4", "Write down the lessons"),
        ("test.share", "4.5", "Tell everyone"),
    )
}

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
    comments=2224,
    channels={"survey": 324, "ticket": 1900},
    preventable=(96, 240),
    preventable_range=(34.0, 46.3),
    pains=(
        PainFact(
            "P1",
            "Delivery day moves and nobody says so",
            412,
            actionable=True,
            urgency=5,
            problem="People wait in for a delivery that was moved the night before.",
            reason="High impact (5), low effort (2), urgent (5); treats the cause.",
            quotes=QUOTES,
        ),
        PainFact("P2", "Refund takes longer than promised", 287, urgency=4, problem="Money waits."),
        PainFact("P3", "Parts missing from the box", 5),
    ),
    other_pains=(PainFact("P4", "Chat ends without an answer", 17, chosen=False),),
    gaps=(
        GapFact(
            "G1",
            "Delivery date",
            "T2 Delivery day",
            "Delivered on the day you choose.",
            "One stop in eight moves.",
            "412 comments; C40",
            5,
            "P1",
            412,
            QUOTES[1:],
        ),
        GapFact("G2", "Refund time"),
    ),
    fixes=(
        FixFact(
            "F1",
            "Evening-before text",
            "quick",
            2,
            "The tool is paid for.",
            "now",
            date(2026, 9, 28),
            date(2026, 10, 9),
            ("G1", "P1"),
            "P1",
            412,
        ),
        FixFact("F2", "Driver app flags a moved stop", "long", 4, horizon="later", chain=("G1",)),
        FixFact("F3", "Refund status page"),
    ),
    actions=(
        ActionFact(
            "A1",
            "Try the text at Northgate",
            "Sam Whitlock",
            date(2026, 10, 9),
            "in_progress",
            ("F1", "G1", "P1"),
            412,
            note="Running since 28 September.",
        ),
        ActionFact("A2", "Count the contacts", "Tom Becker", date(2026, 9, 25), "not_started"),
        ActionFact("A3", "Agree with finance on the scan"),
        ActionFact(
            "A4",
            "Change the confirmation",
            "Sam Whitlock",
            date(2026, 9, 20),
            "completed",
            ("G1", "P1"),
            412,
            date(2026, 9, 19),
        ),
    ),
    meeting=MeetingFact(
        date(2026, 9, 23),
        "10:00",
        "Oak Room",
        "Six comments were read aloud.\n\nNobody blamed anybody.",
        (
            PersonFact("Dana Okafor", "cx", True, "dana.okafor@harbour-pine.example"),
            PersonFact("Priya Nair", "product", True, "priya.nair@harbour-pine.example"),
            PersonFact("Sam Whitlock", "other", True, "sam.whitlock@harbour-pine.example"),
            PersonFact("Alice Moreau", "marketing"),
        ),
        (InsightFact("412 of 2,224 speak of the day", ("G1", "P1"), "Silence, then questions."),),
        (DecisionFact("D2", "Ask finance"), DecisionFact("D1", "Try the text first", 1)),
    ),
    follow_ups=(
        FollowUpFact("U1", "Half-time of the pilot", "Sam Whitlock", date(2026, 10, 5)),
        FollowUpFact("U2", "Read the log", "Tom Becker", date(2026, 9, 30), action="A1"),
        FollowUpFact("U3", "First look", "", date(2026, 9, 28), True),
    ),
    pilots=(
        PilotFact(
            "PL1",
            "Evening-before text at Northgate",
            ("A1", "F1", "G1", "P1"),
            "Contacts fall from 80 to 60 for each 1,000 deliveries.",
            "Every delivery from Northgate",
            date(2026, 9, 28),
            date(2026, 10, 9),
            "Texts wrong for more than 1 in 10 stops.",
            (
                MeasureFact(
                    "M1",
                    "Satisfaction",
                    "Satisfaction rose from 61 % to 76 % (+15 points), on 180 and 172 answers.",
                    "csat",
                    61.1,
                    76.2,
                ),
                MeasureFact(
                    "M2",
                    "Contacts",
                    "Contacts fell from 80 to 50 per 1,000 deliveries (−30).",
                    "rate",
                    80.0,
                    50.4,
                ),
                MeasureFact("M3", "NPS", "Direction only: NPS rose from +7 to +24.", "nps", 7, 24),
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
            "S1",
            "Evening-before text",
            "Nobody waits in for nothing.",
            "Every working day.",
            "1. Fix the routes by 19:00.\n2. Send the text.",
            "Sam Whitlock",
            "Call each stop that moved.",
            "PL1",
        ),
    ),
    habits=(
        HabitFact("Avoidance", 2.75, 3.5),
        HabitFact("Silos", 2.25, 2.25),
        HabitFact("Speed trap", 3.0, None),
    ),
    wins=(WinFact("The confirmation says “your planned day” now.", date(2026, 9, 29)),),
    told=(ToldFact("All four teams", date(2026, 9, 24), "E-mail", "The three gaps"),),
    figures=(FigureFact("Customer satisfaction (CSAT)", "68%", ""),),
    steps=STEPS
    | {
        "listen.pains": StepFact(
            "1.2",
            "Name the three pains that recur most",
            (("Why these three?", "They come back.\nWe can act on them."),),
        )
    },
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


# Ids and codes are the program's own; all else comes from outside.
_OURS = {"ref", "chain", "pain", "action", "kind", "status", "horizon", "channels", "number"} | {
    *(
        "verdict",
        "side",
        "function",
        "channel",
        "preventable",
        "preventable_range",
        "pilot",
        "pains",
    )
}


def _changed(value: Any, text: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return text(value)
    if is_dataclass(value) and not isinstance(value, type):
        new = {
            field.name: _changed(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in _OURS
        }
        return replace(value, **new)
    if isinstance(value, tuple):
        return tuple(_changed(one, text) for one in value)
    if isinstance(value, dict):
        return {key: _changed(one, text) for key, one in value.items()}
    return value


def crowded(actions: int) -> PlanFacts:
    """The full facts with many actions, long names and words of other scripts."""
    names = ("Ελένη Παπαδοπούλου", "ليلى حداد", "李小龍", "Zoë 🙂", "W" * 60)
    many = tuple(
        ActionFact(
            f"A{number}",
            f"{'A long sentence about what to do, ' * 4}Donaudampfschifffahrtsgesellschaft{number}",
            names[number % len(names)],
            date(2026, 9, 1 + number % 30),
            "in_progress",
            ("F1", "G1", "P1"),
            412,
        )
        for number in range(1, actions + 1)
    )
    return replace(FULL, actions=many)


def documents(facts: PlanFacts) -> dict[str, Document]:
    """Everything that can be shared as a document, by the name of its golden file."""
    slips = {f"slip-{number}": one for number, one in enumerate(build_slips(facts).values(), 1)}
    return slips | {
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
