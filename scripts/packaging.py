"""The packagers' files of `packaging/`, filled in for one release.

    python -m scripts.packaging --at https://example.org/0.1.0 --home https://example.org -o DIR

`--at` is the folder where the files of `dist/` are published, `--home` the project's page. Each
`@NAME@` is replaced: the version, the addresses, and the SHA-256 of what was built. What is not
built stands as 64 zeros, so that a packager's linter or download refuses it; it is said.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from cxreset import __version__

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "packaging"
BUILT = {
    "SDIST": f"cxreset-{__version__}.tar.gz",
    "PYZ": "cxreset.pyz",
    "EXE": "cxreset.exe",
}
"""Placeholder -> the file of `dist/` whose SHA-256 it is."""
NOT_BUILT = "0" * 64


def values(dist: Path, at: str, home: str, on: datetime) -> dict[str, str]:
    """What each placeholder stands for; `on` is the day of the Debian changelog."""
    sums = {name: _sha256(dist / file) for name, file in BUILT.items()}
    plain = {"VERSION": __version__, "AT": at.rstrip("/"), "HOME": home}
    return plain | sums | {"DATE": format_datetime(on)}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else NOT_BUILT


def fill(target: Path, filled: dict[str, str]) -> list[Path]:
    """Write every file of `packaging/` but its README under `target`; returns them."""
    made = []
    for source in sorted(SOURCE.rglob("*")):
        if not source.is_file() or source.name == "README.md":
            continue
        text = source.read_text(encoding="utf-8")
        for name, value in filled.items():
            text = text.replace(f"@{name}@", value)
        path = target / source.relative_to(SOURCE)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        path.chmod(source.stat().st_mode)
        made.append(path)
    return made


def main(words: Sequence[str]) -> int:
    """Fill them in; 1 when something was not built."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--at", required=True, help="where the files of dist/ are published")
    parser.add_argument("--home", required=True, help="the project's page")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="what was built")
    parser.add_argument("-o", "--output", type=Path, required=True, help="a folder")
    asked = parser.parse_args(words)
    filled = values(asked.dist, asked.at, asked.home, datetime.now(UTC))
    for path in fill(asked.output, filled):
        print(path)
    missing = [file for name, file in BUILT.items() if filled[name] == NOT_BUILT]
    if missing:
        print(f"Not in {asked.dist}: {', '.join(missing)}.", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
