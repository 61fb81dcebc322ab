"""An answer in the chosen day's place: the sentence, what it stands on, and the ways to go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from heartplanner.core.ask.not_understood import Place
from heartplanner.core.ask.question import Option
from heartplanner.core.plan.change import Absence, Swap
from heartplanner.core.words.english import counted, screen_dashes
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.ask.answer_list import AnswerList
from heartplanner.ui.ask.answer_rows import AnswerRow
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card, label, verbatim_label
from heartplanner.ui.widgets.elided_label import ElidedLabel

FACTS, FEW = 4, 2
"""Lines of facts at first, so that the answers below are in sight, and how many more are no matter."""
PAUSE = 700
"""Milliseconds without a key after which an answer is read out: while one types it is no answer yet."""
CHOOSE = ("Down arrow to choose, Enter to show it", "Down arrow chooses, Enter shows")
ASK_ONE = ("Down arrow to choose, Enter to ask it", "Down arrow chooses, Enter asks")
OPEN_OR_ASK = "You can look there, or ask:"
OPEN_ONE = ("Down arrow, then Enter, opens it",)
OPEN_IT = ("Enter opens it",)
ASK_IT = ("Enter asks this in its place", "Enter asks this")
SHOW = ("Enter shows the days in the month", "Enter shows the days")
GO_ON = ("Enter again opens the form",)
NOTHING = ("",)
ENTER_LEAVE, ENTER_SWAP = "Enter this leave...", "Enter this swap..."
ENTER_EITHER = "Enter leave or swap..."
"""On the button while no answer is chosen that takes one."""


class AnswerCard(Card):
    """`taken`: the AnswerRow to act on; `wanted`: the Option whose change is to be entered; `left`: Escape.

    `back`: the keys are to go back to the question; `typed`: letters for it; `all_wanted`: it is
    to be marked whole; `reached`: a part of the card
    has the keys and is to be in sight.
    """

    taken = Signal(object)
    wanted = Signal(object)
    left = Signal()
    back = Signal()
    typed = Signal(str)
    all_wanted = Signal()
    reached = Signal(QWidget)

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__("")
        self.setAccessibleName("Answer")
        self._sentence = verbatim_label()
        self._sentence.setObjectName("loud")
        self._sentence.setMinimumWidth(1)  # a word without end makes the panel no wider
        self._facts, self._hint = label("muted"), ElidedLabel("small")
        self._more = QPushButton()
        self._more.setObjectName("quiet")
        self._list = AnswerList(theme, scale)
        self._enter = QPushButton(ENTER_EITHER)
        self._enter.setAutoDefault(True)
        self._lines: Sequence[str] = ()
        self._shown: AnswerRow | None = None
        self._told = self._to_tell = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tell)
        self._build()
        self._list.marked.connect(self._follow)
        self._list.chosen.connect(self._choose)
        self._list.left_above.connect(self.back)
        self._list.typed.connect(self.typed)
        self._list.all_wanted.connect(self.all_wanted)
        self._more.clicked.connect(self._show_all)
        self._enter.clicked.connect(self._want)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.left)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops in it, from top to bottom."""
        return self._more, self._list, self._enter

    def take_keys(self, day_actions: Sequence[QAction]) -> None:
        """Their keys count on a row whose day is chosen in the calendar, as they do there."""
        self._list.addActions(list(day_actions))

    def show_answer(self, sentence: str, facts: Sequence[str], rows: Sequence[AnswerRow]) -> None:
        """Say it, with none of the ways chosen yet."""
        self._sentence.setText(screen_dashes(sentence))
        self._lines = facts
        self._put_facts(facts[:FACTS] if len(facts) > FACTS + FEW else facts)
        self._put_rows(rows)
        options = sum(row.number is not None for row in rows)
        others = [row.text for row in rows if row.number is None]
        count = f"{counted(options, 'answer')}, the down arrow goes to them." if options else ""
        # The first fact says what is not sure, or why the day is so; the others can be read in the card.
        parts = (sentence, *facts[:1], *others, count)
        self._tell_soon(screen_dashes(" ".join(filter(None, parts))))

    def show_refusal(self, reason: str, examples: Sequence[AnswerRow]) -> None:
        """Say what was not understood, and what can be asked; what one typed stays as it was typed."""
        asked = [row.text for row in examples if isinstance(row.offer, str)]
        self._sentence.setText(reason)
        self._lines = ()
        elsewhere = any(isinstance(row.offer, Place) for row in examples)
        self._put_facts([OPEN_OR_ASK if elsewhere else "You can ask:"] if asked else [])
        self._put_rows(examples)
        can_ask = f"You can ask: {'; '.join(asked)}." if asked else ""
        self._tell_soon(f"{reason} {can_ask}".strip())

    def forget(self) -> None:
        """There is no question any more: nothing is left to be read out, nor to go to."""
        self._pause.stop()
        self._told = ""
        self._put_rows(())

    @property
    def first_option(self) -> AnswerRow | None:
        """The row of the first option, if there is one."""
        return next((row for row in self._list.rows if row.number is not None), None)

    def go_to(self, row: AnswerRow) -> None:
        """Give the keys to a row."""
        self._go_to(self._list.rows.index(row))

    def step_in(self) -> None:
        """Give the keys to the first row."""
        if self._list.rows:
            self._go_to(0)

    def mark(self, number: int) -> None:
        """Mark the option of this number: its day was chosen in the calendar, which keeps the keys."""
        rows = self._list.rows
        self._shown = next(row for row in rows if row.number == number)
        self._list.mark(rows.index(self._shown))
        self._follow()

    def keep_keys(self, row: AnswerRow) -> None:
        """The days of a row are shown in the month; the keys stay on it."""
        self._shown = row
        self._list.setFocus()
        self._follow()

    def _go_to(self, row: int) -> None:
        self._list.mark(row)
        self._list.setFocus()
        self.reached.emit(self._list)

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._list.set_looks(theme, scale)

    def _build(self) -> None:
        heading, key = label("heading", "Answer"), QLabel("Esc")
        key.setObjectName("key")
        key.setToolTip("Escape goes back to the selected day")
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(heading, 1)
        row.addWidget(key)
        for widget in (head, self._sentence, self._facts, self._more):
            self.add(widget)
        self.add(self._list, 1)
        # Where there is no list, what it leaves stays below the text, and stretches nothing.
        self._column.addStretch()
        self.add(self._hint)
        self.add(self._enter)

    def _put_facts(self, lines: Sequence[str]) -> None:
        self._facts.setText("\n".join(lines))
        self._facts.setVisible(bool(lines))
        hidden = len(self._lines) - len(lines)
        self._more.setVisible(hidden > 0)
        if hidden > 0:
            self._more.setText(f"Show {hidden} more lines")

    def _show_all(self) -> None:
        self._put_facts(self._lines)
        self.back.emit()

    def _put_rows(self, rows: Sequence[AnswerRow]) -> None:
        self._shown = None
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        # The room of a list that is not there stays empty, and is not shared among the texts.
        self._column.setStretch(self._column.indexOf(self._list) + 1, 0 if rows else 1)
        self._enter.setVisible(any(_change_of(row) for row in rows))
        self._follow()

    def _follow(self) -> None:
        """Say what Enter does to the row that has the keys, and offer its change."""
        row, rows = self._list.current, self._list.rows
        self._list.leaves_letters = row is not None and row is self._shown
        change = _change_of(row)
        if row is None:
            numbered = any(row.number is not None for row in rows)
            asks = any(isinstance(row.offer, str) for row in rows)
            hint = CHOOSE if numbered else ASK_ONE if asks else OPEN_ONE if rows else NOTHING
        elif isinstance(row.offer, Place):
            hint = OPEN_IT
        elif isinstance(row.offer, str):
            hint = ASK_IT
        elif row is self._shown:
            hint = GO_ON if change else NOTHING
        else:
            hint = SHOW
        self._hint.set_wording(*hint)
        self._list.setAccessibleDescription(hint[0])
        words = {Absence: ENTER_LEAVE, Swap: ENTER_SWAP, type(None): ENTER_EITHER}
        self._enter.setText(words[type(change)])
        self._enter.setEnabled(change is not None)

    def _choose(self, by_key: bool) -> None:
        """A click or Enter on a row shows its days; once they are shown, Enter enters its change."""
        row = self._list.current
        if row is None:
            return
        if by_key and row is self._shown and _change_of(row):
            self._want()
        else:
            self.taken.emit(row)

    def _want(self) -> None:
        row = self._list.current
        if _change_of(row) and row is not None:
            self.wanted.emit(row.offer)

    def _tell_soon(self, text: str) -> None:
        self._to_tell = text
        self._pause.start(PAUSE)

    def _tell(self) -> None:
        """Let a screen reader say an answer once, and again only when another one came between."""
        if self._to_tell != self._told and self.isVisible():
            announce(self, self._to_tell)
            self._told = self._to_tell

    @override
    def sizeHint(self) -> QSize:
        """As little as it needs: its rows scroll, and it takes the room that there is."""
        return self.minimumSizeHint()


def _change_of(row: AnswerRow | None) -> Absence | Swap | None:
    return row.offer.change if row and isinstance(row.offer, Option) else None
