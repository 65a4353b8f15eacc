"""What stands on each sheet of the action register: its columns and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from cxreset.base.channels import COMMENT_NAMES
from cxreset.base.language.words import N_, _, pgettext
from cxreset.sharing.data import cells
from cxreset.sharing.data.cells import flat
from cxreset.sharing.facts.customers import PainFact
from cxreset.sharing.facts.plan import PlanFacts
from cxreset.sharing.facts.wording import KINDS, horizon_word, long_date

Cell = str | int | float | date | None
Rows = Callable[[PlanFacts], Iterable[Sequence[Cell]]]


class SheetColumn(NamedTuple):
    """`width` in characters; `kind` is text, bold, id, date, number or hidden."""

    name: str
    width: float
    kind: str = "text"

    @property
    def heading(self) -> str:
        """The name in the program's language; `Place` is a rank here, elsewhere where one meets."""
        if self.name == "Place":
            return pgettext("rank", "Place")
        return _(self.name)


class Part(NamedTuple):
    """A sheet: its columns and rows, and how many columns stay in sight.

    `empty` says where rows come from while there are none, with `{step}` for the step that has
    the worksheet `worksheet`.
    """

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Rows
    empty: str
    worksheet: str
    frozen: int = 2

    def when_empty(self, facts: PlanFacts) -> str:
        """The sentence of a sheet without rows."""
        steps = facts.steps_for(self.worksheet)
        step = _("step {number}").format(number=steps[0].number) if steps else _("a step")
        return _(self.empty).format(step=step)


def _pains_by_ref(facts: PlanFacts) -> dict[str, PainFact]:
    return {pain.ref: pain for pain in (*facts.pains, *facts.other_pains)}


def _pain_of(chain: Sequence[str], pains: dict[str, PainFact]) -> str:
    pain = next((pains[ref] for ref in chain if ref in pains), None)
    return f"{pain.ref} {flat(pain.title)}" if pain else ""


def _chain(ref: str, chain: Sequence[str]) -> str:
    return " ← ".join((ref, *chain)) if chain else ""


