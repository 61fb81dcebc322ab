"""The window: one plan in five views, the chosen days beside them, and everything one can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from heartplanner.files.folders import PLAN_NAME
from heartplanner.store import Store
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import menu_palette, palette
from heartplanner.typed import override
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.messages.found_reminder import FoundReminder
from heartplanner.ui.messages.message_bar import MessageBar
from heartplanner.ui.messages.stale_reminder import StaleReminder
from heartplanner.ui.messages.status_line import StatusLine
from heartplanner.ui.messages.store_messages import tell
from heartplanner.ui.panel.side_panel import ROOMY, SidePanel
from heartplanner.ui.session import Session
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.view_list import view_spec
from heartplanner.ui.window.asking import Asking
from heartplanner.ui.window.closing import keep_place, may_close
from heartplanner.ui.window.first_start import FirstStart
from heartplanner.ui.window.focus_ring import FocusRing
from heartplanner.ui.window.header import Header
from heartplanner.ui.window.incoming import is_one_file, take_file, take_key
from heartplanner.ui.window.layout import below, body_of
from heartplanner.ui.window.menus.action_binder import DAY_ACTIONS, ActionBinder, panel_actions
from heartplanner.ui.window.menus.actions import ACTIONS
from heartplanner.ui.window.menus.commands import commands, make_actions
from heartplanner.ui.window.panes import Panes
from heartplanner.ui.window.views import Views

if TYPE_CHECKING:
    from heartplanner.ui.panel.ahead_panel import AheadPanel

SIZE, SMALLEST = (1280, 800), (720, 480)
"""Width and height of the window, in pixels: at the first start, and at least."""
PANEL_GONE = "The side panel is hidden. F9, or View > Side panel, shows it again."
FRAME = (8, 40)
"""Pixels that a system's window frame takes; how many they are here is not known before the first show."""


