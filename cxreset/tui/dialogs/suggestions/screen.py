"""What recurs, suggested: accept, rename, merge, split or drop; the judgement is the leader's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual import on
from textual.widgets import Button, OptionList

from cxreset.base.errors import CxresetError
from cxreset.base.language.numbers import whole
from cxreset.base.language.words import _, ngettext
from cxreset.base.text import count, one_line, shown
from cxreset.insight.themes import Theme
from cxreset.insight.themes.model import OBJECT
from cxreset.reset.suggestions.finding import PART, Found, opened, parts_of, stamp
from cxreset.tui.commands.command import command
from cxreset.tui.commands.key_names import KEYS
from cxreset.tui.dialogs.asking.ask_line import AskLineScreen
from cxreset.tui.dialogs.asking.pick import PickScreen
from cxreset.tui.dialogs.suggestions.finding import FindingScreen, Left
from cxreset.tui.dialogs.suggestions.list import ListScreen
from cxreset.tui.dialogs.undo.question import turn_and_say

ALL_PRAISE = "Nobody complains of it: all that mention it look like praise."
OF_A_THEME = ("accept", "rename", "merge", "split", "drop", "open", "praise", "read")
"""The actions that need a suggestion to act on."""
NAME_DRAFT = "themes.names"  # before a theme's id: what is typed as its new name


class SuggestionsScreen(ListScreen):
    """The suggestions above, the chosen one's proof below. Answers how it was left."""

    BINDINGS = [
        command("a,enter", "accept", "Accept", "Make it a pain point, with its comments tied."),
        command("r", "rename", "Rename", "Call it what a customer would nod at."),
        command("m", "merge", "Merge", "Make it one with another that says the same."),
        command("s", "split", "Split", "Show the smaller themes inside it."),
        command("d", "drop", "Drop", "Not wanted: it does not come back by itself."),
        command("o", "open", "By object", "Show what of it speaks of which thing, or close again.",
                footer=False),
        command("p", "praise", "Tie praise",
                "Tie what names it and looks like praise too, once it is a pain point.",
                footer=False),
        command("v", "read", "Read", "Read all its comments in the reading list.", footer=False),
        command("b", "bring_back", "Bring back", "Show what was dropped again.", footer=False),
        command("e", "everything", "Show all", "Count praise as well, or complaints alone again.",
                footer=False),
        command("u", "undo", "Undo", "Take the last change back, whatever it was."),
        command("U,ctrl+y", "redo", "Redo", "Make the change undone last again."),
        command("escape,q", "close", "Close", "Go back."),
    ]  # fmt: skip

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_accept()

    # -- deciding

    _can_undo = _can_redo = False

    def _draw(self, keep: str | None = None) -> None:
        super()._draw(keep)
        with suppress(CxresetError):
            history = self.reset.history
            self._can_undo = history.next_undo() is not None
            self._can_redo = history.next_redo() is not None
            self.refresh_bindings()

    def _write(self, change: Callable[[], object], keep: str | None = None) -> bool:
        try:
            change()
        except CxresetError as error:
            self.notify(shown(error.sentence), severity="warning", markup=False)
            return False
        self._changed = True
        self._draw(keep)
        return True

    def action_accept(self) -> None:
        """Make it a pain point, with its comments as evidence."""
        chosen = self.chosen
        if chosen is None:
            return
        theme = chosen.theme
        if chosen.pain_id is not None:
            self._say(
                _("It is P{pain_id} already; {key:rename=r} gives it another name.").format(
                    key=KEYS, pain_id=chosen.pain_id
                )
            )
        elif not theme.items:
            self._say(_(ALL_PRAISE))
        elif self._write(lambda: self._decisions.accept(theme)):
            now = self.chosen
            tied = count(theme.count, "complaint")
            if now and now.pain_id is not None:
                self._say(
                    _("P{pain_id} with {tied} tied.{praise} {key:undo=u} takes it back.").format(
                        key=KEYS, pain_id=now.pain_id, tied=tied, praise=_praise(theme)
                    )
                )

    def action_praise(self) -> None:
        """Tie what looks like praise to the pain point too: it was left out on accepting."""
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.pain_id is None:
            self._say(
                _(
                    "Accept it first; its complaints are tied then, and praise by {key:praise=p}."
                ).format(key=KEYS)
            )
        elif not chosen.theme.praised:
            self._say(_("Nothing that names it looks like praise."))
        elif self._write(lambda: self._decisions.tie_praise(chosen)):
            tied = count(len(chosen.theme.praised), "comment")
            self._say(
                _("P{pain_id} with {tied} more tied. {key:undo=u} takes it back.").format(
                    key=KEYS, pain_id=chosen.pain_id, tied=tied
                )
            )

    def action_open(self) -> None:
        """Show under it what of it speaks of which thing; once more closes it."""
        chosen, found = self.chosen, self._found
        if chosen is None or found is None:
            return
        theme = chosen.theme
        if theme.id in found.opened:
            self._keep(_closed(found, theme.id))
            self._draw(theme.id)
        elif theme.id.startswith(OBJECT) or PART in theme.id:
            self._say(_("Only a reason is opened by what it speaks of."))
        else:
            self._begin(lambda file, _: self.Opened(theme, opened(file, found, theme)))

    @on(FindingScreen.Opened)
    def _opened(self, event: FindingScreen.Opened) -> None:
        event.stop()
        if event.found.opened[event.theme.id]:
            self._keep(event.found)
            self._draw(event.theme.id)
        else:
            self._say(_("None of the things they speak of is in it more than once."))

    def action_rename(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return

        def named(name: str | None) -> None:
            if name and name != chosen.theme.name:
                self._write(lambda: self._decisions.rename(chosen, name))

        name, daily = f"{NAME_DRAFT}.{chosen.theme.id}", self.reset.daily
        self.app.push_screen(
            AskLineScreen(
                _("Rename the suggestion"),
                _("Say what goes wrong, so that a customer would nod."),
                line=daily.draft(name) or one_line(chosen.theme.name),
                keep_draft=lambda text: daily.keep_draft(name, text),
            ),
            named,
        )

    def action_merge(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        others = [each for each in self._lines if each and each.theme.id != chosen.theme.id]
        if not others:
            self._say(_("There is no other suggestion to merge it with."))
            return

        def picked(number: int | None) -> None:
            if number is not None:
                host = others[number]
                self._write(lambda: self._decisions.merge(chosen, host), host.theme.id)

        options = [
            (f"{one_line(each.theme.name, 50)} ({whole(self._row(each).counted)})", at)
            for at, each in enumerate(others)
        ]
        question = _("Which says the same as {name}?").format(name=one_line(chosen.theme.name, 40))
        meaning = _("The one you pick keeps its name and takes these comments in.")
        self.app.push_screen(PickScreen(question, meaning, options), picked)

    def action_split(self) -> None:
        chosen, found = self.chosen, self._found
        if chosen is None or found is None:
            return
        if chosen.pain_id is not None:
            self._say(
                _(
                    "It is P{pain_id} already: undo that with {key:undo=u}, or split it in 1.1."
                ).format(key=KEYS, pain_id=chosen.pain_id)
            )
            return
        theme = chosen.theme
        self._say(_("Looking for the smaller themes inside it."))
        self._begin(lambda file, _: self.Parted(theme, parts_of(file, found, theme.id)))

    @on(FindingScreen.Parted)
    def _parted(self, event: FindingScreen.Parted) -> None:
        event.stop()
        theme, found = event.theme, self._found
        if found is None:
            return
        if not event.parts:
            self._say(_("Its comments are of a piece: there is nothing to split."))
            return
        self._found = found._replace(parts={**found.parts, theme.id: event.parts})
        if self._write(lambda: self._decisions.split(theme), event.parts[0].id):
            self._keep(self._found._replace(stamp=stamp(self.reset.file)))

    def action_everything(self) -> None:
        """Count praise as well; once more counts complaints alone."""
        self._everything = not self._everything
        self._look()

    def action_drop(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.pain_id is not None:
            self._say(
                _(
                    "It is P{pain_id} already: {key:undo=u} takes that back, or remove it in 1.2."
                ).format(key=KEYS, pain_id=chosen.pain_id)
            )
        elif self._write(lambda: self._decisions.drop(chosen.theme)):
            self._say(
                _(
                    "Dropped; it does not come back by itself. The key {key:undo=u} takes it back."
                ).format(key=KEYS)
            )

    def action_bring_back(self) -> None:
        self._write(self._decisions.bring_back)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there when there is something for them to act on."""
        if action in ("undo", "redo"):
            return self._can_redo if action == "redo" else self._can_undo
        if action in OF_A_THEME and not any(self._lines):
            return False
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        turn_and_say(self, self.reset, self._turned)

    def action_redo(self) -> None:
        turn_and_say(self, self.reset, self._turned, undone=True)

    def _turned(self) -> None:
        self._changed = True
        self._draw(None)
        self._look()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        getattr(self, f"action_{event.button.id}")()
        if self.is_current:
            self.query_one("#themes").focus()

    def action_close(self) -> None:
        self.dismiss(Left(self._changed))

    def action_read(self) -> None:
        """Leave for the reading list, which shows all its comments."""
        if self.chosen is not None and self._reads:
            theme = self.chosen.theme
            ids = (*theme.items, *theme.praised) if self._everything else theme.items
            self.dismiss(Left(self._changed, theme.name, ids))


def _praise(theme: Theme) -> str:
    """What is left out on accepting, and how it is tied too."""
    number = len(theme.praised)
    if not number:
        return ""
    return ngettext(
        " {number} more looks like praise: {key:praise=p} ties it too.",
        " {number} more look like praise: {key:praise=p} ties them too.",
        number,
    ).format(key=KEYS, number=whole(number))


def _closed(found: Found, theme_id: str) -> Found:
    """With that theme no longer opened by object."""
    return found._replace(opened={k: v for k, v in found.opened.items() if k != theme_id})
