"""The moment when a week is done: what it left, and the doors that lead on. Any key goes on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widgets import Button, Static

from cxreset.base.language.words import N_, _
from cxreset.base.text import count, one_line, shown
from cxreset.programme.model import Week
from cxreset.reset.ending.week_done import WeekDone, week_done
from cxreset.reset.evidence.voice import voice
from cxreset.reset.reset import Reset
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.shell.privacy import masker
from cxreset.tui.widgets.digits import large
from cxreset.tui.widgets.layout.dialog import Dialog
from cxreset.workbook.feedback.comments import Comment

SECTION = "bold $text-muted"
LINE = 68
"""Cells of the line that fills with the weeks."""
LOOK_BACK, NEXT = "look-back", "next"


class WeekDoneScreen(Dialog[str | None]):
    """Answers with the door that was taken: LOOK_BACK, NEXT, or None to stay where one is."""

    CSS_PATH = ["../../dialogs/dialogs.tcss", "week_done.tcss"]
    AUTO_FOCUS = "#next, #look-back"
    BINDINGS = [
        dialog_command("week-done.look-back", "r", "leave('look-back')", N_("Look back")),
        close_command("escape,q", "leave('')"),
    ]

    def __init__(self, reset: Reset, done: WeekDone) -> None:
        super().__init__()
        self.reset = reset
        self.done = done

    def compose(self) -> ComposeResult:
        week, following = self.done.week, self.done.following
        with VerticalScroll(classes="dialog", can_focus=False):
            with Horizontal(id="head"):
                yield Static("\n".join(large(str(week.number))), id="figure", markup=False)
                yield Static(self._title(), id="title", markup=False)
            yield Static(progress(self.reset.pack.weeks, week), id="progress", markup=False)
            yield Static(_held(self.done), id="held", markup=False)
            quoted = voice(self.reset)
            if quoted is not None:
                yield Static(
                    _voice(quoted, masker(self.reset)(quoted.text)), id="voice", markup=False
                )
            with Horizontal(classes="buttons"):
                if following is not None:
                    yield Button(
                        _("Week {number}  enter").format(number=following.number),
                        id=NEXT,
                        variant="primary",
                    )
                yield Button(_("Ten minutes to look back  r"), id=LOOK_BACK)
                yield Button(_("Stay  esc"), id="stay")

    def _title(self) -> Content:
        week, following = self.done.week, self.done.following
        name = one_line(self.reset.settings.name, 30)
        steps = count(self.done.steps, "step")
        after = _("What is left is to close: Today leads there.")
        if following is not None:
            after = _("Next, week {number}: {title}.").format(
                number=following.number, title=one_line(following.title)
            )
        finished = _("Week {number} is done.").format(number=week.number)
        if name:
            finished = _("Week {number} is done, {name}.").format(number=week.number, name=name)
        return Content.assemble(
            (f"{finished}\n", "bold"),
            (
                _("{title}. {steps}, all ticked.\n").format(
                    title=one_line(week.title), steps=steps
                ),
                "$text-muted",
            ),
            (after, "$text-muted"),
        )

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.action_leave(event.button.id or "")

    def on_key(self, event: Key) -> None:
        """Any other letter goes on too: nothing is asked here."""
        if event.is_printable:
            event.stop()
            self.action_leave("")

    def action_leave(self, door: str) -> None:
        """Through a door, or back to where one was."""
        self.dismiss(door if door in (LOOK_BACK, NEXT) else None)


def progress(weeks: Sequence[Week], done: Week) -> Content:
    """A line that is filled up to the week that is done, and the weeks below it."""
    filled = LINE * sum(1 for each in weeks if each.number <= done.number) // len(weeks)
    cells = LINE // len(weeks)
    names = [_name(each, done, cells) for each in weeks]
    line = (("━" * filled, "$primary"), ("━" * (LINE - filled), "$line"), "\n")
    return Content.assemble(*line, *names)


def _name(week: Week, done: Week, cells: int) -> Content:
    ticked = week.number <= done.number
    sign = ("✓ ", "$success") if ticked else ("○ ", "$text-muted")
    words = f"{week.number} {one_line(week.short, cells - 5)}"
    style = "bold" if week.number == done.number else "$text-muted"
    return Content.assemble(sign, (f"{words:<{cells - 2}}", style))


def _held(done: WeekDone) -> Content:
    """What is held now, the numbers in a column of their own."""
    lines: list[Content] = [Content.styled(_("WHAT YOU HOLD NOW"), SECTION)]
    for sentence in done.held:
        number, _blank, what = sentence.partition(" ")
        lines.append(Content.assemble((f"{number:>6}", "bold"), f"  {what}"))
    return Content("\n").join(lines)


def _voice(comment: Comment, text: str) -> Content:
    return Content.assemble(
        (f"“{shown(one_line(text, 300))}”", "italic"), "\n", (f"C{comment.id}", "$text-muted")
    )


def when_done(reset: Reset, week: Week) -> WeekDoneScreen | None:
    """The page of a week that has just been completed; None while a step of it is open."""
    done = week_done(reset, week)
    return WeekDoneScreen(reset, done) if done is not None else None
