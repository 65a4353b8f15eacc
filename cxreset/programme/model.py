"""What a content pack holds: light immutable values, imported at every start.

Records rather than dataclasses: they need no `inspect`, and a tuple is one `_make` away (`pack.py`
caches them so).
"""

from __future__ import annotations

from collections.abc import Sequence

from cxreset.base.errors import UsageError
from cxreset.base.language.words import N_, _
from cxreset.base.record import Record
from cxreset.base.text import listed, nearest, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    class Named(Protocol):
        """Anything with an id."""

        @property
        def id(self) -> str: ...

    N = TypeVar("N", bound=Named)

CLOSE = "close"
"""The `week` of the two closing days, which belong to no week."""

COUNTED_METRICS = ("issues", "preventable", "gaps", "actions_done", "pilots", "lessons")
"""Metric keys the program can count by itself from the workbook."""

WORKSHEETS = (
    *("review", "pains", "order", "plan", "compare", "gaps", "sort", "roadmap"),
    *("meeting", "align", "owners", "followups", "pilot", "measure", "voices", "lessons", "share"),
)
"""The worksheets a step can name; a step that names none gets its prompts as text fields."""

TEMPLATE_FIELDS = (
    *("organisation", "leader", "today", "top_pains", "gaps", "roadmap", "actions", "owner"),
    *("customer_words", "done_by", "asks", "owner_reason", "pilot_people"),
    *("owner_actions", "meeting_date", "meeting_time", "meeting_place", "people", "agenda"),
    *("decisions", "pilot", "pilot_hypothesis", "pilot_dates", "pilot_stop", "results"),
    *("lessons", "procedure", "touchpoints", "left_over"),
)
"""The `{{names}}` a template can have filled from the workbook."""


class Headings(Record):
    """The H2 names of a step's five sections, in the pack's language and in their order."""

    why: str
    how: str
    done: str
    example: str
    pitfall: str


class Rest(Record):
    """What a rest day shows."""

    title: str
    text: str


class Metric(Record):
    """One figure a week is judged by; `kind` is `counted` (by the program) or `kept` (by hand)."""

    key: str
    title: str
    kind: str


class Week(Record):
    """One of the four weeks; `number` is 1–4, `text` its introduction in Markdown.

    `short` is its name where there is little room, such as the bar at the top.
    """

    id: str
    number: int
    title: str
    objective: str
    metrics: tuple[Metric, ...]
    text: str
    short: str


class Prompt(Record):
    """A question answered in place; `key` is what its answer is kept under."""

    key: str
    text: str


class Step(Record):
    """One step of a week; `number` is text such as `1.2`, the five sections are Markdown."""

    id: str
    week: str
    number: str
    title: str
    summary: str
    minutes: int
    worksheet: str | None
    prompts: tuple[Prompt, ...]
    practices: tuple[str, ...]
    why: str
    how: str
    done: str
    example: str
    pitfall: str
    ten_minutes: str = ""  # the short version, for a day that has no more


class Session(Record):
    """One day's sitting (a file of days/); `week` is `close` and `step` None on closing days."""

    id: str
    week: str
    number: int
    step: str | None
    part: str
    practice: str
    question: str
    why: str
    checkup: bool
    text: str
    ten_minutes: str = ""  # the short version of this day's part


class Practice(Record):
    """A short exercise; `kind` is commitment, habit, prevention or unseen; `text` is Markdown.

    `group` is what it is listed under in words of the pack's, "" to go by its kind.
    """

    id: str
    title: str
    minutes: int
    kind: str
    question: str
    template: str | None
    text: str
    group: str = ""


class Habit(Record):
    """One habit of the check-up; statements are scored 1–5, higher is healthier."""

    id: str
    number: int
    title: str
    sign: str
    statements: tuple[str, ...]
    practice: str
    text: str


class Template(Record):
    """A text to send; `{{names}}` in `text` come from TEMPLATE_FIELDS; `step` needs it, if any."""

    id: str
    title: str
    used_for: str
    step: str | None
    text: str


