"""What is left out of Textual's work changes nothing that can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, Input, Label

from cxreset.reset.reset import Reset
from cxreset.tui.app import CxresetApp
from cxreset.tui.toolkit import speed
from cxreset.tui.toolkit.speed import CachedStylesheet, QuickScreensApp, applies


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
                rules = {**widget.styles.get_rules()}
                found[f"{key} {path} {widget.region}"] = {k: str(rules[k]) for k in rules}
    return found


async def test_every_widget_looks_as_without_them(
    reset: Reset, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = "1aj1"
    with_them = await styles(reset, keys)
    monkeypatch.setattr(speed, "applies", lambda: False)
    assert with_them == await styles(reset, keys)
    assert len(with_them) > 50


class Rows(QuickScreensApp):
    """Rows alike but for their classes and ids, under every kind of selector."""

    CSS = """
    Label { color: red; width: 40%; }
    .warm Label { color: blue; text-style: bold; }
    Horizontal.warm > Label { background: green; }
    #second Label.warm { padding: 1 2; }
    Vertical:focus-within Label { color: yellow; }
    Horizontal:first-child { height: 5; }
    Horizontal:odd Label { border: solid red; }
    Input:focus { background: blue; }
    .warm Input:disabled { display: none; }
    .cold .input--placeholder { color: red; }
    .cold { color: white; transition: color 50ms; layout: grid; }
    """

    def compose(self) -> ComposeResult:
        with Vertical():
            for name in ("first", "second", "third"):
                with Horizontal(id=name):
                    yield Label("label")
                    yield Input()
                    yield Button("button")


def rules_of(screen: Screen[object]) -> dict[DOMNode, object]:
    """All that style sheets say of each widget and its parts."""
    return {
        node: (
            dict(node.styles.base._rules) | {"layout": getattr(node.styles.layout, "name", None)},
            {name: dict(part.base._rules) for name, part in sorted(node._component_styles.items())},
            (node._has_hover_style, node._has_focus_within, node._has_order_style),
        )
        for node in screen.walk_children(Widget, with_self=True)
    }


def change(app: Rows, pick: Random) -> None:
    """Change what a selector may ask of a widget."""
    widget = pick.choice([*app.screen.walk_children(Widget)])
    match pick.randrange(5):
        case 0:
            widget.toggle_class("warm")
        case 1:
            widget.toggle_class("cold")
        case 2:
            widget.disabled = not widget.disabled
        case 3:
            app.screen.set_focus(widget if widget.focusable else None)
        case _:
            app.query_one(Vertical).mount(Horizontal(Label("new"), Input()))


@pytest.mark.parametrize("seed", range(4))
async def test_a_path_has_the_rules_that_textual_finds(seed: int) -> None:
    """After random changes every widget is styled as a style sheet of Textual's own would."""
    pick, app = Random(seed), Rows()
    async with app.run_test(size=(80, 30)) as pilot:
        own = Stylesheet(variables=app.get_css_variables())
        own.source = dict(app.stylesheet.source)
        own.parse()
        for _ in range(12):
            change(app, pick)
            await pilot.pause(0.2)
            app.stylesheet.update(app.screen)
            found = rules_of(app.screen)
            own.update(app.screen)
            assert rules_of(app.screen) == found


async def test_the_rules_of_a_path_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[DOMNode] = []
    check = Stylesheet._check_rule.__func__  # type: ignore[attr-defined]

    def counted(cls: type[Stylesheet], rule: object, nodes: list[DOMNode]) -> object:
        looked.append(nodes[-1])
        return check(cls, rule, nodes)

    app = Rows()
    async with app.run_test() as pilot:
        monkeypatch.setattr(Stylesheet, "_check_rule", classmethod(counted))
        app.stylesheet.update(app.screen)
        assert not looked
        await app.query_one("#second").mount(Label("one", classes="warm"))
        assert looked
        looked.clear()
        await app.query_one("#second").mount(Label("two", classes="warm"))
        await pilot.pause()
        assert not any(isinstance(node, Label) for node in looked)
