"""The check-up: statements with a scale each, and the picture of day 1 beside day 29."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.text import count, listed, one_line
from cxreset.insight.checkup import HabitScore, compared, lowest
from cxreset.programme.model import Habit
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.widgets.charts.checkup_bars import CheckupBars, score_text
from cxreset.tui.widgets.fields.choice import SCALE, Choice
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook import checkup

DAYS = ((checkup.FIRST, N_("day 1")), (checkup.LAST, N_("day 29")))


def sizes(reset: Reset) -> list[tuple[str, int]]:
    """(habit id, how many statements) in order."""
    return [(habit.id, len(habit.statements)) for habit in reset.pack.habits]


class Statement(Horizontal):
    """One statement and its scale."""

    BINDINGS = [
        Binding("down,enter", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, habit: str, number: int, text: str) -> None:
        super().__init__(classes="statement")
        self.habit, self.number, self.text = habit, number, text

    def compose(self) -> ComposeResult:
        yield Static(one_line(self.text), markup=False)
        scale = Choice(SCALE)
        yield scale


class CheckupScreen(Dialog[None]):
    """Both check-ups can be filled in at any time; each mark is stored when it is given."""

    CSS_PATH = "checkup.tcss"
    BINDINGS = [
        close_command("escape,q"),
        dialog_command("check-up.picture", "v", "turn", N_("Picture")),
        dialog_command("check-up.day", "d", "day", "Day"),
        dialog_command("check-up.take", "w", "take", N_("Take the practice")),
    ]

    def __init__(self, reset: Reset) -> None:
        super().__init__()
        self.reset = reset
        self.day = checkup_day(reset)
        given, total = checkup_progress(reset, self.day)
        self.picture = given == total

    def compose(self) -> ComposeResult:
        with Vertical(id="checkup"):
            yield Static(id="name", markup=False)
            yield Static(id="meaning", classes="muted", markup=False)
            with VerticalScroll(id="statements", can_focus=False):
                for habit in self.reset.pack.habits:
                    yield Static(
                        Content.assemble(
                            (one_line(habit.title), "bold"),
                            (f"   {one_line(habit.sign)}", "$text-muted"),
                        ),
                        classes="habit",
                    )
                    for number, text in enumerate(habit.statements, 1):
                        yield Statement(habit.id, number, text)
            with VerticalScroll(id="picture"):
                yield CheckupBars()
                yield Static(id="lowest", markup=False)
                yield Static(id="why", markup=False)
                yield Button("", id="take", variant="primary")
            with Horizontal(id="buttons"):
                yield Button("", id="turn")
                yield Button("", id="day")
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        self.fill()
        self.show()
        self.call_after_refresh(self.begin)

    # -- drawing

    def fill(self) -> None:
        """Put the marks of the chosen day on the scales."""
        marks = checkup.marks(self.reset.file, self.day)
        for statement in self.query(Statement):
            choice = statement.query_one(Choice)
            with self.prevent(Choice.Changed):
                choice.value = marks.get(statement.habit, {}).get(statement.number)

    def show(self) -> None:
        """Everything but the scales."""
        given, total = checkup_progress(self.reset, self.day)
        self.query_one("#name", Static).update(self._title(given, total))
        self.query_one("#meaning", Static).update(
            _("A score is the mean of a habit's marks, 1 to 5; higher is healthier.")
            if self.picture
            else _("1 is not true here, 5 is true here. Press a digit, then ↓.")
        )
        self.query_one("#statements").display = not self.picture
        self.query_one("#picture").display = self.picture
        self.query_one("#turn", Button).label = (
            _("Statements  v") if self.picture else _("Picture  v")
        )
        other = checkup.FIRST if self.day == checkup.LAST else checkup.LAST
        self.query_one("#day", Button).label = _("Answer day {other}  d").format(other=other)
        self._show_picture()

    def _title(self, given: int, total: int) -> Content:
        """What is shown, how far it is, and when it is complete where that leads."""
        if self.picture:
            return Content.styled(_("Check-up: day 1 beside day 29"), "bold")
        if given == total:
            return Content.assemble(
                ("✓ ", "$success"),
                (_("Check-up of day {day} is complete.").format(day=self.day), "bold"),
                (
                    _("   {key:check-up.picture=v} shows the picture and the lowest habit").format(
                        key=KEYS
                    ),
                    "$text-muted",
                ),
            )
        done = _("   {given} of {statements} marked").format(
            given=given, statements=count(total, "statement")
        )
        return Content.assemble(
            (_("Check-up of day {day}").format(day=self.day), "bold"), (done, "$text-muted")
        )

    def _show_picture(self) -> None:
        scores = self.scores()
        titles = {habit.id: habit.title for habit in self.reset.pack.habits}
        self.query_one(CheckupBars).show([(titles[each.habit], each) for each in scores])
        habit, sentence = self._lowest(scores)
        self.query_one("#lowest", Static).update(sentence)
        why = self.query_one("#why", Static)
        take = self.query_one("#take", Button)
        why.display = take.display = habit is not None
        if habit is not None:
            practice = self.reset.pack.practice(habit.practice)
            why.update(
                Content.assemble(
                    (_("Its quick win   "), "$text-muted"),
                    (one_line(practice.title), "bold"),
                    (f"   {count(practice.minutes, 'minute')}", "$text-muted"),
                )
            )
            held = checkup.taken(self.reset.file)
            mine = held is not None and held.practice == practice.id
            take.label = (
                _("Taken: Today shows it for seven days")
                if held is not None and mine and held.holds(self.reset.today)
                else _("Take it as this week's practice  w")
            )

    def scores(self) -> list[HabitScore]:
        """Every habit at both times."""
        first, last = (checkup.marks(self.reset.file, day) for day, _ in DAYS)
        return compared(sizes(self.reset), first, last)

    def _lowest(self, scores: list[HabitScore]) -> tuple[Habit | None, str]:
        """The habit whose quick win is offered, and the sentence that names the lowest."""
        given, total = checkup_progress(self.reset, checkup.LAST)
        day = checkup.LAST if given == total else checkup.FIRST
        values = {each.habit: each.last if day == checkup.LAST else each.first for each in scores}
        given, total = checkup_progress(self.reset, day)
        low = lowest(values) if given == total else ()
        if not low:
            return None, (
                _(
                    "{given} of {total} statements of day {day} are marked. When all "
                    "are, the lowest habit is named here, with a quick win."
                ).format(given=given, total=total, day=day)
            )
        names = [one_line(self.reset.pack.habit(each).title) for each in low]
        least = score_text(values[low[0]])
        if len(low) == 1:
            return self.reset.pack.habit(low[0]), _(
                "Lowest on day {day}: {names}, {least}."
            ).format(day=day, names=names[0], least=least)
        return self.reset.pack.habit(low[0]), (
            _("Lowest on day {day}: {names}, each {least}. One at a time: {first} first.").format(
                day=day, names=listed(names), least=least, first=names[0]
            )
        )

    def begin(self) -> None:
        """Focus the first statement without a mark, or the picture."""
        if self.picture:
            self.query_one("#picture").focus()
            return
        choices = list(self.query(Choice))
        open_ = [choice for choice in choices if choice.value is None]
        if choices:
            (open_ or choices)[0].focus()

    # -- doing

    @on(Choice.Changed)
    def _marked(self, event: Choice.Changed) -> None:
        event.stop()
        statement = event.choice.parent
        assert isinstance(statement, Statement)
        value = event.value if isinstance(event.value, int) else None
        try:
            checkup.set_mark(self.reset.file, self.day, statement.habit, statement.number, value)
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            self.fill()  # a scale shows what is stored, never what is not
        self.show()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        name = event.button.id
        if name == "turn":
            self.action_turn()
        elif name == "day":
            self.action_day()
        elif name == "take":
            self.action_take()
        else:
            self.action_close()

    def action_turn(self) -> None:
        """Statements or picture."""
        self.picture = not self.picture
        self.show()
        self.begin()

    def action_day(self) -> None:
        """The statements of the other day."""
        self.day = checkup.FIRST if self.day == checkup.LAST else checkup.LAST
        self.picture = False
        self.fill()
        self.show()
        self.query_one("#statements").scroll_home(animate=False)
        self.begin()

    def action_take(self) -> None:
        """Take the lowest habit's quick win up for the seven days from today."""
        habit = self._lowest(self.scores())[0]
        if habit is None or not self.picture:
            return
        practice = self.reset.pack.practice(habit.practice)
        try:
            checkup.take(self.reset.file, practice.id, self.reset.today)
        except CxresetError as error:
            self.notify(error.sentence, severity="warning", markup=False)
            return
        self.show()

    def action_close(self) -> None:
        self.dismiss(None)
