"""How Today is drawn: which widgets there are, where they lie, and what each says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, Static

from cxreset.base.day_words import whole_day
from cxreset.base.language.words import _
from cxreset.programme.model import Practice, Step
from cxreset.reset.checkup import checkup_day, checkup_progress
from cxreset.reset.today import TodayPage, today_page
from cxreset.tui.screens.today import lines
from cxreset.tui.screens.today.ending import EndingScreen
from cxreset.tui.screens.today.margin import Heard, margin_lines
from cxreset.tui.widgets.fields.field import LineField, Slot
from cxreset.tui.widgets.layout.card import Card, CardWords
from cxreset.tui.widgets.layout.grid import HIGH, LOW, TALL, boxes
from cxreset.tui.widgets.links import DrawnText, Links
from cxreset.tui.widgets.words import set_words
from cxreset.workbook import checkup


class DrawnToday(EndingScreen):
    """Today without what its keys do."""

    page: TodayPage
    taken: Practice | None = None  # the practice of the week
    _heard = Heard()
    _rebinds = False  # does a field wait for the day it is, until it is left?

    def body(self) -> ComposeResult:
        self.page = today_page(self.reset)
        with VerticalScroll(id="page", can_focus=False), Horizontal(id="columns"):
            yield DrawnText(id="rail")
            with Vertical(id="main"):
                yield Static(id="head", markup=False)
                yield Static(id="closing", markup=False)
                yield Card(id="step")
                yield Vertical(id="closing-list")  # filled once the closing has begun
                yield Horizontal(id="checkup")  # filled on the days that need them
                yield Static(id="question", markup=False)
                yield LineField("Your answer", hint="a line is enough", id="answer")
                yield Links(id="practice-text")
                yield Horizontal(id="taken")
                yield LineField("SMALL WIN", hint="one thing that went well today", id="win")
                yield Static(id="due", markup=False)
            yield Static(id="margin", markup=False)

    def on_resize(self, event: Resize) -> None:
        super().on_resize(event)
        if self.is_mounted:
            self._lay_out()
            self.show(self.page)

    def _lay_out(self) -> None:
        """Put the columns where the window has room for them."""
        size = self.app.size
        self._boxes = boxes("today", size.width, size.height)
        rail, main, margin = self._boxes.rail, self._boxes.main, self._boxes.margin
        columns, text = self.query_one("#columns"), self.query_one("#main")
        steps = self.query_one("#rail")
        if size.height < TALL:
            rail = None
        steps.display = rail is not None
        left = main.x if rail is None else rail.x
        if rail is not None:
            steps.styles.width = rail.width
            steps.styles.margin = (0, main.x - rail.x - rail.width, 0, 0)
        columns.styles.padding = (main.y - self._boxes.bar.height, 0, 0, left)
        text.styles.width = main.width
        beside = self.query_one("#margin")
        beside.display = margin is not None
        if margin is not None:
            beside.styles.width = margin.width
            beside.styles.margin = (0, 0, 0, margin.x - main.x - main.width)
        self.set_class(size.height < LOW, "-low")
        self.set_class(size.height < TALL, "-close")
        self.set_class(size.height >= TALL, "-tall")

    def show(self, page: TodayPage) -> None:
        """Say the page's words, each part in its widget."""
        main, tall = self._boxes.main, self.app.size.height >= TALL
        beside = self._boxes.margin is not None
        rest = self.reset.pack.rest
        if page.closing is None:
            head = lines.head(page, rest, main.width, beside=beside, objective=tall)
            set_words(self.query_one("#head", Static), head)
            self.query_one("#step", Card).show(self._card(page))
        practice = self.query_one("#practice-text", Links)
        practice.display = page.practice is not None
        if page.practice:
            set_words(practice, lines.practice(page, main.width, whole=tall))
        self._show_habits(page)
        question = self.query_one("#question", Static)
        question.display = bool(page.question)
        set_words(question, lines.question(page))
        answer = self.query_one("#answer", LineField)
        answer.display = bool(page.question)
        self._bind(answer, page.answer, lambda text: self.keep_answer(page, text))
        self._bind(
            self.query_one("#win", LineField),
            page.win,
            lambda text: self.reset.daily.write_win(page.on, text),
        )
        due = self.query_one("#due", Static)
        due.display = bool(page.due) and not beside and page.closing is None
        set_words(due, lines.due(page, main.width))
        self._show_rail(page)
        self._show_margin(page)
        self._show_closing(page)

    def _show_closing(self, page: TodayPage) -> None:
        """From the end of the four weeks on: how far it is, what is next of it, what is open."""
        closing, holder = page.closing, self.query_one("#closing-list", Vertical)
        for each in (holder, self.query_one("#closing")):
            each.display = closing is not None and page.phase != "paused"
        if closing is None:
            return
        from cxreset.tui.screens.today import closing_lines  # on few of the days
        from cxreset.tui.screens.today.open_list import ClosingList

        if not holder.children:
            holder.mount(ClosingList())
            self.call_after_refresh(lambda: self.show(self.page))
        head = closing_lines.head(page, closing, self.reset.settings.name)
        set_words(self.query_one("#head", Static), head)
        set_words(self.query_one("#closing", Static), closing_lines.figures(closing))
        self.query_one("#step", Card).show(closing_lines.card(closing))
        for view in self.query(ClosingList):
            if view.is_mounted:
                first = self.reset.calendar.days[0].on
                view.show(closing, first, page.on, self._boxes.main.width)

    def _show_margin(self, page: TodayPage) -> None:
        """The days, the figures, what waits; a voice where there are rows for one."""
        if self._boxes.margin is None:
            return
        heard = self._heard if self.app.size.height >= TALL else self._heard._replace(voice="")
        margin = margin_lines(
            self.reset,
            page,
            self._boxes.margin.width,
            heard,
            high=self.app.size.height >= HIGH,
        )
        set_words(self.query_one("#margin", Static), margin)

    def _show_rail(self, page: TodayPage) -> None:
        """Every step, where there is a column for them."""
        rail = self.query_one("#rail", DrawnText)
        if self._boxes.rail is None or not rail.display:
            return
        from cxreset.tui.screens.today.overview import every_step  # in few windows

        whole = self.app.size.height >= HIGH
        set_words(rail, every_step(self.reset, page, self._boxes.rail.width, whole=whole))

    def hear(self) -> None:
        """Read a customer's voice, and in the closing what moved, once the whole workbook is open:
        opening it takes longer than all the rest of a start; no first key should wait for that."""
        if self._boxes.margin is None or not self.reset.book_is_open:
            return
        from cxreset.tui.screens.today.heard import heard

        now = heard(self.reset, self.page, self._boxes.margin.width)
        if now != self._heard:
            self._heard = now
            self._show_margin(self.page)

    def _card(self, page: TodayPage) -> CardWords:
        """What is next; on day 1, while there is no comment, how the first come in."""
        step, last = page.next_step, self._last()
        if step is None or page.day != 1 or page.done or step.worksheet != "review":
            return lines.card(page, last)
        if last is not None or self.reset.comments.channel_counts():
            return lines.card(page, last)
        return lines.first_card(page, step)

    def _show_habits(self, page: TodayPage) -> None:
        """The practice taken up for this week, and on its two days the check-up."""
        held = checkup.taken(self.reset.file)
        self.taken = None
        if held is not None and held.holds(page.on):
            known = (each for each in self.reset.pack.practices if each.id == held.practice)
            self.taken = next(known, None)
        if page.practice is not None and self.taken == page.practice:
            self.taken = None  # it is above already
        self.query_one("#taken").display = self.taken is not None
        if self.taken is not None and held is not None:
            last = held.on + timedelta(days=checkup.WEEK_DAYS - 1)
            until = _("until {day}").format(day=whole_day(last, short=True))
            key = (self.taken.id, checkup.day_key(page.day, page.on))
            done = key in self.reset.daily.practices_done()
            text = lines.week_practice(self.taken, until, done)
            self._fill("taken", text, _("Read") + "  v", "read-taken")
        due = page.closing is None and any(session.checkup for session in page.sessions)
        self.query_one("#checkup").display = due
        if due:
            given, total = checkup_progress(self.reset, checkup_day(self.reset))
            self._fill("checkup", lines.checkup_line(given, total), _("Check-up") + "  k", "mark")

    def _fill(self, row: str, text: Content, label: str, button: str) -> None:
        """Words and a button in a row that is empty on most days."""
        holder = self.query_one(f"#{row}", Horizontal)
        if holder.children:
            holder.query_one(Static).update(text)
        else:
            holder.mount(Static(text, id=f"{row}-text"), Button(label, id=button))

    def _bind(self, field: LineField, value: str, keep: Callable[[str], None]) -> None:
        if field.has_focus_within:  # what is typed there goes where it was begun, past midnight too
            self._rebinds = True
        else:
            field.bind_slot(Slot(value, keep))

    def on_descendant_blur(self) -> None:
        if self._rebinds:
            self._rebinds = False
            self.call_after_refresh(lambda: self.show(self.page))

    def keep_answer(self, page: TodayPage, text: str) -> None:
        """Store the answer to the day's question."""
        self.reset.daily.answer(page.scope, "question", text)

    def _last(self) -> Step | None:
        """The step the leader was last in, unless it is the next one anyway."""
        step_id = self.reset.daily.last_visited().partition("/")[2]
        step = next((step for step in self.reset.pack.steps if step.id == step_id), None)
        return None if step is None or step == self.page.next_step else step

    def step_in_hand(self) -> Step | None:
        return self.page.next_step
