"""After the calendar file is saved: the few steps that put it on a phone, for each kind of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from heartplanner.style.theme import Theme
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.phone.guide.guide_steps import GuideSteps, steps
from heartplanner.ui.phone.guide.subscribe_link import SubscribeDialog
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.message_boxes import add_file_buttons
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS, LINES = 80, 30
TITLE = "The file for your calendar"
SUBSCRIBE = "By a link..."
ARRIVED = "It is on my phone"


class PhoneGuide(ScrollDialog):
    """`receipt`: what was saved and checked, and `path` where; `calendar`: the calendar's name.

    `again`: the phone has an earlier one, so that emptying it comes first.
    """

    print_wanted = Signal(str, list)
    """A title and lines, each after the name of its drawing."""

    def __init__(
        self,
        receipt: str,
        path: Path,
        calendar: str,
        theme: Theme,
        parent: QWidget,
        *,
        again: bool = False,
    ) -> None:
        super().__init__(parent, TITLE, LETTERS, LINES)
        self._theme, self._calendar = theme, calendar
        self._steps = steps(calendar, again=again)
        self._phone = ChoiceField([(name, name) for name in self._steps], self._show)
        self._page: QWidget = QWidget()
        title = label("heading", "Where does it go?")
        title.setBuddy(self._phone)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 4, 0)
        for widget in (label("", receipt), title, self._phone, self._page):
            self._column.addWidget(widget)
        self._column.addStretch()
        self._buttons = self._make_buttons(path)
        self.lay_out(body, self._buttons)
        self._phone.setFocus()
        self._show()

    def begin_with(self, phone: str) -> None:
        """Show the steps of this phone or program first."""
        self._phone.put(phone)

    def offer_arrived(self) -> None:
        """Let the person say that the phone has it: the dialog is accepted with that."""
        there = self._buttons.addButton(ARRIVED, QDialogButtonBox.ButtonRole.AcceptRole)
        # Return closes: whoever presses it unread has not said that the phone has it.
        there.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self._buttons.accepted.connect(self.accept)

    def _make_buttons(self, path: Path) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        on_paper = buttons.addButton("Print...", QDialogButtonBox.ButtonRole.ActionRole)
        on_paper.clicked.connect(self._print)
        by_link = buttons.addButton(SUBSCRIBE, QDialogButtonBox.ButtonRole.ActionRole)
        by_link.clicked.connect(self._subscribe)
        add_file_buttons(buttons, path)
        buttons.rejected.connect(self.reject)
        return buttons

    def _subscribe(self) -> None:
        SubscribeDialog(self._theme, self._calendar, self._phone.value(), self).open()

    def _print(self) -> None:
        phone = self._phone.value()
        self.print_wanted.emit(f"The calendar on {phone}", [tuple(s) for s in self._steps[phone]])

    def _show(self) -> None:
        page = GuideSteps(self._steps[self._phone.value()], self._theme)
        self._column.replaceWidget(self._page, page)
        self._page.deleteLater()
        self._page = page
        self.fit()
