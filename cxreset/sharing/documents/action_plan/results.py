"""The plan's second half: who does what, the pilot, what was learned, what comes next."""

from __future__ import annotations

import re
from datetime import date

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed, lower_first
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency
from cxreset.sharing.documents.action_plan.measured import measure_blocks
from cxreset.sharing.documents.action_plan.overview import thirty_days_picture
from cxreset.sharing.documents.footnotes import Footnotes, quotes_of
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Fact,
    Facts,
    Paragraph,
    Part,
    Quote,
    Subheading,
    Table,
)
from cxreset.sharing.documents.parts import (
    BLANK,
    answers,
    so_far,
    spoken_lines,
    still_to_do,
    table,
)
from cxreset.sharing.documents.replies import replies_blocks
from cxreset.sharing.facts.pilots import PilotFact, ProcedureFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact, FollowUpFact
from cxreset.sharing.facts.wording import STATUSES, VERDICTS, short_date, span, traced

_NUMBER = re.compile(r"^\d+[.)]\s+")


def actions_part(facts: PlanFacts, footnotes: Footnotes) -> Part:
    """Every action with owner, deadline, status and the ids it comes from; overdue ones marked.

    How many are done is in the summary before it.
    """
    blocks: list[Block] = []
    if facts.actions:
        actions = sorted(facts.actions, key=by_urgency)
        late = frozenset(row for row, action in enumerate(actions) if action.overdue(facts.today))
        columns = (_("Id"), _("Action"), _("Owner"), _("Deadline"), _("Status"), _("Because of"))
        rows = tuple(_action(action, facts.today) for action in actions)
        proof = footnotes.on_rows(quotes_of(facts, action.pain) for action in actions)
        blocks.append(table(columns, rows, _("Actions, the nearest deadline first"), late, proof))
    else:
        blocks.append(still_to_do(facts, _("turn items of the roadmap into actions"), "roadmap"))
    if any(not one_line(action.owner) or not action.deadline for action in facts.actions):
        todo = _("give every action one owner and one deadline")
        blocks.append(still_to_do(facts, todo, "owners"))
    return Part("actions", _("Actions"), (*blocks, *replies_blocks(facts)))


def _action(action: ActionFact, today: date) -> tuple[str, ...]:
    status = _(STATUSES.get(action.status, one_line(action.status)))
    if action.status == "completed" and action.completed_on:
        status = f"{status} {short_date(action.completed_on)}"
    if action.overdue(today):
        status = _("Overdue, {status}").format(status=lower_first(status))
    return (
        action.ref,
        one_line(action.title),
        one_line(action.owner) or _("No owner yet"),
        short_date(action.deadline, _("No deadline yet")),
        status,
        because(action.chain, action.comments),
    )


def because(chain: tuple[str, ...], comments: int) -> str:
    """`F1 ← G1 ← P1 (412 comments)`: what something comes from, and how many stand behind it.

    A dash for what is not tied to anything.
    """
    behind = f" ({count(comments, 'comment')})" if comments else ""
    return f"{traced('', chain)}{behind}" if chain else BLANK


def pilot_part(facts: PlanFacts, footnotes: Footnotes) -> Part:
    """Each pilot and its result in insight's own sentence, then the figures kept by hand."""
    blocks: list[Block] = []
    if not facts.pilots:
        blocks.append(still_to_do(facts, _("choose one action and try it small"), "pilot"))
    for pilot in facts.pilots:
        blocks.extend(_pilot(facts, pilot, footnotes))
    for measure in facts.measures:
        blocks.extend(measure_blocks(measure, footnotes))
    figures = tuple(
        (one_line(one.title), one_line(one.before) or "—", one_line(one.after) or "—")
        for one in facts.figures
    )
    if figures:
        caption = _("Figures kept by hand over the thirty days; they prove nothing on their own")
        blocks.append(Table((_("Figure"), _("At the start"), _("Now")), figures, caption))
    noted = answers(facts, "measure")
    return Part("pilot", _("The pilot"), (*blocks, *noted))


def _pilot(facts: PlanFacts, pilot: PilotFact, footnotes: Footnotes) -> list[Block]:
    known = [
        (_("We expect"), one_line(pilot.hypothesis)),
        (_("Who takes part"), one_line(pilot.participants)),
        (_("When"), span(pilot.start_on, pilot.end_on)),
        (_("Stop rule"), one_line(pilot.stop_rule)),
        (_("What else happened"), one_line(pilot.events)),
    ]
    blocks: list[Block] = [Subheading(one_line(pilot.title), traced(pilot.ref, pilot.chain))]
    if facts_of := tuple(Fact(label, (value,)) for label, value in known if value):
        blocks.append(Facts(facts_of))
    if not one_line(pilot.hypothesis) or not one_line(pilot.stop_rule):
        todo = _("say what you expect of the pilot, and what would make you stop")
        blocks.append(still_to_do(facts, todo, "pilot"))
    if pilot.measures and (running := so_far(facts, pilot)):
        blocks.append(Paragraph(running))
    for measure in pilot.measures:
        blocks.extend(measure_blocks(measure, footnotes))
    if not pilot.measures:
        blocks.append(still_to_do(facts, _("measure before and after"), "measure"))
    return blocks


