"""Signals, terminals, clipboards and windows of the other systems, by substitution."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from types import FrameType

import pytest

from cxreset.base.platforms import clipboard, commands, opening, signals, terminals

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="the others' branches are substituted for those of POSIX"
)


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A system that has not these signals."""
    for name in names:
        monkeypatch.delattr(signal, name, raising=False)


# -- signals


def test_windows_knows_only_the_key_and_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert signals.ending() == (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    assert signals.suspending() == (signal.SIGTSTP,)
    without(monkeypatch, "SIGHUP", "SIGTSTP")
    assert signals.ending() == (signal.SIGTERM, signal.SIGINT)
    assert signals.ending(by_key=False) == (signal.SIGTERM,)
    assert signals.suspending() == ()
    signals.usual_suspension()()  # nothing to do, and nothing done


def test_a_loop_hears_signals_until_that_is_undone() -> None:
    async def hear() -> list[int]:
        heard: list[int] = []
        undo = signals.on_signals([signal.SIGHUP], heard.append)
        os.kill(os.getpid(), signal.SIGHUP)
        while not heard:
            await asyncio.sleep(0.001)
        undo()
        return heard

    assert asyncio.run(hear()) == [signal.SIGHUP]
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_DFL


def test_a_loop_that_takes_no_signals_is_left_alone() -> None:
    class Windows(asyncio.SelectorEventLoop):
        def add_signal_handler(self, *_: object) -> None:
            raise NotImplementedError

    async def ask() -> None:
        undo = signals.on_signals(signals.ending(), lambda number: pytest.fail("heard"))
        undo()

    with asyncio.Runner(loop_factory=Windows) as runner:
        runner.run(ask())


def test_an_interrupt_is_a_wish_inside_and_an_exception_after() -> None:
    asked: list[bool] = []
    before = signal.getsignal(signal.SIGINT)
    with signals.interrupts(lambda: asked.append(True)):
        signal.raise_signal(signal.SIGINT)
    assert asked == [True]
    assert signal.getsignal(signal.SIGINT) == before


def test_before_there_is_a_loop_every_way_to_end_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "SIGHUP")
    before = signal.getsignal(signal.SIGTERM)
    heard: list[int] = []
    try:
        signals.at_once(heard.append)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert heard == [signal.SIGTERM]


def test_sleep_is_left_to_whoever_had_it(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[int] = []

    def sleep(number: int, _frame: FrameType | None) -> None:
        slept.append(number)

    monkeypatch.setattr(signal, "getsignal", lambda number: sleep)
    signals.usual_suspension()()
    assert slept == [signal.SIGTSTP]


# -- terminals and desktops


def test_a_windows_console_has_no_settings_and_gives_no_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert terminals.can_be_asked()
    monkeypatch.setattr(sys, "platform", "win32")
    assert not terminals.can_be_asked()
    terminals.quiet_keys()()


@pytest.mark.parametrize(
    ("platform", "display", "asked", "opened"),
    [
        ("darwin", "", ["pbcopy"], "open"),
        ("win32", "", ["clip.exe"], "explorer.exe"),
        ("linux", "", [], ""),
        ("linux", "DISPLAY", ["xclip", "xsel"], "xdg-open"),
        ("linux", "WAYLAND_DISPLAY", ["wl-copy"], "xdg-open"),
        ("linux", "WSL_DISTRO_NAME", ["clip.exe"], ""),
    ],
)
def test_each_desktop_has_its_own_programs(
    platform: str, display: str, asked: list[str], opened: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    if display:
        monkeypatch.setenv(display, "there")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(sys, "platform", platform)
    assert [name for name, *_ in clipboard.clipboards()] == asked
    assert opening.opener() == (f"/bin/{opened}" if opened else None)


def test_a_text_travels_to_windows_as_it_reads_it() -> None:
    assert clipboard.encoding_for("clip.exe") == "utf-16"
    assert clipboard.encoding_for("pbcopy") == clipboard.encoding_for("xclip") == "utf-8"


def test_a_command_is_read_whole_by_either_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    command = ["/bin/python 3", "-m", "it's; $(bad)", 'a "b"']
    assert commands.shell_words(command) == "exec '/bin/python 3' -m 'it'\"'\"'s; $(bad)' 'a \"b\"'"
    monkeypatch.setattr(sys, "platform", "win32")
    assert commands.shell_words(command) == '"/bin/python 3" -m "it\'s; $(bad)" "a \\"b\\""'
