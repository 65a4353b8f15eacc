"""Make every system call of a save, an upgrade, a backup, … fail, or kill the process at it.

    python -m tests.faults.faulty save [--every 1] [--journal OFF]

The faults are injected by strace into a forked child that waits, all modules loaded, until strace
holds it. So each call counted is one of the operation itself, and it fails in the kernel's name,
below SQLite and Python alike. Each call that the operation makes gets each fault in turn.
Prints what it found as JSON.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from cxreset.base.errors import CxresetError
from cxreset.workbook.undo import log  # noqa: F401 - loaded before forking, not in the child
from tests.faults.children import DONE, Child, Found
from tests.faults.operations import OPERATIONS, save

# The calls that change a disk, and the error each is made to fail with.
ERRORS = {
    "openat": "EACCES", "pwrite64": "ENOSPC", "write": "ENOSPC", "fsync": "EIO",
    "fdatasync": "EIO", "ftruncate": "EIO", "unlink": "EIO", "link": "EIO", "linkat": "EIO",
    "rename": "EIO", "fchmod": "EPERM", "chmod": "EPERM", "mkdir": "ENOSPC", "utimensat": "EIO",
}  # fmt: skip
KILL = "signal=KILL"
PR_SET_PTRACER, ANY = 0x59616D61, -1  # let strace, which is no parent of the child, hold it


# -- injecting


def injected(do: Callable[[], None], fault: str) -> tuple[int, bytes, str]:
    """Run `do` in a child under strace; its exit code, what it told, strace's list of calls."""

    def work(tell: socket.socket) -> None:
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(ANY), 0, 0, 0)
        tell.send(b"ready")
        tell.recv(1)
        try:
            do()
        except CxresetError as error:
            tell.send(b"refused " + error.sentence.encode())
        except BaseException as error:
            tell.send(f"crashed {error!r}".encode())
            raise
        else:
            tell.send(DONE)

    with Child(work) as child:
        assert child.ours.recv(5) == b"ready"
        calls = ",".join(ERRORS)
        words = ["strace", "-f", "-p", str(child.pid), "-e", f"trace={calls}", "-e", "signal=none"]
        if fault:
            words += ["-e", f"inject={fault}"]
        tracer = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert tracer.stderr is not None
        attached = tracer.stderr.readline()
        assert "attached" in attached, attached
        child.ours.send(b"g")
        code, output = child.finish()
        listing = tracer.stderr.read()
        tracer.wait()
        tracer.stderr.close()
    return code, output, listing


def faults(listing: str) -> Iterator[str]:
    """Each call of the operation with each fault."""
    calls = Counter(re.findall(r"^(?:\[pid +\d+\] )?(\w+)\(", listing, re.MULTILINE))
    for name, times in sorted(calls.items()):
        if name in ERRORS:
            for number in range(1, times + 1):
                yield f"{name}:error={ERRORS[name]}:when={number}"
                yield f"{name}:{KILL}:when={number}"
            # from here on: a disk that stays full or broken
            yield f"{name}:error={ERRORS[name]}:when=1+"


def sweep(name: str, every: int, journal: str) -> Found:
    """Each fault in turn (each `every`-th of them), each on a fresh copy of the same files."""
    operation = OPERATIONS[name]
    do = operation.do
    if journal:
        assert name == "save"

        def do(folder: Path) -> None:
            save(folder, journal)

    with tempfile.TemporaryDirectory() as temporary:
        clean, folder = Path(temporary) / "clean", Path(temporary) / "run"
        clean.mkdir()
        operation.prepare(clean)

        def fresh() -> None:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(clean, folder)

        fresh()
        do(folder)  # once for all imports that happen on the way
        fresh()
        code, output, listing = injected(lambda: do(folder), "")
        assert (code, output) == (0, DONE), (code, output)
        assert not operation.wrong(folder, True), operation.wrong(folder, True)
        runs, bad, problems = 0, 0, []
        for fault in list(faults(listing))[::every]:
            fresh()
            code, output, _ = injected(lambda: do(folder), fault)
            wrong = ""
            if output.startswith(b"crashed"):
                wrong = output.decode()
            elif KILL not in fault and code != 0:
                wrong = f"exit code {code}"
            wrong = wrong or operation.wrong(folder, output == DONE)
            runs += 1
            if wrong:
                bad += 1
                problems.append(f"{fault}: {wrong}")
    return Found(runs, bad, problems)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("operation", choices=OPERATIONS)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--journal", default="")
    given = parser.parse_args()
    os.umask(0)
    print(json.dumps(sweep(given.operation, given.every, given.journal)._asdict()), file=sys.stdout)


if __name__ == "__main__":
    main()
