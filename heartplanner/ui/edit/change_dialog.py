"""Entering a change: its fields, and what it does, said before it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from heartplanner.core.edits.edits import with_change
from heartplanner.core.explain.change_effects import effects
from heartplanner.core.plan.change import ChangeDetail
from heartplanner.core.plan.model import PlanError
from heartplanner.core.schedule.schedule import Schedule
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.typed import override
from heartplanner.ui.edit.change_form import ChangeForm
from heartplanner.ui.edit.change_kinds import ChangeKind
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.widgets.cards import label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 62
PREVIEW_HEIGHT = 120
TYPING = "Press Enter to see what this changes."


class Asked(NamedTuple):
    """What a change is asked for: the plan with its days, the days chosen, and how times are written.

    `today`: what a date that is typed without a year is counted from.
    """

    schedule: Schedule
    span: tuple[date, date]
    display: DisplayFormat
    today: date


class ChangeDialog(ScrollDialog):
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
        super().__init__(parent, kind.title, LETTERS)
        self._before, self._moment = asked.schedule, moment
        self._preview = _preview_label()
        self._make: Callable[[], ChangeDetail] | None = None
        self.after: Schedule | None = None
        form = ChangeForm(asked.schedule, asked.span, asked.display, asked.today, self._show)
        self._form = form.rows
        self._build()
        self._make = kind.fill(form)
        self._fields = self.findChildren(TypedField)
        for field in self._fields:
            field.textEdited.connect(self._await)
        if form.start_at is not None:
            form.start_at.setFocus()
        self._show()
        self._accept.setDefault(form.ready)

    def what(self) -> ChangeDetail:
        """The change as the fields have it now. Raises PlanError where they say none."""
        assert self._make is not None
        return self._make()

    @override
    def accept(self) -> None:
        """Accept what was said; what is typed and not taken over yet is said first."""
        if all(field.apply() for field in self._fields if field.isEnabled()) and self.after:
            super().accept()

    def _build(self) -> None:
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._accept.setAutoDefault(False)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        column.addLayout(self._form)
        column.addWidget(self._preview, 1)
        self.lay_out(body, buttons)

    def _show(self, *_: object) -> None:
        """A field changed: say what the change does; or why it cannot be, and then it cannot be entered."""
        if self._make is None:  # the fields are not all there yet
            return
        self.after = None
        wrong = [field for field in self._fields if field.isEnabled() and not field.right]
        self._say([] if wrong else self._effects())
        self._accept.setEnabled(self.after is not None)
        self._accept.setDefault(True)

    def _await(self) -> None:
        """While one types: what was said before may be so no more, and a click on Save takes it over."""
        wrong = any(field.isEnabled() and not field.right for field in self._fields)
        self._say([] if wrong else [TYPING])
        self._accept.setEnabled(not wrong)

    def _effects(self) -> list[str]:
        """What the change does to the plan, which is `after` then; or what is wrong with it."""
        try:
            what = self.what()
            after = with_change(self._before.plan, what, self._moment())
        except PlanError as error:
            return [str(error)]
        self.after = after
        return [effect.text for effect in effects(self._before, after, what)]

    def _say(self, lines: list[str]) -> None:
        """Show these lines in full: the dialog grows with them."""
        self._preview.setText("\n".join(map(_sentence, lines)))
        self.fit()


def _preview_label() -> QLabel:
    preview = label()
    preview.setMinimumHeight(PREVIEW_HEIGHT)
    preview.setAlignment(Qt.AlignmentFlag.AlignTop)
    return preview


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
