"""The boxes below the calendar: which letter is whose, and each calendar shown or hidden at a click."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QCheckBox

from heartplanner.core.edits.calendars import add_calendar
from heartplanner.core.plan.other_calendars import OtherCalendar
from heartplanner.ui.calendars.calendar_legend import CalendarLegend
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets.flow_layout import ActionButton
from heartplanner.ui.window.main_window import SMALLEST, MainWindow
from tests.ui.forms import opened

Open = Callable[..., MainWindow]


def add(window: MainWindow, name: str) -> None:
    store = window.session.store
    calendar = OtherCalendar(name, f"/nowhere/{name}")
    store.change(f"adding {name}", add_calendar(store.plan, calendar, store.moment()))
    QApplication.processEvents()


def boxes(legend: CalendarLegend) -> list[QCheckBox]:
    return [box for box in legend.findChildren(QCheckBox) if box.isVisible()]


def test_a_box_shows_a_calendar_or_hides_it(open_window: Open) -> None:
    window = open_window()
    session = window.session
    (legend,) = window.findChildren(CalendarLegend)
    assert not legend.isVisible()
    add(window, "Sam")
    add(window, "Durham Public Schools & more")
    assert legend.isVisible()
    assert [(box.text(), box.isChecked()) for box in boxes(legend)] == [
        ("Durham Public Sch…", True),
        ("Sam", True),
    ]
    assert boxes(legend)[0].toolTip() == "Durham Public Schools & more"
    boxes(legend)[1].click()
    QApplication.processEvents()
    assert [one.shown for one in session.plan.calendars] == [True, False]
    assert session.store.undo_name == "hiding the calendar Sam"
    assert [box.isChecked() for box in boxes(legend)] == [True, False]
    session.store.undo()
    QApplication.processEvents()
    assert [box.isChecked() for box in boxes(legend)] == [True, True]
    # They are of days: not of the rotation, and not while a form shows a change.
    session.show_view(View.CYCLE)
    assert not legend.isVisible()
    session.show_view(View.YEAR)
    assert legend.isVisible()
    card = opened(window, "note", session.today)
    assert not legend.isVisible()
    card.left.emit()
    assert legend.isVisible()


def test_many_calendars_are_in_a_menu_and_leave_the_sums_their_room(open_window: Open) -> None:
    window = open_window()
    (legend,) = window.findChildren(CalendarLegend)
    for number in range(12):
        add(window, f"calendar {number}")
    assert boxes(legend) == []
    (button,) = legend.findChildren(ActionButton)
    assert button.isVisible()
    action = button.menu().actions()[11]
    assert (action.text(), action.isChecked()) == ("calendar 9", True)
    action.trigger()
    QApplication.processEvents()
    assert [one.name for one in window.session.plan.calendars if not one.shown] == ["calendar 9"]
    assert window.minimumSizeHint().width() < SMALLEST[0]
