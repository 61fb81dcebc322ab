"""The four views of a plan, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QStackedWidget, QWidget

from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.default_range import last_day
from heartplanner.core.schedule.month import Month, month_rows
from heartplanner.core.schedule.selection import Chosen
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.month.month_model import Page
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.settings import Habits

if TYPE_CHECKING:
    from heartplanner.ui.cycle.cycle_view import CycleView
    from heartplanner.ui.finder.finder_view import FinderView
    from heartplanner.ui.list.list_view import ListView
    from heartplanner.ui.year.year_view import YearView


class Views(QStackedWidget):
    """Shows one view at a time; what happens in any of them is told by one set of signals."""

    day_chosen = Signal(object, bool)
    day_opened = Signal(object)
    month_chosen = Signal(object)
    assignment_made = Signal(object)
    rotation_confirmed = Signal()
    searched = Signal(str, object)
    rotation_used = Signal(object, object)
    roster_wanted = Signal(str)
    view_wanted = Signal(str)
    zoomed = Signal(int)
    menu_wanted = Signal(object)
    """A context menu of the days chosen, at this place of the screen."""

    def __init__(self, theme: Theme, today: date, display: DisplayFormat) -> None:
        super().__init__()
        self._theme, self._today, self._display = theme, today, display
        self._habits = Habits()
        self._shown: dict[QWidget, tuple[object, ...]] = {}
        self._day_actions: Sequence[QAction] = ()
        self.month = MonthTable(theme, today)
        self.month.day_chosen.connect(self.day_chosen)
        self._add(self.month, days=True)
        self._year: YearView | None = None
        self._cycle: CycleView | None = None
        self._list: ListView | None = None
        self._finder: FinderView | None = None

    def set_looks(self, theme: Theme, habits: Habits, display: DisplayFormat) -> None:
        """Take on colours, size of text and clock."""
        self._theme, self._habits, self._display = theme, habits, display
        self._shown.clear()
        for view in (self.month, self._year, self._cycle, self._list, self._finder):
            if view is not None:
                view.set_theme(theme)
                view.set_scale(habits.scale)

    def set_today(self, today: date) -> None:
        """A new day has begun; views that were made before it are made anew when wanted."""
        self._today = today
        self._shown.clear()
        self.month.set_today(today)
        for view in (self._year, self._cycle, self._list, self._finder):
            if view is not None:
                self.removeWidget(view)
                view.deleteLater()
        self._year = self._cycle = self._list = self._finder = None

    def show_month(
        self, plan: Plan, month: Month, chosen: Chosen, occasions: Mapping[date, Sequence[str]]
    ) -> None:
        if self._turn_to(self.month, plan, month, chosen, occasions):
            rows = month_rows(plan, month, self._display)
            self.month.show_page(Page(month, rows, occasions, self._display), chosen)

    def _turn_to(self, view: QWidget, *facts: object) -> bool:
        """Show a view; whether it has to be filled anew, since it showed other facts before."""
        other = self._shown.get(view) != facts
        self._shown[view] = facts
        self.setCurrentWidget(view)
        return other

    def show_year(self, plan: Plan, year: int) -> None:
        if self._year is None:
            from heartplanner.ui.year.year_view import YearView

            self._year = YearView(self._theme, self._today)
            self._year.day_chosen.connect(self.day_opened)
            self._year.day_marked.connect(lambda day: self.day_chosen.emit(day, False))
            self._year.month_chosen.connect(self.month_chosen)
            self._year.set_scale(self._habits.scale)
            self._add(self._year, days=True)
        if self._turn_to(self._year, plan, year):
            self._year.show_year(plan, year, self._display)

    def show_cycle(self, plan: Plan) -> None:
        if self._cycle is None:
            from heartplanner.ui.cycle.cycle_view import CycleView

            self._cycle = CycleView(self._theme, self._today)
            self._cycle.assignment_made.connect(self.assignment_made)
            self._cycle.confirmed.connect(self.rotation_confirmed)
            self._cycle.finder_wanted.connect(lambda: self.view_wanted.emit("finder"))
            self._cycle.set_scale(self._habits.scale)
            self._add(self._cycle)
        if self._turn_to(self._cycle, plan):
            self._cycle.show_plan(plan)

    def show_finder(self, plan: Plan) -> None:
        if self._finder is None:
            from heartplanner.ui.finder.finder_view import FinderView

            self._finder = FinderView(self._theme, self._today)
            self._finder.searched.connect(self.searched)
            self._finder.rotation_used.connect(self.rotation_used)
            self._finder.roster_wanted.connect(self.roster_wanted)
            self._finder.typing_wanted.connect(lambda: self.view_wanted.emit("cycle"))
            self._finder.set_scale(self._habits.scale)
            self._add(self._finder)
        if self._turn_to(self._finder, plan):
            self._finder.show_plan(plan)

    def turn_finder(self, cycles: int) -> None:
        if self._finder is not None:
            self._finder.turn(cycles)

    def show_list(self, plan: Plan, first: date, occasions: Mapping[date, Sequence[str]]) -> None:
        if self._list is None:
            from heartplanner.ui.list.list_view import ListView

            self._list = ListView(self._theme)
            self._list.day_chosen.connect(lambda day: self.day_chosen.emit(day, False))
            self._list.set_scale(self._habits.scale)
            self._add(self._list, days=True)
        if self._turn_to(self._list, plan, first, occasions):
            self._list.show_plan(
                plan,
                first,
                last_day(first),
                today=self._today,
                display=self._display,
                occasions=occasions,
            )

    def take_day_actions(self, actions: Sequence[QAction]) -> None:
        """What one can do to days, by key and by context menu, in each view that shows them."""
        self._day_actions = actions
        self._add_day_actions(self.month)

    def _add_day_actions(self, view: QWidget) -> None:
        view.addActions(self._day_actions)
        for area in (view, *view.findChildren(QAbstractItemView)):
            if isinstance(area, QAbstractItemView):
                area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                place = area.viewport().mapToGlobal
                area.customContextMenuRequested.connect(
                    lambda at, place=place: self.menu_wanted.emit(place(at))
                )

    def _add(self, view: QWidget, *, days: bool = False) -> None:
        """One more view; Ctrl and the wheel enlarge the text on all of it that scrolls."""
        self.addWidget(view)
        if days:
            self._add_day_actions(view)
        areas = view.findChildren(QAbstractScrollArea)
        for area in (*areas, view):
            if isinstance(area, QAbstractScrollArea):
                area.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def focus_view(self) -> None:
        """Put the keys into the view on show."""
        if shown := self.currentWidget():
            shown.setFocus()

    def focus_search(self) -> None:
        if self._list is not None:
            self._list.focus_search()
