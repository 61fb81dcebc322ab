"""The form of pay periods and paydays."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from heartplanner.core.edits.leave import accrues_by_period
from heartplanner.core.edits.pay import with_pay
from heartplanner.core.plan.pay import (
    LONGEST_LAG,
    LONGEST_PERIOD,
    SHORTEST_PERIOD,
    PaydayPlace,
    PaySchedule,
)
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import ChoiceField, NumberField
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label

USUAL_DAYS = 14
"""What stands there at first: the length of most pay periods in the United States."""
NOT_KNOWN = -1
PAY_PERIODS = "pay-periods"
PLACES = (
    (PaydayPlace.NOWHERE, "Nowhere"),
    (PaydayPlace.CALENDAR, "In the calendar"),
    (PaydayPlace.PAPER, "In the calendar and on paper"),
)
LEAVE_NEEDS_THEM = "Leave accrues with them, so they can be changed but not forgotten."
HINT = "Your pay stub names the first and the last day of a pay period, and the payday."


class PayDialog(FormDialog):
    """Asks when a pay period begins, how long it is, and when it is paid."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, "Pay periods", "Save")
        self._session = session
        pay = session.plan.pay
        first = pay.first if pay else session.plan.start
        self._first = DateField(first, session.today)
        self._days = NumberField(SHORTEST_PERIOD, LONGEST_PERIOD)
        self._days.setSuffix(" days")
        self._days.setValue(pay.days if pay else USUAL_DAYS)
        self._lag = NumberField(NOT_KNOWN, LONGEST_LAG)
        self._lag.setSpecialValueText("not known")
        self._lag.setSuffix(" days after its end")
        self._lag.setValue(NOT_KNOWN if pay is None or pay.lag is None else pay.lag)
        self._shown = ChoiceField(PLACES)
        self._shown.put(pay.shown if pay else PaydayPlace.NOWHERE)
        # At each key: Tab would pass a list that can be used only once the field is left.
        self._lag.setKeyboardTracking(True)
        self._lag.valueChanged.connect(self._follow)
        self.form.addRow(label("muted", HINT))
        self.add("One begins on", self._first)
        self.add("It has", self._days)
        self.add("Payday", self._lag)
        self.add("Show paydays", self._shown)
        self._forgets = False
        if accrues_by_period(session.plan):
            self.form.addRow(label("muted", LEAVE_NEEDS_THEM))
        elif pay is not None:
            self._add_forget()
        self._follow()

    def _add_forget(self) -> None:
        role = QDialogButtonBox.ButtonRole.ActionRole
        forget = self.buttons.addButton("Forget them", role)
        forget.setAutoDefault(False)
        forget.clicked.connect(self._forget)

    def _follow(self) -> None:
        """Where no payday is known there is none to show."""
        self._shown.let(self._lag.value() != NOT_KNOWN, "once the payday is known")

    def _forget(self) -> None:
        self._forgets = True
        self.accept()

    @override
    def accept(self) -> None:
        """It closes only with a date that is understood."""
        if self._forgets or self._first.apply():
            super().accept()

    def _pay(self) -> PaySchedule | None:
        """What is entered."""
        if self._forgets:
            return None
        lag = self._lag.value()
        if lag == NOT_KNOWN:
            return PaySchedule(self._first.value(), self._days.value())
        shown = PaydayPlace(self._shown.value())
        return PaySchedule(self._first.value(), self._days.value(), lag, shown)

    def save(self) -> None:
        """Enter it into the plan, as one step to undo."""
        store, pay = self._session.store, self._pay()
        if pay != store.plan.pay:
            store.change("pay periods", with_pay(store.plan, pay, store.moment()))


def edit_pay(session: Session, parent: QWidget) -> None:
    """Ask for pay periods, and enter what is answered."""
    dialog = PayDialog(session, parent)
    name_form(dialog, PAY_PERIODS)
    if dialog.agreed():
        dialog.save()
