"""How feedback reaches a company: the channels that every room knows.

The layout of the workbook allows these and no others; a test compares.
"""

from __future__ import annotations

from typing import Literal

from cxreset.base.language.words import N_pair, pgettext

Channel = Literal["survey", "review", "chat", "ticket", "call", "other"]
CHANNELS: tuple[Channel, ...] = ("survey", "review", "chat", "ticket", "call", "other")
COMMENT_NAMES = {
    "survey": N_pair("survey answer", "survey answers"),
    "review": N_pair("review", "reviews"),
    "chat": N_pair("chat", "chats"),
    "ticket": N_pair("support ticket", "support tickets"),
    "call": N_pair("call", "calls"),
    "other": N_pair("other comment", "other comments"),
}
"""Channel -> what one comment of it is called, and several."""


def channel_name(channel: str) -> str:
    """What a channel is called in the language of the interface."""
    return pgettext("channel", channel)


def channel_cell(channel: str) -> str:
    """`channel_name`, for a column: as wide as the longest of them, and a blank."""
    width = 1 + max(len(channel_name(each)) for each in CHANNELS)
    return f"{channel_name(channel):<{width}}"
