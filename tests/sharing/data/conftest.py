"""A workbook of the sample as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sharing.data.json_samples import json_of


@pytest.fixture(scope="module")
def sample_json(filled_sample: Path) -> bytes:
    return json_of(filled_sample)


@pytest.fixture
def kept(sample_json: bytes, tmp_path: Path) -> Path:
    """The sample as JSON."""
    path = tmp_path / "kept.json"
    path.write_bytes(sample_json)
    return path
