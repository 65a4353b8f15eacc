"""How fast feedback comes in, is searched and is grouped, beside the plainest way there is.

    python benchmarks/feedback.py import [--rows 100000] [--rounds 3]
    python benchmarks/feedback.py large  [--rows 1000000]
    python benchmarks/feedback.py search [--rows 100000]
    python benchmarks/feedback.py kept   [--rows 160000]
    python benchmarks/feedback.py duplicates [--rows 10000] [--labelled FILE.csv]

Texts are invented, the same each time (`--seed`). Machines are noisy: ours and the floor run in
turn in one run, each in its own process, and the median of the ratios is the figure to trust.

`import`: `cxreset import FILE` into a new workbook, beside the two ways of `plainest.py`, whole
processes all three. The bound is for the one that stores the same; the bare one is told too.
`kept`: the file's size after an import is undone and redone, and the memory of the whole workbook's
export.
`large`: the greatest memory of an import, and the longest time between two looks at whether to
stop, through reading, indexing and grouping. `search`: milliseconds of the first page of each
filter and of one word, the middle and the slowest of nine. `duplicates`: which share of the pairs
that comparing each with each finds (rapidfuzz's ratio at least 90) is in one group, with and
without the guard against differences that mean something; with `--labelled` (text in the first
column, its meaning in the second) how many pairs of one group mean different things.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.voices import TODAY, Voices, write


def ours(path: Path, target: Path) -> None:
    """What `cxreset import` does, and the longest time between two looks at whether to stop."""
    from cxreset.intake.read import look
    from cxreset.reset.importing import import_file
    from cxreset.workbook.feedback.comments import CommentRepository
    from cxreset.workbook.opening import create_workbook

    file = create_workbook(target)
    started = time.perf_counter()
    asked: list[float] = []

    def tell(stored: int, share: float) -> bool:
        asked.append(time.perf_counter() - started)
        return True

    report = import_file(CommentRepository(file), look(path), None, TODAY, tell)
    print("\n".join(report.lines()), file=sys.stderr)
    ended = time.perf_counter() - started
    gaps = [b - a for a, b in zip(asked, [*asked[1:], ended], strict=True)]
    print(f"gap {max(gaps):.3f} {ended:.3f}")
    file.close()


class Timed(NamedTuple):
    """What a process took: seconds, megabytes, and the words it printed."""

    wall: float
    cpu: float
    memory: float
    words: list[str]


def timed(command: list[str], settings: dict[str, str] | None = None) -> Timed:
    """Run a process to its end; `settings` is its environment, else that of this one."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=settings
    ) as process:
        assert process.stdout is not None
        words = process.stdout.read().split()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return Timed(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, words)


def importing(rows: int, rounds: int, seed: int) -> None:
    """Ours beside the plainest ways, whole processes."""
    cxreset, plainest = [sys.executable, "-m", "cxreset"], Path(__file__).with_name("plainest.py")
    ratios: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, few = folder / "export.csv", folder / "few.csv"
        write(path, rows, seed)
        write(few, 100, seed)
        # Installed, the program is compiled once and not at every start: so it is here.
        settings = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        settings.pop("PYTHONDONTWRITEBYTECODE", None)

        def import_new(name: str, export: Path) -> Timed:
            """The import alone; the workbook is begun before."""
            book = f"--workbook={folder / name}.cxreset"
            timed([*cxreset, "start", book, "--name=Dana"], settings)
            return timed([*cxreset, "import", book, str(export)], settings)

        import_new("few", few)  # compiles what an import needs
        for at in range(rounds):
            timings = {
                how: timed(
                    [sys.executable, str(plainest), how, str(path), str(folder / how) + f"{at}"],
                    settings,
                )
                for how in ("bare", "same")
            }
            timings["ours"] = import_new(str(at), path)
            for how, (wall, cpu, memory, _) in timings.items():
                print(f"  {how}  {wall:6.2f} s wall {cpu:6.2f} s CPU {memory:5.0f} MB")
                ratios.setdefault(f"{how}, wall", []).append(timings["ours"].wall / wall)
                ratios.setdefault(f"{how}, CPU", []).append(timings["ours"].cpu / cpu)
    for how, found in ratios.items():
        if not how.startswith("ours"):
            bound = "   at most 1.3" if how.startswith("same") else ""
            print(f"import of {rows:,} rows / {how:<10} {statistics.median(found):8.2f}{bound}")


