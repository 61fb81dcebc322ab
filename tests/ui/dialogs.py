"""Every dialog of the window, each opened as a person opens it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from heartplanner.core.compare.comparison import question_of
from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.edits.edits import add_change, assign, confirm
from heartplanner.core.finder.counting.marks import read_marks
from heartplanner.core.people.card import card_text
from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Search
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.ui.compare.compare_dialog import CompareDialog
from heartplanner.ui.hours.leave_dialog import edit_leave
from heartplanner.ui.hours.pay_dialog import edit_pay
from heartplanner.ui.people.people_dialog import PeopleDialog
from heartplanner.ui.review.review_dialog import ReviewDialog
from heartplanner.ui.roster.roster_intake import ReadRoster
from heartplanner.ui.widgets.message_boxes import agreed
from heartplanner.ui.window.main_window import MainWindow

CHANGED_DAY = date(2025, 9, 26)
SICK = Absence(AbsenceKind.SICK, date(2025, 10, 7), date(2025, 10, 7))
DIALOGS = (
    "remove",
    "go-to",
    "preferences",
    "milestones",
    "holidays",
    "restore",
    "help",
    "about",
    "contents",
    "changed",
    "wifi",
    "print",
    "hours-book",
    "pay",
    "leave-balances",
    "roster",
    "review",
    "check-roster",
    "compared",
    "differing",
    "question",
    "people",
    "swaps-book",
    "people-card",
    "own-card",
    "calendars",
    "calendars-link",
)
DIFFERING = "Oct 1 off\nOct 4 9a-9p\nOct 6 off\nOct 7 noon-midnight\nOct 12 what is this"
PATIENCE = 250
"""How often one looks whether a dialog has come."""


def prepared(window: MainWindow) -> MainWindow:
    """A window on a plan with two changes of one day."""
    store = window.session.store
    for text in ("cake", "call Lee"):
        store.change("note", add_change(store.plan, Note(CHANGED_DAY, text), store.moment()))
    return window


def changed(window: MainWindow) -> None:
    """What the phone does not have yet, of a plan with a change since the phone got its calendar."""
    store = window.session.store
    window.user_actions.phone.exports.export().whole(
        store.path.with_name("HEART.ics"), window.session.today
    )
    others = tuple(each for each in store.plan.changes if each.what != SICK)
    if others == store.plan.changes:
        store.change("sick", add_change(store.plan, SICK, store.moment()))
    else:
        store.change("not sick", store.plan._replace(changes=others))
    window.user_actions.phone.changed()


def review(window: MainWindow) -> None:
    """The review of a roster that asks, has a line that is not understood, and days that differ."""
    dialog = ReviewDialog(window.session, window)
    source = TextSource("9/13 off\n9/14 9a-9p\n9/15 9a-9p\n9/16 9a-9p\n9/17 9a-9p\nwhat is this")
    question = RosterQuestion(window.session.plan.start, window.session.today)
    dialog._intake._take_read(ReadRoster(source, read_roster(source, question), question))
    dialog._show_outcome()
    dialog.run()


def compared(window: MainWindow) -> None:
    """A roster beside the schedule, as it stands once it is read."""
    session = window.session
    dialog = CompareDialog(session, window)
    question = question_of(session.plan, session.today)
    source = TextSource(DIFFERING)
    dialog._intake._take_read(ReadRoster(source, read_roster(source, question), question))
    dialog.run()


def people(window: MainWindow, text: str = "") -> None:
    """The colleagues, one of whom is there and another is being added."""
    store = window.session.store
    lee = Assignment(store.plan.start, cycle_week=3, confirmed=True, guesses=(4,))
    if not store.plan.colleagues:
        store.change("card", add_colleague(store.plan, "Lee", lee, store.moment()))
    dialog = PeopleDialog(window.session, window)
    dialog._adding.field.take_text(text)
    dialog.run()


def own_card(window: MainWindow) -> None:
    """One's own card of a rotation with another one to come."""
    store = window.session.store
    if store.plan.example:
        store.change("confirm", confirm(store.plan, store.moment()))
        later = store.plan.assignments[0]._replace(start=date(2026, 3, 2), cycle_week=2)
        store.change("assign", assign(store.plan, later, store.moment()))
    window.user_actions.people.show_own_card()


def calendars(window: MainWindow, source: str) -> None:
    """The other calendars, of which there is one whose content is not there."""
    store = window.session.store
    if not store.plan.calendars:
        calendar = OtherCalendar("Sam", source)
        store.change("calendar", add_calendar(store.plan, calendar, store.moment()))
    window.user_actions.calendars.show()


OPENED: dict[str, Callable[[MainWindow], None]] = {
    "changed": changed,
    "review": review,
    "compared": compared,
    "people": people,
    "people-card": partial(people, text=card_text(Assignment(date(2025, 7, 28)), "Sam")),
    "own-card": own_card,
    "calendars": partial(calendars, source="/nowhere/sam.ics"),
    "calendars-link": partial(calendars, source="https://calendar.example.org/sam.ics"),
}
"""Dialogs that are opened with something in them."""


def run(window: MainWindow, name: str) -> Callable[[], object]:
    """What opens a dialog of this name; it may return at once, or only when the dialog is closed."""
    if name == "roster":
        return partial(window.user_actions.finder._review, None)
    if name in OPENED:
        return partial(OPENED[name], window)
    if name == "differing":
        store = window.session.store
        letters = f"{EXAMPLE_ROTATION.letters[:5]}SS{EXAMPLE_ROTATION.letters[7:]}"
        search = Search(store.plan.start, tuple(read_marks(letters, store.plan.start)))
        return partial(window.user_actions.finder.use, search, EXAMPLE_ROTATION)
    if name == "pay":
        return partial(edit_pay, window.session, window)
    if name == "leave-balances":
        return partial(edit_leave, window.session, window)
    if name == "question":
        return partial(agreed, window, "A question", "All of it? " * 60, "Do it")
    if name == "remove":
        prepared(window)  # of a single change it would not ask
        return partial(window.user_actions.days.remove, (CHANGED_DAY, CHANGED_DAY))
    return window._binder.actions[name].trigger


def shown(window: MainWindow) -> list[QDialog]:
    return [each for each in window.findChildren(QDialog) if each.isVisible()]


def with_dialog(window: MainWindow, name: str, look: Callable[[QDialog], object]) -> None:
    """Open a dialog, look at it, close it, and let what is to be freed be freed."""
    with_dialog_of(window, run(window, name), look)


def with_dialog_of(
    window: MainWindow, opened: Callable[[], object], look: Callable[[QDialog], object]
) -> None:
    """The same with the dialog that `opened` opens."""
    seen: list[QDialog] = []
    waited: list[str] = []

    def see() -> None:
        if not (dialogs := shown(window)):
            waited.append("")
            assert len(waited) < PATIENCE, "no dialog came"
            QTimer.singleShot(20, see)
            return
        dialog = dialogs[-1]
        seen.append(dialog)
        try:
            look(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(20, see)
    opened()
    while not seen and len(waited) < PATIENCE:
        QApplication.processEvents()
    let_go()


def let_go() -> None:
    """Let what is to be freed be freed, as it is each time that the program waits for a person."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
