"""A line near a typed field: it says what the field has to say, else something of its own."""

from __future__ import annotations

from heartplanner.ui.fields.typed_field import FeedbackLine
from heartplanner.ui.widgets.elided_label import ElidedLabel


class FieldLine(ElidedLabel):
    """In place of the field's own `feedback`, and always as high: nothing below it moves when it speaks."""

    def __init__(self, feedback: FeedbackLine) -> None:
        super().__init__()
        self._feedback, self._hint = feedback, ""
        feedback.changed.connect(self._show)

    def set_hint(self, text: str) -> None:
        """What is said while the field says nothing."""
        self._hint = text
        self._show()

    def _show(self) -> None:
        self.setText(self._feedback.text() or self._hint)
