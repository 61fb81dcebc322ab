"""Fields that are typed into: whatever the keys, they end in a value or an error shown, and apply late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSpinBox, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import heartplanner
from heartplanner.core.words.display_format import DisplayFormat
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import light
from heartplanner.ui.fields.date_field import DateField, OptionalDateField
from heartplanner.ui.fields.leave_hours_field import LeaveHoursField
from heartplanner.ui.fields.plain_fields import ChoiceField, NumberField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.fields.typed_field import TypedField
from heartplanner.ui.first_steps.first_day_page import StartDateField
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import tries

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]

TODAY = date(2026, 11, 27)
KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Home,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
TEXTS = (
    "7/24",
    "July 24",
    "2/30",
    "1/5/",
    "Sat, Aug 2, 2025",
    "11pm",
    "23",
    "9:30a",
    "noon",
    "25:00",
    "",
    "4.62 h",
    "1/30",
)
Step = tuple[str, Any]

steps = st.lists(
    st.one_of(
        st.tuples(st.just("key"), st.sampled_from(KEYS + ENDS)),
        st.tuples(st.just("type"), st.text("0123456789/:-apmJulyNovSatn ", max_size=8)),
        st.tuples(st.just("paste"), st.sampled_from(TEXTS)),
    ),
    max_size=10,
)


class Bench(QWidget):
    """A field between two others, so that Tab leaves it."""

    def __init__(self, field: TypedField[Any]) -> None:
        super().__init__()
        self.field, self.told = field, 0
        field.applied.connect(self._count)
        column = QVBoxLayout(self)
        for each in (QLineEdit(), field, field.feedback, QLineEdit()):
            column.addWidget(each)

    def _count(self) -> None:
        self.told += 1

    def do(self, step: Step) -> None:
        do(self.field, step)


def do(field: TypedField[Any], step: Step) -> None:
    kind, what = step
    if kind == "key":
        QTest.keyClick(field, what)
    elif kind == "type":
        QTest.keyClicks(field, what)
    else:
        QGuiApplication.clipboard().setText(what)
        field.selectAll()
        field.paste()


def bench(qtbot: QtBot, field: TypedField[Any]) -> Bench:
    found = Bench(field)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    assert QTest.qWaitForWindowActive(found)
    return found


FIELDS: dict[str, Callable[[], TypedField[Any]]] = {
    "date": lambda: DateField(TODAY, TODAY),
    "time on a 12-hour clock": lambda: TimeField(time(21), DisplayFormat()),
    "time on a 24-hour clock": lambda: TimeField(time(21), DisplayFormat(hours24=True)),
    "date that may be left empty": lambda: OptionalDateField(None, TODAY, TODAY),
    "first day": lambda: StartDateField(TODAY, TODAY, lambda: None),
    "hours of leave": lambda: LeaveHoursField(Fraction(80), "no limit"),
}


@pytest.mark.usefixtures("qtbot")
def test_every_kind_of_field_is_tried() -> None:
    """Qt's own fields for dates and times apply what is half typed: no field is one of them."""
    kinds = [type(make()) for make in FIELDS.values()]
    fields = {DateField, TimeField, OptionalDateField, StartDateField, LeaveHoursField}
    assert fields == set(kinds)
    assert known_kinds(TypedField) <= set(kinds)
    sources = Path(heartplanner.__file__).parent.rglob("*.py")
    assert not [
        each for each in sources if "TimeEdit" in (text := each.read_text()) or "DateEdit" in text
    ]


def known_kinds(kind: type) -> set[type]:
    """The kinds of field that the program has."""
    return {each for below in kind.__subclasses__() for each in (below, *known_kinds(below))}


def taken(field: TypedField[Any]) -> object:
    """What the field has taken over."""
    return field.day() if isinstance(field, OptionalDateField) else field.value()


