"""Changing days in the window: choosing several, and the forms beside the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from forms import day_rect, field, foot, form, is_open, opened, said, save_button, warnings
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.first_answers import with_usual_hours
from heartplanner.core.edits.history import facts
from heartplanner.core.plan.change import (
    Absence,
    AbsenceKind,
    Extra,
    MovedAdmin,
    Note,
    OtherHours,
    Swap,
)
from heartplanner.core.plan.hours import BAND_HOURS, Band, Hours
from heartplanner.core.plan.model import Plan
from heartplanner.core.schedule import schedule
from heartplanner.core.schedule.changes import Changed
from heartplanner.ui.edit import day_actions, list_choice
from heartplanner.ui.edit.forms.change_kinds import CHANGE_KINDS
from heartplanner.ui.fields.date_field import DateField, OptionalDateField
from heartplanner.ui.fields.plain_fields import ChoiceField, TextField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.selected_card import DayButton, SelectedCard
from heartplanner.ui.widgets import announce as announcing
from heartplanner.ui.widgets.elided_label import ElidedLabel
from heartplanner.ui.widgets.warnings import Warnings
from heartplanner.ui.window.focus_ring import FocusRing
from heartplanner.ui.window.main_window import MainWindow
from tests.examples import cases

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
NOTE = Note(date(2025, 9, 12), "cake")
LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 9, 16), date(2025, 9, 18))
TUESDAY, FRIDAY, FREE_MONDAY = date(2025, 9, 9), date(2025, 9, 12), date(2025, 9, 8)
WEDNESDAY_OFF, SATURDAY_SHIFT = date(2025, 9, 24), date(2025, 9, 27)
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def table(window: MainWindow) -> MonthTable:
    return window.findChildren(MonthTable)[0]


def centre(grid: MonthTable, row: int, column: int) -> QPoint:
    return grid.visualRect(grid.model().index(row, column)).center()


def place(window: MainWindow, day: date) -> QPoint:
    """Where a day stands in the month's viewport."""
    grid = table(window)
    role = Qt.ItemDataRole.AccessibleTextRole
    named = f"{day:%B} {day.day}, {day.year}"
    model = grid.model()
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(7))
    (index,) = [each for each in cells if named in model.data(each, role)]
    return grid.visualRect(index).center()


def click(qtbot: QtBot, window: MainWindow, day: date) -> None:
    qtbot.mouseClick(table(window).viewport(), Qt.MouseButton.LeftButton, pos=place(window, day))
    QApplication.processEvents()


def changes(window: MainWindow) -> list[object]:
    return [change.what for change in window.session.store.plan.changes]


def spoken(window: MainWindow, day: date) -> str:
    """What a screen reader says of a day of the month."""
    grid = table(window)
    index = grid.indexAt(place(window, day))
    return str(grid.model().data(index, Qt.ItemDataRole.AccessibleTextRole))


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_dragging_chooses_all_days_between(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    grid = table(window)
    view = grid.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(grid, 2, 1))
    qtbot.mouseMove(view, centre(grid, 2, 2))
    grid.day_chosen.emit(date(2025, 9, 18), True)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=centre(grid, 2, 3))
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 18))


def test_shift_and_arrows_choose_several_and_say_what_they_hold(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    grid = table(window)
    window.session.choose(date(2025, 9, 16))
    grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 18))
    shown = "\n".join(label.text() for label in window.findChildren(QLabel))
    assert "September 16–18, 2025" in shown
    assert "3 days: 2 shifts and 1 admin block, 28 h" in shown
    qtbot.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.span == (date(2025, 9, 16), date(2025, 9, 17))


def test_a_double_click_on_save_presses_nothing_behind_the_form(
    qtbot: QtBot, open_window: Open
) -> None:
    """What comes back under the pointer takes no click before the double click is over."""
    window = open_window(new=True)  # of no form before it is the time still to run out
    behind = next(b for b in window.findChildren(QToolButton) if b.text() == "Find my rotation")
    spot = behind.mapTo(window, behind.rect().center())
    assert window.childAt(spot) is behind
    card = opened(window, "leave", TUESDAY)
    save_button(card).click()
    settle()
    assert behind.isVisible()
    assert window.childAt(spot) is not behind
    qtbot.waitUntil(lambda: window.childAt(spot) is behind)


def test_a_day_clicked_while_the_keys_are_in_to_is_the_last_one(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = opened(window, "leave", TUESDAY)
    begin, end = field(card, "From", DateField), field(card, "To", DateField)
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    grid = table(window)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place(window, FRIDAY))
    assert (begin.value(), end.value()) == (TUESDAY, FRIDAY)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place(window, FREE_MONDAY))
    assert (begin.value(), end.value()) == (FREE_MONDAY, FREE_MONDAY)
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place(window, FRIDAY))
    assert (begin.value(), end.value()) == (FRIDAY, FRIDAY)


