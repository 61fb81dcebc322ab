"""The finder in the window: marking, what follows, using it, and undoing all of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from settled import settle

from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.finder.counting.marks import allowed_letters, read_marks
from heartplanner.core.finder.found import FOUND
from heartplanner.core.finder.ranking.ranking import ranked_rotations
from heartplanner.core.finder.search import counts_of, search_of, use, with_roster, with_search
from heartplanner.core.plan.change import Absence, AbsenceKind, Note, OtherHours
from heartplanner.core.plan.hours import Band, Hours
from heartplanner.core.plan.model import Mark, Search
from heartplanner.core.roster.reader import read_roster
from heartplanner.core.roster.roster import RosterQuestion
from heartplanner.core.roster.source import TextSource
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.finder.finder_cards import CountCard, OptionsCard, QuestionCard, UseCard
from heartplanner.ui.finder.finder_table import FinderTable
from heartplanner.ui.finder.finder_view import FinderView
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.review.repair_dialog import RepairDialog
from heartplanner.ui.review.review_dialog import ReviewDialog
from heartplanner.ui.roster.roster_text_field import RosterTextField
from heartplanner.ui.widgets.message_boxes import QuestionBox
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
CYCLE = date(2025, 9, 8)
"""The cycle of the window's today begins on this Monday."""


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    found_ = open_window()
    found_.session.show_view("finder")
    return found_


def board(window: MainWindow) -> FinderTable:
    return window.findChildren(FinderTable)[0]


def texts(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def names(window: MainWindow, *days: int) -> list[str]:
    model, role = board(window).model(), Qt.ItemDataRole.AccessibleTextRole
    return [model.index(*divmod(day - 1, 7)).data(role) for day in days]


def marks(window: MainWindow) -> tuple[Mark, ...]:
    return search_of(window.session.store.plan).marks


def button(window: QWidget, words: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == words)


def shown_buttons(window: MainWindow) -> list[str]:
    return [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]


def test_letters_mark_days_and_the_rest_follows(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---S")
    table.go_to(19)
    qtbot.keyClicks(table, "s")
    assert marks(window)[0] == Mark(CYCLE, "-")
    assert marks(window)[-1] == Mark(date(2025, 9, 27), "S")
    shown = texts(window)
    assert "9,600" in shown
    assert "of 7,526,400. You marked 10 days; 19 are still open." in shown
    assert "Monday, September 22: do you work?" in shown
    assert "Your break: October 10–15, six days." in shown
    assert names(window, 1, 10, 21, 15) == [
        "Monday, September 8, 2025: free, you marked it",
        "Wednesday, September 17, 2025: a shift in 67% of the rotations that fit, open",
        "Sunday, September 28, 2025: shift, follows for certain",
        "Monday, September 22, 2025: a shift in 20% of the rotations that fit, open, next question",
    ]


def test_the_first_answer_moves_no_button(window: MainWindow) -> None:
    card = window.findChildren(QuestionCard)[0]
    free = next(each for each in card.findChildren(QPushButton) if each.text() == "Shift")
    window.resize(1366, 700)
    settle(window)
    before = free.mapTo(window, free.rect().topLeft()).y()
    free.click()
    QApplication.processEvents()
    assert len(marks(window)) == 1
    assert free.mapTo(window, free.rect().topLeft()).y() == before
    # A history of long numbers takes a second line, and leaves it again.
    for way in ([7_526_400, 3_763_200, 1_254_400, 940_800, 470_400], [24, 6, 2, 1]):
        of = f"of 7,526,400. You marked {len(way)} days; {42 - len(way)} are still open."
        window.findChildren(CountCard)[0].show_counts(way[-1], of, way)
        settle(window)
        assert free.mapTo(window, free.rect().topLeft()).y() == before


def test_the_question_of_a_day_of_leave_means_the_rotation(window: MainWindow) -> None:
    """Asked on vacation "do you work?", one answers no."""
    card, store = window.findChildren(QuestionCard)[0], window.session.store
    buttons, label = card.findChildren(QPushButton), card.findChildren(QLabel)[1]
    window.resize(1366, 700)
    settle(window)
    before = [each.mapTo(window, QPoint()) for each in buttons]
    asked = label.text()
    assert asked == "Friday, September 12: do you work?"
    day, normally = date(2025, 9, 12), "Friday, September 12: normally a work day?"
    for what, said in (
        (Note(day, "Buy milk"), asked),
        (Absence(AbsenceKind.LEAVE, day, day), normally),
        (OtherHours(day, Hours(time(9), time(22))), normally),
    ):
        store.change("a change", add_change(store.plan, what, store.moment()))
        QApplication.processEvents()
        assert label.text() == said
        assert [each.mapTo(window, QPoint()) for each in buttons] == before
        store.undo()
    card.ask("Wednesday, September 23, 2026: normally a work day?")
    settle(window)
    assert [each.mapTo(window, QPoint()) for each in buttons] == before


def test_clicks_step_and_dragging_marks_alike(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    view = table.viewport()

    def at(day: int) -> QPoint:
        return table.visualRect(table.model().index(*divmod(day, 7))).center()

    for letter in ("S", "A", "-", ""):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(1))
        assert [mark.letter for mark in marks(window)] == list(letter)
    for first, letters in ((1, ["S", "S", "S"]), (2, ["S", "S", "S", "S"])):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=at(first))
        for day in (first + 1, first + 2):
            table.mouseMoveEvent(moved(at(day)))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(first + 2))
        assert [mark.letter for mark in marks(window)] == letters