class SheetField(Record):
    """One field of a prompt-only worksheet; `kind` is `text` or `number`."""

    key: str
    label: str
    help: str
    kind: str
    default: str


class PromptSheet(Record):
    """A worksheet made of labelled fields and short guidance, and nothing else."""

    id: str
    title: str
    used_for: str
    fields: tuple[SheetField, ...]
    text: str


class Pack(Record):
    """A whole programme, every link resolved, everything in the order it is gone through.

    `ten_minutes` is what a pack calls the short versions of its steps and days; "" without any.
    """

    title: str
    language: str
    version: str
    credit: str
    about: str
    headings: Headings
    rest: Rest
    ten_minutes: str
    weeks: tuple[Week, ...]
    steps: tuple[Step, ...]
    days: tuple[Session, ...]
    practices: tuple[Practice, ...]
    habits: tuple[Habit, ...]
    templates: tuple[Template, ...]
    worksheets: tuple[PromptSheet, ...]

    def step(self, step_id: str) -> Step:
        """The step with that id, or with that number (`1.2`); UsageError names the near ones."""
        wanted = step_id.strip().lower()
        for step in self.steps:
            if wanted in (step.id, step.number):
                return step
        if not nearest(wanted, (step.id for step in self.steps)):
            numbers = listed([step.number for step in self.steps])
            raise UsageError(
                _("There is no step “{step_id}”. There are {numbers}.").format(
                    step_id=one_line(step_id, 40), numbers=numbers
                )
            )
        return _find(N_("step"), self.steps, wanted)

    def steps_for(self, worksheet: str) -> tuple[Step, ...]:
        """The steps that are done in this worksheet, in order; a pack can have several, or none."""
        return tuple(step for step in self.steps if step.worksheet == worksheet)

    def week(self, week_id: str) -> Week:
        """The week with that id; UsageError for any other."""
        return _find(N_("week"), self.weeks, week_id)

    def week_steps(self, week_id: str) -> tuple[Step, ...]:
        """The steps of a week in order; UsageError for an unknown week."""
        week = self.week(week_id)
        return tuple(step for step in self.steps if step.week == week.id)

    def week_sessions(self, week_id: str) -> tuple[Session, ...]:
        """The sessions of a week in order; `close` gives those of the closing days."""
        if week_id != CLOSE:
            self.week(week_id)
        return tuple(session for session in self.days if session.week == week_id)

    def session(self, session_id: str) -> Session:
        """The session with that id; UsageError for any other."""
        return _find(N_("session"), self.days, session_id)

    def practice(self, practice_id: str) -> Practice:
        """The practice with that id; UsageError for any other."""
        return _find(N_("practice"), self.practices, practice_id)

    def habit(self, habit_id: str) -> Habit:
        """The habit with that id; UsageError for any other."""
        return _find(N_("habit"), self.habits, habit_id)

    def template(self, template_id: str) -> Template:
        """The template with that id; UsageError for any other."""
        return _find(N_("template"), self.templates, template_id)

    def worksheet(self, worksheet_id: str) -> PromptSheet:
        """The prompt-only worksheet with that id; UsageError for any other."""
        return _find(N_("worksheet"), self.worksheets, worksheet_id)


def _find(noun: str, values: Sequence[N], wanted: str) -> N:
    for value in values:
        if value.id == wanted:
            return value
    asked = one_line(wanted, 40)
    ids = [value.id for value in values]
    near = nearest(wanted, ids)
    if near:
        hint = _("Did you mean {near}?").format(near=_(" or ").join(near))
    elif ids:
        rest = _(" and more") if len(ids) > 20 else ""
        hint = _("There are {ids}{rest}.").format(ids=listed(ids[:20]), rest=rest)
    else:
        hint = _("This content pack has none.")
    raise UsageError(
        _("There is no {noun} “{asked}”. {hint}").format(noun=_(noun), asked=asked, hint=hint)
    )