@pytest.mark.parametrize("kind", ["leave", "appointment"])
def test_the_second_click_is_the_last_day_and_the_third_begins_anew(
    qtbot: QtBot, open_window: Open, kind: str
) -> None:
    window = open_window()
    window.session.choose(FREE_MONDAY)
    if kind == "leave":
        window.user_actions.days.enter("leave")
    else:
        window.user_actions.days.enter_appointment()
    begin, end = (field(form(window), name, DateField) for name in ("From", "To"))
    steps = (
        (date(2025, 9, 10), (FREE_MONDAY, date(2025, 9, 10))),
        (date(2025, 9, 11), (FREE_MONDAY, date(2025, 9, 11))),  # the day beside the last one
        (date(2025, 9, 16), (date(2025, 9, 16), date(2025, 9, 16))),
        (date(2025, 9, 9), (TUESDAY, TUESDAY)),
        (date(2025, 9, 12), (TUESDAY, FRIDAY)),
    )
    for day, ends in steps:
        click(qtbot, window, day)
        assert (begin.value(), end.value()) == ends


def test_enter_saves_a_leave_after_a_click_on_its_last_day(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.choose(LEAVE.first)
    qtbot.keyClick(table(window), Qt.Key.Key_L)
    click(qtbot, window, LEAVE.last)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, RETURN)
    assert changes(window) == [LEAVE]
    assert not is_open(window)


def test_a_form_of_one_day_says_which_of_several_it_takes(open_window: Open) -> None:
    window = open_window()
    alone = "Of the days you chose, this form takes this one alone."
    assert alone in said(opened(window, "swap", TUESDAY, FRIDAY))
    assert alone not in said(opened(window, "leave", TUESDAY, FRIDAY))
    assert alone not in said(opened(window, "admin", TUESDAY, FRIDAY))
    assert alone not in said(opened(window, "swap", TUESDAY))


def test_leave_by_keys_alone_says_what_it_costs_and_is_one_step_to_undo(
    qtbot: QtBot, open_window: Open, example: Plan
) -> None:
    window = open_window()
    grid = table(window)
    window.session.choose(LEAVE.first)
    window.session.choose(LEAVE.last, extend=True)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_L)
    card = form(window)
    assert "This takes off 2 shifts and 1 admin block, 28 h" in said(card)
    assert "Week of September 15: 40 h (28 h leave)" in said(card)
    focused = QApplication.focusWidget()
    assert isinstance(focused, DateField)
    assert card.isAncestorOf(focused)
    assert changes(window) == []  # it is shown before it is saved
    qtbot.keyClick(focused, RETURN)
    assert changes(window) == [LEAVE]
    assert not is_open(window)
    assert QApplication.focusWidget() is grid
    assert window.session.store.undo_name == "leave, September 16-18, 2025"
    window.session.store.undo()
    assert facts(window.session.store.plan) == facts(example)


