"""The ZIP that a Word or PowerPoint file is: the same bytes for the same document."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_ABOUT = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def dated(saved: BytesIO, day: date) -> bytes:
    """A saved package with one day (1980 or later) on every file in it and in what it says about
    itself, not the hour it is now."""
    written = BytesIO()
    moment = (max(day.year, 1980), day.month, day.day, 0, 0, 0)
    with ZipFile(saved) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = ZipInfo(name, moment)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            content = source.read(name)
            if name == _ABOUT:
                content = _MOMENT.sub(f"{day.isoformat()}T00:00:00Z".encode(), content)
            target.writestr(info, content)
    return written.getvalue()
