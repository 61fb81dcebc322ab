"""Adding a colleague: the card goes in, what it says is shown, and it is given a name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.cells.dated_weeks import card_weeks
from heartplanner.core.edits.colleagues import add_colleague, same_name
from heartplanner.core.people.card import RotationCard, read_card
from heartplanner.core.people.card_words import card_line
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.words.english import sentence_case
from heartplanner.core.words.plain_text import plain_text
from heartplanner.typed import override
from heartplanner.ui.fields.plain_fields import TextField
from heartplanner.ui.people.card_field import CardField
from heartplanner.ui.session import Session
from heartplanner.ui.weeks.rotation_picture import RotationPicture
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow

FILES = "Text (*.txt *.eml);;All files (*)"
NAMELESS = "The card has no name on it: type whose it is."


class AddCard(Card):
    """Reads what is given at once, and saves nothing before Add.

    `said`: what was understood, or why nothing was. `added`: the colleague's name.
    """

    added = Signal(str)
    grown = Signal()
    """It may need more room than it had."""

    def __init__(self, session: Session) -> None:
        super().__init__("Add a colleague")
        self._store, self._display = session.store, session.display
        self._card: RotationCard | None = None
        self._named = self._why = ""
        self._field, self._name = CardField(), TextField("", "The colleague's name")
        self.said = label("loud")
        self._weeks = RotationPicture(session.theme)
        self._weeks.set_looks(session.theme, session.scale)
        self._file, self._add = QPushButton("Choose a file..."), QPushButton("Add")
        self._whose = QWidget()
        self._build()
        self._field.textChanged.connect(self._read)
        self._field.refused.connect(self._say)
        self._field.taken.connect(self._go_on)
        self._name.textChanged.connect(self._show)
        self._name.returnPressed.connect(self._save)
        self._file.clicked.connect(self._choose)
        self._add.clicked.connect(self._save)
        self._read()

    @property
    def field(self) -> CardField:
        """Where the keys go first."""
        return self._field

    def take_gifts(self, widget: QWidget) -> None:
        """Let a card be dropped or pasted anywhere on a widget that this one stands in."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget)
        paste.activated.connect(self._paste)

    def _paste(self) -> None:
        # Without a window system there is no clipboard, whatever Qt's types say.
        self._field.take_data(QGuiApplication.clipboard().mimeData() or QMimeData())

    def _go_on(self) -> None:
        """Put the keys where the next step is: the name that is missing, or Add."""
        if self._card:
            (self._add if self._name.value() else self._name).setFocus()

    def _build(self) -> None:
        title = QLabel("Whose card it is")
        title.setBuddy(self._name)
        self._add.setObjectName("primary")
        lines = QVBoxLayout(self._whose)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._weeks)
        lines.addWidget(title)
        lines.addWidget(self._name)
        self._file.setAutoDefault(False)
        for widget in (self._field, self.said, self._whose, flow([self._file, self._add])):
            self.add(widget)

    def _read(self) -> None:
        """Read the text as it stands now."""
        text = self._field.toPlainText()
        self._card, self._why = None, ""
        if text.strip():
            try:
                self._card = read_card(text)
            except PlanError as error:
                self._why = f"{sentence_case(str(error))}."
        if self._card:
            assignment = self._card.assignment
            self._weeks.show_rotation(assignment.rotation, card_weeks(assignment))
            # A name that came with another card is not that of this one.
            if self._card.name or self._name.text() == self._named:
                self._named = self._card.name
                self._name.setText(self._named)
        self._whose.setVisible(self._card is not None)
        self._show()
        self.grown.emit()

    def _show(self) -> None:
        """Say what was understood, or why nothing was, and whether it can be added."""
        self._say(self._understood(self._card) if self._card else self._why)
        self._add.setEnabled(self._card is not None and bool(self._name.value()))

    def _understood(self, card: RotationCard) -> str:
        name = plain_text(self._name.value())
        said = f"{sentence_case(card_line(card.assignment, self._display))}."
        return " ".join([said, self._replaced(name) if name else NAMELESS]).strip()

    def _replaced(self, name: str) -> str:
        """What becomes of cards that a colleague of this name has already."""
        if not any(same_name(one.name, name) for one in self._store.plan.colleagues):
            return ""
        return f"From that day on it takes the place of the card that you have of {name}."

    def _save(self) -> None:
        if self._card is None or not self._name.value():
            return
        try:
            after = self._with_card(self._card, self._name.value())
        except PlanError as error:
            self._say(f"{sentence_case(str(error))}.")
            return
        name = plain_text(self._name.value())
        self._store.change(f"rotation card of {name}", after)
        self._name.clear()
        self._field.clear()
        self.added.emit(name)

    def _with_card(self, card: RotationCard, name: str) -> Plan:
        return add_colleague(self._store.plan, name, card.assignment, self._store.moment())

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "A rotation card", str(Path.home()), FILES)
        if chosen:
            self._field.take_file(Path(chosen))

    def _say(self, text: str) -> None:
        """Say it here, and aloud where it is other than what was said before."""
        before = self.said.text()
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if self.said.text() != before:
            announce(self, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._field.take_data(event.mimeData())
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent) and _may_be_card(event.mimeData()):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _may_be_card(data: QMimeData) -> bool:
    return data.hasText() or bool(data.urls())
