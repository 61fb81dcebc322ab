"""What is typed and not saved is in a file, and comes back into its field when one wants it to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget

from heartplanner.core.edits.edits import add_change
from heartplanner.core.edits.own_entries import add_entry
from heartplanner.core.plan.change import Absence, AbsenceKind, Note
from heartplanner.core.plan.hours import Hours
from heartplanner.core.plan.own_entry import OwnEntry, WeeklyRepeat
from heartplanner.document import Document
from heartplanner.files import folders, unsaved_forms
from heartplanner.files.disk import NoRoomError
from heartplanner.files.unsaved_forms import Entered, FieldKind, UnsavedForm
from heartplanner.ui.fields.date_field import DateField
from heartplanner.ui.fields.named_form import form_name
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.hours import leave_dialog
from heartplanner.ui.phone.page.account_form import AccountForm
from heartplanner.ui.review import roster_dialog
from heartplanner.ui.unsaved.form_fields import entered, fields_of
from heartplanner.ui.unsaved.keeping import keep_unsaved
from heartplanner.ui.unsaved.offer import FORM_OPEN
from heartplanner.ui.unsaved.open_form import OpenForm
from heartplanner.ui.unsaved.recorder import FormRecorder
from heartplanner.ui.view_list import View
from heartplanner.ui.window.main_window import MainWindow
from tests.ui.dialogs import let_go, with_dialog_of
from tests.ui.forms import field, form, is_open, opened, save_button

Open = Callable[..., MainWindow]
ROTATION = "-SSAS-- -SSAS-- ---ASSS -SSAS-- SSSA--- ---SASS"
TUESDAY, FRIDAY = date(2025, 9, 9), date(2025, 9, 19)
CHOIR = OwnEntry(
    0, "Choir", TUESDAY, TUESDAY, Hours(time(19), time(21)), WeeklyRepeat(1, (1,), None)
)


NOTE = UnsavedForm(
    "note", "Note", (FRIDAY, FRIDAY), "Note", (Entered(FieldKind.TEXT, "Note", "call the union"),)
)


def keeping(window: MainWindow) -> FormRecorder:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return keep_unsaved(app, window)


def left(window: MainWindow) -> tuple[UnsavedForm, ...]:
    """What a program that is killed now leaves."""
    return unsaved_forms.load(window.session.store.path)


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def killed(window: MainWindow, recorder: FormRecorder) -> None:
    """The program ends as if it were killed right after what it wrote last."""
    recorder.write()
    recorder.close(left=False)
    window.user_actions.days.entry.leave()


def buttons(window: MainWindow) -> dict[str, QPushButton]:
    return {one.text(): one for one in window.message_bar.stops()}


def next_start(window: MainWindow) -> FormRecorder:
    """The next start, where one goes on with what is offered first."""
    recorder = keeping(window)
    buttons(window)["Go on"].click()
    QApplication.processEvents()
    return recorder


def offered(window: MainWindow) -> str:
    return window.message_bar.text()


def within(window: MainWindow, name: str) -> QWidget:
    """The form of this name that is open."""
    places = (*window.findChildren(QWidget), *QApplication.topLevelWidgets())
    return next(one for one in places if form_name(one) == name and one.isVisible())


def waited(so: Callable[[], bool]) -> bool:
    """Whether something comes to be so in the next second or two."""
    return so() or any(QTest.qWait(10) or so() for _ in range(200))


@pytest.fixture(autouse=True)
def closed_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test closes asks nothing of what is typed in it."""
    monkeypatch.setattr(roster_dialog, "agreed", lambda *_: True)
    monkeypatch.setattr(leave_dialog, "chosen", lambda *_: "Discard")