def large(rows: int, seed: int) -> None:
    """Memory of a large import, and the longest time between two looks at whether to go on."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        write(path, rows, seed)
        target = str(Path(folder) / "one.cxreset")
        wall, cpu, memory, words = timed(
            [sys.executable, __file__, "ours", "--file", str(path), "--workbook", target]
        )
    print(f"import of {rows:,} rows: {wall:.0f} s wall, {cpu:.0f} s CPU")
    print(f"  greatest memory, MB                  {memory:12.0f}   at most 200")
    print(f"  longest until a stop is heard, s     {float(words[1]):12.2f}   at most 1")


def kept(rows: int, seed: int) -> None:
    """The file after undo and redo, and the memory of an export of all there is."""
    with tempfile.TemporaryDirectory() as name:
        path, book = Path(name) / "export.csv", Path(name) / "one.cxreset"
        write(path, rows, seed)
        cxreset = [sys.executable, "-m", "cxreset"]
        at = f"--workbook={book}"
        timed([*cxreset, "start", at, "--name=Dana"])
        timed([*cxreset, "import", at, str(path)])
        size = book.stat().st_size
        print(f"a workbook of {rows:,} comments, MB {size / 1e6:27.0f}")
        for what in ("undo", "redo"):
            cpu = timed([*cxreset, what, at]).cpu
            ratio = book.stat().st_size / size
            print(f"  after {what}, of its size {ratio:21.2f}   at most 1.1; {cpu:.1f} s CPU")
        target = Path(name) / "all.json"
        memory = timed([*cxreset, "export", "workbook", at, "-o", str(target)]).memory
        print(f"  export of all of it, MB of memory {memory:14.0f}   at most 100")


def searching(rows: int, seed: int) -> None:
    """Milliseconds of first pages and of one word."""
    from cxreset.intake.read import look
    from cxreset.reset.importing import import_file
    from cxreset.workbook.feedback.comments import PAGE, CommentRepository, Filter
    from cxreset.workbook.opening import create_workbook

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.csv"
        write(path, rows, seed)
        file = create_workbook(Path(folder) / "one.cxreset")
        repository = CommentRepository(file)
        import_file(repository, look(path), None, TODAY)
        with file.transaction() as connection:
            run = connection.execute
            run("INSERT INTO pain (title) VALUES ('late'), ('broken'), ('rude')")
            run("INSERT INTO evidence SELECT 1 + id % 3, id FROM feedback WHERE id % 5 < 2")
            run("UPDATE feedback SET preventable = id % 2 WHERE id % 7 = 0")
            run("UPDATE feedback SET seen = 1 WHERE id % 4 = 0")
        day = timedelta(days=90)
        pages = {
            "everything": Filter(),
            "channel": Filter(channel="chat"),
            "since and until": Filter(since=TODAY - 2 * day, until=TODAY - day),
            "rating low": Filter(rating="low"),
            "pain point": Filter(pain_id=2),
            "preventable": Filter(state="preventable"),
            "untagged": Filter(state="untagged"),
            "unread": Filter(state="unread"),
            "channel, rating, untagged": Filter("chat", "untagged", rating="high"),
        }
        for name, wanted in list(pages.items()):
            pages[f"{name}, newest"] = wanted._replace(newest_first=True)
        pages["everything, grouped"] = Filter(grouped=True)
        pages["untagged, newest, grouped"] = pages["untagged, newest"]._replace(grouped=True)

        def first_page(wanted: Filter) -> object:
            return repository.page(repository.ids(wanted, PAGE))

        for name, wanted in pages.items():
            show(name, 20, partial(first_page, wanted))
        for name in ("everything", "everything, newest", "everything, grouped", "untagged, newest"):
            show(f"all numbers: {name}", 0, partial(repository.ids, pages[name]))
        for word in ("refund", "the", "d", "kelo", "zzz", "refund late"):
            wanted = Filter(words=word, newest_first=True)
            show(f"word {word}", 60, partial(first_page, wanted))
        show("counts for the top three", 20, repository.pains)
        file.close()


def show(name: str, bound: int, do: Callable[[], object]) -> None:
    found = []
    for _ in range(9):
        started = time.perf_counter()
        do()
        found.append((time.perf_counter() - started) * 1000)
    wanted = f"   at most {bound}" if bound else ""
    print(f"{name:<36}{statistics.median(found):8.1f}{max(found):8.1f} ms{wanted}")


def duplicating(rows: int, seed: int, labelled: Path | None) -> None:
    """Recall beside each with each, CPU seconds, and precision on labelled texts."""
    from cxreset.insight.duplicates import groups

    voices = Voices(seed)
    texts = [voices.text() for _ in range(rows)]
    started = time.process_time()
    found = groups(texts)
    print(f"{rows:,} texts, CPU seconds              {time.process_time() - started:12.2f}")
    loose = groups(texts, guarded=False)
    pairs = list(each_with_each(texts))
    unequal = [(a, b) for a, b in pairs if texts[a].lower() != texts[b].lower()]

    def share(grouping: list[int], some: list[tuple[int, int]]) -> float:
        return sum(grouping[one] == grouping[other] for one, other in some) / max(1, len(some))

    for name, grouping in (("pairs in one group", found), ("before the guard", loose)):
        print(f"  {name} of {len(pairs):,} alike   {share(grouping, pairs):16.1%}   at least 90%")
        print(f"    of those {len(unequal):,} that are not equal {share(grouping, unequal):16.1%}")
    if labelled:
        with labelled.open(encoding="utf-8", newline="") as file:
            lines = [line for line in csv.reader(file) if len(line) > 1][1:]
        found = groups([line[0] for line in lines])
        members: dict[int, list[int]] = {}
        for at, first in enumerate(found):
            members.setdefault(first, []).append(at)
        flagged = [pair for group in members.values() for pair in combinations(group, 2)]
        wrong = sum(lines[one][1] != lines[other][1] for one, other in flagged)
        print(f"{labelled.name}: {len(flagged):,} pairs flagged, {wrong} labelled differently")
        print(f"  which is {wrong / max(1, len(flagged)):8.1%}   at most 5%")


def each_with_each(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Every pair that is at least 90 % the same letters, whatever the case."""
    from rapidfuzz import fuzz, process

    lower = [text.lower() for text in texts]
    for at, text in enumerate(lower):
        alike = process.extract(
            text, lower[at + 1 :], scorer=fuzz.ratio, score_cutoff=90, limit=None
        )
        yield from ((at, at + 1 + position) for _, _, position in alike)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    kinds = ("import", "large", "search", "kept", "duplicates", "ours")
    parser.add_argument("kind", choices=kinds, metavar="import|large|search|kept|duplicates")
    parser.add_argument("--rows", type=int, help="how many rows are invented")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--labelled", type=Path, help="a CSV of texts and their meaning")
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--workbook", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    rows, seed = options.rows, options.seed
    match options.kind:
        case "import":
            importing(rows or 100_000, options.rounds, seed)
        case "large":
            large(rows or 1_000_000, seed)
        case "search":
            searching(rows or 100_000, seed)
        case "kept":
            kept(rows or 160_000, seed)
        case "duplicates":
            duplicating(rows or 10_000, seed, options.labelled)
        case _:
            ours(options.file, options.workbook)


if __name__ == "__main__":
    main()
