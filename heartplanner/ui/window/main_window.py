"""The window: one plan in four views, the chosen days beside them, and everything one can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from heartplanner.core.explain.day_text import describe, month_words, unsure
from heartplanner.core.explain.upcoming import glance
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule.default_range import first_day, last_day
from heartplanner.core.schedule.month import Month
from heartplanner.core.schedule.selection import Chosen
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.store import Store
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import Theme, menu_palette, palette
from heartplanner.typed import override
from heartplanner.ui.actions import ACTIONS, DAY_BUTTONS, VIEWS
from heartplanner.ui.day_notes import Occasions
from heartplanner.ui.edit.day_actions import DAY_KINDS, DayActions
from heartplanner.ui.edit.plan_actions import PlanActions
from heartplanner.ui.finder.finder_actions import FinderActions
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.printing.print_actions import PrintActions
from heartplanner.ui.settings import SCALES, Habits, Settings, System, display_of, theme_of
from heartplanner.ui.window.action_binder import BoundActions
from heartplanner.ui.window.header import Header
from heartplanner.ui.window.layout import fit_to_screen, frame
from heartplanner.ui.window.message_bar import Strip
from heartplanner.ui.window.side_panel import SidePanel
from heartplanner.ui.window.titles import short_title, view_title, window_title
from heartplanner.ui.window.views import Views
from heartplanner.ui.wiring import can_be_dropped, take_dropped, wire

if TYPE_CHECKING:
    from heartplanner.ui.window.welcome import Welcome


class MainWindow(QMainWindow):
    """Shows the store's plan. `now` tells the time in Durham."""

    file_dropped = Signal(object)

    def __init__(
        self, store: Store, settings: Settings, now: Callable[[], datetime], system: System
    ) -> None:
        super().__init__()
        self.store = store
        self.settings, self._now, self._system = settings, now, system
        self._habits = settings.habits()
        self.today = now().date()
        start = first_day(store.plan, self.today)
        self._chosen = Chosen.one(start)
        self._month = Month.of(start)
        self.days = DayActions(store, self)
        self.finder = FinderActions(store, now, self)
        self.plans = PlanActions(store, now, lambda: self.display, self)
        self.phone = PhoneActions(store, now, self)
        self.paper = PrintActions(store, settings, now, self)
        self.strip = Strip()
        self.occasions = Occasions()
        self._loading = False
        self._glanced: Plan | None = None
        self._told: tuple[object, ...] = ()
        self._welcome: Welcome | None = None
        self._views = Views(self.theme, self.today, self.display)
        self._bound = BoundActions(self, self._views, ACTIONS)
        actions = self._bound.actions
        self._header = Header(actions, self.phone.write_for_drag)
        more = [actions[kind] for kind in DAY_KINDS if kind not in DAY_BUTTONS]
        self._panel = SidePanel(
            [actions[kind] for kind in DAY_BUTTONS],
            [*more, actions["remove"]],
            [actions["confirm"], actions["finder"]],
        )
        self._lay_out()
        wire(self, self._views)
        self.set_habits(self._habits)
        self.restoreGeometry(settings.place())
        self._views.focus_view()

    @property
    def theme(self) -> Theme:
        return theme_of(self._habits, self._system)

    @property
    def display(self) -> DisplayFormat:
        return display_of(self._habits, self._system)

    @property
    def habits(self) -> Habits:
        return self._habits

    @property
    def month(self) -> Month:
        return self._month

    @property
    def chosen(self) -> Chosen:
        return self._chosen

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last of the days chosen."""
        return self._chosen.first, self._chosen.last

    def set_habits(self, habits: Habits) -> None:
        """Take on colours, clock, week start and size of text, and keep them."""
        self._habits = habits
        self.settings.keep(habits)
        self._glanced = None
        QApplication.setPalette(palette(self.theme))
        for menu in self.findChildren(QMenu):
            menu.setPalette(menu_palette(self.theme))
        self.setStyleSheet(style_sheet(self.theme, habits.scale))
        self._panel.set_scale(habits.scale)
        self._bound.colour(self.theme)
        self._views.set_looks(self.theme, habits, self.display)
        self.show_view(habits.view)

    def set_system(self, system: System) -> None:
        """The system changed its colours or its clock."""
        self._system = system
        self.set_habits(self._habits)

    def zoom(self, steps: int) -> None:
        """Enlarge the text by a step, or make it smaller; 0: as it was."""
        at = SCALES.index(self._habits.scale) + steps if steps else 0
        scale = SCALES[min(max(at, 0), len(SCALES) - 1)]
        self.set_habits(self._habits._replace(scale=scale))

    def show_view(self, name: str) -> None:
        """Show one of the four views of the same days."""
        assert name in VIEWS
        other = name != self._habits.view
        if other and self._welcome is not None:
            self._welcome.hide()
        self._habits = self._habits._replace(view=name)
        self._bound.actions[name].setChecked(True)
        self.refresh()
        if other:
            self.settings.keep(self._habits)
            self._views.focus_view()

    def choose(self, day: date, extend: bool = False) -> None:
        """Choose a day; with `extend` all days from the one before to it."""
        self._chosen = self._chosen.to(day) if extend else Chosen.one(day)
        day, in_month = self._chosen.current, self._habits.view == "month"
        if in_month and not self._views.month.shows(day):
            self._month = Month.of(day)
            self.refresh()
            return
        if in_month:
            self._views.month.choose(self._chosen)
        else:
            self._month = Month.of(day)
            self._show_title()
            self._panel.show_month(self._month.title, *month_words(self.store.plan, self._month))
        self._show_chosen()

    def go_to(self, day: date) -> None:
        """Show a date in the month, or in the year where that is on show."""
        self._chosen = Chosen.one(day)
        self._month = Month.of(self._chosen.current)
        self.show_view(
            "month" if self._habits.view in ("cycle", "list", "finder") else self._habits.view
        )

    def open_day(self, day: date) -> None:
        """Show a date in the month, whatever is on show."""
        self._habits = self._habits._replace(view="month")
        self.go_to(day)

    def go_to_today(self) -> None:
        """Back to today, or to the start date while that is still to come."""
        self.go_to(first_day(self.store.plan, self.today))

    def turn(self, pages: int) -> None:
        """Turn the page by months, by years or by cycles; the same day of the month stays chosen."""
        if self._habits.view == "finder":
            self._views.turn_finder(pages)
            return
        self._month = self._month.plus(pages * (12 if self._habits.view == "year" else 1))
        self._chosen = self._chosen.in_month(self._month)
        self.refresh()

    def tick(self) -> None:
        """A minute has gone by; perhaps a new day has begun."""
        today = self._now().date()
        if today != self.today:
            self.today = today
            self._views.set_today(today)
            self.refresh()
        self._show_glance()

    def load_holidays(self) -> None:
        """Load the names of public holidays: after the first picture, for they take a while."""
        self._loading = True
        self.occasions.load(self._month.year)
        self.refresh()

    def refresh(self) -> None:
        """Show everything anew."""
        plan, view = self.store.plan, self._habits.view
        self._show_title()
        if self._loading and self.occasions.missing(self._month.year):
            self.occasions.load(self._month.year)
        if view == "month":
            words = self.occasions.of_month(plan, self._month, self.today)
            self._views.show_month(plan, self._month, self._chosen, words)
        elif view == "year":
            self._views.show_year(plan, self._month.year)
        elif view == "cycle":
            self._views.show_cycle(plan)
        elif view == "finder":
            self._views.show_finder(plan)
        else:
            first = first_day(plan, self.today)
            words = self.occasions.by_date(plan, first, last_day(first), self.today)
            self._views.show_list(plan, first, words)
        self._bound.enable(self.store, paging=view in ("month", "year", "finder"))
        self._panel.setVisible(view != "finder")  # which has cards of its own
        if view != "finder":
            self._show_panel(plan)

    def _show_panel(self, plan: Plan) -> None:
        """Show beside the view what is not shown there yet."""
        asked = self._welcome is not None and not self._welcome.isHidden()
        self._panel.show_unsure("" if asked else unsure(plan))
        if plan is not self._glanced:
            self._show_glance()
        told = (plan, self._month, self._chosen, self.display, self.occasions.years)
        if told != self._told:
            self._told = told
            self._panel.show_month(self._month.title, *month_words(plan, self._month))
            self._show_chosen()

    def _show_title(self) -> None:
        title = view_title(self._habits.view, self._month)
        self._header.show_title(title, short_title(self._habits.view, self._month))
        self.setWindowTitle(window_title(title, self.store.path))

    def find_in_list(self) -> None:
        self.show_view("list")
        self._views.focus_search()

    def welcome(self) -> None:
        """The three questions of the first start, over the month."""
        from heartplanner.ui.window.welcome import welcome_over

        self._welcome = welcome_over(self)
        self._welcome.closed.connect(self.refresh)
        self._welcome.closed.connect(self._views.month.setFocus)
        self._panel.show_unsure("")

    def _show_glance(self) -> None:
        self._glanced = self.store.plan
        self._panel.show_glance(glance(self.store.plan, self._now(), self.display))

    def _show_chosen(self) -> None:
        first, last = self.span
        occasions = self.occasions.of_day(self.store.plan, first, self.today)
        words = describe(self.store.plan, first, last, display=self.display, occasions=occasions)
        self._panel.show_day(*words)

    def _lay_out(self) -> None:
        self.setCentralWidget(frame(self._header, [self.strip, self._views], self._panel))
        fit_to_screen(self)
        self.setAcceptDrops(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._welcome is not None:
            self._welcome.centre()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.plans.may_close():
            event.ignore()
            return
        self.settings.keep(self._habits)
        self.settings.keep_place(self.saveGeometry())
        super().closeEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_be_dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        take_dropped(self, event)
