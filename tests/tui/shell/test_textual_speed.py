"""What is left out of Textual's work changes nothing that can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.shell import textual_speed
from cxreset.tui.shell.textual_speed import CachedStylesheet, applies


def test_the_overrides_are_for_the_textual_that_is_here() -> None:
    """A newer Textual: look whether it still does the work twice, then raise `KNOWN`."""
    assert applies()
    assert not applies("9.0.1")
    assert not applies("8.3.0")


def test_a_source_is_parsed_once_for_the_same_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = Stylesheet._parse_rules
    cache_misses = parsed.append

    def counted(self: Stylesheet, css: str, *words: object, **names: object) -> object:
        before = len(self._parse_cache.keys())
        rules = parse(self, css, *words, **names)  # type: ignore[arg-type]
        if len(self._parse_cache.keys()) > before:
            cache_misses(css)
        return rules

    monkeypatch.setattr(Stylesheet, "_parse_rules", counted)
    sheet = CachedStylesheet(variables={"ink": "red"})
    sheet.add_source("Label { color: $ink; }", ("a", "a"))
    sheet.parse()
    sheet.add_source("Button { color: $ink; }", ("b", "b"))
    sheet.set_variables({"ink": "red"})
    sheet.reparse()
    assert parsed == ["Label { color: $ink; }", "Button { color: $ink; }"]
    assert [str(rule.selectors) for rule in sheet.rules] == ["Label", "Button"]
    sheet.set_variables({"ink": "blue"})
    sheet.reparse()
    assert len(parsed) == 4, "other variables are other styles"


async def styles(reset: Reset, keys: str) -> Mapping[str, object]:
    """The styles of every widget after going to places by their keys."""

    def never(_: object) -> Reset:
        raise AssertionError("there is a workbook already")

    today = date(2026, 9, 9)
    app = CxresetApp(reset.pack, reset, never, today=lambda: today, where=str(reset.file.path))
    found: dict[str, object] = {}
    async with app.run_test(size=(100, 32)) as pilot:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            for widget in app.screen.walk_children(Widget):
                path = " > ".join(node.css_identifier for node in widget.css_path_nodes)
                found[f"{key} {path} {widget.region}"] = str(widget.styles.get_rules())
    return found


async def test_every_widget_looks_as_without_them(
    reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = "1aj1"
    with_them = await styles(reset, keys)
    monkeypatch.setattr(textual_speed, "applies", lambda: False)
    assert with_them == await styles(reset, keys)
    assert len(with_them) > 50
