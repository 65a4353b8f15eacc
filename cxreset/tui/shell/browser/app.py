"""What an app does on a page of the browser that it need not do in a terminal."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from textual.driver import Driver
from textual.events import Resize

from cxreset.base.language.words import _
from cxreset.base.served import served
from cxreset.base.text import count
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.shell.browser.messages import FileArrived, PageAttached, TakesFiles
from cxreset.tui.shell.last_picture import LeavesThroughToday
from cxreset.tui.toolkit.private import drawn, driver_of

HUNG_UP = 129
"""The exit code of a program whose terminal is gone."""
SETTLE_SECONDS = 0.1  # after a change of size, until all has its place


class PageApp(LeavesThroughToday):
    """An app that may have a page in place of a terminal."""

    def get_driver_class(self) -> type[Driver]:
        """What draws: the page, or whatever Textual has for this terminal."""
        if not served():
            return super().get_driver_class()
        from cxreset.tui.shell.browser.driver import PageDriver

        return PageDriver

    def on_page_attached(self, event: PageAttached) -> None:
        """Draw all of the screen for a page that has seen none of it."""
        from cxreset.tui.shell.browser.driver import PageDriver

        driver = driver_of(self)
        if not isinstance(driver, PageDriver):
            return
        driver.prepare_page()
        self.post_message(Resize(event.size, event.size))
        self._draw_all()
        self.set_timer(SETTLE_SECONDS, self._draw_all)

    def _draw_all(self) -> None:
        driver = driver_of(self)
        if driver is not None and self.screen_stack and self.screen.is_mounted:
            driver.write("\x1b[H" + drawn(self.screen))

    def on_page_closed(self) -> None:
        """The page is closed for good."""
        self._leave(HUNG_UP)

    def on_file_arrived(self, event: FileArrived) -> None:
        """A file is here; say so where the screen in sight has no use for it."""
        if isinstance(self.screen, TakesFiles):
            self.screen.take_file(event.path)
            return
        self.notify(
            _(
                "Files are taken by the import: press {key:import=i} in step 1.1, then bring it in "
                "again."
            ).format(key=KEYS),
            markup=False,
        )


def deliver(app: PageApp, name: str, files: Sequence[tuple[str, bytes]]) -> str:
    """Hand files to the browser as one download, several as a ZIP; says how it went."""
    if len(files) == 1:
        data = files[0][1]
    else:
        name, data = f"{Path(name).stem}.zip", _zipped(files)
    app.deliver_binary(io.BytesIO(data), save_filename=name)
    what = _("It") if len(files) == 1 else count(len(files), "file")
    return _("{what} goes to your browser as {name}, among its downloads.").format(
        what=what, name=name
    )


def _zipped(files: Sequence[tuple[str, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(Path(name).name, data)
    return packed.getvalue()
