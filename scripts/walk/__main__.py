"""Walk a whole reset on a file of feedback, with keys, as a leader would.

python -m scripts.walk FILE.csv [--to DIR] [--pain "A title=words to search"] ...

From the welcome through the four weeks to the exported plan, in the real app on a real workbook.
Everything is done with keys; the walk itself writes nothing. It stops with a sentence where a key
does not do what it should, or where a step looks unfinished before it is ticked.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from datetime import date
from pathlib import Path

from cxreset.base.paths import content_dir
from cxreset.programme.pack import load_pack
from scripts.walk.course import Course, walk
from scripts.walk.leader import TELECOM, Words


def words(text: str) -> Words:
    """`A title=words to search` as typed on the command line."""
    title, equals, search = text.partition("=")
    if not (equals and title.strip() and search.strip()):
        raise argparse.ArgumentTypeError("write a pain as “Its title=words to search”")
    return Words(title.strip(), search.strip())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="the feedback, as CSV")
    parser.add_argument("--to", type=Path, help="where workbook and plan go (a new folder)")
    parser.add_argument("--pain", type=words, action="append", help="three times, title=search")
    asked = parser.parse_args()
    folder = asked.to or Path(tempfile.mkdtemp(prefix="cxreset-walk-"))
    folder.mkdir(parents=True, exist_ok=True)
    pains = asked.pain or list(TELECOM)
    if len(pains) != 3:
        parser.error("name three pains, or none for those of the telecom complaints")
    pack = load_pack(content_dir(), None)
    walked = asyncio.run(walk(asked.file.resolve(), folder, pains, Course(pack, date.today())))
    for title, number in walked.evidence.items():
        print(f"{number:6,}  {title}")
    print(f"{walked.seconds:.0f} s\n{walked.html}\n{walked.markdown}")


if __name__ == "__main__":
    main()
