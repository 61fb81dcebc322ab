"""Two parts beside each other where there is width for both, else one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from heartplanner.typed import override
from heartplanner.ui.widgets.cards import ANY_WIDTH
from heartplanner.ui.widgets.scroll_areas import FieldScroll

GAP = 12
Policy = QSizePolicy.Policy


class BesideCards(QWidget):
    """A table and the cards about it. Beside it they scroll by themselves; below it the whole dialog does.

    `wide`: from this width on they stand beside it; `cards`: their width there; both already scaled.
    """

    def __init__(self, wide: int, cards: int) -> None:
        super().__init__()
        self._wide, self._cards_width = wide, cards
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self._cards, self._side = QWidget(), FieldScroll()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)

    def lay_out(self, left: list[QWidget], cards: QWidget) -> None:
        """Put the parts of the table, of which the last takes the room, and the cards into their places."""
        for part in left:
            self._column.addWidget(part)
        self._column.setStretch(len(left) - 1, 1)
        self._cards = cards
        cards.setObjectName("scrolled")
        self._side.setWidget(cards)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(GAP)
        self._body.addLayout(self._column, 1)
        self._body.addWidget(self._side)

    @property
    def is_beside(self) -> bool:
        """Whether the cards stand beside the table now."""
        return self._body.direction() is QBoxLayout.Direction.LeftToRight

    def show_top(self) -> None:
        """Show the cards from the first on: what is in hand stands there."""
        self.fit_cards()
        self._side.verticalScrollBar().setValue(0)

    def fit_cards(self) -> None:
        """Below the table the cards are never cut: they take all the height that they ask for."""
        layout = self._cards.layout()
        assert layout is not None
        layout.activate()
        wanted = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        tall = 0 if self.is_beside else wanted
        self._side.setMinimumHeight(tall)
        self._side.setSizePolicy(
            Policy.Preferred, Policy.Ignored if self.is_beside else Policy.Minimum
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._wide
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._side.setMinimumWidth(self._cards_width if wide else 0)
        self._side.setMaximumWidth(self._cards_width if wide else ANY_WIDTH)
        self.fit_cards()
