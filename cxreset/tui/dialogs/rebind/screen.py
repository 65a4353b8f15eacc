"""Give a command another key: choose it, then press the key."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from cxreset.base.errors import CxresetError
from cxreset.base.language.words import N_, _
from cxreset.base.preferences import change_preferences, preferences_path, read_preferences
from cxreset.base.text import shown
from cxreset.tui.commands.catalogue import CommandEntry, catalogue, clashes
from cxreset.tui.commands.dialog_commands import close_command, dialog_command
from cxreset.tui.widgets.layout.dialog import Dialog


class RebindScreen(Dialog[dict[str, str] | None]):
    """Answers the keys that were given, by command id; None when nothing was changed."""

    CSS_PATH = "../dialogs.tcss"
    BINDINGS = [
        close_command(),
        dialog_command("keys.usual", "backspace,delete", "usual", N_("Usual key")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._commands = list(catalogue().values())
        self._preferences, self._faults = read_preferences(preferences_path())
        self._changed = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Give a command another key"), classes="heading", markup=False)
            yield Static(
                _(
                    "Enter chooses a command; then press its new key. Backspace gives it "
                    "back its own."
                ),
                classes="muted",
                markup=False,
            )
            yield OptionList(*(Option(self._line(each)) for each in self._commands))
            yield Static("", id="refused", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Close  esc"), id="close")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()
        if self._faults:
            self._say(
                _("{faults} Mend it first: a change writes the file anew.").format(
                    faults=self._faults[0]
                )
            )

    def _line(self, each: CommandEntry) -> Content:
        keys = self._preferences.keys.get(each.id)
        own = ("", "$text-muted") if keys else (each.keys, "$text-muted")
        return Content.assemble(f"{each.label:<22}", (f"{each.id:<26}", "$text-muted"), own,
                                (keys or "", "bold $accent"))  # fmt: skip

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._faults:
            return
        each = self._commands[event.option_index]

        def pressed(key: str | None) -> None:
            if key is not None:
                self._give(event.option_index, key)

        self.app.push_screen(PressKeyScreen(each.label), pressed)

    def action_usual(self) -> None:
        """Give the chosen command its own key back."""
        index = self.query_one(OptionList).highlighted
        if index is not None and not self._faults:
            self._give(index, "")

    def _give(self, index: int, key: str) -> None:
        each = self._commands[index]
        keys = {name: its for name, its in self._preferences.keys.items() if name != each.id}
        if key:
            keys[each.id] = key
            wrong = next((text for name, text in clashes(keys) if name == each.id), "")
            if wrong:
                self._say(wrong)
                return
        try:
            change_preferences(preferences_path(), self._preferences._replace(keys=keys))
        except CxresetError as error:
            self._say(error.sentence)
            return
        self._preferences = self._preferences._replace(keys=keys)
        self._changed = True
        self._say(f"{each.label}: {key or each.keys}.")
        self.query_one(OptionList).replace_option_prompt_at_index(index, self._line(each))

    def _say(self, sentence: str) -> None:
        self.query_one("#refused", Static).update(shown(sentence))

    def on_button_pressed(self) -> None:
        self.action_close()

    def action_close(self) -> None:
        self.dismiss(dict(self._preferences.keys) if self._changed else None)


class PressKeyScreen(Dialog[str | None]):
    """Answers the next key that is pressed, by Textual's name; None for esc."""

    CSS_PATH = "../dialogs.tcss"

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            asked = _("Press the key for: {label}").format(label=shown(self._label))
            yield Static(asked, classes="heading", markup=False)
            yield Static(_("Esc leaves it as it is."), classes="muted", markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None if event.key == "escape" else event.key)
