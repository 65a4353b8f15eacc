"""A copy of the workbook under a passphrase, in the format of age (age-encryption.org, v1).

The cipher is a library's (pyrage, the extra `cxreset[safe]`), and any program that knows age opens
the file without us: `age --decrypt`. The passphrase is stored nowhere.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from cxreset.base.errors import BackupError
from cxreset.base.language.words import _
from cxreset.base.paths import give_name, new_private_file, temporary_beside
from cxreset.workbook.storage.backup import copy_to, real, settle
from cxreset.workbook.storage.messages import why

MISSING = 'A passphrase needs one more package: pip install "cxreset[safe]".'
ENCRYPTED = ".age"
"""How such a file is called at its end."""
_HEADER = b"age-encryption.org/v1\n"
_BY_PASSPHRASE = b"-> scrypt "  # the other way is by keys, which we make none of


def is_encrypted(path: Path) -> bool:
    """Whether the file is one of age's; a file that cannot be read is none."""
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError:
        return False


def copy_encrypted(workbook: Path, target: Path, passphrase: str) -> None:
    """A checked copy of the workbook at `target`, encrypted; nothing may be there yet.

    The plain copy it is made of lies beside the workbook meanwhile, never where `target` is. Raises
    BackupError, and whatever `copy_to` raises.
    """
    library = _library()
    if os.path.lexists(target):
        raise BackupError(
            _("{target} exists already and was left as it is. Name another file.").format(
                target=target
            )
        )
    plain = temporary_beside(real(workbook))
    temporary = temporary_beside(target)
    try:
        copy_to(workbook, plain)
        encrypted: bytes = library.passphrase.encrypt(plain.read_bytes(), passphrase)
        write_private(temporary, encrypted)
        give_name(temporary, target)
    except OSError as error:
        raise BackupError(
            _("No backup was made at {target}: {why}.").format(target=target, why=why(error))
        ) from error
    finally:
        for path in (plain, temporary):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def decrypted(path: Path, passphrase: str) -> bytes:
    """What an encrypted file holds. Raises BackupError: by keys, wrong passphrase, not whole."""
    library = _library()
    content = path.read_bytes()
    if not content.removeprefix(_HEADER).startswith(_BY_PASSPHRASE):
        raise BackupError(
            _(
                "{path} is encrypted for a key, not by a passphrase. Open it by the "
                "program that made it, and restore what comes out. Nothing was changed."
            ).format(path=path)
        )
    try:
        plain: bytes = library.passphrase.decrypt(content, passphrase)
    except library.DecryptError as error:
        raise BackupError(
            _(
                "{path} does not open: the passphrase is another one, or the file is not "
                "whole. Nothing was changed."
            ).format(path=path)
        ) from error
    return plain


def write_private(path: Path, content: bytes) -> None:
    """A new file of this user's with that content, on the disk for good. Raises OSError."""
    with open(new_private_file(path), "wb") as file:  # noqa: PTH123 - a descriptor
        file.write(content)
    settle(path)


def _library() -> ModuleType:
    try:
        import pyrage
    except ImportError as error:
        raise BackupError(_(MISSING)) from error
    library: ModuleType = pyrage
    return library
