"""Which styles a widget gets, found once for all widgets that stand alike; see `speed.py`.

Seen in Textual 8.2: `Stylesheet.apply` is half of what a first opening costs and most of a later
one. It goes through the rules for each widget and each of its component classes, sets every rule
found by itself, whether it is another one or not, and forgets at the end what it has found.

Which rules fit depends on the path from the app to the widget alone: on each node's type, and on
those of its id, classes and pseudo-classes (such as `:focus`) that some selector names. So paths
are kept as a tree with the rules found for each, until the rules are others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple, cast
from weakref import WeakKeyDictionary

from textual.app import App
from textual.css.model import RuleSet, SelectorType
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.layout import Layout
from textual.widget import Widget

_PREFIXES = {SelectorType.TYPE: "", SelectorType.CLASS: ".", SelectorType.ID: "#"}
_EVERY = "*"
_SYSTEM_CLASS = "-textual-system"  # what `*` does not mean

_ABOUT_THE_APP = frozenset({"dark", "inline", "ansi", "nocolor"})
_OPPOSITES = {"enabled": "disabled", "blur": "focus", "even": "odd", "light": "dark"}

Cache = dict[tuple[object, ...], RulesMap]
"""What Textual hands on from widget to widget while it styles several."""


Condition = Callable[[DOMNode], bool]


class Kind:
    """Nodes that are alike to every selector but for their state and where they stand."""

    def __init__(self, node: DOMNode, conditions: set[str]) -> None:
        """`conditions`: the pseudo-classes on which it depends whether a selector means it."""
        wanted = {_OPPOSITES.get(name, name) for name in conditions} - {"disabled"}
        wanted = wanted | _ABOUT_THE_APP if isinstance(node, App) else wanted - _ABOUT_THE_APP
        pseudo_classes = cast(dict[str, Condition], node._PSEUDO_CLASSES)
        self.state: list[Condition] = [
            pseudo_classes[name] for name in sorted(wanted) if name in pseudo_classes
        ]
        if isinstance(node, Widget):  # its parents say by their own state that they disable it
            self.state.append(attrgetter("disabled"))


class Flags(NamedTuple):
    """What Textual notes of a node as it styles it, for when to style it again."""

    hover: bool
    focus_within: bool
    order: bool
    odd_or_even: bool

    @classmethod
    def of(cls, node: DOMNode) -> Flags:
        """Those of a node."""
        return cls(
            hover=node._has_hover_style,
            focus_within=node._has_focus_within,
            order=node._has_order_style,
            odd_or_even=node._has_odd_or_even,
        )

    def note_in(self, node: DOMNode) -> None:
        """Note them in a node."""
        node._has_hover_style = self.hover
        node._has_focus_within = self.focus_within
        node._has_order_style = self.order
        node._has_odd_or_even = self.odd_or_even


class Path:
    """Where a node stands: kind and state of all nodes from the app to it."""

    __slots__ = ("flags", "rules", "steps")

    def __init__(self) -> None:
        self.steps: dict[tuple[Kind, tuple[bool, ...]], Path] = {}
        self.flags = Flags(hover=False, focus_within=False, order=False, odd_or_even=False)
        self.rules: dict[str, object] | None = None
        """What a node has here once it is styled; None before the first is, and where styles change
        by degrees."""


class Selectors:
    """What the selectors of some rules name, and the paths that they tell apart."""

    def __init__(self, rules: list[RuleSet]) -> None:
        self.rules = rules
        self._root = Path()
        self._names = {f".{_SYSTEM_CLASS}"}
        self._conditions: defaultdict[str, set[str]] = defaultdict(set)
        self._kinds: dict[tuple[type[DOMNode], str | None, frozenset[str]], Kind] = {}
        for rule in rules:
            for selector_set in rule.selector_set:
                for selector in selector_set.selectors:
                    prefix = _PREFIXES.get(selector.type)
                    name = _EVERY if prefix is None else prefix + selector.name
                    self._names.add(name)
                    self._conditions[name] |= selector.pseudo_classes

    def path(self, node: DOMNode, known: dict[DOMNode, Path]) -> Path:
        """The path of a node; `known` are the paths of nodes whose state has not changed since."""
        path = known.get(node)
        if path is not None:
            return path
        parent = node._parent
        above = self.path(parent, known) if isinstance(parent, DOMNode) else self._root
        kind = self._kind(node)
        state = tuple([condition(node) for condition in kind.state])
        path = above.steps.get((kind, state))
        if path is None:
            path = above.steps[kind, state] = Path()
        known[node] = path
        return path

    def _kind(self, node: DOMNode) -> Kind:
        names = self._names
        own_id = node._id if f"#{node._id}" in names else None
        classes = frozenset([name for name in node._classes if f".{name}" in names])
        key = (type(node), own_id, classes)
        kind = self._kinds.get(key)
        if kind is None:
            named = {_EVERY, f"#{own_id}", *node._css_types, *node._css_type_names}
            named |= {f".{name}" for name in classes}
            conditions = [self._conditions.get(name, set()) for name in named]
            kind = self._kinds[key] = Kind(node, set().union(*conditions))
        return kind


class PathStylesheet(Stylesheet):
    """Finds the rules of each path once, and sets those that are others than before."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._selectors = Selectors([])
        self._batch: Cache | None = None
        self._known: dict[DOMNode, Path] = {}  # in that batch
        self._owner: dict[DOMNode, Path] = {}  # the widget whose parts are being styled
        self._styled: WeakKeyDictionary[DOMNode, Path] = WeakKeyDictionary()

    def apply(self, node: DOMNode, *, animate: bool = False, cache: Cache | None = None) -> None:
        """Style a node; see `Stylesheet.apply`."""
        if self._selectors.rules is not self.rules:
            self._selectors, self._batch = Selectors(self.rules), None
        path = self._selectors.path(node, self._known_in(cache))
        if path.rules is not None and self._styled.get(node) is path:
            node.notify_style_update()  # what it inherits may be other than before
            return
        self._styled[node] = path
        owner, self._owner = self._owner, {node: path}
        if path.rules is None:
            super().apply(node, animate=animate)
            path.flags = Flags.of(node)
            rules = cast(dict[str, object], node.styles.base._rules)
            if "transitions" not in rules:
                path.rules = dict(rules)
        else:
            path.flags.note_in(node)
            set_rules(node, path.rules)
            self._process_component_classes(node)
        self._owner = owner

    def _known_in(self, cache: Cache | None) -> dict[DOMNode, Path]:
        """The paths that still hold: in one batch no node changes."""
        if cache is None:
            return dict(self._owner)
        if cache is not self._batch:
            self._batch, self._known = cache, {}
        return self._known


def set_rules(node: DOMNode, rules: dict[str, object]) -> None:
    """Give a node these rules, by setting those that are others than it has."""
    base = node.styles.base
    now = cast(dict[str, object], base._rules)
    if now or node._is_mounted:
        for name in now.keys() | rules.keys():
            if now.get(name) != rules.get(name):
                setattr(base, name, rules.get(name))
    else:  # nobody has seen it yet, so there is nothing to draw anew
        now.update(rules)
        base._updates += 1
        if "layout" in rules:  # each node has one of its own
            del now["layout"]
            base.layout = cast(Layout, rules["layout"])
    node.notify_style_update()
