"""What looks unfinished in a worksheet, in short plain sentences. On the way of every start.

A worksheet never forbids a tick: `missing` only says what a careful colleague would ask about.
References (`P1`, `G2`) name the rows that are meant.
"""

from __future__ import annotations

from cxreset.base.text import count, listed
from cxreset.insight.progress import MEETING_MINUTES, WANTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    from cxreset.insight.progress import Tally

FILLED: Final = "Everything in this worksheet is filled in: tick it when you are satisfied."
PROMPTS_ONLY: Final = "Write your answers beneath the guidance: tick it when you are satisfied."


def missing(worksheet: str | None, tally: Tally) -> tuple[str, ...]:
    """What looks unfinished in a worksheet, first things first; empty when it looks finished.

    A worksheet that is None or not of this program (another content pack's) has nothing to say.
    """
    look = _LOOKS.get(worksheet or "")
    return tuple(sentence for sentence in look(tally) if sentence) if look else ()


def hint(worksheet: str | None, tally: Tally) -> str:
    """The one line under the next step: what is missing first, or that all is filled in."""
    if worksheet not in _LOOKS:
        return PROMPTS_ONLY
    sentences = missing(worksheet, tally)
    return sentences[0] if sentences else FILLED


# --- one function a worksheet: sentences in the order in which to attend to them ---------------


def _review(t: Tally) -> list[str]:
    if not t.comments:
        return ["No feedback is here yet: import a file, or add a comment by hand."]
    unread = t.channels_used - t.channels_seen
    return [
        f"None of the {count(t.comments, 'comment')} is read yet." if not t.comments_seen else "",
        f"{count(unread, 'channel')} with feedback still to be read." if unread > 0 else "",
        "" if t.marked_either else "No comment is marked yet as preventable or not.",
    ]


def _pains(t: Tally) -> list[str]:
    if not t.pains:
        return ["No pain is named yet."]
    return [
        _three(t.pains_chosen, "pain"),
        _lack(t.chosen_without_evidence, "no comment as evidence"),
    ]


def _order(t: Tally) -> list[str]:
    if not t.pains_chosen:
        return ["No pain is chosen yet, so there is nothing to put in order."]
    undecided = t.chosen_undecided
    return [
        f"Can somebody act on {_refs(undecided)}? Still to decide." if undecided else "",
        _lack(t.chosen_unrated, "no full rating of urgency, impact and effort"),
    ]


def _plan(t: Tally) -> list[str]:
    if not t.pains_chosen:
        return ["No pain is chosen yet, so there is nothing to plan."]
    return [
        _lack(t.chosen_without_problem, "no problem sentence"),
        _lack(t.chosen_without_fix, "no possible fix"),
    ]


def _compare(t: Tally) -> list[str]:
    if not t.touchpoints:
        return ["No touchpoint is set down yet."]
    open_sides, unrated = t.touchpoints_incomplete, t.touchpoints_unrated
    verb = "lacks" if open_sides == 1 else "lack"
    return [
        f"{count(open_sides, 'touchpoint')} {verb} the promise or what happens."
        if open_sides
        else "",
        f"{count(unrated, 'touchpoint')} without a width from 1 to 5." if unrated else "",
    ]


def _gaps(t: Tally) -> list[str]:
    without = _lack(t.chosen_without_gap, "no gap")
    if not t.gaps:
        return [without or "No gap is chosen yet."]
    # More than three gaps are fine: a pain may part promise and reality in several places.
    return [without, _three(min(t.gaps, WANTED), "gap"), _lack(t.gaps_untied, "no tie to a pain")]


def _sort(t: Tally) -> list[str]:
    if not t.gaps and not t.fixes:
        return ["No gap is chosen yet, so there is no fix to sort."]
    return [
        _lack(t.gaps_without_fix, "no fix"),
        f"{_refs(t.fixes_unsorted)} still to sort: quick win or long-term."
        if t.fixes_unsorted
        else "",
    ]


