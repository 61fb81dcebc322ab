"""On my phone: which phone, how the calendar gets there, what goes in, and beside it what the phone has."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.calendar.delivery import DeliveredState
from heartplanner.core.calendar.events import events
from heartplanner.core.calendar.export_options import ExportOptions
from heartplanner.files.disk import FileError
from heartplanner.style.icons import icon
from heartplanner.style.theme import Theme
from heartplanner.typed import override
from heartplanner.ui.phone.page.phone_card import PhoneCard
from heartplanner.ui.phone.page.phone_picture import FEW, MOST, PhonePicture
from heartplanner.ui.phone.page.way_cards import ONWARD, STOP, SUBSCRIBED, KindCards, WayCards
from heartplanner.ui.phone.phone_actions import PhoneActions
from heartplanner.ui.phone.phone_memory import PhoneChoice, PhoneWay
from heartplanner.ui.phone.phone_text import contents_text
from heartplanner.ui.phone_state import PhoneState, SentCalendar
from heartplanner.ui.session import Session
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.scroll_areas import FieldScroll, PageScroll

SIDE, BESIDE = 304, 860
"""The width of what stands beside the questions, and of the page from which there is room for it."""
WIDEST = 1.5
KEPT = "Saved, and kept up to date"
ARROW = 16
AFTER = 200
"""Milliseconds after a change in which the phone is looked at anew: several in a row are one."""
AHEAD = timedelta(days=60)
"""How far the picture looks ahead for its few days."""
CHECKED = "Every calendar is checked, shift by shift, before it goes out."


class PhoneView(QWidget):
    """Asks nothing of the network by itself; what is chosen counts once the button is pressed."""

    def __init__(self, session: Session, actions: PhoneActions) -> None:
        super().__init__()
        self.setAccessibleName("On my phone")
        self._session, self._actions = session, actions
        self._kinds, self._ways = KindCards(session.theme), WayCards(session.theme)
        self._third, self._contents = label("what", "3  What goes in"), label("muted")
        self._third.setWordWrap(False)
        self._options = QPushButton("Options...")
        self._back, self._stop = QPushButton("Back to the calendar"), QPushButton()
        self._onward = QPushButton()
        self._onward.setObjectName("primary")
        self._missing = label("warning")
        self._scroll, self._beside = FieldScroll(), PageScroll()
        self._questions, self._side = QVBoxLayout(), QVBoxLayout()
        self._card, self._picture = PhoneCard(), PhonePicture()
        self._preview = Card("As your phone shows it", self._picture, label("small", CHECKED))
        self._calendar, self._is_beside = "", False
        self._way: PhoneWay | None = None
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.refresh)
        self._build()
        self._place(beside=True)
        self._connect()
        self._put(actions.memory.choice)

    def _build(self) -> None:
        body, questions = QWidget(), self._questions
        body.setObjectName("scrolled")
        body.setLayout(questions)
        questions.setContentsMargins(0, 0, 4, 0)
        questions.setSpacing(8)
        questions.addWidget(label("what", "1  Which phone?"))
        questions.addWidget(self._kinds)
        questions.addWidget(label("what", "2  How should it get there?"))
        questions.addWidget(self._ways)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._third)
        row.addWidget(self._contents, 1)
        row.addWidget(self._options)
        questions.addLayout(row)
        questions.addStretch(1)
        self._scroll.setWidget(body)
        side = QWidget()
        side.setObjectName("scrolled")
        side.setLayout(self._side)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(12)
        self._beside.setWidget(side)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self._stop)
        foot.addWidget(self._onward)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._scroll, 1)
        left.addWidget(self._missing)
        left.addLayout(foot)
        self._missing.hide()
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(16)
        page.addLayout(left, 1)
        page.addWidget(self._beside)

    def _connect(self) -> None:
        actions, card = self._actions, self._card
        self._kinds.edited.connect(self._edited)
        self._ways.edited.connect(self._edited)
        self._ways.link_wanted.connect(self._show_link)
        self._options.clicked.connect(actions.choose)
        self._back.clicked.connect(self._leave)
        self._stop.clicked.connect(self._stop_keeping)
        self._onward.clicked.connect(self._go_on)
        card.agreed.connect(actions.sync.agree)
        card.again_wanted.connect(self._try_again)
        card.stop_wanted.connect(actions.sync.stop)
        card.guide_wanted.connect(actions.files.show_waiting)
        card.arrived.connect(actions.files.arrived)
        actions.way_wanted.connect(self._offer)
        # Bound methods and no lambdas: these signals go on when the page is gone, as at midnight.
        actions.sync.progressed.connect(self._show_progress)
        # An edit fills the page at once; Keep mine only saves, and ends what waited for it.
        for signal in (actions.sync.changed, self._session.delivered, self._session.store.saved):
            signal.connect(self._look_soon)

    def facts(self) -> tuple[object, ...]:
        """Where these are others, the page says something else."""
        return self._session.schedule, self._session.today, self._session.display

    def _leave(self) -> None:
        """Back to the view from which the page was opened: it is the one that is kept as a habit."""
        self._session.show_view(self._session.settings.habits().view)

    def set_theme(self, theme: Theme) -> None:
        """The size of text follows, with which all is drawn."""
        self._back.setIcon(icon("previous", theme, round(ARROW * self._session.scale)))

    def set_scale(self, scale: float) -> None:
        theme, arrow = self._session.theme, round(ARROW * scale)
        self._back.setIconSize(QSize(arrow, arrow))
        self._beside.setFixedWidth(round(SIDE * min(scale, WIDEST)))
        self._ways.set_looks(theme, scale)
        self._picture.set_looks(theme, scale)
        self._fit()

    def _fit(self) -> None:
        """The cards stand beside the questions, or where there is no room, over and under them."""
        theme, scale = self._session.theme, self._session.scale
        beside = self.width() >= BESIDE * scale
        taken = self._beside.width() if beside else 0
        self._kinds.fit(self.width() - taken, theme, scale)
        if beside != self._is_beside:
            self._place(beside=beside)

    def _place(self, *, beside: bool) -> None:
        self._is_beside = beside
        if beside:
            self._side.addWidget(self._card)
            self._side.addWidget(self._preview, 1)
            self._picture.show_at_least(FEW)
        else:
            self._questions.insertWidget(0, self._card)
            self._questions.addWidget(self._preview)
            self._picture.show_at_least(MOST)
        self._beside.setVisible(beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # and not only back from being minimized
            self._put(self._actions.memory.choice)
            self._actions.kept.look_soon()
        self._look_soon()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back; Return does what the button says, or presses the one with the keys."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self._onward).click()
        else:
            super().keyPressEvent(event)

    def _put(self, choice: PhoneChoice) -> None:
        self._way = choice.way
        self._kinds.put(choice.kind)
        self._ways.put(choice)
        self.setFocusProxy(self._ways.card.button)

    def _offer(self, way: PhoneWay) -> None:
        """Mark the way that was asked for, and show where one goes on."""
        self._ways.mark(way)
        self._ways.card.button.setFocus(Qt.FocusReason.OtherFocusReason)
        # The questions of the way that was left are gone only once the page is laid out again.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._ways.card))

    @property
    def _choice(self) -> PhoneChoice:
        return self._ways.value(self._kinds.kind)

    def _edited(self) -> None:
        choice, saved = self._choice, self._actions.memory.choice
        self._ways.follow_kind(choice.kind)
        assert choice.way is not None
        # A file that is kept needs no second press: nobody is to wonder whether it was pressed.
        kept = choice.way is PhoneWay.KEPT and choice == saved and bool(choice.path)
        done = kept and not self._actions.kept.trouble
        self._onward.setText(KEPT if done else ONWARD[choice.way][bool(choice.path)])
        if done and self.window().focusWidget() is self._onward:
            # Qt would hand the keys of a button that goes gray to the header's first one.
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._onward.setEnabled(not done)
        self._stop.setText(STOP.get(saved.way, "") if saved.way else "")
        self._stop.setVisible(saved.way in STOP and saved.way is choice.way)
        self._missing.hide()
        self.setFocusProxy(self._ways.card.button)

    def _go_on(self) -> None:
        """Do what was chosen; it is remembered from then on."""
        choice, account = self._choice, self._ways.account
        if choice.way is PhoneWay.SYNC and (missing := account.missing):
            self._say_missing(missing)
            return
        self._actions.use(choice, account.password.text())
        saved = self._actions.memory.choice
        if saved.way is choice.way:
            self._ways.put(saved)
        self._edited()

    def _show_link(self) -> None:
        """How this phone subscribes to the file, by its link as a code."""
        from heartplanner.ui.phone.guide.subscribe_link import SubscribeDialog

        program = SUBSCRIBED[self._kinds.kind]
        SubscribeDialog(self._session.theme, self._calendar, program, self).open()

    def _say_missing(self, text: str) -> None:
        self._missing.setText(text)
        self._missing.show()
        announce(self, text)
        account = self._ways.account
        (account.server if account.user.value() else account.user).setFocus()
        self._scroll.keep_keys_in_sight()

    def _try_again(self) -> None:
        """With the password that stands here, where one was typed."""
        if self._actions.memory.choice.way is PhoneWay.SYNC:
            self._actions.sync.now(self._ways.account.password.text())
        else:
            self._actions.kept.look_soon()

    def _stop_keeping(self) -> None:
        self._actions.stop_keeping()
        self._put(self._actions.memory.choice)

    def _show_progress(self) -> None:
        self._card.show_progress(self._actions.sync.state)

    def _look_soon(self, *_notes: object) -> None:
        if self._session.view is View.PHONE:
            self._later.start()

    def refresh(self) -> None:
        """Say what the phone has now, and show what it will show."""
        self._later.stop()  # what it was to look at is looked at now
        session, actions, exports = self._session, self._actions, self._actions.exports
        delivered: DeliveredState | None = None
        try:
            delivered = exports.delivered()
            state, options, sent = actions.state(delivered), delivered.options, exports.sent()
        except FileError:  # said where one exports
            state, options, sent = PhoneState(unread=True), ExportOptions(), SentCalendar()
        self._card.show_state(state, sent, session.display, (session.theme, session.scale))
        first = exports.first
        if actions.memory.choice.way is not self._way:  # it may be stopped elsewhere
            self._put(actions.memory.choice)
        own = any(entry.on_phone for entry in session.plan.entries)
        self._ways.warn_of_import(imported=exports.is_imported(delivered))
        self._calendar = options.title
        self._contents.setText(contents_text(options, exports.begin, entries=own))
        shown = events(session.schedule, first, first + AHEAD, options)
        self._picture.show_events(shown, options.color, session.display)
        self._edited()
