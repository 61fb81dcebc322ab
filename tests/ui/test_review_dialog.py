"""The review of a roster: looked through, corrected and dropped by hand, and used as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPainter, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from heartplanner.core.cells.cells import Tone
from heartplanner.core.edits.edits import add_change, confirm
from heartplanner.core.finder.search import search_of
from heartplanner.core.plan.change import Absence, AbsenceKind, Extra
from heartplanner.core.plan.hours import Band
from heartplanner.core.plan.model import EXAMPLE_ROTATION
from heartplanner.core.roster.review import Review
from heartplanner.core.roster.roster import SwapSide
from heartplanner.style.theme import light
from heartplanner.ui.fields.date_field import DateField, OptionalDateField
from heartplanner.ui.fields.plain_fields import ChoiceField
from heartplanner.ui.fields.time_field import TimeField
from heartplanner.ui.finder.finder_actions import FinderActions
from heartplanner.ui.review.day_strip import DayStrip
from heartplanner.ui.review.repair_dialog import RepairDialog
from heartplanner.ui.review.review_dialog import ReviewDialog
from heartplanner.ui.review.review_list import ReviewList
from heartplanner.ui.review.review_paint import CHIP, DATE, HEIGHT, PAD, paint_row
from heartplanner.ui.review.review_rows import RowStanding, ShownRow
from heartplanner.ui.roster.roster_input import RosterText
from heartplanner.ui.roster.roster_intake import RosterIntake
from heartplanner.ui.weeks.rotation_picture import RotationPicture
from heartplanner.ui.window.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("one_window")

Open = Callable[..., MainWindow]
WORKED = {"S": "9a-9p", "E": "noon-midnight", "A": "0900-1300 admin", "-": "off"}
AUGUST = "S---SSASS----ASS--SSAS--SSSA-S-"
"""The example's August, but for the 9th and 30th, which are worked, and the 17th, which is free."""
FITTING = "S---SSAS-----ASSS-SSAS--SSSA---"


def lines(letters: str, first: int = 1) -> str:
    days = enumerate(letters, first)
    return "\n".join(f"8/{day}/2025 {WORKED[letter]}" for day, letter in days)


def without_corrections(dialog: ReviewDialog) -> None:
    """It then closes without a question."""
    dialog._review = Review(dialog._review.roster)


def in_dialog(act: Callable[[RepairDialog], None]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RepairDialog)
    QTimer.singleShot(5000, dialog, dialog.reject)
    act(dialog)


class Hands:
    """A person at the review of a roster."""

    def __init__(self, window: MainWindow, qtbot: QtBot, text: str) -> None:
        self.window, self._qtbot = window, qtbot
        self.dialog = ReviewDialog(window.session, window)
        qtbot.addWidget(self.dialog, before_close_func=without_corrections)
        self.dialog.open()
        self.dialog.findChild(RosterIntake).take(RosterText(text))
        self.settle()

    def settle(self) -> None:
        """Wait until what follows is worked out."""
        done = self.button("Use th")
        self._qtbot.waitUntil(lambda: bool(self.rows) or done.isVisible(), timeout=20_000)
        self._qtbot.waitUntil(lambda: self.dialog._outcome is not None, timeout=20_000)

    @property
    def list(self) -> ReviewList:
        return self.dialog.findChild(ReviewList)

    @property
    def rows(self) -> list[ShownRow]:
        return [*self.list._rows.rows]

    @property
    def said(self) -> str:
        return "\n".join(
            each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible()
        )

    def names(self) -> list[str]:
        model, role = self.list.model(), Qt.ItemDataRole.AccessibleTextRole
        return [model.index(n, 0).data(role) for n in range(model.rowCount())]

    def button(self, words: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(each for each in buttons if each.text().startswith(words))

    def press(self, words: str) -> None:
        button = self.button(words)
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        if self.dialog.isVisible():
            self.settle()

    def go_to(self, line: int) -> None:
        number = next(n for n, shown in enumerate(self.rows) if shown.row.line == line)
        self.list.setCurrentIndex(self.list.model().index(number, 0))

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.list, key)
        self.settle()

    @property
    def fields(self) -> list[ChoiceField]:
        return [each for each in self.dialog.findChildren(ChoiceField) if each.isVisible()]

    def choose(self, value: str) -> None:
        # What a day that differs was stands below what its line is.
        field = next(each for each in reversed(self.fields) if each.findData(value) >= 0)
        field.put(value)
        field.activated.emit(field.currentIndex())

    def show_only(self, words: str) -> None:
        tabs = self.dialog.findChildren(QRadioButton)
        next(each for each in tabs if each.text().startswith(words)).click()

    @property
    def shown_tabs(self) -> list[str]:
        tabs = self.dialog.findChildren(QRadioButton)
        return [each.text() for each in tabs if each.isVisible()]

    def standing(self, line: int) -> RowStanding:
        return next(shown.standing for shown in self.rows if shown.row.line == line)


