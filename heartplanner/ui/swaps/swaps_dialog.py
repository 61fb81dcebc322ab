"""The book of swaps: with whom, what was given and taken, how it stands, and what is owed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from heartplanner.core.edits.swaps import agree_swap, remove_swap, settle_swap
from heartplanner.core.explain.pending_text import NAMELESS
from heartplanner.core.people.cover_text import card_text
from heartplanner.core.people.swap_book import BookedSwap, SwapState, is_open, swap_book
from heartplanner.core.people.swap_text import (
    NO_SWAPS,
    book_row,
    owed_lines,
)
from heartplanner.core.plan.model import Plan, PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import sentence_case
from heartplanner.store import TAKE_BACK
from heartplanner.ui.session import Session
from heartplanner.ui.swaps.swaps_table import SwapsTable
from heartplanner.ui.widgets.announce import announce
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

TITLE = "Swaps"
LETTERS = 96
PURPOSE = "What is only asked yet is neither in your calendar nor on your phone."
EMPTY = f"{NO_SWAPS} Press New swap, and choose there whether it is agreed or only asked yet."
SETTLE, UNSETTLE = "Settle", "Not settled"
Role = QDialogButtonBox.ButtonRole
SwapEdit = Callable[[Plan, BookedSwap], Plan | Schedule]


class SwapsDialog(ScrollDialog):
    """Lists the swaps and changes how they stand. `swap_wanted`: a new one is to be entered."""

    swap_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, TITLE, LETTERS)
        self._session, self._store = session, session.store
        self._swaps: tuple[BookedSwap, ...] = ()
        self._table, self._owed = SwapsTable(), label("loud")
        self._said = label()
        self._agree, self._settle = QPushButton("Agree"), QPushButton(SETTLE)
        self._take_back = QPushButton("Take back")
        self._row = flow([self._agree, self._settle, self._take_back])
        self._build()
        self._table.itemSelectionChanged.connect(self._show_chosen)
        self._agree.clicked.connect(self._agree_chosen)
        self._settle.clicked.connect(self._settle_chosen)
        self._take_back.clicked.connect(self._take_chosen_back)
        self._fill()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(9)
        for widget in (label("muted", PURPOSE), self._owed, self._table, self._said, self._row):
            column.addWidget(widget)
        column.addStretch(1)
        for button in (self._agree, self._settle, self._take_back):
            button.setAutoDefault(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        new = buttons.addButton("New swap...", Role.ActionRole)
        for button in (new, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        new.clicked.connect(self._begin_new)
        buttons.rejected.connect(self.reject)
        self.lay_out(body, buttons)

    def _begin_new(self) -> None:
        self.accept()
        self.swap_wanted.emit()

    @property
    def _chosen(self) -> BookedSwap | None:
        row = self._table.currentRow()
        return self._swaps[row] if 0 <= row < len(self._swaps) else None

    def _fill(self, number: int = 0) -> None:
        """Show the book as it is now, with the swap of this number chosen, or the first."""
        today = self._session.today
        book = swap_book(self._store.schedule, today)
        at = max(self._table.currentRow(), 0)
        self._swaps = book.swaps
        self._table.show_rows([book_row(one, today) for one in book.swaps])
        numbers = [one.id for one in book.swaps]
        row = numbers.index(number) if number in numbers else min(at, len(numbers) - 1)
        for part in (self._table, self._row, self._said):
            part.setVisible(bool(numbers))
        self._owed.setText("\n".join(owed_lines(book)) if numbers else EMPTY)
        self._table.setCurrentCell(row, 0)
        self._show_chosen()
        (self._table if numbers else self).setFocus()
        self.fit()

    def _show_chosen(self) -> None:
        """What can be done to the chosen swap, and what there is to know of it."""
        chosen = self._chosen
        if chosen is None:
            return
        pending = is_open(chosen)
        self._agree.setVisible(pending and self._may_agree(chosen))
        self._settle.setVisible(not pending)
        self._settle.setText(UNSETTLE if chosen.swap.settled else SETTLE)
        session, asked = self._session, chosen.state is SwapState.ASKED
        self._say(card_text(session.schedule, chosen.swap, session.display).text if asked else "")

    def _may_agree(self, chosen: BookedSwap) -> bool:
        """Whether the swap fits the days as they are; its line says why it does not."""
        try:
            agree_swap(self._store.plan, chosen.id, self._store.moment())
        except PlanError:
            return False
        return True

    def _say(self, text: str) -> None:
        self._said.setText(text)

    def _agree_chosen(self) -> None:
        self._edit("agreed swap", lambda plan, one: agree_swap(plan, one.id, self._store.moment()))

    def _settle_chosen(self) -> None:
        settled = self._chosen is not None and not self._chosen.swap.settled
        name = "settled swap" if settled else "swap that is not settled"
        self._edit(name, lambda plan, one: settle_swap(plan, one.id, settled=settled))

    def _take_chosen_back(self) -> None:
        self._edit(
            f"{TAKE_BACK}swap", lambda plan, one: remove_swap(plan, one.id, self._store.moment())
        )

    def _edit(self, name: str, edit: SwapEdit) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        try:
            after = edit(self._store.plan, chosen)
        except PlanError as error:
            self._say(f"{sentence_case(str(error))}.")
            announce(self, self._said.text())
            return
        self._store.change(f"{name} with {chosen.name or NAMELESS}", after)
        self._fill(chosen.id)
