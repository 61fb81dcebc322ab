"""The Cycle view, driven by its keys, clicks, drags and fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot
from spoken import spoken_name

from heartplanner.core.edits.edits import add_change, assign
from heartplanner.core.plan.change import Absence, AbsenceKind, OtherHours
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import EXAMPLE_ROTATION, Assignment, Plan, Rotation
from heartplanner.style.qss import style_sheet
from heartplanner.style.theme import dark, light
from heartplanner.ui.cycle.board_table import BoardTable
from heartplanner.ui.cycle.cycle_cards import FieldsCard
from heartplanner.ui.cycle.cycle_view import CycleView
from heartplanner.ui.cycle.transition_view import TransitionView
from heartplanner.ui.panel.selected_card import SelectedCard
from heartplanner.ui.view_list import View
from heartplanner.ui.weeks.weeks_table import NARROW, ROW_HEIGHT, WeeksTable
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import cases

pytestmark = pytest.mark.usefixtures("one_window")

TODAY = date(2025, 9, 11)
NEW = "SSSA--- ---ASSS -SSAS-- -SSAS-- ---ASSS -SSAS--"
Open = Callable[..., CycleView]
Window = Callable[..., MainWindow]


@pytest.fixture
def open_view(qtbot: QtBot, example: Plan) -> Open:
    def open_it(plan: Plan = example, size: tuple[int, int] = (960, 1100)) -> CycleView:
        view = CycleView(light(), TODAY)
        view.setStyleSheet(style_sheet(light()))
        view.show_plan(plan)
        view.resize(*size)
        qtbot.addWidget(view)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.setFocus()
        return view

    return open_it


def board(view: CycleView) -> BoardTable:
    return view.findChildren(BoardTable)[0]


def fields(view: CycleView) -> FieldsCard:
    return view.findChildren(FieldsCard)[0]


def text(view: CycleView) -> QLineEdit:
    (found,) = [e for e in view.findChildren(QLineEdit) if e.accessibleName() == "Rotation as text"]
    return found


def words(view: CycleView) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def names(table: WeeksTable) -> list[str]:
    model = table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [
        model.index(row, column).data(role)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


def centre(view: CycleView, day: int) -> QPoint:
    table = board(view)
    return table.visualRect(table.model().index(*divmod(day, 7))).center()


def button(view: CycleView, words: str) -> QPushButton:
    (found,) = [each for each in view.findChildren(QPushButton) if each.text() == words]
    return found


def test_it_shows_what_is_in_force_with_names_for_all(open_view: Open) -> None:
    view = open_view()
    assert text(view).text() == EXAMPLE_ROTATION.text
    found = names(board(view))
    assert len(found) == 6 * 8
    assert found[1] == "Week 1, Tuesday, September 9: shift"
    assert found[7] == "Week 1: 40 h"
    assert found[21] == "Week 3, Saturday, September 27: shift"
    assert "Current since Monday, July 28, 2025." in words(view)
    assert words(view).count(": fine.") == 6
    assert not view.findChildren(TransitionView)[0].isVisible()


def test_a_rotation_is_typed_straight_through(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    board(view).go_to(0)
    typed = NEW.replace(" ", "").lower()
    qtbot.keyClicks(board(view), typed.replace("-", " ", 20).replace("-", "."))
    assert text(view).text() == NEW
    assert board(view).current == 41
    qtbot.keyClick(board(view), Qt.Key.Key_Home)
    qtbot.keyClicks(board(view), "de")
    assert text(view).text().startswith("DESA--- ")


def test_keys_that_step_free_and_move(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    table = board(view)
    table.go_to(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert text(view).text().startswith("-ASAS--")
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert text(view).text().startswith("-SAAS--")
    assert table.current == 2
    qtbot.keyClick(table, Qt.Key.Key_Backspace)
    assert text(view).text().startswith("--AAS--")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert text(view).text().split()[1] == "--SAS--"


def test_arrows_stay_on_the_board_and_tab_leaves_it(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    table = board(view)
    table.go_to(0)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.current == 0
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current == 41
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_clicks_step_and_a_drag_exchanges(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    left, port = Qt.MouseButton.LeftButton, board(view).viewport()
    for letter in "SA-":
        qtbot.mouseClick(port, left, pos=centre(view, 0))
        assert text(view).text()[0] == letter
    qtbot.mousePress(port, left, pos=centre(view, 1))
    qtbot.mouseMove(port, centre(view, 12))
    qtbot.mouseRelease(port, left, pos=centre(view, 12))
    assert text(view).text().startswith("--SAS-- -SSASS- ")
    qtbot.mousePress(port, left, pos=centre(view, 2))
    qtbot.mouseRelease(port, left, pos=QPoint(-50, -50))
    assert text(view).text().startswith("--SAS-- ")


def test_buttons_type_letters_too(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    board(view).go_to(0)
    for words_of_it in ("E  Evening shift", "D  Day shift", "-  Day off"):
        qtbot.mouseClick(button(view, words_of_it), Qt.MouseButton.LeftButton)
    assert text(view).text().startswith("ED-AS--")
    assert board(view).current == 3


def test_text_and_board_keep_step(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    text(view).setFocus()
    text(view).selectAll()
    qtbot.keyClicks(text(view), NEW.lower())
    assert names(board(view))[0].endswith(": shift")
    qtbot.keyClick(text(view), Qt.Key.Key_Backspace)
    assert "Week 6 has 6 letters, expected 7." in words(view)
    assert not fields(view).use.isEnabled()
    assert fields(view).use.accessibleDescription() == "Week 6 has 6 letters, expected 7."
    qtbot.keyClicks(text(view), "X")
    assert "Week 6 has 'X', expected only" in words(view)
    board(view).setFocus()
    board(view).go_to(0)
    qtbot.keyClicks(board(view), "s")
    assert text(view).text() == NEW
    assert "expected" not in words(view)


def test_a_whole_rotation_is_pasted_into_the_board(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    QGuiApplication.clipboard().setText(NEW.replace(" ", "\n").lower())
    qtbot.keyClick(board(view), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text(view).text() == NEW


def test_using_it_tells_the_assignment_once(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    assert not fields(view).use.isEnabled()
    view._paste(NEW)
    fields(view).week.put("1")
    fields(view).band.put("evening")
    fields(view).admin.put(time(13))
    assert "to 5 pm" in words(view)
    with qtbot.waitSignal(view.assignment_made) as told:
        qtbot.mouseClick(fields(view).use, Qt.MouseButton.LeftButton)
    assert told.args == [
        Assignment(
            date(2025, 9, 15), Rotation.parse(NEW), 1, Band.EVENING, time(13), 240, confirmed=True
        )
    ]


def test_the_work_week_is_chosen_and_told(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    heads = board(view).model()
    across = Qt.Orientation.Horizontal
    assert heads.headerData(7, across) == "Hours"
    fields(view).work_week.put_day(5)
    # The rows stay Monday first; what their hours sum is said.
    assert heads.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Monday"
    assert heads.headerData(7, across) == "Sat\u2013Fri"
    assert "Your work week begins on Saturday from then on." in words(view)
    with qtbot.waitSignal(view.assignment_made) as told:
        qtbot.mouseClick(fields(view).use, Qt.MouseButton.LeftButton)
    assert told.args[0].work_week == 5


def test_what_was_used_is_shown_then(open_view: Open, example: Plan) -> None:
    view = open_view()
    view._paste(NEW)
    view.assignment_made.connect(
        lambda made: view.show_plan(assign(example, made, example.history[-1].at))
    )
    fields(view).use.click()
    assert text(view).text() == NEW
    assert "\nStarts Monday, September 15, 2025." in words(view)
    assert not fields(view).use.isEnabled()
    fields(view).back.setEnabled(True)
    fields(view).back.click()
    assert text(view).text() == EXAMPLE_ROTATION.text
    assert "until another follows on Monday, September 15, 2025." in words(view)


def test_a_later_first_day_continues_the_rotation_in_force_then(
    qtbot: QtBot, open_view: Open, example: Plan
) -> None:
    """A date alone brought an ended rotation back, without a word."""
    later = Assignment(date(2026, 2, 2), Rotation.parse("SSSA--- " * 6), confirmed=True)
    view = open_view(assign(example, later, datetime(2025, 9, 11, 12, tzinfo=UTC)))
    fields(view).date.select()
    qtbot.keyClicks(fields(view).date, "3/2/2026")
    qtbot.keyClick(fields(view).date, Qt.Key.Key_Return)
    assert text(view).text() == later.rotation.text
    assert not fields(view).use.isEnabled()


def test_the_board_follows_the_date_while_it_is_typed(qtbot: QtBot, open_view: Open) -> None:
    view = open_view()
    card = fields(view)
    card.date.select()
    qtbot.keyClicks(card.date, "1/5/2026")  # January 5 begins week 6 of the example
    # Weeks 1 to 5 come after it: none of the six is one of days that are over by then.
    assert names(board(view))[0] == "Week 1, Monday, January 12: day off"
    assert names(board(view))[-8] == "Week 6, Monday, January 5: day off, day 4 of 6 of the break"
    before = names(board(view))
    qtbot.mouseClick(board(view).viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 1))
    assert [name.split(":")[0] for name in names(board(view))] == [
        name.split(":")[0] for name in before
    ]


def test_what_was_saved_is_said_and_nothing_moves(
    open_view: Open, example: Plan, qtbot: QtBot
) -> None:
    view = open_view()
    view.assignment_made.connect(
        lambda made: view.show_plan(assign(example, made, example.history[-1].at))
    )

    def places() -> list[QPoint]:
        shown = (board(view), text(view), fields(view).use, fields(view).reason, view._rules)
        return [each.mapTo(view, QPoint()) for each in shown]

    qtbot.wait(20)  # the view is laid out whole before its places are noted
    before = places()
    for _ in range(2):  # the first click chooses the day
        qtbot.mouseClick(board(view).viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 10))
    qtbot.wait(20)
    assert places() == before
    assert "It can be used from September 15, 2025 on." in fields(view).reason.text()
    qtbot.mouseClick(fields(view).use, Qt.MouseButton.LeftButton)
    qtbot.wait(20)
    assert places() == before
    assert fields(view).reason.text() == "Saved: your rotation from September 15, 2025."
    for _ in range(2):
        qtbot.mouseClick(board(view).viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 10))
    assert "Saved" not in fields(view).reason.text()


def test_a_day_that_was_entered_is_sure_whatever_its_letter_was(
    qtbot: QtBot, open_view: Open, example: Plan
) -> None:
    first = example.assignments[0]._replace(confirmed=True, guesses=(2, 3, 5))
    view = open_view(example._replace(assignments=(first,)))
    board(view).go_to(1)
    qtbot.keyClicks(board(view), "S")
    assert view._draft.assignment.guesses == (3, 5)


def test_the_rules_card_says_what_asks_for_care(open_view: Open) -> None:
    view = open_view()
    assert "Take care" not in words(view)
    view._paste("SSSA--- ---ASSS SSSA--- -SSAS-- ---ASSS -SSAS--")
    # Week 2 ends with admin and three shifts, week 3 begins with three shifts and admin: eight days.
    (warning,) = [each for each in view._rules.findChildren(QLabel) if "eight" in each.text()]
    assert warning.isVisible()
    assert warning.text().startswith("Take care: eight worked days in a row, ")


@pytest.mark.parametrize("scale", cases([1.0, 1.3, 2.0], [1.15, 1.5, 1.75]))
def test_no_cell_is_lower_than_what_it_says(open_view: Open, qtbot: QtBot, scale: float) -> None:
    view = open_view(size=(900, 600))
    view.setStyleSheet(style_sheet(light(), scale))
    view.set_scale(scale)
    qtbot.wait(20)
    table = board(view)
    zoom = table._delegate.zoom
    if table.columnWidth(0) / zoom >= NARROW:
        assert table.rowHeight(0) >= int(ROW_HEIGHT * scale)


def test_the_transition_appears_with_the_first_difference(open_view: Open) -> None:
    view = open_view()
    view._paste(NEW)
    fields(view).week.put("1")
    assert "New break: September 19–24, 2025, six days." in words(view)
    before, after = view.findChildren(TransitionView)[0].findChildren(WeeksTable)
    assert names(before)[40] == "Monday, September 8, 2025: day off."
    assert names(after)[0] == "Monday, September 15, 2025: day shift, 9 am-9 pm."
    assert names(after)[7] == "Week of September 15: 40 h"
    fields(view).back.click()
    assert text(view).text() == EXAMPLE_ROTATION.text
    assert not view.findChildren(TransitionView)[0].isVisible()


def test_other_letters_say_where_their_week_1_begins_until_one_chooses(open_view: Open) -> None:
    view = open_view()
    fields(view).date.setText("Sep 15, 2025")
    fields(view).date.apply()
    assert fields(view).week.value() == "2"
    view._paste("SSA-----SSAS-SSAS-----SSA-SSS--SSAA------SSS")
    assert fields(view).warnings.text() == ""  # no rotation yet
    view._paste(NEW)
    said = (
        "Week 1 of these letters begins on Mon, Oct 20. If it begins on Mon, Sep 15, choose week 1"
    )
    assert said in fields(view).warnings.text()
    fields(view).week.put("1")
    assert "Week 1 of these letters" not in fields(view).warnings.text()
    fields(view).back.click()


def test_a_lost_break_and_short_rest_are_said_at_the_button(open_view: Open) -> None:
    view = open_view(size=(1030, 600))
    fields(view).date.setText("Oct 13, 2025")
    fields(view).date.apply()
    fields(view).week.put("1")
    fields(view).band.put(str(Band.EVENING))
    warnings = fields(view).warnings
    assert warnings.isVisible()
    assert "Your break of October 10–15, 2025 becomes four days" in warnings.text()
    assert "Take care: 9 h of rest" in warnings.text()
    # All of it is in sight without a scroll, and the rule does not say that all is fine.
    bottom = warnings.mapTo(view.viewport(), QPoint(0, warnings.height())).y()
    assert bottom <= view.viewport().height()
    assert "The six-to-seven-day break: fine" not in words(view)
    assert "The six-to-seven-day break: differs" in words(view)
    fields(view).back.click()
    assert not warnings.isVisible()
    assert "The six-to-seven-day break: fine." in words(view)


def test_why_it_cannot_be_used_is_said(open_view: Open, example: Plan) -> None:
    hours = OtherHours(date(2025, 9, 16), Hours(time(9), time(17)))
    plan = add_change(example, hours, example.history[-1].at)
    view = open_view(plan)
    board(view).letter_put.emit(8, "-")
    assert not fields(view).use.isEnabled()
    assert "September 16" in fields(view).reason.text()
    fields(view).back.click()
    fields(view).date.put(date(2025, 7, 1))
    assert "start" in fields(view).reason.text()


def test_from_the_start_date_on(open_view: Open) -> None:
    view = open_view()
    view._paste(NEW)
    fields(view).date.put(date(2025, 7, 28))
    assert fields(view).week.value() == "1"
    assert "as if this had been your rotation all along" in words(view)
    assert fields(view).use.isEnabled()


def test_a_change_elsewhere_keeps_what_is_being_written(open_view: Open, example: Plan) -> None:
    view = open_view()
    view._paste(NEW)
    leave = Absence(AbsenceKind.LEAVE, date(2025, 9, 30), date(2025, 9, 30))
    view.show_plan(add_change(example, leave, example.history[-1].at))
    assert text(view).text() == NEW
    view.show_plan(example._replace(assignments=(Assignment(example.start, Rotation.parse(NEW)),)))
    assert not fields(view).use.isEnabled()


def test_the_example_can_be_made_ones_own(qtbot: QtBot, open_view: Open, example: Plan) -> None:
    view = open_view()
    mine = button(view, "This is my rotation")
    with qtbot.waitSignal(view.confirmed):
        qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    own = (example.assignments[0]._replace(confirmed=True),)
    view.show_plan(example._replace(assignments=own))
    assert not mine.isVisible()


def test_several_rotations_can_be_looked_at(open_view: Open, example: Plan) -> None:
    plan = assign(
        example, Assignment(date(2025, 9, 8), Rotation.parse(NEW)), example.history[-1].at
    )
    view = open_view(plan)
    assert text(view).text() == NEW
    view._shown.setCurrentIndex(0)
    assert text(view).text() == EXAMPLE_ROTATION.text
    assert [view._shown.itemText(n) for n in (0, 1)] == [
        "From July 28, 2025", "From September 8, 2025, current",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [(960, 760), (690, 540), (420, 540)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_view(
    open_view: Open, size: tuple[int, int], scale: float, qtbot: QtBot
) -> None:
    view = open_view(size=size)
    view.setStyleSheet(style_sheet(light(), scale))
    view.set_scale(scale)
    view._paste(NEW)
    inner = view.widget()
    qtbot.waitUntil(lambda: inner.width() <= view.viewport().width())
    for each in view.findChildren(QWidget):
        if each.isVisible() and isinstance(each, QLabel | QPushButton | WeeksTable):
            right = each.mapTo(inner, each.rect().topRight()).x()
            assert right <= view.viewport().width(), each


def test_every_control_has_a_name(open_view: Open) -> None:
    view = open_view()
    view._paste(NEW)
    card = fields(view)
    for each in (card.date, card.week, card.band, card.admin, text(view), board(view)):
        assert spoken_name(each)
    for each in view.findChildren(QPushButton):
        assert each.accessibleName() or each.text()


def test_dark_is_another_picture(open_view: Open) -> None:
    view = open_view()
    table = board(view)
    corner = table.visualRect(table.model().index(0, 0)).bottomLeft() + QPoint(9, -9)
    seen = []
    for theme in (light(), dark()):
        view.set_theme(theme)
        seen.append(table.viewport().grab().toImage().pixelColor(corner))
    assert seen == [QColor(light().page), QColor(dark().page)]


def test_the_board_and_the_panel_are_of_the_same_day(qtbot: QtBot, open_window: Window) -> None:
    """The panel told of the day that was chosen in the month, the board framed its first one."""
    window = open_window()
    window.session.choose(date(2025, 9, 17))
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    (table,) = window.findChildren(BoardTable)
    (chosen,) = [e for e in window.findChildren(ElidedLabel) if e.objectName() == "date"]

    def framed() -> str:
        return str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    assert table.hasFocus()
    assert window.session.selection.current == date(2025, 9, 17)  # opening the view chooses nothing
    assert framed().startswith("Week 2, Wednesday, September 17")
    for key, day in (
        (Qt.Key.Key_Right, "Thursday, September 18"),
        (Qt.Key.Key_Down, "Thursday, September 25"),
        (Qt.Key.Key_S, "Friday, September 26"),
    ):
        qtbot.keyClick(table, key)
        assert day in framed()
        assert chosen.text().startswith(day)
    place = table.visualRect(table.model().index(0, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    # The letter made a new rotation, from September 15: week 1 comes on October 20 first.
    assert "Tuesday, October 21" in framed()
    assert chosen.text().startswith("Tuesday, October 21")
    # The board turns to other dates with the first day of a new rotation: the panel goes along.
    (card,) = window.findChildren(FieldsCard)
    card.date.setText("Oct 20, 2025")
    card.date.apply()
    assert "Tuesday, October 21" in framed()
    assert window.session.selection.current == date(2025, 10, 21)
    assert chosen.text().startswith("Tuesday, October 21")
    card.back.click()
    table.setCurrentIndex(table.model().index(0, 1))
    window.session.choose(date(2025, 9, 9))
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.session.selection.current == date(2025, 9, 9)


@pytest.mark.parametrize(
    ("width", "scale"),
    cases([(1280, 1.0), (1024, 2.0), (1024, 1.5)], [(1024, 1.0), (1280, 1.5), (1280, 2.0)]),
)
def test_own_hours_are_whole(open_window: Window, width: int, scale: float) -> None:
    """The 7 of "7 pm" was cut."""
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(width, 800)
    window.session.show_view(View.CYCLE)
    card = window.findChildren(FieldsCard)[0]
    card.band.setCurrentIndex(card.band.count() - 1)
    QApplication.processEvents()
    for field in (card.own.begin, card.own.end):
        field.put(time(22, 30))
        assert field.isVisible()
        wide = field.fontMetrics().horizontalAdvance("10:30 pm")
        option = QStyleOptionFrame()
        field.initStyleOption(option)
        room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        assert room.width() >= wide


def test_a_draft_is_named_as_what_it_is_until_it_is_saved(open_view: Open) -> None:
    view = open_view()
    shown = view._shown
    assert shown.currentText() == "From July 28, 2025, current"
    assert not shown.isEnabled()
    view._paste(NEW)
    assert shown.currentText().startswith("New from Monday, September 15, 2025, not saved yet")
    assert view._since.text() == "Not in your calendar yet."
    shown.setCurrentIndex(0)
    assert shown.currentText() == "From July 28, 2025, current"
    assert view._since.text() == "Current since Monday, July 28, 2025."


def test_a_new_rotation_begins_at_its_first_day(open_window: Window, qtbot: QtBot) -> None:
    opened = open_window()
    opened._binder.actions["new-rotation"].trigger()
    (view,) = opened.findChildren(CycleView)
    qtbot.waitUntil(fields(view).date.hasFocus)
    assert fields(view).date.hasSelectedText()
    # The date that is typed is the first of the first row, and the finder's own button hands it on.
    qtbot.keyClicks(fields(view).date, "12/1/2025")
    qtbot.keyClick(fields(view).date, Qt.Key.Key_Return)
    assert names(board(view))[0].startswith("Week 1, Monday, December 1")
    assert not view.unsaved
    (find,) = (b for b in view.findChildren(QPushButton) if b.text() == "Find my rotation...")
    qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
    assert opened.session.view is View.FINDER
    search = opened.session.plan.search
    assert search
    assert search.start == date(2025, 12, 1)


def test_beside_a_rotation_that_is_written_the_panel_says_that_its_day_is_the_saved_one(
    open_window: Window,
) -> None:
    window = open_window()
    (card,) = window.findChildren(SelectedCard)
    window.session.show_view(View.CYCLE)
    assert card.accessibleName() == "Selected, in your saved schedule"
    window.session.show_view(View.MONTH)
    assert card.accessibleName() == "Selected"


def test_a_click_chooses_and_one_on_the_chosen_day_steps(qtbot: QtBot, open_view: Open) -> None:
    """The click that only chose where to type the new letters made a shift out of the first day."""
    view = open_view()
    table, before = board(view), text(view).text()
    table.clearFocus()
    for day in (0, 10):  # the first of them is the current one already, but has not the keys
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, day))
        assert table.current == day
        assert text(view).text() == before
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, 10))
    assert text(view).text() == before[:11] + "-" + before[12:]  # its admin became a free day
