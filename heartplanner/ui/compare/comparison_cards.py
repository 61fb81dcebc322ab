"""Beside the differences: what taking them over does, what looks like a swap, another rotation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from heartplanner.core.compare.comparison_text import swap_words
from heartplanner.core.compare.take_over import TakeOver
from heartplanner.core.explain.changes.change_effects import Effect, Severity
from heartplanner.core.words.english import sentence_case
from heartplanner.style.theme import Theme
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.plain_fields import with_said
from heartplanner.ui.widgets.cards import Card, label
from heartplanner.ui.widgets.flow_layout import flow
from heartplanner.ui.widgets.warnings import Warnings

SWAP = "It looks like a swap"
COUNTED = "Both days count as one swap. It is saved when you take it over."
APART = "They count as two changes, and both are saved when you take them over."
ONE_SWAP, TWO_CHANGES = "Count them as one swap", "Count them as two changes"


class EffectsCard(Card):
    """What follows if the checked days are taken over: what to take care of first."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__("What follows")
        self._warning, self._facts = Warnings(), label()
        self._warning.set_looks(theme, scale)
        self.add(self._warning)
        self.add(self._facts)

    @property
    def warning(self) -> str:
        """What to take care of, or why the days cannot be taken over; "" where there is nothing."""
        return self._warning.texts()

    def show_effects(self, count: int, effects: Sequence[Effect]) -> None:
        """Show what taking over so many days does."""
        self.setVisible(bool(count))
        self.set_heading(f"If you take over {'this day' if count == 1 else f'these {count} days'}")
        loud = [effect.text for effect in effects if effect.severity is Severity.WARNING]
        facts = [effect.text for effect in effects if effect.severity is Severity.INFO]
        self._warning.say(loud)
        self._facts.setText("\n".join(map(sentence_case, facts)))

    def show_error(self, text: str) -> None:
        """Show why the checked days cannot be taken over."""
        self.show()
        self._warning.say([text])
        self._facts.clear()


class SwapCard(Card):
    """Pairs of days that look like swaps.

    `swap_chosen`: a TakeOver, which is to count as one swap; `apart_chosen`: one that is to be two changes.
    """

    swap_chosen = Signal(object)
    apart_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(SWAP)
        self._swap: TakeOver | None = None
        self._counts = False
        self._said, self._done = label(), label("muted", COUNTED)
        self._take = QPushButton(ONE_SWAP)
        self._take.clicked.connect(self._tell)
        self.add(self._said)
        self.add(self._done)
        self.add(flow([self._take]))

    def show_swaps(self, swaps: Sequence[TakeOver], counted: Sequence[TakeOver]) -> None:
        """Show the first of those that look like swaps; then those that are `counted` as swaps already.

        The card stays while there is one of either, so that nothing below it moves as one is chosen.
        """
        self._swap = next(iter((*swaps, *counted)), None)
        self._counts = not swaps
        self.setVisible(self._swap is not None)
        self.set_heading("One swap" if self._counts else SWAP)
        self._done.setText(COUNTED if self._counts else APART)
        self._take.setText(TWO_CHANGES if self._counts else ONE_SWAP)
        if self._swap is not None:
            self._said.setText(swap_words(self._swap))

    def _tell(self) -> None:
        chosen = self.apart_chosen if self._counts else self.swap_chosen
        chosen.emit(self._swap)


class RotationChangeCard(Card):
    """Where the days are no changes: `rotation_changed`: the date from which on the rotation is another."""

    rotation_changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__("If your rotation itself has changed")
        self._field = DateField(today, today)
        self._field.setAccessibleName("My rotation changed on")
        self._find = QPushButton("Find my new rotation")
        self._find.clicked.connect(self._tell)
        self._field.entered.connect(self._tell)
        self.add(
            label(
                "",
                "Your new rotation is then looked for from this date on, by the roster's days:",
            )
        )
        holder = QWidget()
        holder.setLayout(with_said(self._field))
        self.add(holder)
        self.add(flow([self._find]))

    def show_first(self, day: date | None) -> None:
        """Offer the first day that differs."""
        self.setVisible(day is not None)
        if day is not None:
            self._field.put(day)

    def _tell(self) -> None:
        if self._field.apply():
            self.rotation_changed.emit(self._field.value())
