"""A line near a typed field: it says what the field has to say, else something of its own."""

from __future__ import annotations

from heartplanner.ui.fields.typed_field import SaidLine
from heartplanner.ui.widgets.elided_label import ElidedLabel


class FieldLine(ElidedLabel):
    """In place of the field's own `said`, and always as high: nothing below it moves when it speaks."""

    def __init__(self, said: SaidLine) -> None:
        super().__init__()
        self._said, self._hint = said, ""
        said.changed.connect(self._show)

    def set_hint(self, text: str) -> None:
        """What is said while the field says nothing."""
        self._hint = text
        self._show()

    def _show(self) -> None:
        self.setText(self._said.text() or self._hint)
