"""The executive summary: what a reader with one minute takes away from a plan.

Six questions, a few lines each, whatever the size of the workbook: long titles are cut, long lists
end in a count. The parts behind it hold everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed, lower_first
from cxreset.insight.figures.samples import ENOUGH_ANSWERS
from cxreset.insight.purposes import only_recovery
from cxreset.sharing.direction import one_line
from cxreset.sharing.documents.action_plan.asked import by_urgency, needs
from cxreset.sharing.documents.counts import comments_by_channel, counted
from cxreset.sharing.documents.footnotes import shortened
from cxreset.sharing.documents.model import Fact, Facts, Part
from cxreset.sharing.documents.parts import so_far
from cxreset.sharing.facts.pilots import MeasureFact, PilotFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import bracketed, first, short_date

TITLE = 60
"""Titles longer than this are cut in the summary."""
NO_PILOT = N_("There is no pilot yet.")


def summary(facts: PlanFacts) -> Part:
    """The part that opens a plan: at most about two hundred and fifty words."""
    items = (
        Fact(_("What customers told us"), _heard(facts)),
        Fact(_("What hurts most, in order"), _pains(facts)),
        Fact(_("What we will do now"), doing_now(facts)),
        Fact(_("Who owns it"), _owners(facts)),
        Fact(_("What the pilot showed"), _pilot(facts)),
        Fact(_("What we need from you"), needs(facts)),
    )
    return Part("summary", _("In one minute"), (Facts(items),))


def _heard(facts: PlanFacts) -> tuple[str, ...]:
    if not facts.comments:
        return (_("Nothing is brought in yet: the reading comes first."),)
    lines = [f"{comments_by_channel(facts)}."]
    hits, marked = facts.preventable
    if marked >= ENOUGH_ANSWERS:  # a share of a handful would be quoted as if it were of all
        lines.append(
            _("{hits} of the {marked} judged for it{bracketed} need never have happened.").format(
                hits=whole(hits), marked=whole(marked), bracketed=bracketed(hits, marked)
            )
        )
    elif hits:
        lines.append(
            _(
                "{hits} of the {marked} judged so far, of {comments}, need never have happened: "
                "direction only."
            ).format(hits=whole(hits), marked=whole(marked), comments=whole(facts.comments))
        )
    return tuple(lines)


def _pains(facts: PlanFacts) -> tuple[str, ...]:
    if not facts.pains:
        return (_("Not chosen yet."),)
    lines = [
        f"{pain.ref} {shortened(pain.title, TITLE)}: {counted(pain.comments, facts.comments)}"
        for pain in facts.pains
    ]
    return first(
        lines,
        3,
        lambda rest: ngettext(
            "and {number} more pain point", "and {number} more pain points", rest
        ).format(number=rest),
    )


def doing_now(facts: PlanFacts) -> tuple[str, ...]:
    """The open actions that come first; without actions the fixes that are for now."""
    doing = [action for action in sorted(facts.actions, key=by_urgency) if action.open]
    if doing:
        lines = [_action(facts, action) for action in doing]
        return first(lines, 3, _more_actions)
    if facts.actions:
        return (_("Nothing is open. {actions}").format(actions=state_of_actions(facts)),)
    now = [
        f"{fix.ref} {shortened(fix.title, TITLE)}" for fix in facts.fixes if fix.horizon == "now"
    ]
    return first(now, 3, _more_fixes) or (_("Nothing is decided yet."),)


def _more_actions(rest: int) -> str:
    words = ngettext("and {number} more action", "and {number} more actions", rest)
    return words.format(number=rest)


def _more_fixes(rest: int) -> str:
    return ngettext("and {number} more fix", "and {number} more fixes", rest).format(number=rest)


def _action(facts: PlanFacts, action: ActionFact) -> str:
    who = one_line(action.owner, 40) or _("no owner yet")
    return f"{action.ref} {shortened(action.title, TITLE)} ({who}{due_words(action, facts.today)})"


def due_words(action: ActionFact, today: date) -> str:
    """`, by 9 Oct 2026`, or that it was due before; empty without a deadline."""
    if action.deadline is None:
        return ""
    words = _(", overdue since {deadline}") if action.overdue(today) else _(", by {deadline}")
    return words.format(deadline=short_date(action.deadline))


def _owners(facts: PlanFacts) -> tuple[str, ...]:
    if not facts.actions:
        return (_("Nobody yet: there are no actions."),)
    owners: dict[str, list[ActionFact]] = {}
    for action in facts.actions:
        if name := one_line(action.owner, 40):
            owners.setdefault(name.casefold(), []).append(action)
    ranked = sorted(owners.values(), key=lambda own: -sum(one.open for one in own))
    shown = len(ranked) if len(ranked) <= 5 else 4  # "and 1 other" would save nothing
    named = [_owner(own) for own in ranked[:shown]]
    if len(ranked) > shown:
        named.append(_("{number} others").format(number=whole(len(ranked) - shown)))
    purposes = [action.purpose for action in facts.actions if action.status != "cancelled"]
    lines = (
        f"{listed(named) or _('Nobody yet')}.",
        state_of_actions(facts),
        only_recovery(purposes),
    )
    return tuple(filter(None, lines))


def _owner(own: list[ActionFact]) -> str:
    """`Sam (2 open, 1 done)`."""
    states = (
        (sum(one.open for one in own), _("open")),
        (sum(one.status == "completed" for one in own), _("done")),
        (sum(one.status == "cancelled" for one in own), _("cancelled")),
    )
    counts = ", ".join(f"{whole(number)} {word}" for number, word in states if number)
    return f"{one_line(own[0].owner, 40)} ({counts})"


def state_of_actions(facts: PlanFacts) -> str:
    """`7 actions: 2 done, 3 in progress, 2 not started; 1 overdue, 1 without an owner.`"""
    return f"{count(len(facts.actions), 'action')}: {states_of(facts.actions, facts.today)}"


def states_of(actions: Sequence[ActionFact], today: date) -> str:
    """`2 done, 3 in progress, 2 not started; 1 overdue, 1 without an owner.`"""
    known = Counter(action.status for action in actions)
    states = (
        ("completed", _("done"), _("all done")),
        ("in_progress", _("in progress"), _("all in progress")),
        ("not_started", _("not started"), _("none started yet")),
        ("cancelled", _("cancelled"), _("all cancelled")),
    )
    total = len(actions)
    parts = [
        _so_many(known[status], total, word, of_all)
        for status, word, of_all in states
        if known[status]
    ]
    doing = [action for action in actions if action.open]
    ownerless = sum(not one_line(action.owner) for action in doing)
    undated = sum(not action.deadline for action in doing)
    lacking = (
        (sum(action.overdue(today) for action in doing), _("overdue"), _("all overdue")),
        (ownerless, _("without an owner"), _("none with an owner")),
        (undated, _("without a deadline"), _("none with a deadline")),
    )
    flags = [_so_many(number, total, word, of_all) for number, word, of_all in lacking if number]
    tail = f"; {', '.join(flags)}" if flags else ""
    return f"{', '.join(parts)}{tail}."


def _so_many(number: int, total: int, word: str, of_all: str) -> str:
    """`2 not started`, and `none started yet` of all of them; of a single one the word alone."""
    if number < total:
        return f"{whole(number)} {word}"
    return word if total == 1 else of_all


def _pilot(facts: PlanFacts) -> tuple[str, ...]:
    """The figure that the hypothesis is about: what was expected of it, what came of it."""
    pilot = judged_pilot(facts)
    if pilot is None:
        return (unmeasured(facts) or _(NO_PILOT),)
    shown = {pilot.measures[0].ref, *(one.ref for one in _worse(pilot)[:1])}
    others = [one for one in pilot.measures if one.ref not in shown]
    lines = [so_far(facts, pilot), *verdicts(facts, pilot)]
    if others:
        lines.append(
            _("{more_figures} under “The pilot”.").format(
                more_figures=count(len(others), "more figure")
            )
        )
    return tuple(filter(None, lines))


def unmeasured(facts: PlanFacts) -> str:
    """The newest pilot before anything of it is measured; empty where there is none.

    When it begins while that is to come, else that nothing is measured yet.
    """
    pilot = next((one for one in reversed(facts.pilots) if one_line(one.title)), None)
    if pilot is None:
        return ""
    title, start = shortened(pilot.title, TITLE), pilot.start_on
    if start and start > facts.today:
        return _("{title}: begins on {start}.").format(title=title, start=short_date(start))
    return _("{title}: nothing is measured yet.").format(title=title)


def worsened(pilot: PilotFact, limit: int = 2 * TITLE) -> list[str]:
    """What must not get worse and did, its first figure: no verdict is told without it."""
    words = _("What must not get worse did: {moved}")
    return [words.format(moved=shortened(one.worsened, limit)) for one in _worse(pilot)[:1]]


def _worse(pilot: PilotFact) -> list[MeasureFact]:
    return [one for one in pilot.measures if one_line(one.worsened)]


def first_worsened(pilot: PilotFact) -> bool:
    """Whether the figure that comes first is itself the one of which `worsened` tells."""
    return any(one.ref == pilot.measures[0].ref for one in _worse(pilot)[:1])


def verdicts(facts: PlanFacts, pilot: PilotFact) -> list[str]:
    """The verdict on the first figure, and what got worse: once where that is the first figure."""
    main, runs = pilot.measures[0], bool(so_far(facts, pilot))
    if first_worsened(pilot) and not expected_and_got(main, runs=runs):
        return worsened(pilot)
    return [verdict_of(main, runs=runs), *worsened(pilot)]


def judged_pilot(facts: PlanFacts) -> PilotFact | None:
    """The newest pilot with a figure, its own first; None while none is measured.

    Figures that belong to no pilot count as one of a pilot without a name.
    """
    measured = [pilot for pilot in facts.pilots if pilot.measures]
    if measured:
        return measured[-1]
    return PilotFact(ref="", title="", measures=facts.measures) if facts.measures else None


def verdict_of(measure: MeasureFact, *, runs: bool = False) -> str:
    """What was expected of a figure, what came of it and the verdict; else its sentence."""
    verdict = expected_and_got(measure, runs=runs)
    if not verdict:
        return one_line(measure.sentence)
    return f"{shortened(measure.name, TITLE)}: {lower_first(verdict)}"


def expected_and_got(measure: MeasureFact, *, runs: bool = False) -> str:
    """`Expected 60 per 1,000 deliveries, got 50: met.`; empty where no figure was expected.

    While its pilot `runs` it is met so far.
    """
    if not (measure.expected and measure.got and measure.verdict):
        return ""
    words = _("Expected {expected}, got {got}: {verdict}.")
    if runs:
        words = _("Expected {expected}, got {got}: {verdict} so far.")
    return words.format(
        expected=measure.expected, got=measure.got, verdict=lower_first(_(measure.verdict))
    )
