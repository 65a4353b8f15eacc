"""Where feedback comes in: which channels have been looked at, with a short note on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static

from cxreset.base.channels import CHANNELS, channel_name
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import N_, _
from cxreset.tui.commands.dialog_commands import close_command
from cxreset.tui.widgets.fields.choice import Choice
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.fields.pick_fields import ChoiceField
from cxreset.tui.widgets.layout.dialog import Dialog


class SourcesScreen(Dialog[None]):
    """One line a channel: seen or not, and a note. All is stored as it is changed."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [close_command()]

    def __init__(
        self,
        counts: Mapping[str, tuple[int, int]],
        seen: Mapping[str, tuple[bool, str]],
        keep: Callable[[str, bool, str], object],
    ) -> None:
        """`counts`: channel -> (comments, read). `seen`: channel -> (seen, note)."""
        super().__init__()
        self._counts = counts
        self._seen = dict(seen)
        self._keep = keep

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("Where customers speak to you"), classes="heading", markup=False)
            yield Static(
                _(
                    "Mark a channel as seen once you have looked at what comes in there, "
                    "even if there is no file of it. A note says what you looked at, or "
                    "whom to ask."
                ),
                classes="muted",
                markup=False,
            )
            for channel in CHANNELS:
                total, read = self._counts.get(channel, (0, 0))
                label = (
                    _("{channel}, {read} of {total} read").format(
                        channel=channel_name(channel), read=whole(read), total=whole(total)
                    )
                    if total
                    else channel_name(channel)
                )
                with Horizontal(classes="source"):
                    yield ChoiceField(
                        label, [(False, _("not yet")), (True, N_("seen"))], optional=False,
                        id=f"seen-{channel}",
                    )  # fmt: skip
                    yield LineField("", hint="a short note", id=f"note-{channel}")
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        for channel in CHANNELS:
            seen, note = self._seen.get(channel, (False, ""))
            self.query_one(f"#seen-{channel}", Field).bind_slot(Slot(seen, self._ticker(channel)))
            self.query_one(f"#note-{channel}", Field).bind_slot(Slot(note, self._noter(channel)))
        self.query_one(Choice).focus()

    def _ticker(self, channel: str) -> Callable[[bool], None]:
        def keep(seen: bool) -> None:
            note = self.query_one(f"#note-{channel} Input", Input).value
            self._keep(channel, bool(seen), note)

        return keep

    def _noter(self, channel: str) -> Callable[[str], None]:
        def keep(note: str) -> None:
            seen = self.query_one(f"#seen-{channel} Choice", Choice).value
            self._keep(channel, bool(seen), note)

        return keep

    def on_field_stored(self, event: Field.Stored) -> None:
        event.stop()

    def on_button_pressed(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        for field in self.query(Field):
            field.flush()
        self.dismiss(None)
