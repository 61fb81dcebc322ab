"""`override` for Python 3.11, which lacks it, without the 10 ms that typing_extensions takes to load."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that overrides another; the type checker sees to it that it does."""
        return method
