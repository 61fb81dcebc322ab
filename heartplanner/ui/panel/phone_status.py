"""The panel's line on the phone: what is known of it, and a click that leads on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from heartplanner.core.cells.cells import Wording
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.panel.selected_card import ICON
from heartplanner.ui.phone_state import PhoneCondition, PhoneState

AROUND_WORDS = 40
"""What stands left and right of the words of the phone's line, but for its icon."""
WORDINGS: Mapping[PhoneCondition, Wording] = {
    PhoneCondition.WAITS: (
        "Your schedule waits for your answer",
        "Waits for your answer",
        "Your answer",
    ),
    PhoneCondition.UNREAD: ("Your phone's calendar can't be checked", "Can't be checked"),
    PhoneCondition.ASKS: ("Syncing waits for your answer", "Sync: your answer", "Your answer"),
    PhoneCondition.FAILED: (
        "Your phone may be out of date",
        "Phone may be out of date",
        "Maybe out of date",
    ),
    PhoneCondition.SYNCING: ("Syncing your calendar...", "Syncing..."),
    PhoneCondition.OUT_OF_DATE: (
        "Your phone is out of date",
        "Phone is out of date",
        "Out of date",
    ),
    PhoneCondition.SAVED: (
        "{} is saved; open it on your phone",
        "Saved; open it on your phone",
        "Open it on phone",
    ),
    PhoneCondition.NOT_YET: ("Not on your phone yet", "Not on phone yet"),
    PhoneCondition.UP_TO_DATE: (
        "Your phone's copy is up to date",
        "Phone's copy is up to date",
        "Up to date",
    ),
}
IN_FILE = "The file for your phone has everything", "Phone's file has everything", "Up to date"
"""Each said ever shorter. The program knows of files, and not what is on the phone: so it says."""
CHECKING = "Checking your phone's calendar...", "Checking..."
PAST_DAYS = "From today on. Days that are over stay on your phone as they were."


def _wording(state: PhoneState) -> Wording:
    """What is said of the phone: by how many changes it is behind too, where days or hours are other."""
    wording = WORDINGS[state.condition]
    match state.condition:
        case PhoneCondition.OUT_OF_DATE | PhoneCondition.FAILED if state.behind:
            wording = WORDINGS[PhoneCondition.OUT_OF_DATE]
            return tuple(f"{words}: {state.behind}" for words in wording)
        case PhoneCondition.UP_TO_DATE if state.in_file:
            return IN_FILE
        case PhoneCondition.SAVED:
            return tuple(words.format(state.waiting) for words in wording)
        case _:
            return wording


class PhoneStatus(QPushButton):
    """What is known of the phone, as long as there is room for; a click leads on."""

    def __init__(self) -> None:
        super().__init__()
        self._condition = PhoneCondition.NOT_YET
        self._wording = WORDINGS[self._condition]
        self.setText(self._wording[0])
        self.setObjectName("status")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scale = 1.0

    def show_state(self, theme: Theme, state: PhoneState) -> None:
        self._wording, self._condition = _wording(state), state.condition
        more = state.text or (PAST_DAYS if state.delivered else "")
        self.setToolTip(more)
        self.setAccessibleName(self._wording[0])
        self.setAccessibleDescription(more)
        self.set_looks(theme, self._scale)

    def wait(self) -> None:
        """Say that what is known of the phone is being found out anew."""
        self._wording = CHECKING
        self.setAccessibleName(CHECKING[0])
        self._fit_words()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Say as much as there is room for: cut words would be half of what is known."""
        self.ensurePolished()
        room = self.width() - self.iconSize().width() - round(AROUND_WORDS * self._scale)
        wide = self.fontMetrics().horizontalAdvance
        fits = (words for words in self._wording if wide(words) <= room)
        self.setText(next(fits, self._wording[-1]))

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._scale = scale
        size = round(ICON * scale)
        self.setIcon(self._condition.icon(theme, size))
        self.setIconSize(QSize(size, size))
        self._fit_words()