def test_a_note_is_written_while_one_types_and_comes_back_into_its_field(open_window: Open) -> None:
    window = open_window()
    first = keeping(window)
    note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
    assert left(window) == ()
    QTest.keyClicks(note, "call the union")
    assert first._rest.isActive()
    assert first._pace.isActive()
    assert (first._rest.interval(), first._pace.interval()) == (300, 1000)
    first._rest.timeout.emit()
    (kept,) = left(window)
    assert (kept.form, kept.days, kept.text) == ("note", (FRIDAY, FRIDAY), "call the union")
    assert not first._rest.isActive()
    killed(window, first)

    window.session.choose(TUESDAY)
    keeping(window)
    said = 'You were typing a note for Friday, September 19, 2025: "call the union"'
    assert offered(window) == said
    assert list(buttons(window))[1:] == ["Go on", "Discard", "Close"]
    assert not is_open(window)  # nothing is entered unasked
    buttons(window)["Go on"].click()
    QApplication.processEvents()
    again = field(form(window), "Note", QLineEdit)
    assert (again.text(), again.hasFocus()) == ("call the union", True)
    assert left(window) == (kept,)
    assert offered(window) == ""
    QTest.keyClicks(again, " rep")
    form(window).save()
    let_go()
    assert left(window) == ()
    assert [one.what for one in window.session.plan.changes] == [Note(FRIDAY, "call the union rep")]


