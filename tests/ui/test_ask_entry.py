"""Asking in the window: a question typed, answers in the month, and the change that one leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from forms import form, is_open, opened, save_button
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heartplanner.core.ask.not_understood import Place
from heartplanner.core.edits.colleagues import add_colleague
from heartplanner.core.edits.edits import add_change
from heartplanner.core.events.occurrence import EventIndex, Occurrence
from heartplanner.core.plan.change import Absence, AbsenceKind, Swap
from heartplanner.core.plan.model import Assignment, Rotation
from heartplanner.core.schedule.blocks import ZONE
from heartplanner.files import public_holidays
from heartplanner.ui.ask import answer_card
from heartplanner.ui.ask.answer_card import AnswerCard
from heartplanner.ui.ask.answer_list import AnswerList
from heartplanner.ui.ask.answer_rows import PLACE_TEXTS
from heartplanner.ui.ask.ask_entry import PLACE_ACTIONS, AskEntry
from heartplanner.ui.ask.ask_field import AskField
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.hours.hours_dialog import HoursDialog
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.panel.phone_status import PhoneStatus
from heartplanner.ui.panel.selected_card import SelectedCard
from heartplanner.ui.panel.side_panel import SidePanel
from heartplanner.ui.people.people_dialog import PeopleDialog
from heartplanner.ui.view_list import View
from heartplanner.ui.widgets import announce as announcing
from heartplanner.ui.window.header import Header
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.window.phone_button import PhoneButton
from heartplanner.ui.year.year_view import YearView
from tests.counting import Calls
from tests.examples import cases

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
Key = Qt.Key
SPOKEN = Qt.ItemDataRole.AccessibleTextRole
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def field_of(window: MainWindow) -> AskField:
    return window.findChildren(AskField)[0]


def entry_of(window: MainWindow) -> AskEntry:
    return window.session.findChildren(AskEntry)[0]


def card_of(window: MainWindow) -> AnswerCard:
    return window.findChildren(AnswerCard)[0]


def list_of(window: MainWindow) -> AnswerList:
    return window.findChildren(AnswerList)[0]


def asked(qtbot: QtBot, window: MainWindow, text: str) -> AnswerCard:
    """Ctrl+K and the question, key by key."""
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    press(qtbot, text)
    return card_of(window)


def press(qtbot: QtBot, *keys: Key | str) -> None:
    """Keys where the keys are."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(key, str):
            qtbot.keyClicks(focused, key)
        else:
            qtbot.keyClick(focused, key)
        QApplication.processEvents()


def said(card: AnswerCard) -> str:
    """What the card says, and its rows."""
    labels = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    (answers,) = card.findChildren(AnswerList)
    return "\n".join([*labels, *(row.name for row in answers.rows if answers.isVisible())])


def cell_text(window: MainWindow, day: date) -> str:
    model = window.findChildren(MonthTable)[0].model()
    text: str = model.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole)  # type: ignore[attr-defined]
    return text


def click_row(qtbot: QtBot, window: MainWindow, row: int) -> None:
    answers = list_of(window)
    place = answers.visualRect(answers.model().index(row, 0)).center()
    qtbot.mouseClick(answers.viewport(), LEFT, pos=place)
    QApplication.processEvents()


def button(card: AnswerCard, name: str) -> QPushButton:
    (found,) = [each for each in card.findChildren(QPushButton) if each.text() == name]
    return found


