"""A name that is typed, or taken from a few that are likely."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from heartplanner.ui.fields.plain_fields import TextField
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.flow_layout import flow

MOST = 6
"""How many names have buttons: the likeliest."""


class NameField(TextField):
    """Any name may be typed. `offered`: a row with the likely ones as buttons, hidden without any."""

    def __init__(self, hint: str, changed: Callable[[], None]) -> None:
        super().__init__("", hint, changed)
        self._about: QLabel = label("small")
        self._about.setWordWrap(False)
        self._buttons = [self._button() for _ in range(MOST)]
        self.offered: QWidget = flow([self._about, *self._buttons])
        self.offered.hide()

    def offer(self, names: Sequence[str], about: str) -> None:
        """Offer these names; `about` is what they could do."""
        self._about.setText(about)
        for n, button in enumerate(self._buttons):
            name = names[n] if n < len(names) else ""
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(f"{about} {name}")
            button.setVisible(bool(name))
        self.offered.setVisible(bool(names))

    def _button(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("quiet")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.setText(button.text().replace("&&", "&")))
        return button
