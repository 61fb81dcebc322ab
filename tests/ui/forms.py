"""The forms beside the calendar, opened and read as a person does."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from heartplanner.ui.edit.change_card import ChangeCard
from heartplanner.ui.messages.status_line import StatusLine
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_table import YearTable

Kind = TypeVar("Kind", bound=QWidget)


def form(window: MainWindow) -> ChangeCard:
    """The form that is open."""
    card = window.user_actions.days.entry.card
    assert card is not None
    return card


def opened(window: MainWindow, kind: str, first: date, last: date | None = None) -> ChangeCard:
    """The form of a kind of change, opened on the days from first to last."""
    window.session.choose(first)
    if last is not None:
        window.session.choose(last, extend=True)
    window.user_actions.days.enter(kind)
    QApplication.processEvents()
    return form(window)


def is_open(window: MainWindow) -> bool:
    return window.user_actions.days.entry.card is not None


def field(card: ChangeCard, name: str, kind: type[Kind]) -> Kind:
    """The field below the label of this name."""
    labels = [label for label in card.findChildren(QLabel) if label.text() == name]
    (found,) = [label.buddy() for label in labels if label.buddy()]
    assert isinstance(found, kind)
    return found


def said(card: ChangeCard) -> str:
    """All that stands in the form."""
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def warnings(card: ChangeCard) -> str:
    """What stands in the orange field; empty if it is not there."""
    labels = [label for label in card.findChildren(QLabel) if label.objectName() == "warned"]
    return "\n".join(label.text() for label in labels if label.isVisible())


def foot(window: MainWindow) -> str:
    """What the line at the window's foot says, where no message stands before it."""
    return window.findChildren(StatusLine)[0].text()


def save_button(card: ChangeCard) -> QPushButton:
    (button,) = [b for b in card.findChildren(QPushButton) if b.objectName() == "primary"]
    return button


def day_rect(table: YearTable, day: date) -> QRect:
    """Where a day stands in the viewport of its month in the year."""
    return table.visualRect(table.model().index_of(day))
