"""The link of a file that is kept up to date: a code for the phone's camera, and how one subscribes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.calendar.subscription import (
    SubscriptionLink,
    page_warning,
    subscription_link,
)
from heartplanner.core.plan.model import PlanError
from heartplanner.core.words.english import whole_sentence
from heartplanner.style.theme import Theme
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField
from heartplanner.ui.phone.guide.guide_steps import GuideSteps, subscribe_steps
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.qr_code import QrCode
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "A link to subscribe to"
LETTERS = 80
LINES, PAD = 3, 20
MODULE = 4
"""Pixels to the side of one of the code's squares: a shared link is long."""
IPHONE, ANDROID = "iPhone", "Android"
EMPTY = "Share the file where you keep it, copy its link, and paste it here."
SECRET = (
    "This link is a secret: whoever has it, or a picture of the code, can read your calendar. Let only"
    " your own phone see it."
)
COPIED = "Copied. Paste it where you subscribe, and nowhere else."


class _LinkText(QPlainTextEdit):
    """A link to read and to type off: it is broken where the line ends, since it has no spaces."""

    def __init__(self) -> None:
        super().__init__(readOnly=True, tabChangesFocus=True)
        self.setAccessibleName("The link to subscribe to")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + PAD)


class SubscribeLink(QWidget):
    """A field for the https link of the kept file, and what subscribes to it by that link.

    Nothing is fetched, kept or sent here. `calendar`: what the calendar is called.
    """

    def __init__(self, theme: Theme, calendar: str) -> None:
        super().__init__()
        self._theme, self._steps = theme, subscribe_steps(calendar)
        self._link: SubscriptionLink | None = None
        self._field = TextField("", "https://", self._read)
        self._program = ChoiceField([(name, name) for name in self._steps], self._show)
        self._said, self._code, self._address = label("muted"), QrCode(MODULE), _LinkText()
        self._secret, self._guide = label("what", SECRET), QWidget()
        self._copy = QPushButton("Copy the link")
        self._copy.clicked.connect(self._copy_link)
        self._lay_out()
        self._read()

    def choose(self, program: str) -> None:
        """Show how this phone or program subscribes: one of the names in resources/subscribe.txt."""
        self._program.put(program)

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.addWidget(self._secret)
        beside.addWidget(self._address)
        beside.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for words, field in (("&Link of the file", self._field), ("&Where", self._program)):
            title = QLabel(words)
            title.setBuddy(field)
            self._column.addWidget(title)
            self._column.addWidget(field)
            if field is self._field:
                self._column.addWidget(self._said)
        self._column.addLayout(row)
        self._column.addWidget(self._guide)

    def _read(self) -> None:
        self._link, said = None, EMPTY
        if typed := self._field.value():
            try:
                self._link = subscription_link(typed)
            except PlanError as error:
                said = whole_sentence(str(error))
            else:
                said = page_warning(self._link)
        self._said.setText(said)
        self._said.setVisible(bool(said))
        self._show()

    def _show(self) -> None:
        """The code and the link in the form that the chosen program takes, over its steps."""
        program, link = self._program.value(), self._link
        for widget in (self._secret, self._address, self._copy):
            widget.setVisible(link is not None)
        self._code.setVisible(link is not None and program in (IPHONE, ANDROID))
        if link is not None:
            text = _form(link, program)
            self._address.setPlainText(text)
            self._code.show_text(text)
        guide = GuideSteps(self._steps[program], self._theme)
        self._column.replaceWidget(self._guide, guide)
        self._guide.hide()
        self._guide.deleteLater()
        self._guide = guide

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self._address.toPlainText())
        self._said.setText(COPIED)
        self._said.show()
        announce(self, COPIED)


class SubscribeDialog(ScrollDialog):
    """The link of a file that lies in a shared folder, for who wants to subscribe to it.

    `program`: the phone or program that the person is at, where it can subscribe.
    """

    def __init__(self, theme: Theme, calendar: str, program: str, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS)
        name_form(self, "subscribe")
        body = SubscribeLink(theme, calendar)
        body.choose(program)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.lay_out(body, buttons)


def _form(link: SubscriptionLink, program: str) -> str:
    """The link as this program subscribes to it: a computer's takes https:."""
    return {IPHONE: link.webcal, ANDROID: link.webcals}.get(program, link.https)
