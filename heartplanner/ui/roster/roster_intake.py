"""Gets a roster in, chosen, dropped, pasted or typed, reads it, and asks what it leaves open."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from heartplanner.core.roster.named_changes import with_named_changes
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import Roster, RosterQuestion
from heartplanner.core.roster.source import Source
from heartplanner.core.roster.source_text import text_of
from heartplanner.core.words.english import sentence_case
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.roster.roster_input import (
    LONGEST_TEXT,
    RosterInput,
    RosterPath,
    RosterText,
    ask_roster_file,
    input_of,
    may_be_roster,
    opened,
)
from heartplanner.ui.roster.roster_questions import RosterQuestions
from heartplanner.ui.roster.roster_text_field import RosterTextField
from heartplanner.ui.roster.roster_zone import RosterZone
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.background_task import BackgroundTask, GoOn
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow

HOW = "A calendar file, a spreadsheet, an e-mail or other text; or type it, one day on a line."
NOTHING_COPIED = "Nothing was copied that could be a roster. Copy its text or its table first."


class ReadRoster(NamedTuple):
    """A source, and what was read of it by a question."""

    source: Source
    roster: Roster
    question: RosterQuestion


class RosterIntake(QWidget):
    """While nothing is read it shows how to give a roster; then only what the roster leaves open.

    `roster_read`: the Roster, each time that it is read, also with another answer; `given_again`: another
    roster is to be given in place of the one that was read.
    """

    roster_read = Signal(object)
    given_again = Signal()

    def __init__(self, theme: Theme, question: RosterQuestion, purpose: str) -> None:
        """`purpose`: what the roster is for, in a sentence; it stands above the ways to give one."""
        super().__init__()
        self._purpose = label("loud", purpose)
        self._question = question
        self._name = ""
        self._read: ReadRoster | None = None
        self._task: BackgroundTask | None = None
        self._is_open = True
        self._zone = RosterZone(theme)
        self._text, self._shown = RosterTextField(), ""
        self._said = label("loud")
        self._read_button, self._stop = QPushButton("Read this text"), QPushButton("Stop reading")
        self._questions = RosterQuestions()
        self._giving = QWidget()
        self._build()
        self._connect()
        self._show_state(is_open=True)

    @property
    def name(self) -> str:
        """What the roster is called: its file's name, "the pasted table" or "your text"."""
        return self._name

    @property
    def field(self) -> RosterTextField:
        """Where the keys go while nothing is read."""
        return self._text

    @property
    def has_typed(self) -> bool:
        """Whether words stand in the field that were not read yet."""
        text = self._text.text
        return self._is_open and bool(text.strip()) and text != self._shown

    def read_for_rotation(self) -> Roster:
        """What was read, once more by the same answers, for what it tells of the rotation."""
        if self._read is None:
            return Roster()
        return _read(self._read.source, self._read.question._replace(changes=False)).roster

    def take_drops(self, widget: QWidget) -> None:
        """Let a roster be dropped anywhere on a widget that this one stands in."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def take(self, given: RosterInput) -> None:
        """Read a roster, in a thread of its own."""
        self._name = given.name
        question = self._question

        def work(_: object) -> ReadRoster:
            source = opened(given, question.start, question.today)
            return _read(source, question)

        self._start(work)

    def take_data(self, data: QMimeData) -> None:
        """Read what was copied or dropped."""
        given = input_of(data)
        if given is not None:
            self.take(given)
            return
        from heartplanner.files.roster.kinds import PHOTO

        self._fail(f"{sentence_case(PHOTO)}." if data.hasImage() else NOTHING_COPIED)

    def paste(self) -> None:
        """Read what was copied."""
        # Without a window system there is no clipboard, whatever Qt's types say.
        self.take_data(QGuiApplication.clipboard().mimeData() or QMimeData())

    def choose_file(self) -> None:
        """Ask for a file, and read it."""
        chosen = ask_roster_file(self)
        if chosen is not None:
            self.take(RosterPath(chosen))

    def give_again(self) -> None:
        """Show how to give a roster once more; what was read stands there as text, to be mended."""
        if self._read and not self._is_open:
            self._shown = text_of(self._read.source)[:LONGEST_TEXT]
            self._text.setPlainText(self._shown)
            self._shown = self._text.text  # as the field has it, which ends lines its own way
        self._show_state(is_open=True)
        self._text.setFocus()
        self.given_again.emit()

    def _read_text(self) -> None:
        """Read the text; one that was not touched stands for the source that it was made of."""
        text, before = self._text.text, self._read
        if before and text == self._shown:
            self._start(lambda _: before)
        elif text.strip():
            self.take(RosterText(text[:LONGEST_TEXT]))

    def _read_again(self, question: RosterQuestion) -> None:
        """Read the same source by another answer."""
        before = self._read
        if before:
            self._start(lambda _: _read(before.source, question))

    def _start(self, work: Callable[[GoOn], object]) -> None:
        self._leave()
        self._task = task = BackgroundTask(work)
        task.done.connect(self._take_read)
        task.failed.connect(self._fail)
        self._say(f"Reading {self._name}...")
        self._stop.show()
        task.start()

    def _leave(self) -> None:
        """Nobody waits any more for what is being read; the process that reads it ends by itself."""
        if self._task is not None:
            self._task.disconnect(self)
            self._task = None
        self._say("")
        self._stop.hide()

    def _take_read(self, read: ReadRoster) -> None:
        self._leave()
        self._read = read
        self._questions.ask(read.roster, read.question)
        self._show_state(is_open=False)
        self.roster_read.emit(read.roster)

    def _fail(self, why: str) -> None:
        self._leave()
        self._say(why)
        announce(self, why)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _show_state(self, *, is_open: bool) -> None:
        self._is_open = is_open
        self._giving.setVisible(is_open)
        if is_open:
            self._questions.hide()

    def _build(self) -> None:
        giving = QVBoxLayout(self._giving)
        giving.setContentsMargins(0, 0, 0, 0)
        giving.addWidget(self._purpose)
        giving.addWidget(label("", HOW))
        giving.addWidget(self._zone)
        giving.addWidget(self._text, 1)
        giving.addWidget(flow([self._read_button]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._giving, 1)
        for widget in (self._said, flow([self._stop]), self._questions):
            column.addWidget(widget)
        self._stop.hide()

    def _connect(self) -> None:
        ways = {"file": self.choose_file, "text": self.paste}
        self._zone.roster_wanted.connect(lambda way: ways[way]())
        self._text.pasted.connect(self.take_data)
        self._text.read_wanted.connect(self._read_text)
        self._text.textChanged.connect(self._enable)
        self._read_button.clicked.connect(self._read_text)
        self._stop.clicked.connect(self._leave)
        self._questions.answered.connect(self._read_again)
        self._enable()

    def _enable(self) -> None:
        self._read_button.setEnabled(bool(self._text.text.strip()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped once the drop is over: until then the other program stands still."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            given = input_of(event.mimeData())
            event.acceptProposedAction()
            if given is not None:
                QTimer.singleShot(0, self, lambda: self.take(given))
            return True
        if isinstance(event, QDragEnterEvent) and may_be_roster(event.mimeData()):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _read(source: Source, question: RosterQuestion) -> ReadRoster:
    roster = with_named_changes(read_roster(source, question), source, question)
    return ReadRoster(source, roster, question)
