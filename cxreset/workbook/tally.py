"""What there is in the workbook, counted: progress is judged by it at every start.

Plain sqlite3, as in `daily.py`; a property test computes the same from the tables.
"""

from __future__ import annotations

from cxreset.base.language.words import N_
from cxreset.workbook.storage.messages import guarded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from cxreset.workbook.storage.file import WorkbookFile

FUNCTIONS = ("marketing", "product", "support", "cx")
# What `str.strip` takes away; SQL's own `trim` takes spaces alone, so a field with nothing but an
# empty line in it would count as filled here and as empty everywhere else.
BLANKS = (
    "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))))
    + "\u2028\u2029\u202f\u205f\u3000"
)
TALLY = """
SELECT
 (SELECT coalesce(sum(comments), 0) FROM feedback_count) AS comments,
 (SELECT coalesce(sum(comments), 0) FROM feedback_count WHERE seen = 1) AS comments_seen,
 (SELECT count(DISTINCT feedback_id) FROM evidence) AS comments_tied,
 (SELECT count(*) FROM channel_seen WHERE seen = 1) AS channels_seen,
 (SELECT count(DISTINCT channel) FROM feedback_count WHERE comments > 0) AS channels_used,
 (SELECT count(*) FROM feedback WHERE preventable = 1) AS marked_preventable,
 (SELECT count(*) FROM feedback WHERE preventable IS NOT NULL) AS marked_either,
 (SELECT count(*) FROM pain) AS pains,
 (SELECT count(*) FROM pain WHERE chosen) AS pains_chosen,
 (SELECT count(*) FROM touchpoint) AS touchpoints,
 (SELECT count(*) FROM touchpoint WHERE trim(promise, :blanks) = ''
   OR trim(reality, :blanks) = '') AS touchpoints_incomplete,
 (SELECT count(*) FROM touchpoint WHERE width IS NULL) AS touchpoints_unrated,
 (SELECT count(*) FROM gap) AS gaps,
 (SELECT count(*) FROM fix) AS fixes,
 (SELECT count(*) FROM fix WHERE horizon IS NOT NULL) AS fixes_on_roadmap,
 (SELECT count(*) FROM action WHERE status <> 'cancelled') AS actions,
 (SELECT count(*) FROM action WHERE status = 'completed') AS actions_completed,
 (SELECT count(*) FROM action WHERE fix_id IS NOT NULL) AS actions_from_roadmap,
 (SELECT count(*) FROM meeting WHERE held_on IS NOT NULL) AS meeting_dated,
 (SELECT count(*) FROM meeting WHERE ended_at IS NOT NULL) AS meeting_held,
 (SELECT count(*) FROM person) AS people,
 (SELECT coalesce(sum(minutes), 0) FROM agenda_item WHERE NOT next_time) AS agenda_minutes,
 (SELECT count(*) FROM insight) AS insights,
 (SELECT count(*) FROM decision) AS decisions,
 (SELECT count(*) FROM follow_up) AS follow_ups,
 (SELECT count(*) FROM follow_up WHERE due_on IS NULL) AS follow_ups_undated,
 (SELECT count(*) FROM pilot) AS pilots,
 (SELECT count(*) FROM measurement) AS measurements,
 (SELECT count(*) FROM measurement WHERE (before_value <> '' AND after_value <> '')
   OR (before_hits IS NOT NULL AND before_total > 0 AND after_hits IS NOT NULL AND after_total > 0
   AND (kind <> 'nps' OR (before_low IS NOT NULL AND after_low IS NOT NULL))))
   AS measurements_complete,
 (SELECT count(*) FROM voice WHERE side = 'customer') AS voices_customer,
 (SELECT count(*) FROM voice WHERE side = 'team') AS voices_team,
 (SELECT count(*) FROM lesson) AS lessons,
 (SELECT count(*) FROM procedure) AS procedures,
 (SELECT count(*) FROM share_out) AS share_outs,
 (SELECT count(*) FROM share_out WHERE trim(who, :blanks) = '') AS share_outs_to_nobody,
 (SELECT count(*) FROM share_out WHERE trim(how, :blanks) = '') AS share_outs_without_how,
 (SELECT count(*) FROM share_out WHERE told_on IS NULL) AS share_outs_undated
"""
REFS = {
    "chosen_without_evidence": """SELECT 'P' || id FROM pain WHERE chosen
        AND id NOT IN (SELECT pain_id FROM evidence)""",
    "chosen_undecided": "SELECT 'P' || id FROM pain WHERE chosen AND actionable IS NULL",
    "chosen_unrated": """SELECT 'P' || id FROM pain WHERE chosen
        AND (urgency IS NULL OR impact IS NULL OR effort IS NULL)""",
    "chosen_without_problem": """SELECT 'P' || id FROM pain
        WHERE chosen AND trim(problem, :blanks) = ''""",
    # by the rule of `thread.fixes_of`: the pain of a fix's gap, else the fix's own
    "chosen_without_fix": """SELECT 'P' || id FROM pain WHERE chosen AND NOT EXISTS
        (SELECT 1 FROM fix LEFT JOIN gap ON gap.id = fix.gap_id
          WHERE coalesce(gap.pain_id, fix.pain_id) = pain.id
          AND trim(fix.title, :blanks) <> '')""",
    "chosen_without_gap": """SELECT 'P' || id FROM pain WHERE chosen
        AND id NOT IN (SELECT pain_id FROM gap WHERE pain_id IS NOT NULL)""",
    "gaps_untied": "SELECT 'G' || id FROM gap WHERE pain_id IS NULL",
    "gaps_without_fix": """SELECT 'G' || id FROM gap
        WHERE id NOT IN (SELECT gap_id FROM fix WHERE gap_id IS NOT NULL)""",
    "fixes_unsorted": "SELECT 'F' || id FROM fix WHERE kind IS NULL",
    "roadmap_undated": """SELECT 'F' || id FROM fix WHERE horizon IN ('now', 'next')
        AND (start_on IS NULL OR end_on IS NULL)""",
    "actions_without_owner": """SELECT 'A' || id FROM action
        WHERE status <> 'cancelled' AND trim(owner, :blanks) = ''""",
    "actions_without_deadline": """SELECT 'A' || id FROM action
        WHERE status <> 'cancelled' AND deadline IS NULL""",
}
_PILOT_FIELDS = (
    ("hypothesis", N_("hypothesis")),
    ("participants", N_("who is in it")),
    ("start_on", N_("start")),
    ("end_on", N_("end")),
    ("stop_rule", N_("stop rule")),
)


