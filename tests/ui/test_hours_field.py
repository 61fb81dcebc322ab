"""The field for the hours of a shift, and the views that have one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import assign
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Assignment, Plan
from heartplanner.core.words.display_format import DEFAULT_FORMAT
from heartplanner.style.theme import light
from heartplanner.ui.cycle.cycle_cards import FieldsCard, RuleMark
from heartplanner.ui.cycle.cycle_view import CycleView
from heartplanner.ui.fields.hours_field import HoursField
from heartplanner.ui.first_steps.first_steps import FirstSteps
from heartplanner.ui.first_steps.hours_page import HoursPage
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

NIGHT = Hours(time(19), time(7))
Open = Callable[..., MainWindow]


def type_time(qtbot: QtBot, field: HoursField, begin: str = "", end: str = "") -> None:
    for each, text in ((field.begin, begin), (field.end, end)):
        if text:
            each.setText(text)
            qtbot.keyClick(each, Qt.Key.Key_Return)


def length(field: HoursField) -> str:
    return next(each.text() for each in field.findChildren(QLabel) if " h" in each.text())


def test_the_field_says_how_long_it_is_and_that_it_ends_the_next_day(qtbot: QtBot) -> None:
    field = HoursField(NIGHT, DEFAULT_FORMAT)
    qtbot.addWidget(field)
    assert length(field) == "12 h, ends on the next day"
    type_time(qtbot, field, "8", "16")
    assert field.value() == Hours(time(20), time(16))
    type_time(qtbot, field, "noon", "midnight")
    assert (field.value(), length(field)) == (Hours(time(12), time(0)), "12 h")
    type_time(qtbot, field, "25:00")
    assert field.wrong == "There is no time 25:00. " + (
        "Type a time like 9:30 pm, 21:30, noon or midnight."
    )
    field.revert()
    assert (field.wrong, field.value()) == ("", Hours(time(12), time(0)))


@pytest.fixture
def page(open_window: Open) -> HoursPage:
    window = open_window()
    window.first_steps()
    QApplication.processEvents()
    steps = window.findChildren(FirstSteps)[0]
    next(
        each
        for each in steps.findChildren(QPushButton)
        if each.isVisible() and each.text() == "Next"
    ).click()
    (page,) = window.findChildren(HoursPage)
    assert page.isVisible()
    return page


def first(page: HoursPage) -> Assignment:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.session.plan.assignments[0]


def card(page: HoursPage, title: str) -> QRadioButton:
    return next(each for each in page.findChildren(QRadioButton) if each.text() == title)


def test_the_second_step_takes_other_hours(qtbot: QtBot, page: HoursPage) -> None:
    card(page, "Other hours").click()
    assert first(page).shift_hours == NIGHT
    (field,) = page.findChildren(HoursField)
    type_time(qtbot, field, "8 pm", "8 am")
    assert first(page).shift_hours == Hours(time(20), time(8))
    assert page.answer == ("8 pm-8 am", "8 pm-8 am")
    card(page, "Noon-midnight").click()
    assert (first(page).band, first(page).shift_hours) == (Band.EVENING, None)
    type_time(qtbot, field, "9 pm")  # a time that is typed is an answer, too
    assert first(page).shift_hours == Hours(time(21), time(8))
    assert card(page, "Other hours").isChecked()


def test_hours_without_a_length_are_refused_on_the_page(qtbot: QtBot, page: HoursPage) -> None:
    card(page, "Other hours").click()
    (field,) = page.findChildren(HoursField)
    type_time(qtbot, field, end="7 pm")
    said = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert (
        "A shift cannot begin and end at 7 pm: it would have no length, and 24 hours are not possible."
        in said
    )
    assert first(page).shift_hours == NIGHT


@pytest.fixture
def view(qtbot: QtBot, example: Plan) -> CycleView:
    view = CycleView(light(), date(2025, 9, 11))
    view.show_plan(example)
    view.resize(960, 1100)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def test_the_rotation_can_have_other_hours(qtbot: QtBot, view: CycleView, example: Plan) -> None:
    (fields,) = view.findChildren(FieldsCard)
    assert not fields.own.isVisible()
    fields.band.put("other")
    assert fields.own.isVisible()
    type_time(qtbot, fields.own, "8 pm", "8 am")
    with qtbot.waitSignal(view.assignment_made) as made:
        fields.use.click()
    assert made.args is not None
    assert made.args[0].shift_hours == Hours(time(20), time(8))
    night = assign(example, made.args[0], example.history[-1].at)
    view.show_plan(night)
    fields.band.put("day")
    assert not fields.own.isVisible()
    assert view.findChildren(FieldsCard)[0].use.isEnabled()


def test_hours_of_ones_own_are_no_alarm_among_the_rules(view: CycleView) -> None:
    (fields,) = view.findChildren(FieldsCard)
    fields.band.put("other")
    marks = view.findChildren(RuleMark)
    crimson = light().accent.rgb()
    shown = [mark.grab().toImage() for mark in marks]
    assert all(
        image.pixel(x, y) != crimson
        for image in shown
        for x in range(image.width())
        for y in range(image.height())
    )
    texts = [each.text() for each in view.findChildren(QLabel)]
    assert any(
        each.startswith("Your shift hours: differs. Your shifts are 7 pm–7 am;") for each in texts
    )
