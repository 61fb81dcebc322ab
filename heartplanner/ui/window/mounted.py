"""A view as it stands in the window: what it shows, and how it is brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from heartplanner.style.theme import Theme

Facts = tuple[object, ...]


class Looks(Protocol):
    """What every view does beside showing its facts."""

    def set_theme(self, theme: Theme) -> None: ...

    def set_scale(self, scale: float) -> None: ...


class Mounted(NamedTuple):
    """A view in the window.

    `facts` gives what it is to show now, and `fill` shows that; `select` shows the days chosen, where that
    needs no filling anew. `looks` is the widget again, for its colors and size of text.
    """

    widget: QWidget
    looks: Looks
    facts: Callable[[], Facts]
    fill: Callable[[], None]
    select: Callable[[], None] = lambda: None
