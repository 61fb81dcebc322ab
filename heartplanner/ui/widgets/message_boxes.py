"""Boxes that say or ask one thing, in plain text, and the question where to write a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from heartplanner.ui.widgets.cards import column, label
from heartplanner.ui.widgets.scroll_dialog import ScrollDialog

LETTERS = 68
Role = QDialogButtonBox.ButtonRole
Standard = QDialogButtonBox.StandardButton


class MessageBox(ScrollDialog):
    """Says a text. Other buttons than its own may be added to `buttons` before it is shown.

    `details`: what is technical about it, behind a button.
    """

    def __init__(self, parent: QWidget | None, title: str, text: str, details: str = "") -> None:
        super().__init__(parent, title, LETTERS)
        self._text, self._details = label("", text), label("details", details)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        if details:
            more = self.buttons.addButton("Details", Role.HelpRole)
            more.setCheckable(True)
            more.setAutoDefault(False)
            more.toggled.connect(self._show_details)

    def text(self) -> str:
        return self._text.text()

    def ready(self) -> MessageBox:
        """The box, laid out with the buttons that it has by now."""
        self.lay_out(column(self._text, self._details), self.buttons)
        return self

    def _show_details(self, shown: bool) -> None:
        self._details.setVisible(shown)
        self.fit()


class QuestionBox(MessageBox):
    """Verbs to agree with, and the safe answer, which Enter and Escape give.

    `verb`: the one that was agreed with; empty for the safe answer.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        verbs: Sequence[str],
        refusal: str,
        details: str = "",
    ) -> None:
        super().__init__(parent, title, text, details)
        self.verb = ""
        for verb in verbs:
            button = self.buttons.addButton(verb, Role.AcceptRole)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._agree, verb))
        safe = self.buttons.addButton(refusal, Role.RejectRole)
        safe.setDefault(True)
        self.ready()
        safe.setFocus()

    def _agree(self, verb: str, _checked: bool = False) -> None:
        self.verb = verb


def say(parent: QWidget, title: str, text: str) -> None:
    """Say something without holding up the program."""
    box = MessageBox(parent, title, text)
    box.buttons.addButton(Standard.Close)
    box.ready().open()


def say_saved(parent: QWidget, title: str, text: str, path: Path) -> None:
    """Say that a file was saved, and offer to open it or to show it in its folder."""
    box = MessageBox(parent, title, text)
    add_file_buttons(box.buttons, path)
    box.buttons.addButton(Standard.Close)
    box.ready().open()


def add_file_buttons(buttons: QDialogButtonBox, path: Path) -> None:
    """Buttons that open a saved file with the system's program for it, or show its folder."""
    for words, place in (("Open it", path), ("Show in folder", path.parent)):
        button = buttons.addButton(words, Role.ActionRole)
        button.setAutoDefault(False)
        # Bound here and now, or both buttons would open what the loop ended with.
        button.clicked.connect(
            lambda _=False, place=place: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
        )


def agreed(
    parent: QWidget | None, title: str, text: str, verb: str, refusal: str = "Cancel"
) -> bool:
    """Whether a question is answered with its verb; the refusal is the safe answer."""
    return QuestionBox(parent, title, text, (verb,), refusal).run()


def chosen(
    parent: QWidget, title: str, text: str, verbs: Sequence[str], refusal: str = "Cancel"
) -> str:
    """Which of several verbs a question is answered with; "" for the refusal."""
    question = QuestionBox(parent, title, text, verbs, refusal)
    question.run()
    return question.verb


def ask_path(
    parent: QWidget,
    title: str,
    name: str,
    kinds: str,
    *suffixes: str,
    is_asked: Callable[[Path], bool] = Path.exists,
) -> Path | None:
    """Where to write a file of this kind; None if nowhere.

    `suffixes`: what its name may end with; the first is added to one that ends otherwise.
    `is_asked`: whether a person is asked before this file is replaced. The system's dialog does not ask: it
    would do so for files that are there to be renewed, and take Enter for a no.
    """
    unasked = QFileDialog.Option.DontConfirmOverwrite
    place = str(Path.home() / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, place, kinds, "", unasked)
    if not chosen:
        return None
    path = Path(chosen)
    # What stands behind the last point of HEART 11.24.2026 is no suffix.
    full = path if path.suffix.lower() in suffixes else path.with_name(path.name + suffixes[0])
    if not is_asked(full):
        return full
    question = f"There is already a file {full.name}. Replace it with the new one?"
    return full if agreed(parent, "Replace the file?", question, "Replace", "Keep") else None
