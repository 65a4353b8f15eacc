"""What a week's screen says around the worksheet: the step's guidance, the strip, the metrics."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual.content import Content
from textual.style import Style

from cxreset.base.record import Record
from cxreset.base.text import one_line, shown
from cxreset.programme.model import Pack, Step, Week
from cxreset.reset.progress import metrics
from cxreset.reset.reset import Reset


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
    """A step in the list."""
    colour = "$success" if step.id in done.ticked else "$text-muted"
    return Content.assemble(
        (f"{done.mark(step)} ", colour), f"{step.number}  {one_line(step.title)}"
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
    parts: list[tuple[str, Style]] = []
    for index, step in enumerate(steps):
        style = Style.from_meta({"@click": ("screen.open", (index,))})
        if step is current:
            style += Style(bold=True, reverse=True)
        parts.append((f" {done.mark(step)} {step.number} ", style))
    return Content.assemble(*parts)


def metrics_lines(reset: Reset, week: Week) -> Content:
    """The figures a week is judged by, a name and a value each."""
    lines = [("The week's metrics   m\n", "bold")]
    for name, value in metrics(reset, week):
        lines.append((f"{one_line(name, 32)}\n", "$text-muted"))
        lines.append((f"  {one_line(value, 30)}\n", ""))
    return Content.assemble(*lines)


def week_complete(reset: Reset, week: Week) -> str:
    """Where to go on when every step of a week is ticked; else nothing."""
    ticked = reset.daily.ticks()
    if any(step.week == week.id and step.id not in ticked for step in reset.pack.steps):
        return ""
    following = next((each for each in reset.pack.weeks if each.number == week.number + 1), None)
    if following is None:
        return f" Week {week.number} is complete: Today leads on to the closing."
    number = following.number
    return f" Week {week.number} is complete: {number} leads on to week {number}."
