"""The first steps beside the calendar: when one started, which hours, which days, and the phone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.cells.cells import Wording
from heartplanner.core.schedule.ranges.default_range import first_day
from heartplanner.core.words.english import full_date
from heartplanner.files import folders
from heartplanner.typed import override
from heartplanner.ui.fields.named_form import name_form
from heartplanner.ui.first_steps.answers import StepAnswers
from heartplanner.ui.first_steps.days_page import DaysPage
from heartplanner.ui.first_steps.first_day_page import FirstDayPage
from heartplanner.ui.first_steps.hours_page import HoursPage
from heartplanner.ui.first_steps.phone_page import LAST, PhonePage
from heartplanner.ui.first_steps.step_head import StepHead, StepState
from heartplanner.ui.first_steps.step_page import StepPage, show_around
from heartplanner.ui.month.month_room import beside_month
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_areas import FieldScroll

TITLES: tuple[Wording, ...] = (("First day", "Start"), ("Hours",), ("Days",), ("Phone",))
FIRST_DAY, DAYS, PHONE = 0, 2, 3
WIDTH, LEAST_WIDTH = 496, 320
SHARE, LARGE_SHARE, LARGE = 0.42, 0.5, 1.3
"""The share of the window's width that the steps may take, and that with text enlarged by more than LARGE:
the calendar beside them is the picture, and is to be seen whole where that can be."""
LATER = "Close the steps. What you answered stays; File, First steps opens them again."
SEVERAL = (
    "Your rotation is saved. These steps are about the days until {}; what follows stays as you entered it."
    " Cycle changes it."
)


class FirstSteps(QFrame):
    """Asks step by step; each answer is in the plan at once, and one undo takes a step back.

    `roster_wanted`: "file", or "text" for what was copied; `roster_file` a path and `roster_data` words
    or a table that were dropped; `marking_wanted`: the finder is to open; `confirm_wanted`: what is not
    confirmed yet is right; `phone_wanted`: the calendar is to go to the phone; `closed`: the person is
    done, or wants to go on later.
    """

    roster_wanted = Signal(str)
    roster_file = Signal(object)
    roster_data = Signal(object)
    marking_wanted = Signal()
    confirm_wanted = Signal()
    phone_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        name_form(self, "first-steps", "First steps")
        self._session = session
        self._answers = answers = StepAnswers(session.store)
        self._days = DaysPage(session, answers)
        phone = PhonePage(session)
        self._pages: tuple[StepPage, ...] = (
            FirstDayPage(session, answers),
            HoursPage(session, answers),
            self._days,
            phone,
        )
        self._heads = [
            StepHead(number, title, session.theme) for number, title in enumerate(TITLES, 1)
        ]
        self._step = self._furthest = FIRST_DAY
        self._several = label("loud")
        self._scroll = FieldScroll()
        self._back, self._later, self._onward = map(QPushButton, ("Back", "Not now", "Next"))
        self._build()
        self._connect(phone)
        self.set_looks()

    def open(self) -> None:
        """Begin with the first step; whoever has confirmed their days may go to any of them."""
        self.show_now()
        self._furthest = FIRST_DAY if self._session.plan.example else PHONE
        self.go_to(FIRST_DAY)

    def go_to(self, step: int) -> None:
        """Ask this step, 0 to 3."""
        self._answers.begin()
        if self._step == FIRST_DAY != step:
            self.show_now()
        self._step, self._furthest = step, max(step, self._furthest)
        page = self._pages[step]
        self._scroll.takeWidget()  # the page that was there is kept: it is shown again
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the card's own ground is to be seen
        page.show()
        self._show_step()
        self._ask()

    def ask_evenings(self) -> None:
        """Both hours are worked, and the rotation that was found does not say which shift is which."""
        self.go_to(DAYS)
        self._days.ask_evenings()

    def ask_phone(self) -> None:
        self.go_to(PHONE)

    def show_now(self) -> None:
        """Show the days around today, or around the first day while that is still to come."""
        session = self._session
        if session.view is View.MONTH:
            show_around(session, first_day(session.plan, session.today))

    def resume(self) -> None:
        """Show the open step again after something else had the keys."""
        self._ask()

    def refresh(self) -> None:
        """Show what the plan says now."""
        self._pages[self._step].refresh()
        self._show_step()

    def set_looks(self) -> None:
        theme, scale = self._session.theme, self._session.scale
        for head in self._heads:
            head.set_looks(theme, scale)
        for page in self._pages:
            page.set_looks(theme, scale)

    def fit(self, room: int) -> None:
        """Take as much of a window's width as the text asks for, but not more than a share of it."""
        scale = self._session.scale
        share = LARGE_SHARE if scale > LARGE else SHARE
        width = min(round(WIDTH * scale), round(room * share))
        beside = beside_month(room, scale)
        if beside >= LEAST_WIDTH * scale:
            width = min(width, beside)
        self.setFixedWidth(max(LEAST_WIDTH, width))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Return goes on or presses the button with the focus, Paste is a roster."""
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.roster_wanted.emit("text")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed = focused if isinstance(focused, QPushButton | StepHead) else self._onward
            pressed.click()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A plan file is for the window behind; any other file, or text, may be a roster."""
        data = event.mimeData()
        urls = data.urls()
        plan = bool(urls) and folders.is_plan_name(Path(urls[0].fileName()))
        if not plan and ((len(urls) == 1 and urls[0].isLocalFile()) or data.hasText()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take a roster once the drop is over: until then the program that it comes from stands still."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        if urls:
            path = Path(urls[0].toLocalFile())
            QTimer.singleShot(0, self, lambda: self.roster_file.emit(path))
            return
        data = QMimeData()
        data.setText(event.mimeData().text())
        data.setHtml(event.mimeData().html())
        QTimer.singleShot(0, self, lambda: self.roster_data.emit(data))

    def _ask(self) -> None:
        """Put the keys where the open step is answered: the last one has nothing but its button."""
        self._pages[self._step].open()
        if self._step == PHONE:
            self._onward.setFocus()

    def _go_on(self) -> None:
        if self._pages[self._step].go_on():
            self.go_to(min(self._step + 1, PHONE))

    def _show_step(self) -> None:
        """The heads and the buttons, as the open step has them."""
        for number, head in enumerate(self._heads):
            head.show_state(*self._standing(number), of=len(TITLES))
        later = self._session.plan.assignments[1:]
        self._later.setText("Close" if self._step == PHONE else "Not now")
        self._several.setVisible(bool(later))
        if later:
            self._several.setText(SEVERAL.format(full_date(later[0].start)))
        self._back.setEnabled(self._step > FIRST_DAY)
        self._show_onward()

    def _reveal(self, field: QWidget) -> None:
        """Scroll to a field, once its page is laid out."""
        QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field))

    def _standing(self, number: int) -> tuple[StepState, Wording]:
        """How far a step is, and the words under its name."""
        if number == self._step:
            return StepState.OPEN, ("this step", "now")
        if number == PHONE:  # it is never done: the calendar can go to the phone again and again
            return StepState.OPEN if number <= self._furthest else StepState.TO_COME, LAST
        if number <= self._furthest:
            return StepState.DONE, self._pages[number].answer
        return StepState.TO_COME, ("next" if number == self._step + 1 else "later",)

    def _show_onward(self) -> None:
        page = self._pages[self._step]
        self._onward.setText(page.onward)
        self._onward.setAccessibleName(page.onward.rstrip("."))
        self._onward.setEnabled(not page.reason)
        self._onward.setAccessibleDescription(page.reason)
        self._onward.setToolTip(page.reason)

    def _connect(self, phone: PhonePage) -> None:
        for number, head in enumerate(self._heads):
            head.clicked.connect(lambda _=False, number=number: self.go_to(number))
        for page in self._pages:
            page.turned.connect(self._show_onward)
            page.reached.connect(self._reveal)
        self._back.clicked.connect(lambda: self.go_to(max(self._step - 1, FIRST_DAY)))
        self._later.clicked.connect(self.closed)
        self._onward.clicked.connect(self._go_on)
        self._days.roster_wanted.connect(self.roster_wanted)
        self._days.marking_wanted.connect(self.marking_wanted)
        phone.confirm_wanted.connect(self.confirm_wanted)
        phone.phone_wanted.connect(self.phone_wanted)

    def _build(self) -> None:
        self.setObjectName("card")
        self.setAccessibleName("First steps")
        self.setAcceptDrops(True)
        self._onward.setObjectName("primary")
        self._later.setToolTip(LATER)
        self._later.setAccessibleDescription(LATER)
        self._scroll.setStyleSheet("QScrollArea { background: transparent; }")
        self._scroll.viewport().setAutoFillBackground(False)
        heads, foot = QHBoxLayout(), QHBoxLayout()
        heads.setSpacing(8)
        for head in self._heads:
            heads.addWidget(head, 1)
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._later)
        foot.addWidget(self._onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(heads)
        column.addWidget(self._several)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
