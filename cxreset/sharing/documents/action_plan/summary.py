"""The executive summary: what a reader with one minute takes away from a plan.

Six questions, a few lines each, whatever the size of the workbook: long titles are cut, long lists
end in a count. The parts behind it hold everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed, lower_first, one_line
from cxreset.insight.figures.samples import ENOUGH_ANSWERS
from cxreset.insight.purposes import only_recovery
from cxreset.sharing.documents.model import Fact, Facts, Part
from cxreset.sharing.documents.parts import so_far
from cxreset.sharing.facts.pilots import MeasureFact, PilotFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.teams import ActionFact
from cxreset.sharing.facts.wording import bracketed, first, short_date

_TITLE, _ASKED = 60, 36
"""Titles longer than this are cut in the summary, and in what is asked."""
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


def channels(facts: PlanFacts) -> str:
    """`1,900 support tickets and 324 survey answers`, the most first; empty without comments."""
    ranked = sorted(facts.channels.items(), key=lambda item: (-item[1], item[0]))
    return listed(
        [
            count(number, *COMMENT_NAMES.get(one, COMMENT_NAMES["other"]))
            for one, number in ranked
            if number
        ]
    )


def counted(comments: int, total: int) -> str:
    """`412 comments (19 %)`, where what it is a share of is said nearby."""
    if not comments:
        return _("no comment tied to it yet")
    return f"{count(comments, 'comment')}{bracketed(comments, total)}"


def share_of(comments: int, total: int) -> str:
    """`412 of 2,224 comments (19 %)`: a share never comes without what it is a share of."""
    if not comments:
        return _("no comment tied to it yet")
    if comments > total:  # only when comments were removed meanwhile
        return count(comments, "comment")
    words = ngettext(
        "{number} of {total} comment{share}", "{number} of {total} comments{share}", total
    )
    return words.format(
        number=whole(comments), total=whole(total), share=bracketed(comments, total)
    )


def by_urgency(action: ActionFact) -> tuple[bool, date, int]:
    """Sorts actions: open ones first, the earliest deadline first, those without one last."""
    number = int("".join(char for char in action.ref if char.isascii() and char.isdigit()) or 0)
    return (not action.open, action.deadline or date.max, number)


def _heard(facts: PlanFacts) -> tuple[str, ...]:
    if not facts.comments:
        return (_("Nothing is brought in yet: the reading comes first."),)
    lines = [f"{count(facts.comments, 'comment')}: {channels(facts)}."]
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
        f"{pain.ref} {one_line(pain.title, _TITLE)}: {counted(pain.comments, facts.comments)}"
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
        lines = [_action(action) for action in doing]
        return first(lines, 3, _more_actions)
    if facts.actions:
        return (_("Nothing is open. {actions}").format(actions=state_of_actions(facts)),)
    now = [
        f"{fix.ref} {one_line(fix.title, _TITLE)}" for fix in facts.fixes if fix.horizon == "now"
    ]
    return first(now, 3, _more_fixes) or (_("Nothing is decided yet."),)


def _more_actions(rest: int) -> str:
    words = ngettext("and {number} more action", "and {number} more actions", rest)
    return words.format(number=rest)


def _more_fixes(rest: int) -> str:
    return ngettext("and {number} more fix", "and {number} more fixes", rest).format(number=rest)


def _action(action: ActionFact) -> str:
    when = (
        _(", by {deadline}").format(deadline=short_date(action.deadline)) if action.deadline else ""
    )
    who = one_line(action.owner, 40) or _("no owner yet")
    return f"{action.ref} {one_line(action.title, _TITLE)} ({who}{when})"


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
    known = Counter(action.status for action in facts.actions)
    states = (
        ("completed", _("done")),
        ("in_progress", _("in progress")),
        ("not_started", _("not started")),
        ("cancelled", _("cancelled")),
    )
    parts = [f"{whole(known[status])} {word}" for status, word in states if known[status]]
    doing = [action for action in facts.actions if action.open]
    lacking = (
        (sum(action.overdue(facts.today) for action in doing), _("overdue")),
        (sum(not one_line(action.owner) for action in doing), _("without an owner")),
        (sum(not action.deadline for action in doing), _("without a deadline")),
    )
    flags = [f"{whole(number)} {word}" for number, word in lacking if number]
    tail = f"; {', '.join(flags)}" if flags else ""
    return f"{count(len(facts.actions), 'action')}: {', '.join(parts)}{tail}."


def _pilot(facts: PlanFacts) -> tuple[str, ...]:
    """The figure that the hypothesis is about: what was expected of it, what came of it."""
    pilot = judged_pilot(facts)
    if pilot is None:
        title = facts.pilots[-1].title if facts.pilots else ""
        return (
            _("{title}: nothing is measured yet.").format(title=one_line(title, _TITLE))
            if title
            else _(NO_PILOT),
        )
    main, *others = pilot.measures
    lines = [so_far(facts, pilot), verdict_of(main, runs=bool(so_far(facts, pilot)))]
    if others:
        lines.append(
            _("{more_figures} under “The pilot”.").format(
                more_figures=count(len(others), "more figure")
            )
        )
    return tuple(filter(None, lines))


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
    return f"{one_line(measure.name, _TITLE)}: {verdict}" if verdict else one_line(measure.sentence)


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


def needs(facts: PlanFacts) -> tuple[str, ...]:
    """What only the reader can give, and the next check; or that there is nothing."""
    if not facts.actions:
        return (_("Nothing yet: the plan is still being made."),)
    lines = [*asks(facts, _refs), *_next_check(facts)]
    return tuple(lines) or (_("Nothing today: read on, and ask the owner named beside an action."),)


def asks(facts: PlanFacts, named: Callable[[list[ActionFact]], str]) -> tuple[str, ...]:
    """What only the reader can give: owners, deadlines, a word on what is late.

    `named` says how actions are named.
    """
    doing = [action for action in sorted(facts.actions, key=by_urgency) if action.open]
    wanted = (
        (_("An owner for {these}."), [one for one in doing if not one_line(one.owner)]),
        (_("A deadline for {these}."), [one for one in doing if not one.deadline]),
        (_("A word on what holds up {these}."), [one for one in doing if one.overdue(facts.today)]),
    )
    return tuple(ask.format(these=named(actions)) for ask, actions in wanted if actions)


def _next_check(facts: PlanFacts) -> tuple[str, ...]:
    coming = [(one.due_on, one) for one in facts.follow_ups if not one.done and one.due_on]
    if not coming:
        return ()
    due, one = min(coming, key=lambda pair: pair[0])
    what = one_line(one.what, _TITLE)
    if due < facts.today:
        return (_("A new date for {ref}: {what}").format(ref=one.ref, what=what),)
    return (_("Next check, {due}: {what}").format(due=short_date(due), what=what),)


def _refs(actions: list[ActionFact]) -> str:
    """The first by id and title, for an id alone says nothing; the others by their number."""
    first = f"{actions[0].ref} {one_line(actions[0].title, _ASKED)}".strip()
    return (
        first
        if len(actions) == 1
        else _("{first} and {number} more").format(first=first, number=whole(len(actions) - 1))
    )
