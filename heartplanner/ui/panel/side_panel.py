"""The panel beside the calendar: at a glance, the chosen day and why it is so, and the phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from heartplanner.core.explain.appointments import with_appointments
from heartplanner.core.explain.day_text import describe, unsure
from heartplanner.core.explain.upcoming import upcoming
from heartplanner.core.finder.contradicting_marks import contradicting_marks
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.month.month_room import beside_month
from heartplanner.ui.panel.day_people import colleagues_on
from heartplanner.ui.panel.glance_card import GlanceCard
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.panel.selected_card import COLUMNS, SAVED, SELECTED, SelectedCard
from heartplanner.ui.phone_state import PhoneState
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import ANY_WIDTH, Card
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.flow_layout import flow, slim_button
from heartplanner.ui.widgets.scroll_areas import PageScroll

WIDTHS = (248, 304, 392)
NARROW, ROOMY = 1180, 1800
"""Widths of the window, at the usual size of text, between which the panel has its middle width."""
LINES = 12
"""Lines of text in a whole panel: a window is low or tall by how high they are in its font."""
LOW = 553
"""Under this height of the window beside them, at the usual size of text, At a glance has fewer lines."""
ALONE = 668
"""Under this height a form or an answer takes the place of At a glance too: all of it is in sight."""
TALL = 598
"""From this height on the lines of At a glance stand apart."""
WIDEST = 1.75
PHONE_HEIGHT, SPACING = 48, (12, 6)
"""Between the cards; in a low window the text of the day has the room."""
RIGHT = "They are right"
ALL = 1000
"""The share of a form beside that of the room below it: a form that is as tall as it can be leaves some."""


class PanelActions(NamedTuple):
    """The actions that have buttons here.

    `days`: each with its name; `more`: those under More; `sure`: those that end a doubt; `phone`: to the
    page that says what the phone has.
    """

    days: Sequence[tuple[str, QAction]]
    more: Sequence[QAction]
    take_back: QAction
    sure: Sequence[QAction]
    phone: QAction


class SidePanel(PageScroll):
    """Says what the session has on show; each part is worded anew only where its facts are others.

    `fits`: whether a whole month has room beside it; `wanted`: whether it is to be shown, which a person
    may say otherwise. `phone_rests`: whether nobody has to do anything for the phone.
    """

    phone_rests = Signal(bool)

    def __init__(self, session: Session, actions: PanelActions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._shown: dict[str, tuple[object, ...]] = {}
        self._state = PhoneState()
        self._form_place = QWidget()
        self._forms = QVBoxLayout(self._form_place)
        self._forms.setContentsMargins(0, 0, 0, 0)
        self._forms.addStretch(1)
        self._answer: QWidget | None = None
        self._form_shown, self._answer_shown = False, False
        self._low, self._alone, self._large = False, False, False
        self.fits = self.wanted = True
        session.minute_passed.connect(self._show_glance)
        session.store.plan_changed.connect(lambda _: self._wait_for_phone())
        self._glance = GlanceCard()
        self._day = SelectedCard(actions.days, actions.more, actions.take_back)
        self._unsure_text = ElidedLabel(lines=2)
        self._sure = [slim_button(action) for action in actions.sure]
        self._unsure = Card("", self._unsure_text, flow(self._sure))
        self._phone = PhoneStatus()
        self._phone.clicked.connect(actions.phone.trigger)
        self._inner = QWidget()
        self._inner.setObjectName("scrolled")
        self._column = QVBoxLayout(self._inner)
        self._build()

    def _build(self) -> None:
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING[False])
        column.addWidget(self._glance)
        column.addWidget(self._day, 1)
        column.addWidget(self._form_place, 1)
        column.addWidget(self._unsure)
        self.setWidget(self._inner)
        # Below what scrolls: with large text the one line that says what is to be done is still seen.
        self._phone.setParent(self)

    def fit(self, width: int, height: int, scale: float) -> bool:
        """Take the room that a window of this size has for it; its text never changes that.

        Returns whether it fits now and did not before, or the other way round.
        """
        size = (width >= NARROW * scale) + (width >= ROOMY * scale)
        self.setFixedWidth(round(WIDTHS[size] * min(scale, WIDEST)))
        self._glance.set_small(size == 0)
        self.ensurePolished()  # before that the lines would be those of another font
        left = height - LINES * self.fontMetrics().lineSpacing()
        self._low, self._alone = left < LOW * scale, left < ALONE * scale
        self._large = scale > 1
        self._column.setSpacing(SPACING[self._low])
        self._glance.set_airy(left >= TALL * scale)
        self._glance.stack(on=scale >= WIDEST and size == 0)
        self._day.arrange(COLUMNS[size > 0])
        self._phone.setFixedHeight(round(PHONE_HEIGHT * scale))
        self._share_room()
        # Only when it comes to fit, or fits no more: between, a person's own choice holds.
        fits = beside_month(width, scale) >= self.width()
        changed = fits != self.fits
        if changed:
            self.fits = self.wanted = fits
        return changed

    def set_looks(self, theme: Theme, scale: float) -> None:
        self._day.set_looks(theme, scale)
        self._phone.set_looks(theme, scale)
        self._shown.clear()

    def show_phone(self, state: PhoneState) -> bool:
        """Say what is known of the phone; whether that is seen."""
        # Told once, when the phone comes to be out of date, and not again with each further edit.
        seen, other = not self.isHidden(), state.behind_now and not self._state.behind_now
        self._state = state
        self._phone.show_state(self._session.theme, state)
        self.phone_rests.emit(state.rests)
        if seen and other:
            announce(self._phone, f"{self._phone.accessibleName()}.")
        return seen

    def _wait_for_phone(self) -> None:
        """The plan is another: until it is compared, nothing is known to be right on the phone."""
        if self._state.delivered and not self._state.text:
            self._phone.wait()

    def take_form(self, form: QWidget) -> None:
        """Keep a form in the chosen day's place, for as long as it is there."""
        self._forms.insertWidget(0, form, ALL)

    def take_answer(self, card: QWidget, stops: Sequence[QWidget]) -> None:
        """Keep the card of answers in the chosen day's place; Tab goes to its stops before the phone."""
        self._answer = card
        self._column.insertWidget(self._column.indexOf(self._form_place), card, 1)
        # Tab follows what one sees, from top to bottom: the phone's line stands at the foot.
        before = self._phone.previousInFocusChain()
        for stop in stops:
            QWidget.setTabOrder(before or self, stop)
            before = stop

    def show_form(self, shown: bool, *, answer: bool) -> None:
        """Whether the form is on show, or an answer, or what they stand in the place of."""
        self._form_shown, self._answer_shown = shown, answer
        self._share_room()

    def rest_mouse(self) -> None:
        """Take no click for as long as one may be the second of a double click on a form that is gone.

        What comes back under the pointer is not lit either, before the mouse is moved.
        """
        through = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self._inner.setAttribute(through, on=True)
        QTimer.singleShot(
            QApplication.doubleClickInterval(),
            self,
            lambda: self._inner.setAttribute(through, on=False),
        )

    def _share_room(self) -> None:
        """A form or an answer takes the place of what is said of the day; in a low window all there is."""
        self._form_place.setVisible(self._form_shown)
        taken = self._form_shown or self._answer_shown
        self._day.setVisible(not taken)
        if self._answer is not None:
            self._answer.setVisible(self._answer_shown)
        self._glance.setVisible(not taken or not self._alone)
        self._phone.setVisible(not taken or not self._low)
        self._place_phone()
        self._fit_glance()
        self._unsure.setVisible(bool(self._unsure_text.text()) and not taken)
        self._keep_bar_free()

    @property
    def _narrow(self) -> int:
        """The width of the cards beside a scroll bar."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def _fit_glance(self) -> None:
        """In a low window At a glance has the lines that leave the day its buttons and a few lines."""
        left = self.viewport().height() - self._day.least_height - SPACING[True]
        # Larger text is scrolled anyway; else what ends a doubt is in sight below the day, or would be.
        if not self._large:
            left -= self._unsure.heightForWidth(self._narrow) + SPACING[True]
        self._glance.fit(left if self._low else None)

    def _keep_bar_free(self) -> None:
        """Where the doubt's card makes all this scroll, the bar's room stays free without it too.

        Else the buttons would grow wider, and move, once one's own rotation is confirmed. An answer has no
        buttons that could: it is not measured at each key.
        """
        if self._answer_shown:
            self._inner.setMaximumWidth(ANY_WIDTH)
            return
        cards = self._column.heightForWidth(self._narrow)
        if self._unsure.isHidden():
            cards += SPACING[self._low] + self._unsure.heightForWidth(self._narrow)
        crowded = cards > self.viewport().height()
        self._inner.setMaximumWidth(self._narrow if crowded else ANY_WIDTH)

    def _place_phone(self) -> None:
        """The phone's line stands at the foot, and what scrolls ends above it."""
        height = self._phone.height()
        taken = 0 if self._phone.isHidden() else height + SPACING[self._low]
        self.setViewportMargins(0, 0, 0, taken)
        self._phone.setGeometry(0, self.height() - height, self.width(), height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_phone()
        self._fit_glance()
        self._keep_bar_free()

    def refresh(self) -> None:
        """Say what is other than what is said."""
        session = self._session
        schedule, display = session.schedule, session.display
        if self._other("unsure", schedule, session.today):
            self._show_unsure()
        self._share_room()
        if self._other("glance", schedule, display, session.today):
            self._show_glance()
        if not self._form_shown and self._other(
            "day", schedule, session.selection, display, session.day_notes.known, session.view
        ):
            self._show_day()

    def _other(self, part: str, *facts: object) -> bool:
        """Whether a part was said of other facts before."""
        other = self._shown.get(part) != facts
        self._shown[part] = facts
        return other

    def _show_unsure(self) -> None:
        plan, today = self._session.plan, self._session.today
        text = unsure(plan, today)
        self._unsure_text.setText(text)
        keys = self.window().focusWidget()
        if not text and keys is not None and self._unsure.isAncestorOf(keys):
            self._session.keys_wanted.emit()  # Qt would hand them to what stands below, such as Leave
        # In few words the buttons of single days stand side by side: the day's text has their room.
        self._sure[0].call("" if plan.example else RIGHT)
        # Days that the person's own marks contradict are not offered as right.
        self._sure[0].setHidden(bool(contradicting_marks(plan, today)))

    def _show_glance(self) -> None:
        session = self._session
        self._glance.show_facts(upcoming(session.schedule, session.now(), session.display))

    def _show_day(self) -> None:
        session = self._session
        # Beside a rotation that is being written, its own days may be others than the saved ones.
        self._day.set_heading(SAVED if session.view is View.CYCLE else SELECTED)
        first, last = session.span
        notes = session.day_notes.of_day(session.schedule, first, session.today, session.display)
        words = describe(session.schedule, first, last, display=session.display, day_notes=notes)
        events = session.day_notes.events
        words = with_appointments(words, session.schedule, events, first, last, session.display)
        people = [] if first != last else colleagues_on(session, first)
        self._day.show_words(words, session.theme, people)
