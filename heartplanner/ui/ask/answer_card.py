"""An answer in the chosen day's place: the sentence, what it stands on, and the ways to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton

from heartplanner.core.ask.free import title
from heartplanner.core.ask.question import Answer, Option, Understood
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.core.words.english import hours, screen_dashes, span_brief, weekday_date
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card, label

FACTS = 8
"""Lines of facts, at most: the answers below them are to be in sight."""
ENTER_LEAVE, ENTER_SWAP = "Enter this leave...", "Enter this swap..."


class AnswerCard(Card):
    """`chosen`: days to show; `wanted`: a change to enter; `other`: the second reading; `left`: Escape."""

    chosen = Signal(object)
    wanted = Signal(object)
    other_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Answer")
        self._sentence, self._facts = label("strong"), label("muted")
        self._other = QPushButton()
        self._list = QListWidget()
        self._enter = QPushButton()
        self._options: Sequence[Option] = ()
        self._reading: Understood | None = None
        self._list.setAccessibleName("Answers")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._choose)
        self._list.itemActivated.connect(lambda _: self._go_on())
        self._enter.clicked.connect(self._go_on)
        self._other.clicked.connect(lambda: self.other_wanted.emit(self._reading))
        for widget in (self._sentence, self._facts, self._other):
            self.add(widget)
        self.add(self._list, 1)
        self.add(self._enter)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.left)

    def show_answer(self, answer: Answer) -> None:
        """Say it, with none of the ways chosen yet."""
        self._say(answer.sentence, "\n".join(answer.facts[:FACTS]))
        self._reading = answer.reading.other
        self._other.setVisible(self._reading is not None)
        if self._reading is not None:
            self._other.setText(screen_dashes(f"Or {title(self._reading)}"))
        self._fill(answer.options)

    def show_refusal(self, text: str) -> None:
        """Say what was not understood."""
        self._say(text, "")
        self._other.hide()
        self._fill(())

    def begin(self) -> None:
        """Give the keys to the first way."""
        if self._options:
            self._list.setFocus()
            self._list.setCurrentRow(0)

    def keep_keys(self) -> None:
        """Take the keys back from the calendar, which has shown the days."""
        self._list.setFocus()

    def _say(self, sentence: str, facts: str) -> None:
        self._sentence.setText(sentence)
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        announce(self, sentence)

    def _fill(self, options: Sequence[Option]) -> None:
        self._options = options
        self._list.blockSignals(True)
        self._list.clear()
        for number, option in enumerate(options, 1):
            self._list.addItem(QListWidgetItem(screen_dashes(_option_text(number, option))))
        self._list.setCurrentRow(-1)
        self._list.blockSignals(False)
        self._list.setVisible(bool(options))
        self._enter.hide()

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        option = self._options[row]
        self._enter.setText(ENTER_SWAP if isinstance(option.change, Swap) else ENTER_LEAVE)
        self._enter.setVisible(option.change is not None)
        self.chosen.emit(option)

    def _go_on(self) -> None:
        row = self._list.currentRow()
        if row >= 0 and self._options[row].change is not None:
            self.wanted.emit(self._options[row].change)


def _option_text(number: int, option: Option) -> str:
    first, last = option.first, option.last
    days = weekday_date(first) if first == last else span_brief(first, last)
    leave = (
        f"{hours(option.minutes)} of leave" if isinstance(option.change, Absence) else "no leave"
    )
    return f"{number}  {days}, {leave}\n{option.why}."
