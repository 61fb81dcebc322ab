"""The views: each is made when it is first wanted, and filled when it has other facts to show.

A view is told values and tells values: here they are led from and to the session and those who do things.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenu, QStackedWidget, QWidget

from heartplanner.core.schedule.ranges.month import month_rows
from heartplanner.typed import override
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.month.month_model import ANSWERS, UNSAVED, MonthPage
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View, view_spec
from heartplanner.ui.widgets.menu_keys import menu_keys
from heartplanner.ui.window.menus.commands import UserActions
from heartplanner.ui.window.mounted import Facts, Mounted

if TYPE_CHECKING:
    from heartplanner.ui.cycle.cycle_view import CycleView


class Views(QStackedWidget):
    """Shows the session's view. What one does in a view is led to who does it."""

    def __init__(
        self, actions: UserActions, day_actions: Sequence[QAction], day_menu: QMenu
    ) -> None:
        super().__init__()
        self._actions, self._session = actions, actions.session
        self._day_actions, self._day_menu = day_actions, day_menu
        self._mounted: dict[View, Mounted] = {}
        self._shown: dict[View, Facts] = {}
        self._today = actions.session.today

    def refresh(self) -> None:
        """Turn to the session's view, and fill it if it showed other facts before."""
        if self._today != self._session.today:
            self._today = self._session.today
            self._drop()
        view = self._session.view
        # Made when it is first wanted: a start pays for one view, and not for five.
        mounted = self._mounted.get(view) or self._mount(view)
        facts = mounted.facts()
        # Compared by value: to fill a view anew costs far more than to ask what it would show.
        other = self._shown.get(view) != facts
        self._shown[view] = facts
        self.setCurrentWidget(mounted.widget)
        if other:
            mounted.fill()
        mounted.select()

    @property
    def cycle(self) -> CycleView | None:
        """The view in which a rotation is written, once it was wanted."""
        if (mounted := self._mounted.get(View.CYCLE)) is None:
            return None
        from heartplanner.ui.cycle.cycle_view import CycleView

        return mounted.widget if isinstance(mounted.widget, CycleView) else None

    def take_looks(self) -> None:
        """Take on colors, size of text and clock."""
        # Other fonts change heights and wordings, so that all are filled again when they are next shown.
        self._shown.clear()
        for mounted in self._mounted.values():
            self._look(mounted)

    def focus_view(self) -> None:
        """Put the keys into the view on show."""
        if shown := self.currentWidget():
            shown.setFocus()

    @override
    def focusProxy(self) -> QWidget | None:
        """Where the keys go within the view on show."""
        shown = self.currentWidget()
        return shown and (shown.focusProxy() or shown)

    def _look(self, mounted: Mounted) -> None:
        mounted.looks.set_theme(self._session.theme)
        mounted.looks.set_scale(self._session.scale)

    def _drop(self) -> None:
        """A new day has begun: views are made anew when they are wanted, but for the month."""
        # The month is told of today by itself, and is the one on show most mornings.
        for view in [view for view in self._mounted if view is not View.MONTH]:
            widget = self._mounted.pop(view).widget
            self.removeWidget(widget)
            widget.deleteLater()
        self._shown.clear()

    def _mount(self, view: View) -> Mounted:
        """Make a view; Ctrl and the wheel enlarge the text on all of it that scrolls."""
        mounted = self._mounted[view] = _make(view, self._actions)
        widget = mounted.widget
        self._look(mounted)
        self.addWidget(widget)
        # The wheel's events go to what scrolls under the pointer, not to the view around it.
        areas = [widget, *widget.findChildren(QAbstractScrollArea)]
        for area in areas:
            if isinstance(area, QAbstractScrollArea):
                area.viewport().installEventFilter(self)
        if view_spec(view).days:
            widget.addActions(self._day_actions)
            self._offer_menu(area for area in areas if isinstance(area, QAbstractItemView))
        return mounted

    def _offer_menu(self, tables: Iterable[QAbstractItemView]) -> None:
        """What one can do to days, by a context menu in each table that shows them."""
        for table in tables:
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            place = table.viewport().mapToGlobal
            table.customContextMenuRequested.connect(
                lambda at, place=place: self._day_menu.popup(place(at))
            )
            menu_keys(table, self._day_menu.popup)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._session.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)


def _make(view: View, actions: UserActions) -> Mounted:
    match view:
        case View.MONTH:
            return _month(actions)
        case View.YEAR:
            return _year(actions)
        case View.CYCLE:
            return _cycle(actions)
        case View.LIST:
            return _list(actions)
        case View.FINDER:
            return _finder(actions)
        case View.PHONE:
            return _phone(actions)


