"""One window for the tests of a module: it is led back to how it opened, and not built for each of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from shiboken6 import Shiboken

from heartplanner.core.events.occurrence import NO_EVENTS
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.schedule.ranges.month import Month
from heartplanner.core.schedule.ranges.selection import Chosen
from heartplanner.document import Document
from heartplanner.ui.day_notes import DayNotes
from heartplanner.ui.phone.kept_files import Looked
from heartplanner.ui.phone_state import PhoneState
from heartplanner.ui.settings import Settings
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import SIZE, MainWindow

Picture = list[tuple[object, ...]]


class OneWindow:
    """The window of a module's tests.

    One that does not come back to all that it showed when it was new is thrown away for a new one: what a
    test leaves behind reaches no other test.
    """

    def __init__(self) -> None:
        self._window: MainWindow | None = None
        self._first: Picture = []

    def open(
        self, document: Document, settings: Settings, make: Callable[[], MainWindow]
    ) -> MainWindow:
        """The window on a document, as `make` makes it, active and at rest."""
        if self._window is not None:
            lead_back(self._window, document, settings)
            show(self._window)
            self._window._views.focus_view()
            if picture(self._window) == self._first:
                return self._window
            self.close()
        self._window = make()
        show(self._window)
        self._first = picture(self._window)
        return self._window

    def close(self) -> None:
        if self._window is not None:
            nothing_entered(self._window)
            self._window.close()
            self._window.deleteLater()
            QApplication.sendPostedEvents(self._window, QEvent.Type.DeferredDelete)
            self._window = None


def nothing_entered(window: MainWindow) -> None:
    """A test that ends with a form or a new rotation on the screen is not asked about it."""
    window.user_actions.days.entry.leave()
    if cycle := window._views.cycle:
        cycle._reset()


def show(window: MainWindow) -> None:
    window.resize(*SIZE)  # as on a usual screen: the one offscreen is narrow
    window.show()
    window.activateWindow()
    for _ in range(2):
        QApplication.processEvents()


def lead_back(window: MainWindow, document: Document, settings: Settings) -> None:
    """Everything as in a window that was just made on the document: plan, habits, days, parts on show."""
    nothing_entered(window)
    session, panel = window.session, window._panel
    for dialog in window.findChildren(QDialog):
        dialog.hide()
        dialog.deleteLater()
    for timer in window.findChildren(QTimer):
        if timer.isSingleShot():
            timer.stop()
    window._first.open, window._first._before = False, None
    if window._first._steps is not None:
        window._first._steps.deleteLater()
        window._first._steps = None
    if window._asking._entry is not None:
        window._asking._entry._clear()
    session.store._document = document
    session.settings._kept = settings._kept
    window.user_actions.phone.sync.forget()
    window.user_actions.phone.kept._seen = Looked([])
    looks = session._habits._replace(view=View.MONTH)
    session._habits = settings.habits()
    session._today = session.now().date()
    start = first_day(session.plan, session._today)
    session._month, session._selection = Month.of(start), Chosen.one(start)
    session._pins, session.contents, session.day_notes = None, {}, DayNotes()
    assert session.day_notes.events is NO_EVENTS
    panel._inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
    panel.show_phone(PhoneState())
    panel.wanted = panel.fits
    window._reminder._reminded = ""
    window._views._drop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.message_bar.hide()
    window.message_bar._said = ""
    window.resize(*SIZE)
    if looks != session._habits:  # it takes longer than all the rest
        session.looks_changed.emit()
    session.store.plan_changed.emit(session.plan)
    window._status.clear()


def picture(window: MainWindow) -> Picture:
    """All that is in sight: what it is, where, what it says, whether it can be pressed, and the keys."""
    parts: Picture = [
        (
            type(part).__name__,
            part.objectName(),
            part.geometry().getRect(),
            part.isEnabled(),
            part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else "",
        )
        for part in window.findChildren(QWidget)
        if part.isVisible()
    ]
    actions = window._binder.actions.values()
    parts += [(each.text(), each.isEnabled(), each.isChecked()) for each in actions]
    parts.append((type(QApplication.focusWidget()).__name__, window.windowTitle()))
    parts.append((len(window.findChildren(QDialog)), window._status.text()))
    # What stood in a view or a form that is gone may have gone with it.
    parts.append((Shiboken.isValid(window._binder.day_menu), Shiboken.isValid(window._ring)))
    return parts
