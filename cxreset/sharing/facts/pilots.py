"""Facts about what was tried: pilots, what was measured, what people said, what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxreset.insight.figures.chart_data import Range, Week
from cxreset.sharing.facts.declared import Amount, Code, Colleague, Lines, Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFact:
    """`sentence` and `notes` are insight's own; before and after are None where there is no figure.

    Both are in the shown unit of the kind: %, NPS (−100 to 100), events per 1,000, or the answer
    scale of an effort; `weeks`, `ranges` and `target` too. `shift` is what the rule for a shift
    says of the weeks. `role` is main for what the pilot is judged by, guard for what must not get
    worse. `expected` and `got` are figures as shown, `verdict` insight's word on them (`Met`);
    empty where there is none. `notes` say what the sentence leaves out; what to do next is the
    leader's to read. `worsened` says how a guard got worse; empty unless it surely did.
    """

    ref: Ref
    name: str
    sentence: str
    kind: Code = "csat"
    before: float | None = None
    after: float | None = None
    notes: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()
    target: float | None = None
    weeks: tuple[Week, ...] = ()
    shift: str = ""
    role: Code = ""
    expected: Amount = ""
    got: Amount = ""
    verdict: Code = ""
    worsened: str = ""


@dataclass(frozen=True, slots=True)
class VoiceFact:
    """What a customer or a team said of a pilot; `side` says which of the two."""

    ref: Ref
    text: Lines
    who: str = ""
    side: Code = "customer"
    pilot: Ref = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotFact:
    """A pilot with what was measured in it. `chain` leads back from its action to the pain."""

    ref: Ref
    title: str
    chain: tuple[Ref, ...] = ()
    hypothesis: str = ""
    participants: str = ""
    start_on: date | None = None
    end_on: date | None = None
    stop_rule: str = ""
    events: str = ""
    measures: tuple[MeasureFact, ...] = ()


@dataclass(frozen=True, slots=True)
class LessonFact:
    """`verdict` is keep, change or stop; `chain` the pilot and the measurement behind it."""

    ref: Ref
    text: Lines
    verdict: Code | None = None
    chain: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureFact:
    """How a fix is done from now on; `steps` has one to a line."""

    ref: Ref
    title: str
    purpose: Lines = ""
    applies_when: Lines = ""
    steps: Lines = ""
    owner: Colleague = ""
    on_failure: Lines = ""
    pilot: Ref = ""
