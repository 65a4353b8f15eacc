"""What the reading list shows, and the SQL that finds it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from cxreset.workbook.search import condition
from cxreset.workbook.storage.file import WorkbookFile
from cxreset.workbook.storage.messages import guarded


class Filter(NamedTuple):
    """What the reading list shows. `state`: all, unread, untagged, tagged, preventable.

    `pain_id` keeps comments tied to one pain point; `words` must all occur in the text, as
    beginnings of words. `since` and `until` are the first and the last day, both included.
    `rating`: low, middle or high on the scale of the import; empty for any. `newest_first` puts
    the latest day first and what has none last; else they come in the order of their numbers.
    `grouped` shows of those that say the same only the first that fits.
    """

    channel: str = ""
    state: str = "all"
    pain_id: int | None = None
    words: str = ""
    since: date | None = None
    until: date | None = None
    rating: str = ""
    newest_first: bool = False
    grouped: bool = False


_STATES = {
    "all": "",
    "unread": "seen = 0",
    "untagged": "preventable IS NULL AND id NOT IN (SELECT feedback_id FROM evidence)",
    "tagged": "id IN (SELECT feedback_id FROM evidence)",
    "preventable": "preventable = 1",
}


def where(file: WorkbookFile, wanted: Filter) -> tuple[str, list[object]]:
    """The filter as SQL on `feedback`, empty when everything fits."""
    parts, values = condition(wanted.words)
    if wanted.channel:
        parts.append("channel = ?")
        values.append(wanted.channel)
    if _STATES[wanted.state]:
        parts.append(f"({_STATES[wanted.state]})")
    if wanted.pain_id is not None:
        parts.append("id IN (SELECT feedback_id FROM evidence WHERE pain_id = ?)")
        values.append(wanted.pain_id)
    for sign, day in ((">=", wanted.since), ("<=", wanted.until)):
        if day is not None:
            parts.append(f"received_on {sign} ?")
            values.append(day.isoformat())
    if wanted.rating:
        with guarded(file.path):
            scales = file.connection.execute(
                "SELECT id, scale FROM import_batch WHERE scale <> ''"
            ).fetchall()
        parts.append(rated(wanted.rating, scales))
    return (" WHERE " + " AND ".join(parts) if parts else ""), values


def index_for(wanted: Filter, fitting: str) -> str:
    """The index to go by, where SQLite without statistics would guess wrong: nothing is sorted, and
    no text is read but where the words must be looked for in it."""
    if "LIKE" in fitting or (wanted.state == "preventable" and not wanted.newest_first):
        return ""
    if wanted.words:  # by the numbers that the index of words gives
        return "NOT INDEXED"
    return "INDEXED BY feedback_newest" if wanted.newest_first else "NOT INDEXED"


def rated(band: str, scales: Iterable[tuple[int, str]]) -> str:
    """The SQL condition of a rating that is low, middle or high; `scales`: of each import.

    A scale is cut in thirds, but for 0 to 10, where the question is nearly always how likely
    people are to recommend: there 0-6 is low and 9-10 is high, as in the net promoter score
    (Reichheld 2003). On `6-1`, where 1 is best, 1 is high. Raises KeyError for another band.
    """
    cuts: dict[tuple[float, float], list[int]] = {}
    for batch, scale in scales:
        low, _, high = scale.partition("-")
        try:
            start, end = float(low), float(high)
        except ValueError:
            continue
        if start > end:  # 1 is best: as high as its negative
            start, end = -start, -end
        third = (end - start) / 3
        cut = (6.0, 9.0) if scale == "0-10" else (start + third, end - third)
        cuts.setdefault(cut, []).append(batch)
    form = {
        "low": "{2}rating <= {0}",
        "middle": "{2}rating > {0} AND {2}rating < {1}",
        "high": "{2}rating >= {1}",
    }[band]
    parts = [
        f"batch_id IN ({','.join(map(str, batches))}) AND " + form.format(*cut, "-" * (cut[0] < 0))
        for cut, batches in cuts.items()
    ]
    return f"({' OR '.join(parts) or 'false'})"
