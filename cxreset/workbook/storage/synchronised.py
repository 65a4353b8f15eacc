"""Does a file lie in a folder that a service keeps the same on several machines?

Told by the names of the folders above it, and by what such services leave in them. Light: the
first screen and `cxreset start` ask too.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from cxreset.base.language.words import N_, _

_NAMES = {  # how the folders of these services are named, in lower case, at the start of a name
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "cloudstorage": N_("a cloud service"),
}
_MARKS = {  # what lies in a folder that is kept the same, at the start of a name
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".dropbox": "Dropbox",
    ".sync_": "Nextcloud",
    "._sync_": "Nextcloud",
    ".owncloudsync": "Nextcloud",
    ".nextcloudsync": "Nextcloud",
}


def service_over(path: Path) -> str:
    """The service that synchronises the folder of a path, as far as can be seen; else empty."""
    for part in path.parent.parts:
        for start, service in _NAMES.items():
            if part.casefold().startswith(start):
                return service
    home = Path.home()
    for folder in path.parents:
        if folder == home or folder in home.parents:  # where such services keep their settings
            break
        service = _marked(folder)
        if service:
            return service
    return ""


def synchronised(service: str) -> str:
    """What that means for a workbook, in a sentence or two."""
    return _(
        "The workbook lies in a folder of {service}. A synchronised file can be "
        "swapped while it is open: that is noticed, and nothing is lost, but it is "
        "calmer to keep the workbook elsewhere and to put backups there: cxreset "
        "backup -o PATH."
    ).format(service=service)


def _marked(folder: Path) -> str:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            for start, service in _MARKS.items():
                if entry.name.startswith(start):
                    return service
    return ""
