"""What is out of date elsewhere is said until it is done or dismissed, over a restart too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.calendar.export_options import PHONE, default_options
from heartplanner.core.edits.edits import add_change
from heartplanner.core.plan.change import Absence, AbsenceKind
from heartplanner.document import Document
from heartplanner.files.calendar.ledger import save_options
from heartplanner.store import Store
from heartplanner.ui.messages import stale_reminder
from heartplanner.ui.phone.kept_files import Looked
from heartplanner.ui.phone.phone_memory import PhoneWay
from heartplanner.ui.settings import Settings, System
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
SOON = 20
"""Milliseconds after which a reminder comes here."""
STALE = "Your phone doesn't have 1 change yet."
UNOPENED = "HEART.ics is saved; open it on your phone."


@pytest.fixture(autouse=True)
def remind_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reminder comes as soon as the event loop allows: how long a person has is not the question here."""
    monkeypatch.setattr(stale_reminder, "AFTER", SOON)


@pytest.fixture
def stale(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> MainWindow:
    """A window whose phone has the calendar of before a day of leave, in a view with no panel beside it."""
    window = open_window()
    window.session.show_view(View.FINDER)
    path = str(own_folder / "HEART.ics")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    store = window.session.store
    # A quarter of a year rather than a whole one: what is reminded of is the same.
    save_options(store.path, PHONE, default_options(PHONE)._replace(months=3))
    window.user_actions.phone.files.save()
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 16))
    store.change("leave", add_change(store.plan, leave, store.plan.history[0].at))
    qtbot.waitUntil(lambda: window.message_bar.text() == STALE)
    return window


def start_again(
    qtbot: QtBot, window: MainWindow, folder: Path, moment: datetime | None = None
) -> MainWindow:
    """Close a window, and open another on what the files have, at once or at a moment."""
    now = (lambda: moment) if moment else window.session.now
    window.close()
    store = Store(Document.load(window.session.store.path), clock=now)
    again = MainWindow(
        store, Settings(folder / "window.ini"), now, System(dark=False, hours24=False)
    )
    qtbot.addWidget(again)
    again.show()
    return again


def press(window: MainWindow, words: str) -> None:
    (button,) = [
        each for each in window.message_bar.findChildren(QPushButton) if each.text() == words
    ]
    button.click()


def test_a_reminder_comes_back_at_the_next_start(
    qtbot: QtBot, stale: MainWindow, own_folder: Path
) -> None:
    again = start_again(qtbot, stale, own_folder)
    qtbot.waitUntil(lambda: again.message_bar.text() == STALE)


def test_what_was_dismissed_is_not_said_again_until_it_is_other(
    qtbot: QtBot, stale: MainWindow, own_folder: Path
) -> None:
    press(stale, "Close")
    again = start_again(qtbot, stale, own_folder)
    qtbot.wait(5 * SOON)
    assert again.message_bar.text() == ""
    store = again.session.store
    sick = Absence(AbsenceKind.SICK, date(2025, 9, 17), date(2025, 9, 17))
    store.change("sick", add_change(store.plan, sick, store.plan.history[-1].at))
    qtbot.waitUntil(
        lambda: (
            again.message_bar.text() not in ("", STALE) and "Your phone" in again.message_bar.text()
        )
    )


def test_an_answer_that_is_called_off_leaves_the_reminder(
    qtbot: QtBot, stale: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = stale.user_actions.phone
    phone.memory.keep_choice(phone.memory.choice._replace(way=PhoneWay.FILE))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    press(stale, "Put it on my phone")
    assert stale.message_bar.text() == ""
    qtbot.waitUntil(lambda: stale.message_bar.text() == STALE)


def test_it_is_gone_once_it_is_done(qtbot: QtBot, stale: MainWindow) -> None:
    stale.user_actions.phone.files.save()
    qtbot.waitUntil(lambda: stale.message_bar.text() == UNOPENED)
    press(stale, "It is on my phone")
    qtbot.waitUntil(lambda: stale.message_bar.text() == "")


def test_trouble_with_a_kept_file_is_withdrawn_once_it_is_over(stale: MainWindow) -> None:
    files, bar = stale.user_actions.phone.kept, stale.message_bar
    files._take(Looked(["A kept calendar file is not up to date: its folder is not there."]))
    assert "not up to date" in bar.text()
    files._take(Looked([]))
    assert "not up to date" not in bar.text()


def test_a_file_that_nobody_opened_is_reminded_of_after_a_restart(
    qtbot: QtBot, stale: MainWindow, own_folder: Path
) -> None:
    stale.user_actions.phone.files.save()
    again = start_again(qtbot, stale, own_folder)
    qtbot.waitUntil(lambda: again.message_bar.text() == UNOPENED)
    again.user_actions.phone.files.arrived()
    qtbot.waitUntil(lambda: again.message_bar.text() == "")


def test_it_waits_while_something_else_is_said(
    qtbot: QtBot, stale: MainWindow, own_folder: Path
) -> None:
    again = start_again(qtbot, stale, own_folder)
    again.message_bar.say("Not saved: the disk is full.")
    qtbot.wait(5 * SOON)
    assert again.message_bar.text() == "Not saved: the disk is full."
    press(again, "Close")
    qtbot.waitUntil(lambda: again.message_bar.text() == STALE)


def test_reopening_on_the_same_day_brings_back_view_month_and_days(
    qtbot: QtBot, stale: MainWindow, own_folder: Path
) -> None:
    stale.session.show_view(View.YEAR)
    stale.session.choose(date(2025, 12, 24))
    stale.session.choose(date(2025, 12, 22), extend=True)
    again = start_again(qtbot, stale, own_folder)
    assert again.session.view is View.YEAR
    assert again.session.month == (2025, 12)
    assert again.session.span == (date(2025, 12, 22), date(2025, 12, 24))
    again.session.choose(date(2025, 12, 23), extend=True)  # the end that moved before still does
    assert again.session.span == (date(2025, 12, 23), date(2025, 12, 24))


@pytest.mark.parametrize("chosen", [date(2025, 9, 11), date(2025, 12, 24)])
def test_a_new_day_begins_with_today_in_the_view_of_before(
    qtbot: QtBot, stale: MainWindow, own_folder: Path, chosen: date
) -> None:
    """Whoever looked at December yesterday and opens the calendar before a shift asks for today."""
    stale.session.show_view(View.YEAR)
    stale.session.choose(chosen)
    tomorrow = stale.session.now() + timedelta(days=1)
    again = start_again(qtbot, stale, own_folder, tomorrow)
    assert again.session.view is View.YEAR
    assert again.session.month == (2025, 9)
    assert again.session.span == (date(2025, 9, 12), date(2025, 9, 12))


def test_what_was_on_show_is_today_where_the_settings_are_damaged(
    open_window: Open, own_folder: Path
) -> None:
    window, file = open_window(), own_folder / "window.ini"
    window.session.choose(date(2025, 12, 24))
    window.close()
    assert Settings(file).shown(date(2025, 9, 11)) is not None
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    for key in ("month on show", "first day on show", "day on show"):
        whole = kept.value(key)
        assert whole
        for text in ("", "yesterday", "2031-01-01"):
            kept.setValue(key, text)
            kept.sync()
            shown = Settings(file).shown(date(2025, 9, 11))
            assert shown is None or (key, text) == ("month on show", "2031-01-01"), (key, text)
        kept.setValue(key, whole)
