"""Where the suite's time goes: `make test ARGS="-p tests.cost"` ends with CPU seconds by file.

CPU seconds (user and system, children that were waited for included), since a busy machine
stretches every other clock. Imports count for the file that was first to need them.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Generator

import pytest

COST = "CPU seconds"
LISTED = 30


class Costs:
    """What each file has cost so far: measured where a test runs, summed where it is reported."""

    def __init__(self) -> None:
        self.by_file: dict[str, float] = defaultdict(float)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, None, None]:
        item.user_properties.append((COST, -_cpu_seconds()))
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> Generator[None, None, None]:
        yield
        item.user_properties.append((COST, _cpu_seconds()))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "teardown":
            for name, seconds in report.user_properties:
                if name == COST and isinstance(seconds, float):
                    self.by_file[report.location[0]] += seconds

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.section(f"{COST} by file, the {LISTED} highest")
        highest = sorted(self.by_file.items(), key=lambda pair: -pair[1])
        for file, seconds in highest[:LISTED]:
            terminalreporter.line(f"{seconds:7.1f}  {file}")
        terminalreporter.line(f"{sum(self.by_file.values()):7.1f}  all tests")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Costs())


def _cpu_seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