def _roadmap(t: Tally) -> list[str]:
    if not t.fixes:
        return ["No fix is written down yet, so there is nothing to place."]
    unplaced = t.fixes - t.fixes_on_roadmap
    if not t.fixes_on_roadmap:
        placed = "No fix is on the roadmap yet."
    else:
        placed = f"{unplaced} of {count(t.fixes, 'fix', 'fixes')} still without now, next or later."
    return [
        placed if unplaced > 0 else "",
        _lack(t.roadmap_undated, "no dates"),
        "" if t.actions_from_roadmap else "No fix from the roadmap is an action yet.",
    ]


def _meeting(t: Tally) -> list[str]:
    names = [{"cx": "CX"}.get(name, name) for name in t.functions_missing]
    over = t.agenda_minutes - MEETING_MINUTES
    if not t.agenda_minutes:
        agenda = "The agenda is still empty."
    elif over > 0:
        agenda = f"The agenda runs {count(over, 'minute')} over the {MEETING_MINUTES}."
    else:
        agenda = f"The agenda leaves {-over} of the {MEETING_MINUTES} minutes open."
    return [
        "" if t.meeting_dated else "The meeting has no date yet.",
        "" if t.people else "Nobody is on the list of people yet.",
        f"Nobody from {listed(names)} is on the list yet." if t.people and names else "",
        agenda if over else "",
    ]


def _align(t: Tally) -> list[str]:
    return [
        "" if t.insights else "Nothing is picked yet to show in the meeting.",
        "" if t.decisions else "No decision or priority is written down yet.",
    ]


def _owners(t: Tally) -> list[str]:
    if not t.actions:
        return ["There is no action yet: make one from the roadmap, or add one."]
    return [
        _lack(t.actions_without_owner, "no owner"),
        _lack(t.actions_without_deadline, "no deadline"),
    ]


def _followups(t: Tally) -> list[str]:
    if not t.follow_ups:
        return ["No follow-up is planned yet."]
    undated = t.follow_ups_undated
    return [f"{count(undated, 'follow-up')} without a date." if undated else ""]


def _pilot(t: Tally) -> list[str]:
    if not t.pilots:
        return ["No pilot is described yet: choose one action to try on a small scale."]
    return [f"Still empty in the pilot: {listed(list(t.pilot_gaps))}." if t.pilot_gaps else ""]


def _measure(t: Tally) -> list[str]:
    if not t.measurements:
        return ["Nothing is measured yet: one figure before and after is enough to start."]
    lacking = t.measurements - t.measurements_complete
    return [
        f"{count(lacking, 'measurement')} without figures for both before and after."
        if lacking > 0
        else ""
    ]


def _voices(t: Tally) -> list[str]:
    return [
        "" if t.voices_customer else "No customer's voice on the pilot is noted yet.",
        "" if t.voices_team else "No team member's voice on the pilot is noted yet.",
    ]


def _lessons(t: Tally) -> list[str]:
    return [
        "" if t.lessons else "No lesson is written down yet.",
        "" if t.procedures else "No procedure is written yet: it is what makes a fix last.",
    ]


def _share(t: Tally) -> list[str]:
    if not t.share_outs:
        return ["Nobody is noted yet as told: who, when and how."]
    lacking = (
        (t.share_outs_to_nobody, "who was told"),
        (t.share_outs_undated, "when"),
        (t.share_outs_without_how, "how"),
    )
    return [
        f"{count(number, 'line')} without a word on {what}." for number, what in lacking if number
    ]


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


def _three(chosen: int, noun: str) -> str:
    if chosen == WANTED:
        return ""
    if chosen > WANTED:
        return f"{count(chosen, noun)} are chosen: three are enough to finish in thirty days."
    if not chosen:
        return f"None of the three {noun}s is chosen yet."
    return f"{'One' if chosen == 1 else 'Two'} of three {noun}s chosen so far."


def _lack(refs: tuple[str, ...], what: str) -> str:
    """`P1 and P3 have no gap yet.`; empty for no refs."""
    if not refs:
        return ""
    return f"{_refs(refs)} {'has' if len(refs) == 1 else 'have'} {what} yet."


def _refs(refs: tuple[str, ...]) -> str:
    """`P1 and P3`; of many, the first three and how many more."""
    if len(refs) <= 4:
        return listed(list(refs))
    return f"{', '.join(refs[:3])} and {len(refs) - 3} more"
