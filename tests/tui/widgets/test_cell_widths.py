"""Text is as wide for us as it is in terminals, in scripts with vowel signs too."""

from __future__ import annotations

import pytest
from rich.cells import cell_len, set_cell_size

from cxreset.tui.widgets.cell_widths import measure_as_terminals_do

# Each width is the column in which tmux 3.3a leaves the cursor.
WIDTHS = [
    ("सामान मिला", 10),
    ("रिफंड", 4),
    ("নমস্কার", 6),
    ("நன்றி", 4),
    ("ขอบคุณมาก", 8),
    ("한국어", 6),
    ("café", 4),
    ("plain", 5),
]


@pytest.mark.parametrize(("text", "width"), WIDTHS)
def test_as_wide_as_in_a_terminal(text: str, width: int) -> None:
    measure_as_terminals_do()
    assert cell_len(text) == width
    padded = set_cell_size(text, 20)
    assert cell_len(padded) == 20 and padded.startswith(text)
