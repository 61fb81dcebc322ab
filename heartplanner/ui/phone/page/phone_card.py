"""What the phone has and lacks, in one card, with the buttons for what is to be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.core.words.english import clock, screen_dashes, weekday_date
from heartplanner.style.theme import Theme
from heartplanner.ui.phone_state import (
    CHOOSE_FIRST,
    DayLines,
    PhoneCondition,
    PhoneState,
    SentCalendar,
    SyncState,
    SyncStep,
)
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow

ICON, BAR = 24, 8
MOST = 6
"""How many days are listed."""
TITLES = {
    PhoneCondition.WAITS: "Your schedule waits for your answer.",
    PhoneCondition.UNREAD: "What your phone has cannot be read.",
    PhoneCondition.ASKS: "Syncing waits for your answer.",
    PhoneCondition.FAILED: "Your phone may be out of date.",
    PhoneCondition.SYNCING: "Syncing...",
    PhoneCondition.OUT_OF_DATE: "Your phone is out of date: {}.",
    PhoneCondition.SAVED: "{} is saved; open it on your phone.",
    PhoneCondition.NOT_YET: "Your calendar is not on a phone yet.",
    PhoneCondition.UP_TO_DATE: "Your phone's copy is up to date.",
}
SOON = "Syncing in a moment..."
AS_OF = "Your phone has everything as of {}."
IN_FILE = "The file for your phone has everything."
AS_OF_FILE = "The file for your phone has everything as of {}."
LATER = "It is tried again by itself, and with your next change."


class PhoneCard(Card):
    """The buttons tell by signals what the person wants."""

    agreed = Signal()
    again_wanted = Signal()
    stop_wanted = Signal()
    guide_wanted = Signal()
    arrived = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName("Your phone")
        self._mark, self._title = QLabel(), label("what")
        self._text, self._later = label(), label("muted", LATER)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(BAR)
        self._heading = label("heading")
        self._days = QWidget()
        self._grid = QGridLayout(self._days)
        self._rows = [(label("muted"), label()) for _ in range(MOST + 1)]
        self._buttons: dict[str, QPushButton] = {}
        for words, signal in (
            ("Sync all the same", self.agreed),
            ("Try again", self.again_wanted),
            ("Stop", self.stop_wanted),
            ("Show me how...", self.guide_wanted),
            ("It is on my phone", self.arrived),
        ):
            self._buttons[words] = button = QPushButton(words)
            button.clicked.connect(signal)
        self._build()

    def _build(self) -> None:
        head = QWidget()
        title = QHBoxLayout(head)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(10)
        title.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._title, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for row, (day, what) in enumerate(self._rows):
            self._grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(what, row, 1)
        for part in (head, self._text, self._progress, self._later, self._heading, self._days):
            self.add(part)
        self.add(flow(list(self._buttons.values())))

    def show_state(
        self,
        state: PhoneState,
        sent: SentCalendar,
        display: DisplayFormat,
        looks: tuple[Theme, float],
    ) -> None:
        """Say what is known of the phone."""
        theme, scale = looks
        sync = state.sync
        self._title.setText(_title(state, sent, display))
        size = round(ICON * scale)
        self._mark.setPixmap(state.condition.icon(theme, size).pixmap(size, size))
        text = sync.text if sync.step is not SyncStep.WAITING else ""
        _show(self._text, CHOOSE_FIRST if state.waits else text)
        self._later.setVisible(sync.step is SyncStep.FAILED)
        self._progress.setVisible(sync.step is SyncStep.RUNNING)
        self.show_progress(sync)
        self._list("Not there yet" if state.lacks else "Sent last", state.lacks or sent.days)
        shown = {
            "Sync all the same": sync.step is SyncStep.ASKS,
            "Try again": sync.step is SyncStep.FAILED,
            "Stop": sync.step is SyncStep.RUNNING,
            "Show me how...": bool(state.waiting) and not sync.stuck,
            "It is on my phone": bool(state.waiting) and not sync.stuck,
        }
        for words, button in self._buttons.items():
            button.setVisible(shown[words])

    def show_progress(self, sync: SyncState) -> None:
        """How many requests are through; a total of 0 is an amount that is not known yet."""
        self._progress.setRange(0, sync.total)
        self._progress.setValue(sync.done)

    def _list(self, heading: str, days: DayLines) -> None:
        """The days, the first of them where there are many."""
        _show(self._heading, heading if days else "")
        left = len(days) - MOST
        lines = [*days[:MOST], *([("", f"and {left} more")] if left > 0 else [])]
        lines += [("", "")] * (len(self._rows) - len(lines))
        for (day_label, what_label), (day, what) in zip(self._rows, lines, strict=True):
            _show(day_label, day)
            _show(what_label, screen_dashes(what))
        self._days.setVisible(bool(days))


def _title(state: PhoneState, sent: SentCalendar, display: DisplayFormat) -> str:
    """What is said first."""
    title = TITLES[state.condition]
    match state.condition:
        case PhoneCondition.SYNCING if state.sync.step is SyncStep.WAITING:
            return SOON
        case PhoneCondition.OUT_OF_DATE:
            return title.format(state.behind) if state.behind else state.changed
        case PhoneCondition.FAILED if state.behind:
            return TITLES[PhoneCondition.OUT_OF_DATE].format(state.behind)
        case PhoneCondition.SAVED:
            return title.format(state.waiting)
        case PhoneCondition.UP_TO_DATE if sent.at:
            when = f"{weekday_date(sent.at.date())}, {clock(sent.at, display)}"
            return (AS_OF_FILE if sent.in_file else AS_OF).format(when)
        case PhoneCondition.UP_TO_DATE if state.in_file:
            return IN_FILE
        case _:
            return title


def _show(text_label: QLabel, text: str) -> None:
    text_label.setText(text)
    text_label.setVisible(bool(text))
