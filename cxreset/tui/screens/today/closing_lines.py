"""What the closing says on Today: what is done of it, what to be proud of, and what comes next."""

from __future__ import annotations

from textual.content import Content

from cxreset.base.text import count, listed
from cxreset.programme.calendar import long_day
from cxreset.reset.ending.closing import Closing

NAMED_STEPS = 6  # more are counted instead of named


def closing_lines(closing: Closing) -> Content:
    """The closing as a few lines, each with the key that leads on."""
    lines = [
        Content.assemble(
            ("Closing   ", "bold $primary"),
            (f"{closing.done} of {closing.total} done", "$text-muted"),
        ),
        _line(closing.marked == closing.statements, _checkup(closing)),
        _line(not closing.open_steps, _steps(closing)),
        _line(closing.share_outs > 0, _share_outs(closing)),
        Content(f"  {_look_back(closing)}"),
        Content.assemble("  The next thirty days", (_along(closing), "$text-muted")),
    ]
    if closing.look is not None and closing.look_on is not None:
        lines.append(Content(f"  {look_text(closing)}"))
    return Content("\n").join(lines)


def _line(done: bool, text: str) -> Content:
    return Content.assemble(("● " if done else "○ ", "$success" if done else "$text-muted"), text)


def _checkup(closing: Closing) -> str:
    if closing.marked == closing.statements:
        return "The check-up is marked. See day 1 beside it: press k"
    return f"The check-up: {closing.marked} of {closing.statements} statements marked. Press k"


def _steps(closing: Closing) -> str:
    if not closing.open_steps:
        return "Every step is ticked or let go of"
    which = count(len(closing.open_steps), "step")
    if len(closing.open_steps) <= NAMED_STEPS:
        which = f"Step {listed(list(closing.open_steps))}"
    return f"{which} still open. Let go with c, or finish in its week"


def _share_outs(closing: Closing) -> str:
    if closing.share_outs:
        return "The story is out. Look at it again: press e"
    return "Tell the story: look at it in Share, press e, and note in 4.5 who heard it"


def _look_back(closing: Closing) -> str:
    if not closing.proud_of:
        return "You gave your customers thirty days of attention."
    return f"To be proud of: {listed(list(closing.proud_of))}."


def _along(closing: Closing) -> str:
    if not closing.open_actions:
        return ": press n"
    along = count(closing.open_actions, "open action")
    return f": {along} can go along. Press n"


def look_text(closing: Closing) -> str:
    """The look at the result on day 60 or 90, in one sentence."""
    assert closing.look_on is not None
    if closing.look_due:
        return f"Day {closing.look} has come: has the result held? Note the figure again in 4.2."
    return f"On day {closing.look}, {long_day(closing.look_on)}: look whether the result has held."
