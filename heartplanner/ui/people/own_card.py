"""One's own rotation card, to give to a colleague: as text, as a code, and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from heartplanner.core.people.card import card_on
from heartplanner.core.people.card_words import card_notes
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.words.english import full_date, sentence_case
from heartplanner.core.words.plain_text import plain_text
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField, add_row
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label, verbatim_label
from heartplanner.ui.widgets.qr_code import QrCode
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 84
MODULE = 4
"""Pixels to the side of a square of the code: a card is longer than an address."""
PURPOSE = (
    "Give this card to a colleague who has Heart Planner: paste it into a message, let them scan the code,"
    " or print it. It says which days and hours you work, and from when on. It says nothing of leave,"
    " swaps and notes, and no name unless you type one."
)
HOW = (
    "To add it to Heart Planner: scan the code with a phone, send the text to the computer, and paste it in"
    " File > Colleagues. The text can be typed too: a slip of the keys is noticed."
)
COPIED = "Copied. Paste it into a message."
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
Role = QDialogButtonBox.ButtonRole


class OwnCardDialog(ScrollDialog):
    """`print_card` prints the text of a card, with sentences on it."""

    def __init__(
        self, session: Session, print_card: Callable[[str, list[str]], None], parent: QWidget
    ) -> None:
        super().__init__(parent, "My rotation card", LETTERS)
        self._plan, self._card = session.plan, ""
        self._print_card = print_card
        self._name = TextField("", "None, if you leave it empty", self._show)
        self._rotation = ChoiceField(list(_rotations(self._plan, session.today)), self._show)
        self._text, self._code = verbatim_label(), QrCode(MODULE)
        self._notes, self._said = label("muted"), label("loud")
        self._whole = QWidget()
        self._box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = self._box.addButton("Copy", Role.ActionRole)
        self._print = self._box.addButton("Print...", Role.ActionRole)
        self._build()
        self._show()

    def _build(self) -> None:
        self._text.setTextInteractionFlags(SELECTABLE)
        self._copy.setObjectName("primary")
        self._copy.clicked.connect(self._copy_card)
        self._print.clicked.connect(self._print_it)
        self._box.rejected.connect(self.reject)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(9)
        form = QFormLayout()
        add_row(form, "Your &name on it", self._name)
        add_row(form, "&Rotation", self._rotation)
        form.setRowVisible(self._rotation, self._rotation.count() > 1)
        column.addWidget(label("", PURPOSE))
        column.addLayout(form)
        for widget in (self._said, self._whole, self._notes):
            column.addWidget(widget)
        column.addStretch(1)
        self.lay_out(body, self._box)

    def _show(self) -> None:
        """Show the card as it is with what is entered; or why there is none."""
        day = self._day
        name, why = plain_text(self._name.value()), ""
        try:
            self._card = card_on(self._plan, day, name)
        except PlanError as error:
            self._card, why = "", f"{sentence_case(str(error))}."
        self._text.setText(self._card)
        if self._card:
            self._code.show_text(self._card)
        self._whole.setVisible(bool(self._card))
        self._notes.setText("\n".join(card_notes(self._plan, day)))
        self._notes.setVisible(bool(self._card and self._notes.text()))
        for button in (self._copy, self._print):
            button.setEnabled(bool(self._card))
        self._say(why)
        self.fit()

    @property
    def _day(self) -> date:
        """A day on which the chosen rotation is in force."""
        return date.fromisoformat(self._rotation.value())

    def _copy_card(self) -> None:
        QGuiApplication.clipboard().setText(self._card)
        self._say(COPIED)

    def _print_it(self) -> None:
        self._print_card(self._card, [HOW, *card_notes(self._plan, self._day)])

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        announce(self, text)


def _rotations(plan: Plan, today: date) -> Iterator[tuple[str, str]]:
    """The rotation that is in force, and those to come, each by a day of it."""
    day = max(today, plan.start)
    yield day.isoformat(), "The one that you work now"
    for assignment in plan.assignments:
        if assignment.start > day:
            yield assignment.start.isoformat(), f"From {full_date(assignment.start)} on"
