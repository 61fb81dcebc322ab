"""A comparison on show: the strips above the differences, and beside them what follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from heartplanner.core.compare.choice import TakeOverChoice, first_choice
from heartplanner.core.compare.comparison import Comparison
from heartplanner.core.compare.comparison_text import silent_words, summary
from heartplanner.core.compare.strip import strip
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.explain.change_effects import effects_on
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import span
from heartplanner.typed import override
from heartplanner.ui.compare.comparison_cards import EffectsCard, RotationCard, SwapCard
from heartplanner.ui.compare.difference_table import DifferenceTable
from heartplanner.ui.compare.strip_picture import StripPicture
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import Card, column, label
from heartplanner.ui.widgets.warnings import Warnings

WIDE = 940
"""From this width on, at the usual size of text, the cards stand beside the table."""
CARDS = 304
ANY_WIDTH = 16777215
"""What Qt takes for no limit."""
HINT = (
    "Only ticked days are taken over. Space ticks or unticks a day, Enter chooses what it becomes."
)


class ComparisonPane(QWidget):
    """Shows a comparison and keeps what is chosen of it; `moment` gives that of the edit.

    `choice_changed`: other days are to be taken over; `rotation_changed`: the date from which on the
    rotation is another.
    """

    choice_changed = Signal()
    rotation_changed = Signal(object)

    def __init__(self, session: Session, moment: Callable[[], datetime]) -> None:
        super().__init__()
        self._schedule, self._moment, self._scale = session.schedule, moment, session.scale
        self._comparison = Comparison((), (), (), ())
        self.choice = first_choice({})
        self._strips = StripPicture(session.theme, session.scale)
        self._named, self._summary = label("muted"), label("what")
        self._silent = label("muted")
        self._table = DifferenceTable(session.display)
        self._warning = Warnings()
        self._warning.set_looks(session.theme, session.scale)
        self._differences = Card("Differences", self._warning, label("muted", HINT), self._table)
        self._effects, self._swaps = EffectsCard(session.theme, session.scale), SwapCard()
        self._rotation = RotationCard(session.today)
        self._cards = column(self._swaps, self._effects, self._rotation)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._table.taken.connect(lambda day, on: self._choose(self.choice.with_taken(day, on=on)))
        self._table.way_chosen.connect(self._choose_way)
        self._swaps.swap_chosen.connect(self._choose_swap)
        self._rotation.rotation_changed.connect(self.rotation_changed)

    def show_comparison(self, comparison: Comparison, name: str) -> None:
        """Show a comparison with the roster of this name; at first all of it is to be taken over."""
        self._comparison = comparison
        silent = [day for date in comparison.silent for day in self._schedule.days(date, date)]
        self._summary.setText(summary(comparison))
        days = comparison.days
        dates = span(days[0].date, days[-1].date) if days else "No day compared"
        self._named.setText(f"{dates}, from {name}")
        self._strips.show_days(strip(comparison, silent), summary(comparison))
        self._silent.setText(silent_words(comparison))
        self._silent.setVisible(bool(comparison.silent))
        differ = bool(comparison.differences)
        self._differences.setVisible(differ)
        self._cards.setVisible(differ)
        self._rotation.show_first(comparison.differences[0].date if differ else None)
        self._choose(first_choice(ways(self._schedule, comparison)))

    def focus_first(self) -> None:
        """Put the keys on the table."""
        self._table.setFocus()

    @property
    def after(self) -> Schedule:
        """The schedule with what is chosen taken over. Raises PlanError."""
        return take_over(self._schedule.plan, self.choice.taken_over, self._moment())

    def _choose_way(self, day: date, kind: TakeOverKind) -> None:
        self._choose(self.choice.with_way(day, kind))

    def _choose_swap(self, swap: TakeOver) -> None:
        """The keys go to the table: the button that was pressed is not there any more."""
        self._table.setFocus()
        self._choose_way(swap.dates[0], swap.kind)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in a field only leaves the field."""
        if event.key() == Qt.Key.Key_Escape and not self._table.hasFocus():
            self._table.setFocus()
        else:
            super().keyPressEvent(event)

    def _choose(self, choice: TakeOverChoice) -> None:
        self.choice = choice
        self._table.show_days(self._comparison.differences, choice)
        swaps = [way for way in choice.taken_over if way.kind is TakeOverKind.SWAP]
        self._swaps.show_swaps(_open_swaps(choice), swaps)
        spans = [(day, day) for day in sorted(choice.taken)]
        try:
            effects = effects_on(self._schedule, self.after, spans) if spans else []
            self._effects.show_effects(len(spans), effects)
        except PlanError as error:
            self._effects.show_error(str(error))
        self._show_warning()
        self.choice_changed.emit()

    def _build(self) -> None:
        left = column(Card("", self._named, self._summary, self._strips, self._silent))
        layout = left.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(1, self._differences)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(12)
        self._body.addWidget(left, 1)
        self._body.addWidget(self._cards)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE * self._scale
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self._cards.setMinimumWidth(round(CARDS * self._scale) if wide else 0)
        self._cards.setMaximumWidth(round(CARDS * self._scale) if wide else ANY_WIDTH)
        self._show_warning()

    def _show_warning(self) -> None:
        """Where the cards stand below the table, what to take care of is said above it."""
        below = self._body.direction() is QBoxLayout.Direction.TopToBottom
        self._warning.say([self._effects.warning] if below and self._effects.warning else [])


def _open_swaps(choice: TakeOverChoice) -> list[TakeOver]:
    """Pairs of days that look like one swap, and are not chosen as one yet."""
    offered = dict.fromkeys(way for found in choice.ways.values() for way in found)
    return [
        way
        for way in offered
        if way.kind is TakeOverKind.SWAP
        and choice.chosen[way.dates[0]] != way
        and choice.taken.issuperset(way.dates)
    ]
