"""The bar of messages: what it says whole, and the room that its text has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.ui.messages.message_bar import MessageBar

SHORT = "Reprint December 2026."


def whole(bar: MessageBar) -> QPushButton:
    return next(button for button in bar.stops() if button.text() == "Read all")


def test_a_text_that_fits_offers_no_whole_of_it_though_another_was_there_before(
    qtbot: QtBot,
) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(300, 44)
    bar.show()
    bar.say(SHORT, ("Try again", lambda: None), ("Take its version", lambda: None))
    QApplication.processEvents()
    assert not whole(bar).isHidden()
    bar.say(SHORT, ("Use it...", lambda: None))
    assert whole(bar).isHidden()
    assert [button.text() for button in bar.stops()] == ["Read all", "Use it...", "Close"]


def test_all_of_a_notice_is_read_with_the_line_before_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(200, 44)
    bar.say(SHORT)
    bar.set_before("Saved: swap, you give Friday, December 11, 2026 and take Thursday (with Lee)")
    said: list[str] = []
    monkeypatch.setattr(
        "heartplanner.ui.messages.message_bar.say", lambda _bar, _title, text: said.append(text)
    )
    whole(bar).click()
    assert said == [
        f"Saved: swap, you give Friday, December 11, 2026 and take Thursday (with Lee).\n{SHORT}"
    ]


def test_a_click_counts_though_the_same_is_said_again_meanwhile(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(460, 44)
    bar.show()
    done: list[str] = []
    bar.say(SHORT, ("Use it...", lambda: done.append("before")))
    use = bar.stops()[1]
    qtbot.mousePress(use, Qt.MouseButton.LeftButton)
    bar.say(SHORT, ("Use it...", lambda: done.append("now")))
    qtbot.mouseRelease(use, Qt.MouseButton.LeftButton)
    assert done == ["now"]
    assert bar.text() == ""
