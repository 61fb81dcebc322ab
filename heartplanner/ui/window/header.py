"""The top of the window: the way from page to page, the title, the views, and the way to the phone.

Nothing in it moves when a text changes: the title has a slot of its own, and how much the buttons say
follows from the window's width and the size of text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)

from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.view_list import VIEWS, View, ViewSpec
from heartplanner.ui.widgets.flow_layout import ActionButton, unmarked
from heartplanner.ui.window.phone_button import PhoneButton

PHONE_WORDS = ("Put it on my phone", "Phone", "")
TITLE_WIDTHS = (160, 200, 256)
WIDE, ROOMY = 1180, 1800
"""Widths, at the usual size of text, from which the title's slot is the middle one, and the widest."""
PAGE_BUTTON = 36
TAB_PAD = 14
TITLE_PAD = 14
LONGEST_TITLE = "September 2025"
LIST_WIDTH = 104


class HeaderWords(NamedTuple):
    """How much the header says: the phone's words, whether the views stand side by side, Today's word."""

    phone: str
    tabs: bool
    words: bool


STAGES = (
    HeaderWords(PHONE_WORDS[0], tabs=True, words=True),
    HeaderWords(PHONE_WORDS[1], tabs=True, words=True),
    HeaderWords(PHONE_WORDS[1], tabs=False, words=True),
    HeaderWords(PHONE_WORDS[2], tabs=False, words=True),
    HeaderWords(PHONE_WORDS[2], tabs=False, words=False),
)
"""From much to little: the first that has room is taken."""


