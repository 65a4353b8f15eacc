"""Examples without personal data, for what leaves the workbook."""

from __future__ import annotations

from cxreset.insight.personal import find, sign
from cxreset.insight.themes.model import Example


def masked(example: Example) -> Example:
    """The example with what is personal in it masked; its spans moved along with the words.

    A span that what is masked touches is left out.
    """
    found = find(example.text)
    if not found:
        return example
    pieces: list[str] = []
    end = 0
    for one in found:
        pieces += [example.text[end : one.start], sign(one.kind)]
        end = one.end
    text = "".join([*pieces, example.text[end:]])
    spans = []
    for start, stop in example.spans:
        if any(one.start < stop and start < one.end for one in found):
            continue
        shift = sum(
            len(sign(one.kind)) - (one.end - one.start) for one in found if one.end <= start
        )
        spans.append((start + shift, stop + shift))
    return Example(example.item, text, tuple(spans))
