"""Facts about customers: what they said, what hurts them, where a promise breaks, what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxreset.sharing.facts.declared import Code, Colleague, Lines, Ref


@dataclass(frozen=True, slots=True)
class QuoteFact:
    """A customer's own words; `source` is their file and row, or how they were noted.

    The day may be `approximate`, such as the first of a month.
    """

    ref: Ref
    text: Lines
    channel: Code = "other"
    received_on: date | None = None
    source: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentFact:
    """A comment tied to pains (ids), with where it came from in words.

    `title` is its own heading or the question it answers. The day may be `approximate`.
    """

    ref: Ref
    text: Lines
    channel: Code = "other"
    received_on: date | None = None
    source: str = ""
    title: str = ""
    approximate: bool = False
    pains: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PainFact:
    """A pain point; `comments` is how many are tied to it, `reason` why it has its rank.

    `whys` are answers to why, one behind the other, each with what it rests on.
    `weights` say how those comments rate, whether they rise, and where there are most of them.
    """

    ref: Ref
    title: str
    comments: int = 0
    chosen: bool = True
    actionable: bool | None = None
    urgency: int | None = None
    impact: int | None = None
    effort: int | None = None
    problem: Lines = ""
    reason: Lines = ""
    weights: tuple[str, ...] = ()
    whys: tuple[str, ...] = ()
    quotes: tuple[QuoteFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GapFact:
    """`evidence` is what the leader noted as proof; `pain` the id of the pain it is tied to.

    `comments` stand behind that pain; `quotes` are those the leader named, else the pain's.
    """

    ref: Ref
    title: str
    touchpoint: str = ""
    promise: str = ""
    reality: str = ""
    evidence: str = ""
    width: int | None = None
    pain: Ref = ""
    comments: int = 0
    quotes: tuple[QuoteFact, ...] = ()
    kano: Code | None = None
    waiting_cost: str = ""


@dataclass(frozen=True, slots=True)
class TouchpointFact:
    """Only templates list every touchpoint; a plan names those with a gap, and the journey.

    `aim` is what the customer wants there, `failure` where it goes wrong.
    """

    ref: Ref
    name: str
    promise: str = ""
    reality: str = ""
    aim: str = ""
    front_stage: str = ""
    back_stage: str = ""
    owner: Colleague = ""
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixFact:
    """`chain` leads back to the pain, as ids ("G1", "P2"); `comments` stand behind that pain."""

    ref: Ref
    title: str
    kind: Code | None = None
    effort: int | None = None
    reason: Lines = ""
    horizon: Code | None = None
    start_on: date | None = None
    end_on: date | None = None
    chain: tuple[Ref, ...] = ()
    pain: Ref = ""
    comments: int = 0