def test_ctrl_k_goes_to_the_field_and_escape_back_to_the_day(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    (day,) = window.findChildren(SelectedCard)
    card = asked(qtbot, window, "Oct 17")
    assert QApplication.focusWidget() is field_of(window)
    assert card.isVisible()
    assert not day.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not card.isVisible()
    assert day.isVisible()
    assert field_of(window).text() == ""
    assert isinstance(QApplication.focusWidget(), MonthTable)


def test_ctrl_k_within_the_field_marks_the_question_to_be_typed_over(
    qtbot: QtBot, open_window: Open
) -> None:
    """On X11 a field of Qt cuts what stands behind the cursor at this key."""
    window = open_window()
    card = asked(qtbot, window, "Oct 17")
    press(qtbot, Key.Key_Home)
    qtbot.keyClick(field_of(window), Key.Key_K, CONTROL)
    assert field_of(window).selectedText() == "Oct 17"
    press(qtbot, "Oct 24")
    assert "October 24, 2025" in said(card)


@pytest.mark.parametrize(
    ("size", "scale"),
    cases(
        [((1280, 800), 1.0), ((911, 512), 2.0), ((2560, 1440), 1.0)],
        [
            ((1280, 800), 2.0),
            ((911, 512), 1.0),
            ((2560, 1440), 2.0),
            ((1024, 640), 1.0),
            ((1024, 640), 2.0),
        ],
    ),
)
def test_nothing_else_moves_while_one_types(
    qtbot: QtBot, open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    QApplication.processEvents()
    (table,), (header,) = window.findChildren(MonthTable), window.findChildren(Header)

    def still() -> list[object]:
        QApplication.processEvents()
        window.grab()
        stops = [b for b in header.findChildren(QAbstractButton) if b.objectName() != "within"]
        places = [place(each, window) for each in (*stops, field_of(window))]
        return [places, window.session.month, window.session.selection, window.session.view]

    before = still()
    asked(qtbot, window, "D")
    beside = place(table, window)
    assert still() == before
    for key in "ec 12 evening and more":
        press(qtbot, key)
        assert still() == before, key
        assert place(table, window) == beside
    press(qtbot, Key.Key_Escape)
    assert still() == before


def place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(720, 480), (1024, 640), (1280, 800)])
def test_field_and_answers_are_in_sight(
    qtbot: QtBot, open_window: Open, size: tuple[int, int], scale: float
) -> None:
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    window.resize(*size)
    QApplication.processEvents()
    assert window.rect().contains(place(field_of(window), window))
    asked(qtbot, window, "Aug 27 - Sep 5, 2026")
    press(qtbot, Key.Key_Down)
    (panel,) = window.findChildren(SidePanel)
    answers = list_of(window)
    row = answers.visualRect(answers.currentIndex())
    top = answers.viewport().mapTo(window, row.topLeft())
    assert place(panel, window).contains(top)


def test_answers_are_numbered_in_the_month(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "four days in a row in October")
    assert "Oct 10–15, without leave." in said(card)
    assert window.session.month.title == "September 2025"
    press(qtbot, Key.Key_Return)
    assert window.session.month.title == "October 2025"
    assert window.session.span == (date(2025, 10, 10), date(2025, 10, 15))
    assert cell_text(window, date(2025, 10, 10)).endswith("Answer 1.")
    assert cell_text(window, date(2025, 10, 24)).endswith("Answer 4.")
    assert "Answer" not in cell_text(window, date(2025, 10, 16))
    press(qtbot, Key.Key_Escape)
    assert "Answer" not in cell_text(window, date(2025, 10, 10))


