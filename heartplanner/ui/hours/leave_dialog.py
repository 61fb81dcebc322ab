"""The form of leave balances: one kind at a time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from heartplanner.core.edits.leave import with_leave, without_leave
from heartplanner.core.leave.balances import account_of
from heartplanner.core.leave.leave_text import PER
from heartplanner.core.plan.leave import LEAVE_NAMES, Accrual, LeaveAccount, LeaveKind, Per
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.words.english import sentence_case
from heartplanner.typed import override
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.form_dialog import FormDialog
from heartplanner.ui.fields.leave_hours_field import LeaveHoursField
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.hours.pay_dialog import edit_pay
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import chosen

NOTHING = ("", "Nothing")
RATES = [NOTHING, *((str(per), sentence_case(PER[per])) for per in Per)]
KINDS = [(str(kind), sentence_case(LEAVE_NAMES[kind])) for kind in LeaveKind]
HINT = "Your pay stub names what you have of each kind, on which day, and what accrues."
PERIODS_FIRST = f"{sentence_case(PER[Per.PERIOD])} (say your pay periods first)"
KEEP = "What you entered is not saved yet."
LEAVE_BALANCES = "leave-balances"
WHAT = "leave balances"
NO_RATE = "Say how many hours accrue."


def _button(button: QPushButton, pressed: Callable[[], None]) -> QPushButton:
    """A button that Enter in a field does not press."""
    button.setAutoDefault(False)
    button.clicked.connect(pressed)
    return button


class LeaveDialog(FormDialog):
    """Asks what there is of a kind of leave, on which day, what accrues and up to what."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, "Leave balances", "Save")
        # The plan with what is entered, once the dialog is closed by its verb.
        self.plan: Plan | None = None
        self._session = session
        self._of = LeaveKind(KINDS[0][0])
        self._kind = ChoiceField(KINDS, self._take_kind)
        self._hours = LeaveHoursField(Fraction(0), "hours")
        self._on = DateField(session.today, session.today)
        self._per = ChoiceField(RATES, self._follow)
        self._pay = _button(QPushButton("Pay periods..."), self._tell_pay)
        self._rate = LeaveHoursField(None, "such as 4.62 or 1/30")
        self._cap = LeaveHoursField(None, "no limit")
        self._error = label("warning")
        self._error.hide()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self._forget = _button(self.buttons.addButton("Forget this balance", role), self._drop)
        self._add_fields()
        for field in (self._hours, self._on, self._rate, self._cap):
            # One Enter saves: what is typed is said below its field.
            field.entered.connect(self.accept)
        # What was missing may be what is typed now.
        self._rate.textChanged.connect(lambda _: self._error.hide())
        self._let_periods()
        self._show_kind()

    def _add_fields(self) -> None:
        self.form.addRow(label("muted", HINT))
        for words, field in (
            ("Leave", self._kind),
            ("You have, in hours", self._hours),
            ("At the end of", self._on),
            ("Accrues", self._per),
            ("", self._pay),
            ("Hours that accrue", self._rate),
            ("Accrues up to", self._cap),
        ):
            self.add(words, field)
        self.form.addRow(self._error)

    def _let_periods(self) -> None:
        """Offer pay periods once they are known; till then say so in their place, and lead to them."""
        known = self._session.plan.pay is not None
        at = self._per.findData(str(Per.PERIOD))
        model = self._per.model()
        assert isinstance(model, QStandardItemModel)
        entry, colors = model.item(at), self._session.theme
        entry.setEnabled(known)
        entry.setForeground(colors.text if known else colors.muted)
        self._per.setItemText(at, sentence_case(PER[Per.PERIOD]) if known else PERIODS_FIRST)
        self.form.setRowVisible(self._pay, not known)

    def _tell_pay(self) -> None:
        """Pay periods are entered over this form, which keeps what is in it."""
        edit_pay(self._session, self)
        self._let_periods()
        if self._session.plan.pay and not self._per.value():
            # Whoever had chosen nothing came here for this choice.
            self._per.put(str(Per.PERIOD))
        self._per.setFocus()

    def _take_kind(self) -> None:
        """Another kind is chosen: what is typed is of it, or asked about where a balance of it is known."""
        kind = LeaveKind(self._kind.value())
        if self._entered() == self._shown:
            self._show_kind()
        elif account_of(self._session.plan, kind) is None:
            self._of = kind
            self._forget.setEnabled(False)
        elif kind is not self._of:
            self._ask_before(kind)

    def _ask_before(self, kind: LeaveKind) -> None:
        """Save or discard what is entered before the balance of this kind is shown in its place."""
        with QSignalBlocker(self._kind):
            self._kind.put(str(self._of))
        question = f"Save the balance of {LEAVE_NAMES[self._of]}?"
        verb = chosen(self, question, KEEP, ("Save", "Discard"), "Go on editing")
        plan = self._plan_entered() if verb == "Save" else None
        if plan is not None:
            self._session.store.change(WHAT, plan)
        if plan is not None or verb == "Discard":
            with QSignalBlocker(self._kind):
                self._kind.put(str(kind))
            self._show_kind()

    def _show_kind(self) -> None:
        """Show what is known of the kind that is chosen."""
        self._of = LeaveKind(self._kind.value())
        account = account_of(self._session.plan, self._of)
        self._forget.setEnabled(account is not None)
        self._hours.put(account.hours if account else Fraction(0))
        self._on.put(account.on if account else self._session.today)
        accrual = account.accrual if account else None
        self._per.put(str(accrual.per) if accrual else "")
        self._rate.put(accrual.hours if accrual else None)
        self._cap.put(account.cap if account else None)
        self._follow()
        self._shown = self._entered()

    def _entered(self) -> tuple[str, ...]:
        """What stands in the form below the kind of leave."""
        fields = (self._hours, self._on, self._rate, self._cap)
        return (self._per.value(), *(field.text() for field in fields))

    def _follow(self) -> None:
        """Where nothing accrues there is neither a rate nor a limit."""
        for field in (self._rate, self._cap):
            field.setEnabled(bool(self._per.value()))

    def _account(self) -> LeaveAccount:
        """What is entered. Raises PlanError where the hours that accrue are missing."""
        kind, hours = self._of, self._hours.value() or Fraction(0)
        if not self._per.value():
            return LeaveAccount(kind, self._on.value(), hours)
        rate = self._rate.value()
        if rate is None:
            raise PlanError(NO_RATE)
        accrual = Accrual(rate, Per(self._per.value()))
        return LeaveAccount(kind, self._on.value(), hours, accrual, self._cap.value())

    @override
    def accept(self) -> None:
        """It closes only with what can be."""
        self.plan = self._plan_entered()
        if self.plan is not None:
            super().accept()

    def _plan_entered(self) -> Plan | None:
        """The plan with what is entered; None where it cannot be, which is said."""
        typed = (self._hours, self._on, self._rate, self._cap)
        if not all(field.apply() for field in typed if field.isEnabled()):
            return None
        store = self._session.store
        try:
            return with_leave(store.plan, self._account(), store.moment())
        except PlanError as error:
            self._error.setText(sentence_case(str(error)))
            self._error.show()
            self.fit()
            announce(self, self._error.text())
            return None

    @override
    def reject(self) -> None:
        """Escape and Cancel ask before what is entered is gone."""
        if self._entered() != self._shown:
            verb = chosen(self, "Save the balance?", KEEP, ("Save", "Discard"), "Go on editing")
            if verb == "Save":
                self.accept()
            if verb != "Discard":
                return
        super().reject()

    def _drop(self) -> None:
        store = self._session.store
        self.plan = without_leave(store.plan, self._of, store.moment())
        super().accept()


def edit_leave(session: Session, parent: QWidget) -> None:
    """Ask for a balance of leave, and enter what is answered, as one step to undo."""
    dialog = LeaveDialog(session, parent)
    name_form(dialog, LEAVE_BALANCES)
    if dialog.agreed() and dialog.plan not in (None, session.plan):
        assert dialog.plan is not None
        session.store.change(WHAT, dialog.plan)
