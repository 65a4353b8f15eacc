"""What is counted besides before and after: looks, the other place, weeks, days 60 and 90."""

from __future__ import annotations

from collections.abc import Callable

from cxreset.base.day_words import day_month
from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _
from cxreset.base.text import count
from cxreset.insight.figures.pilot.follow_up import FOLLOW_UP_DAYS
from cxreset.reset.measures import data_points
from cxreset.reset.measures.from_ratings import fill_comparison, fill_from_ratings
from cxreset.tui.commands.command import command
from cxreset.tui.dialogs.asking.ask_lines import AskLinesScreen
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.worksheets.parts.records import RecordSheet
from cxreset.workbook.feedback.ratings import rated_imports
from cxreset.workbook.tables import Measurement


class CountingSheet(RecordSheet):
    """A list of measurements, with a button for each kind of count that belongs to one of them."""

    tools = (
        ("looks", "Looks"),
        ("beside", "Compare"),
        ("weeks", "Weeks"),
        ("ratings", "Ratings"),
        ("later", "Later"),
    )
    new_label = "New  n"
    BINDINGS = [command("k", "look", "Hold a look", "Take the counts as those of a planned look.")]

    def action_look(self) -> None:
        """Take the counts after the change as those of the look that is due."""
        row = self.chosen
        if row is None:
            return
        self.flush()
        try:
            held = data_points.hold_look(
                self.reset.book, self.reset.book.get(Measurement, row.key) or row, self.reset.today
            )
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return
        day = day_month(held.day, short=False)
        if held.is_planned:
            self.notify(_("The look of {day} is held.").format(day=day), markup=False)
        else:
            self.notify(
                _(
                    "No look was planned for {day}: the figure is noted, and no verdict is said."
                ).format(day=day),
                markup=False,
            )
        self.reload()

    def action_looks(self) -> None:
        """Plan the days on which a verdict may be said."""
        book, row, today = self.reset.book, self.chosen, self.reset.today
        if row is not None:
            self._ask(
                _("When will you look?"),
                _(
                    "One day a line, such as {today}. A verdict is said on these days "
                    "only; two or three are plenty."
                ).format(today=today.isoformat()),
                data_points.looks_text(book, row),
                lambda text: data_points.store_looks(book, row, text, today),
            )

    def action_beside(self) -> None:
        """Write the counts of a place that stayed as it was."""
        book, row = self.reset.book, self.chosen
        if row is not None:
            self._ask(
                _("A place that stayed as it was"),
                _("Two lines: before, and after. On each: {asked}.").format(asked=_asked(row.kind)),
                data_points.comparison_text(book, row),
                lambda text: data_points.store_comparison(book, row, text),
            )

    def action_weeks(self) -> None:
        """Paste the figure week by week."""
        book, row = self.reset.book, self.chosen
        if row is not None:
            more = _(", 0s to 6s") if row.kind == "nps" else ""
            self._ask(
                _("Week by week"),
                _(
                    "Paste lines from a spreadsheet: day, hits, total{more}; or day, "
                    "figure such as 61 %, total. They are the run chart of the "
                    "scoreboard."
                ).format(more=more),
                data_points.weeks_text(book, row),
                lambda text: data_points.store_weeks(book, row, text),
            )

    def action_ratings(self) -> None:
        """Count before and after from the ratings of an import."""
        row = self.chosen
        imports = rated_imports(self.reset.file)
        if row is None:
            return
        if not imports:
            self.notify(_("No import has ratings with a day and a known scale."), markup=False)
            return
        self.flush()

        def answered(batch: int | None) -> None:
            if batch is not None:
                self._fill(row, batch)

        self.app.push_screen(
            PickScreen(
                _("Which ratings are the pilot's?"),
                _("Those before its start become before, those since then after."),
                [(f"{name} ({scale})", number) for number, name, scale in imports],
            ),
            answered,
        )

    def _fill(self, row: Measurement, batch: int) -> None:
        try:
            filled = fill_from_ratings(self.reset.book, row, batch, self.reset.today)
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return
        weeks = (
            _(", week by week for {weeks}").format(weeks=count(filled.weeks, "week"))
            if filled.weeks
            else ""
        )
        self.notify(
            _("{before} ratings before, {after} after{weeks}.").format(
                before=whole(filled.before), after=whole(filled.after), weeks=weeks
            ),
            markup=False,
        )
        self.reload()
        self._ask_beside(row.key, batch)

    def _ask_beside(self, key: int, batch: int) -> None:
        """Where another import has ratings, ask whether they are of the comparison place."""
        row = self.reset.book.get(Measurement, key)
        others = [one for one in rated_imports(self.reset.file) if one[0] != batch]
        if row is None or not others:
            return

        def answered(other: int | None) -> None:
            if other is None:
                return
            try:
                filled = fill_comparison(self.reset.book, row, other, self.reset.today)
            except CxresetError as error:
                self.notify(error.sentence, severity="warning", markup=False)
                return
            self.notify(
                _("The other place: {before} ratings before, {after} after.").format(
                    before=whole(filled.before), after=whole(filled.after)
                ),
                markup=False,
            )
            self.reload()

        self.app.push_screen(
            PickScreen(
                _("And the place that stayed as it was?"),
                _(
                    "Its ratings of the same days are set beside the pilot's. Leave it, "
                    "if there is none."
                ),
                [(f"{name} ({scale})", number) for number, name, scale in others],
            ),
            answered,
        )

    def action_later(self) -> None:
        """Write what was counted about day 60 or 90: has it held?"""
        book, row = self.reset.book, self.chosen
        if row is None:
            return

        def answered(day: int | None) -> None:
            if day is not None:
                self._ask(
                    _("Day {day}: has it held?").format(day=day),
                    _("One line: {asked}. Empty takes it away.").format(asked=_asked(row.kind)),
                    data_points.later_text(book, row, day),
                    lambda text: data_points.store_later(book, row, day, text),
                )

        self.app.push_screen(
            PickScreen(
                _("When was it counted again?"),
                _("The figure is set beside that at the pilot's end, and that before it."),
                [(_("About day {day}").format(day=day), day) for day in FOLLOW_UP_DAYS],
            ),
            answered,
        )

    def _ask(self, title: str, meaning: str, lines: str, store: Callable[[str], object]) -> None:
        self.flush()

        def answered(stored: bool | None) -> None:
            if stored:
                self.reload()

        self.app.push_screen(AskLinesScreen(title, meaning, lines, store), answered)


def _asked(kind: str) -> str:
    """What a line of counts is made of, with an example."""
    if kind == "nps":
        return _(
            "9s and 10s, all answers and 0s to 6s, such as 50 100 20; or score and answers, +30 100"
        )
    if kind == "effort":
        return _("the mean with its spread, and the answers, such as 4.9±1.5 180")
    if kind == "rate":
        return _("events and total, such as 58 1150")
    return _("hits and total, such as 115 178; or the percentage and the total, 65% 178")