def _month(actions: UserActions) -> Mounted:
    session = actions.session
    view = MonthTable(session.theme, session.today)
    view.day_chosen.connect(session.choose)

    def facts() -> Facts:
        return session.preview, session.month, session.today, session.day_notes.known

    def fill() -> None:
        schedule, month, display = session.preview, session.month, session.display
        notes = session.day_notes.of_month(schedule, month, session.today, display)
        view.set_today(session.today)
        rows = month_rows(schedule, month, display)
        page = MonthPage(month, rows, notes, display, session.today)
        view.show_page(page, session.selection)

    def select() -> None:
        if session.draft:
            view.show_marks(session.draft.marks, UNSAVED)
        else:
            view.show_marks(session.pins or {}, ANSWERS)
        view.choose(session.selection)

    return Mounted(view, view, facts, fill, select)


def _year(actions: UserActions) -> Mounted:
    from heartplanner.ui.year.year_view import YearView

    session = actions.session
    view = YearView(session.theme, session.today)
    view.day_chosen.connect(partial(_open_day, session))
    view.day_marked.connect(session.choose)
    view.month_chosen.connect(session.open_month)

    def fill() -> None:
        schedule, year, display = session.preview, session.month.year, session.display
        whole = date(year, 1, 1), date(year, 12, 31)
        events = session.day_notes.events_in(schedule, *whole, display)
        view.show_year(schedule, year, display, events)

    def select() -> None:
        if session.draft:
            view.show_marks(session.draft.marks, UNSAVED, framed=True)
        else:
            view.show_marks(session.pins or {}, ANSWERS, framed=False)
        view.mark(session.selection.current)

    def facts() -> Facts:
        return session.preview, session.month.year, session.day_notes.events

    return Mounted(view, view, facts, fill, select)


def _open_day(session: Session, day: date) -> None:
    """A click opens a day in the month; while a form is open, it is a day for the form."""
    if session.draft is None:
        session.open_day(day)
    else:
        session.choose(day)


def _cycle(actions: UserActions) -> Mounted:
    from heartplanner.ui.cycle.cycle_view import CycleView

    session = actions.session
    view = CycleView(session.theme, session.today)
    name_form(view, View.CYCLE, "Cycle", lambda: view.unsaved)
    view.assignment_made.connect(actions.days.assign)
    view.confirmed.connect(actions.days.confirm)
    view.finder_wanted.connect(actions.finder.begin)
    view.day_marked.connect(session.choose)
    session.rotation_wanted.connect(view.begin_new)
    return Mounted(
        view,
        view,
        lambda: (session.plan,),
        lambda: view.show_plan(session.plan),
        select=lambda: view.mark(session.selection.current),
    )


def _list(actions: UserActions) -> Mounted:
    from heartplanner.ui.list.list_range import ListRange
    from heartplanner.ui.list.list_view import ListView

    session, range_ = actions.session, ListRange()
    view = ListView(session.theme)
    view.day_chosen.connect(session.choose)
    view.day_marked.connect(session.choose)
    session.search_wanted.connect(view.focus_search)

    def days() -> tuple[date, date]:
        return range_.reach(session.plan, session.today, session.selection.current)

    def facts() -> Facts:
        return session.schedule, session.today, session.day_notes.known, days()

    def fill() -> None:
        schedule, today, display = session.schedule, session.today, session.display
        first, last = days()
        notes = session.day_notes.by_date(schedule, first, last, today, display)
        view.show_plan(schedule, first, last, today=today, display=display, day_notes=notes)

    return Mounted(view, view, facts, fill, select=lambda: view.mark(session.selection.current))


def _finder(actions: UserActions) -> Mounted:
    from heartplanner.ui.finder.finder_view import FinderView

    session = actions.session
    view = FinderView(session.theme, session.today)
    view.searched.connect(actions.finder.search)
    view.rotation_used.connect(actions.finder.use)
    view.roster_wanted.connect(actions.finder.roster)
    view.typing_wanted.connect(lambda: session.show_view(View.CYCLE))
    session.page_turned.connect(view.turn)
    return Mounted(view, view, lambda: (session.plan,), lambda: view.show_plan(session.plan))


def _phone(actions: UserActions) -> Mounted:
    from heartplanner.ui.phone.page.phone_view import PhoneView

    view = PhoneView(actions.session, actions.phone)
    return Mounted(view, view, view.facts, view.refresh)
