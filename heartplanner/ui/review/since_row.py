"""From which day on a rotation that was found is used: asked where its days begin later than the search."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFormLayout, QWidget

from heartplanner.core.explain.rosters.use_text import since_words
from heartplanner.core.finder.use_start import rotation_start, usual_start
from heartplanner.core.plan.model import Plan, Rotation, Search
from heartplanner.ui.fields.plain_fields import ChoiceField, add_row
from heartplanner.ui.widgets.cards import keep_place

FROM_FIRST, FROM_START = "first", "start"


class SinceRow(QWidget):
    """A choice in words, hidden while there is nothing to ask."""

    def __init__(self) -> None:
        super().__init__()
        self._first: date | None = None
        self._start: date | None = None
        self._since = ChoiceField(())
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        add_row(form, "Use the rotation", self._since)
        self.hide()

    def keep_room(self, *, kept: bool) -> None:
        """Whether its room stays while it is hidden: what stands above is not to move once it is shown."""
        keep_place(self, kept=kept)

    def offer(
        self, plan: Plan, first: date | None, search: Search, rotation: Rotation | None
    ) -> None:
        """Ask whether from `first` on, or from when on the days then are worked so already.

        Nothing is asked where `first` is None: the search begins there.
        What was answered before stays; else the days before are kept where they are the person's own.
        """
        self._first, self._start = first, rotation_start(plan, first, search)
        self.setVisible(first is not None)
        if first is None:
            return
        before = self._since.value() if self._since.count() else ""
        from_first = usual_start(plan, first, search, rotation) == first
        usual = FROM_FIRST if from_first else FROM_START
        self._since.clear()
        choices = {self._start or search.start: FROM_START, first: FROM_FIRST}
        for start, value in sorted(choices.items(), reverse=True):
            later = next((a.start for a in plan.assignments if a.start > start), None)
            self._since.addItem(since_words(start, later, stays=start > plan.start), value)
        self._since.put(before or usual)

    @property
    def first(self) -> date | None:
        """From which date on the rotation is used; None: from the search's start on."""
        from_first = self._since.count() and self._since.value() == FROM_FIRST
        return self._first if from_first else self._start
