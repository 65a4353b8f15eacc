"""Steps: ticked, unfinished, next; and the figures by which a week and the whole are judged."""

from __future__ import annotations

from cxreset.base.language.numbers import percent
from cxreset.base.language.words import _
from cxreset.insight.progress import Tally
from cxreset.insight.unfinished import hint, missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cxreset.programme.model import Metric, Step, Week
    from cxreset.reset.reset import Reset


def tally(reset: Reset) -> Tally:
    """What the workbook holds, in numbers."""
    return Tally(**reset.daily.tally())


def unfinished(reset: Reset, step: Step) -> tuple[str, ...]:
    """What looks unfinished in a step's worksheet; it never forbids a tick."""
    if step.worksheet is not None:
        return missing(step.worksheet, tally(reset))
    answers = reset.daily.answers(step.id)
    empty = [prompt for prompt in step.prompts if not answers.get(prompt.key, "").strip()]
    return (
        (
            _("{empty} of {prompts} questions are open.").format(
                empty=len(empty), prompts=len(step.prompts)
            ),
        )
        if empty
        else ()
    )


def step_hint(reset: Reset, step: Step) -> str:
    """The one line under the next step."""
    if step.worksheet is None:
        return " ".join(unfinished(reset, step)) or step.summary
    return hint(step.worksheet, tally(reset))


def metrics(reset: Reset, week: Week, *, at_once: bool = False) -> list[tuple[str, str]]:
    """(title, value) of a week's metrics: counted by the program or noted by the leader.

    With `at_once`, the noted ones are left out while the whole workbook is not open yet: opening
    it takes longer than all the rest of a start.
    """
    counts, figures = tally(reset), reset.daily.metrics()
    counted_only = at_once and not reset.book_is_open
    wanted = [each for each in week.metrics if each.kind == "counted" or not counted_only]
    return [(each.title, _metric_value(reset, each, counts, figures)) for each in wanted]


def _metric_value(
    reset: Reset, metric: Metric, counts: Tally, figures: dict[str, tuple[str, str]]
) -> str:
    if metric.kind == "counted":
        return _counted(metric.key, counts)
    from cxreset.reset.measures.figure_home import home_of, shown_figure

    row = home_of(reset.book, metric.key)
    if row is not None:
        return shown_figure(reset, row)
    before, after = figures.get(metric.key, ("", ""))
    return f"{before or '–'} → {after or '–'}" if before or after else _("not noted yet")


def _counted(key: str, counts: Tally) -> str:
    """A metric the program counts; a share is of the comments judged so far."""
    if key == "preventable":
        return _preventable(counts)
    if key == "actions_done":
        return _("{actions_completed} of {actions}").format(
            actions_completed=counts.actions_completed, actions=counts.actions
        )
    number = {
        "issues": counts.pains,
        "gaps": counts.gaps,
        "pilots": counts.pilots,
        "lessons": counts.lessons,
    }.get(key)
    return "" if number is None else str(number)


def _preventable(counts: Tally) -> str:
    judged = counts.marked_either
    if not judged:
        return _("no comment judged yet")
    from cxreset.insight.figures.samples import ENOUGH_FOR_A_SHARE

    if judged < ENOUGH_FOR_A_SHARE:
        so_far = _("{marked_preventable} of {judged} judged").format(
            marked_preventable=counts.marked_preventable, judged=judged
        )
        return _("{so_far}; a share is said from {enough_for_a_share} on").format(
            so_far=so_far, enough_for_a_share=ENOUGH_FOR_A_SHARE
        )
    from cxreset.insight.figures.intervals import wilson

    share = counts.marked_preventable / judged
    around = wilson(counts.marked_preventable, judged)
    return _("{share} (likely {low} to {high})").format(
        share=percent(share), low=percent(around.low), high=percent(around.high)
    )
