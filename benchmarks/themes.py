"""How good, how fast and how large the suggestion of themes is.

    python benchmarks/themes.py score FILE --text COLUMN --label COLUMN [--group NAME=PART,…]
        [--praise COLUMN=VALUE] [--rating COLUMN --scale 1-5] [--draws 5]
    python benchmarks/themes.py speed [-n 50000]
    python benchmarks/themes.py compare [--file FILE --text COLUMN] [--python INTERPRETER]

`score`: how many of the three most frequent true reasons in a labelled CSV file own one of the
first five suggestions, and purity, praise, steadiness beside it: see `theme_scores.py`. Empty
labels count as comments without a reason, and "; " parts several. `--group` puts every label that
holds one of the parts under one name.

`compare`: CPU seconds and peak memory of importing and suggesting in a fresh process, against
pandas `read_csv` + scikit-learn TF-IDF + NMF in another; these come with the extra `bench`, or
are found by an interpreter of your own.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import theme_scores
from benchmarks.theme_scores import SEVERAL, Labelled, owned, shuffled_alike
from cxreset.base.paths import content_dir
from cxreset.insight.themes import Suggestions, suggest
from cxreset.programme.drivers import load_drivers
from cxreset.workbook.feedback.theme_items import FeedbackItem

COMMON = "the a to my is it was and of for on you they this not with have we in that"
PEER = """
import sys
import pandas
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer
texts = pandas.read_csv(sys.argv[1])[sys.argv[2]].dropna()
found = TfidfVectorizer(stop_words="english", min_df=3)
model = NMF(n_components=10, random_state=0).fit(found.fit_transform(texts))
names = found.get_feature_names_out()
for row in model.components_:
    print([names[i] for i in row.argsort()[-8:]])
"""
BEGIN = "from cxreset.cli import main; main(['start', '--name', 'Bench'])"
OURS = """
import gc, sys
from cxreset.cli import main
main(["import", sys.argv[1], "--text-column", sys.argv[2]])
gc.disable()  # as every command begins
sys.exit(main(["themes"]))
"""


def read(
    path: Path, text: str, label: str | None, rating: str = "", scale: str = ""
) -> tuple[list[FeedbackItem], list[str]]:
    """The comments of a CSV file and the label of each; rows without words are left out."""
    rows = _rows(path, text)
    items = [
        FeedbackItem(
            id=number,
            text=row[text],
            category="",
            channel="other",
            source="",
            row=number,
            rating=float(row[rating]) if rating and row[rating] else None,
            scale=scale,
        )
        for number, row in enumerate(rows, 1)
    ]
    return items, [(row[label] or "").strip() if label else "" for row in rows]


def _rows(path: Path, text: str) -> list[dict[str, str]]:
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if (row[text] or "").strip()]


def grouped(labels: Sequence[str], groups: Sequence[str]) -> list[str]:
    """Labels under the name of the first group that one of its parts is in."""
    parts = [
        (name, rest.split(",")) for name, _, rest in (group.partition("=") for group in groups)
    ]
    return [
        next((name for name, held in parts if any(part in label for part in held)), label)
        for label in labels
    ]


def owners(found: Suggestions, labels: Sequence[str]) -> dict[str, list[str]]:
    """Each of the most frequent reasons -> the names of the first suggestions it owns."""
    return owned(found.themes, [[label] for label in labels], Counter(filter(None, labels)))


def score(call: argparse.Namespace) -> None:
    items, labels = read(call.file, call.text, call.label, call.rating, call.scale)
    reasons = [
        [part for part in label.split(SEVERAL) if part] for label in grouped(labels, call.group)
    ]
    column, _, value = call.praise.partition("=")
    praise = [bool(column) and row[column] == value for row in _rows(call.file, call.text)]
    file, drivers = Labelled(items, reasons, praise), load_drivers(content_dir())
    found = suggest(items, drivers, names=call.names)
    for position, theme in enumerate(found.themes, 1):
        inside = Counter(part for number in theme.items for part in reasons[number - 1])
        most = ", ".join(f"{label} {n / theme.count:.0%}" for label, n in inside.most_common(3))
        print(f"{position:>3}  {theme.name:<36}{theme.count:>6}   {most}")
    for note in found.notes:
        print(note)
    scores = theme_scores.score(file, drivers, names=call.names, draws=call.draws)
    print(
        f"hits {scores.hits:.1f} of {theme_scores.REASONS}; with the better of reasons and objects "
        f"{scores.either:.1f}; purity {scores.purity:.2f}; praise {scores.praise:.0%}; "
        f"kept in a 30 % sample {scores.kept:.1f} of 3; "
        f"in another order {'the same' if shuffled_alike(items, drivers) else 'ANOTHER LIST'}"
    )


def invented(number: int) -> list[str]:
    """Short texts of made-up words with the frequencies of a language, among them real terms."""
    chance = random.Random(5)
    drivers = load_drivers(content_dir())
    common = COMMON.split()
    terms = [
        term.replace("*", "").replace("…", "my").split("/")[0]
        for d in drivers
        if d.language == "en"
        for term in d.terms
    ]
    rare = [
        "".join(chance.choices("abcdefghiklmnoprstu", k=chance.randint(4, 9)))
        for _ in range(20_000)
    ]
    weights = [1 / rank for rank in range(1, len(rare) + 1)]
    texts = []
    for _ in range(number):
        words = chance.choices(rare, weights, k=chance.randint(3, 14))
        words += chance.choices(common, k=len(words))
        words += chance.choices(terms, k=chance.randint(0, 2))
        chance.shuffle(words)
        texts.append(" ".join(words))
    return texts


def speed(call: argparse.Namespace) -> None:
    texts = invented(call.n)
    items = [
        FeedbackItem(id=n, text=text, category="", channel="other", source="", row=n)
        for n, text in enumerate(texts, 1)
    ]
    drivers = load_drivers(content_dir())
    started = time.process_time()
    found = suggest(items, drivers)
    took = time.process_time() - started
    print(
        f"{call.n:,} short texts: {took:.1f} CPU seconds (at most 5 for 50,000), "
        f"{len(found.themes)} themes"
    )


def used(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a fresh process."""
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"It ended with code {process.returncode}: {' '.join(command)[:200]}")
    scale = 1024 if sys.platform == "linux" else 1024 * 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale


