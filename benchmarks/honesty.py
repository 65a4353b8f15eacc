"""How often the product's verdict is wrong, and how often it sees what is there: a table.

    python benchmarks/honesty.py [--runs 10000]

Every cell simulates whole pilots and asks `figures.pilot.verdict.judge` at each planned look, as
a leader would: "called" is any verdict but "cannot tell", "too early" and "direction only". Looks
are equally spaced; one with fewer than 30 answers on either side is none. Nothing changed: called
should be at most 5.5 %. Something changed by what the planner plans for, so that one look sees it
in about 80 %: more looks should see at most two in a hundred fewer. With a comparison place the
range should hold the true difference in 94 % or more. Then a place chosen because it was the worst
of twelve, nothing having changed.

The noise of 10,000 runs is 0.2 points at 5 % and 0.4 at 80 %: among a hundred cells some lie out of
bounds by it alone. Such a cell is simulated again with other numbers, and that is what is shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import NamedTuple

from benchmarks.simulated_pilots import (
    CEILING,
    WORLDS,
    Counts,
    World,
    draw,
    planned,
    sample,
    shifted,
)
from cxreset.insight.figures.kinds import KINDS, Wording
from cxreset.insight.figures.pilot.comparison import Periods
from cxreset.insight.figures.pilot.verdict import Look, Question, Sites, judge

LOOKS = (1, 2, 5, 10)
ANSWERS = (30, 100, 300)
FOURS = ((40, 40, 40, 40), (40, 400, 400, 40), (100, 60, 40, 80), (100, 100, 100, 100))
"""Answers before and after in the pilot, before and after in the comparison place."""
AGAIN = 6
START = date(2026, 9, 7)


def called(
    world: World, after: Sequence[float], sizes: tuple[int, int], looks: int, chance: Random
) -> bool:
    """Whether one simulated pilot ends in a verdict that something changed."""
    before = sample(world, draw(chance, world, world.chances, sizes[0]))
    cuts = [sizes[1] * look // looks for look in range(looks + 1)]
    summed: Counts = ()
    held = []
    for number in range(looks):
        more = draw(chance, world, after, cuts[number + 1] - cuts[number])
        summed = tuple(map(sum, zip(summed, more, strict=True))) if summed else more
        on = START + timedelta(weeks=number)
        held.append(Look(on, Periods(before, sample(world, summed))))
    question = Question(Wording.of(KINDS[world.kind], "", ""))
    latest = held[-1].held
    assert latest is not None
    found = judge(question, latest, looks=held, wanted=sizes[1])
    return found.outcome in ("better", "worse")


def part(runs: int, chance: Random, ask: Callable[[Random], bool]) -> float:
    """In which part of the runs, 0..1, it is so."""
    return sum(ask(chance) for _ in range(runs)) / runs


class Bound(NamedTuple):
    """What a cell may be: at most or at least so many per cent."""

    least: float = 0.0
    most: float = 100.0

    def cell(self, runs: int, seed: str, ask: Callable[[Random], bool]) -> str:
        """`  4.8 `; a cell out of bounds is simulated again, oftener and afresh: `  5.1*`."""
        found = 100 * part(runs, Random(seed), ask)
        if self.least <= round(found, 1) <= self.most:
            return f"{found:5.1f} "
        return f"{100 * part(AGAIN * runs, Random(f'again {seed}'), ask):5.1f}*"


def unchanged(runs: int, world: World, sizes: tuple[int, int]) -> str:
    """One line of the first table: each number of looks."""
    cells = []
    for looks in LOOKS:
        ask = partial(called, world, world.chances, sizes, looks)
        cells.append(
            Bound(most=5.5).cell(runs, f"{world.name} {world.chances} {sizes} {looks}", ask)
        )
    return f"{world.name:20} {sizes[0]:5,}/{sizes[1]:<5,} {''.join(cells)}"


def changed(runs: int, world: World, size: int) -> str:
    """One line of the second table: more looks may see two in a hundred less than one look."""
    after = shifted(world, planned(world, size))
    cells, bound = [], Bound()
    for looks in LOOKS:
        ask = partial(called, world, after, (size, size), looks)
        cells.append(bound.cell(runs, f"{world.name} {after} {size} {looks}", ask))
        if looks == 1:
            bound = Bound(least=float(cells[0]) - 2)
    return f"{world.name:20} {size:5,}/{size:<5,} {''.join(cells)}"


def covered(world: World, sizes: Sequence[int], changes: Sequence[float]) -> Callable[..., bool]:
    """Whether the range of a difference of differences holds the true one, drawn anew each time.

    `sizes` and `changes`: pilot before and after, comparison before and after. Draws with fewer
    than five answers of either kind in a cell are passed over: there the product says no more
    than the direction.
    """
    chances = [shifted(world, change) for change in changes]
    true = changes[1] - changes[0] - (changes[3] - changes[2])

    def ask(chance: Random) -> bool:
        while True:
            cells = [draw(chance, world, *one) for one in zip(chances, sizes, strict=True)]
            before, after, *elsewhere = (sample(world, one) for one in cells)
            periods = Periods(before, after, (elsewhere[0], elsewhere[1]))
            around = periods.range()
            if around is not None and not periods.is_thin:
                return around.low <= true <= around.high

    return ask


def coverage(runs: int) -> list[str]:
    """A row a kind: how often the range of a difference of differences holds the true one."""
    rows = []
    for world in (*WORLDS, CEILING):
        change = 0.3 * (world.chances[0] if world.kind in ("rate", "conversion") else 0.2)
        cells = []
        for sizes in FOURS:
            counts = [size * world.scale for size in sizes]
            ask = covered(world, counts, (0.0, change, change / 2, change))
            cells.append(Bound(least=94.0).cell(runs, f"{world.name} {sizes}", ask))
        rows.append(f"{world.name:20} {'          '.join(cells)}")
    return rows


def near_the_floor(runs: int) -> str:
    """CSAT of 85 to 91 %, 40 answers: which part of the pilots has five misses in every count.

    These are not any pilots: of them the range holds the true difference less often.
    """
    world, sizes, changes = World("CSAT 85 %", "csat", (0.85,)), FOURS[1], (0.0, 0.06, 0.03, 0.06)
    chance, seen, wrong = Random("near the floor"), 0, 0
    for _ in range(runs):
        cells = [
            sample(world, draw(chance, world, shifted(world, change), size))
            for change, size in zip(changes, sizes, strict=True)
        ]
        periods = Periods(cells[0], cells[1], (cells[2], cells[3]))
        around = None if periods.is_thin else periods.range()
        if around is not None:
            seen += 1
            wrong += not around.low <= 0.03 <= around.high
    return f"{100 * seen / runs:.1f} % have a range, {100 * wrong / runs:.1f} % a wrong one"


def worst_of_twelve(runs: int) -> list[str]:
    """The lowest of twelve equal places (65 %, 60 answers) piloted, nothing having changed."""
    cases = {
        "not asked about, old baseline": (False, Sites()),
        "not asked about, comparison place": (True, Sites()),
        "asked about, old baseline": (False, Sites(lowest_of=12)),
        "asked about, comparison place": (True, Sites(lowest_of=12)),
        "asked about, fresh baseline": (False, Sites(lowest_of=12, is_fresh=True)),
    }
    return [
        f"{name:36} {100 * part(runs, Random(name), partial(called_better, beside, sites)):5.1f}"
        for name, (beside, sites) in cases.items()
    ]


def called_better(beside: bool, sites: Sites, chance: Random) -> bool:
    """Whether a pilot in the lowest of twelve equal places ends with "better"."""
    world = World("CSAT", "csat", (0.65,))
    cells = [sample(world, draw(chance, world, (0.65,), 60)) for _ in range(15)]
    ordered = sorted(cells[:12], key=lambda one: one.value)
    before = cells[12] if sites.is_fresh else ordered[0]
    elsewhere = (ordered[6], cells[14]) if beside else None
    question = Question(Wording.of(KINDS["csat"], "", ""))
    found = judge(question, Periods(before, cells[13], elsewhere), sites=sites)
    return found.outcome == "better"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=10_000, help="pilots a cell (10,000)")
    runs = parser.parse_args().runs
    head = f"{'':20} {'before/after':>11} {' '.join(f'{looks:5}' for looks in LOOKS)}  looks"
    print(f"* out of bounds at first: simulated again, {AGAIN} times as often\n")
    print(f"Nothing changed: called in % of {runs:,} pilots (at most 5.5)\n{head}")
    for world in WORLDS:
        for answers in ANSWERS:
            size = answers * world.scale
            print(unchanged(runs, world, (size, size)), flush=True)
    print("\nThe named exceptions: most answers at the end of the scale")
    for sizes in ((60, 60), (300, 100)):
        print(unchanged(runs, CEILING, sizes), flush=True)
    print(f"\nThe change the planner plans for: seen in % of {runs:,} pilots\n{head}")
    for world in WORLDS:
        for answers in ANSWERS:
            print(changed(runs, world, answers * world.scale), flush=True)
    print("\nWith a comparison place: the range holds the true difference in % (at least 94)")
    print(f"{'':20} {' '.join('/'.join(map(str, sizes)).rjust(15) for sizes in FOURS)}")
    print("\n".join(coverage(runs)), flush=True)
    print(f"\nCSAT 85 to 91 %, 40/400/400/40, five misses of 40 are rare: {near_the_floor(runs)}")
    print("\nThe worst of twelve equal sites: called better in % (at most 3)")
    print("\n".join(worst_of_twelve(runs)))


if __name__ == "__main__":
    main()
