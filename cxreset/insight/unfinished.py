"""What looks unfinished in a worksheet, in short plain sentences. On the way of every start.

A worksheet never forbids a tick: `missing` only says what a careful colleague would ask about.
References (`P1`, `G2`) name the rows that are meant.
"""

from __future__ import annotations

from cxreset.base.language.words import N_, _, ngettext
from cxreset.base.text import count, listed
from cxreset.insight.lacking import GAPS, PAINS, lack, of_three, refs_in_words
from cxreset.insight.progress import MEETING_MINUTES, WANTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    from cxreset.insight.progress import Tally

FILLED: Final = N_("Everything in this worksheet is filled in: tick it when you are satisfied.")
PROMPTS_ONLY: Final = N_("Write your answers beneath the guidance: tick it when you are satisfied.")


def missing(worksheet: str | None, tally: Tally) -> tuple[str, ...]:
    """What looks unfinished in a worksheet, first things first; empty when it looks finished.

    A worksheet that is None or not of this program (another content pack's) has nothing to say.
    """
    look = _LOOKS.get(worksheet or "")
    return tuple(sentence for sentence in look(tally) if sentence) if look else ()


def hint(worksheet: str | None, tally: Tally) -> str:
    """The one line under the next step: what is missing first, or that all is filled in."""
    if worksheet not in _LOOKS:
        return _(PROMPTS_ONLY)
    sentences = missing(worksheet, tally)
    return sentences[0] if sentences else _(FILLED)


# --- one function a worksheet: sentences in the order in which to attend to them ---------------


def _review(t: Tally) -> list[str]:
    if not t.comments:
        return [_("No feedback is here yet: import a file, or add a comment by hand.")]
    unread = t.channels_used - t.channels_seen
    return [
        _("None of the {comments} is read yet.").format(comments=count(t.comments, "comment"))
        if not t.comments_seen
        else "",
        _("{channels} with feedback still to be read.").format(channels=count(unread, "channel"))
        if unread > 0
        else "",
        "" if t.marked_either else _("No comment is marked yet as preventable or not."),
    ]


def _pains(t: Tally) -> list[str]:
    if not t.pains:
        return [_("No pain is named yet.")]
    return [
        of_three(t.pains_chosen, PAINS),
        lack(
            t.chosen_without_evidence,
            "{refs} has no comment as evidence yet.",
            "{refs} have no comment as evidence yet.",
        ),
    ]


def _order(t: Tally) -> list[str]:
    if not t.pains_chosen:
        return [_("No pain is chosen yet, so there is nothing to put in order.")]
    undecided = t.chosen_undecided
    return [
        _("Can somebody act on {refs}? Still to decide.").format(refs=refs_in_words(undecided))
        if undecided
        else "",
        lack(
            t.chosen_unrated,
            "{refs} has no full rating of urgency, impact and effort yet.",
            "{refs} have no full rating of urgency, impact and effort yet.",
        ),
    ]


def _plan(t: Tally) -> list[str]:
    if not t.pains_chosen:
        return [_("No pain is chosen yet, so there is nothing to plan.")]
    return [
        lack(
            t.chosen_without_problem,
            "{refs} has no problem sentence yet.",
            "{refs} have no problem sentence yet.",
        ),
        lack(
            t.chosen_without_fix,
            "{refs} has no possible fix yet.",
            "{refs} have no possible fix yet.",
        ),
    ]


def _compare(t: Tally) -> list[str]:
    if not t.touchpoints:
        return [_("No touchpoint is set down yet.")]
    open_sides, unrated = t.touchpoints_incomplete, t.touchpoints_unrated
    lacking = ngettext(
        "{touchpoints} lacks the promise or what happens.",
        "{touchpoints} lack the promise or what happens.",
        open_sides,
    ).format(touchpoints=count(open_sides, "touchpoint"))
    wide = _("{touchpoints} without a width from 1 to 5.")
    return [
        lacking if open_sides else "",
        wide.format(touchpoints=count(unrated, "touchpoint")) if unrated else "",
    ]


def _gaps(t: Tally) -> list[str]:
    without = lack(t.chosen_without_gap, "{refs} has no gap yet.", "{refs} have no gap yet.")
    if not t.gaps:
        return [without or _("No gap is chosen yet.")]
    # More than three gaps are fine: a pain may part promise and reality in several places.
    return [
        without,
        of_three(min(t.gaps, WANTED), GAPS),
        lack(
            t.gaps_untied, "{refs} has no tie to a pain yet.", "{refs} have no tie to a pain yet."
        ),
    ]


def _sort(t: Tally) -> list[str]:
    if not t.gaps and not t.fixes:
        return [_("No gap is chosen yet, so there is no fix to sort.")]
    unsorted = refs_in_words(t.fixes_unsorted)
    return [
        lack(t.gaps_without_fix, "{refs} has no fix yet.", "{refs} have no fix yet."),
        _("{refs} still to sort: quick win or long-term.").format(refs=unsorted)
        if t.fixes_unsorted
        else "",
    ]


