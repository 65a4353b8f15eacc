"""Places: the light rule for Linux says what platformdirs says."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from cxreset.base import locations, paths


@pytest.mark.skipif(sys.platform != "linux", reason="platformdirs itself answers elsewhere")
@pytest.mark.parametrize("value", ["", "  ", "/some/where", "relative"])
def test_the_light_rule_agrees_with_platformdirs(
    value: str, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    assert paths.data_dir() == platformdirs.user_data_path("cxreset", appauthor=False)
    assert paths.cache_dir() == platformdirs.user_cache_path("cxreset", appauthor=False)


def test_the_workbook_is_where_it_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.workbook_path().name == "reset.cxreset"
    monkeypatch.setenv(locations.WORKBOOK_VARIABLE, "~/mine.cxreset")
    assert paths.workbook_path() == Path.home() / "mine.cxreset"
    assert paths.workbook_path("other.cxreset") == Path("other.cxreset")
