"""Why a step, how, done when; below it the step's questions: in the worksheet's place or beside."""

from __future__ import annotations

from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Static

from cxreset.base.language.words import _
from cxreset.programme.model import Step
from cxreset.reset.reset import Reset
from cxreset.tui.screens.week.texts import guidance_text
from cxreset.tui.widgets.page.page import PageText
from cxreset.tui.widgets.page.reader import Reader
from cxreset.tui.widgets.template_button import TemplateButton
from cxreset.tui.worksheets.parts.prompts import PromptsSheet

MEASURE = 90


class GuidedScreen(Screen[None]):
    """A screen whose `#guidance` takes the worksheet's place: one key leads there and back."""

    def command_name(self, binding: Binding) -> str:
        """The key is named as its button is: after what it leads to."""
        if binding.action == "guidance" and self.query_one("#guidance").display:
            return _("Worksheet")
        return _(binding.description)


class Guidance(Reader):
    """The guidance of one step, filled when it is first asked for."""

    def __init__(self, reset: Reset, *, id: str) -> None:
        super().__init__(id=id)
        self.reset = reset
        self._step: Step | None = None

    async def show(self, step: Step) -> None:
        """Read out a step; nothing to do where it is read out already."""
        if step is self._step:
            return
        await self.forget()
        self._step = step
        await self.mount(PageText(guidance_text(self.reset.pack, step), measure=MEASURE))
        for template in self.reset.pack.templates:
            if template.step == step.id:
                await self.mount(TemplateButton(template))
        if step.worksheet is not None and step.prompts:
            await self.mount(Static(_("Your thoughts"), classes="heading", markup=False))
            await self.mount(PromptsSheet(self.reset, step))

    async def forget(self) -> None:
        """Another step is in hand."""
        if self._step is not None:
            self._step = None
            await self.remove_children()
            self.scroll_home(animate=False)

    def reload(self) -> None:
        """Show the answers as the workbook holds them now."""
        for questions in self.query(PromptsSheet):
            questions.reload()
