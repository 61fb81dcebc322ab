"""The table of actions, bound to a window: menus, keys, icons, and what each one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from heartplanner.core.explain.day_text import is_unsure
from heartplanner.core.finder.contradicting_marks import contradicting_marks
from heartplanner.core.words.english import screen_dashes
from heartplanner.store import Store
from heartplanner.style.icons import SIZE, icon
from heartplanner.style.theme import Theme
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.panel.side_panel import PanelActions
from heartplanner.ui.view_list import VIEWS, View
from heartplanner.ui.widgets.flow_layout import unmarked
from heartplanner.ui.window.menus.actions import MENUS, Spec
from heartplanner.ui.window.menus.menu_bar import MenuBar

PAGING = ("previous", "next")
DAY_ACTIONS = (*(kind.id for kind in CHANGE_KINDS), "appointment", "change-appointment", "remove")
"""What one can do to days."""
AT_ONCE = tuple(kind.id for kind in CHANGE_KINDS if kind.button)
"""What the panel of the selected day offers at once."""
MORE = tuple(name for name in DAY_ACTIONS if name not in AT_ONCE)
"""The rest, which stands under More."""
NO_STEP = {"undo": "(nothing since you opened this)", "redo": "(nothing was undone)"}
"""What stands in place of a step: after a restart those before it are not there to be undone."""
ON_SHOW = (*PAGING, "today", *(view.id for view in VIEWS), "undo", "redo", *AT_ONCE)
"""The actions that stand in the header and in the panel."""


class ActionBinder:
    """The window's actions by their ids. Keys of days work where days are: in the views.

    `runs`: what each action does, by its id.
    """

    def __init__(
        self,
        window: QMainWindow,
        specs: Sequence[Spec],
        runs: Mapping[str, Callable[[], object]],
    ) -> None:
        self._specs = specs
        self.actions: dict[str, QAction] = {}
        self._theme: Theme | None = None
        self._size = SIZE
        self._to_draw: dict[str, str] = {}
        self._bar = MenuBar()
        group = QActionGroup(window)
        for spec in specs:
            action = QAction(spec.text, window)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setToolTip(f"{unmarked(spec.text)} ({', '.join(spec.keys)})")
            action.triggered.connect(partial(self._run, runs[spec.id]))
            # One of the views is always on show, so that their entries exclude each other.
            if spec.id in set(View):
                group.addAction(action)
            if spec.id in DAY_ACTIONS:
                # A key of one letter must not act while one types in a field elsewhere in the window.
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                window.addAction(action)
            self.actions[spec.id] = action
        self._fill_menus(window)

    def named(self, names: Iterable[str]) -> list[QAction]:
        return [self.actions[name] for name in names]

    def color(self, theme: Theme, scale: float) -> None:
        """Draw the icons that are on show in a theme's colors; those of menus when they open."""
        self._theme, self._size = theme, round(SIZE * scale)
        self._to_draw = {spec.id: spec.icon for spec in self._specs if spec.icon}
        self._draw(ON_SHOW)

    def _run(self, run: Callable[[], object], *_checked: object) -> None:
        self._bar.leave()
        run()

    def _draw(self, ids: Iterable[str]) -> None:
        assert self._theme is not None
        for id_ in ids:
            name = self._to_draw.pop(id_, "")
            if name:
                self.actions[id_].setIcon(icon(name, self._theme, self._size))

    def enable(self, store: Store, today: date, *, paging: bool) -> None:
        """Say what would be undone, and let only be done what can be."""
        for name, step in (("undo", store.undo_name), ("redo", store.redo_name)):
            action = self.actions[name]
            action.setEnabled(bool(step))
            # A name that somebody typed may hold &, which a menu would take for the mark of a key.
            what = screen_dashes(step).replace("&", "&&") or NO_STEP[name]
            action.setText(f"&{name.title()} {what}")
        for name in PAGING:
            self.actions[name].setEnabled(paging)
        contradicted = contradicting_marks(store.plan, today)
        self.actions["confirm"].setEnabled(is_unsure(store.plan) and not contradicted)

    def _fill_menus(self, window: QMainWindow) -> None:
        window.setMenuBar(self._bar)
        menus = {title: self._bar.add(title) for title in MENUS}
        for menu in menus.values():
            # An icon takes a moment to draw, and most are seen in menus only: the first picture does
            # not wait.
            menu.aboutToShow.connect(lambda: self._draw(list(self._to_draw)))
        for spec in self._specs:
            menu = menus[spec.menu.removeprefix("-")]
            if spec.menu.startswith("-"):
                menu.addSeparator()
            menu.addAction(self.actions[spec.id])
        self.day_menu: QMenu = menus["&Day"]


def panel_actions(bound: ActionBinder) -> PanelActions:
    """The actions that the side panel offers as buttons."""
    days = [(name, bound.actions[name]) for name in AT_ONCE]
    sure = bound.named(("confirm", View.FINDER))
    take_back, phone = bound.named(("remove", View.PHONE))
    return PanelActions(days, bound.named(MORE), take_back, sure, phone)
