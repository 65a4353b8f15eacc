"""The filled sample: a content pack's running example as a workbook of its own.

A pack keeps it in `demo/`: `feedback.csv` and `workbook.toml`, whose tables and columns are those
of the workbook. The sample stands still on its own day, so it looks the same whenever it is opened.
"""

from __future__ import annotations

import csv
import hashlib
import os
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxreset.base.errors import CxresetError, PackError
from cxreset.base.paths import make_private_dir
from cxreset.base.platforms.replacing import replace
from cxreset.programme.model import Pack
from cxreset.reset.reset import Reset, open_reset
from cxreset.workbook.daily import Settings, Timer

if TYPE_CHECKING:  # SQLModel is heavy, and only filling needs it
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.feedback.incoming import Row

SECOND_START, SECOND_DAY = date(2026, 10, 12), date(2026, 10, 14)
"""The first day of the sample's next thirty days, and the day on which they stand still."""
SINGLE = ("reset", "feedback", "focus_timer", "meeting", "intention", "closing", "next")


def open_sample(
    path: Path, pack: Pack, folder: Path, *, fresh: bool = False, cycle: int = 1
) -> Reset:
    """Open the sample at `path`, made from the pack in `folder` when it is not there yet.

    `cycle` 2 is the beginning of the next thirty days, with the first kept beside. `fresh` makes
    it anew and keeps what was there beside it under `.before`. Raises PackError
    when the pack has no sample or a malformed one.
    """
    if fresh or not path.exists():
        from cxreset.workbook.unsaved.notes import forget_notes

        make_private_dir(path.parent)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.making")
        temporary.unlink(missing_ok=True)
        try:
            fill_sample(temporary, pack, folder)
            if path.is_file():
                replace(path, path.with_name(path.name + ".before"))
            replace(temporary, path)
            forget_notes(path)
            if cycle > 1:
                _close_and_begin_next(path, pack, folder)
        finally:
            temporary.unlink(missing_ok=True)
    return open_reset(path, pack, date.today)


def _close_and_begin_next(path: Path, pack: Pack, folder: Path) -> None:
    """Let the sample at `path` live through its closing, and begin its next thirty days: all that
    is open goes along, and two days of them have been worked on."""
    from cxreset.workbook.cycles.next_cycle import begin_next, earlier_resets, open_items

    for earlier in earlier_resets(path):  # of a sample made before
        earlier.path.unlink()
    sample = _read(folder / "demo" / "workbook.toml")
    content = dict(sample.get("closing", {}))
    with closing(open_reset(path, pack, date.today).file) as file:
        frozen_on = content.pop("frozen_on", None)
        book = Reset(file, pack, date.today).book
        with file.transaction(recorded=False) as connection:
            _fill_tables(book, content)
            if frozen_on is not None:
                connection.execute("UPDATE reset SET frozen_on = ?", (frozen_on,))
        refs = [item.ref for item in open_items(file)]
        begin_next(file, refs, SECOND_START, SECOND_START, SECOND_DAY)
    with closing(open_reset(path, pack, date.today).file) as file:
        book = Reset(file, pack, date.today).book
        with file.transaction(recorded=False):
            _fill_tables(book, sample.get("next", {}))


def fill_sample(path: Path, pack: Pack, folder: Path) -> None:
    """Make the sample workbook at `path`, whole or not at all."""
    from cxreset.workbook.book import Workbook
    from cxreset.workbook.opening import create_workbook

    source = folder / "demo" / "workbook.toml"
    content = _read(source)
    file = create_workbook(path)
    try:
        reset = Reset(file, pack, date.today)
        book = Workbook(file)
        with file.transaction(recorded=False):
            _fill(reset, book, content, folder / "demo")
    except KeyError as error:
        raise PackError(f"{source}: the sample is malformed (no {error}).") from error
    except (AttributeError, TypeError, ValueError, OSError, csv.Error) as error:
        raise PackError(f"{source}: the sample is malformed ({error}).") from error
    except CxresetError as error:
        raise PackError(f"{source}: {error.sentence}") from error
    finally:
        file.close()