def test_down_enter_and_enter_again_lead_to_the_leave_that_an_answer_takes(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    asked(qtbot, window, "Dec 12-14")
    press(qtbot, Key.Key_Down)
    assert window.session.month.title == "September 2025"
    press(qtbot, Key.Key_Return)
    assert window.session.span == (date(2025, 12, 12), date(2025, 12, 14))
    assert not is_open(window)
    press(qtbot, Key.Key_Return)
    save_button(form(window)).click()
    change = window.session.plan.changes[-1].what
    assert change == Absence(AbsenceKind.LEAVE, date(2025, 12, 12), date(2025, 12, 12))
    assert window.session.pins is None
    assert field_of(window).text() == ""


def test_a_click_shows_a_swap_and_the_button_fills_its_form(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 12")
    click_row(qtbot, window, 1)
    assert window.session.month.title == "December 2025"
    assert cell_text(window, date(2025, 12, 8)).endswith("Answer 2.")
    qtbot.mouseClick(button(card, "Enter this swap..."), LEFT)
    days = [each.value() for each in form(window).findChildren(DateField)]
    assert days == [date(2025, 12, 12), date(2025, 12, 8)]
    save_button(form(window)).click()
    assert window.session.plan.changes[-1].what == Swap(date(2025, 12, 12), date(2025, 12, 8))


def test_a_second_click_opens_no_form(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    asked(qtbot, window, "Dec 12")
    click_row(qtbot, window, 0)
    click_row(qtbot, window, 0)
    assert not is_open(window)


def test_a_free_answer_offers_no_change(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 12")
    click_row(qtbot, window, 2)
    assert window.session.span == (date(2025, 11, 21), date(2025, 11, 21))
    assert not button(card, "Enter leave or swap...").isEnabled()
    press(qtbot, Key.Key_Return, Key.Key_Return)
    assert not is_open(window)


def test_enter_shows_the_days_asked_about_where_they_are_free(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = asked(qtbot, window, "Oct 11")
    assert "you are free, on day 2 of your six-day break" in said(card)
    press(qtbot, Key.Key_Return)
    assert window.session.span == (date(2025, 10, 11), date(2025, 10, 11))
    assert QApplication.focusWidget() is window.findChildren(MonthTable)[0]
    # An appointment then makes no other day the answer.
    noon = datetime(2025, 10, 12, 12, tzinfo=ZONE)
    dentist = Occurrence(noon, noon + timedelta(hours=1), "dentist")
    window.session.show_calendars({}, EventIndex([dentist], date(2025, 1, 1), date(2026, 12, 31)))
    card = asked(qtbot, window, "Oct 12")
    assert "but you have dentist" in said(card)
    press(qtbot, Key.Key_Return)
    assert window.session.span == (date(2025, 10, 12), date(2025, 10, 12))
    assert list_of(window).current is None  # no other day passes for the one that was asked about


@pytest.mark.parametrize(("question", "key"), [("Oct 11", "e"), ("Dec 2", "k")])
def test_a_key_after_enter_is_for_the_day_that_was_asked_about(
    qtbot: QtBot, open_window: Open, question: str, key: str
) -> None:
    """A free day, and one with answers: E and K open the forms of an extra shift and of a sick day."""
    window = open_window()
    asked(qtbot, window, question)
    press(qtbot, Key.Key_Return, key)
    assert field_of(window).text() == ""
    assert form(window).kind.id == {"e": "extra", "k": "sick"}[key]
    day = {"Oct 11": date(2025, 10, 11), "Dec 2": date(2025, 12, 2)}[question]
    assert form(window).findChildren(DateField)[0].value() == day


def test_what_is_not_understood_is_named_with_questions_that_can_be_asked(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = asked(qtbot, window, "lunch with Lee")
    assert 'Not understood: "lee".' in said(card)
    assert len(list_of(window).rows) == 6
    assert window.session.pins == {}
    press(qtbot, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert field_of(window).text() == "four days in a row in October"
    assert "Oct 10–15, without leave." in said(card)
    assert QApplication.focusWidget() is field_of(window)


def test_words_of_a_question_are_plain_text(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "<b>big</b> &amp; 5-foo")
    assert 'Not understood: "<b>big</b>" and "&amp;".' in said(card)
    labels = [label for label in card.findChildren(QLabel) if label.isVisible()]
    assert {label.textFormat() for label in labels if label.objectName() != "key"} == {
        Qt.TextFormat.PlainText
    }


def test_of_two_readings_one_is_taken_and_the_other_is_a_key_away(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = asked(qtbot, window, "next Friday evening")
    assert "Friday, September 19, 2025, evening (5 pm–10 pm): you work" in said(card)
    press(qtbot, Key.Key_Down)
    row = list_of(window).current
    assert row is not None
    assert row.name == "Or did you mean Friday, September 12, 2025, evening (5 pm–10 pm)?"
    press(qtbot, Key.Key_Return)
    assert "Friday, September 12, 2025, evening (5 pm–10 pm): you work" in said(card)
    assert "did you mean" not in said(card)


def test_up_and_letters_go_back_to_the_question(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 2")
    press(qtbot, Key.Key_Down)
    assert QApplication.focusWidget() is list_of(window)
    press(qtbot, Key.Key_Up)
    assert QApplication.focusWidget() is field_of(window)
    press(qtbot, Key.Key_Down, "3")
    assert QApplication.focusWidget() is field_of(window)
    assert "December 23, 2025" in said(card)
    press(qtbot, Key.Key_Down, "t")  # not Today
    assert field_of(window).text() == "Dec 23t"
    assert window.session.month.title == "September 2025"


def test_without_a_question_there_is_nothing_to_go_to(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    asked(qtbot, window, "Dec 2")
    press(qtbot, *[Key.Key_Backspace] * 5, Key.Key_Down, Key.Key_Return)
    assert QApplication.focusWidget() is field_of(window)
    assert window.session.month.title == "September 2025"


def test_arrows_go_through_the_answers_and_leave_the_month_alone(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    asked(qtbot, window, "four days in a row in October")
    numbers = []
    for _ in range(3):
        press(qtbot, Key.Key_Down)
        row = list_of(window).current
        assert row is not None
        numbers.append(row.number)
    press(qtbot, Key.Key_Right, Key.Key_Home)
    assert numbers == [1, 2, 3]
    assert window.session.month.title == "September 2025"


def test_tab_and_f6_go_to_the_answers_before_the_phone(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    asked(qtbot, window, "Oct 1-12")
    while not isinstance(QApplication.focusWidget(), PhoneButton):
        press(qtbot, Key.Key_Tab)
    stops = []
    for _ in range(4):
        press(qtbot, Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    (phone,) = window.findChildren(PhoneStatus)
    more, enter = (
        button(card_of(window), name) for name in ("Show 9 more lines", "Enter this leave...")
    )
    assert stops == [more, list_of(window), enter, phone]
    press(qtbot, Key.Key_Tab, Key.Key_F6)
    assert QApplication.focusWidget() is stops[0]


@pytest.mark.parametrize("view", [View.YEAR, View.CYCLE, View.LIST])
def test_another_view_stays_until_an_answer_is_shown(
    qtbot: QtBot, open_window: Open, view: View
) -> None:
    window = open_window()
    window.session.show_view(view)
    card = asked(qtbot, window, "Dec 12")
    assert window.session.view is view
    assert card.isVisible()
    assert field_of(window).text() == "Dec 12"
    press(qtbot, Key.Key_Return)
    assert window.session.view is View.MONTH
    assert QApplication.focusWidget() is list_of(window)
    assert window.session.month.title == "December 2025"


def test_from_the_finder_the_first_key_leads_to_the_month_and_the_field_keeps_the_keys(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.session.show_view(View.FINDER)
    card = asked(qtbot, window, "Dec 12")
    assert window.session.view is View.MONTH
    assert field_of(window).text() == "Dec 12"
    assert "December 12, 2025" in said(card)


def test_a_form_that_is_open_comes_back_after_a_question(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    opened(window, "leave", date(2025, 9, 16))
    assert "Not saved yet." in cell_text(window, date(2025, 9, 16))
    card = asked(qtbot, window, "Sep 16")
    assert not form(window).isVisible()
    assert "you work 9 am–9 pm" in said(card)
    assert "Not saved yet." not in cell_text(window, date(2025, 9, 16))
    press(qtbot, Key.Key_Escape)
    assert form(window).isVisible()
    assert form(window).isAncestorOf(QApplication.focusWidget())
    assert "Not saved yet." in cell_text(window, date(2025, 9, 16))


def test_an_answer_fills_the_form_that_is_open_already(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    opened(window, "leave", date(2025, 9, 16))
    asked(qtbot, window, "Dec 12")
    press(qtbot, Key.Key_Return, Key.Key_Return)
    assert form(window).isVisible()
    save_button(form(window)).click()
    change = window.session.plan.changes[-1].what
    assert change == Absence(AbsenceKind.LEAVE, date(2025, 12, 12), date(2025, 12, 12))


def test_a_key_that_opens_a_form_takes_the_answer_away(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 12")
    actions = window.findChildren(QAction)
    (leave,) = [action for action in actions if action.text() == "&Leave..."]
    leave.trigger()
    assert form(window).isVisible()
    assert not card.isVisible()


def test_an_answer_gives_way_to_a_day_that_one_chooses_and_comes_back(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    card = asked(qtbot, window, "Sep 26")
    window.findChildren(MonthTable)[0].setFocus()
    press(qtbot, Key.Key_Left)
    assert not card.isVisible()
    assert window.findChildren(SelectedCard)[0].isVisible()
    assert field_of(window).text() == "Sep 26"
    qtbot.keyClick(window, Key.Key_K, CONTROL)
    assert card.isVisible()
    assert "September 26, 2025" in said(card)


def test_a_day_with_a_number_marks_its_answer(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Sep 19")
    (table,) = window.findChildren(MonthTable)
    index = table.model().index(2, 0)  # September 15, the day worked in a swap
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert window.session.selection.current == date(2025, 9, 15)
    assert card.isVisible()
    row = list_of(window).current
    assert row is not None
    assert row.number == 2
    assert button(card, "Enter this swap...").isEnabled()


def test_holidays_are_known_three_years_ahead_before_the_first_key(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    field_of(window).setFocus()
    loaded = Calls(monkeypatch, "names", public_holidays)
    card = asked(qtbot, window, "Christmas 2028")
    assert "Monday, December 25, 2028: you" in said(card)
    press(qtbot, Key.Key_Escape)
    assert "Sunday, April 5, 2026: you" in said(asked(qtbot, window, "Easter"))
    press(qtbot, Key.Key_Escape)
    assert "Not understood" in said(asked(qtbot, window, "Christmas 2029"))
    assert loaded.count == 0


def test_an_answer_follows_the_schedule(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Dec 12")
    store = window.session.store
    leave = Absence(AbsenceKind.LEAVE, date(2025, 12, 12), date(2025, 12, 12))
    store.change("leave", add_change(store.plan, leave, store.moment()))
    assert "December 12, 2025: you are on leave." in said(card)
    store.undo()
    assert "December 12, 2025: you work 9 am–9 pm." in said(card)


def test_hours_are_said_by_the_clock_that_is_chosen(qtbot: QtBot, open_window: Open) -> None:
    card = asked(qtbot, open_window(hours24=True), "Oct 16 evening")
    assert "evening (17:00–22:00): you are free then; you have admin time 09:00–13:00." in said(
        card
    )


def test_an_answer_is_told_once_after_the_last_key(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(announcing, "speak", lambda _, text: told.append(text))
    monkeypatch.setattr(answer_card, "PAUSE", 3_600_000)
    window = open_window()
    card = asked(qtbot, window, "Oct 17")
    (pause,) = card.findChildren(QTimer)
    assert pause.isActive()
    assert told == []
    pause.timeout.emit()
    assert told == [
        "Friday, October 17, 2025: you work 9 am–9 pm. This is a sample rotation until you enter or confirm"
        " your own. 4 answers, the down arrow goes to them."
    ]
    window.session.store.plan_changed.emit(window.session.plan)
    pause.timeout.emit()
    assert len(told) == 1
    press(qtbot, "x")
    pause.timeout.emit()
    assert len(told) == 2
    assert told[1].startswith("Not understood")
    assert "You can ask: Oct 17; four days in a row in October; stretch 32 hours" in told[1]


def test_long_facts_are_folded_out(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "Oct 1-12")
    assert "Sun, Oct 12:" not in said(card)
    qtbot.mouseClick(button(card, "Show 9 more lines"), LEFT)
    assert "Sun, Oct 12: you are free, on day 3 of your six-day break." in said(card)


def test_a_word_without_end_makes_the_panel_no_wider(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.resize(1024, 640)
    card = asked(qtbot, window, "Oct 17")
    before = place(card, window).width()
    press(qtbot, "w" * 150)
    assert place(card, window).width() == before
    (panel,) = window.findChildren(SidePanel)
    assert place(panel, window).contains(place(card, window))


def test_a_file_that_is_dropped_on_the_field_is_for_the_window(open_window: Open) -> None:
    assert not field_of(open_window()).acceptDrops()


def test_the_field_takes_no_more_than_a_question(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    field = field_of(window)
    QApplication.clipboard().setText("Oct 17\n" + "9" * 5000)
    field.setFocus()
    qtbot.keyClick(field, Key.Key_V, CONTROL)
    assert len(field.text()) <= 200
    assert isinstance(field, QLineEdit)
    assert card_of(window).isVisible()


def test_whom_to_ask_leads_to_the_form_with_their_name(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    store = window.session.store
    letters = "-SSAS-- S-SAS-- ---ASSS -SSAS-- SSSA--- ---ASSS"
    lee = Assignment(store.plan.start, Rotation.parse(letters), confirmed=True)
    store.change("card", add_colleague(store.plan, "Lee", lee, store.moment()))
    card = asked(qtbot, window, "who can take my shift on Sep 16")
    assert "Lee could take your shift" in said(card)
    swap, given = [row.offer for row in list_of(window).rows]
    for offer, take in ((swap, date(2025, 9, 15)), (given, None)):
        entry_of(window)._enter(offer)  # type: ignore[arg-type]
        save_button(form(window)).click()
        assert store.plan.changes[-1].what == Swap(date(2025, 9, 16), take, None, "Lee")
        store.undo()


def test_a_day_without_a_shift_to_give_is_said(qtbot: QtBot, open_window: Open) -> None:
    card = asked(qtbot, open_window(), "who can take my shift on Sep 13")
    assert "You have no shift on Saturday, September 13, 2025." in said(card)


def test_an_answer_without_a_list_stretches_nothing(qtbot: QtBot, open_window: Open) -> None:
    """The sign for Esc stood 170 pixels tall over texts far apart."""
    card = asked(qtbot, open_window(), "am I free the night of Dec 31")
    (key,) = [label for label in card.findChildren(QLabel) if label.objectName() == "key"]
    assert key.height() <= key.sizeHint().height()


def test_typing_after_a_refusal_begins_a_new_question(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "banana")
    press(qtbot, Key.Key_Return, *"Dec 2")
    assert field_of(window).text() == "Dec 2"
    assert "December 2, 2025" in said(card)
    press(qtbot, Key.Key_Down)
    qtbot.keyClick(list_of(window), Key.Key_A, CONTROL)
    assert field_of(window).selectedText() == "Dec 2"


def test_hours_are_answered_and_lead_to_their_book(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = asked(qtbot, window, "hours last week")
    assert "Work week September 1–7, 2025: 40 h worked." in said(card)
    press(qtbot, Key.Key_Down)
    row = list_of(window).current
    assert row is not None
    assert row.name == "View > Hours... has your hours, pay periods and leave."
    press(qtbot, Key.Key_Return)
    (dialog,) = window.findChildren(HoursDialog)
    assert dialog.isVisible()
    assert "Work week September 1–7, 2025" in [each.text() for each in dialog.findChildren(QLabel)]


def test_each_place_has_its_menu_and_its_action() -> None:
    assert set(PLACE_TEXTS) == set(PLACE_ACTIONS) == set(Place)


def test_what_is_refused_leads_to_where_it_stands(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    shown: list[str] = []
    monkeypatch.setattr(PeopleDialog, "run", lambda dialog: shown.append(dialog.windowTitle()))
    asked(qtbot, window, "who am I riding with tomorrow")
    press(qtbot, Key.Key_Return, Key.Key_Return)
    assert shown == ["Colleagues"]


def test_answers_are_numbered_in_the_year(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.show_view(View.YEAR)
    asked(qtbot, window, "four days in a row in October")
    (year,) = window.findChildren(YearView)
    days = year._cards[9].table
    model = days.model()
    named = model.data(days._days.index_of(date(2025, 10, 10)), SPOKEN)
    assert named.endswith("Answer 1.")
    assert not days._framed
    plain = days.grab().toImage()
    press(qtbot, Key.Key_Escape)
    assert not model.data(days._days.index_of(date(2025, 10, 10)), SPOKEN).endswith("Answer 1.")
    assert days.grab().toImage() != plain


def test_the_second_reading_of_a_range_is_asked_in_the_same_words(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    asked(qtbot, window, "free evenings in the first week of November")
    press(qtbot, Key.Key_Down)
    row = list_of(window).current
    assert row is not None
    assert row.name == "Or did you mean November 3–9, 2025, evening (5 pm–10 pm)?"
    press(qtbot, Key.Key_Return)
    assert field_of(window).text() == "free evenings in November 3-9, 2025"


def test_a_wedding_leads_to_the_form_of_an_appointment_on_its_day(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    asked(qtbot, window, "I have a wedding on Oct 11")
    assert [row.offer for row in list_of(window).rows] == [Place.ENTRY]
    press(qtbot, Key.Key_Down, Key.Key_Return)
    assert form(window).kind.id == "appointment"
    assert form(window).findChildren(DateField)[0].value() == date(2025, 10, 11)
    asked(qtbot, window, "did I work the wedding on Aug 2")
    assert Place.ENTRY not in [row.offer for row in list_of(window).rows]
