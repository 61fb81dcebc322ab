"""The panel's line on the phone: what is known of it, and a click that leads on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from heartplanner.core.cells.cells import Wording
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.panel.selected_card import ICON
from heartplanner.ui.phone_state import PhoneState, SyncStep

AROUND_WORDS = 40
"""What stands left and right of the words of the phone's line, but for its icon."""
UP_TO_DATE = "Your phone's copy is up to date", "Phone's copy is up to date", "Up to date"
NOT_YET = "Not on your phone yet", "Not on phone yet"
OUT_OF_DATE = "Your phone is out of date", "Phone is out of date", "Out of date"
BEHIND = "Your phone is out of date: {}", "Phone is out of date: {}", "Out of date: {}"
SYNCING = "Syncing your calendar...", "Syncing..."
FAILED = "Not synced yet. Click to see why", "Not synced: see why", "Not synced"
ASKS = "Syncing waits for your answer", "Sync: your answer", "Your answer"
CHECKING = "Checking your phone's calendar...", "Checking..."
UNREAD = "Your phone's calendar can't be checked", "Can't be checked"
WAITING = "{} is saved; open it on your phone", "Saved; open it on your phone", "Open it on phone"
"""Each said ever shorter. The program knows of files, and not what is on the phone: so it says."""
PAST_DAYS = "From today on. Days that are over stay on your phone as they were."


def _out_of_date(state: PhoneState) -> Wording:
    """That the phone is behind, and by how many changes where days or hours are other."""
    behind = tuple(words.format(state.behind) for words in BEHIND)
    return behind if state.behind else OUT_OF_DATE


class PhoneStatus(QPushButton):
    """What is known of the phone, as long as there is room for; a click leads on."""

    def __init__(self) -> None:
        super().__init__(NOT_YET[0])
        self._wording: Wording = NOT_YET
        self.setObjectName("status")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon_name, self._scale = "export", 1.0

    def show_state(self, theme: Theme, state: PhoneState) -> None:
        if state.unread:
            self._wording, self._icon_name = UNREAD, "warn"
        elif state.sync.stuck:
            self._wording = ASKS if state.sync.step is SyncStep.ASKS else FAILED
            self._icon_name = "warn"
        elif state.sync.under_way:
            self._wording, self._icon_name = SYNCING, "step-sync"
        elif state.changed:
            self._wording, self._icon_name = _out_of_date(state), "warn"
        elif state.waiting:
            self._wording = tuple(words.format(state.waiting) for words in WAITING)
            self._icon_name = "export"
        else:
            self._wording = UP_TO_DATE if state.delivered else NOT_YET
            self._icon_name = "tick" if state.delivered else "export"
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
        colors = {"warn": theme.warning.edge, "tick": theme.good}
        self.setIcon(icon(self._icon_name, theme, size, colors.get(self._icon_name)))
        self.setIconSize(QSize(size, size))
        self._fit_words()