class ViewTabs(QFrame):
    """The views side by side. To a screen reader they are radio buttons: one of them is on show."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("segments")
        self.setAccessibleName("Views")
        self._buttons: dict[View, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for spec in VIEWS:
            if spec.button:
                self._buttons[spec.id] = button = QRadioButton(unmarked(spec.text))
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setToolTip(actions[spec.id].toolTip())
                button.toggled.connect(lambda on, a=actions[spec.id]: _show(a) if on else None)
                button.clicked.connect(lambda _, a=actions[spec.id]: _show(a))
                row.addWidget(button)

    def show_view(self, view: View) -> None:
        button = self._buttons.get(view_tab(view))
        for other in self._buttons.values():
            # Marking the view that is on show must not ask for it again. Of a page that has no tab none is.
            other.blockSignals(True)
            other.setAutoExclusive(button is not None)
            other.setChecked(other is button)
            other.blockSignals(False)
            font = other.font()
            font.setWeight(QFont.Weight.DemiBold if other is button else QFont.Weight.Normal)
            other.setFont(font)

    def fix_widths(self) -> None:
        """As wide as the word is when it is bold, so that a choice moves nothing."""
        for button in self._buttons.values():
            button.ensurePolished()
            bold = button.font()
            bold.setWeight(QFont.Weight.DemiBold)
            width = QFontMetrics(bold).horizontalAdvance(button.text())
            button.setFixedWidth(width + 2 * TAB_PAD)


def view_tab(view: View) -> View:
    """The tab that stands for a view: the finder belongs to the cycle."""
    return View.CYCLE if view is View.FINDER else view


class Header(QWidget):
    """A row of buttons of the window's actions."""

    def __init__(
        self, actions: Mapping[str, QAction], ask: AskField, write: Callable[[], str]
    ) -> None:
        super().__init__()
        self._ask = ask
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = 1.0
        self._titles = "", ""
        self._rests = False
        self._looks: tuple[bool, Theme] | None = None
        self._stage: HeaderWords | None = None
        self._title = QPushButton()
        self._title.setObjectName("title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setToolTip("Go to a date (Ctrl+G)")
        self._title.clicked.connect(actions["go-to"].trigger)
        self._today = ActionButton(actions["today"])
        self._paging = [_iconic(actions[name]) for name in ("previous", "next")]
        self._steps = [_iconic(actions[name]) for name in ("undo", "redo")]
        self._tabs = ViewTabs(actions)
        menu = QMenu()
        menu.addActions([actions[spec.id] for spec in VIEWS])
        self._list = ActionButton.of_menu("Month", menu)
        menu.setAccessibleName("Views")
        self._phone = PhoneButton(actions["phone"], write)
        self._build()

    @property
    def last_stop(self) -> QWidget:
        """Where Tab leaves the header."""
        return self._phone

    def show_title(self, title: str, short: str) -> None:
        """The title, or the short one where its slot has no room for it."""
        self._titles = title, short
        self._title.setAccessibleName(f"{title}, go to a date")
        self._put_title()

    def show_view(self, spec: ViewSpec, theme: Theme) -> None:
        """Mark the view that is on show; where it has a primary button, the phone's is a plain one."""
        self._tabs.show_view(spec.id)
        self._list.setText(unmarked(spec.text) if spec.button else self._titles[1])
        self._list.setAccessibleName(f"View: {unmarked(spec.text)}")
        self._looks = spec.own_primary, theme
        self._mark_phone()

    def rest_phone(self, rests: bool) -> None:
        """A phone that nobody has to do anything for has a plain button, too."""
        self._rests = rests
        self._mark_phone()

    def _mark_phone(self) -> None:
        if self._looks is not None:
            own_primary, theme = self._looks
            self._phone.set_primary(not (own_primary or self._rests), theme, self._scale)

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        side = round(PAGE_BUTTON * scale)
        for button in (*self._paging, *self._steps):
            button.setFixedSize(side, side)
        self._tabs.fix_widths()
        self._stage = None
        self.fit()

    def fit(self) -> None:
        """Say as much as there is room for."""
        for stage in STAGES:
            if stage != self._stage:
                self._take(stage)
            layout = self.layout()
            assert layout is not None
            # What was hidden or worded anew counts only once the layout has forgotten its sums.
            layout.invalidate()
            if layout.minimumSize().width() <= self.width():
                break
        self._put_title()

    def _take(self, stage: HeaderWords) -> None:
        self._stage = stage
        wide = (self.width() >= WIDE * self._scale) + (self.width() >= ROOMY * self._scale)
        self._title.setFixedWidth(round(TITLE_WIDTHS[wide if stage.tabs else 0] * self._scale))
        self._size_title()
        style = Qt.ToolButtonStyle
        self._today.setToolButtonStyle(
            style.ToolButtonTextOnly if stage.words else style.ToolButtonIconOnly
        )
        self._tabs.setVisible(stage.tabs)
        self._list.setVisible(not stage.tabs)
        self._list.setFixedWidth(round(LIST_WIDTH * self._scale))
        self._phone.setText(stage.phone)

    def _size_title(self) -> None:
        """In large letters where the longest month has room in them, whatever month is on show."""
        # By the longest month, so that the size of letters stays when one turns the page.
        for brief in (False, True):
            self._title.setProperty("brief", brief)
            self._title.style().unpolish(self._title)
            self._title.style().polish(self._title)
            if self._title.fontMetrics().horizontalAdvance(LONGEST_TITLE) <= self._title_room():
                return

    def _title_room(self) -> int:
        return self._title.width() - TITLE_PAD

    def _put_title(self) -> None:
        """The title in its slot: whole, or short, or cut."""
        metrics, room = self._title.fontMetrics(), self._title_room()
        fits = (text for text in self._titles if metrics.horizontalAdvance(text) <= room)
        cut = metrics.elidedText(self._titles[1], Qt.TextElideMode.ElideRight, room)
        self._title.setText(next(fits, cut))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(0)
        for button in (self._today, *self._paging):
            row.addWidget(button)
            row.addSpacing(4)
        row.addSpacing(4)
        row.addWidget(self._title)
        row.addSpacing(12)
        row.addWidget(self._tabs)
        row.addWidget(self._list)
        row.addSpacing(12)
        row.addWidget(self._ask, 1)
        row.addStretch()
        row.addSpacing(12)
        for button in self._steps:
            row.addWidget(button)
            row.addSpacing(4)
        row.addSpacing(8)
        row.addWidget(self._phone)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # From much to little each time: a wider window may have room for more words again.
        if event.size().width() != event.oldSize().width():
            self._stage = None
            self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """The row gives way by itself: it holds up no window."""
        return QSize(0, super().minimumSizeHint().height())


def _show(action: QAction) -> None:
    if not action.isChecked():
        action.trigger()


def _iconic(action: QAction) -> ActionButton:
    button = ActionButton(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button
