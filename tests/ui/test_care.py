"""What keeps a tired person from harm: where the keys go, what is asked before it is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from forms import day_rect, form, opened
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.files.plan import planfile, versions
from heartplanner.style.theme import dark, light, palette
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.list.list_rows import AgendaList
from heartplanner.ui.month.month_table import MonthTable
from heartplanner.ui.widgets.message_boxes import QuestionBox
from heartplanner.ui.window.main_window import MainWindow
from heartplanner.ui.year.year_table import YearTable

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
FREE_DAY = date(2025, 9, 13)
SHIFT_DAY = date(2025, 9, 16)


def focused() -> QLineEdit:
    """The field that the keys are on."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def test_what_is_typed_into_a_note_is_the_note(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    opened(window, "note", FREE_DAY)
    qtbot.keyClicks(focused(), "Call Lee about overtime")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert [each.what for each in window.session.store.plan.changes] == [
        Note(FREE_DAY, "Call Lee about overtime")
    ]


@pytest.mark.parametrize("kind", ["leave", "sick", "called-off", "extra", "training", "hours"])
def test_forms_begin_in_a_field(open_window: Open, kind: str) -> None:
    window = open_window()
    assert opened(window, kind, SHIFT_DAY if kind != "extra" else FREE_DAY).isAncestorOf(focused())


def test_a_date_is_typed_in_any_way(qtbot: QtBot) -> None:
    told: list[date] = []
    field = DateField(date(2025, 9, 11), date(2027, 1, 8), lambda: told.append(field.value()))
    qtbot.addWidget(field)
    for text, day in (
        ("2027-03-14", date(2027, 3, 14)),
        ("March 14 2027", date(2027, 3, 14)),
        ("3/15/2027", date(2027, 3, 15)),
        ("16 Mar 2027", date(2027, 3, 16)),
        ("3/17", date(2027, 3, 17)),
    ):
        field.select()
        before = field.value()
        qtbot.keyClicks(field, text)
        assert field.value() == before
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert (field.value(), field.right) == (day, True)
    assert told[-1] == date(2027, 3, 17)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "Thu, Mar 18, 2027"


def test_what_is_no_date_cannot_be_entered(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    card = opened(window, "called-off", SHIFT_DAY)
    field = focused()
    field.selectAll()
    qtbot.keyClicks(field, "Sep 31")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert card.isVisible()
    assert field.text() == "Sep 31"
    assert window.session.store.plan.changes == ()


def test_days_are_confirmed_only_once_they_were_named(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter((False, True))

    def answer(_parent: object, _title: str, text: str, *_: str) -> bool:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr("heartplanner.ui.edit.day_actions.agreed", answer)
    window = open_window()
    store = window.session.store
    own = store.plan.assignments[0]._replace(confirmed=True, guesses=(2, 40))
    store.change("guesses", store.plan._replace(assignments=(own,)))
    window.user_actions.days.confirm()
    assert store.plan.assignments == (own,)
    named = (
        "Fri, Oct 17, shift; Tue, Oct 21, shift. The same days of your other cycles are confirmed with"
        " them, such as Fri, Sep 5 and Tue, Sep 9."
    )
    assert asked == [f"Your rotation from July 28, 2025: {named}"]
    window.user_actions.days.confirm()
    assert store.plan.assignments[0].guesses == ()


def changed_elsewhere(path: Path) -> None:
    """Another program writes the plan."""
    path.write_bytes(path.read_bytes().replace(b'"done": false', b'"done": true '))


def test_what_could_not_be_saved_is_asked_about_and_kept(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.user_actions.days.confirm()
    changed_elsewhere(window.session.store.path)
    moment = window.session.store.moment()
    from heartplanner.core.edits.edits import add_change

    sick = Absence(AbsenceKind.SICK, SHIFT_DAY, SHIFT_DAY)
    window.session.store.change("sick", add_change(window.session.store.plan, sick, moment))
    assert window.session.store.unsaved
    assert "is not saved yet" in window.message_bar.text()
    kept = [planfile.load(each.path).plan for each in versions.versions(window.session.store.path)]
    assert window.session.store.plan in kept
    asked: list[str] = []

    def no(box: QuestionBox) -> int:
        asked.append(box.text())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QuestionBox, "exec", no)
    assert not window.close()
    assert "could not be saved" in asked[0]

    def yes(box: QuestionBox) -> int:
        (button,) = [one for one in box.buttons.buttons() if one.text() == "Close without saving"]
        button.click()
        return box.result()

    monkeypatch.setattr(QuestionBox, "exec", yes)
    assert window.close()


def test_a_click_in_the_year_opens_the_month(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.session.show_view("year")
    march = window.findChildren(YearTable)[2]
    day = date(2025, 3, 5)
    qtbot.mouseClick(march.viewport(), Qt.MouseButton.LeftButton, pos=day_rect(march, day).center())
    assert window.session.habits.view == "month"
    assert window.session.span == (day, day)
    assert window.windowTitle().startswith("March 2025")


def test_titles_say_what_is_on_show(open_window: Open) -> None:
    window = open_window()
    titles = {}
    for view in ("year", "cycle", "list", "month"):
        window.session.show_view(view)
        titles[view] = window.windowTitle()
    assert titles == {
        "year": "2025 - Heart Planner",
        "cycle": "Your rotation - Heart Planner",
        "list": "What comes next - Heart Planner",
        "month": "September 2025 - Heart Planner",
    }


@pytest.mark.parametrize(("view", "kind"), [("list", AgendaList), ("year", YearTable)])
def test_keys_of_days_work_in_each_view_of_days(
    qtbot: QtBot, open_window: Open, view: str, kind: type[QWidget]
) -> None:
    window = open_window()
    window.session.show_view(view)
    window.session.choose(SHIFT_DAY)
    window._views.focus_view()
    where = QApplication.focusWidget()
    assert isinstance(where, kind)
    qtbot.keyClick(where, Qt.Key.Key_O)
    assert form(window).kind.title == "Called off by work"


def test_weeks_of_sunday_say_which_days_their_hours_are_of(open_window: Open) -> None:
    window = open_window()
    header = window.findChildren(MonthTable)[0].model().headerData
    assert header(7, Qt.Orientation.Horizontal) == "Week"
    window.session.set_habits(window.session.habits._replace(sunday_first=True))
    assert header(7, Qt.Orientation.Horizontal) == "Mon–Sun"


@pytest.mark.parametrize("theme", [light(), dark()])
def test_what_is_marked_in_a_list_can_be_read(theme: object) -> None:
    found = palette(theme)  # type: ignore[arg-type]
    assert found.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) != found.color(
        QPalette.ColorRole.Text
    )


def test_the_rows_of_a_choice_have_colors_of_their_own(open_window: Open) -> None:
    window = open_window()
    box = QComboBox(window)
    box.addItems(["one", "two"])
    box.ensurePolished()
    assert "QComboBox QAbstractItemView" in window.styleSheet()


def test_a_search_in_the_list_goes_through_the_past_too(open_window: Open) -> None:
    from heartplanner.ui.list.list_view import ListView

    window = open_window()
    window.session.show_view("list")
    view = window.findChildren(ListView)[0]
    view.findChildren(QLineEdit)[0].setText("July 29, 2025")
    assert view.findChildren(AgendaList)[0].model().rowCount() == 2
