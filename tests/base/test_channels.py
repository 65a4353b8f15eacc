"""Channels are called by their own words, and stand in a column that the longest of them fits."""

from __future__ import annotations

import pytest

from cxreset.base import locations
from cxreset.base.channels import CHANNELS, channel_cell, channel_name
from cxreset.base.language.words import ask_anew


def test_channels_have_names_in_english_and_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [channel_name(each) for each in CHANNELS] == [*CHANNELS]
    assert channel_cell("call") == "call   "
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, "de")
    ask_anew()
    names, cells = zip(*((channel_name(one), channel_cell(one)) for one in CHANNELS), strict=True)
    monkeypatch.delenv(locations.INTERFACE_VARIABLE)
    ask_anew()
    assert names == ("Umfrage", "Rezension", "Chat", "Anfrage", "Anruf", "anderes")
    assert {len(cell) for cell in cells} == {len("Rezension ")}
