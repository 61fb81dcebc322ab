"""What a person does on the page On my phone, with the pointer, and how many clicks that takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Swap
from heartplanner.ui.phone.page.phone_card import PhoneCard
from heartplanner.ui.phone.page.phone_view import PhoneView
from heartplanner.ui.phone.page.publish_services import OTHER
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.phone_button import PhoneButton

SWAP = Swap(date(2025, 9, 16), date(2025, 9, 22), colleague="Lee")


class PhoneHands:
    """Clicks are counted; what is typed is none."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.clicks = 0

    @property
    def view(self) -> PhoneView:
        view = self.window._views.currentWidget()
        assert isinstance(view, PhoneView)
        return view

    @property
    def card(self) -> str:
        """What the card says that says what the phone has."""
        (card,) = self.window.findChildren(PhoneCard)
        labels = [part for part in card.findChildren(QLabel) if part.isVisible() and part.text()]
        return "\n".join(part.text() for part in labels)

    def header(self) -> None:
        """Press the header's button."""
        (button,) = self.window.findChildren(PhoneButton)
        self._click(button)

    def click(self, words: str) -> None:
        """Press the button of these words on the page, or the card of a way or a phone."""
        (button,) = [
            each
            for each in self.view.findChildren(QAbstractButton)
            if each.text() == words and each.isVisible()
        ]
        if isinstance(button, QRadioButton):
            self.view._scroll.ensureWidgetVisible(button)
        self._click(button)

    def shown(self, words: str) -> bool:
        """Whether a button of these words is there."""
        buttons = self.view.findChildren(QAbstractButton)
        return any(each.text() == words and each.isVisible() for each in buttons)

    def _click(self, button: QWidget) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        place = button.rect().center()
        if isinstance(button, QRadioButton):
            place.setX(10)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        self.clicks += 1

    def type_account(self, url: str, user: str, password: str) -> None:
        account = self.view._ways.account
        account.service.put(OTHER)
        account.server.setText(url)
        account.user.setText(user)
        account.password.setText(password)

    def swap(self) -> None:
        """Enter a swap; from here on clicks are counted."""
        store = self.window.session.store
        self.clicks = 0
        store.change("swap", add_change(store.plan, SWAP, store.moment()))

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.card, timeout=20_000)


def answer_places(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answer each question where to save with this path; gives the titles that were asked with."""
    asked: list[str] = []

    def answer(_parent: QWidget, title: str, *_: object) -> tuple[str, str]:
        asked.append(title)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked
