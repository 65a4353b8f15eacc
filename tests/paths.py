"""Where the repository's own parts lie, for tests wherever they stand."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
WIDGET_STYLES = ROOT / "cxreset" / "tui" / "widgets" / "widgets.tcss"
SHARED = ROOT.parent / "shared"
FEEDBACK = SHARED / "feedback"
