"""Pictures of the real app, made from the filled sample and from a workbook just begun.

make screenshot                           the README's pictures, into docs/images
python -m scripts.screenshot DIR --days   Today on five of the thirty days, into DIR
python -m scripts.screenshot DIR --all    every screen in six sizes, light and dark, into DIR
    --sizes 80x24,120x40 --themes light   some of them
    --only step-                          screens whose name holds this
    --sheets                              and contact sheets of them as PNG (needs Chromium)

The clocks of both workbooks stand still, so the same pictures are made on any day.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from cxreset.tui.shell.colours import CHOICES
from scripts.screenshot.routes import DAYS, Route, routes
from scripts.screenshot.sheets import make_sheets
from scripts.screenshot.taking import Look, Size, Studio, by_look, take

IMAGES = Path(__file__).resolve().parents[2] / "docs" / "images"
SIZES = "60x20,80x24,110x30,120x40,180x50,200x60"
README = {
    "today": (Route("today"), Size(110, 30)),
    "week": (Route("week", ("1",), "listen.pains"), Size(120, 36)),
}


def size(text: str) -> Size:
    """`80x24` as a size."""
    width, by, height = text.partition("x")
    if not (by and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text} is no size; write it as 80x24")
    return Size(int(width), int(height))


def sizes(text: str) -> list[Size]:
    """`80x24,120x40` as sizes."""
    return [size(each) for each in text.split(",")]


def themes(text: str) -> list[str]:
    """`light,dark`, each of them one that can be chosen."""
    names = text.split(",")
    if unknown := sorted({*names} - {*CHOICES}):
        raise argparse.ArgumentTypeError(f"there is no theme {', '.join(unknown)}")
    return names


def wanted() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES)
    parser.add_argument("--all", action="store_true", help="every screen")
    parser.add_argument("--days", action="store_true", help="Today on five days")
    parser.add_argument("--sizes", type=sizes, default=SIZES, help=SIZES)
    parser.add_argument("--themes", type=themes, default="dark,light", help="dark,light,few")
    parser.add_argument("--only", default="", help="with --all: screens whose name holds this")
    parser.add_argument("--sheets", action="store_true", help="with --all: contact sheets")
    return parser.parse_args()


async def take_all(asked: argparse.Namespace, studio: Studio, folder: Path) -> None:
    """Every route in every look, and the contact sheets of a look where they are asked for."""
    looks = [Look(size, theme) for size in asked.sizes for theme in asked.themes]
    for route in routes(studio.reset.pack):
        if asked.only in route.name:
            await take(studio.app(route), route.keys, by_look(route, looks, folder))
            print(route.name, flush=True)
    if asked.sheets:
        for look in looks:
            make_sheets(folder / f"{look.size}-{look.theme}", look.size.width)


async def take_some(chosen: dict[str, tuple[Route, Size]], studio: Studio, folder: Path) -> None:
    """One picture of each, dark, by its name."""
    for name, (route, shown) in chosen.items():
        await take(studio.app(route), route.keys, {Look(shown): folder / f"{name}.svg"})


def main() -> None:
    asked = wanted()
    folder = asked.folder.resolve()
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home))
        if asked.all:
            asyncio.run(take_all(asked, studio, folder))
        elif asked.days:
            days = {f"day-{day:02d}": (Route("day", day=day), Size(100, 30)) for day in DAYS}
            asyncio.run(take_some(days, studio, folder))
        else:
            asyncio.run(take_some(README, studio, folder))


if __name__ == "__main__":
    main()
