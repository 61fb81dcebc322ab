"""Entering a change: its fields, and what it does, said before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from heartplanner.core.edits.edits import with_change
from heartplanner.core.explain.change_effects import effects
from heartplanner.core.plan.change import ChangeDetail
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.ui.edit.change_form import ChangeForm
from heartplanner.ui.edit.change_kinds import ChangeKind
from heartplanner.ui.widgets.date_field import NO_DATE, DateField
from heartplanner.ui.widgets.message_boxes import plain

WIDTH = 460
PREVIEW_HEIGHT = 120


class Asked(NamedTuple):
    """What a change is asked for: the plan with its days, the days chosen, and how times are written."""

    schedule: Schedule
    span: tuple[date, date]
    display: DisplayFormat


class ChangeDialog(QDialog):
    """Asks for one kind of change on the days chosen. `moment` gives that of the edit.

    `what` is the change as it stands, `after` the plan with it: made for the preview, and handed on.
    """

    def __init__(
        self,
        kind: ChangeKind,
        asked: Asked,
        moment: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._moment = asked.schedule, moment
        self._preview = _preview_label()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("Enter it", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._accept.setObjectName("primary")
        plain(self._buttons.buttons())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setWindowTitle(kind.title)
        self.setMinimumWidth(WIDTH)
        self._make: Callable[[], ChangeDetail] | None = None
        self.after: Schedule | None = None
        form = ChangeForm(asked.schedule, asked.span, asked.display, self._show)
        self._form = form.rows
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addWidget(self._preview, 1)
        layout.addWidget(self._buttons)
        self._make = kind.fill(form)
        if form.start_at is not None:
            form.start_at.setFocus()
        self._show()

    def what(self) -> ChangeDetail:
        """The change as the fields have it now."""
        assert self._make is not None
        return self._make()

    def _show(self, *_: object) -> None:
        """A field changed: say what the change does; or why it cannot be, and then it cannot be entered."""
        if self._make is None:  # the fields are not all there yet
            return
        self.after = None
        if not all(each.right for each in self.findChildren(DateField) if each.isEnabled()):
            self._say([NO_DATE])
        else:
            self._say(self._effects(self.what()))
        self._accept.setEnabled(self.after is not None)

    def _effects(self, what: ChangeDetail) -> list[str]:
        """What the change does to the plan, which is `after` then; or what is wrong with it."""
        try:
            after = with_change(self._before.plan, what, self._moment())
        except PlanError as error:
            return [str(error)]
        self.after = after
        return [effect.text for effect in effects(self._before, after, what)]

    def _say(self, lines: list[str]) -> None:
        """Show these lines in full: the dialog grows with them."""
        self._preview.setText("\n".join(map(_sentence, lines)))
        wanted = self.heightForWidth(self.width())
        if wanted > self.height():
            self.resize(self.width(), wanted)


def _preview_label() -> QLabel:
    found = QLabel()
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setWordWrap(True)
    found.setMinimumHeight(PREVIEW_HEIGHT)
    found.setAlignment(Qt.AlignmentFlag.AlignTop)
    return found


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