def compare(call: argparse.Namespace) -> None:
    look = subprocess.run(
        [call.python, "-c", "import pandas, sklearn"], capture_output=True, check=False
    )
    if look.returncode:
        raise SystemExit(
            f"{call.python} has no pandas and scikit-learn. Install the extra "
            "“bench”, or name another interpreter with --python."
        )
    with tempfile.TemporaryDirectory() as home:
        source = Path(home) / "feedback.csv"
        if call.file:
            shutil.copyfile(call.file, source)
        else:
            with source.open("w", encoding="utf-8", newline="") as file:
                rows = csv.writer(file)
                rows.writerow([call.text])
                rows.writerows([text] for text in invented(14_000))
        base = dict(os.environ, HOME=home, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
        for turn in range(call.rounds):
            book = {"CXRESET_WORKBOOK": str(Path(home) / f"{turn}.cxreset")}
            used([sys.executable, "-c", BEGIN], base | book)  # there is a workbook already
            ours = used([sys.executable, "-c", OURS, str(source), call.text], base | book)
            peer = used([call.python, "-c", PEER, str(source), call.text], base)
            print(
                f"ours {ours[0]:.2f} CPU s, {ours[1]:.0f} MB; pandas + scikit-learn "
                f"{peer[0]:.2f} CPU s, {peer[1]:.0f} MB; "
                f"ratio {ours[0] / peer[0]:.2f} (at most 0.6), "
                f"{ours[1] / peer[1]:.2f} (at most 0.5)"
            )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    sub = commands.add_parser("score")
    sub.add_argument("file", type=Path)
    sub.add_argument("--text", required=True)
    sub.add_argument("--label", required=True)
    sub.add_argument("--group", action="append", default=[])
    sub.add_argument("--praise", default="", help="COLUMN=VALUE of comments that praise")
    sub.add_argument("--rating", default="", help="the column of ratings")
    sub.add_argument("--scale", default="1-5")
    sub.add_argument("--draws", type=int, default=5)
    sub.add_argument("--names", nargs="*", default=[], help="what the company is called")
    sub.set_defaults(run=score)
    sub = commands.add_parser("speed")
    sub.add_argument("-n", type=int, default=50_000)
    sub.set_defaults(run=speed)
    sub = commands.add_parser("compare")
    sub.add_argument("--file", type=Path)
    sub.add_argument("--text", default="Comment")
    sub.add_argument("--python", default=sys.executable)
    sub.add_argument("--rounds", type=int, default=3)
    sub.set_defaults(run=compare)
    call = parser.parse_args()
    call.run(call)


if __name__ == "__main__":
    main()