def voices_part(facts: PlanFacts) -> Part:
    """What customers said of the pilot, then what the teams said."""
    blocks: list[Block] = []
    for side, heading in (("customer", _("Customers")), ("team", _("Teams"))):
        quotes = [
            Quote(voice.text, voice.ref, one_line(voice.who))
            for voice in facts.voices
            if voice.side == side
        ]
        if quotes:
            blocks.extend((Subheading(heading), *quotes))
    sides = {voice.side for voice in facts.voices}
    asked = (("customer", _("customers")), ("team", _("teams")))
    missing = [word for side, word in asked if side not in sides]
    if missing:
        todo = _("ask {missing} how the pilot went").format(missing=listed(missing))
        blocks.append(still_to_do(facts, todo, "voices"))
    noted = answers(facts, "voices")
    return Part("voices", _("What people said of the pilot"), (*blocks, *noted))


def lessons_part(facts: PlanFacts) -> Part:
    """What to keep, change and stop."""
    blocks: list[Block] = []
    if facts.lessons:
        order = [*VERDICTS, None]
        rows = tuple(
            (
                one.ref,
                _(VERDICTS.get(one.verdict or "", N_("Not decided"))),
                one_line(one.text),
                traced("", one.chain) or "—",
            )
            for one in sorted(facts.lessons, key=lambda one: order.index(one.verdict))
        )
        blocks.append(
            Table(
                (_("Id"), _("Verdict"), _("Lesson"), _("Learned from")), rows, _("What we learned")
            )
        )
    else:
        blocks.append(still_to_do(facts, _("write down what to keep, change and stop"), "lessons"))
    return Part("lessons", _("Lessons"), (*blocks, *answers(facts, "lessons")))


def procedure_part(facts: PlanFacts) -> Part:
    """The written procedures that make what worked last."""
    blocks: list[Block] = []
    for procedure in facts.procedures:
        blocks.extend(procedure_blocks(procedure))
    if not facts.procedures:
        todo = _("write the procedure that makes the fix last")
        blocks.append(still_to_do(facts, todo, "lessons"))
    return Part("procedure", _("The procedure that makes it last"), tuple(blocks))


def procedure_blocks(procedure: ProcedureFact) -> list[Block]:
    """One procedure: its facts, then its steps in order."""
    known = [
        (_("Purpose"), procedure.purpose),
        (_("When it applies"), procedure.applies_when),
        (_("Owner"), procedure.owner),
        (_("If it fails"), procedure.on_failure),
    ]
    facts = tuple(Fact(label, lines) for label, text in known if (lines := spoken_lines(text)))
    # The list numbers its items itself.
    steps = tuple(_NUMBER.sub("", line) for line in spoken_lines(procedure.steps))
    return [
        Subheading(one_line(procedure.title), procedure.ref),
        *((Facts(facts),) if facts else ()),
        *((BulletList(steps, ordered=True),) if steps else ()),
    ]


def next_part(facts: PlanFacts) -> Part:
    """How far the thirty days are, follow-ups still open, then who was told."""
    blocks: list[Block] = [*thirty_days_picture(facts)]
    if facts.follow_ups:
        ranked = sorted(facts.follow_ups, key=lambda one: (one.done, one.due_on or date.max))
        late = frozenset(row for row, one in enumerate(ranked) if _late(one, facts.today))
        rows = tuple(_follow_up(one, facts.today) for one in ranked)
        columns = (_("Id"), _("What"), _("Who"), _("When"), _("Status"), _("For"))
        blocks.append(Table(columns, rows, _("Follow-ups, the nearest first"), late))
    else:
        blocks.append(still_to_do(facts, _("put the follow-ups in the calendar"), "followups"))
    if facts.share_outs:
        rows = tuple(
            (
                one_line(one.who),
                short_date(one.shared_on, "—"),
                one_line(one.how),
                one_line(one.what),
            )
            for one in facts.share_outs
        )
        blocks.append(Table((_("Who"), _("When"), _("How"), _("What")), rows, _("Who was told")))
    else:
        blocks.append(still_to_do(facts, _("tell everyone what worked and what did not"), "share"))
    return Part("next", _("What comes next"), (*blocks, *answers(facts, "share")))


def _late(one: FollowUpFact, today: date) -> bool:
    return not one.done and one.due_on is not None and one.due_on < today


def _follow_up_status(one: FollowUpFact, today: date) -> str:
    if one.done:
        return _("Done")
    return _("Overdue") if _late(one, today) else _("To come")


def _follow_up(one: FollowUpFact, today: date) -> tuple[str, ...]:
    return (
        one.ref,
        one_line(one.what),
        one_line(one.who) or _("Nobody yet"),
        short_date(one.due_on, _("No date yet")),
        _follow_up_status(one, today),
        one.action or "—",
    )
