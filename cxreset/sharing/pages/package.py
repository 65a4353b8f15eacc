"""The ZIP that a Word or PowerPoint file is: the same bytes for the same document."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def dated(saved: BytesIO, day: date) -> bytes:
    """A saved package with one day (1980 or later) on every file in it, not the hour it is now."""
    written = BytesIO()
    moment = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with ZipFile(saved) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, moment)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, source.read(name))
    return written.getvalue()
