"""Textual's private names that we stand on: they are there and mean what we think."""

from __future__ import annotations

import ast
import asyncio
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.message_pump import MessagePump
from textual.widgets import Static

from cxreset.base.errors import CxresetError
from cxreset.tui.toolkit import private
from cxreset.tui.toolkit.private import NEXT_CALLS, GuardedApp, raised_by_next_call
from tests.paths import ROOT

FILES = ("private.py", "speed.py", "styles.py")
BUSY = CxresetError("The workbook is held just now.")


class Guarded(GuardedApp):
    """Notes what it is asked to take up."""

    def __init__(self, *, takes_up: bool) -> None:
        super().__init__()
        self.takes_up = takes_up
        self.heard: list[str] = []
        self.last: list[CxresetError] = []

    def compose(self) -> ComposeResult:
        yield Static("here")

    def take_up(self, error: CxresetError, message: object) -> bool:
        self.heard.append(type(message).__name__)
        return self.takes_up

    def take_up_last(self, error: CxresetError) -> None:
        self.last.append(error)
        if not self.takes_up:
            self.end_at_once("trouble")

    def crash_sentence(self, error: Exception) -> str:
        return f"It failed: {error}"

    def action_fail(self) -> None:
        raise BUSY

    def on_key(self) -> None:
        raise BUSY


def test_the_names_are_there() -> None:
    for name in (NEXT_CALLS, "_dispatch_message", "_close_messages_no_wait"):
        assert asyncio.iscoroutinefunction(getattr(MessagePump, name)) or name.endswith("no_wait")
    app = Guarded(takes_up=True)
    for name in ("_return_value", "_exit", "_exception", "_exit_renderables"):
        assert name in vars(app), name
    for name in ("_exception_event", "_handle_exception", "_fatal_error"):
        assert hasattr(App, name), name


async def test_an_error_of_a_handler_is_taken_up_and_the_app_goes_on() -> None:
    app = Guarded(takes_up=True)
    async with app.run_test() as pilot:
        await pilot.press("x")
        await pilot.press("y")
        assert app.heard == ["Key", "Key"]
        assert app.is_running
    assert app.last == []


async def test_what_nobody_took_up_reaches_the_app() -> None:
    app = Guarded(takes_up=False)
    async with app.run_test() as pilot:
        await pilot.press("x")
    assert app.last == [BUSY]
    assert app.return_value == "trouble"


async def test_an_error_of_a_next_call_is_known_by_its_trace() -> None:
    app = Guarded(takes_up=True)
    async with app.run_test() as pilot:
        app.screen.query_one(Static).call_next(app.action_fail)
        for _ in range(50):
            await pilot.pause(0.02)
            if app.last:
                break
        assert app.last == [BUSY]
        assert raised_by_next_call(app.last[0])
    assert not raised_by_next_call(CxresetError("raised nowhere"))


async def test_it_ends_at_once_with_its_answer() -> None:
    app = Guarded(takes_up=True)
    async with app.run_test() as pilot:
        app.end_at_once("trouble")
        await pilot.pause()
    assert app.return_value == "trouble"
    assert not app.is_running


async def test_a_crash_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    app = Guarded(takes_up=True)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            app.call_later(lambda: 1 // 0)
            await pilot.pause(0.1)
    printed = "".join(capsys.readouterr())
    assert "It failed: integer division" in printed
    assert "Traceback" not in printed and "takes_up" not in printed


def private_names(path: Path) -> set[str]:
    """Private names a file uses that it does not make itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
    }


def test_no_other_file_uses_one() -> None:
    theirs = {name for kind in (App, MessagePump, Static) for name in dir(kind)}
    theirs |= set(vars(Guarded(takes_up=True)))
    theirs -= set(dir(object))
    textual = {name for name in theirs if name.startswith("_") and not name.startswith("__")}
    used = {
        f"{path.name}: {name}"
        for path in (ROOT / "cxreset" / "tui").rglob("*.py")
        if path.name not in FILES
        for name in private_names(path) & textual
        if (path.name, name) != ("signals.py", "_exit")  # of `os`
    }
    assert used == set()
    assert private_names(Path(private.__file__)) & textual  # the look would notice
