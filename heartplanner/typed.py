"""What the standard library has only at a price: `override`, and values told apart by their class.

`typing_extensions`, which Python 3.11 needs for `override`, takes 10 ms to load, and `dataclasses` 5 ms
besides 0.2 ms a class more than a NamedTuple: a tenth of a command's whole start. Modules of values that
every command loads have no `from __future__ import annotations`: with it the type of each field is a text,
which NamedTuple compiles, and that took 5 ms in all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["distinct", "override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that overrides another; the type checker sees to it that it does."""
        return method


Value = TypeVar("Value", bound=tuple[Any, ...])


def distinct(kind: type[Value]) -> type[Value]:
    """Let the values of a NamedTuple be equal only to values of the same class with the same fields.

    By itself a NamedTuple is equal to every tuple with the same fields, whatever either of them means.
    """

    def equal(self: Value, other: object) -> bool:
        return type(other) is kind and tuple.__eq__(self, other)

    def unequal(self: Value, other: object) -> bool:
        return not equal(self, other)

    # Set from outside: a NamedTuple takes no base class, and its hash stays right as it is.
    for name, method in (("__eq__", equal), ("__ne__", unequal)):
        setattr(kind, name, method)
    return kind