@pytest.fixture
def review(open_window: Open, qtbot: QtBot) -> Callable[[str], Hands]:
    window = open_window()
    return lambda text: Hands(window, qtbot, text)


def use(hands: Hands) -> None:
    """What the finder does once the review is accepted."""
    assert hands.dialog.use is not None
    FinderActions(hands.window.session, hands.window)._use_roster(hands.dialog.use)


def marks(hands: Hands) -> list[str]:
    search = search_of(hands.window.session.plan)
    return [f"{mark.date:%-m/%-d} {mark.letter}" for mark in search.marks]


def test_days_that_fit_are_marked_in_one_step(review: Callable[[str], Hands]) -> None:
    hands = review(f"{lines(FITTING)}\nlunch with Lee")
    assert "31 days read, 1 line not understood." in hands.said
    assert "six-week schedules still fit these days" in hands.said
    assert {hands.standing(line) for line in range(1, 32)} == {RowStanding.FITS}
    hands.press("Use these days")
    use(hands)
    assert len(marks(hands)) == 31
    assert hands.window.message_bar.text() == "1 line is left out: lunch with Lee"
    assert hands.window.session.store.undo_name == "31 days from a roster"
    hands.window.session.store.undo()
    assert marks(hands) == []


def test_lines_not_understood_are_left_out_only_if_one_says_so(
    review: Callable[[str], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter((False, True))

    def answer(_parent: object, title: str, text: str, *_: str) -> bool:
        asked.append(f"{title} {text}")
        return next(answers)

    monkeypatch.setattr("heartplanner.ui.review.review_dialog.agreed", answer)
    hands = review("8/1/2025 9a-9p\n8/4/2025 9a-9p\n8/4/2025 swapped with Lee")
    hands.press("Use these days")
    assert hands.dialog.use is None
    assert [shown.row.line for shown in hands.rows] == [2, 3]  # they are what is on show now
    hands.press("Use these days")
    use(hands)
    assert asked[0] == (
        "Use the roster without 2 lines? 2 lines are left out: 8/4/2025 9a-9p; 8/4/2025 swapped with Lee."
        " Mon, Aug 4 may be wrong in your calendar."
    )
    assert marks(hands) == ["8/1 S"]
    bar = hands.window.message_bar
    assert bar.text() == "2 lines are left out: 8/4/2025 9a-9p; 8/4/2025 swapped with Lee"


def test_a_line_whose_change_is_entered_is_not_left_out(
    review: Callable[[str], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("heartplanner.ui.review.review_dialog.agreed", lambda *_: False)
    hands = review("8/1/2025 9a-9p\n8/5/2025 vacation")
    assert hands.dialog._use.text() == "Use these days without 1 change..."
    hands.dialog.done(0)
    store, day = hands.window.session.store, date(2025, 8, 5)
    leave = Absence(AbsenceKind.LEAVE, day, day)
    store.change("leave", add_change(store.plan, leave, store.moment()))
    hands = review("8/1/2025 9a-9p\n8/5/2025 vacation")
    assert hands.dialog._use.text() == "Use these days"
    hands.press("Use these days")
    use(hands)
    assert hands.window.message_bar.text() == ""


def test_after_an_answer_the_next_line_to_answer_is_in_hand(
    review: Callable[[str], Hands],
) -> None:
    text = (
        "8/1/2025 9a-9p\n8/4/2025 swapped with Lee\n8/5/2025 9a-9p\n8/6/2025 vacation\n8/7/2025 off"
    )
    hands = review(text)
    hands.go_to(2)
    hands.choose("given")
    hands.press("Use this reading")
    current = hands.list.current
    assert current is not None
    assert current.row.line == 4
    # What the line names by itself is chosen already, and waits for this one press.
    assert [each.value() for each in hands.fields if each.findData("leave") >= 0] == ["leave"]
    hands.press("Use this reading")
    current = hands.list.current
    assert current is not None
    assert current.row.line == 4  # none is left to be answered


def test_the_main_button_stays_where_it_is_when_another_one_comes(
    review: Callable[[str], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1366, 768))
    cycle = [date(2025, 9, 8) + timedelta(days=day) for day in range(42)]
    text = [
        f"{day:%m/%d/%Y} {WORKED[letter]}"
        for day, letter in zip(cycle, EXAMPLE_ROTATION.letters, strict=True)
    ]
    text[1] = "9/9/2025 vacation"
    hands = review("\n".join(text[:35]))  # several rotations fit
    use = hands.button("Use these days")
    right = use.mapTo(hands.dialog, use.rect().topRight()).x()
    hands.go_to(2)
    hands.choose("leave")
    hands.press("Use this reading")
    mark = hands.button("Only mark the days")
    assert mark.isVisible()
    assert use.text() == "Use the likeliest schedule and enter 1 day of leave"
    assert use.mapTo(hands.dialog, use.rect().topRight()).x() == right
    assert mark.mapTo(hands.dialog, mark.rect().topRight()).x() < use.x()


def test_one_answer_settles_two_lines_of_a_day(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p\n8/4/2025 9a-9p\n8/4/2025 swapped with Lee")
    hands.go_to(2)
    assert 'Line 3 is about the same day: "8/4/2025 swapped with Lee".' in hands.said
    assert "This would be understood" not in hands.said
    hands.choose("given")
    hands.press("Use this reading")
    assert "2 days read." in hands.said
    assert "not understood" not in hands.said
    assert hands.standing(3) is RowStanding.QUIET
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/1 S", "8/4 S"]  # a shift that was given away had been there


def test_lines_that_need_no_answer_any_more_are_not_among_those_to_answer(
    review: Callable[[str], Hands],
) -> None:
    hands = review(
        "8/1/2025 9a-9p\n8/14/2025 who knows\n8/14/2025 whoever\nlunch on Friday with Lee"
    )
    hands.show_only("To answer")
    before = [shown.row.line for shown in hands.rows]
    hands.go_to(2)
    hands.choose("-")
    hands.press("Use this reading")
    assert before[:2] == [2, 3]
    # Line 3 is settled by the answer to line 2, which can still be taken back.
    assert [shown.row.line for shown in hands.rows] == [line for line in before if line != 3]


def test_every_row_is_spoken_whole_and_briefly(review: Callable[[str], Hands]) -> None:
    hands = review(f"8/1/2025 9a-9p\n{'8/2/2025 off with a long story ' * 9}\nlunch with Lee")
    names = hands.names()
    assert "Fri, Aug 1: Day shift, 9–9. Fits. Line 1: 8/1/2025 9a-9p" in names
    assert "Not understood. It has no date. Line 3: lunch with Lee" in names
    assert max(map(len, names)) < 120
    facts = QAccessible.queryAccessibleInterface(hands.list)
    assert facts.text(QAccessible.Text.Name) == "Your roster, line by line"
    assert facts.role() is QAccessible.Role.List


def test_a_line_says_why_and_what_would_be_understood(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p\n8/14/2025 who knows")
    hands.go_to(2)
    assert "This would be understood: Aug 14 9a–9p, Aug 14 noon–midnight" in hands.said
    hands.go_to(1)
    assert "This would be understood" not in hands.said


def test_a_reading_is_corrected_with_the_keys(review: Callable[[str], Hands]) -> None:
    hands = review(lines("S-"))
    hands.go_to(2)
    hands.list.setFocus()
    QTest.keyClick(hands.list, Qt.Key.Key_Return)
    assert hands.dialog.focusWidget() in hands.fields
    hands.choose("E")
    hands.press("Use this reading")
    assert hands.dialog.focusWidget() is hands.list
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/1 D", "8/2 E"]


def test_a_line_is_dropped_and_taken_back(review: Callable[[str], Hands]) -> None:
    hands = review(lines("S-A", first=12))
    hands.go_to(2)
    hands.key(Qt.Key.Key_Delete)
    assert "2 days read." in hands.said
    assert hands.standing(2) is RowStanding.QUIET
    assert hands.list.current.row.line == 3  # the next line is in hand
    hands.go_to(2)
    hands.press("As it was read")
    assert "3 days read." in hands.said
    hands.press("Drop this line")
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/12 S", "8/14 A"]


def test_a_line_not_understood_is_given_a_day_and_a_reading(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p\nlunch with Lee")
    hands.go_to(2)
    assert not hands.button("Use this reading").isEnabled()  # nothing is chosen for one
    (day,) = [each for each in hands.dialog.findChildren(DateField) if each.isVisible()]
    day.setText("8/4/2025")
    hands.choose("-")
    hands.press("Use this reading")
    assert "2 days read." in hands.said
    assert "not understood" not in hands.said
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/1 S", "8/4 -"]


def test_a_shift_of_other_hours_has_fields_for_them(review: Callable[[str], Hands]) -> None:
    hands = review(lines("S"))
    hands.choose("own")
    begin, end = (each for each in hands.dialog.findChildren(TimeField) if each.isVisible())
    begin.setText("7pm")
    end.setText("7am")
    hands.press("Use this reading")
    assert hands.rows[0].name.startswith("Fri, Aug 1: Shift, 7 pm–7 am.")
    begin.setText("noon")
    end.setText("midnight")
    hands.press("Use this reading")
    assert hands.rows[0].name.startswith("Fri, Aug 1: Evening shift, noon–midnight.")


def test_days_that_differ_are_kept_as_changes_in_one_step(review: Callable[[str], Hands]) -> None:
    hands = review(lines(AUGUST))
    assert "August 9, 17 and 30 differ" in hands.said
    assert [line for line in range(1, 32) if hands.standing(line) is RowStanding.DIFFERS] == [
        9,
        17,
        30,
    ]
    hands.go_to(17)
    assert "Free here, a shift in the rotation" in hands.said
    hands.choose("sick")
    hands.go_to(30)
    hands.choose("misread")
    hands.press("Use the likeliest schedule and enter 1 sick day and 1 extra shift")
    use(hands)
    plan = hands.window.session.plan
    assert plan.assignments[0].rotation == EXAMPLE_ROTATION
    day = date(2025, 8, 17)
    assert [type(change.what) for change in plan.changes] == [Extra, Absence]
    assert plan.changes[1].what == Absence(AbsenceKind.SICK, day, day)
    hands.window.session.store.undo()
    assert hands.window.session.plan.example


def test_a_roster_that_only_says_off_costs_no_leave_before_one_said_so(
    review: Callable[[str], Hands],
) -> None:
    hands = review(lines(AUGUST))
    notes = {shown.row.line: shown.note for shown in hands.rows}
    assert notes[9] == "Extra shift"
    assert notes[17] == "Choose what it was"
    hands.go_to(17)
    (answer,) = (
        each
        for each in hands.fields
        if each.findData("leave") >= 0 and each.findData("misread") >= 0
    )
    assert answer.currentText() == "Choose what it was"
    said: list[str] = []

    def look(dialog: RepairDialog, *, accepts: bool) -> None:
        fields = [each for each in dialog.findChildren(ChoiceField) if each.isVisible()]
        button = next(each for each in dialog.findChildren(QPushButton) if each.text()[:3] == "Use")
        said.extend((fields[1].currentText(), str(button.isEnabled())))
        fields[1].put("leave")
        said.extend((button.text(), str(button.isEnabled())))
        dialog.accept() if accepts else dialog.reject()

    for accepts in (False, True):
        QTimer.singleShot(10, partial(in_dialog, partial(look, accepts=accepts)))
        hands.button("Use the likeliest schedule...").click()
        assert said == [
            "Choose what it was",
            "False",
            "Use this rotation and enter 1 day of leave and 2 extra shifts",
            "True",
        ]
        said.clear()
        assert (hands.dialog.use is not None) is accepts
    use(hands)
    seventeenth = date(2025, 8, 17)
    leave = Absence(AbsenceKind.LEAVE, seventeenth, seventeenth)
    changes = [change.what for change in hands.window.session.plan.changes]
    assert [what for what in changes if isinstance(what, Absence)] == [leave]


def test_days_that_differ_can_be_marked_all_the_same(review: Callable[[str], Hands]) -> None:
    hands = review(lines(AUGUST))
    hands.press("Only mark the days")
    use(hands)
    assert len(marks(hands)) == 31
    assert hands.window.session.plan.changes == ()


def test_correcting_what_differs_makes_it_fit(review: Callable[[str], Hands]) -> None:
    hands = review(lines(AUGUST))
    for line, kind in ((9, "-"), (17, "D"), (30, "-")):
        hands.go_to(line)
        hands.choose(kind)
        hands.press("Use this reading")
    assert hands.button("Use these days").isVisible()
    assert hands.standing(9) is RowStanding.FITS


def test_only_what_differs_or_is_not_understood_is_shown(review: Callable[[str], Hands]) -> None:
    hands = review(f"{lines(AUGUST)}\nlunch with Lee")
    hands.show_only("Differ 3")
    assert [shown.row.line for shown in hands.rows] == [9, 17, 30]
    hands.show_only("To answer 1")
    assert [shown.row.line for shown in hands.rows] == [32]


def test_a_second_roster_adds_or_replaces(review: Callable[[str], Hands]) -> None:
    hands = review(lines("S"))
    hands.press("Use these days")
    use(hands)
    for way, expected in (("add", ["8/1 S", "8/13 -"]), ("replace", ["8/13 -"])):
        again = review("8/13/2025 off")
        again.choose(way)
        again.settle()
        again.press("Use these days")
        use(again)
        assert marks(again) == expected
        again.window.session.store.undo()


def test_days_that_are_marked_change_no_hours_of_ones_own_rotation(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    store = window.session.store
    evening = store.plan.assignments[0]._replace(band=Band.EVENING, confirmed=True)
    store.change("evenings", store.plan._replace(assignments=(evening,)))
    hands = Hands(window, qtbot, "9/9/2025 9a-9p\n9/10/2025 9a-9p\n9/12/2025 9a-9p")
    since = "Its hours come with the rotation, once you use it, from September 8, 2025 on"
    assert since in hands.said
    hands.press("Use these days")
    use(hands)
    assert store.plan.assignments == (evening,)
    assert store.undo_name == "3 days from a roster, marked in Find my rotation"


def test_a_day_marked_before_that_differs_is_shown(review: Callable[[str], Hands]) -> None:
    first = review("8/9/2025 9a-9p\n8/30/2025 9a-9p")
    first.press("Use these days")
    use(first)
    rest = "\n".join(
        line for line in lines(AUGUST).split("\n") if "8/9/" not in line and "8/30/" not in line
    )
    hands = review(rest)
    before = [shown for shown in hands.rows if not shown.of_roster]
    assert [shown.row.text for shown in before] == ["You marked this day before"] * 2
    hands.list.setCurrentIndex(hands.list.model().index(hands.rows.index(before[0]), 0))
    assert not hands.button("Drop this line").isVisible()
    hands.go_to(16)  # August 17: the line of the 9th is left out before it
    hands.choose("leave")
    hands.press("Use the likeliest schedule and enter 1 day of leave and 2 extra shifts")
    use(hands)
    assert len(hands.window.session.plan.changes) == 3


def test_days_between_are_free_if_one_says_so(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p\n8/15/2025 noon-midnight")
    box = next(each for each in hands.dialog.findChildren(type(hands.dialog._rest_free)))
    box.click()
    hands.settle()
    assert "15 days read." in hands.said
    hands.dialog._use.click()
    use(hands)
    assert len(marks(hands)) == 15


def test_one_band_of_all_shifts_is_assigned(review: Callable[[str], Hands]) -> None:
    hands = review(lines("E-A", first=12))
    # The schedule that is shown has these hours already, though the plan has others until then.
    assert hands.dialog.findChildren(RotationPicture)[0]._dates.shift is Tone.EVENING
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/12 S", "8/13 -", "8/14 A"]
    assert hands.window.session.plan.assignments[0].band is Band.EVENING


def test_nothing_is_drawn_or_read_as_markup(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p <b>HEART</b>\n<img src=x> lunch 9-9")
    hands.go_to(2)
    assert "<img src=x> lunch 9-9" in hands.said  # to the letter: its dash too
    labels = [each for each in hands.dialog.findChildren(QLabel) if "<" in each.text()]
    assert labels
    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}


def test_another_roster_begins_anew(review: Callable[[str], Hands]) -> None:
    hands = review(lines("S-"))
    hands.go_to(2)
    hands.key(Qt.Key.Key_Delete)
    hands.button("Another roster").click()
    intake = hands.dialog.findChild(RosterIntake)
    assert intake.field.isVisible()
    assert intake.field.text == lines("S-")
    assert not hands.list.isVisible()
    intake._read_button.click()
    hands._qtbot.waitUntil(hands.list.isVisible, timeout=20_000)
    hands.settle()
    assert "2 days read." in hands.said


@pytest.mark.parametrize(
    ("size", "scale"), [((1024, 640), 1.0), ((1366, 768), 1.5), ((1366, 768), 2.0)]
)
def test_what_will_be_used_is_always_in_sight(
    open_window: Open,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    scale: float,
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*size))
    window = open_window()
    window.session.set_habits(window.session.habits._replace(scale=scale))
    hands = Hands(window, qtbot, f"{lines(AUGUST)}\nlunch with Lee")
    said = hands.dialog._said
    for part in (said, hands.dialog._use, hands.button("Cancel")):
        corner = part.mapTo(hands.dialog, part.rect().bottomRight())
        assert hands.dialog.rect().contains(corner)
    assert said.height() >= said.heightForWidth(said.width())
    assert hands.list.viewport().height() >= 36 * 3 * scale


def test_the_days_are_drawn_where_there_is_room(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size, text, drawn in (
        ((1920, 1080), lines(AUGUST), True),
        ((1024, 640), lines(AUGUST), False),
        (
            (1920, 1080),
            f"{lines('S')}\n12/30/2025 off",
            False,
        ),  # five months need more than two rows
    ):
        monkeypatch.setattr(QScreen, "availableSize", lambda _, size=size: QSize(*size))
        hands = Hands(open_window(), qtbot, text)
        strip = hands.dialog.findChild(DayStrip)
        assert strip.isVisible() is drawn, (size, text)
        if drawn:
            assert strip.height() == strip.heightForWidth(strip.width())
            assert strip._in_row(strip.width()) >= 31


MAIL = """Hi all,
here are the days for Aug 4 - Aug 17, 2025
8/5/2025 9a-9p
8/6/2025 9a-9p
8/7/2025 9a-1p admin
8/8/2025 vacation
8/12/2025 9a-9p"""
"""A short e-mail with a range of dates above its days, and a day of leave among them."""


def labels(hands: Hands) -> list[str]:
    return hands.said.splitlines()


def rest_free(hands: Hands) -> None:
    next(box for box in hands.dialog.findChildren(QCheckBox)).click()
    hands.settle()


def test_the_tick_for_free_days_says_what_it_did(review: Callable[[str], Hands]) -> None:
    hands = review(MAIL)
    rest_free(hands)
    said = "3 days marked free. Fri, Aug 8 stays open: its line is not understood."
    assert said in labels(hands)
    assert sum(shown.row.line is None for shown in hands.rows) == 3
    hands.press("Another roster")
    assert not hands.dialog.findChild(QCheckBox).isChecked()


def test_leave_says_nothing_of_the_rotation(review: Callable[[str], Hands]) -> None:
    hands = review(MAIL)
    hands.go_to(6)
    hands.choose("-")
    assert any(text.startswith("Free means that your rotation") for text in labels(hands))
    hands.choose("leave")
    assert any(text.startswith("Your rotation is found without this day") for text in labels(hands))
    hands.press("Use this reading")
    assert hands.standing(6) is RowStanding.PLAIN
    assert "1 day of leave or a swap is not entered yet" in hands.said
    hands.press("Use these days")
    use(hands)
    assert marks(hands) == ["8/5 S", "8/6 S", "8/7 A", "8/12 S"]


def test_a_shift_that_was_taken_has_its_hours(review: Callable[[str], Hands]) -> None:
    hands = review(MAIL)
    hands.go_to(6)
    hands.choose("taken")
    hands.press("Use this reading")
    reading = next(shown.row.reading for shown in hands.rows if shown.row.line == 6)
    assert reading is not None
    assert (reading.change, reading.letter) == (SwapSide.TAKEN, "W")
    assert reading.start is not None
    assert (reading.start.hour, reading.end.hour) == (9, 21)


def test_a_greeting_is_no_warning(review: Callable[[str], Hands]) -> None:
    hands = review(MAIL)
    assert hands.standing(1) is hands.standing(2) is RowStanding.QUIET
    assert "4 days read, 1 change to answer." in hands.said
    tabs = [tab.text() for tab in hands.dialog.findChildren(QRadioButton) if tab.isVisible()]
    assert "To answer 1" in tabs
    hands.go_to(6)
    hands.key(Qt.Key.Key_Delete)
    tabs = [tab.text() for tab in hands.dialog.findChildren(QRadioButton) if tab.isVisible()]
    assert tabs == ["All 7"]


def test_a_line_without_a_date_is_not_about_today(review: Callable[[str], Hands]) -> None:
    hands = review("8/5/2025 9a-9p\n8/6/2025 9a-9p\n\nzebra with Lee")
    hands.go_to(4)
    (field,) = hands.dialog.findChildren(OptionalDateField)
    assert field.text() == ""
    hands.choose("D")
    hands.press("Use this reading")
    assert "0 days read, 3 lines not understood." in hands.said
    assert "Type the date of the day that this line is about, or drop the line." in labels(hands)


def test_escape_in_a_field_leaves_the_field_alone(review: Callable[[str], Hands]) -> None:
    hands = review(MAIL)
    hands.go_to(6)
    hands.dialog.activateWindow()
    (field,) = hands.dialog.findChildren(OptionalDateField)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert hands.dialog.isVisible()
    assert hands.list.hasFocus()


def test_closing_asks_where_lines_were_corrected(
    review: Callable[[str], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def keep(_parent: object, _title: str, text: str, *_: object) -> bool:
        asked.append(text)
        return False

    monkeypatch.setattr("heartplanner.ui.review.roster_dialog.agreed", keep)
    hands = review(MAIL)
    hands.go_to(6)
    hands.key(Qt.Key.Key_Delete)
    hands.dialog.reject()
    assert hands.dialog.isVisible()
    assert asked == ["What you said of 1 line is not kept if you close the roster now."]
    hands.go_to(6)
    hands.press("As it was read")
    hands.dialog.reject()
    assert not hands.dialog.isVisible()
    assert len(asked) == 1


def test_what_the_rotation_contradicts_is_said_beside_the_button_and_asked(
    review: Callable[[str], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    answers = iter((False, True))

    def answer(_parent: object, title: str, text: str, *_: str) -> bool:
        asked.append((title, text))
        return next(answers)

    monkeypatch.setattr("heartplanner.ui.review.review_dialog.agreed", answer)
    cycle = [date(2025, 9, 8) + timedelta(days=day) for day in range(42)]
    text = [
        f"{day:%m/%d/%Y} {WORKED[letter]}"
        for day, letter in zip(cycle, EXAMPLE_ROTATION.letters, strict=True)
    ]
    # September 9 is one of the three shifts of its week: no rotation has that week without it.
    text[1] = "9/9/2025 9a-9p swap w/ Kim"
    hands = review("\n".join(text))
    hands.go_to(2)
    hands.choose("taken")
    hands.press("Use this reading")
    words = "Tue, Sep 9: you said that you took this shift in a swap with Kim. Then your rotation is free"
    assert sum(words in label for label in labels(hands)) == 2  # beside the button, and at the line
    assert hands.standing(2) is RowStanding.DIFFERS
    hands.press("Use this rotation")
    assert hands.dialog.use is None
    assert [shown.row.line for shown in hands.rows] == [2]
    hands.press("Use this rotation")
    assert asked[0][0] == "Use this schedule, though 1 day contradicts what you said?"
    use(hands)
    day = hands.window.session.schedule.days(date(2025, 9, 9), date(2025, 9, 9))[0]
    assert day.guess


def of_six_weeks(letters: str) -> str:
    """A roster from September 8, 2025 on, with leave on its second day."""
    cycle = [date(2025, 9, 8) + timedelta(days=day) for day in range(42)]
    text = [f"{day:%m/%d/%Y} {WORKED[letter]}" for day, letter in zip(cycle, letters, strict=True)]
    text[1] = "9/9/2025 vacation"
    return "\n".join(text)


def test_the_one_rotation_that_a_roster_leaves_can_be_used_at_once(
    open_window: Open, qtbot: QtBot
) -> None:
    window, letters = open_window(), EXAMPLE_ROTATION.letters
    store = window.session.store
    store.change("mine", confirm(store.plan, store.moment()))
    later = of_six_weeks(letters[7:] + letters[:7]).replace("9/9/2025 vacation", "9/9/2025 9a-9p")
    hands = Hands(window, qtbot, later)
    assert "Use the rotation" in labels(hands)
    hands.press("Use this rotation")
    use(hands)
    starts = [each.start for each in store.plan.assignments]
    assert starts == [date(2025, 7, 28), date(2025, 9, 8)]


def test_four_weeks_of_another_rotation_get_into_the_calendar_from_their_day_on(
    open_window: Open, qtbot: QtBot
) -> None:
    window, letters = open_window(), EXAMPLE_ROTATION.letters
    store = window.session.store
    store.change("mine", confirm(store.plan, store.moment()))
    weeks = of_six_weeks(letters[14:] + letters[:14]).replace("vacation", "off").split("\n")[:28]
    hands = Hands(window, qtbot, "\n".join(weeks))
    assert "schedules still fit these days" in hands.said
    hands.press("Use the likeliest schedule")
    use(hands)
    mine, later = store.plan.assignments
    assert (mine.start, later.start) == (date(2025, 7, 28), date(2025, 9, 8))
    assert mine.rotation == EXAMPLE_ROTATION
    assert not mine.guesses
    assert later.guesses


LEAVE = Absence(AbsenceKind.LEAVE, date(2025, 9, 9), date(2025, 9, 9))


def with_leave_read(window: MainWindow, qtbot: QtBot, letters: str) -> Hands:
    """A roster that has leave, beside a rotation of one's own."""
    store = window.session.store
    store.change("mine", confirm(store.plan, store.moment()))
    hands = Hands(window, qtbot, of_six_weeks(letters))
    hands.go_to(2)
    hands.choose("leave")
    hands.press("Use this reading")
    return hands


def test_a_later_roster_asks_from_when_on_its_rotation_is_used(
    open_window: Open, qtbot: QtBot
) -> None:
    window, letters = open_window(), EXAMPLE_ROTATION.letters
    hands = with_leave_read(window, qtbot, letters[7:] + letters[:7])
    assert "Use the rotation" in labels(hands)
    hands.press("Use this rotation and enter 1 day of leave")
    use(hands)
    plan = window.session.plan
    assert [each.start for each in plan.assignments] == [date(2025, 7, 28), date(2025, 9, 8)]
    assert [change.what for change in plan.changes] == [LEAVE]
    assert window.session.month.first == date(2025, 9, 1)


def test_a_later_roster_of_ones_own_rotation_keeps_it(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    hands = with_leave_read(window, qtbot, EXAMPLE_ROTATION.letters)
    assert "Your own rotation fits these days." in hands.said
    assert "Use the rotation" not in labels(hands)
    mine = window.session.plan.assignments
    hands.press("Keep your rotation and enter 1 day of leave")
    use(hands)
    assert window.session.plan.assignments == mine
    assert [change.what for change in window.session.plan.changes] == [LEAVE]


def test_lines_that_hold_back_all_others_are_asked_about_once(
    review: Callable[[str], Hands],
) -> None:
    days = [f"8/{day}/2025 9a-9p" for day in (1, 4, 5, 12)]
    text = "\n".join(["Boss, my zebra!", *days, "", "Zebras are mine, boss!"])
    hands = review(text)
    assert (
        "4 lines of days wait for lines 1 and 7. If these change none of them, drop these: all 4 are then"
        " read." in hands.said
    )
    # The days that wait are no questions of their own: there are two, and not six.
    assert [hands.standing(line) for line in (1, 2)] == [RowStanding.UNCLEAR, RowStanding.WAITS]
    assert hands.dialog._said.text() == (
        "0 days read, 4 lines wait for lines 1 and 7, 2 lines not understood."
    )
    assert hands.shown_tabs == ["All 6", "To answer 2"]
    assert [shown.row.line for shown in hands.rows[:3]] == [1, 7, 2]  # they stand first
    hands.list.setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert hands.list.current is not None
    assert hands.list.current.row.line == 7  # and not a good day
    assert '4 lines of days wait for line 7: "Zebras are mine, boss!".' in hands.said
    hands.go_to(3)
    assert "Line 7 may change August 4, 2025" in hands.said
    assert "This would be understood" not in hands.said
    hands.go_to(7)
    hands.key(Qt.Key.Key_Delete)
    assert "4 days read." in hands.said
    hands.go_to(1)
    hands.press("As it was read")
    hands.press("Drop line 1")
    assert "4 days read." in hands.said
    assert hands.list.current.row.line == 2  # not on the line that is gone
    assert not any(
        each.text().startswith("Drop line ")
        for each in hands.list.parent().findChildren(QPushButton)
        if each.isVisible()
    )


def test_a_day_is_read_once_the_line_below_it_is_dropped(review: Callable[[str], Hands]) -> None:
    hands = review("8/1/2025 9a-9p\n8/4/2025 9a-9p\nOff after that, boss!")
    hands.go_to(3)
    hands.key(Qt.Key.Key_Delete)
    assert "2 days read." in hands.said


def test_no_row_has_an_empty_box_that_looks_like_one_to_tick(
    review: Callable[[str], Hands],
) -> None:
    hands = review("8/1/2025 9a-9p\n8/5/2025 off\n8/6/2025 vacation")
    hands.go_to(3)
    hands.press("Use this reading")
    marked = []
    for shown in hands.rows:
        picture = QImage(900, HEIGHT, QImage.Format.Format_RGB32)
        theme = light()
        picture.fill(theme.page)
        painter = QPainter(picture)
        paint_row(painter, picture.rect(), shown, hands.dialog._display, theme)
        painter.end()
        chip = picture.copy(PAD + DATE, 0, CHIP, HEIGHT - 1)
        inks = {chip.pixel(x, y) for x in range(CHIP) for y in range(HEIGHT - 1)}
        marked.append((shown.row.line, len(inks) > 1))
    # A shift has its letter and leave its sign; of a free day the words alone tell.
    assert sorted(marked) == [(1, True), (2, False), (3, True)]
