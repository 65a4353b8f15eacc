"""The pilot on one page: what is tried and where, what would stop it, what it showed."""

from __future__ import annotations

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, in_quotes
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.counts import share_of
from cxreset.sharing.documents.footnotes import pain_of, shortened, spoken
from cxreset.sharing.documents.model import (
    Block,
    BulletList,
    Document,
    Fact,
    Facts,
    Paragraph,
    Part,
    Table,
)
from cxreset.sharing.documents.parts import (
    day_of,
    known_facts,
    leader,
    organisation,
    page,
    still_to_do,
)
from cxreset.sharing.facts.pilots import MeasureFact, PilotFact, VoiceFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import VERDICTS, first, long_date, short_date, span

_QUOTE = 200
_VOICES = 1
_FIGURES = 2
"""Of each side, and of what is measured: the page is one, and the plan has the others."""


def _more_voices(rest: int) -> str:
    return _("and {number} more in the plan").format(number=rest)


def build_pilot_page(facts: PlanFacts) -> Document:
    """The newest pilot on one page, earlier ones as a line each."""
    pilot = facts.pilots[-1] if facts.pilots else PilotFact(ref="", title="")
    title = one_line(pilot.title)
    subtitle = _(
        "A small trial{organisation}, written for those who take part in it: {day_of}."
    ).format(organisation=organisation(facts, _(" at ")), day_of=day_of(facts))
    parts = (
        _idea(facts, pilot),
        _figures(facts, pilot),
        _seen(facts, pilot),
        _decision(facts, pilot),
        *_others(facts),
    )
    return page(
        facts,
        _("Pilot: {title}").format(title=title) if title else _("The pilot"),
        subtitle,
        parts,
        nothing_yet=_(
            "There is no pilot yet: once the actions are agreed, one of them is tried on a small "
            "scale first."
        ),
    )


def _idea(facts: PlanFacts, pilot: PilotFact) -> Part:
    blocks: list[Block] = []
    action = next((one for one in facts.actions if one.ref in pilot.chain[:1]), None)
    owner = one_line(action.owner) if action else ""
    known = known_facts(
        [
            (_("We believe"), one_line(pilot.hypothesis)),
            (_("Where and who"), one_line(pilot.participants)),
            (_("When"), _dates(facts, pilot)),
            (_("We stop early"), one_line(pilot.stop_rule)),
            (_("In charge"), f"{owner} ({action.ref})" if owner and action else ""),
        ]
    )
    pain = pain_of(facts, pilot.chain[-1]) if pilot.chain else None
    if pain:
        why = f"{pain.ref} {one_line(pain.title)}: {share_of(pain.comments, facts.comments)}"
        spoken_quotes = [spoken(one) for one in pain.quotes[:1]]
        known.insert(0, Fact(_("Why"), (why, *spoken_quotes)))
    if known:
        blocks.append(Facts(tuple(known)))
    if not pilot.ref:
        blocks.append(still_to_do(facts, _("choose one action and try it small"), "pilot"))
    lacking = [
        what
        for what, text in (
            (_("what you expect of it"), pilot.hypothesis),
            (_("where it runs and who takes part"), pilot.participants),
            (_("what would make you stop"), pilot.stop_rule),
        )
        if not one_line(text)
    ]
    if not (pilot.start_on and pilot.end_on):
        lacking.append(_("its first and its last day"))
    blocks.extend(
        still_to_do(facts, _("say {what}").format(what=what), "pilot") for what in lacking
    )
    return Part("idea", _("What we try, and why"), tuple(blocks))


def _dates(facts: PlanFacts, pilot: PilotFact) -> str:
    """`28 Sep to 9 Oct 2026: it has 7 days to go`."""
    when = span(pilot.start_on, pilot.end_on)
    if not when:
        return ""
    if pilot.start_on and facts.today < pilot.start_on:
        return _("{when}: not started yet").format(when=when)
    if pilot.end_on is None:
        return when
    if facts.today > pilot.end_on:
        return _("{when}: finished").format(when=when)
    left = (pilot.end_on - facts.today).days
    going = {0: _("today is its last day"), 1: _("tomorrow is its last day")}
    return f"{when}: {going.get(left, _('it has {left} days to go').format(left=left))}"


