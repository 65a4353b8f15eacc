"""The facts of a full plan: every part of it filled, words invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxreset.sharing.facts.customers import (
    FixFact,
    GapFact,
    PainFact,
    QuoteFact,
    TouchpointFact,
)
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
    AgendaFact,
    DecisionFact,
    FollowUpFact,
    InsightFact,
    MeetingFact,
    PersonFact,
    ShareOutFact,
)
from tests.sharing.charts.chart_samples import ranges

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
    complaints=lambda: 1_871,
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
            whys=("Nobody says that the stop moved (C30)", "The list stays in the depot (seen)"),
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
        GapFact(ref="G2", title="Refund time", kano="must", waiting_cost="40 calls"),
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
            reply="You said: the day moves. We did: an honest window.",
            replied_to="the 12 who wrote in August",
            replied_by="e-mail",
            replied_on=date(2026, 9, 30),
        ),
    ),
    touchpoints=(
        TouchpointFact(
            ref="T1",
            name="Delivery day",
            promise="On the day you choose",
            aim="A day off well used",
            front_stage="The driver",
            back_stage="The list of moved stops",
            owner="Sam Whitlock",
            failure="The evening before",
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
        agenda=(AgendaFact("The three pains", 60, used=66), AgendaFact("Owners", 30, used=21)),
        rule="consent",
        parked=("The loyalty badge",),
        next_agenda=(AgendaFact("Who reads the letters?", 10),),
        premortem="nobody watched the first week of texts.",
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
                    ranges=ranges((61.1, 54.0, 68.0), (76.2, 69.0, 82.0)),
                ),
                MeasureFact(
                    ref="M2",
                    name="Contacts",
                    sentence="Contacts fell from 80 to 50 per 1,000 deliveries (−30).",
                    kind="rate",
                    before=80.0,
                    after=50.4,
                    ranges=ranges((80.0, 76.0, 84.0), (50.4, 42.0, 60.0)),
                ),
                MeasureFact(
                    ref="M3",
                    name="NPS",
                    sentence="Direction only: NPS rose from +7 to +24.",
                    kind="nps",
                    before=7,
                    after=24,
                    ranges=ranges((7.0, -16.0, 29.0), (24.0, -2.0, 45.0)),
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