@pytest.mark.parametrize("name", FIELDS)
@given(steps)
@settings(
    max_examples=tries(24, 40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_keys_end_in_the_value_or_an_error(qtbot: QtBot, name: str, done: list[Step]) -> None:
    found = bench(qtbot, FIELDS[name]())
    field = found.field
    for step in done:
        field.setFocus()
        value, told = taken(field), found.told
        found.do(step)
        if step[0] != "key" or step[1] not in ENDS:
            assert (taken(field), found.told) == (value, told), "applied between two keys"
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown = field.text()
    if field.property("wrong"):
        assert field.feedback.text()
        assert not field.right
    else:
        assert field.feedback.text() == ""
        assert shown == field._written(field.value())
    found.close()


def in_view(window: MainWindow, view: View) -> list[TypedField[Any]]:
    window.session.show_view(view)
    shown = window.findChildren(QStackedWidget)[0].currentWidget()
    assert shown is not None
    return shown.findChildren(TypedField)


def test_the_fields_of_the_views_are_of_the_kinds_that_are_tried(open_window: Open) -> None:
    """A field of another kind, or in another view, would have to be tried as well."""
    window = open_window()
    kinds = {
        view: [type(each) for each in in_view(window, view)]
        for view in View
        if in_view(window, view)
    }
    assert kinds == {
        View.CYCLE: [DateField, TimeField, TimeField, TimeField],
        View.FINDER: [DateField],
    }


@pytest.mark.parametrize(
    ("view", "number"), [*((View.CYCLE, number) for number in range(4)), (View.FINDER, 0)]
)
def test_any_keys_in_a_views_field_end_in_the_value_or_an_error(
    open_window: Open, view: View, number: int
) -> None:
    window = open_window()
    field = in_view(window, view)[number]

    @given(steps)
    @settings(max_examples=tries(15, 25), deadline=None)
    def fumble(done: list[Step]) -> None:
        for step in done:
            field.setFocus()
            before = window.session.plan, field.value()
            do(field, step)
            if step[0] != "key" or step[1] not in ENDS:
                assert (window.session.plan, field.value()) == before, "applied between two keys"
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        if field.property("wrong"):
            assert field.feedback.text()
        else:
            assert field.text() == field._written(field.value())
        field.revert()

    fumble()


def test_what_a_date_is_taken_for_is_said_while_one_types(qtbot: QtBot) -> None:
    found = bench(qtbot, DateField(TODAY, TODAY))
    field = found.field
    field.select()
    qtbot.keyClicks(field, "July 24")
    assert field.feedback.text() == "Saturday, July 24, 2027"
    assert field.value() == TODAY
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == date(2027, 7, 24)
    assert (field.text(), field.feedback.text()) == ("Sat, Jul 24, 2027", "")


def test_a_wrong_date_is_said_below_and_marked_until_it_is_right(qtbot: QtBot) -> None:
    found = bench(qtbot, DateField(TODAY, TODAY))
    field = found.field
    field.select()
    qtbot.keyClicks(field, "Sep 31")
    assert not field.property("wrong")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.property("wrong")
    assert field.feedback.text() == "September has no day 31."
    field.select()
    qtbot.keyClicks(field, "Sep 30")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.property("wrong")
    assert field.value() == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("11pm", time(23)),
        ("11", time(23)),
        ("23", time(23)),
        ("9:30a", time(9, 30)),
        ("noon", time(12)),
        ("midnight", time(0)),
    ],
)
def test_a_time_is_typed_over_the_one_that_is_there(qtbot: QtBot, typed: str, value: time) -> None:
    found = bench(qtbot, TimeField(time(21), DisplayFormat()))
    field = found.field
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.value() == value


def test_a_value_that_is_put_again_leaves_what_is_being_typed(qtbot: QtBot) -> None:
    found = bench(qtbot, DateField(TODAY, TODAY))
    field = found.field
    field.select()
    qtbot.keyClicks(field, "1/5")
    field.put(TODAY)
    assert field.text() == "1/5"
    field.put(date(2026, 12, 1))
    assert field.text() == "Tue, Dec 1, 2026"


@pytest.mark.parametrize("kind", ["choice", "number"])
def test_the_wheel_scrolls_the_page_over_a_field_that_is_not_in_hand(
    qtbot: QtBot, kind: str
) -> None:
    field = (
        ChoiceField([(str(n), str(n)) for n in range(9)]) if kind == "choice" else NumberField(0, 9)
    )
    page, area = QWidget(), QScrollArea()
    column = QVBoxLayout(page)
    other = QLineEdit()
    for each in (other, field):
        column.addWidget(each)
    column.addStretch()
    page.setMinimumHeight(2000)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    qtbot.addWidget(area)
    area.show()
    other.setFocus()
    before = shown(field)
    roll(field)
    assert shown(field) == before
    assert not field.hasFocus()
    assert area.verticalScrollBar().value() > 0
    area.verticalScrollBar().setValue(0)
    field.setFocus()
    roll(field, 120 if kind == "number" else -120)
    assert shown(field) != before


def shown(field: QWidget) -> str:
    return field.text() if isinstance(field, QSpinBox) else field.currentText()


def roll(field: QWidget, notch: int = -120) -> None:
    """One notch of the wheel over a field, as the window system tells of it."""
    window = field.window()
    at = QPointF(field.mapTo(window, field.rect().center()))
    QTest.wheelEvent(window.windowHandle(), at, QPoint(0, notch))


def test_the_line_below_a_field_is_as_high_with_words_as_without(qtbot: QtBot) -> None:
    """It grew by a pixel when it spoke, and all below it moved."""
    page = bench(qtbot, DateField(TODAY, TODAY))
    line = page.field.feedback
    for size in (1.0, 1.5, 2.0):
        page.setStyleSheet(style_sheet(light(), size))
        line.setText("")
        empty = line.heightForWidth(400), line.sizeHint().height()
        line.setText("September has no day 31.")
        assert (line.heightForWidth(400), line.sizeHint().height()) == empty