def _actions(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    pains, whose = _pains_by_ref(facts), cells.identity(facts)
    last = cells.last_number(one.ref for one in facts.actions)
    for one in facts.actions:
        forms = cells.cell_forms(one)
        others = (
            _pain_of(one.chain, pains), one.comments, _chain(one.ref, one.chain), one.opened_on,
            one.completed_on,
        )  # fmt: skip
        marked = forms | dict(zip(cells.OTHERS, map(cells.as_read, others), strict=True))
        yield (
            one.ref, forms["title"], forms["owner"], one.deadline,
            cells.shown_status(one.status) or forms["status"], forms["note"],
            cells.schedule_note(one, facts.today), *others,
            cells.reference(one.ref, whose, marked, last),
        )  # fmt: skip


def _pains(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    for rank, one in enumerate((*facts.pains, *facts.other_pains), 1):
        acted = {True: _("yes"), False: _("no"), None: ""}[one.actionable]
        yield (
            one.ref, one.title, rank if one.chosen else "", one.comments, one.urgency, acted,
            one.problem, one.reason,
        )  # fmt: skip


def _gaps(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    pains = _pains_by_ref(facts)
    for one in facts.gaps:
        yield (
            one.ref, one.title, one.touchpoint, one.promise, one.reality, one.evidence, one.width,
            _pain_of((one.pain,), pains),
        )  # fmt: skip


def _fixes(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    pains = _pains_by_ref(facts)
    for one in facts.fixes:
        yield (
            one.ref, one.title, _(KINDS.get(one.kind or "", "")), one.effort,
            horizon_word(one.horizon), one.start_on, one.end_on, one.reason,
            _pain_of(one.chain, pains),
        )  # fmt: skip


def _follow_ups(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    actions = {one.ref: one for one in facts.actions}
    for one in facts.follow_ups:
        about = actions.get(one.action)
        yield (
            one.ref, one.what, one.who, one.due_on, _("yes") if one.done else _("no"),
            f"{about.ref} {flat(about.title)}" if about else one.action,
        )  # fmt: skip


_UNITS = {"nps": N_("NPS points"), "rate": N_("for each 1,000"), "effort": N_("on the scale")}


def _measures(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    sources = [(pilot, one) for pilot in facts.pilots for one in pilot.measures]
    for pilot, one in (*sources, *((None, one) for one in facts.measures)):
        yield (
            one.ref, one.name, _rounded(one.before), _rounded(one.after),
            _(_UNITS.get(one.kind, "%")), " ".join((one.sentence, *one.notes)).strip(),
            f"{pilot.ref} {flat(pilot.title)}" if pilot else "",
        )  # fmt: skip


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 1)


def _evidence(facts: PlanFacts) -> Iterable[Sequence[Cell]]:
    names = {pain.ref: f"{pain.ref} {flat(pain.title)}" for pain in facts.pains}
    names |= {pain.ref: f"{pain.ref} {flat(pain.title)}" for pain in facts.other_pains}
    for one in facts.tied():
        yield (
            one.ref, one.text, flat(one.title),
            "\n".join(names.get(ref, ref) for ref in one.pains),
            _(COMMENT_NAMES.get(one.channel, COMMENT_NAMES["other"])[0]), one.received_on,
            _("yes") if one.approximate else "", one.source,
        )  # fmt: skip


def about_lines(facts: PlanFacts, title: str) -> Iterable[tuple[str, str]]:
    """What the last sheet says: a label, and its text."""
    yield _("Whose"), title
    yield (
        _("As of"),
        _("{today}, day {day} of 30").format(today=long_date(facts.today), day=facts.day),
    )
    yield (
        _("What you can change"),
        _(
            "On the sheet Actions: the words, the owner, the deadline, the status and the note. "
            "Choose owner and status from the lists. Then save the file and send it back."
        ),
    )
    yield (
        _("What happens then"),
        _(
            "Each change is looked at one by one before it is taken over. Nothing else that is "
            "changed in this file is read back."
        ),
    )
    yield (
        _("A new action"),
        _(
            "Write it in a row below the last one and leave its Id empty; it will be offered as "
            "new."
        ),
    )
    yield (
        _("Ids"),
        _(
            "P is a pain point, G a gap, F a fix, A an action, U a follow-up, M a measurement, C a "
            "comment. “A2 ← F1 ← G1 ← P1” says that action A2 comes from fix F1, which closes gap "
            "G1, which is behind pain point P1."
        ),
    )
    yield _("Standing"), _("Counted from today's date whenever the file is opened.")
    yield (
        _("Hidden sheets"),
        _(
            "“As exported” holds what the actions were when this file was made, “Lists” the names "
            "to choose from. Please leave both as they are."
        ),
    )
    masked = _("Addresses, numbers and likely names of people are masked unless you ask for them.")
    yield _("Personal data"), masked
    if facts.credit:
        yield _("Method"), facts.credit


_ID = SheetColumn("Id", 8, "id")

PARTS = (
    Part(
        title="Actions",
        columns=(
            _ID, SheetColumn("Action", 46, "bold"), SheetColumn("Owner", 20),
            SheetColumn("Deadline", 14, "date"),
            SheetColumn("Status", 14), SheetColumn("Note", 44), SheetColumn("Standing", 15),
            SheetColumn("Pain point", 30), SheetColumn("Comments", 11, "number"),
            SheetColumn("Comes from", 22, "id"), SheetColumn("Opened", 13, "date"),
            SheetColumn("Completed", 13, "date"),
            SheetColumn("Reference (leave as it is)", 13, "hidden"),
        ),
        rows=_actions,
        empty="No action yet: they come from the roadmap, {step}.",
        worksheet="roadmap",
    ),
    Part(
        title="Pain points",
        columns=(
            _ID, SheetColumn("Pain point", 44, "bold"), SheetColumn("Place", 8, "number"),
            SheetColumn("Comments", 11, "number"), SheetColumn("Urgency 1-5", 13, "number"),
            SheetColumn("Can be acted on", 16), SheetColumn("Problem", 56),
            SheetColumn("Why this place", 40),
        ),
        rows=_pains,
        empty="No pain point yet: they are named in {step}.",
        worksheet="pains",
    ),
    Part(
        title="Gaps",
        columns=(
            _ID, SheetColumn("Gap", 40, "bold"), SheetColumn("Touchpoint", 24),
            SheetColumn("We promise", 36),
            SheetColumn("What happens", 36), SheetColumn("Proof", 30),
            SheetColumn("Width 1-5", 11, "number"),
            SheetColumn("Pain point", 32),
        ),
        rows=_gaps,
        empty="No gap yet: they are chosen in {step}.",
        worksheet="gaps",
    ),
    Part(
        title="Fixes",
        columns=(
            _ID, SheetColumn("Fix", 44, "bold"), SheetColumn("Kind", 13),
            SheetColumn("Effort 1-5", 12, "number"),
            SheetColumn("Roadmap", 11), SheetColumn("From", 13, "date"),
            SheetColumn("To", 13, "date"),
            SheetColumn("Why", 46), SheetColumn("Pain point", 32),
        ),
        rows=_fixes,
        empty="No fix yet: they are sorted in {step}.",
        worksheet="sort",
    ),
    Part(
        title="Follow-ups",
        columns=(
            _ID, SheetColumn("Follow-up", 56, "bold"), SheetColumn("Who", 20),
            SheetColumn("On", 13, "date"),
            SheetColumn("Done", 8), SheetColumn("About", 50),
        ),
        rows=_follow_ups,
        empty="No follow-up yet: they are put in the calendar in {step}.",
        worksheet="followups",
    ),
    Part(
        title="Measures",
        columns=(
            _ID, SheetColumn("What is measured", 36, "bold"), SheetColumn("Before", 10, "number"),
            SheetColumn("After", 10, "number"), SheetColumn("Unit", 15),
            SheetColumn("In words", 64),
            SheetColumn("Pilot", 36),
        ),
        rows=_measures,
        empty="No measurement yet: they are noted in {step}.",
        worksheet="measure",
    ),
    Part(
        title="Evidence",
        columns=(
            _ID, SheetColumn("What the customer said", 80), SheetColumn("Heading", 30),
            SheetColumn("Pain points", 34), SheetColumn("Channel", 16),
            SheetColumn("Date", 13, "date"), SheetColumn("Date approximate", 16),
            SheetColumn("Source", 30),
        ),
        rows=_evidence,
        empty="No comment is tied to a pain point yet: that is done in {step}.",
        worksheet="pains",
        frozen=1,
    ),
)  # fmt: skip