class MainWindow(QMainWindow):
    """Puts the parts together and follows the session, which holds what is on show.

    `now` tells the time in Durham; `file_dropped`: a plan, by its path, is to be opened;
    `asks_before_closing`: whether what is not saved is asked about first.
    """

    file_dropped = Signal(object)

    def __init__(
        self, store: Store, settings: Settings, now: Callable[[], datetime], system: System
    ) -> None:
        super().__init__()
        self.session = Session(store, settings, now, system, self)
        self.user_actions = make_actions(self.session, self)
        self.message_bar = MessageBar()
        self._first = FirstStart(self.user_actions, self._change_view)
        self._ask_field = AskField()
        runs = commands(self.user_actions, self.file_dropped.emit) | {
            "first-steps": self.first_steps,
            "panel": self._turn_panel,
            "ask": self._ask_field.begin,
        }
        self._binder = bound = ActionBinder(self, ACTIONS, runs)
        phone = self.user_actions.phone
        self._panel = SidePanel(self.session, panel_actions(bound))
        self._asking = Asking(
            self.user_actions, self._ask_field, self._panel, self._change_view, bound.actions
        )
        self._header = Header(bound.actions, self._ask_field, phone.files.write_for_drag)
        self._views = Views(self.user_actions, bound.named(DAY_ACTIONS), bound.day_menu)
        self._panel.phone_rests.connect(self._header.rest_phone)
        self._status = StatusLine(self.message_bar, bound.actions["panel"], self.session)
        self._ring = FocusRing(self)
        self._panes = Panes(self, self._named_panes())
        self.message_bar.text_shown.connect(self._put_message_early)
        self._ahead: AheadPanel | None = None
        self.asks_before_closing = True
        calendar = [self._first.bar, self._views, self._status]
        self._body = body_of(calendar, [self._panel, self._first.place])
        self.setCentralWidget(below(self._header, self._body))
        _fit_to_screen(self)
        self.setAcceptDrops(True)
        self._tell()
        self._follow()
        self._take_looks()
        self.restoreGeometry(settings.place())
        self._views.focus_view()

    def first_steps(self) -> None:
        """The questions of the first start, beside the calendar."""
        self._first.begin()

    def _named_panes(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("Calendar", self._views),
            ("Message", self.message_bar),
            ("Side panel", self._panel),
            ("First steps", self._first.place),
        )

    def _tell(self) -> None:
        """Say from now on what the store has to say, and what is out of date."""
        actions, bar = self.user_actions, self.message_bar
        tell(self.session.store, bar, self._status.say, actions.plans.copy)
        FoundReminder(self.session, bar, actions.finder.use, self)
        self._reminder = StaleReminder(
            self.session, actions.phone, actions.paper, bar, self._panel.show_phone
        )

    def _put_message_early(self) -> None:
        """Tab goes from the header to the message, before all else."""
        for before, after in pairwise([self._header.last_stop, *self.message_bar.stops()]):
            QWidget.setTabOrder(before, after)

    def _follow(self) -> None:
        entry = self.user_actions.days.entry
        entry.opened.connect(self._panel.take_form)
        entry.closed.connect(self._close_form)
        entry.opened.connect(lambda _: self._status.clear())
        self.session.keys_wanted.connect(self._views.focus_view)
        self.session.told.connect(self._status.say)
        self.session.reminded.connect(self.message_bar.say)
        self.session.store.plan_changed.connect(lambda _: self._refresh())
        self.session.shown_changed.connect(self._refresh)
        self.session.looks_changed.connect(self._take_looks)
        self.session.view_changed.connect(self._change_view)

    def _close_form(self) -> None:
        """The form is gone; the keys go back to the calendar."""
        self._panel.rest_mouse()
        self._refresh()
        self._views.focus_view()

    def _take_looks(self) -> None:
        theme, scale = self.session.theme, self.session.scale
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme, scale))
        # After the style sheet, which gives each menu the palette back that it had before.
        for menu in self.findChildren(QMenu):
            menu.setPalette(menu_palette(theme))
        self._ring.color = theme.here
        # Before the header, which says as much as the question's field leaves room for.
        self._asking.take_looks()
        self._header.set_scale(scale)
        self._status.set_scale(scale)
        self._panel.set_looks(theme, scale)
        self._panel.fit(self.width(), self.height(), scale)
        if self._ahead is not None:
            self._ahead.set_looks(theme, scale)
        self._binder.color(theme, scale)
        self._views.take_looks()
        self._first.take_looks()
        self._first.fit(self.width())
        self._refresh()

    def _change_view(self) -> None:
        """Show another view, or the first steps, and give it the keys."""
        self._refresh()
        self._reminder.look_soon()
        if not self._first.focus():
            self._views.focus_view()

    def _refresh(self) -> None:
        """Bring every part of the window up to date with the session."""
        session, spec = self.session, view_spec(self.session.view)
        title = spec.title(session.month)
        self._header.show_title(title, spec.short_title(session.month))
        # Steps and forms have the one button that stands out, so that the phone's is a plain one.
        form = session.draft is not None and spec.days
        primary = spec.own_primary or self._first.beside or form
        self._header.show_view(spec._replace(own_primary=primary), session.theme)
        self.setWindowTitle(_window_title(title, session.store.path))
        self._views.refresh()
        self._binder.actions[spec.id].setChecked(True)
        self._binder.enable(session.store, session.today, paging=spec.months != 0)
        self._first.refresh()
        asked = session.pins is not None
        self._show_panel(beside=spec.panel and not self._first.beside, taken=form or asked)
        self._show_ahead()
        self._panel.show_form(form, answer=asked)
        self._status.follow(session.draft if form else None)
        if spec.foot:
            self._status.show_text(spec.foot)
        else:
            self._status.show_month(session.schedule, session.month, session.now())
        if spec.panel:
            self._panel.refresh()

    def _show_panel(self, *, beside: bool, taken: bool) -> None:
        """`beside`: the view has a side panel; where it has no room, it comes when it is asked for.

        `taken`: a form or an answer is in it, which is always on show.
        """
        shown = beside and (self._panel.wanted or taken)
        focused = self.focusWidget()
        if not shown and focused is not None and self._panel.isAncestorOf(focused):
            self._views.focus_view()
        self._panel.setVisible(shown)
        self._status.offer_panel(beside and not taken and not self._panel.fits)
        self._binder.actions["panel"].setEnabled(beside and not taken)
        self._binder.actions["panel"].setChecked(shown)

    def _turn_panel(self) -> None:
        """Show the side panel, or take it away, and then say how it comes back."""
        self._panel.wanted = not self._panel.wanted
        self._refresh()
        self._status.say("" if self._panel.wanted else PANEL_GONE)

    def _show_ahead(self) -> None:
        """Show the second panel where the window is wide; it is made when it is first wanted."""
        session, scale = self.session, self.session.scale
        wanted = self.width() >= ROOMY * scale and view_spec(session.view).panel
        if self._ahead is None and wanted:
            from heartplanner.ui.panel.ahead_panel import AheadPanel

            self._ahead = AheadPanel(session)
            self._ahead.set_looks(session.theme, scale)
            self._body.addWidget(self._ahead)
        if self._ahead is not None:
            self._ahead.setFixedWidth(self._panel.width())
            self._ahead.setVisible(wanted)
            if wanted:
                self._ahead.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._first.fit(self.width())
        if self._panel.fit(self.width(), self.height(), self.session.scale):
            self._refresh()
        self._show_ahead()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Back from a dialog: where the keys would be nowhere, they go to the calendar."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._take_lost_keys)

    def _take_lost_keys(self) -> None:
        if self.isActiveWindow() and self.focusWidget() in (None, self):
            self._views.focus_view()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.asks_before_closing and not may_close(self.user_actions, self._views):
            event.ignore()
            return
        keep_place(self, self.session)
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part has taken."""
        if not take_key(event, self.user_actions, self.file_dropped.emit):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_one_file(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = Path(event.mimeData().urls()[0].toLocalFile())
        take_file(path, self.user_actions, self.file_dropped.emit)


def _window_title(title: str, plan_file: Path) -> str:
    """What is on show, for the system; a plan that is not the responder's own is named."""
    named = "" if plan_file.name == PLAN_NAME else f"{plan_file.stem} - "
    return f"{title} - {named}Heart Planner"


def _fit_to_screen(window: QWidget) -> None:
    """The window's first size, and its smallest: never more than there is of the screen."""
    room = window.screen().availableSize() - QSize(*FRAME)
    window.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
    window.resize(QSize(*SIZE).boundedTo(room))
