"""The figures a week is judged by: counted ones to read, kept ones to write down."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from cxreset.base.language.words import _
from cxreset.base.text import one_line
from cxreset.insight.figures.kinds import KINDS
from cxreset.programme.model import Metric, Week
from cxreset.reset.measures.figure_home import End, home_of, is_counted, store_figure
from cxreset.reset.progress import metrics
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.layout.dialog import Dialog


class MetricsScreen(Dialog[None]):
    """Start and end of each kept figure, stored as they are typed."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [close_command()]

    def __init__(self, reset: Reset, week: Week) -> None:
        super().__init__()
        self.reset = reset
        self.week = week

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog"):
            heading = _("Week {number} is judged by").format(number=self.week.number)
            yield Static(heading, classes="heading", markup=False)
            values = dict(metrics(self.reset, self.week))
            for index, metric in enumerate(self.week.metrics):
                title = one_line(metric.title)
                if metric.kind == "counted":
                    yield Static(f"\n{title}: {values[metric.title]}", markup=False)
                elif self._counted(metric.key):
                    counted = _("\n{title}: {values}, counted in its worksheet").format(
                        title=title, values=values[metric.title]
                    )
                    yield Static(counted, markup=False)
                else:
                    yield Static(f"\n{title}", markup=False)
                    yield LineField("At the start", hint="such as 61 %", id=f"before-{index}")
                    yield LineField("At the end", id=f"after-{index}")
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close", variant="primary")

    def on_mount(self) -> None:
        for index, metric in enumerate(self.week.metrics):
            if metric.kind != "counted" and not self._counted(metric.key):
                before, after = self._stored(metric.key)
                ends: tuple[tuple[End, str], ...] = (("before", before), ("after", after))
                for end, value in ends:
                    field = self.query_one(f"#{end}-{index}", LineField)
                    field.bind_slot(Slot(value, self._keeper(metric, end)))

    def _counted(self, key: str) -> bool:
        """Whether the figure has counts, which are changed where they were counted."""
        row = home_of(self.reset.book, key)
        return row is not None and is_counted(row)

    def _stored(self, key: str) -> tuple[str, str]:
        """The figure at the start and at the end, as typed."""
        row = home_of(self.reset.book, key)
        if row is not None:
            return row.before_value, row.after_value
        return self.reset.daily.metrics().get(key, ("", ""))

    def _keeper(self, metric: Metric, end: End) -> Callable[[str], None]:
        key = metric.key

        def keep(text: str) -> None:
            if key in KINDS:
                store_figure(self.reset.book, key, metric.title, end, text)
                return
            before, after = self.reset.daily.metrics().get(key, ("", ""))
            if end == "before":
                before = text
            else:
                after = text
            self.reset.daily.keep_metric(key, before, after)

        return keep

    def on_button_pressed(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        for field in self.query(Field):
            field.flush()
        self.dismiss()
