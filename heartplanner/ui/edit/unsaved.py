"""What a form holds that is not saved yet."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from heartplanner.core.words.english import whole_sentence
from heartplanner.ui.edit.forms.change_outcome import Outcome


def contents(form: QWidget) -> list[object]:
    """What stands in the fields of a form, half typed or not: two that are alike hold the same."""
    texts: list[object] = [line.text() for line in form.findChildren(QLineEdit)]
    choices = [choice.currentIndex() for choice in form.findChildren(QComboBox)]
    ticks = [button.isChecked() for button in form.findChildren(QAbstractButton)]
    return [*texts, *choices, *ticks]


def unsaved_text(title: str, outcome: Outcome) -> str:
    """What of a form is not saved yet, and why it cannot be where that is so."""
    if outcome.after is not None:
        return f"This is not saved yet: {outcome.name}."
    why = whole_sentence(outcome.wrong) or outcome.missing
    return f"The form {title} is not saved yet, and not complete. {why}".strip()
