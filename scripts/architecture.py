"""The drawing of docs/architecture.md, made from the imports as they are.

    python -m scripts.architecture                       docs/images/architecture.svg
    python -m scripts.architecture --root DIR --to FILE  of another checkout, say an older commit

Floors are those of the import contract in pyproject.toml, the highest first; a box is a room, as
wide as it has lines; the bars in it are the rooms inside. An arrow is drawn to the next floor that
is used; what else a room imports is written in its box. grimp reads the imports (import-linter,
which proves the contract, stands on it too).
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from html import escape, unescape
from pathlib import Path
from typing import NamedTuple

import grimp

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "images" / "architecture.svg"
PACKAGE = "cxreset"
WIDTH, MARGIN, GAP, FLOOR_GAP = 1200, 24, 16, 56
LEAST, TITLE, BAR = 210, 48, 18  # pixels: a box's width, its heading, one line of it


class Room(NamedTuple):
    """A room directly under the package: its lines, and those of the rooms in it."""

    name: str
    lines: int
    inside: dict[str, int]


class House(NamedTuple):
    """Floors of rooms, the highest first; imports as (importer, imported) -> number of them."""

    floors: list[list[Room]]
    imports: dict[tuple[str, str], int]
    modules: int

    def structure(self) -> dict[str, object]:
        """What makes a drawing stale when it changes: rooms, where they stand, who uses whom."""
        return {
            "floors": [{room.name: sorted(room.inside) for room in rooms} for rooms in self.floors],
            "imports": sorted(map(list, self.imports)),
        }


def read_house(root: Path = ROOT) -> House:
    """The rooms, floors and imports of the checkout in `root`."""
    sys.path.insert(0, str(root))
    try:
        graph = grimp.build_graph(PACKAGE, cache_dir=None)
    finally:
        sys.path.remove(str(root))
    names = sorted(room_of(child) for child in graph.find_children(PACKAGE))
    rooms = {name: read_room(root / PACKAGE, name) for name in names}
    imports: Counter[tuple[str, str]] = Counter()
    for importer in graph.modules - {PACKAGE}:
        for imported in graph.find_modules_directly_imported_by(importer) - {PACKAGE}:
            pair = room_of(importer), room_of(imported)
            if pair[0] != pair[1]:
                imports[pair] += 1
    floors = [[rooms.pop(name) for name in floor if name in rooms] for floor in read_floors(root)]
    outside = [rooms[name] for name in names if name in rooms]
    kept = [floor for floor in [outside, *floors] if floor]
    return House(kept, dict(imports), len(graph.modules))


def room_of(module: str) -> str:
    """`cxreset.tui.app` is in the room `tui`."""
    return module.split(".")[1]


def read_floors(root: Path) -> list[list[str]]:
    """The floors of the import contract, the highest first."""
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return [
        [name.strip(" ()").removeprefix(f"{PACKAGE}.") for name in split_floor(layer)]
        for layer in layers
    ]


def split_floor(layer: str) -> list[str]:
    """`insight : intake` stand side by side; so do `insight | intake`."""
    return layer.replace("|", ":").split(":")


def read_room(package: Path, name: str) -> Room:
    """The lines of a room, and of the rooms in it; a module is a room without any."""
    folder = package / name
    if not folder.is_dir():
        return Room(name, lines_in([folder.with_suffix(".py")]), {})
    inside = {
        child.name: lines_in(child.rglob("*.py"))
        for child in sorted(folder.iterdir())
        if (child / "__init__.py").is_file()
    }
    return Room(name, lines_in(folder.rglob("*.py")), inside)


def lines_in(files: Iterable[Path]) -> int:
    """Lines of all these files together."""
    return sum(file.read_text("utf-8").count("\n") for file in files)


# -- the drawing


class Box(NamedTuple):
    """Where a room is drawn, in pixels from the top left corner."""

    room: Room
    x: float
    y: float
    width: float
    height: float
    rest: list[str]


def draw(house: House) -> str:
    """The house as SVG; the same house gives the same bytes."""
    boxes = arrange_boxes(house)
    height = max(box.y + box.height for box in boxes.values()) + MARGIN
    lines = sum(room.lines for floor in house.floors for room in floor)
    caption = f"{house.modules} modules, {rounded(lines)} lines"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}"'
            ' font-family="system-ui, sans-serif" font-size="13">',
            f"<title>The rooms of {PACKAGE}: each floor imports only floors below it</title>",
            f"<metadata>{escape(json.dumps(house.structure(), sort_keys=True))}</metadata>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
            ' markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#64748b"/></marker></defs>',
            f'<rect width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
            f'<text x="{MARGIN}" y="20" fill="#475569">{caption}</text>',
            *(arrow(boxes, pair, house.imports[pair]) for pair in drawn_arrows(house)),
            *(line for box in boxes.values() for line in draw_box(box)),
            "</svg>\n",
        ]
    )


def floor_of(house: House) -> dict[str, int]:
    """Room -> the number of its floor from the top."""
    return {room.name: number for number, floor in enumerate(house.floors) for room in floor}


def drawn_arrows(house: House) -> list[tuple[str, str]]:
    """From each room to those it uses on the next floor down that it uses at all."""
    floor = floor_of(house)
    drawn = []
    for room in floor:
        below = [pair for pair in house.imports if pair[0] == room and floor[pair[1]] > floor[room]]
        if below:
            nearest = min(floor[pair[1]] for pair in below)
            drawn += sorted(pair for pair in below if floor[pair[1]] == nearest)
    return drawn


def written_imports(house: House, name: str) -> list[str]:
    """The imports of a room that no arrow shows; those that go up or aside are marked."""
    floor, arrows = floor_of(house), drawn_arrows(house)
    found = []
    for pair, number in sorted(house.imports.items()):
        if pair[0] == name and pair not in arrows:
            mark = "" if floor[pair[1]] > floor[name] else "↑ "
            found.append(f"{mark}{pair[1]} {number}")
    return found


def arrange_boxes(house: House) -> dict[str, Box]:
    """A box a room, floor under floor, each floor in the middle."""
    boxes = {}
    y = 40.0
    share = min(fitting(floor) for floor in house.floors)
    for floor in house.floors:
        widths = [max(LEAST, room.lines * share) for room in floor]
        squeeze = min(1.0, (WIDTH - 2 * MARGIN - GAP * (len(floor) - 1)) / sum(widths))
        widths = [width * squeeze for width in widths]
        x = (WIDTH - sum(widths) - GAP * (len(floor) - 1)) / 2
        rests = {room.name: wrap(written_imports(house, room.name)) for room in floor}
        height = max(TITLE + BAR * (len(room.inside) + len(rests[room.name])) + 8 for room in floor)
        for room, width in zip(floor, widths, strict=True):
            boxes[room.name] = Box(room, x, y, width, height, rests[room.name])
            x += width + GAP
        y += height + FLOOR_GAP
    return boxes


def fitting(floor: list[Room]) -> float:
    """Pixels a line at which a floor fills the width."""
    return (WIDTH - 2 * MARGIN - GAP * (len(floor) - 1)) / sum(room.lines for room in floor)


def wrap(imports: list[str]) -> list[str]:
    """Three imports a line."""
    rows = [imports[start : start + 3] for start in range(0, len(imports), 3)]
    return [("also " if row is rows[0] else "") + ", ".join(row) for row in rows]


def draw_box(box: Box) -> list[str]:
    """The room with its rooms as bars, and what it imports beside what arrows show."""
    room = box.room
    left, pixels = box.x + 12, (box.width - 24) / max(room.lines, 1)
    drawing = [
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
        ' rx="6" fill="#f8fafc" stroke="#94a3b8"/>',
        f'<text x="{left:.1f}" y="{box.y + 22:.1f}" font-size="16" font-weight="600"'
        f' fill="#0f172a">{room.name} <tspan font-size="12" font-weight="400" fill="#475569">'
        f"{rounded(room.lines)} lines</tspan></text>",
    ]
    y = box.y + 34
    for name, lines in room.inside.items():
        drawing.append(
            f'<rect x="{left:.1f}" y="{y:.1f}" width="{max(2, lines * pixels):.1f}" height="14"'
            ' fill="#cbd5e1"/>'
            f'<text x="{left + 4:.1f}" y="{y + 11:.1f}" font-size="12" fill="#0f172a">{name}'
            f" {rounded(lines)}</text>"
        )
        y += BAR
    for text in box.rest:
        y += BAR
        drawing.append(
            f'<text x="{left:.1f}" y="{y - 6:.1f}" font-size="11" fill="#475569">'
            f"{escape(text)}</text>"
        )
    return drawing


def arrow(boxes: dict[str, Box], pair: tuple[str, str], number: int) -> str:
    """A curve from the foot of the importer to the head of the imported, thicker for more."""
    start, end = boxes[pair[0]], boxes[pair[1]]
    x1, y1 = start.x + start.width / 2, start.y + start.height
    x2, y2 = end.x + end.width / 2, end.y
    bend = (y2 - y1) / 2
    return (
        f'<path d="M{x1:.1f} {y1:.1f}C{x1:.1f} {y1 + bend:.1f} {x2:.1f} {y2 - bend:.1f}'
        f' {x2:.1f} {y2 - 1:.1f}" fill="none" stroke="#64748b"'
        f' stroke-width="{1 + number**0.5 / 6:.1f}" marker-end="url(#tip)">'
        f"<title>{pair[0]} imports {pair[1]}: {number}</title></path>"
    )


def rounded(lines: int) -> str:
    """Lines to the hundred: a drawing need not change with every line."""
    return f"{max(100, round(lines, -2)):,}"


def drawn_structure(picture: Path = PICTURE) -> object:
    """The structure that a drawing shows."""
    text = picture.read_text("utf-8")
    inside = text.partition("<metadata>")[2].partition("</metadata>")[0]
    return json.loads(unescape(inside))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to draw")
    parser.add_argument("--to", type=Path, default=PICTURE, help="the SVG file to write")
    options = parser.parse_args()
    options.to.write_text(draw(read_house(options.root.resolve())), encoding="utf-8")
    print(options.to)


if __name__ == "__main__":
    main()
