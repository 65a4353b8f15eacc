"""How feedback reaches a company: the channels that every room knows.

The layout of the workbook allows these and no others; a test compares.
"""

from __future__ import annotations

from typing import Literal

Channel = Literal["survey", "review", "chat", "ticket", "call", "other"]
CHANNELS: tuple[Channel, ...] = ("survey", "review", "chat", "ticket", "call", "other")
COMMENT_NAMES = {
    "survey": ("survey answer", "survey answers"),
    "review": ("review", "reviews"),
    "chat": ("chat", "chats"),
    "ticket": ("support ticket", "support tickets"),
    "call": ("call", "calls"),
    "other": ("other comment", "other comments"),
}
"""Channel -> what one comment of it is called, and several."""
