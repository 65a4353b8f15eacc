"""What a week's screen says around the worksheet: the step's guidance, the strip, the metrics."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content
from textual.style import Style

from cxreset.base.language.words import _
from cxreset.base.record import Record
from cxreset.base.text import one_line, shown, wrapped
from cxreset.programme.model import Pack, Step, Week
from cxreset.reset.progress import metrics, unfinished
from cxreset.reset.reset import Reset
from cxreset.tui.commands.key_names import KEYS

SECTION = "bold $text-muted"
NOW = "◆"
INDENT = " " * 7
"""What a step's title has before it in the list."""
RAIL = 28
"""Cells of the rail at the left."""


class Done(Record):
    """Steps ticked, and those begun in ten minutes."""

    ticked: Collection[str]
    begun: Collection[str]

    def mark(self, step: Step) -> str:
        """✓ ticked, ◐ begun, ○ open."""
        if step.id in self.ticked:
            return "✓"
        return "◐" if step.id in self.begun else "○"


def step_line(step: Step, done: Done) -> Content:
    """A step in the list, its title whole."""
    title = wrapped(step.title, RAIL - 1, INDENT, INDENT).removeprefix(INDENT)
    return Content.assemble(" ", _sign(step, done), f" {step.number} {title}")


def _sign(step: Step, done: Done) -> tuple[str, str]:
    return done.mark(step), "$success" if step.id in done.ticked else "$text-muted"


def rail_head(week: Week, steps: Sequence[Step], done: Done) -> Content:
    """What the week is called, and a line that fills with its steps."""
    count = sum(1 for step in steps if step.id in done.ticked)
    words = " " + _("{done} of {total}").format(done=count, total=len(steps))
    room = RAIL - len(words)
    filled = round(room * count / len(steps))
    return Content.assemble(
        (f"{_('WEEK')} {week.number} · {one_line(week.title.upper(), RAIL - 9)}\n", SECTION),
        ("━" * filled, "$primary"),
        ("━" * (room - filled), "$line"),
        (words, "$text-muted"),
    )


def rail_foot(reset: Reset, week: Week, step: Step) -> Content:
    """The figures the week is judged by, and what the step is for."""
    return Content.assemble(
        metrics_lines(reset, week),
        (f"\n{_('WHY THIS STEP')}\n", SECTION),
        (one_line(step.summary), "$text-muted"),
    )


def guidance_text(pack: Pack, step: Step) -> str:
    """Why, how, done when, example, pitfall, as Markdown; the week's first step is introduced."""
    texts = (step.why, step.how, step.done, step.example, step.pitfall)
    parts = zip(pack.headings, texts, strict=True)
    sections = [f"### {head}\n\n{text}" for head, text in parts]
    if step == pack.week_steps(step.week)[0]:
        sections.insert(0, pack.week(step.week).text)
    return shown("\n\n".join(sections))


def steps_strip(steps: Sequence[Step], current: Step, done: Done) -> Content:
    """The steps in one line, for where there is no room for a list; a click opens one."""
    parts: list[Content | str] = []
    for index, step in enumerate(steps):
        here = step is current
        sign = (NOW, "bold $primary") if here and step.id not in done.ticked else _sign(step, done)
        name = (f" {step.number}", "bold $foreground" if here else "$text-muted")
        part = Content.assemble(sign, name, "   ")
        parts.append(part.stylize(Style.from_meta({"@click": ("screen.open", (index,))})))
    ticked = sum(1 for step in steps if step.id in done.ticked)
    words = _("{done} of {total}").format(done=ticked, total=len(steps))
    return Content.assemble(*parts, (words, "$text-muted"))


def metrics_lines(reset: Reset, week: Week) -> Content:
    """The figures a week is judged by, a name and a value each."""
    lines = [(_("FIGURES OF THE WEEK") + f"   {KEYS.name('metrics', 'M')}\n", SECTION)]
    for name, value in metrics(reset, week):
        words = one_line(_value(value), RAIL)
        space = RAIL - len(name) - len(words)
        if space >= 2:
            lines += [(f"{one_line(name)}{' ' * space}", ""), (f"{words}\n", "bold")]
        else:
            lines += [(f"{one_line(name)}\n", ""), (f"{words:>{RAIL}}\n", "bold")]
    return Content.assemble(*lines)


def _value(value: str) -> str:
    """A figure as it is said where there is none."""
    none = {
        "not noted yet": _("not noted yet"),
        "no comment judged yet": _("no comment judged yet"),
    }
    return none.get(value, value)


def ticked_words(reset: Reset, week: Week, step: Step) -> str:
    """What is said of a tick: what is open still, or that it is well; and the way back."""
    missing = unfinished(reset, step)
    words = _("Well done.") + week_complete(reset, week)
    if missing:
        words = _("Still open in the worksheet: {what}").format(what=missing[0])
    way_back = _("{key:undo=u} takes it back.").format(key=KEYS)
    return f"{words} {way_back}"


def week_complete(reset: Reset, week: Week) -> str:
    """Where to go on when every step of a week is ticked; else nothing."""
    ticked = reset.daily.ticks()
    if any(step.week == week.id and step.id not in ticked for step in reset.pack.steps):
        return ""
    following = next((each for each in reset.pack.weeks if each.number == week.number + 1), None)
    if following is None:
        words = _("Week {number} is complete: Today leads on to the closing.")
        return " " + words.format(number=week.number)
    words = _("Week {number} is complete: {next} leads on to week {next}.")
    return " " + words.format(number=week.number, next=following.number)
