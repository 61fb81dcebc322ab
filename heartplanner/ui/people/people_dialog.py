"""The colleagues whose rotation cards one has, with the next days on which both are off."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from heartplanner.core.edits.colleagues import remove_colleague
from heartplanner.core.people.card_words import card_line
from heartplanner.core.people.colleague_schedule import colleague_schedule
from heartplanner.core.people.days_off import common_days_off
from heartplanner.core.plan.model import LAST_DATE, Colleague
from heartplanner.core.words.english import listed, screen_dashes, span_brief
from heartplanner.typed import override
from heartplanner.ui.people.add_card import AddCard
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Colleagues"
LETTERS = 84
PURPOSE = (
    "A colleague's rotation card shows their days beside yours: in the panel, in answers, and where you"
    " swap. It knows nothing of their leave and their swaps."
)
NOBODY = "You have no colleague's card yet."
AHEAD = timedelta(weeks=12)
SHOWN = 4
"""How many of the next runs of days off are named."""
ROWS = 5
"""Lines of the list that are seen at once."""
Role = QDialogButtonBox.ButtonRole


class PeopleDialog(ScrollDialog):
    """Removes colleagues, and adds them. `own_card_wanted`: one's own card is to be shown."""

    own_card_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS)
        self._session, self._store = session, session.store
        self._list = QListWidget()
        self._both, self._remove = label(), QPushButton("Remove")
        self._adding = AddCard(session)
        self._build()
        self._list.currentRowChanged.connect(lambda _: self._show_both())
        self._remove.clicked.connect(self._take_away)
        self._adding.added.connect(self._show_added)
        self._adding.grown.connect(self._grow)
        self._fill()
        (self._list if self._colleagues else self._adding.field).setFocus()

    @property
    def _colleagues(self) -> tuple[Colleague, ...]:
        return self._store.plan.colleagues

    def _build(self) -> None:
        self._list.setAccessibleName(TITLE)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._remove.setAutoDefault(False)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(9)
        column.addWidget(label("muted", PURPOSE))
        column.addWidget(self._list)
        row = QHBoxLayout()
        row.addWidget(self._both, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self._adding)
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        own = buttons.addButton("My card...", Role.ActionRole)
        for button in (own, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        own.clicked.connect(self.own_card_wanted)
        buttons.rejected.connect(self.reject)
        self._adding.take_gifts(self)
        self._set_heights()
        self.lay_out(body, buttons)

    def _fill(self, name: str = "") -> None:
        """Show the colleagues as the plan has them now, with this one chosen."""
        at = max(self._list.currentRow(), 0)
        self._list.clear()
        self._list.addItems(
            [screen_dashes(self._line(colleague)) for colleague in self._colleagues]
        )
        names = [colleague.name for colleague in self._colleagues]
        row = names.index(name) if name in names else min(at, len(names) - 1)
        self._list.setCurrentRow(row)
        self._list.setVisible(bool(names))
        self._remove.setVisible(bool(names))
        self._show_both()
        self.fit()

    def _set_heights(self) -> None:
        """Give the fields the height of some lines of the text."""
        self._list.ensurePolished()
        self._list.setFixedHeight(ROWS * self._list.fontMetrics().lineSpacing())
        self._adding.field.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._set_heights()  # only now the text has the size that it is shown in
        super().showEvent(event)

    def _line(self, colleague: Colleague) -> str:
        cards = [card_line(card, self._session.display) for card in colleague.assignments]
        return f"{colleague.name}: {'; '.join(cards)}"

    def _show_both(self) -> None:
        """Say when the chosen colleague and oneself are both off next."""
        row = self._list.currentRow()
        if row < 0:
            self._both.setText(NOBODY)
            return
        colleague = self._colleagues[row]
        today, mine = self._session.today, self._store.schedule
        last = min(today + AHEAD, LAST_DATE)
        runs = common_days_off([mine, colleague_schedule(mine, colleague)], today, last)
        coming = sorted(runs, key=lambda run: run.first)[:SHOWN]
        named = listed([span_brief(run.first, run.last) for run in coming])
        self._both.setText(
            f"Both off next: {named}." if named else "You are never both off in the next 12 weeks."
        )

    def _grow(self) -> None:
        """What was understood of a card is to be seen, also where there is no room for all."""
        self.fit()
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._adding.said))

    def _take_away(self) -> None:
        row = self._list.currentRow()
        if row < 0:
            return
        name = self._colleagues[row].name
        after = remove_colleague(self._store.plan, name, self._store.moment())
        self._store.change(f"removing the card of {name}", after)
        self._fill()

    def _show_added(self, name: str) -> None:
        self._fill(name)
        self._list.setFocus()
