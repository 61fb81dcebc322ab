"""Which letter is whose below the calendar: a box shows each of the other calendars, or hides it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QWidget

from heartplanner.core.cells.day_marks import EventBadge
from heartplanner.core.plan.other_calendars import CalendarTrait, OtherCalendar
from heartplanner.typed import override
from heartplanner.ui.day_icons import SWATCH, swatch
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import view_spec
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import ActionButton

SHOW = "Show"
LONGEST = 18
"""So many letters of a name are said here; all of them where the pointer rests on it."""
GAP = 14
SHARE = 0.6
"""How much of the line the boxes may take; more calendars than that are in a menu."""


class CalendarLegend(QWidget):
    """A box for each calendar beside the month's sums; one button for all where these need the room."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._room = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._boxes, self._button = QWidget(), ActionButton.of_menu(SHOW, QMenu())
        for part in (self._boxes, self._button):
            self._row.addWidget(part)
        session.store.plan_changed.connect(lambda _: self.refresh())
        for changed in (session.shown_changed, session.view_changed, session.looks_changed):
            changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the calendars of the plan; none while a form is open, whose days these are."""
        session = self._session
        wanted = view_spec(session.view).days and session.draft is None
        calendars = session.plan.calendars if wanted else ()
        facts = (calendars, session.theme, session.scale)
        if facts != self._shown:
            self._shown = facts
            self._fill(calendars)
        self.setVisible(bool(calendars))

    def fit(self, width: int) -> None:
        """Take no more than a share of the line, which is so wide."""
        self._room = round(width * SHARE)
        self._choose()

    def _choose(self) -> None:
        fits = self._boxes.sizeHint().width() <= self._room
        self._boxes.setVisible(fits)
        self._button.setVisible(not fits)

    def _fill(self, calendars: tuple[OtherCalendar, ...]) -> None:
        session, focused = self._session, self.focusWidget()
        kept = focused.objectName() if focused and focused.hasFocus() else ""
        self._row.removeWidget(self._boxes)
        self._boxes.hide()
        self._boxes.deleteLater()
        self._boxes = QWidget(self)
        row = QHBoxLayout(self._boxes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(label("muted", SHOW))
        menu = self._button.menu()
        menu.clear()
        for calendar in calendars:
            badge = EventBadge(calendar.letter, calendar.color)
            icon = swatch(badge, session.theme, session.scale)
            turn = partial(self._turn, calendar.name)
            box = QCheckBox(_brief(calendar.name))
            box.setObjectName(calendar.name)
            box.setIcon(icon)
            box.setIconSize(QSize(SWATCH, SWATCH) * session.scale)
            box.setAccessibleName(f"{SHOW} the calendar {calendar.name}")
            box.setToolTip(calendar.name)
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.setChecked(calendar.shown)
            box.clicked.connect(turn)
            row.addWidget(box)
            if calendar.name == kept:
                box.setFocus()
            action = menu.addAction(icon, calendar.name)
            action.setCheckable(True)
            action.setChecked(calendar.shown)
            action.triggered.connect(turn)
        self._row.insertWidget(0, self._boxes)
        self._choose()

    def _turn(self, name: str) -> None:
        """Show a calendar, or hide it: one step of undo."""
        from heartplanner.core.edits.calendars import calendar_of, change_calendar, with_trait

        store = self._session.store
        before = calendar_of(store.plan, name)
        after = with_trait(before, CalendarTrait.SHOWN, on=not before.shown)
        done = "showing" if after.shown else "hiding"
        changed = change_calendar(store.plan, name, after, store.moment())
        store.change(f"{done} the calendar {name}", changed)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _brief(name: str) -> str:
    words = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
    return words.replace("&", "&&")
