"""The sample in every form, each read back by a program that is not ours.

python -m scripts.forms DIR      writes all forms into DIR and prints what each reader made of them

The words of every document are taken from its Markdown (read by markdown-it-py) and looked for in
what the other readers see; rows and dates are counted. Ends with 1 when anything is missing. A
reader that is not installed is named as such.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.forms.reading import everything
from scripts.screenshot.workbooks import sample


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder to write to; it may be there already")
    folder = parser.parse_args().folder
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        reset = sample(Path(home))
        lines = list(everything(reset, folder))
        reset.file.close()
    width = max(len(line.file) for line in lines)
    for line in lines:
        mark = {None: "–", 0: "ok"}.get(line.missing, "MISSING")
        print(f"{line.file:<{width}}  {line.reader:<20}  {mark:<7}  {line.result}")
    sys.exit(any(line.missing for line in lines))


if __name__ == "__main__":
    main()
