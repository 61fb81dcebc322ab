"""Leave in the window: the card of the book of hours, the form of balances, and the form of leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.leave import with_leave
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.core.plan.leave import Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.pay import PaySchedule
from heartplanner.ui.edit.change_card import ChangeCard
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.hours import leave_dialog
from heartplanner.ui.hours.hours_dialog import HoursDialog
from heartplanner.ui.hours.leave_card import NOT_KNOWN
from heartplanner.ui.hours.leave_dialog import KEEP, LeaveDialog
from heartplanner.ui.hours.pay_dialog import LEAVE_NEEDS_THEM, PayDialog
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
AT = datetime(2025, 7, 28, tzinfo=UTC)
VACATION = LeaveAccount(
    LeaveKind.VACATION,
    date(2025, 9, 7),
    Fraction(40),
    Accrual(Fraction("4.62"), Per.PERIOD),
    Fraction(240),
)
COMP = LeaveAccount(LeaveKind.COMP, date(2025, 9, 7), Fraction(10))
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """At noon of Thursday, September 11: 40 h of vacation, of which 40 are planned in October."""
    window = open_window()
    store = window.session.store
    plan = with_pay(store.plan, PaySchedule(date(2025, 9, 8), 14), AT)
    plan = with_leave(plan, VACATION, AT)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 10, 6), date(2025, 10, 10))
    store.change("all of it", add_change(plan, leave, AT))
    return window


def opened(window: MainWindow) -> HoursDialog:
    window._binder.actions["hours-book"].trigger()
    (dialog,) = [each for each in window.findChildren(HoursDialog) if each.isVisible()]
    return dialog


def button(dialog: QWidget, words: str) -> QAbstractButton:
    return next(each for each in dialog.findChildren(QAbstractButton) if each.text() == words)


def test_the_card_says_what_there_is_what_is_planned_and_what_is_left(window: MainWindow) -> None:
    """Periods end on September 21 and October 5: 9.24 h more."""
    table = opened(window)._leave._table
    assert table.accessibleName() == "Leave"
    texts = [table.item(0, column).text() for column in range(table.columnCount())]
    assert texts == [
        "Vacation\nPlanned until October 10, 2025\n4.62 h accrue each pay period",
        "40 h",
        "40 h",
        "9.24 h",
    ]
    assert table.item(0, 0).data(SPOKEN) == (
        "Vacation: today 40 h, planned 40 h, then left 9.24 h; Planned until October 10, 2025\n"
        "4.62 h accrue each pay period"
    )


def test_what_is_missing_stands_under_its_kind(window: MainWindow) -> None:
    store = window.session.store
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 12), date(2025, 9, 12))
    store.change("leave", add_change(store.plan, leave, AT))
    item = opened(window)._leave._table.item(0, 0)
    assert "Take care: 2.76 h of vacation are missing from October 9, 2025 on" in item.text()
    assert item.font().bold()


def test_without_balances_it_says_so(open_window: Open) -> None:
    card = opened(open_window())._leave
    assert card._unknown.text() == NOT_KNOWN
    assert (card._unknown.isHidden(), card._table.isHidden()) == (False, True)


def test_the_card_shows_what_was_entered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def enter(form: LeaveDialog) -> bool:
        form._kind.put("comp")
        form._hours.setText("10.5")
        form.accept()
        return bool(form.result())

    monkeypatch.setattr(LeaveDialog, "agreed", enter)
    dialog = opened(window)
    button(dialog, "Leave balances...").click()
    assert dialog._leave._table.item(1, 1).text() == "10.5 h"
    today = date(2025, 9, 11)
    assert window.session.plan.leave == (VACATION, COMP._replace(on=today, hours=Fraction("10.5")))
    window.session.store.undo()
    assert window.session.plan.leave == (VACATION,)


def test_the_form_begins_with_what_is_known_of_a_kind(window: MainWindow) -> None:
    form = LeaveDialog(window.session, window)
    assert form._account() == VACATION
    assert form._forget.isEnabled()
    form._kind.put("sick")
    assert (form._hours.text(), form._rate.text(), form._cap.text()) == ("0", "", "")
    assert not form._rate.isEnabled()
    assert not form._forget.isEnabled()
    form._per.put("hour")
    form._rate.setText("1/30")
    form._cap.setText("480 h")
    form.accept()
    assert form.plan is not None
    assert form.plan.leave[1] == LeaveAccount(
        LeaveKind.SICK,
        date(2025, 9, 11),
        Fraction(0),
        Accrual(Fraction(1, 30), Per.HOUR),
        Fraction(480),
    )


def test_a_balance_is_forgotten(window: MainWindow) -> None:
    form = LeaveDialog(window.session, window)
    assert form._forget.text() == "Forget this balance"
    form._forget.click()
    assert form.result()
    assert form.plan is not None
    assert form.plan.leave == ()


def test_what_cannot_be_keeps_the_form_open_and_is_said(window: MainWindow) -> None:
    form = LeaveDialog(window.session, window)
    form.lay_out(form._rows, form.buttons)
    form.show()
    QApplication.processEvents()
    form._rate.setText("")
    form.accept()
    QApplication.processEvents()
    error = form._error
    assert (
        error.visibleRegion().boundingRect().height() == error.height()
    )  # none of it is scrolled away
    assert (form._error.text(), form._error.isHidden()) == ("Say how many hours accrue.", False)
    form._rate.setText("4.6")
    assert form._error.isHidden()
    form._rate.setText("0")
    form.accept()
    assert not form._error.isHidden()
    assert form._error.text() == "What accrues is more than 0 hours and at most 10000"
    form._rate.setText("lots")
    form.accept()
    assert form._rate.feedback.text() == "Type hours such as 80, 4.62 or 1/30."
    assert not form.result()


def test_pay_periods_are_offered_where_they_are_known_and_kept_while_leave_needs_them(
    window: MainWindow,
) -> None:
    pay = PayDialog(window.session, window)
    assert LEAVE_NEEDS_THEM in {each.text() for each in pay._rows.findChildren(QLabel)}
    assert "Forget them" not in {each.text() for each in pay.buttons.buttons()}
    assert LeaveDialog(window.session, window)._per.findData("period") >= 0


def leave_form(window: MainWindow, day: date) -> ChangeCard:
    window.session.choose(day)
    window._binder.actions["leave"].trigger()
    return window.findChild(ChangeCard)


def test_the_form_of_leave_says_what_is_left_after_it(window: MainWindow) -> None:
    """40 h and 4.62 h on Sep 21 and Oct 5; 40 h go in October and 12 h on a shift now."""
    card = leave_form(window, date(2025, 9, 16))
    assert not card.findChildren(ChoiceField)
    assert "Left on September 16, 2025: 28 h of vacation." in card._outcome.text
    assert card._outcome.text.startswith(
        "Take care: 2.76 h of vacation are missing from October 9, 2025 on."
    )


def test_leave_is_taken_from_comp_time_where_there_is_some(window: MainWindow) -> None:
    store = window.session.store
    store.change("comp", with_leave(store.plan, COMP, AT))
    card = leave_form(window, date(2025, 9, 11))
    (choice,) = card.findChildren(ChoiceField)
    assert [choice.itemText(n) for n in range(choice.count())] == ["Vacation", "Comp time"]
    choice.put("comp")
    assert "Left on September 11, 2025: 6 h of comp time." in card._outcome.text
    card.save()
    day = date(2025, 9, 11)
    assert window.session.plan.changes[-1].what == Absence(
        AbsenceKind.LEAVE, day, day, LeaveKind.COMP
    )


def test_pay_periods_are_greyed_with_their_reason_and_led_to(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    form = LeaveDialog(window.session, window)
    at = form._per.findData("period")
    assert form._per.itemText(at) == "Each pay period (say your pay periods first)"
    assert not form._per.model().index(at, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    form._hours.setText("40")
    monkeypatch.setattr(PayDialog, "agreed", lambda _: True)
    form._pay.click()
    assert window.session.plan.pay is not None
    assert (form._per.value(), form._per.currentText()) == ("period", "Each pay period")
    assert form._per.model().index(at, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert form._hours.text() == "40"
    # What was chosen already stays chosen.
    form._per.put("hour")
    form._tell_pay()
    assert form._per.value() == "hour"
    assert not form.form.isRowVisible(form._pay)


def test_hours_offer_pay_periods_that_were_entered_from_the_balances(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def enter(form: LeaveDialog) -> bool:
        form._tell_pay()
        return False

    monkeypatch.setattr(LeaveDialog, "agreed", enter)
    monkeypatch.setattr(PayDialog, "agreed", lambda _: True)
    dialog = opened(open_window())
    assert dialog._choice.findData("period") == -1
    button(dialog, "Leave balances...").click()
    assert dialog._choice.findData("period") >= 0


def shown(window: MainWindow) -> LeaveDialog:
    form = LeaveDialog(window.session, window)
    form.lay_out(form._rows, form.buttons)
    form.show()
    return form


def test_one_enter_saves_and_escape_asks_before_what_is_entered_is_gone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(*args: object) -> str:
        asked.append(str(args[2]))
        return answers.pop()

    monkeypatch.setattr(leave_dialog, "chosen", answer)
    answers = ["Save", "", "Discard"]
    LeaveDialog(window.session, window).reject()
    assert asked == []  # nothing was entered
    for result, plan_made in ((False, False), (None, False), (True, True)):
        form = shown(window)
        form._rate.setText("5")
        form.reject()
        assert form.isVisible() is (result is None)
        assert (form.plan is not None) is plan_made
        form.plan = None
        form.done(0)
    assert len(asked) == 3
    # What is typed is of the kind that is chosen then; where a balance of it is known that is asked.
    answers = ["Save", ""]
    form = shown(window)
    form._kind.put("sick")
    form._hours.setText("12")
    form._kind.put("comp")
    assert (form._hours.text(), form._account().kind) == ("12", LeaveKind.COMP)
    assert len(asked) == 3
    form._kind.put("vacation")
    assert asked[-1] == KEEP
    assert (form._kind.value(), form._hours.text()) == ("comp", "12")  # one goes on editing
    form._kind.put("vacation")
    assert (form._kind.value(), form._hours.text()) == ("vacation", "40")
    assert [one.hours for one in window.session.plan.leave] == [Fraction(40), Fraction(12)]
    form.done(0)
    form = shown(window)
    form._rate.setText("5")
    QTest.keyClick(form._rate, Qt.Key.Key_Return)
    assert form.result()
    assert form.plan is not None
    assert form.plan.leave[0].accrual == Accrual(Fraction(5), Per.PERIOD)
