"""The shipped drivers, read once for a module."""

from __future__ import annotations

import pytest

from cxreset.programme.drivers import Driver, load_drivers
from tests.paths import ROOT


@pytest.fixture(scope="module")
def drivers() -> tuple[Driver, ...]:
    return load_drivers(ROOT / "content")
