"""The table of actions, bound to a window: menus, keys, icons, and what each one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from heartplanner.core.explain.day_text import unsure
from heartplanner.store import Store
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.ui.actions import DAY_BUTTONS, HEADER_VIEWS, MENUS, VIEWS, Spec, plain
from heartplanner.ui.edit.day_actions import DAY_KINDS

if TYPE_CHECKING:
    from heartplanner.ui.window.main_window import MainWindow
    from heartplanner.ui.window.views import Views

PAGING = ("previous", "next")
ON_SHOW = (*PAGING, "today", *HEADER_VIEWS, "finder", "undo", "redo", *DAY_BUTTONS)
"""The actions that stand in the header and in the panel."""


class BoundActions:
    """The window's actions by their ids. Keys of days work where days are: in the views."""

    def __init__(self, window: MainWindow, views: Views, specs: Sequence[Spec]) -> None:
        self._window = window
        self._specs = specs
        runs = self._runs()
        group = QActionGroup(window)
        self.actions: dict[str, QAction] = {}
        self._theme: Theme | None = None
        self._to_draw: dict[str, str] = {}
        for spec in specs:
            action = QAction(spec.text, window)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setCheckable(spec.checkable)
            action.setToolTip(f"{plain(spec.text)} ({', '.join(spec.keys)})")
            action.triggered.connect(partial(_run, runs[spec.id]))
            if spec.id in VIEWS:
                group.addAction(action)
            if spec.id in (*DAY_KINDS, "remove"):
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            else:
                window.addAction(action)
            self.actions[spec.id] = action
        self._fill_menus()
        views.take_day_actions([self.actions[kind] for kind in (*DAY_KINDS, "remove")])
        views.menu_wanted.connect(self._pop_up)

    def colour(self, theme: Theme) -> None:
        """Draw the icons that are on show in a theme's colours; those of menus when they open."""
        self._theme = theme
        self._to_draw = {each.id: each.icon for each in self._specs if each.icon}
        self._draw(ON_SHOW)

    def _draw(self, ids: Iterable[str]) -> None:
        assert self._theme is not None
        for each in ids:
            name = self._to_draw.pop(each, "")
            if name:
                self.actions[each].setIcon(icon(name, self._theme))

    def enable(self, store: Store, *, paging: bool) -> None:
        """Say what would be undone, and let only be done what can be."""
        for name, step in (("undo", store.undo_name), ("redo", store.redo_name)):
            action = self.actions[name]
            action.setEnabled(bool(step))
            action.setText(f"&{name.title()} {step}".rstrip().replace("& ", "&& "))
        for name in PAGING:
            self.actions[name].setEnabled(paging)
        self.actions["confirm"].setEnabled(bool(unsure(store.plan)))

    def _pop_up(self, where: QPoint) -> None:
        self.day_menu.popup(where)

    def _enter(self, kind: str) -> None:
        window = self._window
        window.days.enter(kind, window.span, window.display)

    def _fill_menus(self) -> None:
        bar = self._window.menuBar()
        menus = {title: bar.addMenu(title) for title in MENUS}
        for menu in menus.values():
            menu.aboutToShow.connect(lambda: self._draw(list(self._to_draw)))
        for spec in self._specs:
            menu = menus[spec.menu.removeprefix("-")]
            if spec.menu.startswith("-"):
                menu.addSeparator()
            menu.addAction(self.actions[spec.id])
        self.day_menu: QMenu = menus["&Day"]

    def _runs(self) -> dict[str, Callable[[], object]]:
        """What each action does."""
        window, store = self._window, self._window.store
        runs: dict[str, Callable[[], object]] = {
            "phone": window.phone.hand_over,
            "wifi": window.phone.send_by_wifi,
            "contents": window.phone.choose,
            "changed": window.phone.changed,
            "print": window.paper.print_it,
            "publish": partial(_dialog, "publish", window),
            "open": lambda: window.plans.open(window.file_dropped.emit),
            "copy": window.plans.copy,
            "restore": window.plans.restore,
            "confirm": window.days.confirm,
            "quit": window.close,
            "undo": store.undo,
            "redo": store.redo,
            "find": window.find_in_list,
            "milestones": partial(_dialog, "milestones", window),
            "holidays": partial(_dialog, "holidays", window),
            "preferences": partial(_dialog, "preferences", window),
            "remove": lambda: window.days.remove(window.span, window.display),
            "previous": partial(window.turn, -1),
            "next": partial(window.turn, 1),
            "today": window.go_to_today,
            "go-to": partial(_dialog, "go-to", window),
            "zoom-in": partial(window.zoom, 1),
            "zoom-out": partial(window.zoom, -1),
            "zoom-reset": partial(window.zoom, 0),
            "help": partial(_dialog, "help", window),
            "about": partial(_dialog, "about", window),
        }
        for kind in DAY_KINDS:
            runs[kind] = partial(self._enter, kind)
        for view in VIEWS:
            runs[view] = partial(window.show_view, view)
        return runs


def _run(run: Callable[[], object], *_checked: object) -> None:
    run()


def _dialog(name: str, window: MainWindow) -> None:
    """Open one of the dialogs, which are loaded when they are first wanted."""
    from heartplanner.ui.window import go_to_date

    go_to_date.open_dialog(name, window)