def _figures(facts: PlanFacts, pilot: PilotFact) -> Part:
    blocks: list[Block] = []
    if pilot.measures and pilot.end_on and facts.today <= pilot.end_on:
        until = _("The pilot runs until {end_on}: these are the figures so far.").format(
            end_on=long_date(pilot.end_on)
        )
        blocks.append(Paragraph(until))
    if pilot.measures:  # the sentences say before and after; pictures would take a second page
        sentences = [f"{one_line(one.sentence)} ({one.ref})" for one in _first_figures(pilot)]
        rest = len(pilot.measures) - len(sentences)
        more = (
            (_("{more_figures} in the plan.").format(more_figures=count(rest, "more figure")),)
            if rest
            else ()
        )
        blocks.append(BulletList((*sentences, *more)))
    if not pilot.measures:
        todo = _("choose two or three figures and count them before the start")
        blocks.append(still_to_do(facts, todo, "measure"))
    return Part("figures", _("What we measure, before and after"), tuple(blocks))


def _first_figures(pilot: PilotFact) -> tuple[MeasureFact, ...]:
    """The figure the pilot is judged by and the one that must not get worse, else the first two."""
    main = [one for one in pilot.measures if one.role == "main"]
    guard = [one for one in pilot.measures if one.role == "guard"]
    ranked = dict.fromkeys((*main, *guard, *pilot.measures))
    return tuple(ranked)[:_FIGURES]


def _seen(facts: PlanFacts, pilot: PilotFact) -> Part:
    """A few voices of each side; the plan has them all."""
    blocks: list[Block] = []
    voices: list[Fact] = []
    sides = (
        ("customer", _("Customers"), _("ask customers how it went")),
        ("team", _("Teams"), _("ask teams how it went")),
    )
    for side, heading, todo in sides:
        spoken_quotes = [
            _spoken(one)
            for one in facts.voices
            if one.side == side and one.pilot in (pilot.ref, "") and one_line(one.text)
        ]
        if spoken_quotes:
            lines = first(spoken_quotes, _VOICES, _more_voices)
            voices.append(Fact(heading, lines))
        else:
            blocks.append(still_to_do(facts, todo, "voices"))
    if voices:
        blocks.insert(0, Facts(tuple(voices)))
    return Part("seen", _("What people said"), tuple(blocks))


def _spoken(voice: VoiceFact) -> str:
    who = one_line(voice.who)
    return f"{in_quotes(shortened(voice.text, _QUOTE))} ({voice.ref}{f', {who}' if who else ''})"


def _decision(facts: PlanFacts, pilot: PilotFact) -> Part:
    blocks: list[Block] = []
    if pilot.end_on and facts.today <= pilot.end_on:
        blocks.append(
            Paragraph(
                _(
                    "On {end_on} we decide: keep it, change it or stop it. What speaks for or "
                    "against it goes to {leader} before that day. A clear no is a good result too."
                ).format(end_on=long_date(pilot.end_on), leader=leader(facts))
            )
        )
    order = [*VERDICTS, None]
    learned = sorted(
        (one for one in facts.lessons if pilot.ref and pilot.ref in one.chain),
        key=lambda one: order.index(one.verdict),
    )
    rows = tuple(
        (one.ref, _(VERDICTS.get(one.verdict or "", N_("Not decided"))), one_line(one.text))
        for one in learned
    )
    if rows:
        blocks.append(
            Table((_("Id"), _("Verdict"), _("What we learned")), rows, _("What we learned so far"))
        )
    checks = tuple(
        f"{one.ref}, {short_date(one.due_on, _('no date yet'))}: {one_line(one.what)}"
        for one in facts.follow_ups
        if pilot.chain and one.action == pilot.chain[0] and not one.done
    )
    if checks:
        blocks.append(Facts((Fact(_("Next check"), checks),)))
    if not rows:
        todo = _("decide what to keep, change and stop")
        blocks.append(still_to_do(facts, todo, "lessons"))
    return Part("decision", _("What we decide"), tuple(blocks))


def _others(facts: PlanFacts) -> tuple[Part, ...]:
    earlier = facts.pilots[:-1]
    if not earlier:
        return ()
    rows = tuple(
        (one.ref, one_line(one.title), span(one.start_on, one.end_on, _("No dates yet")))
        for one in earlier
    )
    table = Table((_("Id"), _("Pilot"), _("When")), rows, _("They are in the action plan"))
    return (Part("earlier", _("Earlier pilots"), (table,)),)