def drag(qtbot: QtBot, table: FinderTable, *days: int) -> None:
    """Press on the first of these days of the cycle, 0 to 41, and let go on the last."""

    def at(day: int) -> QPoint:
        return table.visualRect(table.model().index(*divmod(day, 7))).center()

    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at(days[0]))
    for day in days[1:]:
        table.mouseMoveEvent(moved(at(day)))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at(days[-1]))


def test_an_open_days_drag_passes_over_marks_and_is_one_step(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = board(window)
    table.go_to(9)
    qtbot.keyClicks(table, "A")
    drag(qtbot, table, 8, 9, 10)
    assert {mark.date.day: mark.letter for mark in marks(window)} == {16: "S", 17: "A", 18: "S"}
    assert window.session.store.undo_name == "2 days marked as shift"
    window.session.store.undo()
    assert [mark.letter for mark in marks(window)] == ["A"]


def test_a_marked_days_drag_makes_others_like_it(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(8)
    qtbot.keyClicks(table, "AS")
    drag(qtbot, table, 8, 9, 10)
    assert [mark.letter for mark in marks(window)] == ["A", "A", "A"]
    window.session.store.undo()
    assert [mark.letter for mark in marks(window)] == ["A", "S"]


def test_half_a_date_of_week_one_drops_no_mark(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(1)
    qtbot.keyClicks(table, "SS")
    field = window.findChildren(FinderView)[0]._start
    field.select()
    qtbot.keyClicks(field, "1/5")
    assert len(marks(window)) == 2
    assert search_of(window.session.store.plan).start == date(2025, 7, 28)
    assert field.feedback.text() == "Monday, January 5, 2026"
    qtbot.keyClicks(field, "/2026")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert search_of(window.session.store.plan).start == date(2026, 1, 5)


def moved(to: QPoint) -> QMouseEvent:
    """The pointer goes on with its left button held."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(to), QPointF(to), left, left, none)


def test_answers_lead_to_one_rotation_and_undo_leads_back(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.store.plan
    truth = "-SSAS---SSAS-----ASSS-SSAS--SSSA------ASSS"
    steps = 0
    while (day := counts_of(search_of(window.session.store.plan)).ask_next) is not None:
        window.findChildren(QuestionCard)[0].answered.emit(truth[day - 1])
        steps += 1
    assert steps < 20
    qtbot.waitUntil(lambda: "Your schedule" in texts(window))
    assert not window.findChildren(QuestionCard)[0].isVisible()
    for _ in range(steps):
        window.session.store.undo()
    assert window.session.store.plan == before


def test_the_page_stays_after_an_answer_and_opens_at_its_top(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 752)
    store = window.session.store
    truth = "-SSAS---SSAS-----ASSS-SSAS--SSSA------ASSS"
    words = {"S": "Shift", "A": "Admin", "-": "Free"}
    (view,) = window.findChildren(FinderView)
    page, use_it = view.verticalScrollBar(), window.findChildren(UseCard)[0].main_button
    page.setValue(page.maximum())
    assert page.value() > 0
    known = read_marks(truth[1:28], CYCLE + timedelta(days=1))
    roster = Search(store.plan.start, tuple(known))
    store.change("a roster", with_search(store.plan, roster, store.moment()))
    assert page.value() == 0
    (card,) = window.findChildren(QuestionCard)
    while (day := counts_of(search_of(store.plan)).ask_next) is not None:
        answer = button(card, words[truth[day - 1]])
        qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(use_it.hasFocus)
    assert page.value() == 0
    assert view.viewport().rect().contains(use_it.mapTo(view.viewport(), use_it.rect().center()))
    page.setValue(page.maximum())
    window.session.show_view("month")
    window.session.show_view("finder")
    assert page.value() == 0


def test_a_contradiction_is_named_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    for day in (5, 12):
        table.go_to(day)
        qtbot.keyClicks(table, "S")
    shown = texts(window)
    assert "These cannot all be true" in shown
    assert "Saturday, September 13 and Saturday, September 20 are both worked" in shown
    assert all("conflicts with another day" in name for name in names(window, 6, 13))
    qtbot.waitUntil(lambda: "No rotation fits." in texts(window))
    assert not button(window, "Use this rotation").isEnabled()


@pytest.mark.parametrize(
    ("words", "kept", "rules"),
    [
        ("Unmark Sat, Sep 13", [20], {"P3", "P4", "P6", "P7"}),
        ("Unmark Sat, Sep 20", [13], {"P3", "P4", "P6", "P7"}),
        ('Drop "one weekend in three"', [13, 20], {"P3", "P4", "P7"}),
    ],
)
def test_a_contradiction_is_resolved_by_a_button_and_undone(
    qtbot: QtBot, window: MainWindow, words: str, kept: list[int], rules: set[str]
) -> None:
    table = board(window)
    for day in (5, 12):
        table.go_to(day)
        qtbot.keyClicks(table, "S")
    before = window.session.store.plan
    qtbot.waitUntil(lambda: words in shown_buttons(window))
    button(window, words).click()
    search = search_of(window.session.store.plan)
    assert [mark.date.day for mark in search.marks] == kept
    assert search.options.rules == rules
    assert "These cannot all be true" not in texts(window)
    assert not [each for each in shown_buttons(window) if each.startswith(("Unmark", "Drop"))]
    window.session.store.undo()
    assert window.session.store.plan == before
    qtbot.waitUntil(lambda: words in shown_buttons(window))


def in_since(act: Callable[[RepairDialog], None]) -> None:
    """Answer the dialog that asks from when on a rotation is used, once it is open."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RepairDialog)
        act(dialog)

    QTimer.singleShot(10, run)


def test_using_one_of_many_shows_what_is_a_guess(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---S")
    qtbot.waitUntil(lambda: "Use this rotation..." in shown_buttons(window))
    qtbot.waitUntil(button(window, "Use this rotation...").isEnabled)
    in_since(lambda dialog: dialog.accept())
    button(window, "Use this rotation...").click()
    assert window.session.habits.view == "month"
    assert isinstance(window.focusWidget(), MonthTable)  # where one goes on
    assert "31 of 42 days of your rotation are not confirmed yet." in texts(window)
    window.session.choose(date(2025, 9, 17))
    assert "That is not confirmed yet." in texts(window)
    # Who says that they are right goes on among the days too: the card that had the keys is gone.
    sure = next(
        each for each in window.findChildren(QToolButton) if each.text() == "They are right"
    )
    sure.setFocus()
    QTimer.singleShot(10, lambda: QApplication.activeModalWidget().accept())
    sure.click()
    assert not sure.isVisible()
    assert isinstance(window.focusWidget(), MonthTable)
    window.session.store.undo()
    window.session.store.undo()
    assert window.session.store.plan.example
    assert "sample rotation" in texts(window)


def test_what_is_found_is_said_on_leaving_and_a_contradicted_day_is_not_offered_as_right(
    qtbot: QtBot, window: MainWindow
) -> None:
    table, store = board(window), window.session.store
    start = store.plan.start
    search = Search(start, tuple(read_marks("-SSAS---S", CYCLE)))
    ranked = ranked_rotations(allowed_letters(search.marks, start), search.options)
    rotation, other = islice(ranked, 2)
    store.change("found", use(store.plan, search, rotation, store.moment()))
    window.session.show_view("month")
    tools = {each.text(): each for each in window.findChildren(QToolButton)}
    assert tools["They are right"].isVisible()
    assert FOUND not in texts(window)
    window.session.show_view("finder")
    first = next(
        day for day in store.plan.assignments[0].guesses if rotation.letters[day - 1] == "S"
    )
    table.go_to(first - 1)
    qtbot.keyClicks(table, "A")
    window.session.show_view("month")
    assert "as admin in Find my rotation." in texts(window)
    assert not tools["They are right"].isVisible()
    assert not window._binder.actions["confirm"].isEnabled()
    # All six weeks are marked now: one rotation is left, and the calendar has another.
    whole = Search(start, tuple(read_marks(other.letters, CYCLE)))
    store.change("all", with_search(store.plan, whole, store.moment()))
    window.session.show_view("finder")
    window.session.show_view("month")
    assert FOUND in texts(window)
    in_since(lambda dialog: dialog.accept())
    use_it = button(window, "Use it...")
    use_it.setFocus()
    use_it.click()
    # Its message is gone: the keys are on the days, and not on what comes next in the window.
    assert isinstance(window.focusWidget(), MonthTable)
    assert store.plan.assignments[-1].rotation == other
    assert FOUND not in texts(window)


def test_days_of_several_rotations_are_said_to_wait_wherever_one_looks(window: MainWindow) -> None:
    store, session, bar = window.session.store, window.session, window.message_bar
    store.change("mine", confirm(store.plan, store.moment()))
    later = Search(store.plan.start, tuple(read_marks("---ASSS-SSAS---SSAS--", date(2025, 10, 20))))
    store.change("roster", with_search(store.plan, later, store.moment()))
    assert bar.text() == ""  # the finder says it all itself
    for view in ("month", "cycle", "list"):
        session.show_view(view)
        assert bar.text().endswith("None of them is in your calendar yet.")
    # What else is said goes before; then it stands there again.
    bar.say("3 lines are left out.")
    session.show_view("month")
    assert bar.text() == "3 lines are left out."
    bar.stops()[-1].click()
    assert bar.text().endswith("None of them is in your calendar yet.")
    bar.stops()[1].click()
    assert session.view == "finder"
    assert bar.text() == ""
    session.show_view("month")
    bar.stops()[-1].click()
    session.show_view("cycle")
    assert bar.text() == ""
    store.undo()
    assert bar.text() == ""
    store.redo()
    session.show_view("finder")
    session.show_view("month")
    assert bar.text().endswith("None of them is in your calendar yet.")


def test_the_days_before_are_kept_where_they_are_ones_own(qtbot: QtBot, window: MainWindow) -> None:
    store = window.session.store
    store.change("mine", confirm(store.plan, store.moment()))
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "SSSA----")
    qtbot.waitUntil(lambda: "Use this rotation..." in shown_buttons(window))
    offered: list[str] = []

    def look(dialog: RepairDialog) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        offered.extend(field.itemText(place) for place in range(field.count()))
        dialog.accept()

    in_since(look)
    button(window, "Use this rotation...").click()
    assert offered == [
        "from Monday, September 8, 2025 on; the days before stay as they are",
        "from Monday, July 28, 2025 on; your whole calendar follows it",
    ]
    starts = [assignment.start for assignment in store.plan.assignments]
    assert starts == [date(2025, 7, 28), date(2025, 9, 8)]
    # What was done is said although the view changed.
    assert window._status.text() == "Saved: using the rotation found"


def test_a_change_that_does_not_fit_is_named_with_ways_on(window: MainWindow) -> None:
    store = window.session.store
    late = OtherHours(date(2025, 9, 9), Hours(time(9), time(22)))
    store.change("mine", add_change(confirm(store.plan, store.moment()), late, store.moment()))
    other = "---ASSS-SSAS---SSAS-----ASSS-SSAS--SSSA---"
    search = Search(store.plan.start, tuple(read_marks(other, CYCLE)))
    store.change("marks", with_search(store.plan, search, store.moment()))
    before, said = store.plan, ""

    def use_from_the_start(answer: str) -> None:
        def choose(dialog: RepairDialog) -> None:
            (field,) = dialog.findChildren(ChoiceField)
            field.put("start")
            QTimer.singleShot(10, press)
            dialog.accept()

        def press() -> None:
            nonlocal said
            box = QApplication.activeModalWidget()
            assert isinstance(box, QuestionBox)
            said = box.text()
            button(box, answer).click()

        in_since(choose)
        rotation = next(
            ranked_rotations(allowed_letters(search.marks, search.start), search.options)
        )
        window.user_actions.finder.use(search, rotation)

    use_from_the_start("Cancel")
    assert store.plan == before
    assert said.startswith(
        "You entered: changed hours, Tuesday, September 9, 2025, 9 am–10 pm. With this rotation, Tuesday,"
        " September 9, 2025 has no shift."
    )
    use_from_the_start("Use it from Monday, September 15, 2025")
    assert [one.start for one in store.plan.assignments] == [store.plan.start, date(2025, 9, 15)]
    assert [change.what for change in store.plan.changes] == [late]
    store.undo()
    use_from_the_start("Remove that change")
    assert [one.start for one in store.plan.assignments] == [store.plan.start]
    assert store.plan.changes == ()
    store.undo()
    assert store.plan.changes == before.changes


def test_another_one_and_the_first_again(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "-SSAS---SSAS-----ASSS-SSAS--")
    assert counts_of(search_of(window.session.store.plan)).total == 8
    card = window.findChildren(UseCard)[0]

    def shown() -> str:
        return card.findChildren(QLabel)[2].text()

    qtbot.waitUntil(lambda: shown().startswith("Sep 8: "))
    assert "Dashed days are not confirmed yet." in texts(window)
    first = shown()
    assert "Sep 8: shift Tuesday, Wednesday and Friday; admin Thursday. " in first
    seen = [first]
    for _ in range(7):
        button(window, "Another one").click()
        assert shown() not in seen
        seen.append(shown())
    button(window, "Another one").click()
    assert shown() == first


def test_options_change_what_is_left(window: MainWindow) -> None:
    card = window.findChildren(OptionsCard)[0]
    card._admin.put("flexible")
    assert "153,408,000" in texts(window)
    card._breaks.put("7")
    assert "17,164,800" in texts(window)
    card._rules["P7"].setChecked(False)
    assert search_of(window.session.store.plan).options.rules == {"P3", "P4", "P6"}


def test_where_no_week_from_monday_fits_another_one_is_one_click_away(
    qtbot: QtBot, window: MainWindow
) -> None:
    table = board(window)
    table.go_to(5)
    qtbot.keyClicks(table, "SSSA------ASSS")
    offered = "Work week from Saturday (156,800 fit)"
    qtbot.waitUntil(lambda: offered in shown_buttons(window))
    told = "None fits if your work week begins on Monday; 156,800 fit if it begins on Saturday."
    assert told in texts(window)
    button(window, offered).click()
    store = window.session.store
    assert search_of(store.plan).options.work_week == 5
    assert store.undo_name == "work week from Saturday"
    assert "156,800" in texts(window)
    assert window.findChildren(OptionsCard)[0]._work_week.currentText() == "Saturday"
    qtbot.waitUntil(lambda: "Use this rotation..." in shown_buttons(window))
    qtbot.waitUntil(button(window, "Use this rotation...").isEnabled)
    in_since(lambda dialog: dialog.accept())
    button(window, "Use this rotation...").click()
    assert store.plan.assignments[0].work_week == 5


def test_the_work_week_may_be_any(window: MainWindow) -> None:
    card = window.findChildren(OptionsCard)[0]
    card._work_week.put_day(None)
    assert search_of(window.session.store.plan).options.work_week is None
    assert "30,105,600" in texts(window)
    assert "7,526,400 on Monday, 7,526,400 on Tuesday" in texts(window)


def test_other_cycles_have_other_dates_and_the_same_marks(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "S")
    said = "Monday, July 28, 2025: shift, you marked it, on September 8, 2025"
    window.session.turn(-1)
    assert names(window, 1) == [said]
    window.session.turn(-1)
    assert names(window, 1) == [said]
    window.session.turn(2)
    assert names(window, 1)[0].startswith("Monday, October 20, 2025")


def test_counts_go_down_step_by_step(qtbot: QtBot, window: MainWindow) -> None:
    table = board(window)
    table.go_to(0)
    qtbot.keyClicks(table, "SSSA-")
    way = window.findChildren(CountCard)[0]._way.text().split(" → ")
    assert way[-1] == "496,640"
    counts = [int(each.replace(",", "")) for each in way]
    assert counts == sorted(counts, reverse=True)


def in_review(act: Callable[[ReviewDialog], None]) -> None:
    """Do something in the review of a roster once it has come."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ReviewDialog):
            QTimer.singleShot(5000, dialog, dialog.reject)
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def use_once_read(dialog: ReviewDialog) -> None:
    """Press the one primary button as soon as it can be pressed."""
    if dialog._use.isVisible() and dialog._use.isEnabled():
        dialog._use.click()
    else:
        QTimer.singleShot(10, dialog, lambda: use_once_read(dialog))


def test_the_calendar_is_in_sight_where_its_rotation_is_used(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.first_steps()
    window.session.show_view("finder")
    window.resize(1280, 752)
    (view,) = window.findChildren(FinderView)
    use = button(window, "Use this rotation")
    qtbot.waitUntil(use.isEnabled)
    assert view.verticalScrollBar().value() == 0
    assert use.mapTo(view.viewport(), use.rect().bottomLeft()).y() < view.viewport().height()


def test_a_copied_roster_fills_in_days_and_their_band(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(
        "9/9 noon-midnight\n9/10 noon-midnight\n9/11 admin\nlunch\n"
    )
    window.session.show_view("month")
    in_review(use_once_read)
    window.user_actions.finder.roster("text")
    assert window.session.view == "finder"  # marked days are to be looked at
    assert [mark.letter for mark in marks(window)] == ["S", "S", "A"]
    assert window.session.store.plan.assignments[0].band is Band.EVENING
    undo_name = "3 days from a roster, with shifts noon-midnight"
    assert window.session.store.undo_name == undo_name
    window.session.store.undo()
    assert marks(window) == ()


def test_what_was_copied_without_a_digit_is_no_roster(window: MainWindow) -> None:
    def look(dialog: ReviewDialog) -> None:
        field = dialog.findChildren(RosterTextField)[0]
        assert field.isVisible()
        assert field.text == ""
        dialog.reject()

    QGuiApplication.clipboard().setText("a poem about nothing")
    in_review(look)
    window.user_actions.finder.roster("text")
    assert marks(window) == ()


def test_a_roster_that_cannot_be_read_is_said(window: MainWindow, tmp_path: Path) -> None:
    def look(dialog: ReviewDialog) -> None:
        said = "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        if "a photo is not read" in said:
            dialog.reject()
            seen.append(said)
        else:
            QTimer.singleShot(10, dialog, lambda: look(dialog))

    seen: list[str] = []
    file = tmp_path / "photo.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    in_review(look)
    window.user_actions.finder.roster_file(file)
    assert len(seen) == 1


def test_a_rosters_marks_are_shown_on_its_own_dates(window: MainWindow) -> None:
    """Marks of August were shown on the dates of the cycle of today, as if they were of these."""

    question = RosterQuestion(date(2025, 7, 28), window.session.today)
    roster = read_roster(TextSource("8/5 9a-9p\n8/6 9a-9p\n"), question)
    store = window.session.store
    store.change("a roster", with_roster(store.plan, roster, window.session.now()))
    assert names(window, 9) == ["Tuesday, August 5, 2025: shift, you marked it"]
    assert "July 28, 2025 to September 7, 2025" in texts(window)
    window.session.turn(1)
    assert names(window, 9) == [
        "Tuesday, September 16, 2025: shift, you marked it, on August 5, 2025"
    ]
    assert "You marked days of August 5–6, 2025." in texts(window)
    board(window).letter_put.emit(0, "-")  # on a date that is on show: nothing turns
    assert "September 8, 2025 to October 19, 2025" in texts(window)


def test_steps_that_change_no_count_are_not_listed(window: MainWindow) -> None:
    table = board(window)
    for day in range(7, 13):
        table.letter_put.emit(day, "S")
    card = window.findChildren(CountCard)[0]
    assert (card._count.text(), card._way.text()) == ("None", "1,751,040 → 686,080 → none")
