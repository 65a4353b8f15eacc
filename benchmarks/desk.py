"""What the other ways in cost: the page in the browser, the reader, and German.

    python -m benchmarks.desk [-n ROUNDS]

Ratios within each round, in turn; the median counts. `serve` is the time from the command until
the first screen has arrived on the page, against the time until the app alone takes its first key.
`read` is the CPU time to its first question, against `cxreset today`. `German` is the CPU time of
`today` and the time until the app takes its first key, each against the same in English.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from aiohttp import ClientSession, CookieJar

from benchmarks.startup import RUN, begun, cpu, usable

PROGRAM = [sys.executable, "-c", RUN]
WIN = {"en": b"SMALL WIN", "de": b"KLEINE"}
"""What stands on Today once it is drawn."""
TICKED_IN_GERMAN = b"Abgehakt"
BOUNDS = {"serve": 2.0, "read": 2.0, "German, today": 1.05, "German, app": 1.05}

Env = dict[str, str]


async def arrived(address: str) -> None:
    """Open the address as a browser does, and wait for the first screen."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser:
        async with browser.get(address) as page:
            page.raise_for_status()
        host = address.partition("//")[2].partition("/")[0]
        socket = f"ws://{host}/ws?width=120&height=40"
        async with browser.ws_connect(socket, headers={"Origin": f"http://{host}"}) as screen:
            drawn = ""
            while WIN["en"].decode() not in drawn:
                message = await screen.receive(timeout=30)
                drawn += message.data if isinstance(message.data, str) else message.data.decode()


def served(env: Env) -> float:
    """Seconds until the first screen is on the page."""
    started = time.perf_counter()
    command = [*PROGRAM, "serve", "--no-browser", "--stay", "1"]
    server = subprocess.Popen(
        command, env=env, cwd=env["HOME"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        asyncio.run(arrived(server.stdout.readline().strip()))
        return time.perf_counter() - started
    finally:
        server.terminate()
        server.communicate()


def measured(env: Env, german: Env) -> dict[str, float]:
    """The ratios of one round."""
    app = usable(PROGRAM, env, WIN["en"])
    cpu([*PROGRAM, "undone", "1.1"], env)
    page = served(env)
    app_in_german = usable(PROGRAM, german, WIN["de"], TICKED_IN_GERMAN)
    cpu([*PROGRAM, "undone", "1.1"], german)
    today = cpu([*PROGRAM, "today"], env)
    return {
        "serve": page / app,
        "read": cpu([*PROGRAM, "read"], env) / today,
        "German, today": cpu([*PROGRAM, "today"], german) / today,
        "German, app": app_in_german / app,
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("-n", type=int, default=7, help="rounds (7)")
    rounds = parser.parse_args().n
    ratios: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        env = begun(sys.executable, Path(folder) / "home")
        german = begun(sys.executable, Path(folder) / "german") | {"CXRESET_INTERFACE": "de"}
        for counted in range(-1, rounds):  # the first round only warms up
            for what, ratio in measured(env, german).items():
                if counted >= 0:
                    ratios[what].append(ratio)
    print(f"medians of the ratios of {rounds} rounds")
    for what, bound in BOUNDS.items():
        print(f"{what:<15}{statistics.median(ratios[what]):6.2f}   at most {bound}")


if __name__ == "__main__":
    main()
