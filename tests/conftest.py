"""What tests share: the real content, a real workbook in a folder of its own, a frozen day."""

from __future__ import annotations

import gc
import shutil
import socket
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import textual._time
import textual.app
import textual.constants
import textual.pilot
from hypothesis import settings
from textual.css.stylesheet import Stylesheet

from cxreset.base import locations
from cxreset.base.day_words import choose_language
from cxreset.base.language.words import ask_anew
from cxreset.programme.drivers import Driver, load_drivers
from cxreset.programme.model import Pack
from cxreset.programme.pack import load_pack
from cxreset.reset.reset import Reset, begin_reset, open_reset
from cxreset.reset.sample import fill_sample
from cxreset.reset.suggestions import finding
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell.colours.themes import DARK
from cxreset.tui.widgets.fields import field
from cxreset.workbook.daily import Settings
from cxreset.workbook.pace import Presence
from cxreset.workbook.storage import upgrade
from tests.clock import SkippingLoop, now, some_frames
from tests.examples import PROFILE
from tests.memory_folders import use_memory
from tests.new_workbooks import copying
from tests.paths import CONTENT
from tests.styles import remembering

LOOPBACK = ("127.0.0.1", "::1", "localhost")
START = date(2026, 9, 7)  # a Monday
# Real terminals, kills and failing system calls are those of POSIX; Windows runs all the rest.
collect_ignore = [] if find_spec("termios") else ["faults"]


def pytest_configure() -> None:
    settings.load_profile(PROFILE)
    use_memory()


def pytest_collection_finish() -> None:
    """What all tests share is never garbage: as the app's start does, it is not searched again.

    A third of a screen's test went into searching it, many times over.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_asyncio_loop_factories() -> dict[str, type[SkippingLoop]]:
    """Every async test runs on a loop whose clock skips what nobody works in."""
    return {"skipping": SkippingLoop}


@pytest.fixture(scope="session", autouse=True)
def quick_screens() -> Iterator[None]:
    """Textual and our fields go by the loop's clock; each style sheet is parsed once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual._time, "get_time", now)
        patch.setattr(textual.constants, "COLOR_SYSTEM", "truecolor")  # whatever terminal tests
        patch.setattr(field, "monotonic", now)
        # widgets are tried in apps of Textual's own, whose themes do not know all our roles
        patch.setattr(textual.app.App, "get_theme_variable_defaults", lambda app: DARK.variables)
        for module in (textual.app, textual.pilot):
            patch.setattr(module, "wait_for_idle", some_frames)
        patch.setattr(Stylesheet, "parse", remembering(Stylesheet.parse))
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_workbooks() -> Iterator[None]:
    """A new workbook's tables are copied; the shipped pack's four hundred drivers are read once."""
    shipped = cache(load_drivers)

    def drivers(folder: Path) -> tuple[Driver, ...]:
        return shipped(folder) if folder == CONTENT else load_drivers(folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrade, "take_steps", copying(upgrade.take_steps))
        patch.setattr(finding, "load_drivers", drivers)
        yield


@pytest.fixture(scope="session")
def parsed_packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program finds the content pack parsed, by whichever test called it first."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, parsed_packs: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the test's own: nothing is read from or written to the real one, and the language
    that a test settles in it ends with it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(parsed_packs))
    monkeypatch.delenv("CXRESET_WORKBOOK", raising=False)
    monkeypatch.delenv("CXRESET_CONTENT", raising=False)
    yield folder
    ask_anew()
    choose_language("")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this machine fails the test that makes it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a network connection to {address} was tried")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(CONTENT, None)


@pytest.fixture
def reset(tmp_path: Path, pack: Pack) -> Iterator[Reset]:
    """A new reset of Dana's, on its third day; she was here the day before."""
    settings = Settings("Dana", "Harbour & Pine", START, (0, 1, 2, 3, 4), None, START)
    made = begin_reset(tmp_path / "test.cxreset", pack, lambda: date(2026, 9, 9), settings)
    made.pace.set_presence(Presence(date(2026, 9, 8)))
    yield made
    made.file.close()


@pytest.fixture(scope="session")
def filled_sample(tmp_path_factory: pytest.TempPathFactory, pack: Pack) -> Path:
    """The filled sample, made once; a test works on a copy of it."""
    path = tmp_path_factory.mktemp("sample") / "sample.cxreset"
    fill_sample(path, pack, CONTENT)
    return path


@pytest.fixture
def sample_file(tmp_path: Path, filled_sample: Path) -> Path:
    """The filled sample in a file of the test's own."""
    return Path(shutil.copy(filled_sample, tmp_path / "sample.cxreset"))


@pytest.fixture
def sample(sample_file: Path, pack: Pack) -> Iterator[Reset]:
    """The filled sample, open on its own day."""
    reset = open_reset(sample_file, pack, date.today)
    yield reset
    reset.file.close()


@pytest.fixture
def app(reset: Reset) -> CxresetApp:
    """The app on that reset."""

    def never(settings: Settings) -> Reset:
        raise AssertionError("there is a workbook already")

    return CxresetApp(
        reset.pack, reset, never, today=lambda: date(2026, 9, 9), where=str(reset.file.path)
    )


@pytest.fixture
def german(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program speaks German until the test ends."""
    monkeypatch.setenv(locations.INTERFACE_VARIABLE, "de")
    ask_anew()
