"""Keeps what is typed in a window's forms, however the program ends, and opens them again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from heartplanner.files.unsaved_forms import UnsavedForm
from heartplanner.ui.fields.named_form import form_name
from heartplanner.ui.people.people_actions import OWN_CARD
from heartplanner.ui.start.ending import SignalNotifier
from heartplanner.ui.unsaved.offer import UnsavedOffer
from heartplanner.ui.unsaved.recorder import FormRecorder
from heartplanner.ui.view_list import View
from heartplanner.ui.window.closing import keep_place
from heartplanner.ui.window.main_window import MainWindow

SESSION_ENDS = 60_000
"""Milliseconds within which a session that is said to end does; else somebody wanted it to go on."""

FORMS = (
    "calendars",
    "check-roster",
    "contents",
    "first-steps",
    "holidays",
    "milestones",
    "people",
    "print",
    "publish",
    "rotation-roster",
    View.CYCLE,
)
OPENED_BY = {**{form: form for form in FORMS}, "subscribe": View.PHONE}
"""The actions that open forms, by the forms' names; one on a page is a step further."""


def keep_unsaved(app: QApplication, window: MainWindow) -> FormRecorder:
    """Keep what is typed from now on, and offer back what an earlier run left."""
    recorder = FormRecorder(window.session, window)

    def go_on(form: UnsavedForm) -> bool:
        if not open_form(window, form):
            return False
        # One that is on show already does not get the keys: it is filled all the same.
        for widget in window.findChildren(QWidget):
            on_page = form_name(widget) == form.form and not widget.isWindow()
            if on_page and widget.isVisible():
                recorder.reach(widget)
        return True

    offer = UnsavedOffer(
        recorder,
        window.message_bar,
        window.user_actions.days.entry,
        go_on,
        window,
    )
    recorder.follow(app)
    offer.begin()
    return recorder


def open_form(window: MainWindow, form: UnsavedForm) -> bool:
    """Open a form by its name, on its days; whether there is such a form now."""
    actions, session = window.user_actions, window.session
    if form.days:
        first, last = form.days
        if first < session.plan.start:  # it was begun later meanwhile
            return False
        session.choose(first)
        if last != first:
            session.choose(last, extend=True)
        return actions.days.open_again(form.form, form.days)
    from heartplanner.ui.hours.leave_dialog import LEAVE_BALANCES, edit_leave
    from heartplanner.ui.hours.pay_dialog import PAY_PERIODS, edit_pay

    over_window: dict[str, Callable[[], None]] = {
        OWN_CARD: actions.people.show_own_card,
        PAY_PERIODS: lambda: edit_pay(session, window),
        LEAVE_BALANCES: lambda: edit_leave(session, window),
    }
    if show := over_window.get(form.form):
        show()
        return True
    # What a file names besides these is no form: an action that does something at once, for one.
    opens = OPENED_BY.get(form.form)
    action = window.findChild(QAction, opens) if opens else None
    if action is not None:
        action.trigger()
    return action is not None


def end_in_order(app: QApplication, window: MainWindow, recorder: FormRecorder) -> None:
    """Write what is typed whenever the program ends, and leave no form behind that somebody left."""
    goes_on = QTimer(window, singleShot=True, interval=SESSION_ENDS)

    def end() -> None:
        recorder.close(left=False)
        keep_place(window, window.session)

    def end_with_session() -> None:
        # The desktop waits for an answer, and a question at every window would hold it up.
        recorder.pause()
        window.asks_before_closing = False
        goes_on.start()

    def go_on() -> None:
        recorder.resume()
        window.asks_before_closing = True

    def close() -> None:
        # Only a person closes the window and is asked: the X server, say, goes away with it on show.
        recorder.close(left=window.asks_before_closing and not window.isVisible())

    goes_on.timeout.connect(go_on)
    SignalNotifier(app, end)
    app.commitDataRequest.connect(lambda _: end_with_session())
    app.aboutToQuit.connect(close)