def _roadmap(t: Tally) -> list[str]:
    if not t.fixes:
        return [_("No fix is written down yet, so there is nothing to place.")]
    unplaced = t.fixes - t.fixes_on_roadmap
    if not t.fixes_on_roadmap:
        placed = _("No fix is on the roadmap yet.")
    else:
        placed = _("{unplaced} of {fixs} still without now, next or later.").format(
            unplaced=unplaced, fixs=count(t.fixes, "fix", "fixes")
        )
    return [
        placed if unplaced > 0 else "",
        lack(t.roadmap_undated, "{refs} has no dates yet.", "{refs} have no dates yet."),
        "" if t.actions_from_roadmap else _("No fix from the roadmap is an action yet."),
    ]


def _meeting(t: Tally) -> list[str]:
    names = [{"cx": "CX"}.get(name, _(name)) for name in t.functions_missing]
    return [
        "" if t.meeting_dated else _("The meeting has no date yet."),
        "" if t.people else _("Nobody is on the list of people yet."),
        _("Nobody from {names} is on the list yet.").format(names=listed(names))
        if t.people and names
        else "",
        "" if t.meeting_held else _agenda(t),  # what was left of it is for the next meeting
    ]


def _agenda(t: Tally) -> str:
    """What is off with the minutes of the agenda."""
    over = t.agenda_minutes - MEETING_MINUTES
    if not t.agenda_minutes:
        return _("The agenda is still empty.")
    if over > 0:
        return _("The agenda runs {minutes} over the {MEETING_MINUTES}.").format(
            minutes=count(over, "minute"), MEETING_MINUTES=MEETING_MINUTES
        )
    if over < 0:
        return _("The agenda leaves {over} of the {MEETING_MINUTES} minutes open.").format(
            over=-over, MEETING_MINUTES=MEETING_MINUTES
        )
    return ""


def _align(t: Tally) -> list[str]:
    return [
        "" if t.insights else _("Nothing is picked yet to show in the meeting."),
        "" if t.decisions else _("No decision or priority is written down yet."),
    ]


def _owners(t: Tally) -> list[str]:
    if not t.actions:
        return [_("There is no action yet: make one from the roadmap, or add one.")]
    return [
        lack(t.actions_without_owner, "{refs} has no owner yet.", "{refs} have no owner yet."),
        lack(
            t.actions_without_deadline,
            "{refs} has no deadline yet.",
            "{refs} have no deadline yet.",
        ),
    ]


def _followups(t: Tally) -> list[str]:
    if not t.follow_ups:
        return [_("No follow-up is planned yet.")]
    undated = t.follow_ups_undated
    return [
        _("{follow_ups} without a date.").format(follow_ups=count(undated, "follow-up"))
        if undated
        else ""
    ]


def _pilot(t: Tally) -> list[str]:
    if not t.pilots:
        return [_("No pilot is described yet: choose one action to try on a small scale.")]
    return [
        _("Still empty in the pilot: {pilot_gaps}.").format(
            pilot_gaps=listed([_(gap) for gap in t.pilot_gaps])
        )
        if t.pilot_gaps
        else ""
    ]


def _measure(t: Tally) -> list[str]:
    if not t.measurements:
        return [_("Nothing is measured yet: one figure before and after is enough to start.")]
    lacking = t.measurements - t.measurements_complete
    return [
        _("{measurements} without figures for both before and after.").format(
            measurements=count(lacking, "measurement")
        )
        if lacking > 0
        else ""
    ]


def _voices(t: Tally) -> list[str]:
    return [
        "" if t.voices_customer else _("No customer's voice on the pilot is noted yet."),
        "" if t.voices_team else _("No team member's voice on the pilot is noted yet."),
    ]


def _lessons(t: Tally) -> list[str]:
    return [
        "" if t.lessons else _("No lesson is written down yet."),
        "" if t.procedures else _("No procedure is written yet: it is what makes a fix last."),
    ]


def _share(t: Tally) -> list[str]:
    if not t.share_outs:
        return [_("Nobody is noted yet as told: who, when and how.")]
    lacking = (
        (t.share_outs_to_nobody, _("{lines} without a word on who was told.")),
        (t.share_outs_undated, _("{lines} without a word on when.")),
        (t.share_outs_without_how, _("{lines} without a word on how.")),
    )
    return [words.format(lines=count(number, "line")) for number, words in lacking if number]


_LOOKS: Final[dict[str, Callable[[Tally], list[str]]]] = {
    "review": _review,
    "pains": _pains,
    "order": _order,
    "plan": _plan,
    "compare": _compare,
    "gaps": _gaps,
    "sort": _sort,
    "roadmap": _roadmap,
    "meeting": _meeting,
    "align": _align,
    "owners": _owners,
    "followups": _followups,
    "pilot": _pilot,
    "measure": _measure,
    "voices": _voices,
    "lessons": _lessons,
    "share": _share,
}

WORKSHEETS: Final = frozenset(_LOOKS)
"""The worksheets `missing` knows."""
