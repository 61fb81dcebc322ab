"""Appointments in the window: entered, changed on one day or on all, taken back, each one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from forms import field, form, is_open, opened, said, save_button, warnings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.ui.edit import list_choice
from heartplanner.ui.edit.change_card import ChangeCard
from heartplanner.ui.fields.date_field import DateField, OptionalDateField
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.fields.weekday_field import WeekdayField
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.selected_card import SelectedCard
from heartplanner.ui.phone.phone_text import known_text, off_phone
from heartplanner.ui.widgets.warnings import Warnings
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
TUESDAY, SECOND = date(2025, 9, 9), date(2025, 9, 23)
"""The example works on September 9, and has September 23 free."""


def appointment(window: MainWindow, first: date, last: date | None = None) -> ChangeCard:
    window.session.choose(first)
    if last is not None:
        window.session.choose(last, extend=True)
    window.user_actions.days.enter_appointment()
    QApplication.processEvents()
    return form(window)


def tick(card: ChangeCard, words: str) -> None:
    (box,) = [box for box in card.findChildren(QCheckBox) if box.text() == words]
    box.setChecked(True)


def therapy(window: MainWindow) -> None:
    """Each second Tuesday, 5 pm-6 pm."""
    card = appointment(window, TUESDAY)
    field(card, "What", TextField).setText("Therapy")
    field(card, "Repeats", ChoiceField).put("2")
    card.save()


def entries(window: MainWindow) -> list[OwnEntry]:
    return list(window.session.store.plan.entries)


def spoken(window: MainWindow, day: date) -> str:
    model = window.findChildren(MonthTable)[0].model()
    return str(model.data(model.index_of(day), Qt.ItemDataRole.AccessibleTextRole))


def panel(window: MainWindow) -> str:
    """What asks for care on the day chosen."""
    (card,) = window.findChildren(SelectedCard)
    QApplication.processEvents()
    labels = card.findChildren(Warnings)[0].findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.text())


def test_therapy_each_second_tuesday(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    qtbot.keyClick(window.findChildren(MonthTable)[0], Qt.Key.Key_P)
    card = form(window)
    assert card.kind.title == "Appointment"
    card.left.emit()
    card = appointment(window, TUESDAY)
    assert "Type what it is." in said(card)
    assert not save_button(card).isEnabled()
    field(card, "What", TextField).setText("Therapy")
    assert field(card, "Begins", TimeField).value() == time(17)
    field(card, "Repeats", ChoiceField).put("2")
    assert field(card, "On", WeekdayField).value() == (1,)
    assert not field(card, "To", DateField).isEnabled()
    # The month shows it before it is saved.
    assert "Therapy, 5 pm-6 pm" in spoken(window, SECOND)
    assert "Not saved yet." in spoken(window, SECOND)
    assert entries(window) == []
    tick(card, "On my phone too")
    card.save()
    (entry,) = entries(window)
    assert entry == OwnEntry(
        1,
        "Therapy",
        TUESDAY,
        TUESDAY,
        Hours(time(17), time(18)),
        WeeklyRepeat(2, (1,)),
        on_phone=True,
        stamp=entry.stamp,
    )
    assert not is_open(window)
    assert "Therapy" in spoken(window, SECOND)
    assert "Therapy" not in spoken(window, date(2025, 9, 16))
    assert window.session.store.undo_name.startswith("Therapy, every second Tuesday")
    window.session.store.undo()
    assert entries(window) == []
    assert "Therapy" not in spoken(window, SECOND)


def test_what_it_is_during_comes_first_and_stands_in_the_days_panel(open_window: Open) -> None:
    window = open_window()
    card = appointment(window, date(2025, 9, 12))
    field(card, "What", TextField).setText("Dentist")
    shown = "Fri, Sep 12: Dentist, 5 pm-6 pm, is during your day shift 9-9."
    assert warnings(card).replace("\u2013", "-") == shown
    # Another beginning keeps the length; after the shift nothing is in the way.
    start = field(card, "Begins", TimeField)
    start.setText("9 pm")
    start.apply()
    assert field(card, "Ends", TimeField).value() == time(22)
    assert warnings(card) == ""
    assert "It is during none of your shifts." in said(card)
    start.setText("3 pm")
    start.apply()
    card.save()
    assert (
        panel(window).replace("\u2013", "-") == "Dentist, 3 pm-4 pm, is during your day shift 9-9."
    )


def test_a_trip_of_three_days_has_no_time(open_window: Open) -> None:
    window = open_window()
    card = appointment(window, date(2025, 9, 26), date(2025, 9, 28))
    field(card, "What", TextField).setText("Trip")
    assert field(card, "Time", ChoiceField).value() == "day"
    assert not field(card, "Begins", TimeField).isEnabled()
    card.save()
    (entry,) = entries(window)
    assert (entry.first, entry.last, entry.hours) == (date(2025, 9, 26), date(2025, 9, 28), None)
    assert "Trip, day 2 of 3" in spoken(window, date(2025, 9, 27))


def test_one_day_alone_is_changed(open_window: Open) -> None:
    window = open_window()
    therapy(window)
    window.session.choose(SECOND)
    window.user_actions.days.change_appointment()
    card = form(window)
    assert "Nothing is different yet." in said(card)
    field(card, "Change", ChoiceField).put("one")
    assert field(card, "From", DateField).value() == SECOND
    assert not field(card, "Repeats", ChoiceField).isEnabled()
    start = field(card, "Begins", TimeField)
    start.setText("7 pm")
    start.apply()
    card.save()
    series, alone = entries(window)
    assert series.skipped == (SECOND,)
    assert (alone.first, alone.hours, alone.repeat) == (SECOND, Hours(time(19), time(20)), None)
    window.session.store.undo()  # one step
    assert len(entries(window)) == 1
    assert entries(window)[0].skipped == ()


def test_all_its_days_are_changed(open_window: Open) -> None:
    window = open_window()
    therapy(window)
    window.session.choose(SECOND)
    window.user_actions.days.change_appointment()
    card = form(window)
    until = field(card, "Until, if it ends", OptionalDateField)
    until.setText("October 7, 2025")
    until.apply()
    thursday = field(card, "On", WeekdayField).findChildren(QPushButton)[3]
    thursday.click()
    # A click on another day leaves what is there alone.
    window.session.choose(date(2025, 9, 30))
    card.save()
    (entry,) = entries(window)
    assert entry.repeat == WeeklyRepeat(2, (1, 3), date(2025, 10, 7))
    assert entry.first == TUESDAY
    thursday = date(2025, 9, 25)
    assert entry.lies_on(thursday)


def test_one_day_is_left_out_where_one_changes_the_others(open_window: Open) -> None:
    window = open_window()
    therapy(window)
    window.session.choose(SECOND)
    window.user_actions.days.change_appointment()
    card = form(window)
    choice = field(card, "Change", ChoiceField)
    field(card, "What", TextField).setText("")  # what stands in the fields says nothing of that
    choice.put("none")
    assert not field(card, "What", TextField).isEnabled()
    assert "not on September 23, 2025" in said(card)
    assert "Therapy" not in spoken(window, SECOND)
    assert "Not saved yet." in spoken(window, SECOND)
    choice.put("all")
    assert field(card, "What", TextField).isEnabled()
    assert "Type what it is." in said(card)
    choice.put("none")
    card.save()
    (entry,) = entries(window)
    assert (entry.title, entry.skipped) == ("Therapy", (SECOND,))
    assert window.session.store.undo_name == "Therapy on Tue, Sep 23 left out"
    window.session.store.undo()
    assert entries(window)[0].skipped == ()


def test_it_is_taken_back_on_one_day_or_on_all(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    therapy(window)
    offered: list[list[str]] = []
    picked = iter([0, 1])

    def choose(_parent: object, _title: str, titles: list[str], *_more: object) -> int:
        offered.append(titles)
        return next(picked)

    monkeypatch.setattr(list_choice, "choose", choose)
    window.session.choose(SECOND)
    window.user_actions.days.remove()
    assert offered == [
        [
            "Therapy, Tue, Sep 23, this day only",
            "Therapy, every second Tuesday from September 9, 2025, 5 pm-6 pm, all its days",
        ]
    ]
    assert entries(window)[0].skipped == (SECOND,)
    window.session.choose(TUESDAY)
    window.user_actions.days.remove()
    assert entries(window) == []
    window.session.store.undo()
    window.session.store.undo()
    assert entries(window)[0].skipped == ()


def test_another_form_gives_way(open_window: Open) -> None:
    window = open_window()
    opened(window, "note", TUESDAY)
    card = appointment(window, TUESDAY)
    assert form(window) is card
    window.user_actions.days.enter_appointment()  # a key pressed twice
    assert form(window) is card


def test_what_stays_off_the_phone_is_said_beside_save_and_where_the_calendar_goes_there(
    open_window: Open,
) -> None:
    window = open_window()
    card = appointment(window, SECOND)
    field(card, "What", TextField).setText("Therapy")
    off = "It stays off your phone and paper until you tick that above."
    assert off in said(card)
    # The boxes are in sight as the form opens: they stand under its name.
    QApplication.processEvents()
    boxes = [box for box in card.findChildren(QCheckBox) if box.text() == "On my phone too"]
    assert boxes[0].visibleRegion().boundingRect() == boxes[0].rect()
    tick(card, "On paper too")
    assert "It stays off your phone until you tick that above." in said(card)
    card.save()
    export = window.user_actions.phone.exports.export()
    why = 'Your appointment Therapy stays off your phone: "On my phone too" is not ticked in it.'
    assert off_phone(export) == [why]
    assert known_text(export, window.session.today, None).endswith(why)
    window.session.choose(SECOND)
    window.user_actions.days.change_appointment()
    tick(form(window), "On my phone too")
    assert "stays off" not in said(form(window))
    form(window).save()
    assert off_phone(window.user_actions.phone.exports.export()) == []
