"""Whose calendar it is that is kept in sync: the service, its address, the user and the app password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from heartplanner.core.words.english import whole_sentence
from heartplanner.files.disk import FileError
from heartplanner.share.caldav.address import parse_address
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row
from heartplanner.ui.phone.page.publish_services import OTHER, SERVICES, service_of
from heartplanner.ui.widgets.cards import label

FIELD = 340
"""The width of a field at the usual size of text."""
CALENDAR = "HEART: only your shifts are in it, and no other event is touched."
IMPORTED = (
    "If you imported a file before, delete that calendar on the phone: else each shift is there"
    " twice."
)


class AccountForm(QWidget):
    """`edited`: another account, or another password."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = self._imported = False
        self._shown = ("", "")
        name_form(self, "publish", "On my phone", lambda: self._account() != self._shown)
        self.service = ChoiceField([(name, name) for name in SERVICES], self._choose)
        self.server = TextField("", "", self._tell)
        self.user = TextField("", "", self._tell)
        self.password = TextField("", "From the key ring, if it is there", self._tell)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.hint = label("muted")
        self._form = QFormLayout()
        self._form.setVerticalSpacing(4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            ("Account", self.service),
            ("Address", self.server),
            ("User", self.user),
            ("App password", self.password),
        ):
            add_row(self._form, words, field)
        self._form.addRow("Calendar", label("", CALENDAR))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._form)
        column.addWidget(self.hint)

    def put(self, server: str, user: str) -> None:
        """Show an account; no password is shown that the key ring has."""
        self._filling = True
        self.server.setText(server)
        self.user.setText(user)
        self.service.put(service_of(server))
        self._filling = False
        self._choose()
        self._shown = self._account()

    def fit(self, scale: float) -> None:
        """Fields as wide as what is typed into them, however wide the card is."""
        for field in (self.service, self.server, self.user, self.password):
            field.setMaximumWidth(round(FIELD * scale))

    def warn_of_import(self, *, imported: bool) -> None:
        """Whether a file was saved for the phone before: what was imported of it would be there twice."""
        self._imported = imported
        self._say_hint()

    def _say_hint(self) -> None:
        hint = SERVICES[self.service.value()].hint
        self.hint.setText(f"{hint} {IMPORTED}" if self._imported else hint)

    @property
    def missing(self) -> str:
        """What is still to be typed or is wrong, as a sentence; "" where nothing is."""
        if not self.user.value():
            return "Type who you are on this account."
        if not self.server.value():
            return "Type the address of your calendar server."
        try:
            parse_address(self.server.value())
        except FileError as error:
            return whole_sentence(str(error))
        return ""

    def _account(self) -> tuple[str, str]:
        return self.server.text(), self.user.text()

    def _choose(self) -> None:
        """Show what one needs to know of a service, and its address."""
        service = SERVICES[self.service.value()]
        if service.address:
            self.server.setText(service.address)
        elif service_of(self.server.value()) != OTHER:
            self.server.clear()
        # Its address is nothing to choose: a row that can be left out is one thing less to read.
        self._form.setRowVisible(self.server, not service.address)
        self.server.setPlaceholderText(service.example)
        self.user.setPlaceholderText(service.user)
        self._say_hint()
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.edited.emit()
