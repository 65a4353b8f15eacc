"""Named tuples for what every start needs, without the import of `typing`.

`typing` brings `re` and more along: half a start of Python, for an answer that takes as long.
A type checker sees `typing.NamedTuple` here; at run time a class of this module takes its part,
with the same ways: made by position or keyword, compared as a tuple, `_fields`, `_make`,
`_replace`, `_asdict`. Elsewhere `typing.NamedTuple` is the plain choice.

The modules on the way of every start postpone their annotations and set `TYPE_CHECKING = False`
by themselves, which type checkers take for `typing.TYPE_CHECKING`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Record
    from typing import Self
else:

    class _RecordType(type):
        """Makes a field of each annotation; a value given beside it is the field's default."""

        def __new__(
            metaclass, name: str, bases: tuple[type, ...], namespace: dict[str, object]
        ) -> _RecordType:
            names = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace.pop(field) for field in names if field in namespace}
            fields = {field: property(itemgetter(at)) for at, field in enumerate(names)}
            if names:
                namespace |= {"_fields": names, "_field_defaults": defaults, **fields}
                namespace["__match_args__"] = names
            return super().__new__(metaclass, name, bases, {"__slots__": (), **namespace})

    class Record(tuple, metaclass=_RecordType):
        """A tuple whose positions have names: see the module."""

        _fields = ()
        _field_defaults = {}

        def __new__(cls, *values: object, **named: object) -> Self:
            if named or len(values) != len(cls._fields):
                values = _completed(cls, values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, **changed: object) -> Self:
            return type(self)(**{**self._asdict(), **changed})

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            inside = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({inside})"

    def _completed(
        cls: type[Record], values: tuple[object, ...], named: Mapping[str, object]
    ) -> Iterable[object]:
        """The values of all fields; TypeError for one too many, missing or unknown."""
        rest = cls._fields[len(values) :]
        given = {**cls._field_defaults, **named}
        missing = [name for name in rest if name not in given]
        unknown = [name for name in named if name not in rest]
        if missing or unknown or len(values) > len(cls._fields):
            raise TypeError(
                f"{cls.__name__}: missing {missing}, unknown or given twice {unknown}, "
                f"{len(values)} by position of {len(cls._fields)}"
            )
        return (*values, *map(given.__getitem__, rest))


__all__ = ["Record"]