def test_the_calendar_shows_it_before_it_is_saved_and_says_that_it_is_not(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    before = spoken(window, TUESDAY)
    opened(window, "leave", TUESDAY)
    assert spoken(window, TUESDAY) == (
        "Tuesday, September 9, 2025: leave; it was a day shift, 9 am-9 pm. Not saved yet."
    )
    assert any("Not saved yet." in label.text() for label in window.findChildren(QLabel))
    table(window).setFocus()
    qtbot.keyClick(table(window), ESCAPE)  # wherever the keys are
    assert not is_open(window)
    assert spoken(window, TUESDAY) == before
    assert changes(window) == []
    opened(window, "leave", TUESDAY)
    qtbot.mouseClick(save_button(form(window)), Qt.MouseButton.LeftButton)
    assert "leave" in spoken(window, TUESDAY)
    assert "Not saved" not in spoken(window, TUESDAY)


def test_escape_and_cancel_take_any_form_away(
    qtbot: QtBot, open_window: Open, example: Plan
) -> None:
    window = open_window()
    for kind in CHANGE_KINDS:
        card = opened(window, kind.id, FRIDAY)
        focused = QApplication.focusWidget()
        assert focused is not None, kind.id
        assert card.isAncestorOf(focused), kind.id
        qtbot.keyClick(focused, ESCAPE)
        assert not is_open(window), kind.id
        card = opened(window, kind.id, FRIDAY)
        (cancel,) = [b for b in card.findChildren(type(save_button(card))) if b.text() == "Cancel"]
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
        assert not is_open(window), kind.id
        assert window.session.store.plan == example, kind.id
        assert QApplication.focusWidget() is table(window), kind.id


def test_save_is_the_one_primary_button_and_the_phones_is_plain(open_window: Open) -> None:
    window = open_window()

    def primary() -> list[str]:
        buttons = window.findChildren(type(save_button(form(window))))
        return [b.text() for b in buttons if b.objectName() == "primary" and b.isVisible()]

    opened(window, "note", FRIDAY)
    assert primary() == ["Save"]
    window.session.show_view("cycle")  # no form of days stands beside it, and it waits
    assert "Save" not in primary()
    window.session.show_view("month")
    assert primary() == ["Save"]


def test_what_cannot_be_is_said_and_cannot_be_saved(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "sick", TUESDAY)
    click(qtbot, window, FREE_MONDAY)
    # A free day may be the first of several: that is no warning before the range is free as a whole.
    assert "You are free on Mon, Sep 8." in said(card)
    assert warnings(card) == ""
    assert not save_button(card).isEnabled()
    card.save()
    assert changes(window) == []
    click(qtbot, window, TUESDAY)
    assert warnings(card) == ""
    assert save_button(card).isEnabled()
    window.session.choose(date(2025, 9, 13))
    window.session.choose(date(2025, 9, 14))
    assert "Nothing is worked on September 13–14, 2025" in warnings(card)
    assert not save_button(card).isEnabled()


def test_on_a_day_that_does_not_suit_the_form_opens_and_says_why(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    nothing = "Nothing is worked on September 8, 2025, so there is nothing to take off"
    no_shift = "Monday, September 8, 2025 has no shift"
    for key, why in (
        (Qt.Key.Key_O, nothing),
        (Qt.Key.Key_D, no_shift),
        (Qt.Key.Key_H, no_shift),
    ):
        window.session.choose(FREE_MONDAY)
        qtbot.keyClick(table(window), key)
        assert why in warnings(form(window)), key
        assert not save_button(form(window)).isEnabled(), key
        form(window).left.emit()


def test_leave_may_begin_on_a_free_day_by_the_panels_button(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.choose(FREE_MONDAY)
    buttons = window.findChildren(DayButton)
    assert all(button.isEnabled() for button in buttons)
    (leave,) = [button for button in buttons if button.name == "leave"]
    qtbot.mouseClick(leave, Qt.MouseButton.LeftButton)
    card = form(window)
    assert field(card, "From", DateField).value() == FREE_MONDAY
    window.session.choose(TUESDAY, extend=True)
    assert save_button(card).isEnabled()
    card.save()
    assert changes(window) == [Absence(AbsenceKind.LEAVE, FREE_MONDAY, TUESDAY)]


def test_no_message_hides_that_a_form_is_not_saved_yet(open_window: Open) -> None:
    window = open_window()
    window.message_bar.say("Reprint September 2025.")
    opened(window, "leave", TUESDAY)
    (shown,) = window.message_bar.findChildren(ElidedLabel)
    assert shown.shown_lines() == [
        "Not saved yet. Esc leaves it as it was.", "Reprint September 2025.",
    ]  # fmt: skip
    assert window.message_bar.text() == "Reprint September 2025."
    form(window).save()
    assert shown.shown_lines() == [
        "Saved: leave, September 9, 2025.", "Reprint September 2025.",
    ]  # fmt: skip


def test_what_was_saved_or_undone_is_said_at_the_foot_until_something_else_is_done(
    open_window: Open,
) -> None:
    window = open_window()
    before = foot(window)
    opened(window, "leave", LEAVE.first, LEAVE.last).save()
    assert foot(window) == "Saved: leave, September 16–18, 2025"
    window.session.store.undo()
    assert foot(window) == "Undone: leave, September 16–18, 2025"
    window.session.choose(TUESDAY)
    assert foot(window) == before


def test_a_reason_with_a_colon_in_it_is_said_whole(open_window: Open) -> None:
    window = open_window()
    # From 2 am to 3 am there is nothing on that Sunday: the clocks go on.
    card = opened(window, "training", date(2026, 3, 8))
    field(card, "Ends", TimeField).put(time(3))
    field(card, "Begins", TimeField).put(time(2))
    assert "The clocks change on Sunday, March 8, 2026: these hours have no length" in said(card)


def test_an_edit_is_the_plan_that_was_previewed(open_window: Open) -> None:
    window = open_window()
    card = opened(window, "leave", LEAVE.first, LEAVE.last)
    previewed = window.session.preview
    assert previewed is not window.session.schedule
    card.save()
    assert window.session.schedule is previewed


def test_an_edit_is_made_of_the_plan_as_it_is_when_saved(open_window: Open) -> None:
    window = open_window()
    store = window.session.store
    card = opened(window, "leave", LEAVE.first, LEAVE.last)
    store.change("note", add_change(store.plan, NOTE, store.moment()))
    card.save()
    assert changes(window) == [NOTE, LEAVE]


def test_forms_begin_with_what_is_likely(open_window: Open) -> None:
    window = open_window()
    for kind, day, what in (
        ("swap", TUESDAY, Swap(TUESDAY, None)),
        ("swap", FREE_MONDAY, Swap(None, FREE_MONDAY)),
        ("called-off", TUESDAY, Absence(AbsenceKind.CALLED_OFF, TUESDAY, TUESDAY)),
        ("extra", FREE_MONDAY, Extra(FREE_MONDAY, Band.DAY, BAND_HOURS[Band.DAY])),
    ):
        opened(window, kind, day).save()
        assert changes(window) == [what]
        window.session.store.undo()


def test_a_swap_on_a_free_day_is_not_one_return_from_a_shift(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.choose(FREE_MONDAY)
    grid = table(window)
    qtbot.keyClick(grid, Qt.Key.Key_S)
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, RETURN)
    assert changes(window) == []
    assert QApplication.focusWidget() is save_button(form(window))
    qtbot.keyClick(save_button(form(window)), RETURN)  # now it says what it does
    assert changes(window) == [Swap(None, FREE_MONDAY)]


def test_a_form_that_says_no_change_yet_says_what_is_missing(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    for kind, day, hint in (
        ("ended-at", FRIDAY, "Type when this shift ended."),
        ("hours", FRIDAY, "Type when this shift began, or when it ended."),
        ("note", FRIDAY, "Type the note."),
        ("admin", date(2025, 9, 18), "Choose the day on which you work it, or another time."),
    ):
        card = opened(window, kind, day)
        assert hint in said(card)
        assert foot(window) == "Nothing is changed yet. Esc closes the form."
        assert warnings(card) == "", kind
        focused = QApplication.focusWidget()
        assert focused is not None, kind
        qtbot.keyClick(focused, RETURN)
        assert is_open(window), kind
        assert changes(window) == [], kind
        card.left.emit()


def test_a_swap_is_made_by_two_clicks_in_the_calendar(qtbot: QtBot, open_window: Open) -> None:
    """A day with a shift is one to give, a free one is one to take."""
    window = open_window()
    card = opened(window, "swap", TUESDAY)
    click(qtbot, window, SATURDAY_SHIFT)
    click(qtbot, window, WEDNESDAY_OFF)
    assert field(card, "You give your shift on", OptionalDateField).day() == SATURDAY_SHIFT
    assert field(card, "You take a shift on", OptionalDateField).day() == WEDNESDAY_OFF
    name = field(card, "With", TextField)
    name.setFocus()
    qtbot.keyClicks(name, "Lee")
    assert "given to Lee" in spoken(window, SATURDAY_SHIFT)
    assert "Not saved yet." in spoken(window, SATURDAY_SHIFT)
    assert "swap with Lee" in spoken(window, WEDNESDAY_OFF)
    assert "Not saved yet." in spoken(window, WEDNESDAY_OFF)
    qtbot.keyClick(name, RETURN)
    assert changes(window) == [Swap(SATURDAY_SHIFT, WEDNESDAY_OFF, None, "Lee")]


def test_half_a_swap_can_be_emptied_again(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "swap", TUESDAY)
    give = field(card, "You give your shift on", OptionalDateField)
    take = field(card, "You take a shift on", OptionalDateField)
    assert (give.day(), take.day()) == (TUESDAY, None)
    assert give.feedback.text() == "Day shift 9–9."
    take.setFocus()
    qtbot.keyClicks(take, "sep 24")
    assert take.feedback.text() == "Wednesday, September 24, 2025"
    assert take.day() is None  # nothing is taken over between two keys
    qtbot.keyClick(take, RETURN)
    assert (take.day(), take.text(), take.feedback.text()) == (
        WEDNESDAY_OFF,
        "Wed, Sep 24, 2025",
        "Until now you are free on this day.",
    )
    take.clear()
    take.textEdited.emit("")
    qtbot.keyClick(take, RETURN)
    assert (take.day(), take.text()) == (None, "")
    give.clear()
    qtbot.keyClick(give, RETURN)
    assert "Choose the day of the shift you give" in said(card)
    assert not save_button(card).isEnabled()


def test_a_range_follows_the_calendar_and_leads_it(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "leave", TUESDAY)
    first, last = field(card, "From", DateField), field(card, "To", DateField)
    click(qtbot, window, LEAVE.first)
    qtbot.mouseClick(
        table(window).viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
        place(window, LEAVE.last),
    )
    assert (first.value(), last.value()) == (LEAVE.first, LEAVE.last)
    last.select()
    qtbot.keyClicks(last, "oct 30")
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert window.session.month.title == "October 2025"
    assert window.session.span == (LEAVE.first, date(2025, 10, 30))
    last.select()
    qtbot.keyClicks(last, "9/9")  # before the first day, which gives way
    qtbot.keyClick(last, Qt.Key.Key_Tab)
    assert (first.value(), last.value()) == (TUESDAY, TUESDAY)


def test_admin_moves_by_two_clicks(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    thursday, friday_off = date(2025, 9, 11), date(2025, 9, 15)
    opened(window, "admin", thursday)
    click(qtbot, window, friday_off)
    form(window).save()
    assert changes(window) == [MovedAdmin(thursday, friday_off)]


def test_what_is_typed_can_be_saved_by_the_pointer_alone(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "ended-at", TUESDAY)
    save = save_button(card)
    end = field(card, "Ended at", TimeField)
    height = end.feedback.height()
    assert not save.isEnabled()
    qtbot.keyClicks(end, "11p")
    QApplication.processEvents()
    assert abs(end.feedback.height() - height) <= 1  # Qt rounds a line with letters up
    end.apply()
    QApplication.processEvents()
    assert abs(end.feedback.height() - height) <= 1
    qtbot.keyClicks(end, "x")
    assert not save.isEnabled()
    end.selectAll()
    qtbot.keyClicks(end, "11:30p")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    assert changes(window) == [OtherHours(TUESDAY, Hours(time(9), time(23, 30)))]


def night_window(open_window: Open) -> MainWindow:
    """A window in which shifts are worked from 7 pm to 7 am."""
    window = open_window()
    night = Hours(time(19), time(7))
    plan = with_usual_hours(window.session.plan, night, window.session.store.moment())
    window.session.store.change("hours", plan)
    return window


def test_a_night_shift_ended_on_the_next_morning(qtbot: QtBot, open_window: Open) -> None:
    """Friday's night ends on a free Saturday, on which one asks for it."""
    window = night_window(open_window)
    friday = date(2025, 9, 12)
    card = opened(window, "ended-at", friday + timedelta(days=1))
    assert field(card, "On", DateField).value() == friday
    end = field(card, "Ended at", TimeField)
    assert end.text() == "7 am"
    qtbot.keyClicks(end, "8:30")
    assert end.feedback.text() == "Sat, 8:30 am, the next day"
    qtbot.keyClick(end, RETURN)
    assert changes(window) == [OtherHours(friday, Hours(time(19), time(8, 30)))]


def test_an_extra_shift_begins_with_the_hours_of_ones_own(open_window: Open) -> None:
    window = night_window(open_window)
    card = opened(window, "extra", FREE_MONDAY)
    hours = field(card, "Hours", ChoiceField)
    assert [hours.itemText(n) for n in range(hours.count())] == [
        "7 pm\u20137 am", "9 am\u20139 pm", "noon\u2013midnight", "Other hours",
    ]  # fmt: skip
    card.save()
    assert changes(window) == [Extra(FREE_MONDAY, None, Hours(time(19), time(7)))]


def test_leave_by_keys_alone_through_all_fields_is_saved_and_not_dropped(
    qtbot: QtBot, open_window: Open
) -> None:
    """From, Tab, To, Tab, Enter: the keys are on Save, which comes before Cancel."""
    window = open_window()
    card = opened(window, "leave", TUESDAY)
    for name, text in (("From", "9/16"), ("To", "9/18")):
        at = field(card, name, DateField)
        assert at.hasFocus()
        qtbot.keyClicks(at, text)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is save_button(card)
    ring = window.findChildren(FocusRing)[0]
    assert ring.isVisible()
    assert ring.geometry().contains(
        QRect(save_button(card).mapTo(ring.parentWidget(), QPoint()), save_button(card).size())
    )
    qtbot.keyClick(save_button(card), RETURN)
    assert changes(window) == [LEAVE]


def test_enter_in_the_last_field_saves_what_was_said_while_one_typed(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = opened(window, "ended-at", TUESDAY)
    end = field(card, "Ended at", TimeField)
    qtbot.keyClicks(end, "10p")
    assert "Week of September 8: 41 h (40 h planned)" in said(card)
    assert "Press Enter" not in said(card)
    assert "Not saved yet" in spoken(window, TUESDAY)
    assert changes(window) == []
    qtbot.keyClick(end, RETURN)
    assert changes(window) == [OtherHours(TUESDAY, Hours(time(9), time(22)))]


def test_enter_in_another_field_saves_nothing_yet(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "leave", LEAVE.first, LEAVE.last)
    first = field(card, "From", DateField)
    qtbot.keyClicks(first, "9/15")
    qtbot.keyClick(first, RETURN)
    assert changes(window) == []
    assert first.value() == date(2025, 9, 15)


def test_one_enter_saves_what_was_typed_and_said(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "ended-at", FRIDAY - timedelta(days=2))  # a shift at 9 follows
    end = field(card, "Ended at", TimeField)
    qtbot.keyClicks(end, "3 am")
    assert end.feedback.text() == "Thu, 3 am, the next day"
    assert warnings(card) != ""
    qtbot.keyClick(end, RETURN)
    assert len(changes(window)) == 1


def test_a_day_without_a_shift_is_said_before_an_end_is_typed(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = opened(window, "ended-at", date(2025, 9, 11))  # its admin time ends at 1 pm
    assert "Thursday, September 11, 2025 has no shift" in warnings(card)
    end = field(card, "Ended at", TimeField)
    qtbot.keyClicks(end, "10:40")
    assert "Thursday, September 11, 2025 has no shift" in warnings(card)
    assert not save_button(card).isEnabled()
    qtbot.keyClick(end, RETURN)
    assert changes(window) == []


def test_an_end_after_midnight_says_its_day_and_goes_along_with_it(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = opened(window, "training", TUESDAY)
    end = field(card, "Ends", TimeField)
    assert end.feedback.text() == ""
    end.put(time(1, 30))
    assert end.feedback.text() == "Wed, 1:30 am, the next day"
    click(qtbot, window, FRIDAY)
    assert end.feedback.text() == "Sat, 1:30 am, the next day"
    end.put(time(0))
    assert end.feedback.text() == ""


def test_a_late_end_of_an_extra_shift(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    opened(window, "extra", FREE_MONDAY).save()
    card = opened(window, "ended-at", FREE_MONDAY)
    end = field(card, "Ended at", TimeField)
    assert end.text() == "9 pm"
    qtbot.keyClicks(end, "10:30p")
    qtbot.keyClick(end, RETURN)  # less than 12 hours of rest follow: one is to see that
    qtbot.keyClick(end, RETURN)
    assert changes(window)[1] == OtherHours(FREE_MONDAY, Hours(time(9), time(22, 30)))
    assert "extra shift, 9 am-10:30 pm" in spoken(window, FREE_MONDAY)


def test_a_swaps_hours_are_asked_of_the_shift_that_is_taken(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = opened(window, "swap", FRIDAY)
    hours = field(card, "Its hours", ChoiceField)
    assert not hours.isEnabled()
    click(qtbot, window, WEDNESDAY_OFF)
    assert hours.isEnabled()
    hours.put(str(Band.EVENING))
    card.save()
    assert changes(window) == [Swap(FRIDAY, WEDNESDAY_OFF, Band.EVENING)]


def test_a_swap_typed_by_keys_alone_keeps_the_colleagues_name(
    qtbot: QtBot, open_window: Open
) -> None:
    # The hours were passed by Tab until the date was read, so that a name typed third was lost.
    window = open_window()
    window.session.choose(FRIDAY)
    qtbot.keyClick(table(window), Qt.Key.Key_S)

    def keys() -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    take = field(form(window), "You take a shift on", OptionalDateField)
    take.setFocus()
    qtbot.keyClicks(keys(), f"{WEDNESDAY_OFF:%m/%d}")
    qtbot.keyClick(keys(), Qt.Key.Key_Tab)
    assert keys() is field(form(window), "Its hours", ChoiceField)
    qtbot.keyClick(keys(), Qt.Key.Key_Tab)
    qtbot.keyClicks(keys(), "Lee")
    qtbot.keyClick(keys(), RETURN)
    assert changes(window) == [Swap(FRIDAY, WEDNESDAY_OFF, None, "Lee")]


def test_escape_goes_back_from_a_date_that_was_typed_to_the_day_that_was_chosen(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    opened(window, "swap", FRIDAY)
    chosen = window.session.selection
    take = field(form(window), "You take a shift on", OptionalDateField)
    take.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "9/24")
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert window.session.selection.current == WEDNESDAY_OFF
    qtbot.keyClick(form(window), ESCAPE)
    assert not is_open(window)
    assert window.session.selection == chosen


def test_the_days_of_a_leave_over_new_year_are_named_whole(open_window: Open) -> None:
    window = open_window()
    title = window.findChildren(SelectedCard)[0].findChildren(ElidedLabel)[0]
    window.session.choose(date(2026, 12, 31))
    window.session.choose(date(2027, 1, 3), extend=True)
    assert title.text() in (
        "December 31, 2026 \N{EN DASH} January 3, 2027",
        "Dec 31, 2026 \N{EN DASH} Jan 3, 2027",
    )


def test_a_warning_stands_in_the_orange_field(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "swap", TUESDAY)
    assert warnings(card) == ""
    click(qtbot, window, FREE_MONDAY)
    field(card, "Its hours", ChoiceField).put(str(Band.EVENING))
    give = field(card, "You give your shift on", OptionalDateField)
    give.clear()
    give.apply()
    # From midnight after the evening shift to 9 am on Tuesday there are nine hours.
    assert "9 h" in warnings(card)
    assert warnings(card).startswith("Take care")
    assert "Take care" not in said(card).replace(warnings(card), "")
    assert save_button(card).isEnabled()


def test_one_letter_keys_are_typed_into_a_form_and_turn_no_page(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.go_to(date(2026, 1, 6))
    card = opened(window, "swap", date(2026, 1, 6))
    click(qtbot, window, date(2026, 1, 6))
    hours = field(card, "Its hours", ChoiceField)
    hours.setEnabled(True)
    hours.setFocus()
    for key in (Qt.Key.Key_T, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(hours, key)
    assert window.session.month.title == "January 2026"


def test_a_key_of_another_kind_changes_the_form_and_the_same_leads_back(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    first = opened(window, "leave", TUESDAY)
    table(window).setFocus()
    qtbot.keyClick(table(window), Qt.Key.Key_L)
    assert form(window) is first
    focused = QApplication.focusWidget()
    assert focused is not None
    assert first.isAncestorOf(focused)
    table(window).setFocus()
    qtbot.keyClick(table(window), Qt.Key.Key_N)
    assert form(window).kind.title == "Note"


def test_a_form_opens_beside_the_month_from_views_that_have_no_days(open_window: Open) -> None:
    window = open_window()
    window.session.show_view("finder")
    window.session.choose(FRIDAY)
    window.user_actions.days.enter("leave")
    QApplication.processEvents()
    assert window.session.view == "month"
    assert form(window).isVisible()


def test_a_form_takes_the_place_of_the_first_steps(open_window: Open) -> None:
    window = open_window()
    window.first_steps()
    card = opened(window, "note", FRIDAY)
    assert card.isVisible()
    assert not window._first.place.isVisible()
    card.left.emit()
    QApplication.processEvents()
    assert window._first.place.isVisible()


@pytest.mark.parametrize(
    ("size", "scale"),
    cases([((720, 480), 1.0), ((911, 512), 2.0)], [((1024, 640), 1.0), ((1024, 640), 2.0)]),
)
def test_buttons_and_fields_are_on_show_where_the_keys_are(
    qtbot: QtBot, open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    for kind in ("leave", "swap", "hours", "admin"):
        card = opened(window, kind, FRIDAY)
        settle()
        at = QApplication.focusWidget()
        seen = []
        while at is not None and card.isAncestorOf(at):
            shown = at.visibleRegion().boundingRect()
            assert shown.height() >= at.height() - 4, (kind, at)
            assert shown.width() == at.width(), (kind, at)
            seen.append(at)
            qtbot.keyClick(at, Qt.Key.Key_Tab)
            settle()
            at = QApplication.focusWidget()
        assert len(seen) >= 3, kind
        save = save_button(card)
        assert save.visibleRegion().boundingRect() == save.rect(), kind
        card.left.emit()
        settle()


def test_tab_goes_through_the_form_from_top_to_bottom(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    for kind in CHANGE_KINDS:
        card = opened(window, kind.id, FRIDAY)
        card.findChildren(QLineEdit)[0].setFocus()
        places, names = [], []
        while (at := QApplication.focusWidget()) and card.isAncestorOf(at):
            corner = at.mapTo(card, QPoint())
            places.append((corner.y(), corner.x()))
            facts = QAccessible.queryAccessibleInterface(at)
            names.append(facts.text(QAccessible.Text.Name))
            qtbot.keyClick(at, Qt.Key.Key_Tab)
        assert places == sorted(places), kind.id
        assert all(names), kind.id
        assert len(set(names)) == len(names), kind.id
        # Save takes no keys before there is something to save.
        assert names[-1] in ("Save", "Cancel"), kind.id
        card.left.emit()


def test_opening_what_is_wrong_and_saving_are_told_to_a_screen_reader(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    window = open_window()
    monkeypatch.setattr(announcing, "speak", lambda _, text: texts.append(text))
    card = opened(window, "leave", TUESDAY)
    assert texts[0].startswith("Leave, Tue, Sep 9. This takes off 1 shift, 12 h.")
    click(qtbot, window, FREE_MONDAY)
    assert texts[-1] == "You are free on Mon, Sep 8. Click the last day, or type it under To."
    click(qtbot, window, TUESDAY)
    told = len(texts)
    card.save()
    assert texts[told:] == ["Saved: leave, September 8-9, 2025"]


def test_a_form_left_or_saved_is_freed(open_window: Open) -> None:
    from dialogs import let_go

    window = open_window()
    opened(window, "note", FRIDAY).left.emit()
    let_go()
    before = len(QApplication.allWidgets())
    for kind in CHANGE_KINDS:
        opened(window, kind.id, FRIDAY).left.emit()
    opened(window, "called-off", FRIDAY).save()
    let_go()
    assert len(QApplication.allWidgets()) == before


def test_the_year_shows_it_too_and_a_click_there_moves_the_form(
    qtbot: QtBot, open_window: Open
) -> None:
    from heartplanner.ui.year.year_table import YearTable

    window = open_window()
    window.session.show_view("year")
    card = opened(window, "leave", TUESDAY)
    december = window.findChildren(YearTable)[11]
    day = date(2025, 12, 9)
    qtbot.mouseClick(
        december.viewport(), Qt.MouseButton.LeftButton, pos=day_rect(december, day).center()
    )
    assert window.session.view == "year"
    assert field(card, "From", DateField).value() == day


def test_a_change_can_be_taken_back_in_sight_and_nothing_moves(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    opened(window, "leave", LEAVE.first, LEAVE.last).save()
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "Take back"]
    (more,) = [b for b in window.findChildren(QPushButton) if b.text() == "More"]
    place = more.mapTo(window, QPoint())
    assert button.isEnabled()
    shown = "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())
    assert "3 days: leave" in shown
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert changes(window) == []
    settle()
    assert not button.isEnabled()
    assert more.mapTo(window, QPoint()) == place


def test_one_day_of_a_leave_is_taken_back_alone_or_with_all_of_it(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    opened(window, "leave", LEAVE.first, LEAVE.last).save()
    asked: list[tuple[str, list[str]]] = []

    def read(
        _parent: QWidget, title: str, options: list[str], _verb: str, _about: Callable[[int], str]
    ) -> int:
        asked.append((title, options))
        return 0

    monkeypatch.setattr(list_choice, "choose", read)
    window.session.choose(LEAVE.last)
    window.user_actions.days.remove()
    ((title, options),) = asked
    assert title == "Do you take back only these days, or all of it?"
    assert [option.rsplit(", ", 1)[1] for option in options] == ["this day only", "all its days"]
    (left,) = changes(window)
    assert left == LEAVE._replace(last=LEAVE.last - timedelta(days=1))
    window.session.store.undo()
    assert changes(window) == [LEAVE]


def test_of_several_changes_the_last_one_is_offered_first_with_what_follows(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A leave of September 8-10 over a shift that is given: taken back, the given day is leave again."""
    window = open_window()
    opened(window, "leave", FREE_MONDAY, TUESDAY).save()
    store, lists = window.session.store, list[tuple[list[str], list[str]]]()
    for what in (Note(TUESDAY, "Therapy"), Extra(FREE_MONDAY, Band.DAY, BAND_HOURS[Band.DAY])):
        store.change("more", add_change(store.plan, what, store.moment()))

    def read(
        _parent: QWidget, _title: str, options: list[str], _verb: str, about: Callable[[int], str]
    ) -> int:
        lists.append((options, [about(row) for row in range(len(options))]))
        return 2

    monkeypatch.setattr(list_choice, "choose", read)
    window.session.choose(FREE_MONDAY)
    window.session.choose(TUESDAY, extend=True)
    window.user_actions.days.remove()
    ((options, about),) = lists
    assert [option.split(",")[0] for option in options] == ["extra day shift", "note", "leave"]
    assert about[0].splitlines()[0] == "Mon, Sep 8 becomes day off."
    assert about[1] == ""
    lines = about[2].splitlines()
    assert lines[:2] == ["Tue, Sep 9 becomes day shift 9-9.", "That is 12 h less leave."]
    told = "Taken back: leave, September 8\u20139, 2025. Tue, Sep 9 becomes day shift 9\u20139."
    assert foot(window) == f"{told} That is 12 h less leave."


def test_both_days_of_a_swap_that_is_taken_back_are_in_sight(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    store = window.session.store
    swap = Swap(TUESDAY, TUESDAY + timedelta(days=4), None, "Maximiliane")
    store.change("swap", add_change(store.plan, swap, store.moment()))
    monkeypatch.setattr(list_choice, "choose", lambda *_: 0)
    window.session.choose(TUESDAY)
    window.user_actions.days.remove()
    days = "Tue, Sep 9 becomes day shift 9\u20139. Sat, Sep 13 becomes day off."
    assert foot(window) == f"Taken back: swap. {days}"


def test_where_a_change_is_taken_back_its_schedule_is_made_once(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With thousands of changes each of them takes a tenth of a second of the processor."""
    window = open_window()
    store, made = window.session.store, list[Plan]()
    store.change("note", add_change(store.plan, Note(TUESDAY, "Therapy"), store.moment()))
    window.session.choose(TUESDAY)
    real = schedule.changed_days

    def counted(plan: Plan) -> Changed:
        made.append(plan)
        return real(plan)

    monkeypatch.setattr(schedule, "changed_days", counted)
    window.user_actions.days.remove()
    assert made == [store.plan]


def test_a_message_that_fits_again_has_no_button_to_read_all_of_it(open_window: Open) -> None:
    window = open_window()
    bar = window.message_bar
    bar.say("Reprint September 2025. " * 12)
    whole = bar.stops()[0]
    window.resize(900, window.height())
    QApplication.processEvents()
    assert not whole.isHidden()
    window.resize(2500, window.height())
    QApplication.processEvents()
    assert whole.isHidden()
    bar.hide()


def test_a_change_that_another_builds_on_says_which_is_taken_back_first(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    store, said = window.session.store, list[str]()
    for what in (Swap(TUESDAY, FREE_MONDAY), OtherHours(FREE_MONDAY, Hours(time(9), time(22)))):
        store.change("more", add_change(store.plan, what, store.moment()))
    monkeypatch.setattr(day_actions, "say", lambda _parent, _title, text: said.append(text))
    window.user_actions.days.remove((TUESDAY, TUESDAY))
    (text,) = said
    assert text.startswith(
        "A later change builds on it. Take that back first: changed hours, Monday"
    )


def test_what_asks_for_care_stands_first_in_an_orange_field(open_window: Open) -> None:
    window = open_window()
    late = OtherHours(FRIDAY - timedelta(days=2), Hours(time(9), time(3)))
    store = window.session.store
    store.change("hours", add_change(store.plan, late, store.moment()))
    window.session.choose(late.date)
    settle()
    (field,) = [
        w for w in window.findChildren(SelectedCard)[0].findChildren(Warnings) if w.isVisible()
    ]
    assert field.texts().startswith("Take care: 6 h of rest")
    assert field.visibleRegion().boundingRect() == field.rect()  # all of it is in sight
    index = table(window).indexAt(place(window, late.date))
    name = table(window).model().data(index, Qt.ItemDataRole.ToolTipRole)
    assert "9 am-3 am the next day" in name


def test_on_a_usual_screen_all_that_follows_from_a_swap_is_in_sight(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.resize(1280, 800)
    card = opened(window, "swap", TUESDAY)
    click(qtbot, window, FREE_MONDAY)
    settle()
    shown = [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]
    assert any("What follows" in each.text() for each in shown)
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in shown)
