"""What draws on a page of the browser in place of a terminal.

Textual's own driver for this speaks in packets on standard input and output. Four things differ
here: a page may be loaded anew while the app runs on; the app may give way to another one (the
sample, and back) in the same process; a page that is gone, or a server that is, means to leave in
order; and files can be brought in. Private names of Textual's driver that this stands on are
`_write` and `_key_thread`; `tests/tui/shell/test_browser.py` says if they change.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

from cxreset.tui.shell.browser.messages import FileArrived, PageAttached, PageClosed

PRELUDE = b"__GANGLION__\n"
"""By this line the server knows that the app is there; it reads it once."""
JOIN_SECONDS = 1.0


class PageDriver(WebDriver):
    """Draws on whichever page is attached."""

    begun = False  # in this process, by an app before this one

    def start_application_mode(self) -> None:
        """Begin to draw and to listen."""
        if PageDriver.begun:
            self._write = partial(_write_but_prelude, self._write)
        PageDriver.begun = True
        super().start_application_mode()

    def stop_application_mode(self) -> None:
        """Listen no more, so that the next app in this process hears all that comes."""
        super().stop_application_mode()
        self._key_thread.join(JOIN_SECONDS)

    def run_input_thread(self) -> None:
        """Listen; an end of what comes, while nobody asked for one, is the end of the server."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self.send_message(PageClosed())

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Heed what is neither a key nor a click."""
        match payload:
            case {"type": "attach", "width": int(width), "height": int(height)}:
                self.send_message(PageAttached(Size(width, height)))
            case {"type": "file", "path": str(path)}:
                self.send_message(FileArrived(Path(path)))
            case {"type": "quit"}:
                self.send_message(PageClosed())
            case _:
                super().on_meta(packet_type, payload)

    def prepare_page(self) -> None:
        """Tell a page that shows nothing yet how to behave: as a terminal with a mouse."""
        self.write("\x1b[?1049h\x1b[?25l")
        self._enable_mouse_support()
        self._enable_bracketed_paste()


def _write_but_prelude(write: Callable[[bytes], int], data: bytes) -> int:
    return len(data) if data == PRELUDE else write(data)
