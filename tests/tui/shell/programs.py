"""Programs of a desktop, played by small scripts."""

from __future__ import annotations

from pathlib import Path


def fake(folder: Path, name: str, does: str) -> None:
    """A program of this name that does what a line of shell says."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
