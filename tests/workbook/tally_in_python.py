"""The figures of `daily.tally()` a second time: in plain Python, from SQLModel rows."""

from __future__ import annotations

from typing import Any

from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.thread import fixes_of


def expected(book: Workbook) -> dict[str, Any]:
    """The tally, from rows and in Python."""
    comments, pains = book.rows(t.Feedback), book.rows(t.Pain)
    gaps, fixes = book.rows(t.Gap), book.rows(t.Fix)
    points, actions, follow_ups = (
        book.rows(t.Touchpoint),
        book.rows(t.Action),
        book.rows(t.FollowUp),
    )
    evidence, pilots, people = book.rows(t.Evidence), book.rows(t.Pilot), book.rows(t.Person)
    measures, voices = book.rows(t.Measurement), book.rows(t.Voice)
    chosen = [pain for pain in pains if pain.chosen]
    live = [action for action in actions if action.status != "cancelled"]
    last = pilots[-1:]

    def refs(rows: list[Any]) -> tuple[str, ...]:
        return tuple(row.ref for row in rows)

    def complete(m: t.Measurement) -> bool:
        if m.before_value and m.after_value:
            return True
        needed = [m.before_hits, m.before_total, m.after_hits, m.after_total]
        if m.kind == "nps":
            needed += [m.before_low, m.after_low]
        return None not in needed and bool(m.before_total) and bool(m.after_total)

    shared = book.rows(t.ShareOut)
    return {
        "comments": len(comments),
        "comments_seen": sum(row.seen for row in comments),
        "comments_tied": len({row.feedback_id for row in evidence}),
        "channels_seen": sum(row.seen for row in book.rows(t.ChannelSeen)),
        "channels_used": len({row.channel for row in comments}),
        "marked_preventable": sum(row.preventable is True for row in comments),
        "marked_either": sum(row.preventable is not None for row in comments),
        "pains": len(pains),
        "pains_chosen": len(chosen),
        "chosen_without_evidence": refs(
            [p for p in chosen if p.id not in {row.pain_id for row in evidence}]
        ),
        "chosen_undecided": refs([p for p in chosen if p.actionable is None]),
        "chosen_unrated": refs([p for p in chosen if None in (p.urgency, p.impact, p.effort)]),
        "chosen_without_problem": refs([p for p in chosen if not p.problem.strip()]),
        "chosen_without_fix": refs(
            [p for p in chosen if not any(f.title.strip() for f in fixes_of(book, p.key))]
        ),
        "touchpoints": len(points),
        "touchpoints_incomplete": sum(
            not (row.promise.strip() and row.reality.strip()) for row in points
        ),
        "touchpoints_unrated": sum(row.width is None for row in points),
        "gaps": len(gaps),
        "gaps_untied": refs([gap for gap in gaps if gap.pain_id is None]),
        "chosen_without_gap": refs(
            [p for p in chosen if p.id not in {gap.pain_id for gap in gaps}]
        ),
        "gaps_without_fix": refs([g for g in gaps if g.id not in {fix.gap_id for fix in fixes}]),
        "fixes": len(fixes),
        "fixes_unsorted": refs([fix for fix in fixes if fix.kind is None]),
        "fixes_on_roadmap": sum(fix.horizon is not None for fix in fixes),
        "roadmap_undated": refs(
            [f for f in fixes if f.horizon in ("now", "next") and None in (f.start_on, f.end_on)]
        ),
        "actions": len(live),
        "actions_without_owner": refs([row for row in live if not row.owner.strip()]),
        "actions_without_deadline": refs([row for row in live if row.deadline is None]),
        "actions_completed": sum(row.status == "completed" for row in actions),
        "actions_from_roadmap": sum(row.fix_id is not None for row in actions),
        "meeting_dated": book.meeting().held_on is not None,
        "meeting_held": book.meeting().ended_at is not None,
        "people": len(people),
        "functions_missing": tuple(
            name
            for name in ("marketing", "product", "support", "cx")
            if name not in {row.function for row in people}
        ),
        "agenda_minutes": sum(row.minutes for row in book.rows(t.AgendaItem, next_time=False)),
        "insights": len(book.rows(t.Insight)),
        "decisions": len(book.rows(t.Decision)),
        "follow_ups": len(follow_ups),
        "follow_ups_undated": sum(row.due_on is None for row in follow_ups),
        "pilots": len(pilots),
        "pilot_gaps": tuple(
            what
            for row in last
            for what, value in (
                ("hypothesis", row.hypothesis.strip()),
                ("who is in it", row.participants.strip()),
                ("start", row.start_on),
                ("end", row.end_on),
                ("stop rule", row.stop_rule.strip()),
            )
            if not value
        ),
        "measurements": len(measures),
        "measurements_complete": sum(map(complete, measures)),
        "voices_customer": sum(row.side == "customer" for row in voices),
        "voices_team": sum(row.side == "team" for row in voices),
        "lessons": len(book.rows(t.Lesson)),
        "procedures": len(book.rows(t.Procedure)),
        "share_outs": len(shared),
        "share_outs_to_nobody": sum(not row.who.strip() for row in shared),
        "share_outs_without_how": sum(not row.how.strip() for row in shared),
        "share_outs_undated": sum(row.shared_on is None for row in shared),
    }
