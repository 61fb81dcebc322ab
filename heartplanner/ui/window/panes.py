"""F6 and Shift+F6: the keys go from pane to pane, past all that stands between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.menu_keys import close_menus


class Panes:
    """The window's panes in the order of F6: each by its name and the widget that holds all of it."""

    def __init__(self, window: QWidget, panes: Sequence[tuple[str, QWidget]]) -> None:
        self._panes = panes
        for key, step in (("F6", 1), ("Shift+F6", -1)):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(lambda step=step: self._go(step))

    def _go(self, step: int) -> None:
        """To the next pane on show that can take the keys; from the header, to the first or the last."""
        close_menus()
        targets = [
            (name, pane, target) for name, pane in self._panes if (target := first_stop(pane))
        ]
        focused = QApplication.focusWidget()
        at = [n for n, (_, pane, _) in enumerate(targets) if focused and pane.isAncestorOf(focused)]
        to = (at[0] + step) % len(targets) if at else (0 if step > 0 else -1)
        name, pane, target = targets[to]
        # A pane that has this name is told of as the keys come into it.
        if name not in _named(target, pane):
            announce(pane, name)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _named(target: QWidget, pane: QWidget) -> set[str]:
    """The spoken names of a pane and of all that holds a widget within it."""
    names, holder = {pane.accessibleName()}, target.parentWidget()
    while holder is not None and holder is not pane:
        names.add(holder.accessibleName())
        holder = holder.parentWidget()
    return names


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget within a pane that Tab stops at; a view says by its focus proxy which that is."""
    if not pane.isVisible():
        return None
    if pane.focusProxy() is not None:
        return pane.focusProxy()
    # Not by nextInFocusChain: PySide then holds each widget for a part of the one before it, and what is
    # beside a view goes with it (the Day menu went with the year when a new day began).
    return next(filter(_takes_keys, pane.findChildren(QWidget)), None)


def _takes_keys(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
