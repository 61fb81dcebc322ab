"""A comparison on show: the strips above the differences, and beside them what follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heartplanner.core.compare.choice import (
    TakeOverChoice,
    first_choice,
    next_choice,
    without_taken,
)
from heartplanner.core.compare.comparison import Comparison
from heartplanner.core.compare.comparison_text import silent_words, summary
from heartplanner.core.compare.strip import strip
from heartplanner.core.compare.take_over import TakeOver, TakeOverKind, take_over
from heartplanner.core.compare.ways import ways
from heartplanner.core.explain.changes.change_effects import effects_on
from heartplanner.core.plan.model import PlanError
from heartplanner.core.roster.review import Review
from heartplanner.core.roster.roster import only_hours
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.english import span
from heartplanner.typed import override
from heartplanner.ui.compare.compared_rows import compared_rows
from heartplanner.ui.compare.comparison_cards import EffectsCard, RotationChangeCard, SwapCard
from heartplanner.ui.compare.difference_table import DifferenceTable
from heartplanner.ui.compare.strip_picture import StripPicture
from heartplanner.ui.review.beside import BesideCards
from heartplanner.ui.review.lines_card import LinesCard
from heartplanner.ui.review.review_pane import usual_hours
from heartplanner.ui.review.review_rows import Filter, counts
from heartplanner.ui.session import Session
from heartplanner.ui.widgets.cards import Card, column, label
from heartplanner.ui.widgets.warnings import Warnings

WIDE, CARDS = 940, 304
"""In pixels at the usual size of text: from which width on the cards stand beside the table, and theirs."""
TALL = 340
"""Where so much height is left below it, at the usual size of text, the days are drawn above the table."""
HINT = (
    "Only ticked days are taken over. Space ticks or unticks a day, Enter chooses what it becomes."
)


class ComparisonPane(BesideCards):
    """Shows a comparison and keeps what is chosen of it; `moment` gives that of the edit.

    `choice_changed`: other days are to be taken over; `rotation_changed`: the date from which on the
    rotation is another. The `lines` tell what a person makes of them.
    """

    choice_changed = Signal()
    rotation_changed = Signal(object)

    def __init__(self, session: Session, moment: Callable[[], datetime]) -> None:
        super().__init__(round(WIDE * session.scale), round(CARDS * session.scale))
        self._schedule, self._moment, self._scale = session.schedule, moment, session.scale
        self._display, self._usual = session.display, usual_hours(session)
        self._comparison = Comparison((), (), (), ())
        self.choice, self._unsettled = first_choice({}), False
        self._strips = StripPicture(session.theme, session.scale)
        self._named, self._summary = label("muted"), label("what")
        self._silent = label("muted")
        self._table = DifferenceTable(session.display)
        self._warning = Warnings()
        self._warning.set_looks(session.theme, session.scale)
        self._differences = QWidget()
        self.lines = LinesCard(session, self._usual, self._differences)
        self._effects, self._swaps = EffectsCard(session.theme, session.scale), SwapCard()
        self._rotation = RotationChangeCard(session.today)
        self._of_swaps, self._of_rotation = column(self._swaps), column(self._rotation)
        self._build()
        self._table.taken.connect(lambda day, on: self._choose(self.choice.with_taken(day, on=on)))
        self._table.way_chosen.connect(self._choose_way)
        self._swaps.swap_chosen.connect(self._choose_swap)
        self._swaps.apart_chosen.connect(self._choose_apart)
        self._rotation.rotation_changed.connect(self.rotation_changed)
        self.lines.filter_chosen.connect(self._show_cards)
        self.lines.row_marked.connect(self.show_top)

    def show_comparison(self, review: Review, comparison: Comparison, name: str) -> None:
        """Show a comparison with the roster of this name, and what was chosen of it before."""
        self._comparison = comparison
        days = comparison.days
        told = {day.date for day in days}
        whole = self._schedule.days(days[0].date, days[-1].date) if days else ()
        rest = [day for day in whole if day.date not in told]
        self._summary.setText(summary(comparison))
        dates = span(days[0].date, days[-1].date) if days else "No day compared"
        self._named.setText(f"{dates}, from {name}")
        self._strips.show_days(strip(comparison, rest), summary(comparison))
        self._silent.setText(silent_words(comparison))
        differ = bool(comparison.differences)
        self._rotation.show_first(comparison.differences[0].date if differ else None)
        self._choose(self._next_choice(comparison))
        self.lines.reading.show_usual(only_hours(review.used) or self._usual)
        rows = compared_rows(review, comparison, self._display)
        self.lines.show_rows(rows, {})
        self._fit_strips()
        if self.lines.filter is Filter.UNCLEAR and not counts(rows)[Filter.UNCLEAR]:
            # All is answered: what is taken over now, and what to take care of, comes to the front.
            self.show_first()
            self.lines.focus_first()

    def _next_choice(self, comparison: Comparison) -> TakeOverChoice:
        """All that is usual, but for what a person unticked; nothing, while a line may be about any day."""
        choice = next_choice(self.choice, ways(self._schedule, comparison), comparison.own)
        was, self._unsettled = self._unsettled, bool(comparison.unsettled)
        # All is clear now: what was unticked only because something was open is ticked again.
        if was and not self._unsettled:
            return choice._replace(taken=first_choice(choice.ways, comparison.own).taken)
        return without_taken(choice) if self._unsettled and not was else choice

    def begin(self) -> None:
        """Forget what was chosen: another roster is compared."""
        self.choice, self._unsettled = first_choice({}), False

    def show_first(self) -> None:
        """Show what there is to decide: what differs, else what was not understood, else all."""
        unclear = any(not line.aside for line in self._comparison.unread)
        rest = Filter.UNCLEAR if unclear else Filter.ALL
        differing = self._comparison.differences and not self._unsettled
        self.lines.choose(Filter.DIFFERING if differing else rest)

    def _show_cards(self) -> None:
        """Beside the differences stands what follows from them, beside the lines the one in hand."""
        differing = self.lines.filter is Filter.DIFFERING
        for part in (self._of_swaps, self._of_rotation):
            part.setVisible(differing)
        # What to take care of is in sight wherever the days can be taken over.
        self._effects.setVisible(bool(self.choice.taken and (differing or self._effects.warning)))
        self.show_top()

    @property
    def after(self) -> Schedule:
        """The schedule with what is chosen taken over. Raises PlanError."""
        return take_over(self._schedule.plan, self.choice.taken_over, self._moment())

    def _choose_way(self, day: date, kind: TakeOverKind) -> None:
        self._choose(self.choice.with_way(day, kind))

    def _choose_swap(self, swap: TakeOver) -> None:
        self._choose_way(swap.dates[0], swap.kind)

    def _choose_apart(self, swap: TakeOver) -> None:
        """Each of its days becomes what it is by itself."""
        first = swap.dates[0]
        alone = next(way for way in self.choice.ways[first] if len(way.dates) == 1)
        self._choose_way(first, alone.kind)

    def _choose(self, choice: TakeOverChoice) -> None:
        self.choice = choice
        self._table.show_days(self._comparison.differences, choice)
        swaps = [way for way in choice.taken_over if way.kind is TakeOverKind.SWAP]
        self._swaps.show_swaps(_open_swaps(choice), swaps)
        # Day by day, since days between those that are taken over stay as they are.
        spans = [(day, day) for day in sorted(choice.taken)]
        try:
            effects = effects_on(self._schedule, self.after, spans) if spans else []
            self._effects.show_effects(len(spans), effects)
        except PlanError as error:
            self._effects.show_error(str(error))
        self._show_warning()
        self._show_cards()
        self.choice_changed.emit()

    def _build(self) -> None:
        inside = QVBoxLayout(self._differences)
        inside.setContentsMargins(0, 0, 7, 0)
        for part in (self._warning, label("muted", HINT)):
            inside.addWidget(part)
        inside.addWidget(self._table, 1)
        self._differences.setFocusProxy(self._table)
        self._top = Card("", self._named, self._summary, self._strips, self._silent)
        self.lay_out(
            [self._top, self.lines],
            column(self.lines.reading, self._of_swaps, self._effects, self._of_rotation),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_warning()
        self._fit_strips()

    def _fit_strips(self) -> None:
        """The picture of the days is shown where the table keeps enough room below it."""
        left = self.height() - self._strips.heightForWidth(self._top.width())
        roomy = self.is_beside and left >= TALL * self._scale
        self._strips.setVisible(roomy and bool(self._comparison.days))
        left_out = self._comparison.silent or self._comparison.open_days
        self._silent.setVisible(roomy and bool(left_out))

    def _show_warning(self) -> None:
        """Where the cards stand below the table, what to take care of is said above it."""
        loud = not self.is_beside and self._effects.warning
        self._warning.say([self._effects.warning] if loud else [])


def _open_swaps(choice: TakeOverChoice) -> list[TakeOver]:
    """Pairs of days that look like one swap, and are not chosen as one yet."""
    # Both days of a swap offer it: it is named once, in the order of the days.
    offered = dict.fromkeys(way for found in choice.ways.values() for way in found)
    return [
        way
        for way in offered
        if way.kind is TakeOverKind.SWAP
        and choice.chosen[way.dates[0]] != way
        and choice.taken.issuperset(way.dates)
    ]
