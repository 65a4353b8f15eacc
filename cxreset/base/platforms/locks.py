"""A lock on an open file that the system drops with the process that holds it."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt

    def lock(handle: int) -> None:
        """Take the lock of an open file without waiting; raises OSError where another has it."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def lock(handle: int) -> None:
        """Take the lock of an open file without waiting; raises OSError where another has it."""
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
