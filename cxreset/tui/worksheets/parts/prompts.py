"""A step's prompts as text fields: the worksheet of a step that names none."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Static

from cxreset.base.text import shown
from cxreset.programme.model import Step
from cxreset.tui.widgets.fields.field import Slot
from cxreset.tui.widgets.fields.pick_fields import TextField
from cxreset.tui.worksheets.parts.base import Worksheet


class PromptsSheet(Worksheet):
    """Question over field, for each prompt; answers are kept under the step's id."""

    step: Step

    def compose(self) -> ComposeResult:
        for prompt in self.step.prompts:
            yield Static(shown(prompt.text), classes="prompt", markup=False)
            field = TextField("", hint="write here", id=f"prompt-{self.step.prompts.index(prompt)}")
            yield field

    def on_mount(self) -> None:
        self.reload()

    def reload(self) -> None:
        answers = self.reset.daily.answers(self.step.id)
        for index, prompt in enumerate(self.step.prompts):
            field = self.query_one(f"#prompt-{index}", TextField)
            if not field.has_focus_within:
                field.bind_slot(Slot(answers.get(prompt.key, ""), self._keeper(prompt.key)))

    def _keeper(self, key: str) -> Callable[[str], None]:
        def keep(text: str) -> None:
            self.reset.daily.answer(self.step.id, key, text)

        return keep