def tally(file: WorkbookFile) -> dict[str, Any]:
    """What progress is judged by: the fields of `insight.progress.Tally`."""
    with guarded(file.location):
        cursor = file.connection.execute(TALLY, {"blanks": BLANKS})
        names = [column[0] for column in cursor.description]
        found: dict[str, Any] = dict(zip(names, cursor.fetchone(), strict=True))
    for fact in ("meeting_dated", "meeting_held"):
        found[fact] = bool(found[fact])
    for name, sql in REFS.items():
        with guarded(file.location):
            rows = file.connection.execute(sql + " ORDER BY id", {"blanks": BLANKS})
            found[name] = tuple(row[0] for row in rows)
    there = {row[0] for row in _all(file, "SELECT DISTINCT function FROM person")}
    found["functions_missing"] = tuple(name for name in FUNCTIONS if name not in there)
    found["pilot_gaps"] = ()
    columns = ", ".join(column for column, _ in _PILOT_FIELDS)
    for row in _all(file, f"SELECT {columns} FROM pilot ORDER BY id DESC LIMIT 1"):  # noqa: S608
        found["pilot_gaps"] = tuple(
            missing
            for (_, missing), value in zip(_PILOT_FIELDS, row, strict=True)
            if not str(value or "").strip()
        )
    return found


def _all(file: WorkbookFile, sql: str) -> list[tuple[Any, ...]]:
    with guarded(file.location):
        return file.connection.execute(sql).fetchall()
