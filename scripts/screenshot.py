"""Pictures of the real app, made from the filled sample.

make screenshot                           the README's pictures, into docs/images
python -m scripts.screenshot DIR --all    every screen, at 80×24 and 120×40, into DIR
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
from datetime import date
from pathlib import Path

from cxreset.base.paths import content_dir
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset
from cxreset.reset.sample import open_sample
from cxreset.tui.app import CxresetApp

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
README = {"today": (110, 30), "week-1": (120, 36)}
DAYS = (1, 9, 17, 25, 30)
SIZES = ((80, 24), (120, 40))


# Whoever takes the pictures, they are those of a dark terminal with all colours.
os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color", "COLORFGBG": "15;0"}
os.environ.pop("NO_COLOR", None)


def sample(folder: Path) -> Reset:
    """A fresh sample in a folder of its own."""
    content = content_dir()
    return open_sample(folder / "sample.cxreset", load_pack(content, None), content)


def on_day(reset: Reset, number: int) -> Reset:
    """The sample as it stands on one of its thirty days; what came later stays filled in."""
    day = reset.calendar.days[number - 1].on
    with reset.file.transaction(recorded=False) as connection:
        connection.execute("UPDATE reset SET frozen_on = ?", (day.isoformat(),))
    return Reset(reset.file, reset.pack, lambda: day)


def app_on(reset: Reset) -> CxresetApp:
    """The app, with the workbook open as it is a moment after a start."""
    assert reset.book
    return CxresetApp(
        reset.pack, reset, lambda settings: reset, today=date.today, where="~/sample.cxreset"
    )


async def take(reset: Reset, keys: list[str], size: tuple[int, int], path: Path) -> None:
    """Open the app, press the keys, and keep the picture."""
    app = app_on(reset)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.15)
        await pilot.pause(0.6)
        path.parent.mkdir(parents=True, exist_ok=True)
        picture = app.export_screenshot(title="cxreset")
        # The picture must fetch nothing when it is looked at: no web font.
        path.write_text(re.sub(r"@font-face \{.*?\}", "", picture, flags=re.S), encoding="utf-8")


def routes(reset: Reset) -> dict[str, list[str]]:
    """Screen name -> the keys that lead there from Today."""
    found: dict[str, list[str]] = {"today": []}
    for week in reset.pack.weeks:
        steps = reset.pack.week_steps(week.id)
        for position, step in enumerate(steps):
            back = ["left_square_bracket"] * len(steps)
            forth = ["right_square_bracket"] * position
            found[f"step-{step.number}"] = [str(week.number), *back, *forth]
    meeting = [*found["step-3.1"], "m"]
    return found | {
        "actions": ["a"],
        "reply": ["a", "w"],
        "share": ["e"],
        "help": ["question_mark"],
        "week-look": ["r"],
        "busy-days": ["i"],
        "meeting-begin": meeting,
        "meeting": [*meeting, "ctrl+s", "p", "d"],  # last: the sample's meeting goes on
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=IMAGES)
    parser.add_argument("--all", action="store_true", help="every screen at every size")
    parser.add_argument("--days", action="store_true", help="Today on days 1, 9, 17, 25 and 30")
    parser.add_argument("--only", default="", help="with --all: screens whose name holds this")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        reset = sample(Path(home))
        if asked.days:
            for number in DAYS:
                asyncio.run(
                    take(
                        on_day(reset, number), [], (100, 30), asked.folder / f"day-{number:02d}.svg"
                    )
                )
            return
        if not asked.all:
            week = ["1", "left_square_bracket", "left_square_bracket", "right_square_bracket"]
            asyncio.run(take(reset, [], README["today"], asked.folder / "today.svg"))
            asyncio.run(take(reset, week, README["week-1"], asked.folder / "week.svg"))
            return
        for name, keys in routes(reset).items():
            for size in SIZES:
                if asked.only in name:
                    path = asked.folder / f"{name}-{size[0]}.svg"
                    asyncio.run(take(reset, keys, size, path))
                    print(path)


if __name__ == "__main__":
    main()
