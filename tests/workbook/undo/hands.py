"""One workbook and all that can be done to it, with every table to compare."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from cxreset.base.errors import NotFound, NotSaved
from cxreset.workbook import tables as t
from cxreset.workbook.book import Workbook
from cxreset.workbook.daily import Daily
from cxreset.workbook.feedback.comments import Batch, CommentRepository, Counts, Filter
from cxreset.workbook.feedback.incoming import by_column
from cxreset.workbook.opening import open_workbook
from cxreset.workbook.pains import join
from cxreset.workbook.undo import log
from cxreset.workbook.undo.history import History

DAY = date(2026, 9, 7)
WORDS = ["", "Priya", "a\nb", "'; --", "half\0hidden", "Größe 😀", "\x1b[31m"]
# where the leader is, what is half-typed, what was looked at: no change of theirs
NOT_COMPARED = {"draft", "focus_timer", "presence", "version_stamp", "calendar_entry"}
OURS = ("sqlite_", "undo_", "search_", "feedback_")
numbers = count()
Ops = list[tuple[Any, ...]]
State = dict[str, list[tuple[Any, ...]]]


class Row(NamedTuple):
    row_number: int
    text: str
    received_on: date | None = None
    channel: str = "chat"
    rating: float | None = 0.1 + 0.2
    customer: str = ""
    category: str = ""
    cells: tuple[str, ...] = ()
    title: str = ""
    approximate: bool = False


class Hands:
    """One workbook and all that can be done to it. The clock stands still unless told to go."""

    def __init__(self, path: Path) -> None:
        self.file = open_workbook(path)
        self.file.connection.execute("PRAGMA synchronous = OFF")
        self.now = 1000.0
        self.file.clock = lambda: self.now
        self.book, self.daily = Workbook(self.file), Daily(self.file)
        self.comments, self.history = CommentRepository(self.file), History(self.file)

    def do(self, name: str, *values: Any) -> None:
        self.now += 60
        try:
            getattr(self, f"do_{name}")(*values)
        except (NotFound, NotSaved):
            pass
        assert not self.file.connection.in_transaction

    def do_add(self, table: type[t.Record], text: str, tie: int | None) -> None:
        row = table(**self.fill(table, text, tie))
        self.book.add(row)

    def do_set(self, table: type[t.Record], key: int, text: str, tie: int | None) -> None:
        self.book.set(table, key, **self.fill(table, text, tie))

    @staticmethod
    def fill(table: type[t.Record], text: str, tie: int | None) -> dict[str, Any]:
        """A word into every free text, a number into every tie."""
        found: dict[str, Any] = {}
        for name in ("title", "text", "name", "note", "problem", "what", "who", "hypothesis"):
            if name in table.model_fields:
                found[name] = text
        for name in ("pain_id", "gap_id", "fix_id", "action_id", "pilot_id", "touchpoint_id"):
            if name in table.model_fields:
                found[name] = tie
        if table is t.Journal:
            found["written_on"] = DAY
        return found

    def do_remove(self, table: type[t.Record], key: int) -> None:
        self.book.remove(table, key)

    def do_tie(self, pain: int, comments: list[int]) -> None:
        self.book.tie(pain, comments)

    def do_tie_all(self, pain: int) -> None:
        self.book.tie(pain, list(self.comments.ids(Filter())))

    def do_toggle(self, comment: int, pain: int) -> None:
        self.comments.toggle_tie(comment, pain)

    def do_join(self, dropped: int, kept: int) -> None:
        join(self.book, dropped, kept)

    def do_judge(self, comment: int, mark: bool | None) -> None:
        self.comments.mark_preventable(comment, mark)

    def do_read(self, comment: int) -> None:
        self.comments.mark_seen(comment)

    def do_capture(self, text: str) -> None:
        self.comments.capture(text, "call", DAY)

    def do_drop(self, comment: int) -> None:
        self.comments.remove(comment)

    def do_import(self, texts: list[str]) -> None:
        batch = Batch("feedback.csv", f"{next(numbers)}", DAY, "chat", "text")
        rows = [Row(number, text) for number, text in enumerate(texts, 1)]
        self.comments.store(batch, by_column(rows), lambda: Counts(len(rows), 0, 0))

    def do_tick(self, step: str) -> None:
        self.daily.tick(step, DAY)

    def do_untick(self, step: str) -> None:
        self.daily.untick(step)

    def do_practice(self, day: int) -> None:
        self.daily.tick_practice("thanks", day, DAY)

    def do_answer(self, prompt: str, text: str) -> None:
        self.daily.answer("listen.review", prompt, text)

    def do_win(self, text: str) -> None:
        self.daily.write_win(DAY, text)

    def do_metric(self, before: str) -> None:
        self.daily.keep_metric("nps", before, "")

    def do_channel(self, seen: bool, note: str) -> None:
        self.book.put(t.ChannelSeen(channel="chat", seen=seen, note=note))

    def do_mark(self, mark: int) -> None:
        self.book.put(t.CheckupMark(day=1, habit="avoidance", statement=1, mark=mark))

    def do_meeting(self, notes: str) -> None:
        self.book.put(t.Meeting(id=1, notes=notes))

    def do_settings(self, name: str, start: date) -> None:
        self.daily.change_settings(self.daily.settings()._replace(name=name, start_on=start))

    def do_replace(self, text: str) -> None:
        with self.file.transaction() as connection:  # REPLACE takes rows away without saying so
            connection.execute("INSERT OR REPLACE INTO pain (id, title) VALUES (1, ?)", (text,))

    def do_raw(self, table: str, key: str) -> None:
        columns = log.columns(self.file.connection, table)
        values = [key if column.key else "2026-09-07" for column in columns]
        with self.file.transaction() as connection:
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)

    def state(self) -> State:
        """Every table, row by row."""
        connection, found = self.file.connection, {}
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            if name.startswith(OURS) or name in NOT_COMPARED:
                continue
            left_out = {"reset": "place", "feedback": "seen"}.get(name)
            columns = ", ".join(
                f'"{column.name}"'
                for column in log.columns(connection, name)
                if column.name != left_out
            )
            rows = connection.execute(f"SELECT {columns} FROM {name}").fetchall()
            found[name] = sorted(rows, key=repr)
        return found
