"""Settings: who goes through the thirty days, when, and how the screen looks and is worked."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static

from cxreset.base.day_words import LANGUAGES
from cxreset.base.errors import CxresetError
from cxreset.base.language.interface import ENGLISH, interface_languages
from cxreset.base.language.words import _
from cxreset.base.preferences import (
    THEMES,
    change_interface,
    change_preferences,
    preferences_path,
    read_preferences,
)
from cxreset.base.text import shown
from cxreset.reset.settings.change import make, prepare
from cxreset.reset.settings.names import (
    HOUR,
    LANGUAGE,
    NAME,
    ORGANISATION,
    SETTINGS,
)
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.commands.preferring import PreferringApp
from cxreset.tui.screens.aside import AsideScreen
from cxreset.tui.screens.settings.days import Days
from cxreset.tui.screens.settings.earlier import EarlierResets
from cxreset.tui.shell.colours import choose_theme
from cxreset.tui.widgets.fields.field import Field, LineField, Slot
from cxreset.tui.widgets.fields.pick_fields import ChoiceField

LINES = (NAME, ORGANISATION, HOUR)


class SettingField(LineField):
    """One setting as a line of text, which is checked as it is typed."""

    def __init__(self, name: str, screen: SettingsScreen) -> None:
        each = SETTINGS[name]
        super().__init__(each.label, hint=each.example, id=name)
        self._setting = each
        self._reset = screen.reset

    def _read(self) -> Any:
        reset = self._reset
        return self._setting.write(self._setting.read(reset.settings, self._text(), reset.today))


class SettingsScreen(AsideScreen):
    """What is typed here is stored at once, but for days: those say first what they move."""

    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = ""  # no line has the focus unasked: a stray letter would change a name
    BINDINGS = [
        command("enter,down", "first_line", "Change", "Go to the first line.", shown_as="⏎"),
        command("ctrl+s", "move_days", "Move the days", "Change the days as typed.", shown_as="^s"),
        command("k", "rebind", "Keys", "Give a command another key."),
        Binding("f3", "leave", show=False),  # the key that led here leads back
    ]

    def body(self) -> ComposeResult:
        with VerticalScroll(id="settings", can_focus=False):
            yield Static(_("Who").upper(), classes="section", markup=False)
            yield SettingField(NAME, self)
            yield SettingField(ORGANISATION, self)
            yield Static(_("When").upper(), classes="section", markup=False)
            yield Days(self.reset)
            yield SettingField(HOUR, self)
            languages = [(code, name) for code, name in LANGUAGES.items()]
            label = SETTINGS[LANGUAGE].label
            yield ChoiceField(label, languages, optional=False, id=LANGUAGE)
            yield EarlierResets(self.reset)
            yield Static(_("On this computer").upper(), classes="section", markup=False)
            themes = [(name, name) for name in THEMES]
            yield ChoiceField("Theme", themes, optional=False, id="theme")
            yield Static("", id="theme-meaning", classes="muted", markup=False)
            spoken = list(interface_languages().items())
            yield ChoiceField("Language", spoken, optional=False, id="interface")
            with Horizontal(classes="buttons"):
                yield Button(_("Give a command another key") + "  k", id="rebind")
            yield Static(
                _(
                    "Theme, language and keys are in {preferences_path}; all else is in "
                    "the workbook. Another language holds from the next start."
                ).format(preferences_path=shown(str(preferences_path()))),
                classes="muted",
                markup=False,
            )

    def on_mount(self) -> None:
        self.reload()

    def home(self) -> bool:
        """Out of any line that is typed in."""
        if isinstance(self.focused, Input):
            self.set_focus(None)
            return True
        return super().home()

    def reload(self) -> None:
        settings = self.reset.settings
        for name in (*LINES, LANGUAGE):
            text = SETTINGS[name].write(settings)
            field = self.query_one(f"#{name}", Field)
            if field.is_bound:
                field.refresh_value(text)
            else:
                field.bind_slot(Slot(text, partial(self._store, name)))
        self.query_one(Days).refresh_days()
        preferences = read_preferences(preferences_path())[0]
        theme = preferences.theme
        self.query_one("#theme", ChoiceField).bind_slot(Slot(theme, self._choose_theme))
        spoken = self.query_one("#interface", ChoiceField)
        spoken.bind_slot(Slot(preferences.interface or ENGLISH, change_interface))
        self.query_one("#theme-meaning", Static).update(f"{'':<20}{_(THEMES[theme])}")

    def _store(self, name: str, text: str) -> None:
        change = prepare(self.reset, {name: text})
        if change is not None:
            make(self.reset, change)
            self.draw_anew()

    def _choose_theme(self, name: str) -> None:
        path = preferences_path()
        preferences, faults = read_preferences(path)
        if faults:
            raise CxresetError(
                _("{faults} Mend it first: a change writes the file anew.").format(faults=faults[0])
            )
        change_preferences(path, preferences._replace(theme=name))
        choose_theme(self.app, name)
        self.query_one("#theme-meaning", Static).update(f"{'':<20}{_(THEMES[name])}")

    # -- days, which move others

    @on(Days.Ready)
    def _days_ready(self) -> None:
        self.action_move_days()

    def action_move_days(self) -> None:
        """Change the days as typed; what that moves stands below them already."""
        change = self.query_one(Days).change
        if change is None:
            self.notify(_("The days are as they are typed already."), markup=False)
            return
        if self.write(lambda: make(self.reset, change)):
            self.query_one(Days).forget()
            self.look_again()
            self.look_at_history()
            self.notify(
                _("{moves} {key:undo=u} takes it back.")
                .format(key=KEYS, moves=" ".join(change.moves[:2]))
                .strip(),
                markup=False,
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The days can be moved when others are typed than there are; no line is left by enter."""
        if action == "first_line":
            return self.focused is None
        if action == "move_days":
            return self.is_mounted and self.query_one(Days).change is not None
        return super().check_action(action, parameters)

    def action_first_line(self) -> None:
        """Go to the first line."""
        self.set_focus(self.query_one(f"#{NAME} Input"))

    # -- resets before this one

    @on(EarlierResets.Chosen)
    def _look_back(self, event: EarlierResets.Chosen) -> None:
        """Leave this one for a look at an earlier; leaving that leads back here."""
        self.flush()
        self.app.exit(str(event.path))

    # -- keys

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "rebind":
            self.action_rebind()
        elif event.button.id == "move":
            self.action_move_days()

    def action_rebind(self) -> None:
        """List the commands; one that is chosen takes the key pressed next."""
        from cxreset.tui.dialogs.rebind.screen import RebindScreen

        def closed(keys: dict[str, str] | None) -> None:
            if keys is not None and isinstance(self.app, PreferringApp):
                self.app.rebind(keys)

        self.app.push_screen(RebindScreen(), closed)