def test_what_is_left_on_purpose_or_discarded_is_gone(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
    QTest.keyClicks(note, "x")
    recorder.write()
    assert left(window)
    QTest.keyClick(note, Qt.Key.Key_Backspace)
    recorder.write()
    assert left(window) == ()
    QTest.keyClicks(note, "half")
    recorder.write()
    QTest.keyClick(note, Qt.Key.Key_Escape)
    let_go()
    assert left(window) == ()

    note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
    QTest.keyClicks(note, "half")
    killed(window, recorder)
    keeping(window)
    buttons(window)["Discard"].click()
    assert left(window) == ()
    assert not is_open(window)


def test_fields_that_were_taken_over_are_so_again_and_the_last_one_is_half_typed(
    open_window: Open,
) -> None:
    window = open_window()
    recorder = keeping(window)
    card = opened(window, "extra", FRIDAY)
    card.findChildren(QComboBox)[0].setCurrentText("Other hours")
    begins = field(card, "Begins", TimeField)
    begins.select()
    QTest.keyClicks(begins, "7:15a")
    QTest.keyClick(begins, Qt.Key.Key_Tab)
    ends = field(card, "Ends", TimeField)
    ends.select()
    QTest.keyClicks(ends, "1:")
    killed(window, recorder)
    let_go()

    keeping(window)
    assert (
        offered(window) == 'You were typing under Extra shift for Friday, September 19, 2025: "1:"'
    )
    buttons(window)["Go on"].click()
    QApplication.processEvents()
    card = form(window)
    assert card.findChildren(QComboBox)[0].currentText() == "Other hours"
    assert field(card, "Begins", TimeField).value() == time(7, 15)
    assert field(card, "Ends", TimeField).text() == "1:"
    assert field(card, "Ends", TimeField).hasFocus()
    assert window.session.plan.changes == ()


def typing_of_choir(window: MainWindow) -> None:
    """Somebody types into the form of an appointment that is there, and the program is killed."""
    store = window.session.store
    store.change("choir", add_entry(store.plan, CHOIR, store.moment()))
    recorder = keeping(window)
    window.session.choose(TUESDAY)
    window.user_actions.days.change_appointment()
    QApplication.processEvents()
    QTest.keyClicks(field(form(window), "What", QLineEdit), " in the church")
    killed(window, recorder)
    let_go()


def test_words_for_an_appointment_come_back_into_its_form(open_window: Open) -> None:
    window = open_window()
    typing_of_choir(window)
    next_start(window)
    assert field(form(window), "What", QLineEdit).text() == "Choir in the church"


def test_an_appointment_that_is_gone_leaves_its_text_to_be_copied(open_window: Open) -> None:
    window = open_window()
    typing_of_choir(window)
    window.session.store.undo()
    next_start(window)
    assert offered(window).startswith("What you were typing does not fit into its form")
    assert left(window)
    buttons(window)["Copy the text"].click()
    assert QGuiApplication.clipboard().text() == "Choir in the church"
    assert left(window) == ()


DIALOG_FIELDS = {
    "milestones": "Name",
    "holidays": "Name",
    "check-roster": "Your roster as text",
    "rotation-roster": "Your roster as text",
    "print": "Name on it",
    "contents": "Titles begin with",
    "calendars": "Link of a calendar",
    "people": "The colleague's rotation card",
    "own-card": "Your name on it",
}
"""A field of each form in a dialog, by the form's name."""


def test_what_is_typed_in_a_dialog_comes_back(open_window: Open) -> None:
    window = open_window()
    for name in DIALOG_FIELDS:
        comes_back(window, name)


def comes_back(window: MainWindow, name: str) -> None:
    """Check that what is typed in the dialog of this name is in its field once one goes on."""
    recorder = keeping(window)
    called, people = DIALOG_FIELDS[name], window.user_actions.people
    run = people.show_own_card if name == "own-card" else window._binder.actions[name].trigger

    def die(dialog: QDialog) -> None:
        line = fields_of(dialog)[called]
        dialog.activateWindow()
        line.setFocus()
        assert waited(line.hasFocus)
        line.selectAll()
        QTest.keyClicks(line, "Lee at 8")
        recorder.write()
        recorder.close(left=False)

    with_dialog_of(window, run, die)
    (kept,) = left(window)
    assert (kept.form, kept.days, kept.text) == (name, None, "Lee at 8")

    second = keeping(window)
    assert offered(window).endswith('"Lee at 8"')

    def look(dialog: QDialog) -> None:
        line = fields_of(dialog)[called]
        dialog.activateWindow()
        assert waited(lambda: entered(called, line).text == "Lee at 8")
        assert line.hasFocus()
        assert left(window) == (kept,)
        QTest.keyClicks(line, "pm")
        assert entered(called, line).text == "Lee at 8pm"

    with_dialog_of(window, buttons(window)["Go on"].click, look)
    assert left(window) == ()  # it was closed by a person, as far as the program knows
    second.close(left=True)


def test_a_rotation_that_is_being_written_comes_back(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    window.session.show_view(View.CYCLE)
    QApplication.processEvents()
    text = fields_of(window._views.cycle)["Rotation as text"]
    assert isinstance(text, QLineEdit)
    recorder.write()
    assert left(window) == ()
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, ROTATION)
    recorder.write()
    (kept,) = left(window)
    assert (kept.form, kept.title, kept.text) == ("cycle", "Cycle", ROTATION)
    recorder.close(left=False)
    window._views.cycle._reset()
    window.session.show_view(View.MONTH)
    QApplication.processEvents()

    next_start(window)
    assert window._views.cycle.unsaved
    assert text.text() == ROTATION
    window._views.cycle.use()
    assert [str(one.rotation.text) for one in window.session.plan.assignments][-1] == ROTATION


def test_a_date_of_the_first_steps_comes_back(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    window.first_steps()
    QApplication.processEvents()
    steps = window._first._steps
    assert steps is not None
    first = steps.findChildren(DateField)[0]
    first.select()
    QTest.keyClicks(first, "8/1")
    killed(window, recorder)
    (kept,) = left(window)
    assert (kept.form, kept.text) == ("first-steps", "8/1")
    first.revert()
    window._first._close()
    QApplication.processEvents()

    keeping(window)
    assert offered(window) == 'You were typing under First steps: "8/1"'
    buttons(window)["Go on"].click()
    QApplication.processEvents()
    assert (first.text(), first.typed) == ("8/1", True)


def test_what_somebody_types_meanwhile_is_not_written_over(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    QTest.keyClicks(field(opened(window, "note", FRIDAY), "Note", QLineEdit), "first")
    killed(window, recorder)
    let_go()
    recorder = keeping(window)
    note = field(opened(window, "note", TUESDAY), "Note", QLineEdit)
    QTest.keyClicks(note, "second")
    recorder.write()
    assert [one.text for one in left(window)] == ["second", "first"]
    buttons(window)["Go on"].click()
    assert offered(window) == FORM_OPEN
    assert note.text() == "second"
    form(window).save()
    let_go()
    assert [one.text for one in left(window)] == ["first"]
    buttons(window)["Close"].click()
    assert '"first"' in offered(window)
    buttons(window)["Close"].click()
    assert offered(window) == ""
    assert [one.text for one in left(window)] == ["first"]  # for the next start


def test_a_password_is_not_kept(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    window.session.show_view(View.PHONE)
    account = window.findChildren(AccountForm)[0]
    assert form_name(account) == "publish"
    QApplication.processEvents()
    opened_form = OpenForm(account)
    opened_form.new_fields()
    account.password.setText("abcd-efgh")
    assert opened_form.unsaved(None) is None
    account.user.setText("lee@example.org")
    kept = opened_form.unsaved(None)
    assert kept is not None
    assert kept.text == "lee@example.org"
    assert "abcd" not in str(kept)
    account.put("", "lee@example.org")  # it is used
    assert opened_form.unsaved(None) is None
    recorder.close(left=True)


def test_a_disk_that_takes_nothing_is_said_once(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    recorder = keeping(window)
    why = "/x: not saved: No space left on device; nothing was changed"

    def refuse(*_: object) -> None:
        raise NoRoomError(why)

    monkeypatch.setattr(unsaved_forms, "save", refuse)
    window.message_bar.say("Not saved.", ("Try again", lambda: None))
    note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
    QTest.keyClicks(note, "x")
    recorder.write()
    assert offered(window) == "Not saved."  # its buttons stay
    buttons(window)["Try again"].click()
    assert offered(window) == (
        "What you type is not kept until you save it: /x: not saved: No space left on device."
    )
    buttons(window)["Close"].click()
    QTest.keyClicks(note, "y")
    recorder.write()
    assert offered(window) == ""
    monkeypatch.undo()
    recorder.write()  # there is room again
    assert offered(window) == "What you type is kept again."
    assert [one.text for one in left(window)] == ["xy"]


def test_a_file_that_cannot_be_read_is_said(open_window: Open) -> None:
    window = open_window()
    unsaved_forms.save(window.session.store.path, [NOTE])
    (file,) = folders.state().glob("unsaved-*")
    file.write_bytes(file.read_bytes()[:-20])
    keeping(window)
    assert offered(window).startswith("What you were typing cannot be brought back: ")
    assert file.name in offered(window)
    assert "union" not in offered(window)


def go_on(window: MainWindow, *forms: UnsavedForm) -> FormRecorder:
    """Start with what an earlier run left, and go on with the first of it."""
    unsaved_forms.save(window.session.store.path, forms)
    return next_start(window)


def test_a_swap_comes_back_as_it_was_where_its_day_has_no_shift_any_more(
    open_window: Open,
) -> None:
    window = open_window()
    store = window.session.store
    recorder = keeping(window)
    card = opened(window, "swap", TUESDAY)
    assert field(card, "You give your shift on", DateField).text() == "Tue, Sep 9, 2025"
    type_into(field(card, "With", QLineEdit), "Marguerite")
    killed(window, recorder)
    let_go()
    leave = Absence(AbsenceKind.LEAVE, TUESDAY, TUESDAY)
    store.change("leave", add_change(store.plan, leave, store.moment()))
    next_start(window)
    card = form(window)
    texts = {one.name: one.text for one in left(window)[0].fields}
    assert texts["You give your shift on"] == "Tue, Sep 9, 2025"
    assert texts["You take a shift on"] == ""
    assert texts["With"] == "Marguerite"
    assert not card.ready
    assert not save_button(card).isEnabled()


def test_a_reminder_comes_back_with_its_date(open_window: Open) -> None:
    window = open_window()
    window.session.choose(FRIDAY)
    recorder = keeping(window)

    def die(dialog: QDialog) -> None:
        dialog.activateWindow()
        line = fields_of(dialog)["Name"]
        line.setFocus()
        assert waited(line.hasFocus)
        QTest.keyClicks(line, "CPR")
        killed(window, recorder)

    actions = window._binder.actions
    with_dialog_of(window, actions["milestones"].trigger, die)
    window.session.choose(TUESDAY)
    second = keeping(window)

    def look(dialog: QDialog) -> None:
        dialog.activateWindow()
        assert waited(lambda: entered("Name", fields_of(dialog)["Name"]).text == "CPR")
        assert entered("Date", fields_of(dialog)["Date"]).text == "Fri, Sep 19, 2025"

    with_dialog_of(window, buttons(window)["Go on"].click, look)
    second.close(left=True)


@pytest.mark.parametrize(
    "wanted",
    [
        NOTE._replace(days=(date(2020, 1, 1), date(2020, 1, 1))),
        NOTE._replace(form="confirm", days=None),
        NOTE._replace(fields=(*NOTE.fields, Entered(FieldKind.CHOICE, "Gone", "x"))),
    ],
    ids=["a day before the schedule", "an action that is no form", "a field that is gone"],
)
def test_what_does_not_fit_is_not_put_elsewhere(open_window: Open, wanted: UnsavedForm) -> None:
    window = open_window()
    before = window.session.plan
    go_on(window, wanted)
    assert waited(lambda: offered(window).startswith("What you were typing does not fit"))
    assert not is_open(window)
    assert window.session.plan is before
    assert left(window) == (wanted,)
    buttons(window)["Copy the text"].click()
    assert QGuiApplication.clipboard().text() == "call the union"


def test_leave_balances_come_back_into_their_own_form(open_window: Open) -> None:
    window = open_window()
    texts = ("You have, in hours", "80.5"), ("At the end of", "Sat, Aug 30, 2025")
    fields = tuple(Entered(FieldKind.TEXT, *one) for one in texts)
    wanted = UnsavedForm("leave-balances", "Leave balances", None, texts[0][0], fields)
    seen = []

    def look(dialog: QDialog) -> None:
        assert waited(lambda: entered("", fields_of(dialog)[texts[0][0]]).text == "80.5")
        seen.append(entered("", fields_of(dialog)[texts[1][0]]).text)

    with_dialog_of(window, lambda: go_on(window, wanted), look)
    assert seen == ["Sat, Aug 30, 2025"]


def test_a_note_that_the_disk_refuses_stays_until_it_is_saved(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    recorder = keeping(window)
    note = field(opened(window, "note", FRIDAY), "Note", QLineEdit)
    QTest.keyClicks(note, "call the union")
    recorder.write()

    def refuse(*_: object, **__: object) -> None:
        raise NoRoomError("/x: not saved: No space left on device; nothing was changed")

    with monkeypatch.context() as full:
        full.setattr(Document, "save", refuse)
        form(window).save()
        let_go()
    assert [(one.text, one.days) for one in left(window)] == [("call the union", (FRIDAY, FRIDAY))]
    window.session.store.save()
    assert left(window) == ()


def test_words_for_an_appointment_are_not_put_into_another_one_of_its_number(
    open_window: Open,
) -> None:
    window = open_window()
    typing_of_choir(window)
    store = window.session.store
    store.undo()
    haircut = CHOIR._replace(title="Haircut")
    store.change("haircut", add_entry(store.plan, haircut, store.moment()))
    next_start(window)
    assert offered(window).startswith("What you were typing does not fit into its form")
    assert not is_open(window)


def test_a_new_rotation_comes_back_with_its_day_and_week(open_window: Open) -> None:
    window = open_window()
    recorder = keeping(window)
    window._binder.actions["new-rotation"].trigger()
    QApplication.processEvents()
    cycle = window._views.cycle
    before = {name: entered(name, one) for name, one in fields_of(cycle).items()}
    text = fields_of(cycle)["Rotation as text"]
    assert isinstance(text, QLineEdit)
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, ROTATION)
    recorder.write()
    recorder.close(left=False)
    # The next start has no such rotation to choose.
    assert all("not saved yet" not in one.text for one in left(window)[0].fields)
    day, week = (before[name].text for name in ("First day", "That date is in"))
    cycle.show_plan(window.session.plan)
    cycle._reset()  # the view stays on show
    first = fields_of(cycle)["That date is in"]
    assert isinstance(first, QComboBox)
    first.setCurrentIndex((first.currentIndex() + 4) % 6)
    cycle._reset()
    QApplication.processEvents()
    keeping(window)
    buttons(window)["Go on"].click()
    assert waited(lambda: text.text() == ROTATION)
    again = {name: entered(name, one).text for name, one in fields_of(cycle).items()}
    assert (again["First day"], again["That date is in"]) == (day, week)