def _read(source: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PackError(f"This content pack has no sample: there is no {source}.") from None
    except (OSError, ValueError) as error:
        raise PackError(f"{source}: the sample cannot be read ({error}).") from error


def _fill(reset: Reset, book: Workbook, content: dict[str, Any], folder: Path) -> None:
    from cxreset.workbook import tables

    who = content["reset"]
    reset.daily.begin(
        Settings(
            name=str(who["name"]),
            organisation=str(who["organisation"]),
            start_on=date.fromisoformat(who["start_on"]),
            workdays=tuple(int(day) for day in who["workdays"].split(",")),
            frozen_on=date.fromisoformat(who["frozen_on"]),
            created_on=date.fromisoformat(who["created_on"]),
        )
    )
    _fill_feedback(reset, content["feedback"], folder)
    book.put(_row(tables.Meeting, {"id": 1, **content.get("meeting", {})}))
    book.put(_row(tables.Intention, {"id": 1, **content.get("intention", {})}))
    timer = content.get("focus_timer", {})
    reset.daily.set_timer(
        Timer(int(timer.get("planned_seconds", 7200)), int(timer.get("spent_seconds", 0)), None)
    )
    _fill_tables(book, content)
    for values in content.get("evidence", []):
        book.tie(int(values["pain"]), [int(number) for number in values["comments"]])


def _fill_tables(book: Workbook, content: dict[str, Any]) -> None:
    """The rows of every table; raises ValueError for a table that there is not."""
    from cxreset.workbook import tables

    others: tuple[Any, ...] = (
        tables.ChannelSeen,
        tables.Metric,
        tables.StepTick,
        tables.PracticeTick,
        tables.Answer,
        tables.Pause,
    )
    kinds: dict[str, Any] = {kind.__tablename__: kind for kind in (*tables.RECORDS, *others)}
    for name, kind in kinds.items():  # in the order that ties need
        if name not in SINGLE:
            for values in content.get(name, []):
                book.put(_row(kind, values))
    for values in content.get("checkup", []):
        for statement, mark in enumerate(values["marks"], 1):
            book.put(
                tables.CheckupMark(
                    day=values["day"], habit=values["habit"], statement=statement, mark=mark
                )
            )
    unknown = set(content) - set(kinds) - {"evidence", "checkup", *SINGLE}
    if unknown:
        raise ValueError(f"no such table: {', '.join(sorted(unknown))}")


def _row(kind: Any, values: dict[str, Any]) -> Any:
    """A row from TOML, which names columns; dates are ISO text there."""
    from cxreset.workbook.tables.record import fields_by_column

    fields = fields_by_column(kind)
    unknown = set(values) - set(fields)
    if unknown:
        raise ValueError(f"{kind.__tablename__} has no {', '.join(sorted(unknown))}")
    dated = {
        fields[name]: date.fromisoformat(value)
        if name.endswith("_on") or name == "deadline"
        else value
        for name, value in values.items()
    }
    return kind(**dated)


def _fill_feedback(reset: Reset, content: dict[str, Any], folder: Path) -> None:
    from cxreset.workbook.feedback.incoming import Batch, Counts, by_column

    source = folder / str(content["file"])
    if source.parent != folder:
        raise ValueError("the feedback file must lie beside workbook.toml")
    data = source.read_bytes()
    table = csv.DictReader(data.decode("utf-8").splitlines(keepends=True))
    rows = list(_feedback_rows(table, content))
    batch = Batch(
        file_name=source.name,
        sha256=hashlib.sha256(data).hexdigest(),
        imported_on=date.fromisoformat(content["imported_on"]),
        channel="other",
        text_column=str(content["text_column"]),
        scale=str(content.get("rating_scale", "")),
        columns=table.fieldnames or (),
    )
    reset.comments.store(batch, by_column(rows), lambda: Counts(len(rows), 0, 0))
    for numbers, value in (
        (content.get("preventable", []), True),
        (content.get("not_preventable", []), False),
    ):
        for number in numbers:
            reset.comments.mark_preventable(int(number), value)
    seen: Iterable[int] = (
        range(1, len(rows) + 1) if content.get("seen") == "all" else content["seen"]
    )
    for number in seen:
        reset.comments.mark_seen(int(number))


def _feedback_rows(table: csv.DictReader[str], content: dict[str, Any]) -> Iterator[Row]:
    def cell(row: dict[str, str], column: str) -> str:
        return row.get(str(content.get(column, "")), "") or ""

    for number, row in enumerate(table, 1):
        rating, on = cell(row, "rating_column"), cell(row, "date_column")
        yield (
            number,
            row[str(content["text_column"])],
            date.fromisoformat(on) if on else None,
            cell(row, "channel_column") or "other",
            float(rating) if rating else None,
            cell(row, "customer_column"),
            "",
            tuple(row[name] or "" for name in table.fieldnames or ()),
            "",
            False,
        )
